"""The forms of an answer: SPARQL's four for rows and truth values, RDF's for graphs."""

from __future__ import annotations

from typing import Final

from kg.publish.formats import FORMS, HTML, Form

_PREFIX: Final = "application/sparql-results+"

JSON: Final = Form("json", f"{_PREFIX}json", "json")
# In the order of preference: what a client gets that takes anything.
ROWS: Final = (
    JSON,
    Form("xml", f"{_PREFIX}xml", "xml"),
    Form("csv", "text/csv", "csv"),
    Form("tsv", "text/tab-separated-values", "tsv"),
)
GRAPHS: Final = tuple(form for form in FORMS if form.media_type != HTML)

# What clients also call them; an answer carries the name that was asked for.
ALIASES: Final = {
    "application/json": "json",
    "application/xml": "xml",
    "text/xml": "xml",
    "text/plain": "nt",
}
