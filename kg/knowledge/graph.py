"""A knowledge graph that is open for reading."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from kg import queries, views
from kg.errors import UsageError
from kg.knowledge.answer import Answer
from kg.knowledge.description import Description, describe
from kg.queries import NamedQuery
from kg.store.answering import Closing
from kg.store.base import Boolean, Graph, Result, Rows, View
from kg.views import asked
from kg.views.asked import Names, Weights, When
from kg.views.explain import explain
from kg.views.records import Explanation

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

Param: TypeAlias = str | int | float | date | None


class KnowledgeGraph(Closing):
    """A store or an endpoint, asked in Python; `view` is what lies below.

    Names of things are what a person would type: "CNES", "agency/cnes" or an IRI. A name that
    several things bear is an AmbiguousNameError with the candidates, an unknown one an
    UnknownNameError with the nearest.
    """

    def __init__(self, view: View) -> None:
        self.view = view

    def query(self, question: str, /, **params: Param) -> Answer:
        """Answer a named query with its parameters, or a SELECT of your own.

        `graph.query("meetings", participant="CNES", since=2019)`; None leaves a parameter out.
        """
        answer = self._ask(question, params)
        if not isinstance(answer, Rows):
            raise UsageError("the query is no SELECT", "Call ask() or construct() for it.")
        return Answer(answer)

    def ask(self, sparql: str) -> bool:
        """Answer an ASK."""
        answer = self._ask(sparql, {})
        if not isinstance(answer, Boolean):
            raise UsageError("the query is no ASK", "Call query() or construct() for it.")
        return answer.value

    def construct(self, sparql: str) -> rdflib.Graph:
        """Answer a CONSTRUCT or DESCRIBE as an rdflib graph."""
        import rdflib

        answer = self._ask(sparql, {})
        if not isinstance(answer, Graph):
            raise UsageError("the query gives no graph", "Call query() or ask() for it.")
        lines = "".join(f"{triple} .\n" for triple in answer)
        return rdflib.Graph().parse(data=lines, format="nt")

    def frame(self, question: str, /, *, library: str | None = None, **params: Param) -> Any:
        """Answer as `query` does, as a data frame of pandas or polars."""
        return self.query(question, **params).frame(library)

    def queries(self) -> Answer:
        """Return the named queries and what they answer."""
        from pyoxigraph import Literal

        rows = tuple((Literal(q.name), Literal(q.summary)) for q in queries.catalogue())
        return Answer(Rows(("name", "summary"), rows))

    def describe(self, name: str) -> Description:
        """Return what is stated of a thing: its names, classes and facts."""
        return describe(self.view, self.resolve(name))

    def explain(self, name: str) -> Explanation:
        """Return what is known of a thing, each statement with the sentences that say it."""
        return explain(self.view, self.resolve(name))

    def resolve(self, name: str) -> str:
        """Return the IRI of the thing that is called so."""
        return queries.resolve(name, self.view).value

    def network(
        self,
        name: str,
        *,
        since: When | None = None,
        before: When | None = None,
        about: str | None = None,
        focus: str | None = None,
        hops: int = 1,
        min_weight: float = 0.0,
        status: Names | None = None,
        roll_up: Names | None = None,
        backbone: float | None = None,
        weight: Weights | None = None,
    ) -> nx.Graph[str]:
        """Return a view, such as "agencies", as a networkx graph that cannot be changed.

        The options are those of `spacekg network` (docs/networks.md), which calls `since` --from and
        `before` --to: `graph.network("agencies", since=2015, weight={"meetings": 2})`. UsageError
        says what would fit where a value does not.
        """
        options = asked.read(
            self.view, views.get(name), since=since, before=before, about=about, focus=focus,
            hops=hops, min_weight=min_weight, status=status, roll_up=roll_up, backbone=backbone,
            weight=weight,
        )  # fmt: skip
        return views.build(name, self.view, options)

    def close(self) -> None:
        """Let go of the store."""
        self.view.close()

    def __repr__(self) -> str:
        return f"<KnowledgeGraph {self.view.where}: {len(self.view.releases())} releases>"

    def _ask(self, question: str, params: dict[str, Param]) -> Result:
        given = {name: str(value) for name, value in params.items() if value is not None}
        query: NamedQuery | str = question
        if "{" in question:
            query = queries.from_text(question)
        return queries.run(query, self.view, given)
