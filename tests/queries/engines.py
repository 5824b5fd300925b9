"""rdflib as a view: another engine's opinion on each query."""

from __future__ import annotations

import warnings
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Self

import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg.store.asked import AskedLedger
from kg.store.base import Bindings, Boolean, GraphName, Rows, Term
from kg.store.bindings import with_values
from kg.store.ledger import Ledger
from kg.store.search import LIMIT, Found, ask_all
from kg.vocab import DEFAULT_BASE, XSD


class RdflibView:
    """A view over an rdflib dataset, whose default graph is no union."""

    base = DEFAULT_BASE
    where = "rdflib"

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._dataset = rdflib.Dataset(default_union=False)
        lines: dict[str, list[str]] = defaultdict(list)
        for quad in quads:
            name = quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""
            lines[name].append(f"{quad.triple} .\n")
        for name, triples in lines.items():
            graph = self._dataset.graph(name) if name else self._dataset.default_graph
            graph.parse(data="".join(triples), format="nt")

    def query(self, sparql: str, bindings: Bindings | None = None) -> Rows | Boolean:
        with warnings.catch_warnings():
            # rdflib 7.6 asks its own datasets for names that it deprecates.
            warnings.simplefilter("ignore", DeprecationWarning)
            answer = self._dataset.query(with_values(sparql, bindings or {}))
            if answer.type == "ASK":
                return Boolean(bool(answer.askAnswer))
            names = [str(variable) for variable in answer.vars or ()]
            rows = [{str(k): v for k, v in row.items()} for row in answer.bindings]
        cells = (tuple(_term(row.get(name)) for name in names) for row in rows)
        return Rows(tuple(names), tuple(cells))

    def select(self, sparql: str, bindings: Bindings | None = None) -> Rows:
        answer = self.query(sparql, bindings)
        assert isinstance(answer, Rows)
        return answer

    def graphs(self) -> tuple[NamedNode, ...]:
        raise NotImplementedError

    def releases(self) -> tuple[NamedNode, ...]:
        raise NotImplementedError

    def quads(self, graph: GraphName | None = None) -> Iterator[Quad]:
        raise NotImplementedError

    def count(self, graph: GraphName | None = None) -> int:
        raise NotImplementedError

    def search(self, text: str, limit: int = LIMIT) -> Found:
        return ask_all(self, text, limit)

    def ledger(self) -> Ledger:
        return AskedLedger(self)

    def close(self) -> None:
        self._dataset.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _term(node: rdflib.term.Identifier | None) -> Term | None:
    match node:
        case None:
            return None
        case rdflib.URIRef():
            return NamedNode(str(node))
        case rdflib.BNode():
            return BlankNode(str(node))
        case rdflib.Literal() if node.language:
            return Literal(str(node), language=node.language)
        case rdflib.Literal():
            return Literal(str(node), datatype=NamedNode(str(node.datatype or XSD.string)))
    raise AssertionError(node)
