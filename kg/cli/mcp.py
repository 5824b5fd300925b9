"""`spacekg mcp`: the graph for assistants, over standard input and output."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli.options import view_options
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.store.base import View


@click.command(short_help="Serve a store to an assistant (MCP, stdio).")
@view_options
def command(view: View) -> None:
    """Serve a store to an assistant by the Model Context Protocol, over standard input and output.

    Its tools search, describe, explain and run named queries; each statement comes with the sentence
    and the release that say it. Needs the extra: pip install 'spacekg[mcp]'.

    \b
    Example:
      spacekg mcp --store demo
    """
    try:
        from kg.publish.assistants import server
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "mcp":
            raise
        raise UsageError(
            "the mcp package is not installed", "pip install 'spacekg[mcp]'"
        ) from error
    server(view).run("stdio")
