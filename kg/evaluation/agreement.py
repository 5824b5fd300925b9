"""When two names, titles or dates say the same."""

from __future__ import annotations

import re
import unicodedata

_SEPARATORS = re.compile(r"[^0-9a-z]+")
_ARTICLES = ("the ", "l ", "le ", "la ", "les ", "du ", "de la ", "des ", "d ", "of the ")
_SHARED_WORDS = 0.6


def fold(name: str) -> str:
    """Return `name` without case, accents, punctuation and a leading article."""
    parts = unicodedata.normalize("NFKD", name.replace("µ", "u").replace("’", "'"))
    letters = "".join(c for c in parts if not unicodedata.combining(c)).casefold()
    words = _SEPARATORS.sub(" ", letters).strip()
    article = next((a for a in _ARTICLES if words.startswith(a)), "")
    return words.removeprefix(article)


def folded(names: list[str] | tuple[str, ...] | frozenset[str]) -> frozenset[str]:
    """Return the folded forms of `names`, without the empty one."""
    return frozenset(fold(name) for name in names) - {""}


def same_title(gold: str, said: str) -> bool:
    """Tell whether one title begins or contains the other, or the two share most words."""
    short, long = sorted((fold(gold).split(), fold(said).split()), key=len)
    if not short:
        return False
    few, many = set(short), set(long)
    begins = long[: len(short)] == short
    contains = few <= many and 3 * len(short) >= len(long)
    return begins or contains or len(few & many) / len(few | many) >= _SHARED_WORDS


def same_date(gold: str | None, said: str | None) -> bool:
    """Tell whether two ISO dates agree as far as the coarser of them goes."""
    if not gold or not said:
        return False
    return said.startswith(gold[: len(said)])
