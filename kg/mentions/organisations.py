"""Organisations and sites that no lexicon knows, by their head nouns (Ministry, University, base)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.anchors import Anchors, merge, plain
from kg.authority import Lexicon
from kg.languages import Language, load
from kg.mentions.capitals import LOWER, UPPER, WORD
from kg.mentions.kinds import KINDS
from kg.model import Found, Span

_LIST = rf"{WORD}(?:[ ]{WORD})*(?:(?:,[ ]{WORD}(?:[ ]{WORD})*)*,?[ ](?:and|&)[ ](?:the[ ])?{WORD}(?:[ ]{WORD})*)?"
_FR_ADJECTIVE = rf"[{LOWER}]+(?:iques?|ale?s?|aux|aires?|elle?s?|iennes?|iens?|aise?s?|oise?s?|ives?|ifs?|ières?|ères?|eure?s?|ouge|naux|gnole?s?|ande?s?|sses?|nne?s?|ine?s?|ées?|és?|nde?s?)"
_FR_OF = r"(?:[ ](?:chargé[e]?[ ])?(?:de[ ]la[ ]|de[ ]l['’]|du[ ]|des[ ]|de[ ]|d['’]|pour[ ]le[ ]|pour[ ]la[ ]|pour[ ]l['’]|pour[ ]|à[ ]la[ ]|à[ ]l['’]|à[ ]))"
_LEAD = re.compile(
    r"^(?:(?:The|At|In|On|Both|A|An|For|From|By|With|Of|And|Le|La|Les|Un|Une|Au|Du|Des|To|As|My|Our|Your|Your|All|Each|Every|Many|Some|These|Those|Several|Its|His|Her|Their|This|That|When|Where|It|Mr|Mrs|Dr|Chairman|President|Minister|Director)[ ]+)+"
)
_HEADS = ("agency", "site", "organisation")
_BEFORE, _AFTER = 130, 260
"""How far a name may reach before and after its head noun."""
_COMPANIES = (
    "start-up",
    "startup",
    "company",
    "firm",
    "operator",
    "manufacturer",
    "nonprofit",
    "non-profit",
)
_SOCIETES = (
    "start-up",
    "startup",
    "jeune pousse",
    "société",
    "entreprise",
    "opérateur",
    "constructeur",
    "industriel",
)
_NAMED = ("université", "institut", "école", "laboratoire", "observatoire", "fondation", "collège")
"""French nouns that a proper name follows at once: "l'université Paul-Sabatier"."""
_EN_OF = r"(?:[ ](?:of|for)[ ]|(?<=Committee)[ ]on[ ]|(?<=Commission)[ ]on[ ]|(?<=Council)[ ]on[ ])"
_OWNER = re.compile(r"(?<!Minister)(?<!President)(?<!Secretary)['’]s ")
_POST = re.compile(
    r"(?<! of)(?<! of the)(?: (?:Acting|Deputy|Associate|Executive|Senior|Vice|Assistant|Program|Project))* "
    r"(?:Director|Administrator|President|Chair|Chairman|Chairwoman|Minister|Secretary|Head|CEO|"
    r"Commissioner|Rector|Dean|Manager|Scientist|Astronaut)\b(?![’'])(?! of the ).*"
)
"""The post that stands after a body's name: "Science Office | Acting Director"."""
_JOINT = re.compile(r",? (?:and|&|et) |, ")
_JOINT_END = re.compile(r"(?:,|\sand|\s&|\set|,\s?and)\s(?:the\s|le\s|la\s|l['’])?$")
_NATIONAL = re.compile(
    r"\b(?:State|National|Federal|Royal|European|African|Arab|Latin|nationale?|européenne|fédérale)\b"
)
_HONORIFIC_END = re.compile(r" (?:MM|M|Mmes?|Mlle|Mrs?|Ms|Dr)$")
"""The honorific of who is named next: "à l'ambassade de France M. X"."""
_CENTRE = re.compile(r"\b(?:Cent(?:er|re)|spatial)\b")
_BARE = {"space agency", "space center", "space centre", "agence spatiale", "centre spatial"}
_BODIES = {"Agency", "Organisation", "Country", "Site"}
_OWNERS = {"Agency", "Organisation"}
_NAMED_KINDS = {"Agency", "Person", "Mission", "Programme", "Organisation"}
_PLACES = {
    "Centre",
    "Center",
    "Office",
    "Centres",
    "Centers",
    "Offices",
    "Council",
    "Board",
    "Group",
    "Team",
}
_STRONG = {
    *("ministry", "department", "university", "institute", "academy", "council", "agency"),
    *("commission", "committee", "laboratory", "observatory", "school", "college", "foundation"),
    *("association", "society", "corporation", "office", "organisation", "organization"),
    *("ministère", "département", "université", "institut", "académie", "conseil", "agence"),
    *("comité", "laboratoire", "observatoire", "école", "fondation", "société", "direction"),
}
"""Nouns that begin or end the name of a body of its own."""
_SPACE_AGENCY = re.compile(r"\b(?:space agency|agence spatiale)\b", re.IGNORECASE)
_SEAT = re.compile(r"\s(?:of|in)\s(?P<town>\w[\w .-]*)$")
_FIRM = re.compile(r"(?:Industries|Aerospace|Systems|Technologies|Company|Corporation|Group|Labs)$")


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A shape of names: the class it gives, how it finds them, and the words it cannot be without.

    `capital` tells that these words begin with a capital in all its names.
    """

    kind: str
    method: str
    anchors: Anchors
    regex: re.Pattern[str]
    capital: bool = False


@cache
def _patterns(code: str) -> tuple[_Pattern, ...]:
    return _english() if code == "en" else _french(code)


def _title_case(words: tuple[str, ...]) -> str:
    """Return alternatives in which each word of a head begins with a capital, or all are capitals."""
    forms = {" ".join(w[:1].upper() + w[1:] for w in head.split()) for head in words}
    forms |= {head.upper() for head in words}
    return "|".join(sorted(map(re.escape, forms), key=lambda f: (-len(f), f))).replace(
        r"\ ", r"[ ]"
    )


def _english() -> tuple[_Pattern, ...]:
    language = load("en")
    before = rf"(?:{WORD}(?:[ ]\([{UPPER}]+\))?(?:,?[ ](?:and|&)[ ]|[ ]))"
    found = []
    for head in _HEADS:
        words = language.words[f"{head}-head"]
        tail = rf"(?:{_EN_OF}(?:the[ ])?{_LIST})*"
        full = rf"(?<![\w’'&-]){before}{{0,6}}?(?:{_title_case(words)})(?![\w-]){tail}"
        found.append(_Pattern(KINDS[head], "head-noun", Anchors(words), re.compile(full), True))
    sites = language.words["site-head"]
    lower = "|".join(re.escape(h) for h in sorted(sites, key=len, reverse=True))
    full = rf"(?<![\w’'-])(?:{WORD}[ ]){{1,3}}(?:{lower})(?!\w)"
    found.append(_Pattern("Site", "head-noun", Anchors(sites), re.compile(full)))
    return (*found, _company(_COMPANIES), _company_ending("en"))


def _french(code: str) -> tuple[_Pattern, ...]:
    language = load(code)
    found = []
    for head in _HEADS:
        words = language.words[f"{head}-head"]
        forms = sorted({h[:1].upper() + h[1:] for h in words}, key=len, reverse=True)
        heads = "|".join(map(re.escape, forms))
        if head == "organisation":
            heads += "|ministère|université"
        word = rf"(?:[{UPPER}{LOWER}][\w-]*)"
        part = rf"{_FR_OF}{word}(?:[ ]{_FR_ADJECTIVE}(?!\w)|[ ]{WORD})*"
        more = rf"(?:(?:,|[ ]et)(?![ ]à[ ])(?={_FR_OF}){part})*"
        full = rf"(?<![\w-])(?:{heads})(?!\w)(?:[ ]{_FR_ADJECTIVE}(?!\w))*(?:{part}{more})*"
        capital = head != "organisation"
        found.append(_Pattern(KINDS[head], "head-noun", Anchors(words), re.compile(full), capital))
    full = rf"(?<![\w-])(?i:{'|'.join(_NAMED)})(?:[ ]{WORD})+"
    found.append(_Pattern("Organisation", "head-noun", Anchors(_NAMED), re.compile(full)))
    return (*found, _company(_SOCIETES), _company_ending(code))


def _company(nouns: tuple[str, ...]) -> _Pattern:
    """Return the pattern of a name after "the company" or "start-up"."""
    full = rf"\b(?:{'|'.join(nouns)}),?(?: {_FR_ADJECTIVE})? ({WORD}(?:[ ]{WORD}){{0,3}})"
    return _Pattern("Organisation", "company", Anchors(nouns), re.compile(full))


def _company_ending(code: str) -> _Pattern:
    """Return the pattern of a name before "Inc.", "GmbH" or "S.A."."""
    endings = load(code).words["company-ending"]
    forms = "|".join(re.escape(e) for e in sorted(endings, key=len, reverse=True))
    full = rf"(?<![\w’'-])((?:{WORD}[ ](?:&[ ])?){{0,3}}{WORD}),?[ ](?:{forms})(?![\w-])"
    return _Pattern("Organisation", "company", Anchors(endings), re.compile(full))


def find(
    text: str,
    names: Sequence[Found],
    lexicon: Lexicon,
    language: Language,
    demonyms: Sequence[tuple[Span, str]],
) -> Iterator[Found]:
    """Yield organisations, agencies and sites by the shape of their names."""
    reader = _Reader(text, tuple(names), dict(demonyms), language)
    low = plain(text)
    for pattern in _patterns(language.code):
        for span in reader.spans(pattern, low):
            name = " ".join(text[span.begin : span.end].split())
            keys = _national_agency(text, span, lexicon, reader.nationals)
            kind = "Agency" if keys else reader.kind(pattern.kind, span)
            yield Found(span, kind, name, keys, pattern.method)


@dataclass(frozen=True, slots=True)
class _Reader:
    """A text in which names of bodies are sought: its known names and its demonyms."""

    text: str
    names: tuple[Found, ...]
    nationals: dict[Span, str]
    language: Language

    def spans(self, pattern: _Pattern, low: str) -> Iterator[Span]:
        """Yield the names that a pattern finds; what one was trimmed of may hold the next."""
        places = pattern.anchors.starts(low)
        if pattern.capital:
            places = [at for at in places if self.text[at].isupper()]
        for begin, end in merge((at - _BEFORE, at + _AFTER) for at in places):
            match = pattern.regex.search(self.text, begin, end)
            while match is not None:
                span = self._trim(Span(*match.span(match.lastindex or 0)))
                if span is not None and self._worth(span, pattern.method):
                    yield span
                at = max(span.end, match.start() + 1) if span is not None else match.end()
                match = pattern.regex.search(self.text, at, end)

    def kind(self, kind: str, span: Span) -> str:
        """Return the class of a name: an unknown agency is a nation's, or else no agency."""
        words = self.text[span.begin : span.end]
        if kind != "Agency" or _NATIONAL.search(words) or self._of_a_nation(span):
            return kind
        return "Site" if _CENTRE.search(words) else "Organisation"

    def _of_a_nation(self, span: Span) -> bool:
        inside = [n.span for n in self.names if n.kind == "Country"]
        return any(span.begin <= s.begin < span.end for s in (*inside, *self.nationals))

    def _trim(self, span: Span) -> Span | None:
        """Leave out a leading article, an owner, and what follows "and" where another name begins."""
        lead = _LEAD.match(self.text[span.begin : span.end])
        begin = span.begin + (lead.end() if lead else 0)
        end = min(self._before_known(begin, span.end), span.end)
        end = self._before_head(begin, end)
        post = _POST.search(self.text, begin + 1, end)
        end = post.start() if post else end
        owner = list(_OWNER.finditer(self.text, begin, end))
        if owner and _strong(self.language.code).search(self.text, begin, owner[0].start()):
            end = owner[0].start()
        elif owner:
            begin = owner[-1].end()
        words = _HONORIFIC_END.sub("", self.text[begin:end].rstrip(" ,&"))
        words = self._without_seat(begin, words)
        end = begin + len(words) - (2 if words.endswith(("'s", "’s")) else 0)
        return Span(begin, end) if end > begin else None

    def _without_seat(self, begin: int, words: str) -> str:
        """Leave out the town of a firm: "Ball Aerospace | of Boulder", but "University of Bern"."""
        seat = _SEAT.search(words)
        if seat is None or not _FIRM.search(words[: seat.start()]):
            return words
        town = begin + seat.start("town")
        cities = (n.span.begin for n in self.names if n.kind == "City")
        return words[: seat.start()] if town in cities else words

    def _before_known(self, begin: int, end: int) -> int:
        for name in self.names:
            if begin < name.span.begin < end and name.kind in _NAMED_KINDS:
                joint = _JOINT_END.search(self.text[begin : name.span.begin])
                if joint:
                    return begin + joint.start()
        return end

    def _before_head(self, begin: int, end: int) -> int:
        """End a name before "and the Ministry of": two bodies are two names."""
        strong = _strong(self.language.code)
        for joint in _JOINT.finditer(self.text, begin, end):
            if self.text.startswith("the ", joint.end()):
                return joint.start()
            if strong.search(self.text, begin, joint.start()) and strong.search(
                self.text, joint.end(), end
            ):
                return joint.start()
        return end

    def _worth(self, span: Span, method: str) -> bool:
        """Tell whether the words are a name: two words or more, and not a body's or nation's thing."""
        words = self.text[span.begin : span.end].split()
        over = [n for n in self.names if n.span.begin < span.end and span.begin < n.span.end]
        if method == "company":
            return not over and not _of_capitals(self.text[span.begin : span.end])
        if not _heads(self.language.code).search(self.text, span.begin, span.end):
            return False
        if len(words) < len("ab") or (
            len(words) > len("abc") and self.text[span.begin : span.end].isupper()
        ):
            return False
        folded = " ".join(words).casefold()
        if folded in self.language.set("organisation-not") or folded in _BARE:
            return False
        if folded.endswith(self.language.words["organisation-not-ending"]):
            return False
        inner = [n for n in over if span.begin <= n.span.begin and n.span.end <= span.end]
        return not self._owned(span, inner) and self._proper(span, words, inner)

    def _owned(self, span: Span, inner: Sequence[Found]) -> bool:
        """Tell whether the words are a known name, or a known body and a noun ("the ESA Centre")."""
        bodies = [n for n in inner if n.kind in _BODIES]
        if any(n.span.end == span.end and not self._embassy(span, n) for n in bodies):
            return True
        first = next((n for n in bodies if n.span.begin == span.begin), None)
        if first is None or self.text[first.span.end : first.span.end + 1] != " ":
            return False
        rest = self.text[first.span.end + 1 : span.end]
        if first.kind == "Country":
            return rest[:1].islower()
        return " " not in rest and first.kind in _OWNERS and not rest.isupper() and rest in _PLACES

    def _embassy(self, span: Span, inner: Found) -> bool:
        """Tell whether the words are the house that a country keeps: "Ambassade de France"."""
        head = self.text[span.begin : inner.span.begin].casefold()
        return inner.kind == "Country" and head.startswith(("ambassade", "résidence", "consulat"))

    def _proper(self, span: Span, words: Sequence[str], inner: Sequence[Found]) -> bool:
        """Tell whether a name that ends in a common noun has a name before it that is its own."""
        last = words[-1]
        if len(words) == len("ab") and last.casefold() in _STRONG and self._national(span):
            return False
        if not last[:1].islower() or len(words) > len("abc"):
            return True
        prefix = self.text[span.begin : span.end - len(last)].strip()
        owned = {self.text[n.span.begin : n.span.end] for n in inner if n.kind != "City"}
        national = {self.text[s.begin : s.end] for s in self.nationals}
        return prefix not in owned | national and not prefix.endswith(("Space", "Ground"))

    def _national(self, span: Span) -> bool:
        return any(s.begin == span.begin for s in self.nationals)


