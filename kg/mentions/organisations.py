"""Organisations and sites that no lexicon knows, by their head nouns (Ministry, University, base)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kg.anchors import merge, plain
from kg.authority import Lexicon
from kg.languages import Language, load
from kg.mentions.given import is_given
from kg.mentions.shapes import HEADS, NAMED, Shape, shapes
from kg.model import Found, Span

_LEAD = re.compile(
    r"^(?:(?:The|At|In|On|Both|A|An|For|From|By|With|Of|And|Le|La|Les|Un|Une|Au|Du|Des|To|As|My|Our|Your|Your|All|Each|Every|Many|Some|These|Those|Several|Its|His|Her|Their|This|That|When|Where|It|Mr|Mrs|Dr|Chairman|President|Minister|Director)[ ]+)+"
)
_BEFORE, _AFTER = 130, 260
"""How far a name may reach before and after its head noun."""
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
_LOOSE_END = re.compile(r"(?:[ ,&]|\s(?:and|et)(?!\w))+$")
_HONORIFIC_END = re.compile(r" (?:MM|M|Mmes?|Mlle|Mrs?|Ms|Dr)$")
"""The honorific of who is named next: "à l'ambassade de France M. X"."""
_CENTRE = re.compile(r"\b(?:Cent(?:er|re)|spatial)\b")
_BARE = {"space agency", "space center", "space centre", "agence spatiale", "centre spatial"}
_BODIES = {"Agency", "Organisation", "Country", "Site"}
_OWNERS = {"Agency", "Organisation"}
_FLYING = {"Mission", "Programme"}
_PARENTS = {"Agency", "Organisation", "Site"}
_OF_PARENT = re.compile(r"\s(?:of|at)\s(?:the\s)?$")
_NAMED_KINDS = {
    "Agency",
    "Person",
    "Mission",
    "Payload",
    "Programme",
    "Organisation",
    "LaunchVehicle",
}
_ONE = re.compile(r"(?:Universit|College|Observatory|Embassy)")
"""What no list of fields follows: "the University of Bremen, and SEIS"."""
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
    *(
        "party",
        "government",
        "association",
        "society",
        "corporation",
        "office",
        "organisation",
        "organization",
    ),
    *("ministère", "département", "université", "institut", "académie", "conseil", "agence"),
    *("comité", "laboratoire", "observatoire", "école", "fondation", "société", "direction"),
}
"""Nouns that begin or end the name of a body of its own."""
_PURPOSE = re.compile(r" pour ")
"""What one goes to a known place for: "au Centre spatial guyanais | pour le lancement"."""
_SPACE_AGENCY = re.compile(r"\b(?:space agency|agence spatiale)\b", re.IGNORECASE)
_NEXT_PERSON = re.compile(r", and (?=[A-Z][\w'’-]+ [A-Z][\w'’-]+$)")
_AFTER_NAME = re.compile(r", [A-Z]")
_SEAT = re.compile(r"\s(?:of|in)\s(?P<town>\w[\w .-]*)$")
_LEGAL = {"Corporation", "Corp", "Company", "Inc", "Incorporated", "Ltd", "Limited", "Group", "LLC"}
_FIRM = re.compile(r"(?:Industries|Aerospace|Systems|Technologies|Company|Corporation|Group|Labs)$")

_TRADE = re.compile(r"\w (?:Industries|Aerospace|Systems|Technologies|Labs)$")


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
    for pattern in shapes(language.code):
        for part in reader.spans(pattern, low):
            span = _with_campus(text, part)
            name = " ".join(text[span.begin : span.end].split())
            firm = reader.firm(span)
            if firm is not None:
                yield Found(span, firm.kind, firm.name, firm.keys, pattern.method)
                continue
            keys = _national_agency(text, span, lexicon, reader.nationals | reader.lands)
            kind = "Agency" if keys else reader.kind(pattern.kind, span)
            yield Found(span, kind, name, keys, pattern.method)
    yield from _by_demonym(text, names, lexicon, demonyms)
    yield from _branches(text, names)


def _branches(text: str, names: Sequence[Found]) -> Iterator[Found]:
    """Yield a firm's house in a country as a body of its own: "Airbus Netherlands"."""
    for firm, land in pairwise(names):
        beside = firm.span.end + 1 == land.span.begin and text[firm.span.end] == " "
        if beside and firm.kind == "Organisation" and firm.keys and land.kind == "Country":
            words = text[firm.span.begin : land.span.end]
            if "'" not in words and not text.startswith(("'s", "’s", "-"), land.span.end):
                yield Found(
                    Span(firm.span.begin, land.span.end), "Organisation", words, (), "branch"
                )


_CAMPUS = re.compile(
    r", (?:Davis|Berkeley|Los Angeles|Irvine|San Diego|Santa Barbara|Santa Cruz|Riverside|Merced|San Francisco"
    r"|Baltimore County|College Park)\b| at [A-Z][a-z]+(?: [A-Z][a-z]+)?(?=[ ,.;)])| Boulder\b"
)


