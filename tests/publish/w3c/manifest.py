"""Read the W3C's manifests of requests and responses (HTTP vocabulary in RDF), and replay them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rdflib import RDF, Graph, Namespace
from rdflib.collection import Collection
from rdflib.term import Node

HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
CODES = "http://www.w3.org/2011/http-statusCodes#"
NAMES = {"OK": "200", "Created": "201", "NoContent": "204", "BadRequest": "400", "NotFound": "404"}


@dataclass(frozen=True, slots=True)
class Request:
    """A request, and what the answer must be: statuses ("2xx", "204"), truth, format, body."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    statuses: frozenset[str]
    truth: bool | None
    form: str | None
    expected: str | None

    def allows(self, status: int) -> bool:
        return f"{status}" in self.statuses or f"{status // 100}xx" in self.statuses


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    requests: tuple[Request, ...]


def cases(path: Path) -> Iterator[Case]:
    """Yield the tests of a manifest that are requests."""
    graph = Graph().parse(path)
    (entries,) = graph.objects(None, MF.entries)
    for entry in Collection(graph, entries):
        action = graph.value(entry, MF.action)
        if action is not None:
            listed = graph.value(action, HT.requests)
            assert listed is not None
            made = tuple(_request(graph, node) for node in Collection(graph, listed))
            yield Case(str(entry).rpartition("#")[2], made)


def _request(graph: Graph, node: Node) -> Request:
    response = graph.value(node, HT.resp)
    assert response is not None
    truth, form = (
        graph.value(response, MF.expectedBoolean),
        graph.value(response, MF.expectedFormat),
    )
    return Request(
        method=str(graph.value(node, HT.methodName)),
        path=str(graph.value(node, HT.absolutePath)),
        headers=_headers(graph, node),
        body=_body(graph, node),
        statuses=frozenset(map(_status, graph.objects(response, MF.expectedStatus))),
        truth=None if truth is None else str(truth) == "true",
        form=None if form is None else str(form),
        expected=_text(graph, response),
    )


def _status(code: Node) -> str:
    name = str(code).removeprefix(CODES)
    return NAMES.get(name, name.removeprefix("StatusCode"))


def _headers(graph: Graph, node: Node) -> dict[str, str]:
    listed = graph.value(node, HT.headers)
    if listed is None or listed == RDF.nil:
        return {}
    return {
        str(graph.value(line, HT.fieldName)): str(graph.value(line, HT.fieldValue))
        for line in Collection(graph, listed)
    }


def _text(graph: Graph, node: Node) -> str | None:
    content = graph.value(node, HT.body)
    chars = graph.value(content, CNT.chars) if content is not None else None
    return None if chars is None else str(chars)


def _body(graph: Graph, node: Node) -> bytes:
    content = graph.value(node, HT.body)
    encoding = graph.value(content, CNT.characterEncoding) if content is not None else None
    return (_text(graph, node) or "").encode(str(encoding or "utf-8"))
