"""Words as a search sees them: without case and accents, letters and digits alone.

A search asks for words that must all occur, in any order; "words in quotation marks" stand side by
side, and an asterisk ends the beginning of a word (`coop*`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.errors import UsageError

_WORD: Final = re.compile(r"[^\W_]+")
_OTHER: Final = "[^ -~]"
_PART: Final = re.compile(r'"([^"]*)"?|([^\s"]+)')


def fold(text: str) -> str:
    """Return the text in lower case, without accents."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFD", text)
    return "".join(c for c in plain if unicodedata.category(c) != "Mn").lower()


def words(text: str) -> list[str]:
    """Return the words of a text, folded."""
    return _WORD.findall(fold(text))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand side by side; `open` lets the last one go on."""

    words: tuple[str, ...]
    open: bool = False

    def stands_in(self, text: list[str]) -> bool:
        """Tell whether the phrase occurs among the words of a text."""
        size = len(self.words)
        places = (text[i : i + size] for i in range(len(text) - size + 1))
        return any(self._fits(found) for found in places)

    def _fits(self, found: list[str]) -> bool:
        if tuple(found) == self.words:
            return True
        *before, last = found
        return self.open and tuple(before) == self.words[:-1] and last.startswith(self.words[-1])


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a search asks for: phrases that must all occur."""

    phrases: tuple[Phrase, ...]

    def stands_in(self, text: str) -> bool:
        """Tell whether all phrases occur in the text."""
        found = words(text)
        return all(phrase.stands_in(found) for phrase in self.phrases)

    @property
    def words(self) -> list[str]:
        """Return all words, in order."""
        return [word for phrase in self.phrases for word in phrase.words]


def read(search: str) -> Wanted:
    """Read what a user typed; UsageError where it holds no word."""
    phrases = tuple(_phrases(search))
    if not phrases:
        raise UsageError(f"nothing to search for in {search!r}", "Give at least one word.")
    return Wanted(phrases)


def _phrases(search: str) -> Iterator[Phrase]:
    for quoted, plain in _PART.findall(search):
        text = quoted or plain
        if found := words(text):
            yield Phrase(tuple(found), text.rstrip().endswith("*"))


def pattern(word: str) -> str:
    """Return a regular expression that any text with this word matches.

    It may match others too: a letter stands for itself, with or without marks, and for any that is
    not ASCII. So it holds in engines that compare bytes, as Virtuoso does, as in those that compare letters.
    """
    return "".join(_letter(c) if c.isascii() else f"{_OTHER}+" for c in word)


def _letter(letter: str) -> str:
    return f"([{letter}{letter.upper()}]{_OTHER}*|{_OTHER}+)"
