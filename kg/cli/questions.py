"""The named queries and their answers on the examples: `python -m kg.cli.questions`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import click
from pyoxigraph import Literal

import kg
from kg.cli.layout import WIDTH, with_keys
from kg.cli.queries import example, example_values
from kg.export.table.text import table
from kg.queries import NamedQuery, Param, catalogue, run
from kg.queries.model import GROUPS, TITLES
from kg.store.base import Rows, Term, View

SHOWN: Final = 4
LONGEST: Final = 120
HEAD: Final = f"""\
# The named queries

Written by `make docs` from `queries/` and the packaged examples; a test holds them equal. Answers
are cut after {SHOWN} rows, long cells after {LONGEST} characters. How to ask and to change a query:
[asking.md](asking.md).
"""


def page(view: View) -> str:
    """Return docs/queries.md: each query with what it takes, and its answer from the view."""
    return "\n".join(_lines(view))


def _lines(view: View) -> Iterator[str]:
    yield HEAD
    groups = {group: [q for q in catalogue() if q.group == group] for group in GROUPS}
    for group, queries in groups.items():
        if queries:
            names = ", ".join(f"[{q.name}](#{q.name})" for q in queries)
            yield f"- {TITLES[group][0]}: {names}"
    for group, queries in groups.items():
        if queries:
            yield f"\n## {TITLES[group][0]}"
        for query in queries:
            yield from _section(query, view)


def _section(query: NamedQuery, view: View) -> Iterator[str]:
    yield f"\n### {query.name}\n"
    yield f"**{query.title}** · *{query.title_fr}*\n"
    yield f"{query.summary}. {' '.join(query.description.split())}\n"
    yield f"{' '.join(query.silence.split())}\n"
    yield from (_param(param) for param in query.params)
    answer = run(query, view, example_values(query))
    assert isinstance(answer, Rows)
    yield "\n```console"
    yield f"$ {example(query)}"
    yield from table(_cut(with_keys(answer, view.base)), WIDTH)
    if len(answer) > SHOWN:
        yield f"and {len(answer) - SHOWN} more"
    yield "```"


def _param(param: Param) -> str:
    kind = ", ".join(param.choices) or f"{param.kind}{f' of {param.of}' if param.of else ''}"
    state = "needed" if param.required else f"default {param.default or 'any'}"
    return f"- `{param.name}` ({kind}; {state}): {param.help}"


def _cut(rows: Rows) -> Rows:
    shown = rows.rows[:SHOWN]
    return Rows(rows.variables, tuple(tuple(map(_shortened, row)) for row in shown))


def _shortened(cell: Term | None) -> Term | None:
    if not isinstance(cell, Literal) or len(cell.value) <= LONGEST:
        return cell
    return Literal(f"{cell.value[:LONGEST].rsplit(' ', 1)[0]} …")


def main() -> None:
    """Write the page to standard output."""
    with kg.examples() as graph:
        click.echo(page(graph.view), nl=True)


if __name__ == "__main__":
    main()
