"""The search page: what was found, names before quotes. On a static site its program looks names up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from kg.errors import UsageError
from kg.publish.documents.document import Document, Store
from kg.publish.pages.setting import Ref, Setting
from kg.store.search import Found
from kg.views import book

LIMIT: Final = 40
# Longer ones are cut: nobody types them, and each word costs a look-up.
LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class Hit:
    """A quote that was found, and the release that it stands in."""

    words: str
    release: Ref
    issued: str
    language: str


def prepare(document: Document, setting: Setting) -> Mapping[str, Any]:
    """Return an empty search."""
    return {"heading": setting.texts("search"), "words": "", "found": None}


def answer(document: Document, store: Store, language: str, words: str) -> bytes:
    """Return the page with what the words find."""
    from kg.publish.pages.page import filled

    setting = Setting.of(store, document.path, language)
    asked = words[:LONGEST]
    return filled(
        document.template,
        setting,
        document,
        {"heading": setting.texts("search"), "words": asked, "found": _found(setting, asked)},
    )


def _found(setting: Setting, words: str) -> dict[str, Any]:
    try:
        found = setting.store.view.search(words, LIMIT)
    except UsageError:
        # Signs alone: there is no word to look for, so that nothing has it.
        found = Found((), ())
    refs = setting.refs(name.iri for name in found.names)
    known = book.fetch(setting.store.view, (), {quote.release for quote in found.quotes})
    names: dict[str, tuple[Ref, str]] = {}
    for name in found.names:
        names.setdefault(name.iri, (refs[name.iri], name.label))
    infos = [(quote, known.release(quote.release)) for quote in found.quotes]
    hits = [Hit(q.text, setting.release(info), info.issued, info.language) for q, info in infos]
    return {
        "names": list(names.values()),
        "quotes": hits,
        "more": found.more_names or found.more_quotes,
    }
