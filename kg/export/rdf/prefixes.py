"""IRIs shortened by the project's prefixes, where reader and writer agree on what that means."""

from __future__ import annotations

import re
from typing import Final

from kg.vocab import PREFIXES

# Narrower than any syntax allows: what matches means the same in each of them.
_LOCAL: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*", re.ASCII)
_BY_IRI: Final = {iri: prefix for prefix, iri in PREFIXES.items()}


def split(iri: str) -> tuple[str, str]:
    """Return the namespace and the local name of `iri`; the latter is "" where none is left."""
    cut = max(iri.rfind("#"), iri.rfind("/")) + 1
    return (iri[:cut], iri[cut:]) if _LOCAL.fullmatch(iri, cut) else (iri, "")


def shorten(iri: str) -> str:
    """Return `iri` as `prefix:local` where a prefix of the project fits, else as it is."""
    namespace, local = split(iri)
    return f"{_BY_IRI[namespace]}:{local}" if local and namespace in _BY_IRI else iri
