"""Runs of capitalised words: the shape that names have in English and French."""

from __future__ import annotations

# Latin letters with all their accents end at U+024F.
UPPER = "".join(c for c in map(chr, range(0x250)) if c.isupper() and c.isalpha())
LOWER = "".join(c for c in map(chr, range(0x250)) if c.islower() and c.isalpha())
WORD = rf"[{UPPER}][\w'’-]*"
"""A capitalised word."""
