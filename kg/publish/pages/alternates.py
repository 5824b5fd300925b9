"""The page of the forms in which a document can be had."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.publish.documents.document import Document
from kg.publish.pages.setting import Setting


def prepare(document: Document, setting: Setting) -> Mapping[str, Any]:
    """Return the heading, which names the document."""
    title = setting.refs([document.about])[document.about].label
    return {"heading": setting.texts("other_forms_of", title)}
