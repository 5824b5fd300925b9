"""spacekg: a knowledge graph of space cooperation, read from agencies' press releases.

import kg

graph = kg.open("mygraph")  # or the URL of a SPARQL endpoint
for row in graph.query("shared-programmes", agency="CNES"):
    print(row.agency_b, row.names)
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.version import __version__ as __version__

if TYPE_CHECKING:
    from kg.knowledge import KnowledgeGraph


def open(  # noqa: A001
    where: str | Path,
    *,
    base: str | None = None,
    auth: str | None = None,
    inferred: bool = False,
) -> KnowledgeGraph:
    """Open the store in a folder, or the SPARQL endpoint at a URL, to be read.

    `inferred` lets a store be asked of what follows as well as of what is stated (`spacekg infer`);
    an endpoint cannot (UsageError). `auth` (basic, digest or bearer) sends an endpoint the
    credentials that SPACEKG_USER and SPACEKG_PASSWORD, SPACEKG_TOKEN or your netrc file hold.
    StoreError tells that there is none, or that it cannot be used.
    """
    from kg.knowledge import KnowledgeGraph
    from kg.store import open_store

    return KnowledgeGraph(
        open_store(where, read_only=True, base=base, auth=auth, inferred=inferred)
    )


def examples() -> KnowledgeGraph:
    """Return the graph of the packaged releases, made in memory in a few seconds."""
    from kg.knowledge.packaged import examples

    return examples()
