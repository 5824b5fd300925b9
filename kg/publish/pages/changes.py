"""The page of what came in: releases by their days, the newest first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.publish.documents.document import Document
from kg.publish.pages.setting import Setting


def prepare(document: Document, setting: Setting) -> Mapping[str, Any]:
    """Return the releases as a page names them."""
    refs = setting.refs(release for release, _, _ in document.context["rows"])
    rows = [(refs[release], day) for release, day, _ in document.context["rows"]]
    return {"heading": setting.texts("dataset.changes_heading"), "rows": rows}
