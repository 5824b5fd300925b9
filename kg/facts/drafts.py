"""Events in the making: every telling of a happening is a draft, and drafts of one event merge."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from kg.encoding import marks
from kg.facts.clauses import Clause, Scene
from kg.model import Day, Fact, Membership, Span
from kg.names import slug
from kg.patterns import expression


@dataclass(frozen=True, slots=True)
class Draft:
    """One telling of an event: who, when, where, and the clause that tells it."""

    kind: str
    day: Day | None
    status: str
    evidence: tuple[Span, ...]
    order: int
    rule: str
    people: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    witnesses: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()
    payloads: tuple[str, ...] = ()
    vehicles: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    end: date | None = None
    agreement: str | None = None
    label: str = ""
    subjects: tuple[str, ...] = ()
    plural: bool = False
    count: int = 1
    also: bool = False
    confidence: float = 0.85

    @property
    def actors(self) -> frozenset[str]:
        """Return all who take part."""
        return frozenset((*self.people, *self.bodies, *self.witnesses))


def same_day(one: Day | None, other: Day | None) -> bool:
    """Tell whether two dates may be one: equal as far as the coarser of the two goes."""
    if one is None or other is None:
        return True
    if one.value.year != other.value.year:
        return False
    if "year" in (one.precision, other.precision):
        return True
    if one.value.month != other.value.month:
        return False
    return "month" in (one.precision, other.precision) or one.value == other.value


def finer(one: Day | None, other: Day | None) -> Day | None:
    """Return the more precise of two dates."""
    rank = {"day": 0, "month": 1, "year": 2}
    days = [d for d in (one, other) if d is not None]
    return min(days, key=lambda d: rank[d.precision]) if days else None


def merge(one: Draft, other: Draft) -> Draft:
    """Return the event that two tellings tell."""
    return replace(
        one,
        day=finer(one.day, other.day),
        end=one.end or other.end,
        status=_surer(one.status, other.status),
        evidence=tuple(dict.fromkeys((*one.evidence, *other.evidence))),
        people=_union(one.people, other.people),
        bodies=_union(one.bodies, other.bodies),
        witnesses=_union(one.witnesses, other.witnesses),
        places=one.places or other.places,
        concerns=_union(one.concerns, other.concerns),
        payloads=_union(one.payloads, other.payloads),
        vehicles=one.vehicles or other.vehicles,
        sites=one.sites or other.sites,
        agreement=(other.agreement if one.plural else None) or one.agreement or other.agreement,
        label=one.label or other.label,
        subjects=one.subjects or other.subjects,
        plural=one.plural and (other.plural or other.agreement is None),
        count=max(one.count, other.count),
        confidence=max(one.confidence, other.confidence),
    )


def _surer(one: str, other: str) -> str:
    order = ("completed", "ended", "underway", "agreed", "planned", "discussed")
    return min((one, other), key=order.index)


def _union(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))


@dataclass
class Stage:
    """What the readers of events share: the scene, and who stands for which organisation."""

    scene: Scene
    represents: dict[str, tuple[str, ...]]
    posts: tuple[Membership, ...]
    facts: list[Fact] = field(default_factory=list)

    def bodies_of(self, people: Iterable[str]) -> tuple[str, ...]:
        """Return the organisations that these persons stand for."""
        return tuple(dict.fromkeys(b for p in people for b in self.represents.get(p, ())))


def place_of(scene: Scene, clause: Clause) -> tuple[str, ...]:
    """Return the place that a clause names with "in" or "at": the narrowest it gives."""
    found = []
    places = expression(scene.language.code, "drafts-place", any_case=True)
    for match in places.finditer(clause.text):
        code, number = marks(match["i"] or match["host"])[0]
        found.append(("SIC".index(code), match.start(), scene.mention(number).entity))
    return (min(found)[2],) if found else ()


def status_by_day(day: Day | None, issued: date | None, told: str) -> str:
    """Return "planned" for a day after the release's, and `told` otherwise."""
    if day is None or issued is None:
        return told
    later = (day.value.year, day.value.month) > (issued.year, issued.month)
    if day.precision == "year":
        later = day.value.year > issued.year
    elif day.precision == "day":
        later = day.value > issued
    if later:
        return "planned" if told != "discussed" else told
    return "completed" if told == "planned" and _past(day, issued) else told


def _past(day: Day, issued: date) -> bool:
    """Tell whether a day, month or year lies wholly before the release."""
    if day.precision == "year":
        return day.value.year < issued.year
    if day.precision == "month":
        return (day.value.year, day.value.month) < (issued.year, issued.month)
    return day.value < issued


def natural_key(kind: str, day: Day | None, parts: Sequence[str], extra: str = "") -> str:
    """Return an event's key from its day and what it is of: `meeting/2020-02-14-cnes-roscosmos`."""
    shown = ""
    if day is not None:
        lengths = {"day": 10, "month": 7, "year": 4}
        shown = day.value.isoformat()[: lengths[day.precision]]
    names = sorted({p.split("/", 1)[1] for p in parts})
    words = "-".join(w for w in (shown or "undated", *names[:6], slug(extra)) if w)
    return f"{kind}/{words}"
