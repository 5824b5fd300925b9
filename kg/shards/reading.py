"""Reads shards: checked to the end before anything is made of them, then release by release."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import IO, cast

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse

from kg.errors import UnreadableError
from kg.model import ReleaseGraph
from kg.shards import manifest
from kg.shards.manifest import Shard
from kg.store.graphs import Graphs


def verify(folder: Path, shard: Shard) -> None:
    """Read a shard to its end; UnreadableError where it is not what was written."""
    found, count = hashlib.sha256(), 0
    try:
        with gzip.open(folder / shard.file, "rb") as file:
            for line in file:
                found.update(line)
                count += 1
    except (OSError, EOFError) as error:
        raise _unfit(folder, shard.file, str(error)) from error
    if (count, found.hexdigest()) != (shard.facts + shard.evidence, shard.sha256):
        raise _unfit(folder, shard.file, "its content is not what was written")


def releases(folder: Path, shard: Shard, base: str) -> Iterator[ReleaseGraph]:
    """Yield the releases of a shard, in order."""
    graphs = Graphs(base)
    with gzip.open(folder / shard.file, "rb") as file:
        quads = parse(cast(IO[bytes], file), RdfFormat.N_QUADS)
        for name, told in groupby(quads, key=lambda quad: graphs.release(_graph(quad)) or ""):
            contents: dict[str, list[Triple]] = {}
            for quad in told:
                contents.setdefault(_graph(quad), []).append(quad.triple)
            facts, evidence = graphs.facts(name).value, graphs.evidence(name).value
            yield ReleaseGraph(
                name,
                facts,
                evidence,
                tuple(contents.get(facts, ())),
                tuple(contents.get(evidence, ())),
            )


def base_quads(folder: Path) -> list[Quad]:
    """Return the ontology and the authority that the shards were made with."""
    try:
        with gzip.open(folder / manifest.BASE, "rb") as file:
            return list(parse(cast(IO[bytes], file), RdfFormat.N_QUADS))
    except (OSError, EOFError, SyntaxError) as error:
        raise _unfit(folder, manifest.BASE, str(error)) from error


def _graph(quad: Quad) -> str:
    name = quad.graph_name
    return name.value if isinstance(name, NamedNode) else ""


def _unfit(folder: Path, file: str, why: str) -> UnreadableError:
    return UnreadableError(
        f"{folder / file} cannot be loaded: {why}", "Copy the folder again, or write it again."
    )
