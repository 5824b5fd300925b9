"""A change of the store as SPARQL updates: in one request, or in pieces where one is too large.

The order of the steps keeps the store true at each moment, for engines that do not make a request
a transaction: a fact leaves the default graph before it leaves the graph that states it, and comes
to the default graph after it. So the default graph never says what nobody states, and what an
interruption can leave undone lies within the graphs that the journal names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.store.changes import Change
from kg.store.remote.dataset import Dataset

# Triples in one operation, and in one request after a larger one was refused.
PIECE: Final = 1000


@dataclass(frozen=True, slots=True)
class Step:
    """One operation of an update: INSERT or DELETE of triples in one graph, or what `text` says."""

    text: str
    triples: int = 1


def steps(change: Change, dataset: Dataset, size: int) -> Iterator[Step]:
    """Yield the operations of a change in order, none with more than `size` triples."""
    yield from _data("DELETE", change.removed, dataset, size, default_first=True)
    yield from _data("INSERT", change.added, dataset, size, default_first=False)
    for graph in change.emptied:
        yield Step(f"DROP SILENT GRAPH {graph}")


def requests(steps: Iterable[Step], size: int) -> Iterator[str]:
    """Join operations to requests of about `size` triples at most."""
    texts: list[str] = []
    held = 0
    for step in steps:
        if texts and held + step.triples > size:
            yield " ;\n".join(texts)
            texts, held = [], 0
        texts.append(step.text)
        held += step.triples
    if texts:
        yield " ;\n".join(texts)


def _data(
    verb: str, quads: Sequence[Quad], dataset: Dataset, size: int, *, default_first: bool
) -> Iterator[Step]:
    """Yield one graph an operation: Virtuoso deletes no text in an operation on several."""
    parts: dict[NamedNode | None, list[str]] = {}
    for quad in quads:
        name = quad.graph_name if isinstance(quad.graph_name, NamedNode) else None
        parts.setdefault(name, []).append(f"{quad.triple} .")
    for name in sorted(parts, key=lambda n: ((n is None) != default_first, str(n))):
        for start in range(0, len(parts[name]), size):
            some = parts[name][start : start + size]
            graph = dataset.default if name is None else name
            yield Step(f"{verb} DATA {{ {within(graph, some)} }}", len(some))


def within(graph: NamedNode | DefaultGraph, lines: Iterable[str]) -> str:
    """Return lines of N-Triples as they stand in the data of an update."""
    block = "\n".join(lines)
    return block if isinstance(graph, DefaultGraph) else f"GRAPH {graph} {{\n{block}\n}}"
