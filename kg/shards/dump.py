"""The sorted dump of releases, and its checksum: the same for a store, for shards, for any engine.

A dump's lines are N-Quads, sorted by release, then the facts before the evidence, then by line. Its
checksum is the SHA-256 of a line for each release, sorted by IRI: the SHA-256 of the release's lines,
two spaces, the IRI. So parts of a dump can be summed up where they lie, on many machines.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from pyoxigraph import Triple

from kg.store.base import View
from kg.store.graphs import Graphs


def lines(triples: Iterable[Triple], graph: str) -> str:
    """Return triples as sorted N-Quads of a graph."""
    return "".join(sorted(f"{triple} <{graph}> .\n" for triple in triples))


def digest(facts: str, evidence: str) -> str:
    """Return the SHA-256 of a release's lines."""
    return hashlib.sha256((facts + evidence).encode()).hexdigest()


def checksum(digests: Iterable[tuple[str, str]]) -> str:
    """Return the checksum of a dump from the IRI and the digest of each release, sorted by IRI."""
    found = hashlib.sha256()
    for release, told in digests:
        found.update(f"{told}  {release}\n".encode())
    return found.hexdigest()


def of_view(view: View) -> Iterator[tuple[str, str]]:
    """Yield the IRI and the digest of each release of a store, sorted by IRI."""
    graphs = Graphs(view.base)
    for release in sorted(node.value for node in view.releases()):
        names = graphs.facts(release), graphs.evidence(release)
        facts, evidence = (lines((q.triple for q in view.quads(g)), g.value) for g in names)
        yield release, digest(facts, evidence)
