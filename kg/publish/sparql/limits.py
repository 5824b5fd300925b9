"""How much a stranger's query may take."""

from __future__ import annotations

import os
from dataclasses import dataclass

_MEGA = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds: `seconds` for an answer, `rows` (or triples) and bytes (`size`) in it.

    `text` is the longest query in characters, `memory` what a worker may take beyond its start in
    bytes, `workers` how many queries are answered at once, `patience` for how many seconds one waits
    for its turn, `waiting` how many may wait.
    """

    seconds: float = 30.0
    rows: int = 100_000
    size: int = 64 * _MEGA
    text: int = 100_000
    memory: int = 1024 * _MEGA
    workers: int = max(2, os.cpu_count() or 1)
    patience: float = 20.0
    waiting: int = 500
