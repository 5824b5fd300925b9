"""`spacekg queries`: the named queries, what they answer and what they take."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from kg.cli.layout import paragraph
from kg.cli.options import LANGUAGES

if TYPE_CHECKING:
    from kg.queries import NamedQuery, Param


@click.command(short_help="List the named queries, or show what one takes.")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--sparql", is_flag=True, help="Print the text of the queries, to change and run.")
@click.option("--lang", type=click.Choice(LANGUAGES), default="en", help="Language of the titles.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
def command(names: tuple[str, ...], sparql: bool, lang: str, as_json: bool) -> None:
    """List the named queries by what they are about; with names, show these in full.

    \b
    Examples:
      spacekg queries
      spacekg queries shared-programmes
      spacekg queries shared-programmes --sparql > mine.rq
    """
    from kg.queries import catalogue, get

    chosen = tuple(get(name) for name in names) if names else catalogue()
    if as_json:
        click.echo(json.dumps([_record(query) for query in chosen], indent=2, ensure_ascii=False))
    elif sparql:
        click.echo("\n".join(query.sparql.strip() for query in chosen))
    elif names:
        click.echo("\n\n".join("\n".join(_page(query, lang)) for query in chosen))
    else:
        click.echo("\n".join(_listing(chosen, lang)))


def title(query: NamedQuery, lang: str) -> str:
    """Return the query's title in a language, its summary where it has none."""
    return {"en": query.title, "fr": query.title_fr}[lang] or query.summary


def example(query: NamedQuery) -> str:
    """Return a command that asks the query with its example values."""
    given = [f"-p {shlex.quote(f'{n}={v}')}" for n, v in example_values(query).items()]
    return " ".join(["spacekg query", query.name, *given])


def example_values(query: NamedQuery) -> dict[str, str]:
    """Return examples of the parameters that must be given, else of an entity or the first."""
    known = {param: param.example for param in query.params if param.example}
    needed = [param for param in known if param.required]
    entities = [param for param in known if param.kind == "entity"]
    return {param.name: known[param] for param in needed or (entities or [*known])[:1]}


def _listing(queries: tuple[NamedQuery, ...], lang: str) -> Iterator[str]:
    from kg.queries.model import GROUPS, TITLES

    width = max(len(query.name) for query in queries)
    for group in GROUPS:
        members = [query for query in queries if query.group == group]
        if members:
            yield click.style(TITLES[group][LANGUAGES.index(lang)], bold=True)
            yield from (f"  {query.name:{width}}  {title(query, lang)}" for query in members)
            yield ""
    yield "What one takes, and an example:  spacekg queries NAME"


def _page(query: NamedQuery, lang: str) -> Iterator[str]:
    yield click.style(query.name, bold=True) + f"  {title(query, lang)}"
    yield ""
    yield paragraph(query.summary + ".", indent=2)
    for text in (query.description, query.silence):
        if text:
            yield paragraph(text, indent=2)
    if query.params:
        yield from ("", "Parameters", *_pairs((_usage(p), _meaning(p)) for p in query.params))
    if query.columns:
        yield from ("", "Columns", *_pairs((c.name, c.help) for c in query.columns))
    yield from ("", "Example", f"  {example(query)}")


def _pairs(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield lines of two aligned columns."""
    listed = list(pairs)
    width = max(len(left) for left, _ in listed) + 4
    for left, right in listed:
        yield paragraph(f"  {left:{width - 2}}{right}", hanging=width)


def _usage(param: Param) -> str:
    return f"-p {param.name}={param.kind.upper()}"


def _meaning(param: Param) -> str:
    said = [param.help]
    if param.choices:
        said.append(f"one of {', '.join(param.choices)}")
    if param.of:
        said.append(f"a name, key or IRI of the class {param.of}")
    said.append("needed" if param.required else f"default {param.default or 'any'}")
    if param.example:
        said.append(f"as {param.example}")
    return "; ".join(said)


def _record(query: NamedQuery) -> dict[str, Any]:
    return {
        "name": query.name,
        "title": {"en": query.title, "fr": query.title_fr},
        "group": query.group,
        "summary": query.summary,
        "description": query.description,
        "silence": query.silence,
        "params": [_param_record(param) for param in query.params],
        "columns": [{"name": c.name, "kind": c.kind, "help": c.help} for c in query.columns],
        "example": example(query),
    }


def _param_record(param: Param) -> dict[str, Any]:
    return {
        "name": param.name,
        "kind": param.kind,
        "of": param.of,
        "help": param.help,
        "default": param.default,
        "example": param.example,
        "required": param.required,
        "choices": list(param.choices),
    }
