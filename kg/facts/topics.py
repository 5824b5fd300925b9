"""The areas of cooperation that a release is about, by the words of its body."""

from __future__ import annotations

from collections import Counter
from functools import cache

from ahocorasick_rs import AhoCorasick

from kg.languages import load
from kg.model import Document

_ENOUGH = 2
_MOST = 5


@cache
def _words(code: str) -> tuple[AhoCorasick, tuple[frozenset[str], ...]]:
    """Return an automaton over the words of all topics, and the topics that each speaks of."""
    topics: dict[str, set[str]] = {}
    for topic, words in load(code).topics.items():
        for word in words:
            topics.setdefault(word.lower(), set()).add(topic)
    return AhoCorasick(list(topics)), tuple(frozenset(t) for t in topics.values())


def read(document: Document) -> tuple[str, ...]:
    """Return the topics named at least twice, by different words or places, most frequent first."""
    counts = _counts(document.text.lower(), document.language)
    strong = [t for t, n in counts.items() if n >= _ENOUGH]
    return tuple(sorted(sorted(strong, key=lambda t: (-counts[t], t))[:_MOST]))


def _counts(text: str, code: str) -> Counter[str]:
    """Count for each topic the places that name it, whole words, each place once."""
    automaton, topics = _words(code)
    counts: Counter[str] = Counter()
    ends: dict[str, int] = {}
    for which, begin, end in automaton.find_matches_as_indexes(text, overlapping=True):
        if _joins(text[begin - 1 : begin]) or _joins(text[end : end + 1]):
            continue
        for topic in topics[which]:
            if begin >= ends.get(topic, 0):
                counts[topic] += 1
                ends[topic] = end
    return counts


def _joins(char: str) -> bool:
    """Tell whether a character goes on with the word beside it."""
    return char.isalnum() or char in {"-", "_"}
