"""Many records of which a release needs few: each is read from its line of JSON when it is first asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

T = TypeVar("T")


class Records(Mapping[str, T]):
    """What lines of JSON tell, by key; to read all twelve thousand takes longer than to map many releases."""

    __slots__ = ("_lines", "_made", "_read")

    def __init__(self, lines: Iterable[tuple[str, str]], read: Callable[[Any], T]) -> None:
        """Take keys with their lines, and what makes a record of what a line holds."""
        self._lines = dict(lines)
        self._read = read
        self._made: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self._read(json.loads(self._lines[key]))
        return made

    def __contains__(self, key: object) -> bool:
        return key in self._lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)
