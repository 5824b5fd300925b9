"""How far a measure, and the ranking by it, depends on which releases there happen to be.

The bootstrap (Efron 1979) over independent releases: as many as there are, drawn with replacement,
again and again; a release and its translations are drawn as one. A thing that the drawn releases
tell counts as often as they were drawn on average, so that on average it weighs what it weighs in
the whole; what none of them tells is gone. Numbers of ties are therefore lower in a sample, and it
is the rank that one should read. What only the authority says does not vary.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final, TypeVar

from kg.views.measures import GROUPS, LOW_FIRST, measure
from kg.views.measures.weighted import Weighted
from kg.views.shared import Pair, Shared
from kg.views.study import Study
from kg.views.ties import Presence, Tie, Ties, pairs, strength

Number = TypeVar("Number", int, float)

SEED: Final = 20200217
# The interval holds this share of the samples.
SHARE: Final = 0.95


@dataclass(frozen=True, slots=True)
class Interval:
    """The 95 % interval of a value, and that of its rank (1 is the first)."""

    low: float
    high: float
    best: int
    worst: int


def intervals(
    study: Study, network: Weighted, names: Sequence[str], count: int
) -> dict[str, list[Interval]]:
    """Return for each measure an interval for each node, from `count` samples.

    Groups have none: their numbers are names.
    """
    wanted = [name for name in names if name not in GROUPS]
    values: dict[str, list[list[float]]] = defaultdict(list)
    for weights in samples(study, count):
        drawn = _within(weights, network)
        for name, found in measure(drawn, wanted, often=True).items():
            values[name].append(found)
    return {name: _intervals(values[name], name) for name in wanted}


def samples(study: Study, count: int) -> Iterator[dict[Pair, float]]:
    """Yield the weights of the ties that are shown, for `count` samples of the releases."""
    random = Random(SEED)  # noqa: S311 - a sample, no secret
    voices = _voices(study)
    for _ in range(count):
        times = dict.fromkeys(voices, 0)
        for voice in random.choices(voices, k=len(voices)):
            times[voice] += 1
        drawn = project_drawn(study.rows, study, times)
        yield {pair: tie.weight for pair, tie in study.shown(drawn).ties.items()}


def project_drawn(rows: Iterable[Shared], study: Study, times: Mapping[int, int]) -> Ties:
    """Return the ties that releases make which are drawn so many times each, without evidence."""
    weights: dict[Pair, float] = defaultdict(float)
    factors, voice = study.factors, study.ledger.voice

    def share(sources: frozenset[int]) -> float:
        heard = {voice(source) for source in sources}
        return sum(times[it] for it in heard) / len(heard) if heard else 1.0

    for shared in rows:
        if factor := factors.get(shared.kind):
            known = {sources: share(sources) for sources in _sources(shared)}
            factor *= strength(shared)
            for pair, (one, other) in _sides(shared):
                weights[pair] += (
                    factor * (known[one] + known[other]) / 2 * bool(known[one] and known[other])
                )
    ties = {pair: Tie(weight) for pair, weight in weights.items() if weight}
    return Ties(ties, {end: Presence() for pair in ties for end in pair})


def _sources(shared: Shared) -> set[frozenset[int]]:
    return {*shared.members.values(), *(shared.others or {}).values()}


def _sides(shared: Shared) -> Iterator[tuple[Pair, tuple[frozenset[int], frozenset[int]]]]:
    others = shared.members if shared.others is None else shared.others
    return ((pair, (shared.members[pair[0]], others[pair[1]])) for pair in pairs(shared))


def _voices(study: Study) -> list[int]:
    """Return all independent releases that say something, in an order that all stores share."""
    called = study.ledger.releases()
    found = {
        study.ledger.voice(source)
        for shared in study.rows
        for sources in _sources(shared)
        for source in sources
    }
    return sorted(found, key=lambda voice: (called.get(voice, ""), voice))


def _within(weights: Mapping[Pair, float], network: Weighted) -> Weighted:
    """Return the sample's network on the nodes of the whole one."""
    known = set(network.nodes)
    kept = {pair: weight for pair, weight in weights.items() if known.issuperset(pair)}
    return Weighted.made(network.nodes, kept, directed=network.directed)


def _intervals(samples: Sequence[Sequence[float]], name: str) -> list[Interval]:
    ranked = [ranks(values, name) for values in samples]
    columns = zip(zip(*samples, strict=True), zip(*ranked, strict=True), strict=True)
    return [_interval(values, places) for values, places in columns]


def _interval(values: Iterable[float], places: Iterable[int]) -> Interval:
    (low, high), (best, worst) = _middle(values), _middle(places)
    return Interval(low, high, best, worst)


def ranks(values: Sequence[float], name: str) -> list[int]:
    """Return the rank of each value; equal ones share the better rank."""
    sign = 1 if name in LOW_FIRST else -1
    # What differs by an error of calculation alone is equal.
    keys = [sign * round(value, 9) for value in values]
    place: dict[float, int] = {}
    for number, key in enumerate(sorted(keys), start=1):
        place.setdefault(key, number)
    return [place[key] for key in keys]


def _middle(values: Iterable[Number]) -> tuple[Number, Number]:
    """Return the least and greatest of the middle 95 %."""
    ordered = sorted(values)
    cut = int(len(ordered) * (1 - SHARE) / 2)
    return ordered[cut], ordered[-1 - cut]
