"""The packaged releases as a graph in memory: something to try things on, in a few seconds."""

from __future__ import annotations

from kg import resources
from kg.knowledge.graph import KnowledgeGraph
from kg.pipeline import Mapper, build
from kg.store.embedded import EmbeddedStore


def examples() -> KnowledgeGraph:
    """Map, validate and admit the packaged releases, and return the graph."""
    store = EmbeddedStore.memory()
    fill(store)
    return KnowledgeGraph(store)


def fill(store: EmbeddedStore) -> None:
    """Build the packaged releases into a store; raises what one of them cannot be read for."""
    for outcome in build([str(resources.folder("examples") / "releases")], store, Mapper()):
        if outcome.error is not None:
            raise outcome.error
