"""Runs of capitalised words: the shape that names have in English and French."""

from __future__ import annotations

import sys

UPPER = "".join(c for c in map(chr, range(sys.maxunicode // 1000)) if c.isupper() and c.isalpha())
LOWER = "".join(c for c in map(chr, range(sys.maxunicode // 1000)) if c.islower() and c.isalpha())
WORD = rf"[{UPPER}][\w'’-]*"
"""A capitalised word."""
INITIAL = rf"[{UPPER}]\."
"""An initial: "K."."""
