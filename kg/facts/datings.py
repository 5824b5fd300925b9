"""The day of an event: judged among all days that the document names, where one is far likelier than that read.

Patterns date an event by the words beside it, or by what was told just before; a launch of long ago that stands between
leads them astray. Here each day of the document is weighed by what its places and the event's show of each
other: how far apart, in what company, how long before the release. The weights are learned as those of
`kg.facts.relations` are, and kept beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, NamedTuple

from kg.dates import DatePhrase
from kg.facts.clauses import Clause
from kg.facts.drafts import Draft, Stage
from kg.facts.relations import SCALE, Relation, relations
from kg.facts.timing import clause_dates
from kg.facts.wording import shapes
from kg.model import Day

KIND: Final = "D"
"""The kind under which the model is kept."""
NAME: Final = "day"
KINDS: Final = frozenset({"Meeting", "Visit", "AgreementSigning"})
_MARGIN: Final = SCALE // 2
_CONFIDENCE: Final = 0.6
_TOKEN: Final = re.compile(r"‹([A-Z])\d+›|[^\W\d_]+|[;:,()\"«»“”?]")
_STEM: Final = 6
_BESIDE: Final = 3
_NEAR: Final = 3
_FAR: Final = 8
_AGES: Final = ((0, "0"), (4, "4"), (10, "10"), (45, "45"))
_FEW: Final = 3


class Place(NamedTuple):
    """Where a document names a day: the clause, and the offset of its mark there."""

    clause: Clause
    begin: int
    phrase: DatePhrase


class Case(NamedTuple):
    """An event whose day is sought, among all that its document tells."""

    stage: Stage
    draft: Draft
    drafts: Sequence[Draft]

    @property
    def issued(self) -> date | None:
        """Return the day of the release."""
        return self.stage.scene.linked.document.issued

    @property
    def clauses(self) -> list[Clause]:
        """Return the sentences that tell the event."""
        own = {self.draft.order}
        return [
            c for c in self.stage.scene.clauses if c.order in own or c.span in self.draft.evidence
        ]


@dataclass(frozen=True, slots=True)
class Choice:
    """A day that a document names, and what speaks for it as that of an event."""

    day: Day
    end: date | None
    features: frozenset[str]


def settle(stage: Stage, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the events, each on the day that is likeliest: as read, unless another is far likelier."""
    model = next(iter(relations().get(KIND, ())), None)
    if model is None:
        return list(drafts)
    return [_dated(stage, model, draft, drafts) for draft in drafts]


def _dated(stage: Stage, model: Relation, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    weighed = [(model.weigh(c.features), c) for c in choices(stage, draft, drafts)]
    if not weighed:
        return draft
    # As read, or, of an event without a day, that none of them is its day.
    as_read = next((w for w, c in weighed if c.day == draft.day), model.threshold)
    weight, best = max(weighed, key=lambda w: w[0])
    if best.day == draft.day or weight - as_read <= _MARGIN:
        return draft
    sure = min(draft.confidence, _CONFIDENCE)
    return replace(draft, day=best.day, end=best.end, confidence=sure)


def choices(stage: Stage, draft: Draft, drafts: Sequence[Draft]) -> list[Choice]:
    """Return the days of a document that a meeting, visit or signing of the past may have been on.

    They are those that it names, not later than its own, and its own. An event whose sentence tells its day,
    or more vaguely when it was, has no choice.
    """
    case = Case(stage, draft, drafts)
    if draft.kind not in KINDS or draft.status != "completed" or _plain(case):
        return []
    issued = case.issued
    places: dict[Day, list[Place]] = {Day(issued): []} if issued else {}
    for clause in stage.scene.clauses:
        for begin, phrase in clause_dates(stage.scene, clause) if clause.part != "contacts" else ():
            if issued is None or phrase.day.value <= issued:
                places.setdefault(phrase.day, []).append(Place(clause, begin, phrase))
    ranks = _ranks(draft, places)
    return [
        Choice(
            day,
            next((p.phrase.end for p in found if p.phrase.end), None),
            frozenset(_features(case, day, found, ranks)),
        )
        for day, found in places.items()
    ]


def _plain(case: Case) -> bool:
    """Tell whether a sentence of an event names the day that it was read to be on, or a vaguer time."""
    day = case.draft.day
    if day is not None and day.precision != "day":
        return True
    return any(p.day == day for c in case.clauses for _, p in clause_dates(case.stage.scene, c))


def _ranks(draft: Draft, places: dict[Day, list[Place]]) -> dict[Day, int]:
    """Return how many other days are told between each and the event, as far as they precede it."""
    before = [
        (place.clause.order, place.begin, day)
        for day, found in places.items()
        for place in found
        if place.clause.order <= draft.order and place.clause.part == "body"
    ]
    told = [day for *_, day in sorted(before, key=lambda b: b[:2]) if day.precision == "day"]
    return {day: rank for rank, day in enumerate(dict.fromkeys(reversed(told)))}


def _features(
    case: Case, day: Day, places: Sequence[Place], ranks: dict[Day, int]
) -> Iterator[str]:
    """Yield what speaks for a day, or against it."""
    draft = case.draft
    for place in places:
        yield from _of_place(case, place)
    for other in case.drafts:
        if other is not draft and other.day == day:
            side = "before" if other.order < draft.order else "after"
            if set(other.people) & set(draft.people):
                yield f"people {side}"
            elif set(other.bodies) & set(draft.bodies):
                yield f"bodies {side}"
    yield f"rank:{min(_FEW, ranks[day]) if day in ranks else ''}"
    yield f"age:{_age(day, case.issued)}"
    yield f"precision:{day.precision}"
    yield f"places:{min(_FEW, len(places))}"
    if day.value == case.issued:
        yield "issued"
    if day == draft.day:
        yield "read"
        yield f"read:{draft.rule}"


def _of_place(case: Case, place: Place) -> Iterator[str]:
    """Yield what a place of a day and the sentences of an event show of each other."""
    stage, draft, clause = case.stage, case.draft, place.clause
    distance = _bucket(min((c.order - clause.order for c in case.clauses), key=abs))
    yield f"part:{clause.part}"
    yield f"distance:{distance}"
    yield f"distance:{distance} {draft.kind}"
    before = _words(clause.text[: place.begin])[-_BESIDE:]
    after = _words(clause.text[place.begin :])[1:_BESIDE]
    for step, word in enumerate(reversed(before)):
        yield f"before {step}:{word}"
    for step, word in enumerate(after):
        yield f"after {step}:{word}"
    if place.begin < _BESIDE:
        yield "opens"
    if distance == "0":
        yield f"own:{' '.join(before[-2:])}"
        return
    if shapes(stage.scene.language.code, "launch")["trigger"].search(clause.text):
        yield f"launch {draft.kind}"
    for kind in sorted({d.kind for d in case.drafts if d.order == clause.order}):
        yield f"tells {kind} {draft.kind}"
    for word in _words(stage.scene.clauses[draft.order].text)[:_BESIDE]:
        yield f"opened:{word} {distance}"


def _words(text: str) -> list[str]:
    return [m[1] or m[0].lower()[:_STEM] for m in _TOKEN.finditer(text)]


def _bucket(distance: int) -> str:
    """Return how many sentences an event stands after a day; negative where before it."""
    if distance > _NEAR:
        return f"{_FAR if distance >= _FAR else _NEAR}+"
    return str(max(distance, -_NEAR))


def _age(day: Day, issued: date | None) -> str:
    """Return how long before the release a day was."""
    if issued is None or day.precision != "day":
        return day.precision
    days = (issued - day.value).days
    return next((name for most, name in _AGES if days <= most), "old")
