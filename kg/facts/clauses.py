"""The sentences of a linked document, encoded for the patterns to read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from typing import NamedTuple

from kg import dates
from kg.dates import DatePhrase
from kg.encoding import CODES, Mark, encode, marks
from kg.facts import anaphora, gapping, nationals
from kg.facts.wording import shapes
from kg.gates import Gate
from kg.languages import Language, load
from kg.model import Entity, Linked, Mention, Sentence, Span, Title
from kg.patterns import expression, gate, numbers

_BACK = 40
_PAIR = 2
_DAY_HEADING = re.compile(r"\W{0,3}‹D(\d+)›(?:\W*$| ?[:–—-] )")
_QUOTES = ('"', "“", "«")


@dataclass(frozen=True)
class Scene:
    """A linked document laid out for reading: its clauses, and what their marks stand for."""

    linked: Linked
    language: Language
    dates: tuple[DatePhrase, ...]
    clauses: tuple[Clause, ...]
    # The readers ask for the names of the same words again and again.
    _named: dict[tuple[str | None, str], tuple[str, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def mention(self, number: int) -> Mention:
        """Return the mention that a mark of a name points to."""
        return self.linked.mentions[number]

    def entity(self, number: int) -> Entity:
        """Return the entity of the mention that a mark points to."""
        return self.linked.entities[self.mention(number).entity]

    def title(self, number: int) -> Title:
        """Return the post that a mark T points to."""
        return self.linked.findings.titles[number]

    def keys(self, encoded: str | None, codes: str) -> tuple[str, ...]:
        """Return the keys of the entities marked in a stretch of encoded text, each once."""
        named = self._named.get((encoded, codes))
        if named is None:
            mentions = self.linked.mentions
            each = {mentions[n].entity: None for code, n in marks(encoded) if code in codes}
            named = self._named[encoded, codes] = tuple(each)
        return named

    @cached_property
    def topic(self) -> str | None:
        """Return the mission that the document is about: its title's, else the one told of most."""
        titled = [k for c in self.clauses if c.part == "title" for k in self.keys(c.text, "M")]
        counts = Counter(
            key
            for c in self.clauses
            if c.part == "body" and not c.quoted
            for key in self.keys(c.text, "M")
        )
        if len(set(titled)) == 1:
            return titled[0]
        most = counts.most_common(2)
        if not most or (len(most) > 1 and most[0][1] == most[1][1]):
            return None
        return most[0][0]

    @cached_property
    def headed(self) -> tuple[tuple[int, DatePhrase], ...]:
        """Return the days of a text that goes day by day, and the clauses that open them: "Monday 17 June: ..."."""
        opened = [
            (c.order, self.dates[int(match[1])])
            for c in self.clauses
            if c.part == "body" and (match := _DAY_HEADING.match(c.text)) is not None
        ]
        # The day that a release itself bears heads none of its parts.
        if opened and opened[0][1].day.value == self.linked.document.issued:
            del opened[0]
        days = [o for o in opened if o[1].day.precision == "day"]
        return tuple(days) if len(days) >= _PAIR else ()

    def country(self, number: int) -> str:
        """Return the key of the country of a demonym's mark."""
        return self.linked.findings.demonyms[number][1]


class Clause(NamedTuple):
    """An encoded sentence: `text` with marks, its place in the release, its part, its order."""

    text: str
    span: Span
    part: str
    order: int

    @property
    def quoted(self) -> bool:
        """Tell whether the sentence opens with what somebody says."""
        return self.text.startswith(_QUOTES)

    def cut(self, begin: int, end: int) -> Clause:
        """Return the clause with its encoded text from `begin` to `end` alone."""
        if (begin, end) == (0, len(self.text)):
            return self
        return self._replace(text=self.text[begin:end])

    def without(self, begin: int, end: int) -> Clause:
        """Return the clause with blanks in place of its encoded text from `begin` to `end`."""
        return self._replace(text=self.text[:begin] + " " * (end - begin) + self.text[end:])


def first_mentions(scene: Scene) -> dict[str, int]:
    """Return for each entity of a document the number of the first mention of it."""
    first: dict[str, int] = {}
    for number, mention in enumerate(scene.linked.mentions):
        first.setdefault(mention.entity, number)
    return first


