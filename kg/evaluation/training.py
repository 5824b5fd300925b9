"""Learn from annotated releases how relations and encounters are judged that no rule reads.

See `kg.facts.relations` and `kg.facts.happenings`. One log-linear model (logistic regression with an L2 penalty, the classes given equal weight) for
each relation of each kind of pair, for each kind of encounter, and one for the days of encounters. How much must speak
for a relation is settled by cross-validation: four in five of what it adds to the rules must be right. Of encounters three in
four of all that it would tell must be, whether rules tell it too or not, since rules miss few in the texts that they
were written from. For the same reason the days of launches, and what no sentence names together, are let in from
where precision and recall of all that is told are best, precision counting twice (F0.5). What an annotation allows without asking for it is learned from too, with a quarter of the
weight: it is true, if less plainly said.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from kg.evaluation.agreement import same_date
from kg.evaluation.align import Alignment, align
from kg.evaluation.events import KIN, pair_events
from kg.evaluation.gold import Gold, GoldEvent
from kg.evaluation.said import RELATIONS, Said
from kg.facts.datings import KIND as DATED
from kg.facts.datings import NAME, Choice
from kg.facts.drafts import Draft
from kg.facts.happenings import KIND, KINDS, Candidate
from kg.facts.pairs import APART, Pair
from kg.facts.relations import LAUNCH_DATE, LAUNCHES, SCALE, may_hold
from kg.model import Day, Mapping, ReleaseGraph
from kg.vocab import DEFAULT_BASE

_TERMS: Final = {relation: term for term, relation in RELATIONS.items()}
_LAUNCHES: Final = {link: name for name, link in LAUNCHES.items()}
_LEARNED: Final = frozenset((*RELATIONS, *LAUNCHES, LAUNCH_DATE, *KINDS, NAME))
_EXAMPLES: Final = 8
"""A relation with fewer examples is not learned."""
_SEEN: Final = 4
"""What fewer pairs show is not learned from."""
_FOLDS: Final = 6
_HALF: Final = 0.5
_SHOWN: Final = {"day": 10, "month": 7, "year": 4}
_ADDED: Final = 3
_ALLOWED: Final = 0.25
_NOTHING: Final = frozenset[str]()


@dataclass(frozen=True, slots=True)
class _Way:
    """How a model is learned: the inverse of its penalty, and what share of what it adds must be right.

    Without such a share it is let in as it is, with classes as frequent as they are. `whole` counts
    what rules tell too, `best` takes the threshold at which that share and what is found are best.
    """

    penalty: float
    right: float | None
    whole: bool = False
    best: bool = False


_RELATIONS: Final = _Way(0.3, 0.8)
_APART: Final = _Way(0.3, 0.6, whole=True, best=True)
_WAYS: Final = {
    KIND: _Way(0.1, 0.75, whole=True),
    DATED: _Way(0.1, None),
    "DM": _APART,
    # Who made an instrument is seldom meant where it is named alone.
    "BY~": _RELATIONS,
}
"""Sentences that tell of encounters are few, and their words many."""
_BETA: Final = 0.5


@dataclass(frozen=True, slots=True)
class Example:
    """A pair, or a sentence, of an annotated release: what is asked for, what is allowed, what the rules say.

    Relations are terms of the ontology, with `^` where the second of the pair is the subject. Of a
    sentence it is the kinds of encounter that it tells.
    """

    release: str
    kind: str
    features: frozenset[str]
    wanted: frozenset[str]
    allowed: frozenset[str]
    said: frozenset[str]


def examples(
    release: str,
    gold: Gold,
    mapping: Mapping,
    graph: ReleaseGraph,
    pairs: Iterable[Pair],
) -> Iterator[Example]:
    """Yield the pairs of the mapped `release` with what its annotation says of them."""
    said = Said([*graph.facts, *graph.evidence])
    ends = align(gold, said)
    wanted, allowed = _table(gold.facts), _table(gold.optional_facts)
    rules: dict[tuple[str, str], set[str]] = {}
    for fact in mapping.facts:
        rules.setdefault((fact.subject, fact.object), set()).add(fact.predicate)
    for event in mapping.events:
        for link, flown in event.links:
            for name, other in event.links if link == "payload" else ():
                if name in _LAUNCHES:
                    rules.setdefault((flown, other), set()).add(_LAUNCHES[name])
    dates = _Dates.of(gold, mapping)
    for pair in pairs:
        if pair.kind.startswith("D"):
            yield dates.example(release, pair, ends)
            continue
        ids = tuple(ends.end(f"{DEFAULT_BASE}id/{key}") or "" for key in (pair.one, pair.other))
        yield Example(
            release,
            pair.kind,
            pair.features(),
            _either(wanted, *ids),
            _either(allowed, *ids),
            _either(rules, pair.one, pair.other),
        )


@dataclass(frozen=True, slots=True)
class _Dates:
    """When things are launched, as an annotation asks for and allows, and as the rules say."""

    wanted: dict[str, set[str]]
    allowed: dict[str, set[str]]
    said: dict[str, set[str]]

    @classmethod
    def of(cls, gold: Gold, mapping: Mapping) -> _Dates:
        """Return the dates of an annotated release."""
        found = cls({}, {}, {})
        for table, facts in ((found.wanted, gold.facts), (found.allowed, gold.optional_facts)):
            for fact in facts:
                if fact.relation == LAUNCH_DATE:
                    table.setdefault(fact.subject, set()).add(fact.object)
        for event in gold.events:
            for thing in event.actors if event.kind == "Launch" else ():
                found.allowed.setdefault(thing, set()).update(d for d in event.dates if d)
        for launch in mapping.events:
            for link, thing in launch.links:
                if link == "payload" and launch.day is not None:
                    found.said.setdefault(thing, set()).add(_shown(launch.day))
        return found

    def example(self, release: str, pair: Pair, ends: Alignment) -> Example:
        """Return the pair of a day and a thing with what is known of them."""
        name = frozenset((f"{LAUNCH_DATE}^",))
        thing = ends.end(f"{DEFAULT_BASE}id/{pair.other}") or ""
        day = pair.one.split("/")[1]
        wanted, allowed = (
            any(same_date(date, day) for date in table.get(thing, ()))
            for table in (self.wanted, self.allowed)
        )
        said = pair.other in self.said
        return Example(
            release,
            pair.kind,
            pair.features(),
            name if wanted else _NOTHING,
            name if allowed and not wanted else _NOTHING,
            name if said else _NOTHING,
        )


def sentences(
    release: str, gold: Gold, graph: ReleaseGraph, candidates: Sequence[Candidate]
) -> Iterator[Example]:
    """Yield the sentences that might tell of an encounter with what the annotation says of them.

    An event is told by the one that names most of its actors and gives its day; of others that
    do so too nobody knows, and they are left out.
    """
    said = Said([*graph.facts, *graph.evidence])
    ends = align(gold, said)
    found = pair_events(gold.events, said.events, ends)
    wanted: dict[int, set[str]] = {}
    allowed: dict[int, set[str]] = {}
    unsure: set[int] = set()
    for number, event in enumerate(gold.events):
        fit = _fitting(event, candidates, ends) if event.kind in KINDS else []
        if not fit:
            continue
        *others, best = (i for _, i in sorted(fit))
        unsure.update(others)
        elsewhere = number in found and not candidates[best].told
        (allowed if event.optional or elsewhere else wanted).setdefault(best, set()).add(event.kind)
    for i, one in enumerate(candidates):
        asked, free = wanted.get(i, set()), allowed.get(i, set())
        if asked or free or i not in unsure:
            kin = {k for k in KINDS if any(KIN.get(k, k) == KIN.get(a, a) for a in asked)} - asked
            told = frozenset(KINDS) if one.told else _NOTHING
            yield Example(
                release, KIND, one.features, frozenset(asked), frozenset(free | kin), told
            )


def days(
    release: str,
    gold: Gold,
    graph: ReleaseGraph,
    dated: Iterable[tuple[Draft, Sequence[Choice]]],
) -> Iterator[Example]:
    """Yield the days that the encounters of a release may have been on, right where the annotation has it.

    An encounter that no annotated one shares half of its actors with teaches nothing.
    """
    said = Said([*graph.facts, *graph.evidence])
    ends = align(gold, said)
    for draft, found in dated:
        actors = {ends.end(f"{DEFAULT_BASE}id/{key}") or "" for key in draft.actors}
        meant = [
            event
            for event in gold.events
            if KIN.get(event.kind, event.kind) == KIN.get(draft.kind, draft.kind)
            and event.actors
            and len(event.actors & actors) >= _HALF * len(event.actors)
        ]
        for choice in found if meant else ():
            right = any(any(e.dates) and _dated(e, choice.day) for e in meant)
            told = frozenset((NAME,)) if right else _NOTHING
            yield Example(release, DATED, choice.features, told, _NOTHING, _NOTHING)


def _fitting(
    event: GoldEvent, candidates: Sequence[Candidate], ends: Alignment
) -> list[tuple[tuple[bool, bool, float, int], int]]:
    """Return which sentences name half of an event's actors and give its day, and how well."""
    fit = []
    for i, one in enumerate(candidates):
        keys = (*one.draft.people, *one.draft.bodies)
        actors = event.actors & {ends.end(f"{DEFAULT_BASE}id/{key}") or "" for key in keys}
        if actors and len(actors) >= _HALF * len(event.actors) and _dated(event, one.draft.day):
            told = KIN.get(event.kind, event.kind) in {KIN.get(k, k) for k in one.told}
            untitled = "part:title" not in one.features
            fit.append(((told, untitled, len(actors) / len(event.actors), -i), i))
    return fit


