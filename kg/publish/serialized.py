"""A document's statements in a syntax of RDF."""

from __future__ import annotations

import io
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import Final

from pyoxigraph import Quad, Triple

from kg.export import rdf
from kg.publish.documents.document import Document
from kg.publish.formats import BY_SUFFIX, Form
from kg.publish.profiles import EVIDENCE, FACTS, Profile

JSON_LD: Final = BY_SUFFIX["jsonld"]


def serialize(document: Document, form: Form, profile: Profile = FACTS) -> bytes:
    """Return the document's statements in a syntax of RDF; those that tell graphs tell them."""
    if form is JSON_LD and profile is FACTS:
        return json_ld(document)
    statements: Iterable[Quad | Triple] = document.placed() if form.graphs else document.triples
    if profile is EVIDENCE and document.evidence is not None:
        statements = chain(statements, document.evidence())
    return _written(statements, form)


# The pages of a document carry it too: who writes all its forms makes it once.
@lru_cache(maxsize=1)
def json_ld(document: Document) -> bytes:
    """Return the document's statements as JSON-LD."""
    return _written(document.triples, JSON_LD)


def _written(statements: Iterable[Quad | Triple], form: Form) -> bytes:
    out = io.BytesIO()
    rdf.write(statements, form.writer, out)
    return out.getvalue()
