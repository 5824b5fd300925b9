"""The pages of classes: which there are with their numbers, and the members of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.publish.documents import classes
from kg.publish.documents.document import Document
from kg.publish.pages.setting import Ref, Setting


def prepare_index(document: Document, setting: Setting) -> Mapping[str, Any]:
    """Return each class with its number of members, by label."""
    return {"heading": setting.texts("classes"), "rows": counted(setting)}


def counted(setting: Setting) -> list[tuple[Ref, str, int]]:
    """Return each class, the address of its members, and their number."""
    known = classes.classes(setting.store)
    refs = setting.refs(known)
    rows = [
        (refs[iri], setting.links.members(iri), classes.count(setting.store, iri)) for iri in known
    ]
    return sorted(rows, key=lambda row: (row[0].label.casefold(), row[0].iri))


def prepare(document: Document, setting: Setting) -> Mapping[str, Any]:
    """Return the members on this page."""
    members = document.context["members"]
    refs = setting.refs([document.about, *members])
    return {
        "heading": refs[document.about].label,
        "ref": refs[document.about],
        "refs": [refs[iri] for iri in members],
    }
