"""What other releases say of a release, which goes with it: that they are its translations.

No text says so. The link was found by comparing the two, and nothing shows it when one is gone; if
that comes back, so does the link (`kg.translations`).
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from pyoxigraph import NamedNode, Triple

from kg.store.base import View
from kg.store.graphs import Graphs
from kg.vocab import SKG

_LINKED: Final = f"""
SELECT DISTINCT ?graph WHERE {{ GRAPH ?graph {{ ?translation <{SKG.translationOf}> ?release }} }}"""


def unlinked(view: View, release: str) -> dict[NamedNode, Collection[Triple]]:
    """Return the facts of the releases that link to this one, by their graphs, without the links."""
    graphs, gone = Graphs(view.base), NamedNode(release)
    linking = view.select(_LINKED, {"release": gone}).values()
    names = (NamedNode(row[0]) for row in sorted(linking) if row[0] and graphs.states(row[0]))
    return {
        name: {q.triple for q in view.quads(name) if not _links(q.triple, gone)}
        for name in names
        if name != graphs.facts(release)
    }


def _links(triple: Triple, release: NamedNode) -> bool:
    return triple.predicate.value == SKG.translationOf and triple.object == release
