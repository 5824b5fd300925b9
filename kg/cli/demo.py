"""`spacekg demo`: the whole line on the packaged examples, and what the graph then answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kg.cli.build import REJECTED, fill
from kg.cli.explain import Shown, told
from kg.cli.layout import WIDTH, paragraph
from kg.cli.opening import opened_store
from kg.cli.options import mapper_options

if TYPE_CHECKING:
    from kg.pipeline import Mapper, Outcome
    from kg.store.base import Rows, View

STORE: Final = "spacekg-demo"
THING: Final = "Bion-M2"


@dataclass(frozen=True, slots=True)
class Question:
    """A question to show: the named query that answers it, and which of its columns fit."""

    words: str
    query: str
    columns: tuple[str, ...]
    rows: int


QUESTIONS: Final = (
    Question(
        "Which agencies share programmes?",
        "shared-programmes",
        ("agency_a", "agency_b", "shared", "names"),
        10,
    ),
    Question("Who met whom?", "meetings", ("date", "place", "organisations", "persons"), 6),
    Question(
        "What flew on whose launcher?",
        "launches",
        ("date", "launcher", "base", "payloads", "customers", "status"),
        6,
    ),
)


@dataclass(slots=True)
class Aside:
    """The releases that did not go in, to be told after the others."""

    lines: list[str] = field(default_factory=list)

    def tell(self, outcome: Outcome) -> None:
        """Keep a line on a release that was rejected or could not be read."""
        if outcome.error is not None:
            self.lines.append(str(outcome.error))
        elif outcome.report is not None and not outcome.report.conforms:
            self.lines.append(f"{outcome.origin}: {outcome.report.findings[0].message}")


@click.command(short_help="Map the packaged releases and show what the graph answers.")
@click.option(
    "--store", default=STORE, show_default=True, type=click.Path(file_okay=False), metavar="DIR",
    help="Folder to make the store in.",
)  # fmt: skip
@mapper_options
def command(store: str, mapper: Mapper) -> None:
    """Show on the packaged releases what spacekg does: map, validate, store, answer, explain.

    The store is kept, so that you can ask it more. Run again, it is brought up to date.

    \b
    Example:
      spacekg demo --store demo
    """
    from kg.store import open_store

    folder = Path(store)
    _show(_built(folder, mapper))
    with open_store(folder, read_only=True) as view:
        for number, question in enumerate(QUESTIONS, start=2):
            _show(_answered(number, question, view, store))
        _show(_explained(len(QUESTIONS) + 2, view, store))
    _show(_next(folder))


def _show(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _title(number: int, words: str, typed: str) -> Iterator[str]:
    yield ""
    yield click.style(f"{number}. {words}", bold=True)
    yield click.style(f"$ {typed}", dim=True)
    yield ""


def _built(folder: Path, mapper: Mapper) -> Iterator[str]:
    from kg import resources
    from kg.releases import Given

    examples = resources.folder("examples") / "releases"
    aside = Aside()
    yield from _title(1, "Read, validate, admit", f"spacekg build {examples} --store {folder}")
    with opened_store(str(folder), None, base=mapper.base, create=True) as store:
        sources, rejected = [str(examples)], folder / REJECTED
        counts = fill(store, rejected, sources, mapper=mapper, given=Given(), tell=aside.tell)
    yield _summary(counts)
    yield from (paragraph(line, indent=2, hanging=4) for line in aside.lines)


def _summary(counts: Counter[str]) -> str:
    told = [f"{counts['admitted']} went in"]
    if counts["unchanged"]:
        told.append(f"{counts['unchanged']} were in already")
    told.append(f"{counts['rejected'] + counts['unreadable']} put aside")
    return f"Of {counts.total()} press releases, {', '.join(told)}."


def _answered(number: int, question: Question, view: View, store: str) -> Iterator[str]:
    from kg.export.table.text import table
    from kg.queries import run
    from kg.store.base import Rows

    yield from _title(number, question.words, f"spacekg query {question.query} --store {store}")
    answer = run(question.query, view)
    assert isinstance(answer, Rows)
    yield from table(_cut(answer, question), WIDTH)
    if len(answer) > question.rows:
        yield f"and {len(answer) - question.rows} more"


def _cut(answer: Rows, question: Question) -> Rows:
    """Return the first rows of an answer, and the columns that the question asks for."""
    from kg.store.base import Rows

    places = [answer.variables.index(name) for name in question.columns]
    rows = answer.rows[: question.rows]
    return Rows(question.columns, tuple(tuple(row[i] for i in places) for row in rows))


def _explained(number: int, view: View, store: str) -> Iterator[str]:
    from kg.queries import resolve
    from kg.views.explain import explain

    yield from _title(number, "How do you know?", f"spacekg explain {THING} --store {store}")
    yield from told(explain(view, resolve(THING, view).value), Shown(quotes=1))


def _next(folder: Path) -> Sequence[str]:
    aside = folder / REJECTED
    shown = [("the store", folder)] + (
        [("what was put aside, and why", aside)] if aside.is_dir() else []
    )
    places = [f"{path!s:20}  {what}" for what, path in shown]
    typed = (
        (f"spacekg info --store {folder}", "what the store holds"),
        ("spacekg queries", "more questions, and what they take"),
        (f"spacekg explain CNES --store {folder}", "all about one thing"),
        (f"spacekg network agencies --store {folder} -o agencies.gexf", "the network, for Gephi"),
        (f"spacekg build RELEASES --store {folder}", "your own releases"),
    )
    return [
        "",
        click.style("Where things are", bold=True),
        *places,
        "",
        click.style("What to type next", bold=True),
        *(f"{line:56}  {what}" for line, what in typed),
        "",
    ]
