"""Where things and the documents about them have their addresses.

A thing (an agency, a meeting) and the document about it are two; so are their IRIs (W3C, "Cool URIs
for the Semantic Web", 4.2: 303 URIs). Things are named under the store's base; documents lie under
the public base, which may be the same. Paths are relative to the public base and decoded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import quote, unquote

from pyoxigraph import NamedNode

DOCUMENTS: Final = "doc/"
THINGS: Final = "id/"
RELEASES: Final = "release/"
GRAPHS: Final = "graph/"
CLASSES: Final = "doc/class"
ONTOLOGY: Final = "ontology"

# What RFC 3987 lets stand in a path, beyond letters and digits of any script.
_SAFE: Final = "/:@!$&'()*+,;=-._~"
_ASCII: Final = re.compile(r"[\x00-\x7f]+")
# What belongs to a release and has no document of its own: its text, claims, posts.
_PART: Final = re.compile(r"(release/[^/]+/[^/]+)/(?:text|claim/.*|post/.*)")


@dataclass(frozen=True, slots=True)
class Addresses:
    """The two bases, and how paths become IRIs and IRIs addresses; both bases end in a slash."""

    base: str
    public: str

    def iris(self, path: str) -> tuple[str, ...]:
        """Return the IRIs under the store's base that a request for `path` may mean.

        A client may have encoded what the IRI has raw, or the other way round. What is no IRI then is
        left out.
        """
        decoded = unquote(path)
        spelled = (path, decoded, encoded(decoded), _raw(decoded))
        return tuple(filter(_is_iri, dict.fromkeys(self.base + name for name in spelled)))

    def document(self, iri: str) -> str | None:
        """Return the path of the document about `iri`, decoded; None where the site has none."""
        if not iri.startswith(self.base):
            return None
        path, _, fragment = iri.removeprefix(self.base).partition("#")
        part = _PART.fullmatch(path)
        if part:
            return unquote(DOCUMENTS + part[1])
        if path == ONTOLOGY or path.startswith(GRAPHS):
            return unquote(path)
        if fragment or not path.startswith((THINGS, RELEASES)):
            return None
        return unquote(DOCUMENTS + path.removeprefix(THINGS))

    def thing(self, document: str) -> str:
        """Return the path of the thing that the document at the path `document` is about."""
        path = document.removeprefix(DOCUMENTS)
        return path if path.startswith(RELEASES) else THINGS + path

    def url(self, path: str) -> str:
        """Return the public address of a path."""
        return self.public + encoded(path)


# A page links to the same few places as the one before, and names itself in each of its forms.
@lru_cache(maxsize=1024)
def encoded(path: str) -> str:
    """Return a path as it stands in an address."""
    return quote(path, safe=_SAFE)


def _is_iri(text: str) -> bool:
    try:
        NamedNode(text)
    except ValueError:
        return False
    return True


def _raw(path: str) -> str:
    """Encode only what no IRI may hold: what is no ASCII stays as it is."""
    return _ASCII.sub(lambda run: encoded(run[0]), path)
