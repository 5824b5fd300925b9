"""The page that lists the named queries, in their groups."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.publish.documents.document import Document
from kg.publish.pages.setting import Setting
from kg.queries.model import GROUPS, TITLES
from kg.views.labels import LANGUAGES


def prepare(document: Document, setting: Setting) -> Mapping[str, Any]:
    """Return each group by its title, with its queries."""
    queries, place = document.context["queries"], LANGUAGES.index(setting.language)
    groups = [(name, [query for query in queries if query.group == name]) for name in GROUPS]
    return {
        "heading": setting.texts("questions"),
        "groups": [(name, TITLES[name][place], some) for name, some in groups if some],
    }
