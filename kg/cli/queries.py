"""`spacekg queries`: the named queries and what they take."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from kg.cli.layout import paragraph

if TYPE_CHECKING:
    from kg.queries import NamedQuery, Param


@click.command(short_help="List the named queries and their parameters.")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--sparql", is_flag=True, help="Print the text of the queries, to change and run.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
def command(names: tuple[str, ...], sparql: bool, as_json: bool) -> None:
    """List the named queries, each with its parameters; by default all of them.

    \b
    Examples:
      spacekg queries
      spacekg queries shared-programmes --sparql > mine.rq
    """
    from kg.queries import catalogue, get

    chosen = tuple(get(name) for name in names) if names else catalogue()
    if as_json:
        click.echo(json.dumps([_record(query) for query in chosen], indent=2, ensure_ascii=False))
    elif sparql:
        click.echo("\n".join(query.sparql.strip() for query in chosen))
    else:
        click.echo("\n\n".join(_text(query, full=bool(names)) for query in chosen))


def _text(query: NamedQuery, *, full: bool) -> str:
    lines = [click.style(query.name, bold=True), paragraph(query.summary, indent=2)]
    if full and query.description:
        lines.append(paragraph(query.description, indent=2))
    lines += [paragraph(_param(p), indent=4, hanging=6) for p in query.params]
    if full:
        lines += [f"  {column.name}: {column.help}" for column in query.columns]
    return "\n".join(lines)


def _param(param: Param) -> str:
    kind = "|".join(param.choices) or param.kind
    state = "needed" if param.required else f"default {param.default or 'any'}"
    example = f", as {param.name}={param.example}" if param.example else ""
    return f"-p {param.name}=<{kind}>  {param.help} ({state}{example})"


def _record(query: NamedQuery) -> dict[str, Any]:
    return {
        "name": query.name,
        "summary": query.summary,
        "title_fr": query.title_fr,
        "description": query.description,
        "params": [_param_record(param) for param in query.params],
        "columns": [{"name": c.name, "kind": c.kind, "help": c.help} for c in query.columns],
    }


def _param_record(param: Param) -> dict[str, Any]:
    return {
        "name": param.name,
        "kind": param.kind,
        "help": param.help,
        "default": param.default,
        "example": param.example,
        "required": param.required,
        "choices": list(param.choices),
    }
