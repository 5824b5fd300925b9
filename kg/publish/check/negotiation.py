"""Checks of negotiation: which form a client gets, and what headers say of it (10 to 21)."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from typing import Final

from kg.publish.check.client import Answer
from kg.publish.check.model import check, demand, need
from kg.publish.check.subject import BROWSER, HTML, SYNTAXES, TURTLE, Subject, same, triples, values
from kg.vocab import DCTERMS

_LINK: Final = re.compile(r"<([^>]*)>((?:\s*;\s*[\w*-]+=(?:\"[^\"]*\"|[^\s,;]+))*)")
_ACCEPTS: Final = (*SYNTAXES, HTML)
_PRIVATE: Final = re.compile(r"^[^/]+/(?:x-|vnd\.)")


def links(answer: Answer, relation: str) -> list[tuple[str, str]]:
    """Return target and parameters of the Link headers of a relation."""
    found = _LINK.findall(answer.headers.get("link", ""))
    return [
        (target, rest) for target, rest in found if re.search(rf'rel="?{relation}"?(?:;|$)', rest)
    ]


@check(
    10, "Each RDF format parses and carries its media type", "Serve all six, each by its own type."
)
def formats_parse(site: Subject) -> None:
    for accept in SYNTAXES:
        answer = site.ask(site.document, accept)
        demand(answer.status == 200, f"{accept}: {answer.status}")
        told = answer.headers.get("content-type", "")
        demand(told == accept, f"asked for {accept}, got {told or 'no Content-Type'}")
        demand(triples(answer), f"{accept}: says nothing")


@check(11, "All RDF formats say the same", "Write every format from the same statements.")
def formats_agree(site: Subject) -> None:
    turtle = site.graph(site.document)
    for accept in SYNTAXES:
        demand(same(site.graph(site.document, accept), turtle), f"{accept} differs from Turtle")


@check(12, "q-values are honoured, browsers get HTML", "Weigh Accept as RFC 9110 12.5.1 says.")
def quality_values_count(site: Subject) -> None:
    cases = {
        BROWSER: HTML,
        f"{HTML};q=0.1, {TURTLE};q=0.9": TURTLE,
        f"{TURTLE};q=0.1, {HTML};q=0.9": HTML,
    }
    for accept, expected in cases.items():
        told = site.ask(site.document, accept).media_type
        demand(told == expected, f"Accept: {accept} gives {told}")
    anything = {site.ask(site.document, accept).media_type for accept in ("*/*", "*/*;q=0.5")}
    demand(len(anything) == 1, f"*/* gives {' and '.join(sorted(anything))}")


@check(13, "What cannot be had is 406 with the alternatives", "Answer 406 and list what there is.")
def unsupported_is_refused(site: Subject) -> None:
    answer = site.ask(site.document, "image/png")
    demand(answer.status == 406, f"Accept: image/png answers {answer.status}")
    told = answer.text + answer.headers.get("link", "")
    demand(TURTLE in told, "the answer lists no alternatives")


@check(14, "Suffix and _mediatype override Accept", "Let the address name the form.")
def address_beats_accept(site: Subject) -> None:
    for suffix, expected in (("ttl", TURTLE), ("html", HTML), ("jsonld", "application/ld+json")):
        told = site.ask(f"{site.document}.{suffix}", "application/n-triples").media_type
        demand(told == expected, f".{suffix} gives {told}")
    told = site.ask(f"{site.document}?_mediatype={TURTLE}", HTML).media_type
    demand(told == TURTLE, f"?_mediatype={TURTLE} gives {told}")


@check(15, "Vary: Accept on 200, 303 and 406", "Add Vary: Accept wherever Accept has a say.")
def vary_is_told(site: Subject) -> None:
    asked = ((site.thing, TURTLE), (site.document, TURTLE), (site.document, "image/png"))
    for iri, accept in asked:
        answer = site.ask(iri, accept)
        told = [name.strip().lower() for name in answer.headers.get("vary", "").split(",")]
        demand("accept" in told, f"{iri} answers {answer.status} without Vary: Accept")


@check(16, "Content-Location names the variant", "Send Content-Location with negotiated answers.")
def content_location_is_told(site: Subject) -> None:
    for accept in (TURTLE, HTML):
        answer = site.ask(site.document, accept)
        where = answer.headers.get("content-location")
        demand(where, f"no Content-Location for {accept}")
        other = site.ask(where or "", "*/*")
        demand(other.body == answer.body, f"{where} holds something else")


@check(17, "Alternates are linked in headers and in HTML", 'Send Link: rel="alternate" with types.')
def alternates_are_linked(site: Subject) -> None:
    answer = site.ask(site.document, TURTLE)
    found = [rest for _, rest in links(answer, "alternate") if "type=" in rest]
    demand(found, 'no Link: rel="alternate" with a type')
    demand(re.search(r'<link[^>]+rel="alternate"[^>]+type="text/turtle"', site.page.text),
           "the page links no Turtle")  # fmt: skip


@check(18, "Strong ETags; If-None-Match gives 304", "Send a strong ETag for each representation.")
def validators_work(site: Subject) -> None:
    tags = []
    for accept in (TURTLE, HTML):
        tag = site.ask(site.document, accept).headers.get("etag", "")
        demand(tag.startswith('"'), f"{accept}: ETag is {tag or 'missing'}")
        again = site.ask(site.document, accept, If_None_Match=tag)
        demand(again.status == 304 and not again.body, f"{accept}: {again.status} for its own ETag")
        tags.append(tag)
    demand(len(set(tags)) == len(tags), "two representations share an ETag")


@check(
    19, "Last-Modified comes from provenance", "Send the day of the newest source, not the clock."
)
def last_modified_is_the_sources(site: Subject) -> None:
    answer = site.ask(site.document, TURTLE)
    told = answer.headers.get("last-modified")
    stated = values(triples(answer), site.document, DCTERMS.modified)
    need(stated, "the document states no dcterms:modified")
    demand(told, "no Last-Modified")
    day = parsedate_to_datetime(told or "").date().isoformat()
    demand(day == stated[0][:10], f"Last-Modified is {day}, dcterms:modified {stated[0]}")


@check(20, "HEAD has the headers of GET", "Answer HEAD as GET, without the body.")
def head_is_get(site: Subject) -> None:
    unsure = {"date", "connection", "keep-alive", "transfer-encoding"}
    for iri, accept in ((site.thing, TURTLE), (site.document, TURTLE), (site.document, HTML)):
        got, head = site.ask(iri, accept), site.ask(iri, accept, "HEAD")
        demand(got.status == head.status, f"{iri}: GET {got.status}, HEAD {head.status}")
        demand(not head.body, f"{iri}: HEAD has a body")
        differing = {
            n
            for n in {*got.headers, *head.headers} - unsure
            if got.headers.get(n) != head.headers.get(n)
        }
        demand(not differing, f"{iri}: {', '.join(sorted(differing))} differ")


@check(21, "No private media type is the default", "Serve a registered media type for */*.")
def default_is_registered(site: Subject) -> None:
    for answer in (site.ask(site.document), site.ask(site.document, "*/*")):
        demand(answer.status == 200, f"{site.document} answers {answer.status}")
        demand(not _PRIVATE.match(answer.media_type), f"the default is {answer.media_type}")
