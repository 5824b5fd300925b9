"""The page of a named graph: what it holds, for people; the statements themselves are data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pyoxigraph import NamedNode

from kg.publish.documents.document import Document
from kg.publish.pages.setting import Setting

SHOWN: Final = 200


def prepare(document: Document, setting: Setting) -> Mapping[str, Any]:
    """Return the first statements as rows, and the release that the graph belongs to."""
    frame = NamedNode(setting.store.addresses.url(document.path))
    own = [t for t in document.triples if t.subject != frame][:SHOWN]
    terms = [(t.subject, t.predicate, t.object) for t in own]
    refs = setting.refs(x.value for row in terms for x in row if isinstance(x, NamedNode))
    rows = [
        [refs[x.value] if isinstance(x, NamedNode) else str(getattr(x, "value", x)) for x in row]
        for row in terms
    ]
    return {"rows": rows, "left": document.context["count"] - len(rows)}
