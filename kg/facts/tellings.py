"""Sentences as tellings: cut where one happening ends, with those filled in who are only meant.

"He then met ..." and "the two men" point back to whom the sentences before spoke of; a heading
such as "Signed by:" reaches into the lines that follow it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.facts.clauses import Clause, Scene, leading
from kg.facts.presence import attends, onlookers
from kg.facts.timing import span_of
from kg.facts.wording import shapes
from kg.gates import Gate
from kg.patterns import expression

_PAIR = 2
_BODIES = "AO"
_LINES, _LINE = 5, 160
_AGENCY = "agency/"


@dataclass(frozen=True, slots=True)
class Company:
    """Whom the text has just spoken of: persons together, one person, bodies, countries."""

    people: tuple[str, ...] = ()
    one: str | None = None
    last: str | None = None
    """Whom a sentence named last: "..., and X, with whom he signed"."""
    bodies: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    heads: tuple[tuple[str, str], ...] = ()
    """The bodies told of last, each with the person who first stood for it."""
    titled: tuple[str, ...] = ()
    """The two bodies that the title names."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A stretch of a sentence: its persons and bodies, named or meant, and whom it points back to."""

    clause: Clause
    people: tuple[str, ...]
    bodies: tuple[str, ...]
    before: Company
    heading: bool = False

    @property
    def text(self) -> str:
        """Return the encoded text."""
        return self.clause.text


def tell(
    scene: Scene, clauses: Sequence[Clause], represents: dict[str, tuple[str, ...]]
) -> Iterator[Telling]:
    """Yield the tellings of a document in order; `represents` tells for whom persons stand."""
    titled = _titled(scene)
    company = Company(bodies=titled, titled=titled)
    for clause, heading in _joined(scene, clauses):
        for part in _parts(scene, clause):
            people = _people(scene, part, company)
            bodies = _bodies(scene, part, people, company)
            yield Telling(part, people, bodies, company, heading)
            if not _adds(scene, part, company):
                heads = _heads(scene, part, company, represents)
                company = _after(scene, part, people, company, heads)


def _adds(scene: Scene, clause: Clause, company: Company) -> bool:
    """Tell whether a clause only adds who else was there: the text goes on about those before."""
    if attends(scene, clause.text) is not None:
        return True
    present = shapes(scene.language.code, "event")["present"]
    return len(company.people) >= _PAIR and present.search(clause.text) is not None


def _titled(scene: Scene) -> tuple[str, ...]:
    """Return the two bodies that the title names: "the two organisations", until others are meant."""
    named = [k for c in scene.clauses if c.part == "title" for k in scene.keys(c.text, _BODIES)]
    pair = tuple(dict.fromkeys(named))
    return pair if len(pair) == _PAIR else ()


def _joined(scene: Scene, clauses: Sequence[Clause]) -> Iterator[tuple[Clause, bool]]:
    """Join the lines of names that follow a heading to it."""
    heading = shapes(scene.language.code, "event")["heading"]
    at = 0
    while at < len(clauses):
        clause = clauses[at]
        at += 1
        if clause.part == "contacts":
            continue
        lines = []
        if heading.search(clause.text):
            # "The signatories of the letter? X and Y." is one sentence, and no list of lines.
            lines = _lines(clauses[at : at + (1 if clause.text.endswith("?") else _LINES)])
            at += len(lines)
        yield (_one(clause, lines), True) if lines else (clause, False)


def _lines(clauses: Sequence[Clause]) -> list[Clause]:
    found: list[Clause] = []
    for clause in clauses:
        if "‹P" not in clause.text or len(clause.text) > _LINE:
            break
        found.append(clause)
    return found


def _one(clause: Clause, lines: Sequence[Clause]) -> Clause:
    text = " ".join(c.text for c in (clause, *lines))
    span = span_of(c.span for c in (clause, *lines))
    return clause._replace(text=text, span=span)