def _dated(event: GoldEvent, day: Day | None) -> bool:
    if not any(event.dates) or (day is None and None in event.dates):
        return True
    return any(same_date(date, _shown(day) if day else None) for date in event.dates)


def _shown(day: Day) -> str:
    return day.value.isoformat()[: _SHOWN[day.precision]]


def _table(facts: Iterable[Any]) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for fact in facts:
        name = _TERMS.get(fact.relation, fact.relation)
        found.setdefault((fact.subject, fact.object), set()).add(name)
    return found


def _either(table: dict[tuple[str, str], set[str]], one: str, other: str) -> frozenset[str]:
    """Return the relations of two in either direction; cooperation has none."""
    if not one or one == other:
        return _NOTHING
    back = {n if n == "cooperatesWith" else n + "^" for n in table.get((other, one), ())}
    return frozenset(table.get((one, other), set()) | back)


def learn(found: Sequence[Example]) -> dict[str, list[dict[str, Any]]]:
    """Return the content of `relations.json`, learned from `found`."""
    learned: dict[str, list[dict[str, Any]]] = {}
    asked = Counter((e.kind, name) for e in found for name in e.wanted)
    for (kind, name), number in sorted(asked.items()):
        fit = [e for e in found if e.kind == kind]
        if number >= _EXAMPLES and name.rstrip("^") in _LEARNED:
            model = _model(
                fit, name, _WAYS.get(kind, _APART if kind.endswith(APART) else _RELATIONS)
            )
            if model is not None:
                learned.setdefault(kind, []).append(model)
    return learned


