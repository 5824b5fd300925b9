"""Learn the weights of the judged relations and encounters: `python -m kg.cli.training FOLDER... > relations.json`.

Each FOLDER holds annotated releases. Texts that are set aside for measuring are left out. This needs
scikit-learn, which the extra [train] brings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from sys import argv

import click

from kg.evaluation.gold import Gold, gold_sets
from kg.evaluation.report import is_aside
from kg.evaluation.training import Example, days, examples, learn, sentences, written
from kg.model import Release
from kg.pipeline import Mapper


def found(folders: Sequence[Path]) -> Iterator[Example]:
    """Yield what is learned from in all annotated releases below `folders`."""
    mapper = Mapper(judged=False)
    for folder in folders:
        for gold_set in gold_sets(folder):
            for gold in gold_set.golds:
                if not is_aside(gold_set.name, gold.name):
                    yield from _of_one(mapper, gold, f"{gold_set.name}/{gold.name}")


def _of_one(mapper: Mapper, gold: Gold, name: str) -> Iterator[Example]:
    release = Release(text=gold.text, origin=name)
    mapping = mapper.map(release)
    graph, observed = mapper.graph(mapping), mapper.observe(release)
    yield from examples(name, gold, mapping, graph, observed.pairs)
    yield from sentences(name, gold, graph, observed.candidates)
    yield from days(name, gold, graph, observed.dated)


if __name__ == "__main__":
    click.echo(written(learn(tuple(found([Path(name) for name in argv[1:]])))), nl=False)
