"""Search for words in what things are called and in what releases say.

A store on disk has an index of words (`kg.store.index.finding`); any other is asked by SPARQL, which
reads all labels and quotes. Both find the same, in the same order: names with the fewest other words
first, quotes from the newest on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from kg.store import words
from kg.store.asking import ask
from kg.store.ledger import day_number, hashed, place_of, release_of
from kg.store.words import Wanted

if TYPE_CHECKING:
    from kg.store.base import View

LIMIT: Final = 20

_NAMES: Final = """
SELECT DISTINCT ?it ?label (LANG(?label) AS ?language) WHERE {{
  ?it rdfs:label|skos:altLabel ?label {filters}
}}"""
_QUOTES: Final = """
SELECT DISTINCT ?span ?words WHERE {{
  GRAPH ?graph {{ ?span nif:anchorOf ?words }} {filters}
  FILTER(EXISTS {{ GRAPH ?other {{ ?it skg:evidence ?span }} }})
}}"""
_ISSUED: Final = "SELECT ?release ?issued WHERE { ?release dcterms:issued ?issued }"


class Name(NamedTuple):
    """A thing and what it is called."""

    label: str
    language: str
    iri: str


class Passage(NamedTuple):
    """Words of a release that are evidence of something."""

    text: str
    issued: str
    release: str
    span: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found; `more_names` and `more_quotes` tell that the limit cut some off."""

    names: tuple[Name, ...]
    quotes: tuple[Passage, ...]
    more_names: bool = False
    more_quotes: bool = False


def found(names: Sequence[Name], quotes: Sequence[Passage], limit: int) -> Found:
    """Return the first of what was found."""
    more = len(names) > limit, len(quotes) > limit
    return Found(tuple(names[:limit]), tuple(quotes[:limit]), *more)


def ask_all(view: View, text: str, limit: int = LIMIT) -> Found:
    """Search any view by SPARQL."""
    wanted = words.read(text)
    rows = ask(view, _NAMES.format(filters=_filters("label", wanted)))
    names = (Name(label, language, iri) for iri, label, language in rows)
    passages = _passages(view, wanted)
    fitting = [passage for passage in passages if wanted.stands_in(passage.text)]
    return found(_best(name for name in names if wanted.stands_in(name.label)), fitting, limit)


def _best(names: Iterable[Name]) -> list[Name]:
    """Return the shortest name of each thing, the shortest of all first."""
    best: dict[str, Name] = {}
    for name in sorted(names, key=_rank):
        best.setdefault(name.iri, name)
    return list(best.values())


def _rank(name: Name) -> tuple[int, str, str, str]:
    return len(words.words(name.label)), name.label, name.language, name.iri


def _passages(view: View, wanted: Wanted) -> list[Passage]:
    rows = ask(view, _QUOTES.format(filters=_filters("words", wanted)))
    days = {row[0]: row[1] for row in ask(view, _ISSUED)} if rows else {}
    passages = []
    for span, said in rows:
        release = release_of(span)
        passages.append(Passage(said, days.get(release, ""), release, span))
    return sorted(passages, key=_age, reverse=True)


def _age(passage: Passage) -> tuple[int, int, tuple[int, int], str]:
    day, release = day_number(passage.issued), hashed(passage.release)
    return day, release, place_of(passage.span), passage.span


def _filters(variable: str, wanted: Wanted) -> str:
    """Return filters that all texts with the wanted words pass."""
    patterns = [words.pattern(word).replace("\\", "\\\\") for word in wanted.words]
    return " ".join(f'FILTER(REGEX(STR(?{variable}), "{p}"))' for p in patterns)
