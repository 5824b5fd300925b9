"""Shards of a store, written by hand."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Collection
from pathlib import Path

from kg.shards import dump, manifest
from kg.shards.manifest import Manifest, Shard
from kg.store.base import View
from kg.store.graphs import Graphs


def write(view: View, folder: Path, shards: int = 3, releases: Collection[str] = ()) -> Manifest:
    """Write the releases of a store (or these of them) as so many shards."""
    folder.mkdir()
    graphs = Graphs(view.base)
    chosen = [r.value for r in view.releases() if not releases or r.value in releases]
    made = [_shard(view, folder, number, chosen[number::shards]) for number in range(shards)]
    base = [f"{q} .\n" for g in (graphs.ontology, graphs.authority) for q in view.quads(g)]
    _put(folder / manifest.BASE, "".join(base))
    told = Manifest(
        base=view.base,
        authority="",
        settings={},
        versions={},
        inputs=(),
        counts={
            "facts": sum(shard.facts for shard in made),
            "evidence": sum(shard.evidence for shard in made),
        },
        shards=tuple(made),
        checksum=dump.checksum(dump.of_view(view)),
    )
    (folder / manifest.FILE).write_text(told.text(), encoding="utf-8")
    return told


def _shard(view: View, folder: Path, number: int, releases: list[str]) -> Shard:
    graphs, text, facts, quads = Graphs(view.base), "", 0, 0
    for release in releases:
        for name in (graphs.facts(release), graphs.evidence(release)):
            lines = dump.lines((quad.triple for quad in view.quads(name)), name.value)
            facts += lines.count("\n") if name == graphs.facts(release) else 0
            quads += lines.count("\n")
            text += lines
    file = f"part-{number:05}.nq.gz"
    _put(folder / file, text)
    return Shard(file, len(releases), facts, quads - facts, _digest(text))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _put(path: Path, text: str) -> None:
    path.write_bytes(gzip.compress(text.encode(), mtime=0))
