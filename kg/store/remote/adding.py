"""What goes into an engine that holds nothing of it yet, and how it is posted to a graph store.

No question need be asked: a graph is a set, so that a fact which the default graph holds already may be
sent again. The Graph Store Protocol takes one graph a request, and is for engines whose updates are
slow or small, such as Virtuoso's.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final
from urllib.parse import urlencode

from pyoxigraph import DefaultGraph, NamedNode, Quad, Triple

from kg.store.changes import Change
from kg.store.graphs import Graphs
from kg.store.remote.dataset import Dataset
from kg.store.remote.protocol import NTRIPLES, raw
from kg.store.remote.transport import Transport

# Triples in one request.
_MOST: Final = 20_000


def addition(contents: Mapping[NamedNode, Collection[Triple]], graphs: Graphs) -> Change:
    """Return the change that puts these graphs in; facts go into the default graph as well."""
    named = [_quad(t, name) for name, triples in contents.items() for t in triples]
    stated = {t for name, triples in contents.items() if graphs.states(name.value) for t in triples}
    return Change((), (*named, *(_quad(t, DefaultGraph()) for t in sorted(stated, key=str))))


def post(transport: Transport, url: str, change: Change, dataset: Dataset) -> None:
    """Send what a change adds to a graph store, the default graph last."""
    parts: dict[str, list[str]] = {}
    for quad in change.added:
        name = dataset.default if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name
        where = urlencode({"graph": name.value}) if isinstance(name, NamedNode) else "default"
        parts.setdefault(where, []).append(f"{quad.triple} .\n")
    sign = "&" if "?" in url else "?"
    for where, lines in parts.items():
        for start in range(0, len(lines), _MOST):
            body = "".join(lines[start : start + _MOST]).encode()
            transport.send(raw(f"{url}{sign}{where}", body, Content_Type=NTRIPLES))


def _quad(triple: Triple, graph: NamedNode | DefaultGraph) -> Quad:
    return Quad(triple.subject, triple.predicate, triple.object, graph)
