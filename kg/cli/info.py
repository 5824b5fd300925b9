"""`spacekg info`: what a store holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from kg.cli.layout import figures
from kg.cli.options import view_options

if TYPE_CHECKING:
    from kg.store.base import View
    from kg.views.info import Info


@click.command(short_help="Tell what a store holds.")
@view_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(view: View, as_json: bool) -> None:
    """Tell what a store holds: releases, things by class, claims by status, versions.

    \b
    Example:
      spacekg info --store demo
    """
    from kg.views.info import info

    found = info(view)
    if as_json:
        click.echo(json.dumps(asdict(found), indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(_lines(found)))


def _lines(found: Info) -> Iterator[str]:
    period = f", {found.first} to {found.last}" if found.first else ""
    yield f"store     {found.where}"
    yield f"base      {found.base}"
    yield f"versions  spacekg {found.version}, ontology {found.ontology_version or 'none'}"
    yield f"holds     {found.releases} releases{period}; {found.facts} facts; {found.quads} quads"
    for header, counts in (("publisher", found.publishers), ("class", found.classes)):
        if counts:
            rows = ((count.thing.label, count.count) for count in counts)
            yield f"\n{figures((header, 'count'), rows)}"
    if found.claims:
        yield f"\n{figures(('status of claims', 'count'), found.claims)}"
