"""Checks of identity: things and the documents about them (statements 1 to 7)."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote, urlsplit

from kg.publish.check.model import check, demand, need
from kg.publish.check.subject import SYNTAXES, TURTLE, Subject
from kg.publish.metadata.terms import VOID
from kg.publish.terms import FOAF

_LOCAL = re.compile(r"//(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::\d+)?(?![\w.])")
_ODD = re.compile(r"%[0-9A-Fa-f]{2}|[^\x00-\x7f]|['()]")


@check(1, "A thing answers 303 to its document", "Redirect the IRIs of things to documents by 303.")
def thing_redirects(site: Subject) -> None:
    answer = site.ask(site.thing, TURTLE)
    demand(answer.status == 303, f"{site.thing} answers {answer.status}")
    demand(answer.location, "the redirect has no Location")


@check(2, "Thing and document have two IRIs", "State <document> foaf:primaryTopic <thing>.")
def document_says_its_topic(site: Subject) -> None:
    demand(site.document != site.thing, "thing and document have one IRI")
    topics = [t.object for t in site.graph(site.document) if t.predicate.value == FOAF.primaryTopic]
    told = {str(topic).strip("<>") for topic in topics}
    demand(site.thing in told, f"{site.document} says that it is about {told or 'nothing'}")


@check(
    3, "The ontology's document describes its terms", "Serve every term in the document without #."
)
def ontology_is_described(site: Subject) -> None:
    ours = [iri for iri in site.told(VOID.vocabulary) if site.is_ours(iri)]
    need(ours, "the dataset uses no vocabulary of the site")
    for vocabulary in ours:
        graph = site.graph(vocabulary.rstrip("#"))
        described = {str(t.subject).strip("<>") for t in graph}
        used = {t.predicate.value for t in site.graph(site.document)}
        missing = sorted(iri for iri in used if iri.startswith(vocabulary) and iri not in described)
        demand(not missing, f"not described: {', '.join(missing[:3])}")


@check(4, "An unknown IRI is 404 in every format", "Answer 404, not an empty document with 200.")
def unknown_is_not_found(site: Subject) -> None:
    for iri in (f"{site.thing}-that-there-is-not", f"{site.document}-that-there-is-not"):
        for accept in (*SYNTAXES, "text/html"):
            status = site.landed(iri, accept).status
            demand(status == 404, f"{iri} as {accept} answers {status}")


@check(6, "Encoded, non-ASCII and marked IRIs round-trip", "Compare IRIs decoded, answer encoded.")
def odd_iris_round_trip(site: Subject) -> None:
    from kg.publish.check.metadata import sitemap

    odd = [url for url, _ in sitemap(site) if _ODD.search(url)][:5]
    need(odd, "the sitemap lists no such IRI")
    for url in odd:
        parts = urlsplit(url)
        spelled = parts._replace(path=quote(unquote(parts.path), safe="/")).geturl()
        for address in (url, spelled):
            graph = site.graph(address)
            topics = [t for t in graph if t.predicate.value == FOAF.primaryTopic]
            demand(topics, f"{address} is about nothing")


@check(
    7, "No answer mentions where the server listens", "Set the public base; trust no Host header."
)
def public_base_is_used(site: Subject) -> None:
    need(site.public != site.url, "the site is known under the address that is asked")
    need(_LOCAL.search(site.url), "the site is not asked on this machine")
    for iri, accept in (
        (site.thing, TURTLE),
        (site.document, TURTLE),
        (site.document, "text/html"),
    ):
        answer = site.ask(iri, accept)
        told = answer.text + " ".join(answer.headers.values())
        found = _LOCAL.search(told)
        demand(not found, f"{iri} mentions {found[0] if found else ''}")
