"""Runs of capitalised words: the shape that names have in English and French."""

from __future__ import annotations

from itertools import chain

# Latin letters with all their accents, those of Vietnamese too (U+1E00 to U+1EFF).
_LATIN = [chr(code) for code in chain(range(0x250), range(0x1E00, 0x1F00))]
UPPER = "".join(c for c in _LATIN if c.isalpha() and c.isupper())
LOWER = "".join(c for c in _LATIN if c.isalpha() and c.islower())
WORD = rf"[{UPPER}][\w'’-]*"
"""A capitalised word."""
