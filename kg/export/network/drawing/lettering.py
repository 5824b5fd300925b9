"""How much room text takes, without a font: widths of classes of characters, on the safe side."""

from __future__ import annotations

import re
from typing import Final

from wcwidth import wcwidth

LINE: Final = 1.2
"""Height of a line, in parts of the size of the letters."""
WIDEST: Final = 20
"""Characters in a line of a label."""
MOST_LINES: Final = 3
_NARROW: Final = frozenset("iljItfr.,:;'’|!()[]{} -·")
_WIDE: Final = frozenset("mwMW@%—…")
_BLANK: Final = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def width(text: str, size: float) -> float:
    """Return about how wide `text` is in a sans-serif face of this size."""
    return size * sum(map(_advance, text))


def _advance(char: str) -> float:
    columns = wcwidth(char)
    if columns != 1:
        return 1.05 if columns > 1 else 0.0
    if char in _NARROW:
        return 0.37
    if char in _WIDE:
        return 0.95
    return 0.71 if char.isupper() else 0.62


def lines(text: str, widest: int = WIDEST) -> tuple[str, ...]:
    """Return a name in few short lines, of about one length; what is too long ends in "…"."""
    words = _BLANK.sub(" ", text).split()
    whole = " ".join(words)
    least = -(-len(whole) // widest)
    aim = max(widest * 2 // 3, len(whole) // max(least, 1))
    found = [""]
    for word in words:
        joined = f"{found[-1]} {word}".strip()
        if found[-1] and (len(joined) > widest or len(found[-1]) >= aim):
            found.append(word)
        else:
            found[-1] = joined
    cut = [_cut(line, widest + 4) for line in found]
    if len(cut) > MOST_LINES:
        cut = [*cut[: MOST_LINES - 1], f"{cut[MOST_LINES - 1]}…"]
    return tuple(cut)


def _cut(line: str, most: int) -> str:
    return line if len(line) <= most else f"{line[: most - 1]}…"
