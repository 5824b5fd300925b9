"""`/store`: the SPARQL 1.1 Graph Store Protocol (W3C, 2013).

A graph is named by an argument (indirect identification), or by the address itself below `/store/`: then
it bears that address as its name (direct identification). Everybody may read a graph. Writing needs the
token, and what is written must conform to the shapes.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from typing import Final

import anyio
from pyoxigraph import DefaultGraph, NamedNode
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send
from werkzeug.http import parse_options_header

from kg.errors import NotConformingError, RequestRefusedError
from kg.export import rdf
from kg.publish.documents import Store
from kg.publish.formats import Form
from kg.publish.server.answers import content_type, refused, sent
from kg.publish.server.requests import body
from kg.publish.server.token import Token
from kg.publish.sparql.formats import GRAPHS
from kg.publish.sparql.negotiation import choose
from kg.publish.writing import MULTIPART, Gate, Written, kept, read, read_parts
from kg.store.base import GraphName
from kg.store.embedded import EmbeddedStore

HEADERS: Final = {"Vary": "Accept", "Cache-Control": "no-cache"}
# Below it graphs have the addresses that are their names.
ROOM: Final = "store/"
LARGEST: Final = 32 << 20
# A graph is sorted before it is given, in memory.
MOST: Final = 500_000
_READS: Final = ("GET", "HEAD")
_WRITES: Final = ("PUT", "POST", "DELETE")
_AT_ONCE: Final = 2


class GraphStore:
    """Gives graphs, and takes them from who has the token; `changed` is told of each change."""

    def __init__(self, store: Store, token: Token | None, changed: Callable[[], None]) -> None:
        self._store = store
        self._token = token
        self._changed = changed
        self._gate = Gate(store.view) if isinstance(store.view, EmbeddedStore) else None
        self._reading = anyio.CapacityLimiter(_AT_ONCE)
        # One writer: two changes that are worked out at once would undo each other.
        self._writing = anyio.CapacityLimiter(1)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        request = Request(scope)
        try:
            response = await self._answer(request, receive)
        except RequestRefusedError as error:
            headers = {**HEADERS, "Allow": ", ".join((*_READS, *_WRITES, "OPTIONS"))}
            if error.status == 401:  # noqa: PLR2004
                headers["WWW-Authenticate"] = "Bearer"
            response = refused(error, headers)
        except NotConformingError as error:
            response = PlainTextResponse(f"{error}\n", 422, HEADERS)
        except ClientDisconnect:
            return
        await response(scope, receive, send)

    async def _answer(self, request: Request, receive: Receive) -> Response:
        if request.method in _READS:
            run = anyio.to_thread.run_sync
            return await run(self._give, request, limiter=self._reading)
        if request.method not in _WRITES:
            raise RequestRefusedError(f"{request.method} is no way to a graph", status=405)
        gate = self._admitted(request)
        content = await body(receive, LARGEST)
        return await anyio.to_thread.run_sync(
            self._change, gate, request, content, limiter=self._writing
        )

    def _admitted(self, request: Request) -> Gate:
        """Return the way in, for who may write."""
        if self._token is None or self._gate is None:
            raise RequestRefusedError("this store is read-only", "Nothing was changed.", status=403)
        self._token.check(request.headers.get("Authorization"))
        return self._gate

    def _give(self, request: Request) -> Response:
        graph = self._named(request)
        if graph is None:
            raise RequestRefusedError(
                "no graph is named", "Add ?graph=IRI or ?default.", status=400
            )
        form = self._form(request)
        name = _node(graph)
        view = self._store.view
        if isinstance(name, NamedNode) and not view.query(f"ASK {{ GRAPH {name} {{ ?s ?p ?o }} }}"):
            raise RequestRefusedError("the store has no graph of this name", status=404)
        if view.count(name) > MOST:
            raise RequestRefusedError(
                f"the graph has more than {MOST} triples", "Take the dump.", status=403
            )
        out = tempfile.TemporaryFile()  # noqa: SIM115
        rdf.write((quad.triple for quad in view.quads(name)), form.writer, out)
        out.seek(0)
        return sent(out, content_type(form), HEADERS)

    def _form(self, request: Request) -> Form:
        argument = request.query_params.get("_mediatype")
        form = choose(GRAPHS, request.headers.get("Accept"), argument)
        if form is None:
            offered = ", ".join(form.media_type for form in GRAPHS)
            raise RequestRefusedError("no such form", f"Offered: {offered}.", status=406)
        return form

    def _change(self, gate: Gate, request: Request, content: bytes) -> Response:
        graph = self._named(request)
        if graph == "":
            raise kept("the default graph")
        try:
            if request.method == "DELETE":
                return self._delete(gate, graph)
            return self._write(gate, request, graph, content)
        finally:
            self._changed()

    def _delete(self, gate: Gate, graph: str | None) -> Response:
        if graph is None:
            raise RequestRefusedError("no graph is named", "Add ?graph=IRI.", status=400)
        if not gate.delete(graph):
            raise RequestRefusedError("the store has no graph of this name", status=404)
        return Response(status_code=204)

    def _write(self, gate: Gate, request: Request, graph: str | None, content: bytes) -> Response:
        media_type, options = parse_options_header(request.headers.get("Content-Type"))
        base = graph or self._store.addresses.public
        if media_type == MULTIPART:
            quads = read_parts(content, options.get("boundary", ""), base)
        else:
            quads = read(content, media_type, base)
        if graph is not None:
            return _written(gate.put(graph, quads, more=request.method == "POST"))
        if request.method == "PUT":
            raise RequestRefusedError("no graph is named", "Add ?graph=IRI.", status=400)
        return _written(gate.add(quads, self._store.addresses.url(ROOM)))

    def _named(self, request: Request) -> str | None:
        """Return the graph that a request names: "" for the default graph, None for none."""
        name = request.path_params.get("name", "")
        direct = [self._store.addresses.url(ROOM + name)] if name else []
        default = [""] if "default" in request.query_params else []
        named = [*direct, *default, *request.query_params.getlist("graph")]
        if len(named) > 1:
            raise RequestRefusedError("more than one graph is named", "Name one.", status=400)
        return named[0] if named else None


def _written(done: Written) -> Response:
    if done.is_new:
        return Response(status_code=201, headers={"Location": done.graph.value})
    return Response(status_code=204)


def _node(graph: str) -> GraphName:
    try:
        return NamedNode(graph) if graph else DefaultGraph()
    except ValueError as error:
        raise RequestRefusedError("the graph's name is no IRI", status=400) from error
