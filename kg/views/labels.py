"""What things are called: one label an IRI, in the reader's language where there is one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from kg.store.base import View
from kg.store.ledger import Ledger
from kg.vocab import SKG

LANGUAGES: Final = ("en", "fr")
_POSTS: Final = "id/membership/"


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """Something with an IRI, and what it is called."""

    label: str
    iri: str


class Labels:
    """The labels of the IRIs that it was made for; any other is called by its last part."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        self._labels = labels

    def __getitem__(self, iri: str) -> str:
        return self._labels.get(iri) or last_part(iri)

    def thing(self, iri: str) -> Thing:
        """Return the IRI with its label."""
        return Thing(self[iri], iri)


def fetch(view: View, iris: Iterable[str], languages: tuple[str, ...] = LANGUAGES) -> Labels:
    """Ask for labels; of several, the first by language, then by alphabet. A post has its title."""
    ledger, wanted = view.ledger(), set(iris)
    found: dict[str, tuple[int, str, str]] = {}
    for iri, text, language in ledger.labels(wanted):
        rank = _rank(text, language, languages)
        if iri not in found or rank < found[iri]:
            found[iri] = rank
    called = {iri: text for iri, (_, _, text) in found.items()}
    posts = {iri for iri in wanted - called.keys() if iri.startswith(f"{view.base}{_POSTS}")}
    return Labels({**_titles(ledger, posts), **called})


def _titles(ledger: Ledger, posts: Collection[str]) -> dict[str, str]:
    told = ledger.values(SKG.title) if posts else {}
    return {post: min(told[post]) for post in posts if post in told}


def last_part(iri: str) -> str:
    """Return what follows an IRI's last `#` or `/`: a name of sorts, if there is no other."""
    return unquote(iri.rstrip("/#").replace("#", "/").rpartition("/")[2])


def _rank(text: str, language: str, languages: tuple[str, ...]) -> tuple[int, str, str]:
    place = languages.index(language) if language in languages else len(languages)
    return place, language, text
