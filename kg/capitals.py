"""Capitals, and the shapes that names have in English and French: capitalised words, and coined ones."""

from __future__ import annotations

from itertools import chain

# Latin letters with all their accents, those of Vietnamese too (U+1E00 to U+1EFF).
_LATIN = [chr(code) for code in chain(range(0x250), range(0x1E00, 0x1F00))]
UPPER = "".join(c for c in _LATIN if c.isalpha() and c.isupper())
LOWER = "".join(c for c in _LATIN if c.isalpha() and c.islower())
WORD = rf"[{UPPER}][\w'’-]*"
"""A capitalised word.

A pattern that begins with a capital finds its places soonest where the class stands first, and what may not stand
before it is looked for afterwards, or where a look ahead at the class does."""
_DIGITED = rf"[{UPPER}][\w]*(?:-[\w]+)*-?\d+[A-Z]?"
_CAMEL = rf"[{UPPER}][\w-]*[{LOWER}µ\d-][{UPPER}][\w+-]*|[{UPPER}]{{2,}}[\w+-]*[{UPPER}\d][\w+-]*|[{UPPER}]{{3,}}"
COINED = rf"(?:{_DIGITED}|{_CAMEL}|[{UPPER}]['’][{UPPER}]{{2,}}|\d[{UPPER}]{{3,}}\w*-\w+)(?:[ -]\d{{1,2}}[A-Z]?|[ -](?:I{{2,3}}|IV|VI{{0,3}}|IX)(?![\w-]))?"
"""The shape of a name made up for a spacecraft or an instrument: "NEMO-HD", "PowerCell"."""
SHAPES = {"<COINED>": COINED, "<WORD>": WORD, "<UPPER>": UPPER, "<LOWER>": LOWER}
"""The shapes by the names that a language's patterns of names have for them."""
