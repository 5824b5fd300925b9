"""The program `spacekg`: its commands, found when they are asked for, and its errors, told."""

from __future__ import annotations

import os
import sys
from difflib import get_close_matches
from importlib import import_module
from typing import Any, Final, NoReturn

import click

from kg.cli.options import BASE_HELP, check_base
from kg.errors import SpaceKGError
from kg.version import __version__
from kg.vocab import DEFAULT_BASE

# Each command is the object `command` in the module of its name, in the order of the help.
COMMANDS: Final = (
    "demo",
    "map",
    "build",
    "load",
    "watch",
    "infer",
    "validate",
    "query",
    "queries",
    "network",
    "export",
    "explain",
    "search",
    "info",
    "doctor",
    "remove",
    "backup",
    "restore",
    "diff",
    "serve",
    "publish",
    "check",
    "mcp",
    "evaluate",
)

STOPPED: Final = 130
PIPE_CLOSED: Final = 141


class Program(click.Group):
    """A group that imports a command only when it is needed, and says what went wrong."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, as the help lists them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """Return the command `cmd_name`; an unknown one is a usage error with the nearest name."""
        if cmd_name not in COMMANDS:
            near = get_close_matches(cmd_name, COMMANDS, n=1)
            advice = f" Did you mean {near[0]!r}?" if near else ""
            raise click.UsageError(f"No such command {cmd_name!r}.{advice}", ctx)
        command = import_module(f"kg.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a deliberate error becomes a message and its exit code."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except SpaceKGError as error:
            click.echo(f"spacekg: {error}", err=True)
            ctx.exit(error.exit_code)
        except BrokenPipeError:
            _leave_pipe(ctx)
        except KeyboardInterrupt:
            click.echo("\nspacekg: stopped", err=True)
            ctx.exit(STOPPED)
        return result


def _leave_pipe(ctx: click.Context) -> NoReturn:
    """End quietly: the reader of our output, `head` perhaps, has all it wants."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    ctx.exit(PIPE_CLOSED)


@click.group(
    cls=Program, context_settings={"max_content_width": 100, "help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, "-V", "--version", message="spacekg %(version)s")
@click.option(
    "--base",
    envvar="SPACEKG_BASE",
    default=DEFAULT_BASE,
    callback=check_base,
    metavar="IRI",
    show_default=True,
    help=BASE_HELP,
)
def main(base: str) -> None:
    """Read press releases of space agencies into a knowledge graph, and ask it.

    \b
    Start with:   spacekg demo
    Then:         spacekg build RELEASES --store mygraph
                  spacekg query shared-programmes --store mygraph

    A file named - is standard input or standard output. Exit codes: 0 fine, 1 the data does
    not conform, 2 wrong usage, 3 input unreadable, 4 the store or the endpoint failed.
    """