def _model(found: Sequence[Example], name: str, way: _Way) -> dict[str, Any] | None:
    """Return the weights of a relation, or nothing where it adds too little that is right."""
    shown = Counter(f for e in found for f in e.features)
    vocabulary = sorted(f for f, number in shown.items() if number >= _SEEN)
    threshold: float | None = 0.0
    if way.right is not None:
        scores = _held_out(found, name, vocabulary, way)
        threshold = _threshold(found, scores, name, way)
    if threshold is None:
        return None
    bias, weights = _fit(found, name, vocabulary, way)
    whole = {f: round(w * SCALE) for f, w in zip(vocabulary, weights, strict=True)}
    return {
        "relation": name.rstrip("^"),
        "turned": name.endswith("^"),
        "threshold": round((threshold - bias) * SCALE),
        "weights": {f: w for f, w in whole.items() if w},
    }


def _threshold(
    found: Sequence[Example], scores: Sequence[float], name: str, way: _Way
) -> float | None:
    """Return the least score from which on enough of what is told is right, or the best of such scores."""
    # Of equals the wrong ones first: a score counts with all that reach it.
    new = sorted(
        (-score, name in e.wanted)
        for e, score in zip(found, scores, strict=True)
        if (way.whole or name not in e.said)
        and name not in e.allowed
        and may_hold(name.rstrip("^"), e.features)
    )
    every = sum(good for _, good in new)
    let_in: list[tuple[float, float]] = []
    hits = 0
    for rank, (against, good) in enumerate(new, start=1):
        hits += good
        if good and hits >= _ADDED and hits / rank >= (way.right or 0.0):
            let_in.append((_f_score(hits, rank, every), -against))
    if not let_in:
        return None
    return max(let_in)[1] if way.best else let_in[-1][1]


def _f_score(hits: int, told: int, every: int) -> float:
    """Return the weighted harmonic mean of precision and recall (van Rijsbergen 1979)."""
    return (1 + _BETA**2) * hits / (_BETA**2 * every + told)


def _held_out(
    found: Sequence[Example], name: str, vocabulary: Sequence[str], way: _Way
) -> list[float]:
    """Return each example's score by a model that did not see its release."""
    releases = sorted({e.release for e in found})
    fold = {release: i % _FOLDS for i, release in enumerate(releases)}
    scores = [0.0] * len(found)
    for number in range(_FOLDS):
        kept = [i for i, e in enumerate(found) if fold[e.release] != number]
        bias, weights = _fit([found[i] for i in kept], name, vocabulary, way)
        table = dict(zip(vocabulary, weights, strict=True))
        for i, e in enumerate(found):
            if fold[e.release] == number:
                scores[i] = bias + sum(table.get(f, 0.0) for f in sorted(e.features))
    return scores


def _fit(
    found: Sequence[Example], name: str, vocabulary: Sequence[str], way: _Way
) -> tuple[float, list[float]]:
    """Return the bias and the weights of a model of the relation `name`."""
    right = [name in e.wanted | e.allowed for e in found]
    if not any(right):
        return float("-inf"), [0.0] * len(vocabulary)
    known = frozenset(vocabulary)
    rows = DictVectorizer()
    rows.fit([dict.fromkeys(vocabulary, 1.0)])
    matrix = rows.transform([dict.fromkeys(sorted(known & e.features), 1.0) for e in found])
    weight = None if way.right is None else "balanced"
    model = LogisticRegression(C=way.penalty, class_weight=weight, max_iter=5000)
    counts = [_ALLOWED if name in e.allowed - e.wanted else 1.0 for e in found]
    model.fit(matrix, right, sample_weight=counts)
    return float(model.intercept_[0]), [float(w) for w in model.coef_[0]]


def written(learned: dict[str, list[dict[str, Any]]]) -> str:
    """Return what was learned as JSON, sorted, a line a relation."""
    lines = [
        f" {json.dumps(kind)}: [\n  "
        + ",\n  ".join(json.dumps(m, ensure_ascii=False, sort_keys=True) for m in models)
        + "\n ]"
        for kind, models in sorted(learned.items())
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n"