def _parts(scene: Scene, clause: Clause) -> Iterator[Clause]:
    """Cut a sentence before what it only looks back to: "following the talks that ..."."""
    patterns = shapes(scene.language.code, "event")
    back = [m.start() for m in patterns["back"].finditer(clause.text)]
    if "relative" in patterns:
        back += [m.start() for m in patterns["relative"].finditer(clause.text)]
    for match in patterns["renewed"].finditer(clause.text):
        # "They renewed the convention | concluded in 2014 between the two agencies".
        back = [b for b in back if not match.start() < b < match.end()] + [match.end()]
    lead = patterns["lead"].search(clause.text)
    if lead is not None:
        # "Following the agreement signed in 2015, | A and B today sealed their first arrangement".
        back.append(lead.end())
    if back:
        # "... since their first agreement, concluded in 2015, | and to sign another".
        back += [m.start() for m in patterns["onwards"].finditer(clause.text, min(back))]
    back += [m.start() for m in patterns["whom"].finditer(clause.text)]
    begin = 0
    for place in sorted(set(back)):
        yield clause.cut(begin, place)
        begin = place
    yield clause.cut(begin, len(clause.text))


def _people(scene: Scene, clause: Clause, company: Company) -> tuple[str, ...]:
    """Return the persons of a clause, less mere background, and those whom it means."""
    code = scene.language.code
    patterns = shapes(code, "event")
    text = patterns["background"].sub(" ", clause.text)
    people = scene.keys(text, "P")
    if patterns["whom"].match(text) and company.one and company.last:
        return tuple(dict.fromkeys((company.one, company.last, *people)))
    heads = patterns.get("heads")
    if len(company.heads) == _PAIR and heads is not None and heads.search(text):
        return tuple(dict.fromkeys((*(p for _, p in company.heads), *people)))
    only_watch = bool(people) and set(people) <= set(onlookers(scene, text))
    if only_watch and company.people and patterns["ellipsis"].search(text):
        return tuple(dict.fromkeys((*company.people, *people)))
    # "He was received by X before Y hosted a lunch": he is there, however many are named.
    acts = patterns["and-he"].search(text) or patterns["he-met"].search(text)
    few = len(people) < _PAIR or acts is not None or _opens(text, patterns)
    if few and company.one and (_means_one(text, patterns) or _host_alone(text, patterns)):
        people = tuple(dict.fromkeys((company.one, *people)))
    back = patterns.get("looking-back")
    looks = back.search(text) if back is not None else None
    bodies_alone = looks is not None and (
        len(company.bodies) == _PAIR or (looks.start() == 0 and len(company.heads) == _PAIR)
    )
    # "Both men": so persons are meant, and no bodies.
    if bodies_alone and expression(code, "tellings-both", any_case=True).search(text) is None:
        return people
    if people and company.people and patterns["welcomed"].search(text):
        # "The visitors were hosted by X": they are those told of before, and "him" is one of them.
        alone = company.one and expression(code, "tellings-him", any_case=True).search(text)
        before = (company.one,) if company.one and alone else company.people
        return tuple(dict.fromkeys((*before, *people)))
    meant = patterns["ellipsis"].search(text)
    # "The two agencies" are not the four who were told of last.
    two = expression(code, "tellings-two", any_case=True)
    many = meant is not None and two.search(meant[0]) and len(company.people) > _PAIR
    if len(people) < _PAIR and company.people and meant is not None and not many:
        people = tuple(dict.fromkeys((*people, *company.people)))
    return people


def _means_one(text: str, patterns: dict[str, Gate]) -> bool:
    """Tell whether "he" or "him" stands for somebody named before this clause."""
    subject = patterns["he"].search(text)
    if subject is not None:
        # "With X, the head of Y, he spoke of Z": he is not X.
        led = patterns.get("led")
        with_others = led is not None and led.search(text) is not None
        if with_others or "‹P" not in text[: subject.start()]:
            return True
    him = patterns["him"].search(text)
    if him is None:
        return False
    # "The second agreement that CNES has concluded, after the one signed with X": CNES has signed that too.
    bodies = any(mark in text[: him.start()] for mark in ("‹A", "‹O"))
    him_with = patterns.get("him-with")
    return not (bodies and him_with is not None and him_with.search(him[0]))


def _opens(text: str, patterns: dict[str, Gate]) -> bool:
    """Tell whether "he" acts with all whom a clause names: "he had talks with X and with Y"."""
    subject = patterns["he"].search(text)
    if subject is None or patterns["he-says"].search(text) is not None:
        return False
    led = patterns["led"].search(text) is not None
    return led or "‹P" not in text[: subject.start()]


