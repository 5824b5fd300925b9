"""Names of known individuals, and demonyms, found by the lexicon.

A name that is also an ordinary word ("Hope", "Swift") counts where a noun of its kind stands near
("the Hope probe"), where it is listed with a name that counts, or once it has counted elsewhere in
the document. One that is a planet's too needs the noun just beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.anchors import plain
from kg.authority import Hit, Lexicon, Sense
from kg.languages import CODES, Language, expression, load
from kg.mentions.given import is_given
from kg.mentions.kinds import KINDS
from kg.model import Found, Span

_ADDRESS = re.compile(r"(?<!\S)\S+@\S+|\b(?:https?://|(?:www|WWW|Www)\.)\S+")
_SIGNS = ("@", "://", "www.", "WWW.", "Www.")
"""What an address cannot be without."""
_FRANCO = re.compile(r"\bfranco(?=-)")
_COMPANY = 45
_BESIDE = 16
_ACRONYM = re.compile(r"\s\([A-Z]{2,6}\)(?=\s[A-Z])")
_REACH = 80
_LISTED = re.compile(
    r"(?:\s?[,/;&]\s?|\s)(?:(?:and|et|or|ou|as well as|ainsi que)\s)?(?:the\s|les?\s|la\s|l['’])?"
)
_ENDEAVOURS = ("mission", "payload", "programme", "vehicle")
_HEADS = {
    "Agency": ("agency", "organisation"),
    "Organisation": ("agency", "organisation"),
    "Site": ("site",),
    "Person": ("title", "honorific"),
}
_NOUN = re.compile(r"([a-zà-ÿ]+) $")
_DOUBLE = re.compile(r"-[A-ZÀ-Þ]")
_FLOWN = re.compile(
    r"(?:\b(?:lanc|décoll|tirée?s?|élanc|emport|élev|envol|launch|lift|took off)\w*|\bparti\w*|\borbite?)[^.;]{0,60}"
    r"\s(?:de|depuis|à|from|at) $",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?;]\s")
_CREWED = re.compile(r"\bSo(?:yuz|youz)$")
_SHIP = re.compile(r" (?:TMA?|T|MS)-?\d")
_SURNAME = re.compile(r" (?!II|IV|VI)[A-ZÀ-Þ][a-zà-ÿ'’-]+")
_JOINED = re.compile(r"(?<![\w-])[A-Z][a-z]+[A-Z][\w]*-$")
_FORMS = {"JSC", "PT", "SA", "AS", "AB"}
"""Acronyms that also tell the form of a company: "JSC National Company X", "Baiterek JSC"."""
_NAME_BEFORE = re.compile(r"\b[A-ZÀ-Þ][a-zà-ÿ]+ $")
_CAPITAL = re.compile(r" [A-Z][a-z]")
_CAPITALS = re.compile(r"(?<![.!?:] )(?<![.!?:])\b[A-Z][a-z]+ $")
_MONEY = frozenset("$€£¥")
"""Before these, "4M" is a sum and no mission."""
_NEXT_WORDS = re.compile(r"(?: [a-z][a-z-]+){1,3}")
"""What a noun after a name is among, an adjective or two between."""
_NUMBERED = re.compile(r"-[A-Z]?\d")
"""What makes a firm's name one of its satellites': "GHGSat-C1"."""
_SEAT = re.compile(r"siège (?:parisien )?(?:de la |de l['’]|du |d['’])")
_HONOURED = re.compile(r"\b(?:MM?|Mmes?|Mr|Mrs|Ms|Dr)\.? $")
_ACCORDS = re.compile(r"\s[Aa]ccords\b")
_TO_FLY = re.compile(
    r",? (?:dont le (?:lancement|décollage)|(?:which|that) (?:will|is to|is due to|was) (?:be )?launch(?:ed)?"
    r"|(?:was|will be|is to be|is due to be) launched|sera lancée?|a été lancée?|qui sera lancée?)\b"
)
"""What is said of a mission alone, whatever its name: "Hope, dont le lancement ..."."""
_ONE_OF = re.compile(r"(?<!\w)(?i:an|a|another|une?|un autre)(?: [a-zà-ÿ-]+){0,2} $")
"""What stands before one of a series: "a Progress", "an uncrewed Progress"."""
_LIFE_OF = re.compile(
    r"\b(?:launch|lift-?off|good health|(?:in-orbit )?commissioning|lancement|mise en orbite|bonne santé|décollage)"
    r" (?:of (?:the )?|d[e'’] ?(?:la |l['’])?)$"
)
"""What only a craft has: "the launch of Odin", "la bonne santé d'Odin"."""
_FLIES_ON = re.compile(
    r"\b(?:launch|loft|orbit|fl(?:y|ew|own)|lift|r[io]de|carried|lanc|tir|emport|décoll|plac)\w*[^.;\n]{0,60}"
    r"\b(?:by|on|aboard|atop|par|sur|bord d)(?: |['’])(?:an?|the|une?|la|le) (?:[A-ZÀ-Þ]?[a-zà-ÿ-]+ )?$"
)
"""What stands before the rocket of a launch: "launched in 1999 by an American Taurus"."""
_FLYING = {"Mission", "Payload", "Programme"}
_BODIES = {"Agency", "Organisation"}
_PLACES = {"City", "Country"}
_FLIGHT = 260


def find(text: str, lexicon: Lexicon, language: Language) -> Iterator[Found]:
    """Yield the known names in `text`; one that needs company is left out where it has none."""
    hits = _Hits(_capitalised(text) if language.code == "fr" else text, lexicon, language)
    for hit in hits.counting():
        kind = lexicon.known[hit.senses[0].key].kind
        begin = hit.begin + (_noun_before(text[hit.begin : hit.end]) if kind in _FLYING else 0)
        yield Found(
            span=Span(begin, hit.end),
            kind=kind,
            name=text[begin : hit.end],
            keys=tuple(dict.fromkeys(s.key for s in hit.senses)),
            method="lexicon",
            contextual=all(s.contextual for s in hit.senses),
        )


_LOW_AGENCY = re.compile(
    r"\ba(?=gence spatiale (?:[a-zà-ÿ]+\b(?! ?\(?[A-Z]|,? (?:(?:la|le) |l['’])?[A-Z]{2})|(?:des |du |de la |de l['’]|d['’]|de )[A-ZÀ-Þ]))"
)
_APPOSED = re.compile(r"[A-ZÀ-Þ)][\w)]*, (?:l['’]|une )?$")


def _capitalised(text: str) -> str:
    """Return the text with "agence spatiale italienne" as the name that it is, where no other name is beside it."""

    def capital(match: re.Match[str]) -> str:
        before = text[max(0, match.start() - _BESIDE) : match.start()]
        return "a" if _APPOSED.search(before) else "A"

    return _LOW_AGENCY.sub(capital, text) if "agence spatiale" in text else text


_LEADING = re.compile(
    r"(?:station|mission|programme|plateforme|satellite|sonde) (?:[a-zà-ÿ]+ )?(?=[A-ZÀ-Þ])"
)


def _noun_before(words: str) -> int:
    """Return the length of the noun that is no part of a name: "station Gateway" is Gateway."""
    noun = _LEADING.match(words)
    return noun.end() if noun is not None else 0


@dataclass(frozen=True, slots=True)
class _Hits:
    """The known names of a text, and which of them count."""

    text: str
    lexicon: Lexicon
    language: Language

    def counting(self) -> list[Hit]:
        """Return the names that count, each with the senses that do, by offset."""
        every = sorted([*self._plain(), *self._bracketed()], key=lambda h: (h.begin, -h.end))
        sure = [self._sure(hit) for hit in every]
        self._spread(every, sure)
        within = (
            h
            for hit, one in zip(every, sure, strict=True)
            if not one.senses
            for h in self._within(hit)
        )
        inner = [self._sure(hit) for hit in within]
        return sorted((h for h in (*sure, *inner) if h.senses), key=lambda h: (h.begin, -h.end))

    def _within(self, hit: Hit) -> Iterator[Hit]:
        """Yield the names within one that does not count: "Soyuz" of "Soyuz at the Guiana Space Centre"."""
        words = self.text[hit.begin : hit.end]
        first, _, rest = words.partition(" ")
        if not rest or first.casefold() == "the":
            return
        begin = hit.end - len(rest)
        for part, at in ((words[:-1], hit.begin), (rest, begin)):
            for inner in self.lexicon.hits(part):
                yield inner._replace(begin=at + inner.begin, end=at + inner.end)

    def _plain(self) -> Iterator[Hit]:
        """Yield the names as they stand, less those in addresses and idioms and what reads otherwise."""
        some = any(sign in self.text for sign in _SIGNS)
        addresses = [m.span() for m in _ADDRESS.finditer(self.text)] if some else []
        # Idioms that hold a word which is also a name: "mettre le cap sur".
        idioms = expression(self.language.code, "idioms", any_case=True)
        addresses += [m.span() for m in idioms.finditer(self.text)]
        for hit in self._named(self.lexicon.hits(self.text)):
            if addresses and any(begin <= hit.begin < end for begin, end in addresses):
                continue
            read_otherwise = (
                self.text[hit.begin - 1 : hit.begin] in _MONEY
                or self._ordinary(hit)
                or self._accords(hit)
                or self._given(hit)
                or self._begun(hit)
                or self._inside(hit)
                or self._doubled(hit)
                or self._new(hit)
            )
            if not read_otherwise:
                yield hit

    def _named(self, hits: Iterable[Hit]) -> Iterator[Hit]:
        """Yield hits, and where a body's seat is no name ("au siège de la NASA"), the body's."""
        for hit in hits:
            seat = _SEAT.match(self.text, hit.begin, hit.end)
            if seat is None:
                yield hit
                continue
            for inner in self.lexicon.hits(self.text[seat.end() : hit.end]):
                yield inner._replace(begin=seat.end() + inner.begin, end=seat.end() + inner.end)

    def _new(self, hit: Hit) -> bool:
        """Tell whether a site's acronym is an instrument's here: "la caméra superspectrale VSSC"."""
        if self.lexicon.known[hit.senses[0].key].kind != "Site":
            return False
        before = self.text[max(0, hit.begin - _COMPANY) : hit.begin]
        after = _NEXT_WORDS.match(self.text, hit.end)
        nouns = self.language.set("payload-head")
        named = _instrument(self.language.code).search(before) is not None
        named = named or (after is not None and not nouns.isdisjoint(after[0].split()))
        return named and self.text[hit.begin : hit.end].isupper()

    def _doubled(self, hit: Hit) -> bool:
        """Tell whether a person's known surname begins another's, or names a thing: "prix X"."""
        if self.lexicon.known[hit.senses[0].key].kind != "Person":
            return False
        noun = _NOUN.search(self.text[max(0, hit.begin - _COMPANY) : hit.begin])
        thing = noun is not None and noun[1] in self.language.set("stop")
        return thing or _DOUBLE.match(self.text, hit.end) is not None

    def _bracketed(self) -> Iterator[Hit]:
        """Yield names interrupted by an acronym: "United Arab Emirates (UAE) Space Agency"."""
        for bracket in _ACRONYM.finditer(self.text):
            start = max(0, bracket.start() - _REACH)
            left = self.text[start : bracket.start()]
            gap = bracket.end() - bracket.start()
            for hit in self.lexicon.hits(left + self.text[bracket.end() :][:_REACH]):
                if hit.begin < len(left) < hit.end:
                    yield hit._replace(begin=start + hit.begin, end=start + hit.end + gap)

    def _ordinary(self, hit: Hit) -> bool:
        """Tell whether the words are a function word of the language, or of any in a line of capitals."""
        words = self.text[hit.begin : hit.end].casefold()
        if words in self.language.set("function"):
            return True
        return words in _function_words() and _in_capitals(self.text, hit.begin)

    def _given(self, hit: Hit) -> bool:
        """Tell whether a name is a person's here: "M. Maurice Couve de Murville", "Claire Barclay"."""
        kind = self.lexicon.known[hit.senses[0].key].kind
        if kind in _FLYING and all(s.contextual for s in hit.senses):
            named = is_given(self.text[hit.begin : hit.end])
            return named and _SURNAME.match(self.text, hit.end) is not None
        if kind in _FLYING and self._person(hit):
            return True
        before = self.text[max(0, hit.begin - 20) : hit.begin]
        given = _NAME_BEFORE.search(before)
        if kind in _PLACES and given is not None and is_given(given[0].strip()):
            return True
        if kind == "Country" and self._foreign(hit):
            # "Dominique Renaux" in English, which calls the island Dominica.
            return _SURNAME.match(self.text, hit.end) is not None
        return kind == "Country" and _HONOURED.search(before) is not None

    def _foreign(self, hit: Hit) -> bool:
        """Tell whether a given name is that of a country in another language only."""
        words, code = self.text[hit.begin : hit.end], self.language.code
        return is_given(words) and all(
            (words, code) not in self.lexicon.known[s.key].labels for s in hit.senses
        )

    def _person(self, hit: Hit) -> bool:
        """Tell whether an acronym's letters are a given name here: "Lisa" is not LISA."""
        words = self.text[hit.begin : hit.end]
        if words.isupper() or not is_given(words):
            return False
        labels = {label for s in hit.senses for label, _ in self.lexicon.known[s.key].labels}
        return words not in labels and words.upper() in labels

    def _inside(self, hit: Hit) -> bool:
        """Tell whether the words are only part of a name: "WildTrackCube-SIMBA", "Joint Polar System"."""
        kind = self.lexicon.known[hit.senses[0].key].kind
        if self.text[hit.begin : hit.end] in _FORMS:
            beside = _CAPITAL.match(self.text, hit.end) or _NAME_BEFORE.search(
                self.text[max(0, hit.begin - _REACH) : hit.begin]
            )
            return beside is not None
        if kind in _BODIES and _NUMBERED.match(self.text, hit.end):
            return not any(self._flies(s) for s in hit.senses)
        if kind not in _FLYING:
            return False
        if self.text[max(0, hit.begin - 2) : hit.begin].endswith("-") and _JOINED.search(
            self.text[max(0, hit.begin - _REACH) : hit.begin]
        ):
            return True
        if not all(s.contextual for s in hit.senses) or not _CAPITAL.match(self.text, hit.end):
            return False
        return _CAPITALS.search(self.text[max(0, hit.begin - _REACH) : hit.begin]) is not None

    def _begun(self, hit: Hit) -> bool:
        """Tell whether the words only begin a ship's name: "vaisseau Soyouz" of "Soyouz MS-03"."""
        words = self.text[hit.begin : hit.end]
        return _CREWED.search(words) is not None and _SHIP.match(self.text, hit.end) is not None

    def _accords(self, hit: Hit) -> bool:
        """Tell whether the words only name a treaty: "the Artemis Accords"."""
        if self.lexicon.known[hit.senses[0].key].kind not in _FLYING:
            return False
        after = _ACCORDS.match(self.text, hit.end)
        return after is not None or plain(self.text[: hit.begin][-9:]).endswith("accords ")

    def _sure(self, hit: Hit) -> Hit:
        """Return the hit with the senses that count by themselves or by the words around them."""
        senses = tuple(s for s in hit.senses if self._counts(s, hit))
        senses = self._in_language(hit, self._site_of_launch(hit) or senses)
        kinds = {self.lexicon.known[s.key].kind for s in senses}
        if {"City", "Site"} <= kinds:
            wanted = "Site" if self._flown_from(hit) else "City"
            senses = tuple(s for s in senses if self.lexicon.known[s.key].kind == wanted)
        bodies = tuple(s for s in hit.senses if self.lexicon.known[s.key].kind in _BODIES)
        numbered = _NUMBERED.match(self.text, hit.end) is not None
        if bodies and not numbered and any(self._flies(s) for s in hit.senses):
            # "Leonardo" is the firm unless a noun just beside it tells a module or a mission.
            flying = tuple(s for s in senses if self._flies(s) and self._called(s, hit))
            flying = flying or self._tools(hit)
            senses = flying or bodies
        senses = self._as_written(hit, senses)
        if len(senses) > 1 and (all(s.contextual for s in senses) or self._flown(senses)):
            senses = tuple(s for s in senses if self._called(s, hit)) or senses
        return hit if len(senses) == len(hit.senses) else hit._replace(senses=senses)

    def _in_language(self, hit: Hit, senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
        """Prefer a country by its name to a city that another language calls so: "Mexico"."""
        if len(senses) < len("ab"):
            return senses
        words, code = self.text[hit.begin : hit.end], self.language.code
        known = self.lexicon.known
        own = tuple(s for s in senses if (words, code) in known[s.key].labels)
        places = all(known[s.key].kind in _PLACES for s in senses)
        return own if own and places else senses

    def _site_of_launch(self, hit: Hit) -> tuple[Sense, ...]:
        """Return a launch site's sense of a town's name where a flight left: "by Vega from Kourou"."""
        sites = tuple(s for s in hit.senses if self.lexicon.known[s.key].kind == "Site")
        if not sites or len(sites) == len(hit.senses):
            return ()
        before = self.text[max(0, hit.begin - _FLIGHT) : hit.begin].rpartition("\n\n")[2]
        left = before.endswith((" from ", " depuis ")) and _launch(self.language.code)
        return sites if left and left.search(before) else ()

    def _flown_from(self, hit: Hit) -> bool:
        """Tell whether a town is where something flies from: "lancé de Kourou"."""
        return _FLOWN.search(self.text[max(0, hit.begin - _REACH) : hit.begin]) is not None

    def _as_written(self, hit: Hit, senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
        """Prefer an acronym written as one to a town's name in capitals: MADRAS is no Madras."""
        words = self.text[hit.begin : hit.end]
        exact = tuple(s for s in senses if s.surface == words)
        if not exact or not words.isupper() or _in_capitals(self.text, hit.begin):
            return senses
        return exact

    def _flown(self, senses: Sequence[Sense]) -> bool:
        """Tell whether one of the senses flies: Themis the rocket, or the probes."""
        kinds = {self.lexicon.known[s.key].kind for s in senses}
        return not kinds.isdisjoint(_FLYING | {"LaunchVehicle"})

    def _tools(self, hit: Hit) -> tuple[Sense, ...]:
        """Return the senses of an instrument that its noun follows: "the ROSA atmospheric sounder"."""
        after = _NEXT_WORDS.match(self.text, hit.end)
        nouns = self.language.set("payload-head")
        if after is None or nouns.isdisjoint(after[0].split()):
            return ()
        return tuple(s for s in hit.senses if self.lexicon.known[s.key].kind == "Payload")

    def _called(self, sense: Sense, hit: Hit) -> bool:
        """Tell whether the noun beside a name of several is that of the sense's own class."""
        own = _own_nouns(self.language.code, self.lexicon.known[sense.key].kind)
        return _accompanied(self.text, hit, own, _BESIDE)

    def _counts(self, sense: Sense, hit: Hit) -> bool:
        kind = self.lexicon.known[sense.key].kind
        words = self.text[hit.begin : hit.end].lower()
        if kind in _FLYING and words in self.language.set("celestial"):
            own = self.text[hit.begin : hit.end] in self._spellings(sense)
            # "The Venus satellite" may be VENµS; a mission or probe of Venus is another's.
            if not own and "satellite" not in self._beside(hit):
                return False
            return _accompanied(self.text, hit, _company(self.language.code, kind), _BESIDE)
        if not sense.contextual:
            return True
        # "INDIA'S FIRST LUNAR ORBITER": a line of capitals does not tell a name from a word.
        return not _in_capitals(self.text, hit.begin) and self._in_company(hit, kind)

    def _in_company(self, hit: Hit, kind: str) -> bool:
        """Tell whether the words around a name that is also a word show that it is one."""
        if kind == "Mission" and _TO_FLY.match(self.text, hit.end):
            return True
        if kind == "Site" and self._flown_from(hit):
            return True
        if kind == "Mission" and _LIFE_OF.search(
            self.text[max(0, hit.begin - _COMPANY) : hit.begin]
        ):
            return True
        if kind in _FLYING | {"LaunchVehicle"} and self._alone(hit, kind):
            return True
        reach = _BESIDE if kind in _BODIES else _COMPANY
        return _accompanied(self.text, hit, _company(self.language.code, kind), reach)

    def _alone(self, hit: Hit, kind: str) -> bool:
        """Tell whether a capital after an article tells a name: "a Progress", "on the Gateway"."""
        if _CAPITAL.match(self.text, hit.end):
            return False
        words = self.text[hit.begin : hit.end]
        if words.startswith("the ") and words[len("the ")].isupper():
            return True
        before = self.text[max(0, hit.begin - _REACH) : hit.begin]
        if kind == "LaunchVehicle":
            return _FLIES_ON.search(before) is not None
        if kind == "Mission" and words[0].isupper() and _ONE_OF.search(before):
            return True
        around = f"{before[-_BESIDE:]}|{self.text[hit.end : hit.end + _BESIDE]}"
        return _craft(self.language.code).search(around) is not None

    def _beside(self, hit: Hit) -> str:
        begin, end = max(0, hit.begin - len("satellite ")), hit.end + len(" satellite")
        return self.text[begin:end].casefold()

    def _spellings(self, sense: Sense) -> set[str]:
        """Return the labels of a sense as they are written: VENµS is no "Venus"."""
        return {text for text, _ in self.lexicon.known[sense.key].labels}

    def _spread(self, every: Sequence[Hit], sure: list[Hit]) -> None:
        """Let names count that are listed with ones that do, or that have counted elsewhere."""
        told = {s.key for hit in sure for s in hit.senses}
        for order in (range(1, len(every)), range(len(every) - 2, -1, -1)):
            for i in order:
                beside = i - 1 if order.step > 0 else i + 1
                if not sure[i].senses:
                    sure[i] = self._joined(every[i], sure[beside], told)

    def _joined(self, hit: Hit, beside: Hit, told: set[str]) -> Hit:
        if plain(self.text[hit.begin : hit.end]) in self.language.set("celestial"):
            return hit._replace(senses=())
        listed = self._listed(hit, beside)
        senses = (s for s in hit.senses if s.key in told or (listed and self._flies(s)))
        return hit._replace(senses=tuple(senses))

    def _listed(self, hit: Hit, beside: Hit) -> bool:
        if not any(self._flies(s) for s in beside.senses):
            return False
        begin, end = min(hit.end, beside.end), max(hit.begin, beside.begin)
        return _LISTED.fullmatch(self.text, begin, end) is not None and self.text[begin:end] != " "

    def _flies(self, sense: Sense) -> bool:
        return self.lexicon.known[sense.key].kind in _FLYING


@cache
def _instrument(code: str) -> re.Pattern[str]:
    """Return the noun of an instrument, with an adjective or two, just before a name."""
    heads = "|".join(map(re.escape, load(code).words["payload-head"]))
    return re.compile(rf"\b(?:{heads})s? (?:[a-zà-ÿ-]+ ){{0,2}}$", re.IGNORECASE)


@cache
def _function_words() -> frozenset[str]:
    return frozenset().union(*(load(code).set("function") for code in CODES))


def _in_capitals(text: str, at: int) -> bool:
    """Tell whether the line that holds place `at` is written in capitals."""
    end = text.find("\n", at)
    line = text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]
    return len(line.split()) > len("ab") and line.isupper()


@cache
def _launch(code: str) -> re.Pattern[str]:
    return _whole(load(code).words["launch"])


@cache
def _company(code: str, kind: str) -> re.Pattern[str]:
    """Return the nouns that stand beside names of a class."""
    words = load(code).words
    lists = [words.get(f"{head}-head") or words[head] for head in _HEADS.get(kind, _ENDEAVOURS)]
    return _whole(word for entries in lists for word in entries)


@cache
def _craft(code: str) -> re.Pattern[str]:
    """Return nouns that tell a known name beside them to be a craft: "a Progress freighter"."""
    nouns = load(code).alternatives("craft-noun")
    return re.compile(rf"(?<!\w)(?:{nouns}) \||\| (?:{nouns})s?(?!\w)")


@cache
def _own_nouns(code: str, kind: str) -> re.Pattern[str]:
    """Return the nouns of just one class: "programme" for a Programme."""
    head = next((h for h, k in KINDS.items() if k == kind), "mission")
    return _whole(load(code).words[f"{head}-head"])


def _whole(words: Iterable[str]) -> re.Pattern[str]:
    longest = sorted({re.escape(w) for w in words}, key=lambda w: (-len(w), w))
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest)})s?(?!\w)", re.IGNORECASE)


def _accompanied(text: str, hit: Hit, company: re.Pattern[str], reach: int) -> bool:
    """Tell whether a noun of the kind (mission, rover, instrument) stands within reach."""
    before = _SENTENCE.split(text[max(0, hit.begin - reach) : hit.begin])[-1]
    after = _SENTENCE.split(text[hit.end : hit.end + reach])[0]
    return company.search(f"{before} | {after}") is not None


def demonyms(text: str, lexicon: Lexicon) -> tuple[tuple[Span, str], ...]:
    """Return the demonyms in `text` ("French", "franco-russe") with the key of their country."""
    low = plain(text)
    found = [(Span(*match.span()), "country/france") for match in _FRANCO.finditer(low)]
    for word, begin, end in lexicon.demonym_words.places(low):
        if text[begin].isupper() or _lower_demonym(word):
            found.append((Span(begin, end), lexicon.demonyms[word]))
    return tuple(sorted(found))


def _lower_demonym(word: str) -> bool:
    return len(word) > len("turc")
