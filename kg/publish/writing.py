"""Graphs that a publisher writes over HTTP: through the shapes, or not at all.

A release is two graphs, facts and evidence, and is admitted as a whole. What the store keeps by itself
(the default graph, ontology, authority, what was inferred) cannot be written. Any other name
is a graph of the publisher's own: the shapes judge it too, and it adds nothing to the default graph.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Triple, parse
from werkzeug.formparser import FormDataParser

from kg import shapes
from kg.errors import NotConformingError, RequestRefusedError
from kg.model import ReleaseGraph
from kg.publish import claims
from kg.publish.formats import BY_MEDIA_TYPE, HTML
from kg.store.embedded import EmbeddedStore
from kg.store.graphs import Graphs
from kg.store.skolem import without_blank_nodes

MULTIPART: Final = "multipart/form-data"
_GENID: Final = ".well-known/genid/"


@dataclass(frozen=True, slots=True)
class Written:
    """What a change did: whether the graph is new, and its name."""

    graph: NamedNode
    is_new: bool


def read(body: bytes, media_type: str, graph: str) -> tuple[Quad, ...]:
    """Return the statements that a body holds; RequestRefusedError for none that we can read."""
    form = RdfFormat.from_media_type(media_type) if media_type in BY_MEDIA_TYPE else None
    if form is None:
        known = ", ".join(name for name in BY_MEDIA_TYPE if name != HTML)
        raise RequestRefusedError(
            f"a graph in {media_type or 'no media type'}", f"Send one of: {known}.", status=415
        )
    try:
        return tuple(parse(body, form, base_iri=graph, rename_blank_nodes=True))
    except (SyntaxError, ValueError) as error:
        raise RequestRefusedError(f"the graph does not parse: {error}", status=400) from error


def read_parts(body: bytes, boundary: str, graph: str) -> tuple[Quad, ...]:
    """Return the statements of all parts of a `multipart/form-data` body, each a graph (RFC 7578)."""
    try:
        options = {"boundary": boundary}
        _, form, files = FormDataParser().parse(BytesIO(body), MULTIPART, len(body), options)
    except ValueError as error:
        raise RequestRefusedError(f"the parts cannot be read: {error}", status=400) from error
    parts = [part for _, some in files.lists() for part in some]
    try:
        if form or not parts:
            raise RequestRefusedError(
                "a part is no graph", "Give each part a filename and its media type.", status=400
            )
        return tuple(quad for part in parts for quad in read(part.read(), part.mimetype, graph))
    finally:
        for part in parts:
            part.close()


class Gate:
    """What lets graphs into a store and out of it, one change after the other."""

    def __init__(self, store: EmbeddedStore) -> None:
        self._store = store
        self._graphs = Graphs(store.base)

    def put(self, graph: str, quads: Iterable[Quad], *, more: bool = False) -> Written:
        """Let the graph hold these statements; with `more` those that it holds as well.

        Raises NotConformingError with the report of the shapes, RequestRefusedError (409) where the
        name is one that the store keeps by itself.
        """
        name = self._name(graph)
        found = tuple(quads)
        release = self._graphs.release(name.value)
        if release is not None:
            return self._put_release(name, release, found, more=more)
        if any(not isinstance(quad.graph_name, DefaultGraph) for quad in found):
            raise RequestRefusedError("several graphs for one name", "Send one.", status=400)
        triples = without_blank_nodes(found, self._genid(name))
        if more:
            triples |= self._held(name)
        _judge(triples)
        is_new = not self.holds(name)
        self._store.keep(name, triples)
        return Written(name, is_new)

    def add(self, quads: Iterable[Quad], room: str) -> Written:
        """Put statements into a new graph below the address `room`, named after them."""
        found = tuple(quads)
        lines = sorted(map(str, without_blank_nodes(found, "urn:")))
        digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()[:32]
        return self.put(f"{room}{digest}", found)

    def delete(self, graph: str) -> bool:
        """Take a graph out, with the other one where it is a release's; tell whether it was there."""
        name = self._name(graph)
        if not self.holds(name):
            return False
        release = self._graphs.release(name.value)
        if release is None:
            self._store.keep(name, ())
        else:
            self._store.remove(release)
        return True

    def holds(self, name: NamedNode) -> bool:
        """Tell whether the store has the graph."""
        return self._store.engine.contains_named_graph(name)

    def _name(self, graph: str) -> NamedNode:
        try:
            name = NamedNode(graph)
        except ValueError as error:
            raise RequestRefusedError(f"{graph!r} is no IRI", status=400) from error
        if self._graphs.is_ours(graph) and self._graphs.release(graph) is None:
            raise kept(graph)
        return name

    def _put_release(
        self, name: NamedNode, release: str, quads: tuple[Quad, ...], *, more: bool
    ) -> Written:
        """Admit a release, of which both graphs or one are given; the other stays as it is."""
        both = self._graphs.facts(release), self._graphs.evidence(release)
        given: dict[NamedNode, set[Triple]] = {}
        for quad in quads:
            place = name if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name
            if place not in both:
                raise RequestRefusedError(
                    f"{place} is no graph of {release}", "Send its two graphs alone.", status=400
                )
            given.setdefault(NamedNode(place.value), set()).add(quad.triple)
        if not more and not given:
            given[name] = set()
        held = {one: self._held(one) for one in both if more or one not in given}
        facts, evidence = (
            tuple(sorted(held.get(one, set()) | given.get(one, set()), key=str)) for one in both
        )
        _judge((*facts, *evidence))
        claims.check(release, facts, evidence)
        is_new = not self.holds(name)
        self._store.admit(ReleaseGraph(release, both[0].value, both[1].value, facts, evidence))
        return Written(name, is_new)

    def _held(self, name: NamedNode) -> set[Triple]:
        return {quad.triple for quad in self._store.quads(name)}

    def _genid(self, name: NamedNode) -> str:
        mark = hashlib.sha256(name.value.encode()).hexdigest()[:8]
        return f"{self._store.base}{_GENID}{mark}-"


def kept(graph: str) -> RequestRefusedError:
    """Return the refusal to write what the store keeps by itself."""
    return RequestRefusedError(
        f"{graph} follows from other graphs, and is kept by spacekg",
        "Write the graphs of releases, or one of your own.",
        status=409,
    )


def _judge(triples: Iterable[Triple]) -> None:
    report = shapes.validate(triples)
    if not report.conforms:
        raise NotConformingError(report.text())