def _host_alone(text: str, patterns: dict[str, Gate]) -> bool:
    """Tell whether a clause names only whom somebody told of before met: "a meeting with X", "X and his guest"."""
    return any(name in patterns and patterns[name].search(text) for name in ("guest", "guest-of"))


def _bodies(
    scene: Scene, clause: Clause, people: tuple[str, ...], company: Company
) -> tuple[str, ...]:
    bodies = scene.keys(clause.text, _BODIES)
    meant = shapes(scene.language.code, "event")["ellipsis"].search(clause.text)
    if not people and meant and len(bodies) < _PAIR:
        told = company.bodies or tuple(body for body, _ in company.heads)
        if expression(scene.language.code, "tellings-agencies", any_case=True).search(meant[0]):
            told = _agencies(company) or told
        return tuple(dict.fromkeys((*bodies, *told)))
    return bodies


def _agencies(company: Company) -> tuple[str, ...]:
    """Return the two agencies told of last: a firm or a ministry is none of "the two agencies"."""
    heads = tuple(body for body, _ in company.heads)
    pairs = (company.bodies, heads, company.titled)
    return next((p for p in pairs if len(p) == _PAIR and all(_is_agency(b) for b in p)), ())


def _is_agency(body: str) -> bool:
    return body.startswith(_AGENCY)


def _after(
    scene: Scene,
    clause: Clause,
    people: tuple[str, ...],
    company: Company,
    heads: tuple[tuple[str, str], ...],
) -> Company:
    """Return whom the text has spoken of after a clause."""
    bodies, lands = scene.keys(clause.text, _BODIES), countries(scene, clause)
    named = scene.keys(clause.text, "P")
    watched = onlookers(scene, clause.text)
    # "He met X. On the following day he visited Y": he is still the one told of before.
    meant = company.one is not None and _means_one(
        clause.text, shapes(scene.language.code, "event")
    )
    named = tuple(p for p in named if p not in watched)
    people = tuple(p for p in people if p not in watched)
    return Company(
        people if len(people) >= _PAIR else company.people,
        _first(scene, clause, named) if named and not meant else company.one,
        named[-1] if named else company.last,
        bodies if len(bodies) == _PAIR and _of_title(company, bodies) else company.bodies,
        lands if len(lands) == _PAIR else company.countries,
        heads,
        company.titled,
    )


def _first(scene: Scene, clause: Clause, named: Sequence[str]) -> str:
    """Return of whom a clause speaks: the first whom no preposition governs, else the first named."""
    return next((p for p in leading(scene, clause.text) if p in named), named[0])


def _heads(
    scene: Scene,
    clause: Clause,
    company: Company,
    represents: dict[str, tuple[str, ...]],
) -> tuple[tuple[str, str], ...]:
    """Return the two agencies told of last through persons, each with who first stood for it."""
    agencies = [k for k in company.titled if k.startswith(_AGENCY)]
    heads = dict(company.heads)
    for person in scene.keys(clause.text, "P"):
        for body in represents.get(person, ()):
            known = body.startswith(_AGENCY) and body not in heads
            if known and (len(agencies) < _PAIR or body in agencies):
                heads[body] = person
    return tuple(heads.items())[-_PAIR:]


def _of_title(company: Company, bodies: Sequence[str]) -> bool:
    """Tell whether two bodies may be meant by "the two": others than the title's pair are not."""
    return not company.titled or not set(company.titled).isdisjoint(bodies)


def countries(scene: Scene, clause: Clause) -> tuple[str, ...]:
    """Return the countries of a clause, those of "franco-russe" too."""
    found = scene.keys(clause.text, "C")
    joint = re.findall(r"‹N(\d+)›-‹N(\d+)›", clause.text)
    pairs = (scene.country(int(n)) for pair in joint for n in pair)
    # A country that is told of by its adjective alone is no entity of the document.
    named = (k for k in pairs if k in scene.linked.entities)
    return tuple(dict.fromkeys((*found, *named)))


def said_by_somebody(telling: Telling) -> bool:
    """Tell whether a sentence is a quotation that names nobody: what it recalls is told elsewhere."""
    return telling.clause.quoted and "‹P" not in telling.text
