"""Which things a name may mean, with a score from 0 to 100.

A folded name that is equal scores 100, also where the family name came first. Others score by the
share of letters that they have in order, with their words as they stand or sorted (rapidfuzz's ratio and
token_sort_ratio), whichever is more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode
from rapidfuzz import fuzz, process

from kg.names import fold
from kg.publish.addresses import THINGS
from kg.publish.documents.document import Store
from kg.publish.reconcile.names import Names
from kg.vocab import SKG

LIMIT: Final = 10
MOST: Final = 100
# Less alike than this is no candidate; more alike than that, and alone, is a match.
CANDIDATE: Final = 65.0
CERTAIN: Final = 92.0
_MARGIN: Final = 5.0
# How much of the score properties decide, where some are given.
_SHARE: Final = 0.3
_VALUES: Final = "SELECT ?value WHERE { ?it ?property ?value }"


@dataclass(frozen=True, slots=True)
class Query:
    """A name to match; classes, any of which will do; properties with the values expected."""

    text: str
    types: tuple[str, ...] = ()
    properties: tuple[tuple[str, tuple[str, ...]], ...] = ()
    limit: int = LIMIT


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing that a name may mean; `match` says that it does, without doubt."""

    key: str
    score: float
    match: bool


def candidates(query: Query, names: Names, store: Store) -> list[Candidate]:
    """Return what the name may mean, the likeliest first; equal scores by key."""
    scores = {key: score for key, score in _by_name(query.text, names).items()
              if _fits(query.types, names.classes.get(key, ()))}  # fmt: skip
    if query.properties:
        scores = {key: _weighed(score, query, key, names, store) for key, score in scores.items()}
    ranked = sorted(scores.items(), key=lambda found: (-found[1], found[0]))
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    return [
        Candidate(key, round(score, 1), at == 0 and score >= CERTAIN and score - second >= _MARGIN)
        for at, (key, score) in enumerate(ranked[: query.limit])
    ]


def _by_name(text: str, names: Names) -> dict[str, float]:
    """Return the best score of each thing whose name is alike enough."""
    scores: dict[str, float] = {}
    known = list(names.by_name)
    for folded in sorted({fold(text), fold(_turned(text))} - {""}):
        scores |= dict.fromkeys(names.by_name.get(folded, ()), 100.0)
        for scorer in (fuzz.ratio, fuzz.token_sort_ratio):
            found = process.extract(
                folded, known, scorer=scorer, score_cutoff=CANDIDATE, limit=MOST
            )
            for name, score, _ in found:
                for key in names.by_name[name]:
                    # What is spelled otherwise is never as good as what is spelled so.
                    scores[key] = max(scores.get(key, 0.0), min(score, 99.0))
    return scores


def _turned(text: str) -> str:
    """Return "Jean-Yves Le Gall" for "Le Gall, Jean-Yves"; any other name as it is."""
    family, comma, given = text.partition(",")
    return f"{given.strip()} {family.strip()}" if comma and "," not in given else text


def _fits(wanted: Sequence[str], classes: Sequence[str]) -> bool:
    return not wanted or any(class_ in classes for class_ in wanted)


def _weighed(score: float, query: Query, key: str, names: Names, store: Store) -> float:
    met = sum(_has(key, name, expected, names, store) for name, expected in query.properties)
    return score * (1 - _SHARE + _SHARE * met / len(query.properties))


def _has(key: str, name: str, expected: Sequence[str], names: Names, store: Store) -> bool:
    """Tell whether a value of the property is called as expected, or is the thing of that key."""
    called = {fold(text) for text in expected}
    for value in values(key, name, store):
        if isinstance(value, Literal):
            told = {fold(value.value)}
        else:
            other = value.value.removeprefix(store.view.base + THINGS)
            told = {fold(text) for text in (*names.names.get(other, ()), other)}
        if told & called:
            return True
    return False


def values(key: str, name: str, store: Store) -> list[NamedNode | Literal]:
    """Return the values that a property of a thing has, sorted; none of a term that there is not."""
    if name not in SKG.terms:
        return []
    terms = {"it": NamedNode(store.view.base + THINGS + key), "property": NamedNode(SKG.iri + name)}
    rows = store.view.select(_VALUES, terms).rows
    return sorted((c for (c,) in rows if isinstance(c, NamedNode | Literal)), key=str)
