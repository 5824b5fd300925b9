"""Pages that show commands with what they print: `python -m kg.cli.shown PAGE...` writes them anew.

A block that begins with `$ spacekg` holds a command and its output, from a store of the packaged
releases. `| head -N` behind the command shows its first N lines.
"""

from __future__ import annotations

import re
import shlex
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

Run = Callable[[list[str]], str]

_BLOCK: Final = re.compile(
    r"(?P<head>^```text\n\$ spacekg (?P<command>.*?)(?: \| head -(?P<lines>\d+))?\n)"
    r"(?P<output>.*?)(?P<end>^```$)",
    re.MULTILINE | re.DOTALL,
)


def shown(page: str, run: Run) -> str:
    """Return the page with the output of each command as `run` gives it for its arguments."""

    def again(block: re.Match[str]) -> str:
        lines = run(shlex.split(block["command"])).rstrip().splitlines()
        kept = lines[: int(block["lines"])] if block["lines"] else lines
        return block["head"] + "".join(f"{line}\n" for line in kept) + block["end"]

    return _BLOCK.sub(again, page)


def on_store(folder: Path) -> Run:
    """Return what runs a command on the store in `folder`; it must succeed."""
    from click.testing import CliRunner

    from kg.cli.program import main

    def run(arguments: list[str]) -> str:
        done = CliRunner().invoke(main, arguments, env={"SPACEKG_STORE": str(folder)})
        if done.exit_code:
            raise SystemExit(f"spacekg {shlex.join(arguments)}: {done.output}")
        return done.stdout

    return run


def packaged(folder: Path) -> Run:
    """Make a store of the packaged releases in `folder`, and return what runs commands on it."""
    from kg.knowledge.packaged import fill
    from kg.store.embedded import EmbeddedStore

    with EmbeddedStore.open(folder, create=True) as store:
        fill(store)
    return on_store(folder)


def main(pages: list[str]) -> None:
    """Write the pages again, each in its place."""
    with tempfile.TemporaryDirectory() as folder:
        run = packaged(Path(folder) / "store")
        for page in map(Path, pages):
            page.write_text(shown(page.read_text(encoding="utf-8"), run), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
