"""Lists of words as a regular expression that reads them letter by letter, and not word by word.

Of 300 titles Python's engine tries each where they are alternatives; where words that begin alike share their beginning
it tries a few letters. What matches is the same: the longest word of the list that the text goes on with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_END = ""


def trie(words: Iterable[str], spaces: str = r"\s+") -> str:
    """Return what matches the longest of `words`, whose spaces may be what matches `spaces`; each stands alone within."""
    longest = sorted(words, key=lambda w: (-len(w), w))
    root: dict[str, Any] = {}
    for word in longest:
        node = root
        for char in word:
            node = node.setdefault(spaces if char == " " else re.escape(char), {})
        node[_END] = {}
    if _ambiguous(root):
        return "|".join(re.escape(word).replace(r"\ ", spaces) for word in longest)
    return _rendered(root)


def _ambiguous(node: dict[str, Any]) -> bool:
    """Tell whether a text in any case could go two ways, of which the longest is not known beforehand."""
    return len({token.casefold() for token in node}) < len(node) or any(
        map(_ambiguous, node.values())
    )


def _rendered(node: dict[str, Any]) -> str:
    each = [token + _rendered(below) for token, below in node.items() if token != _END]
    if len(each) == 1 and _END not in node:
        return each[0]
    inner = "|".join(each)
    return f"(?:{inner}){'?' if _END in node else ''}" if each else ""
