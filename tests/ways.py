"""Tables of wordings that lie beside the tests which read them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any


def ways(beside: str, name: str) -> list[tuple[Any, ...]]:
    """Return the rows of a table beside a test module, each after the code of its language."""
    table = tomllib.loads(Path(beside).with_name(name).read_text(encoding="utf-8"))
    return [(code, *row) for code, rows in table.items() for row in rows]
