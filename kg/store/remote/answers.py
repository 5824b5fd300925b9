"""Read what an endpoint answered, and notice where it left something out.

Engines cut answers in two ways that they tell in a header at most: after so many rows (Virtuoso:
`X-SPARQL-MaxRows`), and after so much time (Virtuoso's anytime queries: `X-SQL-State: S1TAT`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryResultsFormat,
    RdfFormat,
    parse,
    parse_query_results,
)
from SPARQLWrapper import ASK, CONSTRUCT, DESCRIBE

from kg.errors import EndpointError, IncompleteAnswerError
from kg.store import results
from kg.store.base import GraphName
from kg.store.remote.transport import Answer
from kg.store.results import Boolean, Result, Rows
from kg.store.tokens import form

MAX_ROWS: Final = "X-SPARQL-MaxRows"
STATE: Final = "X-SQL-State"
PARTIAL: Final = "S1TAT"
_ROUND: Final = 100


def read(answer: Answer, sparql: str, where: str) -> Result:
    """Return the answer of the endpoint `where` to a query, whole or not.

    Raises EndpointError for something else than SPARQL results, IncompleteAnswerError where the
    endpoint says that its time ran out.
    """
    if answer.headers.get(STATE) == PARTIAL:
        raise IncompleteAnswerError(
            f"{where} answered in part only: its time for a query ran out",
            "Ask less at once, or raise its time limit.",
        )
    kind = form(sparql)
    try:
        if kind in (CONSTRUCT, DESCRIBE):
            return results.graph(quad.triple for quad in parse(answer.body, RdfFormat.N_TRIPLES))
        found = results.read(parse_query_results(answer.body, QueryResultsFormat.JSON))
    except (SyntaxError, ValueError) as error:
        raise EndpointError(
            f"{where} answered with something else than SPARQL results "
            f"({answer.media_type}): {error}",
            "Check that the URL is a SPARQL 1.1 query endpoint.",
        ) from error
    return _truth(found) if kind == ASK and isinstance(found, Rows) else found


def seems_cut(answer: Answer, rows: Rows) -> bool:
    """Tell whether rows may be missing: a header says so, or their number is round.

    A limit that an engine's keeper set is a round number; an answer that has so many rows by
    chance costs one more question.
    """
    return MAX_ROWS in answer.headers or is_round(len(rows))


def is_round(number: int) -> bool:
    """Tell whether a number may be a limit that somebody set."""
    return number > 0 and number % _ROUND == 0


def found_quads(rows: Rows, graph: GraphName | None = None) -> Iterator[Quad]:
    """Yield the quads that rows of subject, predicate, object and graph are.

    The fourth is left out where all are of one `graph`.
    """
    for row in rows.rows:
        subject, predicate, other, *name = row
        held = graph or next(iter(name))
        assert isinstance(subject, NamedNode | BlankNode)
        assert isinstance(predicate, NamedNode)
        assert other is not None
        assert isinstance(held, NamedNode | DefaultGraph)
        yield Quad(subject, predicate, other, held)


def _truth(rows: Rows) -> Boolean:
    """Return what Virtuoso means: to ASK it answers with a row that holds 1, or with no row."""
    cells = [cell for row in rows.rows for cell in row]
    return Boolean(any(isinstance(c, Literal) and c.value not in ("0", "false") for c in cells))
