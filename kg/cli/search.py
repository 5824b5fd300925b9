"""`spacekg search`: words in names and in what releases say."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

import click

from kg.cli.layout import paragraph
from kg.cli.options import view_options

if TYPE_CHECKING:
    from kg.store.base import View
    from kg.store.search import Found, Name, Passage

LIMIT: Final = 20


@click.command(short_help="Find words in names and in quotes.")
@click.argument("text", nargs=-1, required=True)
@click.option(
    "-n",
    "--limit",
    default=LIMIT,
    show_default=True,
    type=click.IntRange(min=1),
    help="How many names, and how many quotes, to show.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@view_options
def command(view: View, text: Sequence[str], limit: int, as_json: bool) -> None:
    """Find words in what things are called, and in the words that releases are quoted with.

    All words must occur, in any order, whatever their case and accents; "words in quotation marks"
    must stand side by side, and cooper* stands for all that begins so. Names come shortest first,
    quotes newest first.

    \b
    Examples:
      spacekg search climate --store demo
      spacekg search '"signed an agreement" moscow' --store demo
    """
    found = view.search(" ".join(text), limit)
    if as_json:
        click.echo(json.dumps(_record(found), indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(_lines(found)))


def _lines(found: Found) -> Iterator[str]:
    if not found.names and not found.quotes:
        yield "nothing found"
    if found.names:
        yield click.style(f"Names{_cut(found.more_names)}", bold=True)
        width = max(len(name.label) for name in found.names)
        yield from (_name(name, width) for name in found.names)
    if found.names and found.quotes:
        yield ""
    if found.quotes:
        yield click.style(f"Quotes, the newest first{_cut(found.more_quotes)}", bold=True)
        for passage in found.quotes:
            yield from _passage(passage)


def _cut(more: bool) -> str:
    return " (some of them: see --limit)" if more else ""


def _name(name: Name, width: int) -> str:
    return f"  {name.label:{width}}  {_short(name.iri)}"


def _passage(passage: Passage) -> Iterator[str]:
    yield paragraph(f"“{' '.join(passage.text.split())}”", indent=2, hanging=3)
    yield f"  {_short(passage.release)}, {passage.issued or 'no date'}"


def _short(iri: str) -> str:
    """Return what an IRI is called on the command line: `agency/cnes`, `cnes/pr025-2020`."""
    for part in ("/id/", "/release/"):
        if part in iri:
            return iri.partition(part)[2]
    return iri


def _record(found: Found) -> dict[str, object]:
    return {
        "names": [name._asdict() for name in found.names],
        "quotes": [passage._asdict() for passage in found.quotes],
        **{k: v for k, v in asdict(found).items() if k.startswith("more_")},
    }
