"""The forms in which a document can be had: HTML for people, six syntaxes of RDF for programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

HTML: Final = "text/html"
TURTLE: Final = "text/turtle"


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its suffix in an address, its media type, and the name of its writer.

    `graphs` tells whether it names the graph in which each statement stands; `language` is that
    of a page.
    """

    suffix: str
    media_type: str
    writer: str = ""
    graphs: bool = False
    language: str = ""

    @property
    def content_type(self) -> str:
        """Return the value of the header: HTML says that it is UTF-8, the others are by rule."""
        return f"{self.media_type}; charset=utf-8" if self.media_type == HTML else self.media_type


PAGE: Final = Form("html", HTML, language="en")
FRENCH: Final = Form("fr.html", HTML, language="fr")
PAGES: Final = {form.language: form for form in (PAGE, FRENCH)}

# In the order of preference: what a client gets that takes anything.
FORMS: Final = (
    Form("ttl", TURTLE, "ttl"),
    PAGE,
    Form("jsonld", "application/ld+json", "jsonld"),
    Form("nt", "application/n-triples", "nt"),
    Form("rdf", "application/rdf+xml", "rdfxml"),
    Form("trig", "application/trig", "trig", graphs=True),
    Form("nq", "application/n-quads", "nq", graphs=True),
)

# One form a media type above; here the page in each language.
ALL: Final = (*FORMS, FRENCH)

# The longest first: "fr.html" is no "html".
BY_SUFFIX: Final = {form.suffix: form for form in sorted(ALL, key=lambda f: -len(f.suffix))}
BY_MEDIA_TYPE: Final = {form.media_type: form for form in FORMS}


def split(path: str) -> tuple[str, Form | None]:
    """Part a path and the suffix of a form: `doc/agency/cnes.ttl`, `doc/agency/cnes.fr.html`."""
    for suffix, form in BY_SUFFIX.items():
        if path.endswith(f".{suffix}"):
            return path.removesuffix(f".{suffix}"), form
    return path, None
