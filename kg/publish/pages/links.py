"""Links between pages: relative, so that a site works at any address, below any path."""

from __future__ import annotations

from dataclasses import dataclass

from kg.publish.addresses import CLASSES, ONTOLOGY, Addresses, encoded
from kg.publish.formats import ALL, PAGES, Form
from kg.vocab import SKG


@dataclass(frozen=True, slots=True)
class Links:
    """Where links lead from the page at `path` in one language.

    A page that is shown at any path, as a host of files does where it has none, gives `root`: the
    path of the site, below which all links lie then.
    """

    path: str
    addresses: Addresses
    language: str
    root: str = ""

    def to(self, path: str) -> str:
        """Return the relative address of a file of the site."""
        up = self.root or "../" * self.path.count("/")
        return up + encoded(path)

    def on(self, path: str, language: str = "") -> str:
        """Return the relative address of the page at `path`, in this language or another one."""
        form = PAGES[language or self.language]
        return self.to(f"{path or 'index'}.{form.suffix}")

    def page(self, iri: str) -> str:
        """Return where to read about `iri`: its page, or itself where the site has none."""
        if iri.startswith(SKG.iri):
            return f"{self.on(ONTOLOGY)}#{iri.removeprefix(SKG.iri)}"
        path = self.addresses.document(iri)
        return self.on(path) if path is not None else iri

    def members(self, class_: str) -> str:
        """Return where all members of a class of the ontology are listed."""
        return self.on(CLASSES + "/" + class_.removeprefix(SKG.iri))

    def forms(self) -> list[tuple[Form, str]]:
        """Return the other forms of the page with their relative addresses."""
        stem = self.path or "index"
        return [
            (form, self.to(f"{stem}.{form.suffix}"))
            for form in ALL
            if form.language != self.language
        ]
