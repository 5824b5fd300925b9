"""What the finders find in a text, as the tests ask for it."""

from __future__ import annotations

from functools import cache

from kg import authority, documents, entities, languages, mentions
from kg.model import Findings, Linked, Release


@cache
def read(text: str, language: str = "en") -> Linked:
    """Return the text with its names linked."""
    document = documents.read(Release(text=text, origin="test", language=language))
    found = findings(text, language)
    return entities.link(document, found, authority.load())


@cache
def findings(text: str, language: str = "en") -> Findings:
    """Return the names, posts and demonyms of the text."""
    document = documents.read(Release(text=text, origin="test", language=language))
    return mentions.find(document, authority.load(), languages.load(document.language))


def named(text: str, language: str = "en", kind: str = "") -> list[str]:
    """Return the words of each mention, in order; of one class, where `kind` is given."""
    linked = read(text, language)
    return [m.text for m in linked.mentions if kind in ("", linked.entities[m.entity].kind)]


def keys(text: str, language: str = "en", kind: str = "") -> dict[str, str]:
    """Return the words of each mention with the key of its entity."""
    linked = read(text, language)
    return {
        m.text: m.entity for m in linked.mentions if kind in ("", linked.entities[m.entity].kind)
    }
