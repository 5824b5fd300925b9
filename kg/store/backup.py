"""A store in one file, and back: gzipped N-Quads that any RDF tool reads.

The first line, a comment, is what the store says of itself; the last one counts the quads and holds
the SHA-256 of their lines, so that a file that was cut or changed is told. Only named graphs are
written: the default graph and the index follow from them. The same store gives the same bytes.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import IO, Any, Final, cast

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad, RdfFormat

from kg.errors import StoreError, UnreadableError
from kg.store import metadata
from kg.store.embedded import EmbeddedStore
from kg.store.failures import told
from kg.store.folder import QUADS
from kg.store.graphs import Graphs
from kg.store.metadata import Metadata

HEAD: Final = "# spacekg store "
TAIL: Final = "# spacekg end "
_BATCH: Final = 200_000


def write(store: EmbeddedStore, target: IO[bytes]) -> int:
    """Write all that a store holds; return how many quads."""
    count, digest = 0, hashlib.sha256()
    with gzip.GzipFile("", "wb", compresslevel=6, fileobj=target, mtime=0) as file:
        file.write(f"{HEAD}{json.dumps(asdict(store.metadata), sort_keys=True)}\n".encode())
        for graph in store.graphs():
            for quad in store.quads(graph):
                line = f"{quad} .\n".encode()
                digest.update(line)
                count += file.write(line) and 1
        end = {"quads": count, "sha256": digest.hexdigest()}
        file.write(f"{TAIL}{json.dumps(end)}\n".encode())
    return count


def restore(source: Path, folder: Path) -> int:
    """Make a store in `folder`, which is new or empty, of a backup; return how many quads."""
    meta = verified(source)
    if folder.exists() and any(folder.iterdir()):
        raise StoreError(f"{folder} is not empty", "Give a folder that does not exist yet.")
    draft = folder.with_name(f"{folder.name}.restoring")
    shutil.rmtree(draft, ignore_errors=True)
    try:
        with told(str(folder)):
            count = _fill(draft, source, meta)
            if folder.exists():
                folder.rmdir()
            draft.rename(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    # The index is made now, rather than by whoever comes first.
    EmbeddedStore.open(folder).close()
    return count


def _fill(folder: Path, source: Path, meta: Metadata) -> int:
    folder.mkdir(parents=True)
    engine, graphs, count = ox.Store(str(folder / QUADS)), Graphs(meta.base), 0
    with gzip.open(source, "rb") as file:
        quads = iter(ox.parse(cast(IO[bytes], file), RdfFormat.N_QUADS))
        while batch := list(islice(quads, _BATCH)):
            engine.bulk_extend([*batch, *_stated(batch, graphs)])
            count += len(batch)
    engine.flush()
    metadata.write(folder, meta)
    return count


def _stated(quads: list[Quad], graphs: Graphs) -> Iterator[Quad]:
    """Yield what the default graph holds of these quads."""
    for quad in quads:
        if isinstance(quad.graph_name, NamedNode) and graphs.states(quad.graph_name.value):
            yield Quad(quad.subject, quad.predicate, quad.object)


def verified(source: Path) -> Metadata:
    """Read a backup to its end; return what its store said of itself. Errors: UnreadableError."""
    try:
        with gzip.open(source, "rb") as file:
            head = file.readline().decode()
            if not head.startswith(HEAD):
                raise _unfit(source, "it is no backup of a store")
            meta = metadata.parsed(json.loads(head.removeprefix(HEAD)), str(source))
            return _counted(source, cast(IO[bytes], file), meta)
    except (OSError, EOFError, ValueError) as error:
        raise _unfit(source, str(error)) from error


def _counted(source: Path, file: IO[bytes], meta: Metadata) -> Metadata:
    digest = hashlib.sha256()
    for count, line in enumerate(file):
        if line.startswith(TAIL.encode()):
            end: dict[str, Any] = json.loads(line.decode().removeprefix(TAIL))
            if end != {"quads": count, "sha256": digest.hexdigest()}:
                raise _unfit(source, "its content is not what was written")
            return meta
        digest.update(line)
    raise _unfit(source, "its end is missing")


def _unfit(source: Path, why: str) -> UnreadableError:
    return UnreadableError(
        f"{source} cannot be restored: {why}", "Take another backup; nothing was changed."
    )
