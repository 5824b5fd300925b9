"""What of the rows counts, and which ties are shown: each filter a small function.

Filters of rows work before the projection, so that a meeting of another year or a sentence about
another topic ties nobody; filters of ties work after it, on the whole network.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from kg.store.ledger import Ledger
from kg.views.about import Subject
from kg.views.options import Period
from kg.views.shared import Members, Pair, Shared
from kg.views.ties import Tie, Ties, ties_some


def in_period(rows: Iterable[Shared], period: Period, ledger: Ledger) -> Iterator[Shared]:
    """Yield what happened, or of undated things what was said, in a period."""
    for shared in rows:
        if not shared.days:
            yield from narrowed(shared, lambda _, source: period.holds(ledger.day(source)))
        elif kept := frozenset(filter(period.holds, shared.days)):
            yield shared._replace(days=kept)


def about(rows: Iterable[Shared], subject: Subject, ledger: Ledger) -> Iterator[Shared]:
    """Yield what has to do with a topic or an endeavour: by the thing, its ends or the releases."""
    for shared in rows:
        if shared.thing in subject.things:
            yield shared
        else:
            yield from narrowed(
                shared,
                lambda end, source: end in subject.things or ledger.release(source) in subject.said,
            )


def narrowed(shared: Shared, keep: Callable[[str, int], bool]) -> Iterator[Shared]:
    """Yield a thing with the sources that are to be kept, if it still ties somebody."""
    members = _narrowed(shared.members, keep)
    others = None if shared.others is None else _narrowed(shared.others, keep)
    kept = shared._replace(members=members, others=others)
    if members and ties_some(kept):
        yield kept


def _narrowed(members: Mapping[str, frozenset[int]], keep: Callable[[str, int], bool]) -> Members:
    kept = {
        end: frozenset(source for source in sources if keep(end, source))
        for end, sources in members.items()
    }
    return {end: sources for end, sources in kept.items() if sources}


def at_least(network: Ties, weight: float) -> Ties:
    """Return the ties that weigh so much."""
    return network.only(p for p, tie in network.ties.items() if round(tie.weight, 6) >= weight)


def near(network: Ties, focus: str, hops: int) -> Ties:
    """Return the ties among all that can be reached in so many steps, whatever their direction."""
    beside: dict[str, set[str]] = defaultdict(set)
    for one, other in network.ties:
        beside[one].add(other)
        beside[other].add(one)
    reached = {focus}
    for _ in range(hops):
        reached |= {end for it in reached for end in beside.get(it, ())}
    return network.only(p for p in network.ties if reached.issuperset(p))


def backbone(network: Ties, level: float, *, directed: bool = False) -> Ties:
    """Return the ties that are stronger than chance would have them, for one end at least.

    The disparity filter: if the strength of a node were divided at random among its k ties, a share
    of p or more would come about with the probability (1-p)^(k-1). Ties for which that is below
    `level` stay. Serrano, Boguna and Vespignani, PNAS 106 (16), 2009. A node with one tie says
    nothing about it.
    """
    chances = disparity(network.ties, directed=directed)
    return network.only(pair for pair in network.ties if chances[pair] < level)


def disparity(ties: Mapping[Pair, Tie], *, directed: bool = False) -> dict[Pair, float]:
    """Return for each tie the lesser of the probabilities that its two ends give it."""
    strengths: dict[tuple[str, bool], list[float]] = defaultdict(list)
    for pair, tie in ties.items():
        for end, role in _ends(pair, directed):
            strengths[end, role].append(tie.weight)
    return {
        pair: min(_chance(tie.weight, strengths[end]) for end in _ends(pair, directed))
        for pair, tie in ties.items()
    }


def _ends(pair: Pair, directed: bool) -> tuple[tuple[str, bool], tuple[str, bool]]:
    """Return the two ends; of a directed tie the strength going out, and that coming in."""
    return (pair[0], False), (pair[1], directed)


def _chance(weight: float, weights: list[float]) -> float:
    share = min(1.0, weight / sum(weights))
    return 1.0 if len(weights) == 1 else float((1 - share) ** (len(weights) - 1))