def has_part(scene: Scene, clause: Clause, thing: str) -> bool:
    """Tell whether a clause speaks of something that a thing has: "CFOSAT's radar", "SWIM de CFOSAT"."""
    owner = expression(scene.language.code, "relations-owner")
    return any(thing in scene.keys(m[0], "MYG") for m in owner.finditer(clause.text))


def leading(scene: Scene, text: str) -> tuple[str, ...]:
    """Return the persons of a stretch of encoded text whom no preposition governs, in order.

    "Accompanied by X, Y left": Y alone; "the heads of A, X, and of B, Y": both.
    """
    found = re.finditer(r"‹P\d+›", text)
    governed = expression(scene.language.code, "clauses-governed", any_case=True)
    post = expression(scene.language.code, "clauses-post")
    free = [m[0] for m in found if not governed.search(post.sub("", text[: m.start()]))]
    return scene.keys(" ".join(free), "P")


def lay_out(linked: Linked, language: Language) -> Scene:
    """Encode each sentence of the document with marks for names, posts, demonyms and dates."""
    document = linked.document
    issued = document.issued
    found = dates.find(document.text, language, issued)
    every = _marks(linked, found)
    texts: list[str] = []
    told: list[list[Mark]] = []
    first = _first(linked.mentions)
    by_land = nationals.agencies(linked)
    at = 0
    for sentence in document.sentences:
        inside, at = _inside(every, at, sentence)
        inside = nationals.told(linked, inside, by_land, language.code) if by_land else inside
        # "Project manager of X" names X too: "the probe" after it is X.
        named = sorted([*inside, *_in_posts(linked, inside)], key=lambda m: m.span)
        back = anaphora.marks(document.text, sentence.span, named, told, language.code)
        inside = sorted([*inside, *back], key=lambda m: m.span)
        quoted = _opens_quote(document.text, sentence.span) and any(told)
        told.append([] if quoted else [_known(m, linked.mentions, first) for m in inside])
        joined = _join(inside, linked.mentions, document.text, language.code)
        texts.append(encode(document.text, sentence.span, joined).text)
    numbers(language.code).group.look_through(texts)
    clauses = tuple(
        Clause(_to_read(text, language.code), sentence.span, sentence.part, order)
        for order, (text, sentence) in enumerate(zip(texts, document.sentences, strict=True))
    )
    return Scene(linked, language, found, clauses)


def _to_read(text: str, code: str) -> str:
    """Return an encoded sentence as it is read: without where things come from, and with each verb said.

    "A supplies X and Y comes from B" are two clauses: a semicolon stands between them. Nor does it hold the
    persons whose names things bear: "the Ilan Ramon conference".
    """
    text = expression(code, "namesake").sub(r"\g<kept>", text)
    whole = gapping.whole(_without_lineage(text, code), code)
    return shapes(code, "list")["apart"].sub(_apart, whole)


def _apart(match: re.Match[str]) -> str:
    """Put a semicolon for the word that joins two clauses."""
    begin, end = (at - match.start() for at in match.span("s"))
    return f"{match[0][:begin]};{match[0][end:]}"


def _without_lineage(text: str, code: str) -> str:
    """Leave out of what something comes: "X, hérité de Y, est construit par Z" says nothing of Y."""
    return _lineage(code).sub(partial(_comma, expression(code, "clauses-name-next")), text)


def _comma(name_next: Gate, match: re.Match[str]) -> str:
    """Keep one comma before a name: "Construit par A, dérivé de B, C emporte" is still of C."""
    return "," if name_next.match(match.string, match.end()) else ""


@cache
def _lineage(code: str) -> Gate:
    return gate(load(code).patterns["lineage"], code)


def _in_posts(linked: Linked, inside: Sequence[Mark]) -> Iterator[Mark]:
    """Yield marks of the missions that posts name: "project manager of X"."""
    posts = [m.span for m in inside if m.code == "T"]
    for i, mention in enumerate(linked.mentions if posts else ()):
        kind = linked.entities[mention.entity].kind
        held = any(p.begin <= mention.span.begin and mention.span.end <= p.end for p in posts)
        if held and kind == "Mission":
            yield Mark(mention.span, CODES[kind], i)


def _opens_quote(text: str, span: Span) -> bool:
    """Tell whether a sentence is what somebody says: its names are not what the text goes on about."""
    return text.startswith(_QUOTES, span.begin)


def _first(mentions: Sequence[Mention]) -> dict[str, int]:
    """Return the number of the first mention of each entity."""
    return {m.entity: i for i, m in reversed(list(enumerate(mentions)))}


