"""What can be found out of an engine by writing to scratch graphs."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Final
from urllib.parse import quote, urlsplit

from pyoxigraph import NamedNode

from kg.errors import EndpointError, EndpointRefusedError
from kg.store import results
from kg.store.remote.answers import read
from kg.store.remote.doctor.finding import Finding, Patient
from kg.store.remote.protocol import NTRIPLES, raw
from kg.store.remote.trial import is_union, takes_default
from kg.store.remote.writing import PIECE, within

_LARGE: Final = 6000
_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_LEXICAL: Final = (("01", "integer"), ("0.60", "decimal"), ("true", "boolean"))
# Where engines have their graph store, beside the update endpoint: Oxigraph, Fuseki, Virtuoso.
_STORES: Final = ("store", "data", "sparql-graph-crud-auth", "sparql-graph-crud")


def default_graph(patient: Patient) -> Finding:
    """Find out where a triple without a graph goes."""
    if not takes_default(patient.endpoint, patient.dataset):
        way = f"The facts stand once in {patient.dataset.copy}, and queries ask that graph."
        return Finding("default-graph", False, "has no default graph of its own", way)
    if is_union(patient.endpoint, patient.dataset):
        says = "its default graph is the union of the named graphs: facts would count many times"
        way = "Turn that off in the engine's settings; until then the store is not written."
        return Finding("default-graph", False, says, way)
    return Finding("default-graph", True, "has a default graph of its own")


def blank_nodes(patient: Patient) -> Finding:
    """Insert a blank node."""
    graph = patient.scratch("blank")
    way = "Nothing that we store has one."
    try:
        patient.endpoint.change(f"INSERT DATA {{ GRAPH {graph} {{ _:b <urn:p> 1 }} }}")
    except EndpointRefusedError:
        return Finding("blank-nodes", False, "refuses blank nodes in INSERT DATA", way)
    return Finding("blank-nodes", True, "takes blank nodes in INSERT DATA", way)


def lexical_forms(patient: Patient) -> Finding:
    """Insert literals that can be written in several ways, and see how they come back."""
    graph = patient.scratch("lexical")
    lines = [f'<urn:{kind}> <urn:p> "{form}"^^<{_XSD}{kind}> .' for form, kind in _LEXICAL]
    patient.endpoint.change(f"INSERT DATA {{ GRAPH {graph} {{ {' '.join(lines)} }} }}")
    rows = _rows(patient, f"SELECT ?s ?o WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}")
    back = {cells[0]: cells[1] for cells in rows.values()}
    changed = [
        f"{form} as {back.get(f'urn:{kind}')}"
        for form, kind in _LEXICAL
        if back.get(f"urn:{kind}") != form
    ]
    if not changed:
        return Finding("lexical-forms", True, "gives literals back as they were written")
    way = "Literals are compared by value."
    return Finding("lexical-forms", False, f"gives back {', '.join(changed)}", way)


def unknown_graph(patient: Patient) -> Finding:
    """Drop a graph that is not there."""
    way = "Graphs are dropped with SILENT."
    try:
        patient.endpoint.change(f"DROP GRAPH {patient.scratch('nowhere')}")
    except EndpointRefusedError as error:
        says = f"refuses to drop an unknown graph ({error.status})"
        return Finding("unknown-graph", True, says, way)
    return Finding("unknown-graph", True, "drops an unknown graph as if it were there", way)


def several_graphs(patient: Patient) -> Finding:
    """Delete text from two graphs in one operation."""
    graphs = patient.scratch("first"), patient.scratch("second")
    blocks = " ".join(f'GRAPH {graph} {{ <urn:s> <urn:p> "a"@fr }}' for graph in graphs)
    patient.endpoint.change(f"INSERT DATA {{ {blocks} }}")
    patient.endpoint.change(f"DELETE DATA {{ {blocks} }}")
    left = sum(_count(patient, graph) for graph in graphs)
    if not left:
        return Finding("several-graphs", True, "deletes from several graphs in one operation")
    says = "leaves text that is deleted from several graphs in one operation, and says it is done"
    return Finding("several-graphs", False, says, "An operation changes one graph.")


def transaction(patient: Patient) -> Finding:
    """Send a request whose second operation fails."""
    graph = patient.scratch("half")
    insert = f"INSERT DATA {{ GRAPH {graph} {{ <urn:s> <urn:p> 1 }} }}"
    with suppress(EndpointRefusedError):
        patient.endpoint.change(f"{insert} ; CREATE GRAPH {graph}")
    if not _count(patient, graph):
        return Finding("transaction", True, "takes back a request that fails half-way")
    way = "A journal names each change under way; what was interrupted is mended on opening."
    return Finding("transaction", False, "keeps the first half of a request that fails", way)


def large_update(patient: Patient) -> Finding:
    """Insert many triples in one request."""
    graph = patient.scratch("large")
    lines = "\n".join(f'<urn:s{n}> <urn:p> "{n}" .' for n in range(_LARGE))
    try:
        patient.endpoint.change(f"INSERT DATA {{ GRAPH {graph} {{ {lines} }} }}")
    except EndpointRefusedError:
        way = "What it refuses as a whole goes in pieces of 1000 triples."
        return Finding("large-update", False, f"refuses {_LARGE} triples in one request", way)
    if (held := _count(patient, graph)) != _LARGE:
        says = f"keeps {held} of {_LARGE} triples of one request, and says it is done"
        return Finding("large-update", False, says, "Do not write to it.")
    way = "A release is one request."
    return Finding("large-update", True, f"takes {_LARGE} triples in one request", way)


def values_text(patient: Patient) -> Finding:
    """Look for triples whose text with a language stands in VALUES."""
    graph, triple = patient.scratch("text"), '<urn:s> <urn:p> "a"@fr'
    patient.endpoint.change(f"INSERT DATA {{ GRAPH {graph} {{ {triple} }} }}")
    where = (
        f"VALUES (?s ?p ?o) {{ ({triple}) (<urn:t> <urn:p> <urn:o>) }} GRAPH {graph} {{ ?s ?p ?o }}"
    )
    if len(_rows(patient, f"SELECT ?s WHERE {{ {where} }}")):
        return Finding("values", True, "finds text with a language that stands in VALUES")
    way = "Facts are looked up by subject and predicate, and their texts compared here."
    return Finding("values", False, "does not find text with a language that stands in VALUES", way)


def graph_store(patient: Patient) -> Finding:
    """Look for the Graph Store Protocol at the usual addresses, and whether it cuts graphs."""
    graph, held = patient.scratch("store"), min(patient.limit or 0, _LARGE) + 50
    lines = [f"<urn:s{n}> <urn:p> {n} ." for n in range(held)]
    for start in range(0, held, PIECE):
        some = within(NamedNode(graph[1:-1]), lines[start : start + PIECE])
        patient.endpoint.change(f"INSERT DATA {{ {some} }}")
    way = "It is not needed: changes are updates, and graphs are read as rows."
    for url in _stores(patient.endpoint.update or ""):
        got = _stored(patient, f"{url}?graph={quote(graph[1:-1], safe='')}")
        if 0 < got < held:
            says = f"has a graph store at {url} that cuts graphs after {got} triples without a word"
            return Finding("graph-store", False, says, way)
        if got:
            return Finding("graph-store", True, f"has a graph store at {url}", way)
    return Finding("graph-store", None, "no graph store was found at the usual addresses", way)


def _stored(patient: Patient, url: str) -> int:
    """Return the number of triples that a graph store gives; 0 where it is none."""
    try:
        body = patient.endpoint.transport.send(raw(url, None, Accept=NTRIPLES)).body
    except EndpointError:
        return 0
    return sum(line.startswith(b"<urn:") for line in body.splitlines())


def _stores(update: str) -> list[str]:
    parts = urlsplit(update)
    folder = f"{parts.scheme}://{parts.netloc}{parts.path.rpartition('/')[0]}"
    return [f"{folder}/{name}" for name in _STORES]


def _rows(patient: Patient, sparql: str) -> results.Rows:
    found = read(patient.endpoint.ask(sparql), sparql, patient.endpoint.query)
    assert isinstance(found, results.Rows)
    return found


def _count(patient: Patient, graph: str) -> int:
    sparql = f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}"
    return int(_rows(patient, sparql).values()[0][0] or 0)


PROBES: Final[tuple[Callable[[Patient], Finding], ...]] = (
    default_graph,
    blank_nodes,
    lexical_forms,
    unknown_graph,
    values_text,
    several_graphs,
    transaction,
    large_update,
    graph_store,
)
