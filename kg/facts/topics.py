"""The areas of cooperation that a release is about, by the words of its body."""

from __future__ import annotations

import re
from functools import cache

from kg.languages import load
from kg.model import Document

_ENOUGH = 2
_MOST = 5


@cache
def _patterns(code: str) -> dict[str, re.Pattern[str]]:
    topics = load(code).topics
    return {
        topic: re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])", re.IGNORECASE)
        for topic, words in topics.items()
    }


def read(document: Document) -> tuple[str, ...]:
    """Return the topics named at least twice, by different words or places, most frequent first."""
    body = document.text
    counts = {t: len(p.findall(body)) for t, p in _patterns(document.language).items()}
    strong = [t for t, n in counts.items() if n >= _ENOUGH]
    return tuple(sorted(sorted(strong, key=lambda t: (-counts[t], t))[:_MOST]))
