"""`spacekg doctor`: what is unusual about an engine, and how spacekg gets by."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

import click

from kg.cli.layout import paragraph
from kg.cli.options import auth_option, timeout_option, update_option

if TYPE_CHECKING:
    from kg.store.remote.doctor import Examination, Finding

FAILED: Final = 4
_SIGNS: Final = {True: "usual", False: "quirk", None: "unknown"}


@click.command(short_help="Examine a SPARQL service: its quirks, and how we get by.")
@click.argument("url", metavar="URL")
@update_option
@auth_option
@timeout_option
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.pass_context
def command(
    ctx: click.Context,
    *,
    url: str,
    update: str | None,
    auth: str | None,
    timeout: float,
    as_json: bool,
) -> None:
    """Examine the SPARQL 1.1 service at URL: what is unusual about it, and how spacekg gets by.

    Without --update-endpoint it is only asked. With it a few scratch graphs are written and
    dropped again. The exit code is 4 where the service does not answer, or where updates were
    given and it is not fit to hold a store.

    \b
    Examples:
      spacekg doctor http://localhost:8890/sparql
      spacekg doctor http://localhost:7878/query --update-endpoint http://localhost:7878/update
    """
    from kg.store.remote.doctor import examine
    from kg.store.remote.opening import Address

    address = Address(url, update, auth, timeout)
    found = examine(address.endpoint(), ctx.find_root().params["base"])
    if as_json:
        click.echo(json.dumps(_record(found), indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(_told(found)))
    ctx.exit(FAILED if update and not found.writable else 0)


def _told(found: Examination) -> Iterator[str]:
    yield click.style(
        f"{found.server or 'An engine without a name'} at {found.endpoint.query}", bold=True
    )
    yield ""
    for finding in found.findings:
        yield from _lines(finding)
    yield ""
    yield _verdict(found)


def _lines(finding: Finding) -> Iterator[str]:
    yield paragraph(f"{_SIGNS[finding.usual]:9}{finding.says}", indent=0, hanging=9)
    if finding.way and finding.usual is not True:
        yield paragraph(f"So: {finding.way}", indent=9, hanging=13)


def _verdict(found: Examination) -> str:
    if found.endpoint.update is None:
        return "It can be read. Give --update-endpoint to learn whether a store can be kept there."
    if found.writable:
        return "It can be read, and a store can be kept there."
    return "It can be read, but no store can be kept there."


def _record(found: Examination) -> dict[str, object]:
    return {
        "endpoint": found.endpoint.query,
        "updateEndpoint": found.endpoint.update,
        "server": found.server,
        "writable": found.writable,
        "findings": [asdict(finding) for finding in found.findings],
    }