def _with_campus(text: str, span: Span) -> Span:
    """Return the name of a university with its campus: "University of North Carolina at Chapel Hill"."""
    campus = _CAMPUS.match(text, span.end)
    if campus is None or not text.startswith("University of ", span.begin):
        return span
    return Span(span.begin, campus.end())


_BESIDE, _BACK = 6, 24
"""A name as near as this is the agency's own: "l'agence italienne, l'ASI"."""
_AGENCY_OF = re.compile(r"(?<!\w)[Aa]gence (?:spatiale )?$")


def _by_demonym(
    text: str,
    names: Sequence[Found],
    lexicon: Lexicon,
    demonyms: Sequence[tuple[Span, str]],
) -> Iterator[Found]:
    """Yield "l'agence japonaise" where the text names that country's agency, and no other of it."""
    told = {key for n in names if n.kind == "Agency" for key in n.keys}
    for span, country in demonyms:
        before = _AGENCY_OF.search(text[max(0, span.begin - 20) : span.begin])
        keys = tuple(sorted(k for k in told if lexicon.known[k].country == country))
        beside = any(
            n.kind == "Agency"
            and (0 <= n.span.begin - span.end < _BESIDE or 0 <= span.begin - n.span.end < _BACK)
            for n in names
        )
        if before is not None and len(keys) == 1 and not beside:
            begin = span.begin - len(before[0])
            words = text[begin : span.end]
            yield Found(Span(begin, span.end), "Agency", words, keys, "demonym")


