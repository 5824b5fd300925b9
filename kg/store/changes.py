"""Work out what a change does to a store: which quads come and go, the default graph's too.

The default graph holds a triple as long as one stating graph (a release's facts, the
authority, the ontology) holds it. Cost: the changed graphs, and a look-up for each triple
that a graph loses.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final

import pyoxigraph as ox
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Triple, serialize

from kg.store.graphs import Graphs

# From here on files of their own are quicker than the write-ahead log.
_BULK: Final = 5000


@dataclass(frozen=True, slots=True)
class Change:
    """Quads to take out and quads to put in; graphs that are left empty.

    `whole` are graphs of which the store holds nothing yet, each with all that it is to hold.
    """

    removed: tuple[Quad, ...]
    added: tuple[Quad, ...]
    emptied: tuple[NamedNode, ...] = ()
    whole: Mapping[NamedNode, Collection[Triple]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.removed or self.added or self.whole)

    @property
    def count(self) -> int:
        """Return the number of quads that are put in."""
        return len(self.added) + _size(self.whole)

    def coming(self) -> Iterator[Quad]:
        """Yield the quads that are put in."""
        yield from (_quad(t, graph) for graph, triples in self.whole.items() for t in triples)
        yield from self.added


def plan(
    store: ox.Store, graphs: Graphs, contents: Mapping[NamedNode, Collection[Triple]]
) -> Change:
    """Return the change after which each graph in `contents` holds exactly those triples."""
    new = {graph: set(triples) for graph, triples in contents.items()}
    old = {graph: triples_of(store, graph) for graph in contents}
    removed = [_quad(t, g) for g in new for t in old[g] - new[g]]
    added = [_quad(t, g) for g in new for t in new[g] - old[g]]
    stating = {g: triples for g, triples in new.items() if graphs.states(g.value)}
    stated = set().union(*stating.values())
    lost = set().union(*(old[g] for g in stating)) - stated
    removed += [_quad(t) for t in lost if not _said_elsewhere(store, graphs, t, stating)]
    added += [quad for quad in map(_quad, stated) if quad not in store]
    emptied = [graph for graph, triples in new.items() if not triples]
    return Change(_sorted(removed), _sorted(added), tuple(emptied))


def additions(
    store: ox.Store,
    graphs: Graphs,
    contents: Mapping[NamedNode, Collection[Triple]],
    *,
    exact: bool,
) -> Change:
    """Return the change that puts in graphs of which the store holds none yet.

    Unless `exact`, it may put in many facts of which some are in the default graph already: to
    write them again is quicker than to look each one up, since most are new.
    """
    stated = {t for g, triples in contents.items() if graphs.states(g.value) for t in triples}
    facts = tuple(map(_quad, stated))
    if exact or _size(contents) < _BULK:
        facts = tuple(quad for quad in facts if quad not in store)
    return Change((), facts, whole=contents)


def triples_of(store: ox.Store, graph: NamedNode | DefaultGraph) -> set[Triple]:
    """Return the triples that a graph holds."""
    return {quad.triple for quad in store.quads_for_pattern(None, None, None, graph)}


def apply(store: ox.Store, change: Change) -> None:
    """Make the change in one transaction: all of it or nothing."""
    if change.removed or change.emptied:
        store.update(_as_update(change))
    elif change.count >= _BULK:
        # Written to new files, which RocksDB takes in all together, by an entry in its manifest.
        # As text, since quads by the ten thousand are slow to make; terms need no second check.
        store.bulk_load(_as_trig(change), format=RdfFormat.TRIG, lenient=True)
    else:
        # An update would do, but `extend` is a transaction too, and takes half the time.
        store.extend(change.coming())


def _size(contents: Mapping[NamedNode, Collection[Triple]]) -> int:
    return sum(map(len, contents.values()))


def _quad(triple: Triple, graph: NamedNode | DefaultGraph | None = None) -> Quad:
    return Quad(triple.subject, triple.predicate, triple.object, graph or DefaultGraph())


def _said_elsewhere(
    store: ox.Store, graphs: Graphs, triple: Triple, changed: Collection[NamedNode]
) -> bool:
    """Tell whether a stating graph outside `changed` holds the triple."""
    quads = store.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
    names = (quad.graph_name for quad in quads)
    return any(
        isinstance(name, NamedNode) and name not in changed and graphs.states(name.value)
        for name in names
    )


def _sorted(quads: Iterable[Quad]) -> tuple[Quad, ...]:
    return tuple(sorted(quads, key=str))


def _as_update(change: Change) -> str:
    steps = [
        f"{verb} DATA {{ {_as_data(quads)} }}"
        for verb, quads in (("DELETE", change.removed), ("INSERT", tuple(change.coming())))
        if quads
    ]
    steps += [f"DROP SILENT GRAPH {graph}" for graph in change.emptied]
    return " ;\n".join(steps)


def _as_trig(change: Change) -> bytes:
    text = BytesIO()
    for graph, triples in change.whole.items():
        lines = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
        text.writelines((str(graph).encode(), b" {\n", lines, b"}\n"))
    text.write(serialize(change.added, format=RdfFormat.TRIG) or b"")
    return text.getvalue()


def _as_data(quads: Iterable[Quad]) -> str:
    """Return the quads in SPARQL's syntax, whose terms are those of N-Triples."""
    return "\n".join(_as_datum(quad) for quad in quads)


def _as_datum(quad: Quad) -> str:
    if isinstance(quad.graph_name, DefaultGraph):
        return f"{quad.triple} ."
    return f"GRAPH {quad.graph_name} {{ {quad.triple} }}"