@cache
def _heads(code: str) -> re.Pattern[str]:
    """Return the head nouns of bodies and sites: a name trimmed of its noun is none."""
    words = load(code).words
    heads = [*_NAMED, *(h for kind in _HEADS for h in words[f"{kind}-head"])]
    longest = sorted(map(re.escape, set(heads)), key=lambda h: (-len(h), h))
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)", re.IGNORECASE)


@cache
def _strong(code: str) -> re.Pattern[str]:
    """Return the nouns that begin or end the name of a body of its own."""
    heads = [h for h in load(code).words["organisation-head"] if h in _STRONG]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, heads))})(?!\w)", re.IGNORECASE)


def _of_capitals(words: str) -> bool:
    return " " in words and words.isupper()


def _national_agency(
    text: str, span: Span, lexicon: Lexicon, nationals: dict[Span, str]
) -> tuple[str, ...]:
    """Return the agency that "the French Space Agency" means: the one its country has today."""
    words = text[span.begin : span.end]
    if not _SPACE_AGENCY.search(words):
        return ()
    countries = {c for s, c in nationals.items() if span.begin <= s.begin and s.end <= span.end}
    if len(countries) != 1:
        return ()
    country = next(iter(countries))
    agencies = [
        k.key
        for k in lexicon.known.values()
        if k.kind == "Agency" and k.country == country and k.until is None
    ]
    return tuple(agencies) if len(agencies) == 1 else ()
