"""Checks of pages: what a person, a crawler and a browser find (28 to 35, 62)."""

from __future__ import annotations

import html
import re
from typing import Final
from urllib.parse import urldefrag, urljoin, urlsplit

import pyoxigraph as ox

from kg.publish.check.client import Answer
from kg.publish.check.model import Failed, check, demand, need
from kg.publish.check.subject import HTML, Subject, same, values
from kg.vocab import RDFS

_DATA: Final = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_SCRIPT: Final = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_LOADED: Final = re.compile(
    r'<(?:script|img|iframe|source|embed)\b[^>]*?\bsrc="([^"]*)"|<link\b(?=[^>]*rel="(?:stylesheet|icon|preload)")[^>]*?\bhref="([^"]*)"'
)
_ANCHOR: Final = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"')
_TITLE: Final = re.compile(r"<title>(.*?)</title>", re.DOTALL)
MOST: Final = 25


def _title(page: Answer) -> str:
    found = _TITLE.search(page.text)
    return html.unescape(found[1]).strip() if found else ""


def _internal(site: Subject, page: Answer) -> list[str]:
    """Return the addresses within the site that a page links to, each once, in its order."""
    found = (
        urldefrag(urljoin(page.url, html.unescape(link)))[0] for link in _ANCHOR.findall(page.text)
    )
    return [url for url in dict.fromkeys(found) if site.is_ours(url)]


@check(28, "One JSON-LD script that says what the Turtle says", "Embed the document; escape <.")
def data_is_embedded(site: Subject) -> None:
    scripts = _DATA.findall(site.page.text)
    demand(len(scripts) == 1, f"{len(scripts)} scripts of JSON-LD")
    demand("<" not in scripts[0], "an unescaped < stands in the script")
    try:
        read = ox.parse(scripts[0], ox.RdfFormat.JSON_LD, base_iri=site.document)
        embedded = {quad.triple for quad in read}
    except (SyntaxError, ValueError) as error:
        raise Failed(f"the script is no JSON-LD: {error}") from error
    demand(same(embedded, site.graph(site.document)), "the script and the Turtle differ")


@check(
    29, "Canonical link, unique title, lang", "Give each page its own title and canonical address."
)
def page_is_identified(site: Subject) -> None:
    text = site.page.text
    demand(re.search(r"<html[^>]+lang=\"[a-z]", text), "no lang on html")
    found = re.search(r'<link rel="canonical" href="([^"]+)"', text)
    demand(found, "no canonical link")
    canonical = html.unescape(found[1]) if found else ""
    demand(
        site.here(canonical) == site.here(site.document), f"the canonical address is {canonical}"
    )
    others = [url for url in _internal(site, site.page) if "/doc/" in url and url != site.page.url]
    titles = [_title(site.page), *(_title(site.ask(url, HTML)) for url in others[:3])]
    demand(all(titles), "a page has no title")
    demand(len(set(titles)) == len(titles), "two pages have one title")


@check(
    30, "Labels, and the IRI always visible", "Show rdfs:label as heading and the IRI on the page."
)
def label_and_iri_are_seen(site: Subject) -> None:
    seen = html.unescape(re.sub(r"<script.*?</script>", "", site.page.text, flags=re.DOTALL))
    demand(
        site.thing in re.sub(r"<head>.*?</head>", "", seen, flags=re.DOTALL),
        "the IRI is not on the page",
    )
    labels = values(site.graph(site.document), site.thing, RDFS.label)
    demand(not labels or any(label in seen for label in labels), f"none of {labels} is on the page")


@check(31, "Incoming links have reachable pages", "Link what points at a thing, page by page.")
def incoming_is_reachable(site: Subject) -> None:
    about = f"<{site.thing}>"
    subjects = {str(t.subject)[1:-1] for t in site.graph(site.document) if str(t.object) == about}
    ours = sorted(iri for iri in subjects if site.is_ours(iri) and iri != site.document)
    need(ours, "nothing of the site points at the thing")
    linked = {site.here(url) for url in _internal(site, site.page)}
    for iri in ours[:5]:
        landed = site.landed(iri, HTML)
        demand(landed.status == 200, f"{iri} answers {landed.status}")
    demand(len(linked) > 1, "the page links no other page")


@check(32, "Statements show the release that says them", "Quote the sentence and link the release.")
def sources_are_shown(site: Subject) -> None:
    links = [url for url in _internal(site, site.page) if "/release/" in url]
    need("release" in site.page.text, "the site has no releases")
    demand(links, "the page links no release")
    demand(re.search(r"<(?:q|blockquote)\b", site.page.text), "the page quotes nothing")


@check(34, "No request to a foreign host, a strict policy", "Serve all files yourself; send a CSP.")
def nothing_foreign_is_loaded(site: Subject) -> None:
    own = urlsplit(site.url).netloc
    for one, other in _LOADED.findall(site.page.text):
        address = urljoin(site.page.url, one or other)
        scheme, netloc = urlsplit(address)[:2]
        demand(
            scheme == "data" or netloc == own or site.is_ours(address), f"the page loads {address}"
        )
    policy = site.page.headers.get("content-security-policy", "")
    demand("default-src" in policy, "no Content-Security-Policy")
    demand("'unsafe-" not in policy, f"the policy allows {policy}")


@check(35, "Markup in a literal stays text", "Escape every literal in HTML.")
def markup_stays_text(site: Subject) -> None:
    for attributes, body in _SCRIPT.findall(site.page.text):
        told = "src=" in attributes or 'type="application/ld+json"' in attributes
        demand(told or not body.strip(), "a script stands in the page")
    demand(not re.search(r"\son\w+\s*=\s*[\"']", re.sub(r">[^<]*<", "><", site.page.text)),
           "an element has an event handler")  # fmt: skip


@check(62, "No dead internal link", "Publish what you link, also under a sub-path.")
def links_are_alive(site: Subject) -> None:
    links = _internal(site, site.page)
    demand(links, "the page links nothing of the site")
    for url in links[:MOST]:
        answer = site.ask(url, HTML)
        demand(answer.status in (200, 301, 302, 303), f"{url} answers {answer.status}")
