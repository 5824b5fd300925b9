"""Map the texts of gold sets and score the graphs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kg.errors import SpaceKGError
from kg.evaluation.gold import Gold, gold_sets
from kg.evaluation.score import score
from kg.evaluation.tally import Tally, total
from kg.model import Release, ReleaseGraph

Mapper = Callable[[Release], ReleaseGraph]


@dataclass(frozen=True, slots=True)
class Result:
    """The tally of one text; `failure` says why it could not be mapped."""

    set: str
    name: str
    language: str
    tally: Tally
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The results of all texts, by set and name."""

    results: tuple[Result, ...]

    @property
    def sets(self) -> tuple[str, ...]:
        """The names of the sets."""
        return tuple(sorted({result.set for result in self.results}))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the texts."""
        return tuple(sorted({result.language for result in self.results}))

    @property
    def failures(self) -> tuple[Result, ...]:
        """The texts that could not be mapped; all that they hold counts as missed."""
        return tuple(result for result in self.results if result.failure is not None)

    def tally(self, where: Callable[[Result], bool] = lambda result: True) -> Tally:
        """Return the sum over the texts that `where` chooses, over all by default."""
        return total(result.tally for result in self.results if where(result))

    def by_set(self) -> dict[str, Tally]:
        """Return the sum over each set."""
        return {name: total(r.tally for r in self.results if r.set == name) for name in self.sets}

    def by_language(self) -> dict[str, Tally]:
        """Return the sum over each language."""
        return {
            code: total(r.tally for r in self.results if r.language == code)
            for code in self.languages
        }


def evaluate(folder: Path, mapper: Mapper) -> Evaluation:
    """Score what `mapper` makes of every annotated text below `folder`.

    The mapper is given the words alone, without the source's address or the language, since
    these would tell it what it is to find out.
    """
    return Evaluation(
        tuple(_result(s.name, gold, mapper) for s in gold_sets(folder) for gold in s.golds)
    )


def _result(set_name: str, gold: Gold, mapper: Mapper) -> Result:
    origin = f"{set_name}/{gold.name}.txt"
    try:
        graph = mapper(Release(text=gold.text, origin=origin))
    except SpaceKGError as error:
        missed = score(gold, ())
        return Result(set_name, gold.name, gold.language, missed, failure=error.message)
    tally = score(gold, (*graph.facts, *graph.evidence))
    return Result(set_name, gold.name, gold.language, tally)
