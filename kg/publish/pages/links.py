"""Links between pages: relative, so that a site works at any address, below any path."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from kg.publish.addresses import SAFE, Addresses
from kg.publish.formats import FORMS, PAGE


@dataclass(frozen=True, slots=True)
class Links:
    """Where links lead from the page at `path`."""

    path: str
    addresses: Addresses

    def to(self, path: str) -> str:
        """Return the relative address of a file of the site."""
        return "../" * self.path.count("/") + quote(path, safe=SAFE)

    def page(self, iri: str) -> str:
        """Return where to read about `iri`: its page, or itself where the site has none."""
        path = self.addresses.document(iri)
        return self.to(f"{path}.{PAGE.suffix}") if path is not None else iri

    def forms(self) -> list[tuple[str, str, str]]:
        """Return the other forms of the page: suffix, media type, relative address."""
        stem = self.path or "index"
        return [
            (form.suffix, form.media_type, self.to(f"{stem}.{form.suffix}"))
            for form in FORMS
            if form is not PAGE
        ]
