"""Answer a query with an engine and write the answer down, no longer than it may be."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import Any, BinaryIO, Final

import pyoxigraph as ox
from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples

from kg.errors import RequestRefusedError
from kg.export import rdf, table
from kg.publish.sparql import guard
from kg.publish.sparql.formats import GRAPHS, ROWS
from kg.queries import get, tidy
from kg.store.results import Boolean, Graph, Result, Rows

# Where one reads what a cut answer is; `head` has a place for links (SPARQL 1.1 Results JSON, 3.1.2).
CUT: Final = "https://w3id.org/spacekg/docs/publishing#cut"


@dataclass(frozen=True, slots=True)
class Job:
    """A query with its dataset; the forms in which rows and graphs are wanted, "" for none.

    `named` is the shipped query that it is, "" where it is a client's own.
    """

    sparql: str
    rows_form: str
    graph_form: str
    default: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    base: str = ""
    named: str = ""

    @classmethod
    def load(cls, record: dict[str, Any]) -> Job:
        """Return a job from its JSON record."""
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in record.items()
        }
        return cls(**values)


@dataclass(frozen=True, slots=True)
class Told:
    """What there is to say of an answer: the form, whether it is a graph, whether it was cut."""

    form: str
    is_graph: bool
    cut: bool


def ask(store: ox.Store, job: Job, most: int) -> tuple[Result, bool]:
    """Return the answer, of at most so many rows or triples, and whether it was cut there.

    Raises RequestRefusedError where the query calls a service, does not parse, or an IRI is none.
    """
    guard.check(job.sparql)
    try:
        found = _found(store, job)
    except SyntaxError as error:
        raise RequestRefusedError(
            f"the query does not parse: {error}", "Mend it there.", status=400
        ) from error
    except ValueError as error:
        raise RequestRefusedError(f"{error}", "Check the IRIs.", status=400) from error
    return _read(found, most)


def write(answer: Result, cut: bool, job: Job, out: BinaryIO) -> Told:
    """Write an answer in the form that the job wants; RequestRefusedError (406) for none."""
    is_graph = isinstance(answer, Graph)
    form = job.graph_form if is_graph else job.rows_form
    if not form:
        offered = ", ".join(f.media_type for f in (GRAPHS if is_graph else ROWS))
        raise RequestRefusedError(
            "the answer cannot be had in the form that is asked for",
            f"It can be had as: {offered}.",
            status=406,
        )
    if isinstance(answer, Graph):
        _write_graph(answer, cut, form, out)
    else:
        if isinstance(answer, Rows) and job.named:
            answer = tidy(answer, get(job.named))
        _write_rows(answer, cut, form, out)
    return Told(form, is_graph, cut)


def _found(store: ox.Store, job: Job) -> QuerySolutions | QueryBoolean | QueryTriples:
    base = job.base or None
    if not (job.default or job.named_graphs):
        return store.query(job.sparql, base_iri=base)
    # The dataset of a request counts in place of FROM (protocol, 2.1.4).
    return store.query(
        job.sparql,
        base_iri=base,
        default_graph=[NamedNode(iri) for iri in job.default],
        named_graphs=[NamedNode(iri) for iri in job.named_graphs],
    )


def _read(found: QuerySolutions | QueryBoolean | QueryTriples, most: int) -> tuple[Result, bool]:
    match found:
        case QueryBoolean():
            return Boolean(bool(found)), False
        case QuerySolutions():
            names = tuple(variable.value for variable in found.variables)
            rows, cut = _first(map(tuple, found), most)
            return Rows(names, tuple(rows)), cut
        case _:
            triples, cut = _first(found, most)
            return Graph(tuple(sorted(set(triples), key=str))), cut


def _first(items: Iterable[Any], most: int) -> tuple[list[Any], bool]:
    """Return the first items, and whether there are more."""
    all_of = iter(items)
    return list(islice(all_of, most)), next(all_of, None) is not None


def _write_rows(answer: Rows | Boolean, cut: bool, form: str, out: BinaryIO) -> None:
    if not cut or form not in ("json", "xml"):
        table.write(answer, form, out)
        return
    held = BytesIO()
    table.write(answer, form, held)
    body = held.getvalue()
    if form == "xml":
        out.write(body.replace(b"</head>", f'<link href="{CUT}"/></head>'.encode(), 1))
        return
    document = json.loads(body)
    document["head"]["link"] = [CUT]
    out.write(json.dumps(document, ensure_ascii=False).encode())


def _write_graph(graph: Graph, cut: bool, form: str, out: BinaryIO) -> None:
    rdf.write(graph, form, out)
    if cut:
        out.write(_REMARKS.get(form, "").encode())


_REMARKS: Final = {
    **dict.fromkeys(("ttl", "nt", "nq", "trig"), f"# Cut: there is more. See {CUT}\n"),
    "rdfxml": f"<!-- Cut: there is more. See {CUT} -->\n",
}
