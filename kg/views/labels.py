"""What things are called: one label an IRI, in the reader's language where there is one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from kg.store.asking import ask, batches, values
from kg.store.base import View
from kg.vocab import DCTERMS, FOAF

LANGUAGES: Final = ("en", "fr")
_POSTS: Final = "id/membership/"
_TITLES: Final = "SELECT ?post ?title WHERE {{ {posts} ?post skg:title ?title }}"
_TIES: Final = {
    DCTERMS.contributor: {"en": "shared by", "fr": "partagé par"},
    DCTERMS.date: {"en": "launched", "fr": "lancé le"},
    DCTERMS.hasPart: {"en": "includes", "fr": "comprend"},
    DCTERMS.relation: {"en": "launched on or from", "fr": "lancé par ou depuis"},
    FOAF.maker: {"en": "made by", "fr": "construit par"},
}
"""What terms of other vocabularies are called here, by which the authority tells what ties the known."""


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """Something with an IRI, and what it is called."""

    label: str
    iri: str


class Labels:
    """The labels of the IRIs that it was made for; any other is called by what it ties, or its last part."""

    def __init__(self, labels: Mapping[str, str], language: str) -> None:
        self._labels, self._language = labels, language

    def __getitem__(self, iri: str) -> str:
        return self._labels.get(iri) or called(iri, self._language)

    def thing(self, iri: str) -> Thing:
        """Return the IRI with its label."""
        return Thing(self[iri], iri)


def fetch(view: View, iris: Iterable[str], languages: tuple[str, ...] = LANGUAGES) -> Labels:
    """Ask for labels; of several, the first by language, then by alphabet. A post has its title."""
    wanted = set(iris)
    found: dict[str, tuple[int, str, str]] = {}
    for iri, text, language in view.ledger().labels(wanted):
        rank = _rank(text, language, languages)
        if iri not in found or rank < found[iri]:
            found[iri] = rank
    named = {iri: text for iri, (_, _, text) in found.items()}
    posts = {iri for iri in wanted - named.keys() if iri.startswith(f"{view.base}{_POSTS}")}
    return Labels({**_titles(view, posts), **named}, languages[0])


def _titles(view: View, posts: Iterable[str]) -> dict[str, str]:
    """Return the first title of each post that has one."""
    found: dict[str, str] = {}
    for batch in batches(posts):
        for post, title in ask(view, _TITLES.format(posts=values("post", batch))):
            found.setdefault(post, title)
    return found


def called(iri: str, language: str) -> str:
    """Return what a thing without a label is called: a tie by what it tells, anything else by its last part."""
    return _TIES.get(iri, {}).get(language) or last_part(iri)


def last_part(iri: str) -> str:
    """Return what follows an IRI's last `#` or `/`: a name of sorts, if there is no other."""
    return unquote(iri.rstrip("/#").replace("#", "/").rpartition("/")[2])


def _rank(text: str, language: str, languages: tuple[str, ...]) -> tuple[int, str, str]:
    place = languages.index(language) if language in languages else len(languages)
    return place, language, text
