"""Relations that no rule reads: judged from all that a document shows of two names.

A log-linear model for each relation, its weights learned from annotated releases
(`python -m kg.cli.training`, docs/extraction.md) and kept in `relations.json`: whole hundredths, so that
a sum is the same in any order. It adds to what the rules say, and takes nothing back.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from kg.facts.clauses import Scene, has_part
from kg.facts.pairs import APART, Meeting, Pair
from kg.facts.status import denied, status_of, window
from kg.model import Fact

RULE: Final = "judged"
"""The name that facts of this reader bear as their rule."""
LAUNCHES: Final = {"launchedBy": "vehicle", "launchSite": "site"}
"""Relations that stand in a launch, by what ties it to the other end, and make no fact of their own."""
LAUNCH_DATE: Final = "launchDate"
"""A relation that gives a launch its day."""
_OF_LAUNCHES: Final = frozenset({*LAUNCHES, LAUNCH_DATE})
SCALE: Final = 100
_ONCE: Final = frozenset({LAUNCH_DATE})
_NEEDED: Final = {"builtBy": "tied:makers"}
"""What must be observed of a pair for a relation: of builders that the authority does not know half were wrong."""
Said = tuple[str, str, str]
"""Subject, relation and object."""
_FILE: Final = Path(__file__).with_name("relations.json")
_CONFIDENCE: Final = 0.6


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation between the two of a kind of pair; `turned` where the second is its subject."""

    name: str
    turned: bool
    threshold: int
    weights: dict[str, int]

    def weigh(self, features: Iterable[str]) -> int:
        """Return how much speaks for the relation, in hundredths of the log of the odds."""
        weights = self.weights
        return sum([weights[f] for f in features if f in weights])


@dataclass(frozen=True, slots=True)
class Judgement:
    """A relation held to be there, how much speaks for it, and the sentence that does most."""

    weight: int
    relation: Relation
    pair: Pair
    meeting: Meeting

    @property
    def said(self) -> Said:
        """Return what is judged to hold."""
        one, other = self.pair.one, self.pair.other
        subject, object_ = (other, one) if self.relation.turned else (one, other)
        return subject, self.relation.name, object_


@cache
def relations(path: Path = _FILE) -> dict[str, tuple[Relation, ...]]:
    """Return the relations that are judged, by the kind of the pair."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return {
        kind: tuple(
            Relation(r["relation"], r["turned"], r["threshold"], r["weights"]) for r in models
        )
        for kind, models in data.items()
    }


def kinds() -> frozenset[str]:
    """Return the kinds of pairs, named together or apart, that some relation is judged of."""
    return frozenset(kind.rstrip(APART) for kind in relations())


def judge(
    pairs: Iterable[Pair], told: Collection[Said], among: Container[str] = ()
) -> tuple[Judgement, ...]:
    """Return the relations that hold between the two of each pair and are not `told` already.

    They are those `among` the ones that stand in launches, or all that do not. What is told to fly on one day is
    not looked for on another.
    """
    known = {frozenset((one, name, other)) for one, name, other in told}
    known |= {frozenset((one, name)) for one, name, _ in told if name in _ONCE}
    # Who ordered a thing did not build it.
    known |= {frozenset((one, "builtBy", of)) for one, name, of in told if name == "customer"}
    return tuple(one for pair in pairs for one in _of_pair(pair, known, among))


def _of_pair(
    pair: Pair, known: Container[frozenset[str]], among: Container[str]
) -> Iterator[Judgement]:
    open_ = [
        relation
        for relation in relations().get(pair.kind, ())
        if (relation.name in among if among else relation.name not in _OF_LAUNCHES)
        and frozenset((pair.one, relation.name, pair.other)) not in known
        and frozenset((pair.other if relation.turned else pair.one, relation.name)) not in known
    ]
    features = pair.features() if open_ else ()
    for relation in open_:
        weight = relation.weigh(features)
        if weight >= relation.threshold and may_hold(relation.name, features):
            best = max(pair.meetings, key=lambda m: relation.weigh(m.features()))
            yield Judgement(weight, relation, pair, best)


def may_hold(relation: str, features: Container[str]) -> bool:
    """Tell whether a pair shows what a relation needs."""
    return relation not in _NEEDED or _NEEDED[relation] in features


def read(scene: Scene, judgements: Iterable[Judgement]) -> Iterator[Fact]:
    """Yield the facts among `judgements`, less those whose sentence denies them."""
    code = scene.language.code
    for one in judgements:
        clause = one.meeting.clause
        words = window(clause.text, *one.meeting.stretch)
        # "CFOSAT's radar was built by X": the satellite was not.
        part = one.relation.name == "builtBy" and has_part(scene, clause, one.said[0])
        if not part and not denied(code, words):
            status = status_of(code, words, "underway")
            yield Fact(*one.said, clause.span, RULE, _CONFIDENCE, status)
