"""A page: a template, filled with a document and what it needs to be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final, TypeAlias

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kg.publish.addresses import DOCUMENTS, THINGS
from kg.publish.documents import Document, Store
from kg.publish.documents.document import LICENCE
from kg.publish.formats import PAGES
from kg.publish.pages import (
    alternates,
    changes,
    classes,
    graph,
    home,
    network,
    ontology,
    queries,
    release,
    search,
    thing,
    web,
)
from kg.publish.pages.setting import Setting
from kg.publish.serialized import json_ld

Prepare: TypeAlias = Callable[[Document, Setting], Mapping[str, Any]]

# What could end a script element early, or open a comment in it (HTML, 4.12.1.3).
_IN_SCRIPT: Final = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
# What a template needs beyond the document, in the page's language.
PREPARED: Final[Mapping[str, Prepare]] = {
    "thing.html": thing.prepare,
    "release.html": release.prepare,
    "ontology.html": ontology.prepare,
    "classes.html": classes.prepare_index,
    "class.html": classes.prepare,
    "graph.html": graph.prepare,
    "home.html": home.prepare,
    "network.html": network.prepare,
    "search.html": search.prepare,
    "queries.html": queries.prepare,
    "changes.html": changes.prepare,
    "alternates.html": alternates.prepare,
}


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("kg.publish"),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def page(document: Document, store: Store, language: str) -> bytes:
    """Return the document's page in one language, in UTF-8."""
    setting = Setting.of(store, document.path, language)
    prepare = PREPARED.get(document.template)
    prepared = prepare(document, setting) if prepare else {}
    return filled(document.template, setting, document, {**document.context, **prepared})


def filled(
    template: str, setting: Setting, document: Document, context: Mapping[str, Any]
) -> bytes:
    """Return a template with a document in it."""
    return written(
        template,
        setting,
        {
            "heading": document.title,
            "document": document,
            "here": document.path,
            "licence": LICENCE,
            "address": setting.store.addresses.url(document.path),
            "canonical": _canonical(document, setting),
            "key": _key(document),
            "data": _data(document),
            **context,
        },
    )


def written(template: str, setting: Setting, context: Mapping[str, Any]) -> bytes:
    """Return a template in the setting of a page, in UTF-8."""
    text = _environment().get_template(template).render(
        {
            "setting": setting,
            "links": setting.links,
            "t": setting.texts,
            "lang": setting.language,
            "languages": PAGES,
            "has_editor": web.has(web.EDITOR),
            **context,
        }
    )  # fmt: skip
    return text.encode()


def _canonical(document: Document, setting: Setting) -> str:
    """Return the document's own address; a translated page is found at its own alone."""
    form = PAGES[setting.language]
    is_usual = form is next(iter(PAGES.values()))
    path = document.path if is_usual else f"{document.path or 'index'}.{form.suffix}"
    return setting.store.addresses.url(path)


def _key(document: Document) -> str:
    """Return what tells the page from others of the same heading: the end of its address."""
    return document.path.removeprefix(DOCUMENTS).removeprefix(THINGS)


def _data(document: Document) -> Markup:
    """Return the document's statements as JSON-LD that can stand in a script element."""
    return Markup(json_ld(document).decode().translate(_IN_SCRIPT))  # noqa: S704