def _known(mark: Mark, mentions: Sequence[Mention], first: dict[str, int]) -> Mark:
    """Return a mark that bears the number of its entity's first mention: two names are one thing."""
    if mark.code in "TND":
        return mark
    return Mark(mark.span, mark.code, first[mentions[mark.number].entity])


def _marks(linked: Linked, found: Iterable[DatePhrase]) -> list[Mark]:
    text = linked.document.text
    honorific = _honorifics(linked.document.language)
    posts = [t.span for t in linked.findings.titles]
    marked = [
        Mark(_with_honorific(text, m.span, kind, honorific, posts), CODES[kind], i)
        for i, m in enumerate(linked.mentions)
        for kind in [linked.entities[m.entity].kind]
    ]
    marked += [Mark(t.span, "T", i) for i, t in enumerate(linked.findings.titles) if not t.plural]
    names = [m.span for m in marked]
    marked += [Mark(s, "N", i) for i, (s, _) in enumerate(linked.findings.demonyms)]
    marked += [Mark(d.span, "D", i) for i, d in enumerate(found) if _clear(d.span, names)]
    return _disjoint(sorted(marked, key=lambda m: (m.span.begin, -m.span.end)))


@cache
def _honorifics(code: str) -> re.Pattern[str]:
    words = load(code).alternatives("honorific")
    return re.compile(rf"(?:(?<!\w)(?:{words})\.?,?\s)+$", re.IGNORECASE)


def _with_honorific(
    text: str, span: Span, kind: str, honorific: re.Pattern[str], posts: Sequence[Span]
) -> Span:
    """Let a person's mark take in the honorifics before the name, but no word of a post."""
    if kind != "Person":
        return span
    left = max(0, span.begin - _BACK)
    left = max([left, *(p.end for p in posts if left < p.end <= span.begin)])
    before = honorific.search(text[left : span.begin])
    return Span(left + before.start(), span.end) if before else span


def _clear(span: Span, names: Sequence[Span]) -> bool:
    return not any(n.begin < span.end and span.begin < n.end for n in names)


def _disjoint(marked: Sequence[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    for mark in marked:
        if not kept or kept[-1].span.end <= mark.span.begin:
            kept.append(mark)
    return kept


def _inside(every: Sequence[Mark], at: int, sentence: Sentence) -> tuple[list[Mark], int]:
    while at < len(every) and every[at].span.begin < sentence.span.begin:
        at += 1
    inside = []
    while at < len(every) and every[at].span.end <= sentence.span.end:
        inside.append(every[at])
        at += 1
    return inside, at


def _join(inside: Sequence[Mark], mentions: Sequence[Mention], text: str, code: str) -> list[Mark]:
    """Make one mark of a name and its acronym in brackets: "European Space Agency (ESA)"."""
    joined: list[Mark] = []
    for mark in inside:
        before = joined[-1] if joined else None
        if before is not None and _same_in_brackets(before, mark, mentions, text, code):
            close = text[mark.span.end : mark.span.end + 2]
            end = mark.span.end + (close.find(")") + 1 if ")" in close else 0)
            joined[-1] = Mark(Span(before.span.begin, end), before.code, before.number)
        elif before is not None and _vehicle_of_family(before, mark, text):
            joined[-1] = Mark(Span(before.span.begin, mark.span.end), mark.code, mark.number)
        else:
            joined.append(mark)
    return joined


def _vehicle_of_family(before: Mark, mark: Mark, text: str) -> bool:
    """Tell whether two names are one rocket: "Polar Satellite Launch Vehicle, PSLV-C38"."""
    between = text[before.span.end : mark.span.begin]
    return before.code == mark.code == "V" and between in (" ", ", ")


def _same_in_brackets(
    before: Mark, mark: Mark, mentions: Sequence[Mention], text: str, code: str
) -> bool:
    if before.code != mark.code or mark.code in "TND":
        return False
    same = mentions[before.number].entity == mentions[mark.number].entity
    # "(KASA, Administrator X)" goes on: its bracket stays.
    goes_on = (
        text[mark.span.end : mark.span.end + 1] == ","
        and "(" in text[before.span.end : mark.span.begin]
    )
    gap = expression(code, "clauses-gap")
    between = text[before.span.end : mark.span.begin]
    return same and not goes_on and gap.fullmatch(between) is not None