@dataclass(frozen=True, slots=True)
class _Reader:
    """A text in which names of bodies are sought: its known names and its demonyms."""

    text: str
    names: tuple[Found, ...]
    nationals: dict[Span, str]
    language: Language

    def spans(self, pattern: Shape, low: str) -> Iterator[Span]:
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

    @property
    def lands(self) -> dict[Span, str]:
        """Return the countries named, by where they stand: "Portugal Space Agency"."""
        return {n.span: n.keys[0] for n in self.names if n.kind == "Country" and n.keys}

    def firm(self, span: Span) -> Found | None:
        """Return the known firm of which the words only add what sort it is: "Rocket Lab Corporation"."""
        for name in self.names:
            if name.span.begin == span.begin and name.kind == "Organisation" and name.keys:
                rest = self.text[name.span.end : span.end].strip(" ,.")
                if rest in _LEGAL:
                    return name
        return None

    def _of_a_nation(self, span: Span) -> bool:
        inside = [n.span for n in self.names if n.kind == "Country"]
        return any(span.begin <= s.begin < span.end for s in (*inside, *self.nationals))

    def _trim(self, span: Span) -> Span | None:
        """Leave out a leading article, an owner, and what follows "and" where another name begins."""
        lead = _LEAD.match(self.text[span.begin : span.end])
        begin = span.begin + (lead.end() if lead else 0)
        begin = self._after_known(begin, span.end)
        end = min(self._before_known(begin, span.end), span.end)
        end = self._before_head(begin, end)
        post = _POST.search(self.text, begin + 1, end)
        end = post.start() if post else end
        owner = list(_OWNER.finditer(self.text, begin, end))
        if owner and _strong(self.language.code).search(self.text, begin, owner[0].start()):
            end = owner[0].start()
        elif owner:
            begin = owner[-1].end()
        words = _HONORIFIC_END.sub("", _LOOSE_END.sub("", self._without_parent(begin, end)))
        words = self._without_seat(begin, words)
        end = begin + len(words) - (2 if words.endswith(("'s", "’s")) else 0)
        return Span(begin, end) if end > begin else None

    def _without_parent(self, begin: int, end: int) -> str:
        """Leave out the body that a part is of: "Space Physics Laboratory | of VSSC"."""
        words = self.text[begin:end]
        for name in self.names:
            if begin < name.span.begin and name.span.end == end and name.kind in _PARENTS:
                link = _OF_PARENT.search(self.text, begin, name.span.begin)
                own = self.text[begin : link.start()] if link else ""
                if " " in own and _strong(self.language.code).search(own):
                    return own
        return words

    def _without_seat(self, begin: int, words: str) -> str:
        """Leave out the town of a firm: "Ball Aerospace | of Boulder", but "University of Bern"."""
        seat = _SEAT.search(words)
        if seat is None or not _FIRM.search(words[: seat.start()]):
            return words
        town = begin + seat.start("town")
        towns = {n.span.begin for n in self.names if n.kind == "City"}
        # No body is the aerospace or the industries of a town: what follows "of" is where it sits.
        seated = town in towns or _TRADE.search(words[: seat.start()]) is not None
        return words[: seat.start()] if seated else words

    def _after_known(self, begin: int, end: int) -> int:
        """Begin a name after a known body that it is only listed with: "Airbus and | X University"."""
        for name in self.names:
            if name.span.begin == begin and name.span.end < end and name.kind in _OWNERS:
                joint = _JOINT.match(self.text, name.span.end)
                if joint is not None:
                    return joint.end()
        return begin

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
        person = _NEXT_PERSON.search(self.text, begin, end)
        if person is not None and _AFTER_NAME.match(self.text, end):
            # "of CNSA's Department of Engineering, | and Pei Zhaoyu, Deputy Director of ...".
            return person.start()
        for joint in _JOINT.finditer(self.text, begin, end):
            one = _ONE.search(self.text, begin, joint.start())
            if one or self.text.startswith("the ", joint.end()):
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
        if method == "acting":
            return not over and not is_given(words[0]) and not _of_a_kind(words[0], self.language)
        if method in ("foreign", "company"):
            longer = any(n.span.begin <= span.begin and span.end <= n.span.end for n in over)
            capitals = _of_capitals(self.text[span.begin : span.end])
            # "Université de Montréal's | René Doyon" is what the known name leaves of a shape.
            foreign = method == "foreign"
            return not longer and not is_given(words[0]) if foreign else not over and not capitals
        if not _heads(self.language.code).search(self.text, span.begin, span.end):
            return False
        if len(words) < len("ab") or (
            len(words) > len("abc") and self.text[span.begin : span.end].isupper()
        ):
            return False
        if self._no_body(" ".join(words).casefold()):
            return False
        inner = [n for n in over if span.begin <= n.span.begin and n.span.end <= span.end]
        return not self._owned(span, inner) and self._proper(span, words, inner)

    def _no_body(self, folded: str) -> bool:
        """Tell whether words only look like a body's name: "space agency", "media relations office"."""
        words = self.language.words
        return (
            folded in self.language.set("organisation-not")
            or folded.startswith(tuple(f"{word} " for word in words["organisation-not"]))
            or folded in _BARE
            or folded.endswith(words["organisation-not-ending"])
            or any(part in folded for part in words.get("organisation-not-part", ()))
        )

    def _owned(self, span: Span, inner: Sequence[Found]) -> bool:
        """Tell whether the words are a known name, or a known body and a noun ("the ESA Centre")."""
        bodies = [n for n in inner if n.kind in _BODIES and n.method != "expansion"]
        first = next((n for n in bodies if n.span.begin == span.begin), None)
        # "La station Gateway" is what its name says, and no station of that name.
        flying = (n for n in inner if n.keys and n.kind in _FLYING)
        named = (*(n for n in bodies if not self._own_name(span, n)), *flying)
        if any(n.span.end == span.end for n in named):
            return True
        if (
            first is not None
            and first.keys
            and first.kind in _OWNERS
            and self._of_land(first, span)
        ):
            return True
        if first is None or self.text[first.span.end : first.span.end + 1] != " ":
            return False
        if first.keys and first.kind != "Country" and _PURPOSE.match(self.text, first.span.end):
            return True
        rest = self.text[first.span.end + 1 : span.end]
        if first.kind == "Country":
            return rest[:1].islower()
        return " " not in rest and first.kind in _OWNERS and not rest.isupper() and rest in _PLACES

    def _of_land(self, first: Found, span: Span) -> bool:
        """Tell whether a known body's name only goes on with its country: "GISTDA of Thailand"."""
        rest = self.text[first.span.end : span.end]
        return rest.startswith((" of ", " of the ")) and any(
            n.kind == "Country" and n.span.end == span.end for n in self.names
        )

    def _own_name(self, span: Span, inner: Found) -> bool:
        """Tell whether what ends in a country's name is a body: "University of Botswana"."""
        head = self.text[span.begin : inner.span.begin].casefold()
        if inner.kind == "Country" and _OF_LAND.search(head) and head.count(" ") > len("of"):
            return _strong(self.language.code).search(head) is not None
        if inner.kind == "Country" and " of " in head:
            return (
                _strong(self.language.code).search(head) is not None and "space agency" not in head
            )
        return inner.kind == "Country" and head.startswith(
            ("ambassade", "résidence", "consulat", "aéroport", "station")
        )

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
    heads = [*NAMED, *(h for kind in HEADS for h in words[f"{kind}-head"])]
    longest = sorted(map(re.escape, set(heads)), key=lambda h: (-len(h), h))
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)", re.IGNORECASE)


@cache
def _strong(code: str) -> re.Pattern[str]:
    """Return the nouns that begin or end the name of a body of its own."""
    heads = [h for h in load(code).words["organisation-head"] if h in _STRONG]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, heads))})(?!\w)", re.IGNORECASE)


_OF_LAND = re.compile(r" (?:de |du |de la |de l['’]|d['’]|des )$")


def _of_a_kind(word: str, language: Language) -> bool:
    """Tell whether a capitalised word is a month, a weekday, a post or a common noun."""
    low = word.casefold()
    lists = ("celestial", "stop", "title", "header", "function")
    return (
        low in language.months
        or low in language.weekdays
        or any(low in language.set(name) for name in lists)
    )


def _of_capitals(words: str) -> bool:
    return len(words.split()) > len("ab") and words.isupper()


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
