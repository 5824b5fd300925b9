"""A book to look things up in: labels and releases, fetched in a few queries for many IRIs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from kg.store.asking import ask, batches, values
from kg.store.base import View
from kg.views import labels
from kg.views.labels import Labels, Thing
from kg.views.records import ReleaseInfo
from kg.vocab import DCTERMS

# One list of values a query: engines that are given two try each pair.
_RELEASES: Final = (
    "SELECT ?release ?property ?value WHERE {{ {releases} ?release ?property ?value }}"
)


class Book:
    """The labels of things and the descriptions of releases that it was made for."""

    def __init__(self, called: Labels, releases: Mapping[str, ReleaseInfo]) -> None:
        self._called, self._releases = called, releases

    def thing(self, iri: str) -> Thing:
        """Return the thing with its label."""
        return self._called.thing(iri)

    def release(self, iri: str) -> ReleaseInfo:
        """Return the release, of which nothing but its IRI may be known."""
        return self._releases.get(iri) or ReleaseInfo(issued="", iri=iri)


def fetch(view: View, things: Iterable[str], releases: Iterable[str]) -> Book:
    """Ask for the labels of `things` and the descriptions of `releases`."""
    told = _descriptions(view, releases)
    publishers = {d[DCTERMS.publisher] for d in told.values() if DCTERMS.publisher in d}
    called = labels.fetch(view, {*things, *publishers})
    return Book(called, {iri: _release(iri, told[iri], called) for iri in sorted(told)})


def _descriptions(view: View, releases: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return the first value of each property of each release."""
    found: dict[str, dict[str, str]] = {}
    for batch in batches(releases):
        query = _RELEASES.format(releases=values("release", batch))
        for release, property_, value in ask(view, query):
            found.setdefault(release, {}).setdefault(property_, value)
    return found


def _release(iri: str, told: Mapping[str, str], called: Labels) -> ReleaseInfo:
    publisher = told.get(DCTERMS.publisher)
    return ReleaseInfo(
        issued=told.get(DCTERMS.issued, ""),
        iri=iri,
        title=told.get(DCTERMS.title, ""),
        publisher=called.thing(publisher) if publisher else None,
        number=told.get(DCTERMS.identifier, ""),
        language=told.get(DCTERMS.language, ""),
        source=told.get(DCTERMS.source, ""),
    )
