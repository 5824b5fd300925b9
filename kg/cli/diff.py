"""`spacekg diff`: how two stores differ."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

if TYPE_CHECKING:
    from kg.store.difference import Content, Difference

DIFFERENT: Final = 1
_IRI: Final = re.compile(r"<([^<>]*)>")


@click.command(short_help="Tell how two stores or RDF files differ.")
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@click.option("-q", "--quiet", is_flag=True, help="Name the releases that differ, not their facts.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list, facts as N-Triples.")
@click.pass_context
def command(ctx: click.Context, first: str, second: str, *, quiet: bool, as_json: bool) -> None:
    """Tell how A and B differ: releases that one of them lacks, and facts that came (+) or went (-).

    A and B are folders of stores, backups, or RDF files. Exit code 1 where they differ, 0 where
    they hold the same.

    \b
    Examples:
      spacekg diff mygraph yesterday.nq.gz
      spacekg diff before.trig after.trig
      spacekg diff --json mygraph yesterday.nq.gz | jq '.[].name'
    """
    from kg.store.difference import differences

    found = differences(_read(first), _read(second))
    count = _print_json(found, quiet=quiet) if as_json else _print(found, quiet=quiet)
    if count:
        ctx.exit(DIFFERENT)


def _print(found: Iterator[Difference], *, quiet: bool) -> int:
    count = 0
    for difference in found:
        count += 1
        click.echo("\n".join(_told(difference, quiet=quiet)))
    return count


def _print_json(found: Iterator[Difference], *, quiet: bool) -> int:
    records = [_record(difference, quiet=quiet) for difference in found]
    click.echo(json.dumps(records, indent=2, ensure_ascii=False))
    return len(records)


def _record(difference: Difference, *, quiet: bool) -> dict[str, Any]:
    if quiet:
        return {"name": difference.name, "kind": difference.kind}
    return asdict(difference)


def _read(name: str) -> Content:
    from kg.store.difference import of_quads, of_view

    if Path(name).is_dir():
        from kg.store.embedded import EmbeddedStore

        view = EmbeddedStore.open(Path(name), read_only=True)
        click.get_current_context().call_on_close(view.close)
        return of_view(view)
    from kg.cli.rdf_input import read_quads

    return of_quads(read_quads(name))


def _told(difference: Difference, *, quiet: bool) -> Iterator[str]:
    yield click.style(f"{difference.kind}  {difference.name or 'default graph'}", bold=True)
    if quiet:
        return
    if difference.kind == "changed":
        yield from (f"  - {_short(line)}" for line in difference.gone)
        yield from (f"  + {_short(line)}" for line in difference.come)
        if difference.evidence:
            yield f"  {difference.evidence} lines of evidence differ"
    else:
        yield f"  {len(difference.gone) + len(difference.come)} facts"


def _short(line: str) -> str:
    """Return a triple with IRIs as a reader knows them: `agency/cnes`, `skg:leads`."""
    return _IRI.sub(lambda found: _name(found[1]), line)


def _name(iri: str) -> str:
    from kg.vocab import PREFIXES

    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and iri != namespace:
            return f"{prefix}:{iri.removeprefix(namespace)}"
    for part in ("/id/", "/release/", "/rule/"):
        if part in iri:
            return iri.partition(part)[2]
    return f"<{iri}>"
