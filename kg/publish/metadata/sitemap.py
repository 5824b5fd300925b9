"""The sitemap (sitemaps.org, 0.9) and robots.txt: every page of a thing, and since when it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final
from xml.sax.saxutils import escape

from kg.publish.documents import things, vocabulary
from kg.publish.documents.document import DATASET, Store
from kg.publish.documents.releases import paths as release_paths
from kg.publish.metadata import names
from kg.store.asking import PROLOGUE

MOST: Final = 50_000
ROBOTS: Final = "robots.txt"
SITEMAP: Final = "sitemap.xml"
_NS: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
# The day of the newest release that says something of a thing, for all things at once.
_LAST: Final = """
SELECT ?it (MAX(?day) AS ?last) WHERE {
  GRAPH ?graph { ?it ?property ?value . ?release a skg:Release ; dcterms:issued ?day }
} GROUP BY ?it"""


def robots(store: Store) -> str:
    """Return robots.txt: all may be read, questions to the endpoint are not for crawlers."""
    url = store.addresses.url
    root = "/" + store.addresses.public.split("/", 3)[3]
    return f"User-agent: *\nDisallow: {root}sparql\nDisallow: {root}reconcile\n\nSitemap: {url(SITEMAP)}\n"


def parts(store: Store, most: int = MOST) -> dict[str, str]:
    """Return the files of the sitemap by path: one, or an index and its parts beyond `most` pages."""
    pages = list(_pages(store))
    if len(pages) <= most:
        return {SITEMAP: _listed("urlset", "url", pages)}
    chunks = [pages[at : at + most] for at in range(0, len(pages), most)]
    named = {f"sitemap-{n}.xml": _listed("urlset", "url", c) for n, c in enumerate(chunks, 1)}
    newest = [max(day for _, day in chunk) for chunk in chunks]
    urls = [store.addresses.url(name) for name in named]
    index = list(zip(urls, newest, strict=True))
    return {SITEMAP: _listed("sitemapindex", "sitemap", index), **named}


def _pages(store: Store) -> Iterator[tuple[str, str]]:
    """Yield the address of each page with the day since when it stands, "" where none is known."""
    found = store.view.select(PROLOGUE + _LAST).values()
    last = {iri: day or "" for iri, day in found if iri}
    url = store.addresses.url
    for path in (DATASET, names.CHANGES, *vocabulary.paths(store)):
        yield url(path), ""
    for path in (*release_paths(store), *things.paths(store)):
        days = [
            last[iri] for iri in store.addresses.iris(store.addresses.thing(path)) if iri in last
        ]
        yield url(path), max(days, default="")


def _listed(root: str, item: str, entries: Sequence[tuple[str, str]]) -> str:
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<{root} xmlns="{_NS}">']
    for address, day in entries:
        since = f"<lastmod>{escape(day)}</lastmod>" if day else ""
        lines.append(f"<{item}><loc>{escape(address)}</loc>{since}</{item}>")
    return "\n".join([*lines, f"</{root}>"]) + "\n"
