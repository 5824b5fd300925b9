"""Progress on stderr, for whoever watches: nothing where it is no terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

import click

T = TypeVar("T")

INTERVAL: Final = 0.2
CLEAR: Final = "\r\033[K"


def counted(items: Iterable[T], noun: str) -> Iterator[T]:
    """Yield `items`, and count them on a terminal while the work goes on."""
    if not sys.stderr.isatty():
        yield from items
        return
    shown = 0.0
    try:
        for count, item in enumerate(items, start=1):
            yield item
            if time.monotonic() - shown > INTERVAL:
                click.echo(f"{CLEAR}{count} {noun}", nl=False, err=True)
                shown = time.monotonic()
    finally:
        click.echo(CLEAR, nl=False, err=True)
