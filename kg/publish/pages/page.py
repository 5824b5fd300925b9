"""A page: a template, filled with a document and what it needs to be read."""

from __future__ import annotations

import io
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kg.export import rdf
from kg.publish.documents import Document, Store
from kg.publish.pages.links import Links

# What could end a script element early, or open a comment in it (HTML, 4.12.1.3).
_IN_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("kg.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def page(document: Document, store: Store) -> bytes:
    """Return the document's page in UTF-8."""
    template = _environment().get_template(document.template)
    links = Links(document.path, store.addresses)
    text = template.render(
        document=document,
        canonical=store.addresses.url(document.path),
        links=links,
        data=_data(document),
        **document.context,
    )
    return text.encode()


def _data(document: Document) -> Markup:
    """Return the document's statements as JSON-LD that can stand in a script element."""
    out = io.BytesIO()
    rdf.write(document.triples, "jsonld", out)
    return Markup(out.getvalue().decode().translate(_IN_SCRIPT))  # noqa: S704
