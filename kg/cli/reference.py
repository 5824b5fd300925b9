"""The reference of the command line, written from its own help: `python -m kg.cli.reference`."""

from __future__ import annotations

import click

from kg.cli.program import COMMANDS, main

WIDTH = 88
HEAD = """\
# The command line

Written by `make docs` from the help of each command; a test holds the two equal.
"""


def reference() -> str:
    """Return docs/cli.md: the help of the program and of each of its commands."""
    program = _context(main, "spacekg", None)
    parts = [HEAD, _section("spacekg", program)]
    for name in COMMANDS:
        command = main.get_command(program, name)
        parts.append(_section(f"spacekg {name}", _context(command, name, program)))
    return "\n".join(parts)


def _context(command: click.Command, name: str, parent: click.Context | None) -> click.Context:
    settings = {**command.context_settings, "terminal_width": WIDTH}
    return click.Context(command, info_name=name, parent=parent, **settings)


def _section(title: str, context: click.Context) -> str:
    return f"## {title}\n\n```text\n{context.get_help().rstrip()}\n```\n"


if __name__ == "__main__":
    click.echo(reference(), nl=False)
