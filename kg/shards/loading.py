"""Loads shards into a store: in bulk into a new one, else release by release, as a build would.

In the end the store is that of a build of the same releases. A load can be stopped and taken up: a
new store notes which shards it holds, any other has a release or has it not.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, Final, cast

from kg import pipeline
from kg.errors import StoreError
from kg.model import ReleaseGraph
from kg.shards import reading
from kg.shards.manifest import Manifest
from kg.store.base import Store, View
from kg.store.bulk import BulkStore
from kg.store.embedded import EmbeddedStore
from kg.store.graphs import Graphs

BATCH: Final = 500
_NAMED: Final = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } FILTER(%s) }"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of some releases: how many are news, how many were there."""

    new: int
    there: int = 0


def into_new(folder: Path, told: Manifest, target: Path) -> Iterator[Loaded]:
    """Make a store of shards; yield what is done after each. Errors: StoreError, UnreadableError."""
    store = BulkStore.begin(target, told.checksum, told.base)
    with EmbeddedStore.open(store.draft) as opened:
        _put_base(folder, opened)
    for shard in told.shards:
        if shard.file in store.loaded:
            yield Loaded(0, shard.releases)
            continue
        reading.verify(folder, shard)
        with gzip.open(folder / shard.file, "rb") as file:
            store.load(shard.file, cast(IO[bytes], file))
        yield Loaded(shard.releases)
    with EmbeddedStore.open(store.draft, read_only=True) as opened:
        check(told, opened)
    store.finish()


def into(
    folder: Path,
    told: Manifest,
    store: Store,
    add: Callable[[Sequence[ReleaseGraph]], None] | None = None,
) -> Iterator[Loaded]:
    """Put shards into a store that is open; yield what is done after some releases.

    `add` is a quicker way in for what is new, and is used where the store holds no other releases than
    these, with which they would have to be linked. A release that it holds in as many quads counts
    as there.
    """
    if told.base != store.base:
        raise StoreError(
            f"the shards in {folder} have the base <{told.base}>, the store <{store.base}>",
            f"Give --base {told.base}, or use another store.",
        )
    _put_base(folder, store)
    sizes = _sizes(store) if add is not None else {}
    alone = add is not None and _holds_only(folder, told, store)
    for shard in told.shards:
        reading.verify(folder, shard)
        found = reading.releases(folder, shard, told.base)
        while batch := list(islice(found, BATCH)):
            news = [graph for graph in batch if not alone or not _is_there(graph, sizes)]
            unseen = [graph for graph in news if alone and graph.facts_graph not in sizes]
            if add is not None and unseen:
                add(unseen)
            others = [graph for graph in news if graph not in unseen]
            new = len(unseen) + (len(pipeline.admit(others, store)) if others else 0)
            yield Loaded(new, len(batch) - new)
    if alone:
        check(told, store)


def _sizes(view: View) -> dict[str, int]:
    """Return how many quads each graph holds."""
    rows = view.select("SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
    return {str(name): int(count or 0) for name, count in rows.values()}


def _is_there(graph: ReleaseGraph, sizes: dict[str, int]) -> bool:
    held = sizes.get(graph.facts_graph), sizes.get(graph.evidence_graph, 0)
    return held == (len(graph.facts), len(graph.evidence))


def _holds_only(folder: Path, told: Manifest, view: View) -> bool:
    """Tell whether all releases of a store are among those of the shards."""
    held = {release.value for release in view.releases()}
    shards = told.shards if held else ()
    return not held or held <= {
        graph.release for shard in shards for graph in reading.releases(folder, shard, told.base)
    }


def check(told: Manifest, store: View) -> None:
    """Compare the counts of a store that holds these releases alone; StoreError where they differ."""
    graphs = Graphs(told.base)
    wanted = {"graph/release/": told.counts["facts"], "graph/evidence/": told.counts["evidence"]}
    for room, count in wanted.items():
        among = f'STRSTARTS(STR(?g), "{graphs.base}{room}")'
        found = int(store.select(_NAMED % among).values()[0][0] or 0)
        if found != count:
            raise StoreError(
                f"{store.where} holds {found} quads in {room}, not the {count} of the shards",
                "Load them again; if it stays so, look at the engine's log.",
            )
    if len(store.releases()) != told.releases:
        raise StoreError(
            f"{store.where} holds {len(store.releases())} releases, not {told.releases}",
            "Load them again; if it stays so, look at the engine's log.",
        )


def _put_base(folder: Path, store: Store) -> None:
    quads = reading.base_quads(folder)
    graphs = Graphs(store.base)
    ontology = (quad for quad in quads if quad.graph_name == graphs.ontology)
    authority = (quad for quad in quads if quad.graph_name == graphs.authority)
    store.load_base(ontology, authority)
