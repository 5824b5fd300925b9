"""Which graph of an engine is the default graph that analysts ask.

Most engines have one of their own. Virtuoso has none: there the facts stand once in a named graph,
`{base}graph/default`, which each query asks in place of it, and which `GRAPH ?g` must pass over.
"""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import DefaultGraph, NamedNode

from kg.store.base import GraphName
from kg.store.remote import structure
from kg.store.tokens import form


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs of a store below `base`; `named` tells that the default graph has a name."""

    base: str
    named: bool = False

    @property
    def copy(self) -> NamedNode:
        """Return the graph that stands for the default graph where an engine has none."""
        return NamedNode(f"{self.base}graph/default")

    @property
    def journal(self) -> NamedNode:
        """Return the graph in which the store keeps what it must remember of itself."""
        return NamedNode(f"{self.base}graph/journal")

    @property
    def default(self) -> GraphName:
        """Return the graph that updates write facts to."""
        return self.copy if self.named else DefaultGraph()

    def visible(self, variable: str) -> str:
        """Return the SPARQL condition that a variable (`?g`) is one of the store's public graphs."""
        hidden = f"{self.copy}, {self.journal}"
        return f'(STRSTARTS(STR({variable}), "{self.base}graph/") && {variable} NOT IN ({hidden}))'

    def asked(self, sparql: str) -> tuple[str, str | None]:
        """Return the query to send, and the IRI to send with it as its default graph or None.

        Where the default graph has a name, the WHERE group goes into it. To name it in the request
        would do as well, but then Virtuoso finds nothing in `GRAPH <g>`; so that is left to forms
        that have no group to change.
        """
        if not self.named or form(sparql) is None or structure.from_clauses(sparql):
            return sparql, None
        graphs = structure.variable_graphs(sparql)
        # Not `visible`: with more conditions Virtuoso's planner gives up on larger queries.
        hidden = [(at, f" FILTER({variable} != {self.copy}) ") for at, variable in graphs]
        group = self._changeable(sparql)
        if group is None:
            return structure.inserted(sparql, hidden), self.copy.value
        wrap = [(group.start + 1, f" GRAPH {self.copy} {{ "), (group.stop - 1, " }")]
        return structure.inserted(sparql, [*hidden, *wrap]), None

    def _changeable(self, sparql: str) -> slice | None:
        kind = form(sparql)
        if kind == "DESCRIBE" or (kind == "CONSTRUCT" and not structure.has_template(sparql)):
            return None
        return structure.pattern(sparql)
