"""Patterns that are tried only where the words stand that their matches cannot be without.

A sentence is asked some sixty questions by patterns, and most could not match: the verb is not
there, or the mark of a person. What each match must hold is known (`kg.needs`), and one
Aho-Corasick pass over a text finds the words of all patterns. A gate never changes an answer.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import Final

from ahocorasick_rs import AhoCorasick

from kg.anchors import Anchors, plain
from kg.needs import Needs, needed

_FOLDED: Final = (("İ", "i"), ("ı", "i"), ("ſ", "s"))
"""Letters that match others in any case, which lower case alone would not tell."""
_SHORTEST: Final = 3
_REMEMBERED: Final = 512
_BRIEF: Final = 16
"""A text so short is searched sooner than it is looked through for words."""


class Gate:
    """A pattern in any case, with what must stand in a text for it to match.

    It is compiled when a text first opens it: most texts open few.
    """

    __slots__ = ("_regex", "conditions", "group", "pattern")

    def __init__(self, pattern: str, group: str = "", needs: Needs | None = None) -> None:
        """Take `pattern` and what it `needs`, or work that out; gates of one group share their look."""
        self.pattern = pattern
        self.group = group_of(group)
        needs = needed(pattern) if needs is None else needs
        self.conditions = tuple(self.group.numbers(words) for words in needs)
        self._regex: re.Pattern[str] | None = None

    @property
    def regex(self) -> re.Pattern[str]:
        """Return the compiled pattern."""
        if self._regex is None:
            self._regex = re.compile(self.pattern, re.IGNORECASE)
        return self._regex

    def open(self, text: str) -> bool:
        """Tell whether the words stand in `text` that a match needs."""
        if not self.conditions or len(text) < _BRIEF:
            return True
        here = self.group.told.get(text)
        if here is None:
            here = self.group.look(text)
        for words in self.conditions:  # noqa: SIM110, all() would take as long as the search
            if here.isdisjoint(words):
                return False
        return True

    def match(self, text: str, begin: int = 0) -> re.Match[str] | None:
        """Return the match that begins at `begin`."""
        return self.regex.match(text, begin)

    def search(self, text: str, begin: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the first match in `text[begin:end]`."""
        if not self.open(text):
            return None
        return self.regex.search(text, begin, len(text) if end is None else end)

    def finditer(
        self, text: str, begin: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """Return the matches in `text[begin:end]`, in order."""
        if not self.open(text):
            return iter(())
        return self.regex.finditer(text, begin, len(text) if end is None else end)

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Return `text` with the matches replaced."""
        return self.regex.sub(by, text) if self.open(text) else text


class WordList(Gate):
    """Words of which one is sought, whole and in any case; tried only where one begins."""

    __slots__ = ("_anchors",)

    def __init__(self, words: Iterable[str], alternatives: str, group: str = "") -> None:
        """Seek `words`, whose pattern is `alternatives`, the longest first."""
        entries = [plain(word).split() for word in words]
        self._anchors = Anchors(entry[0] for entry in entries)
        longest = frozenset(max(entry, key=len) for entry in entries)
        # Words such as "is" and "no" stand in most sentences: to look for them tells nothing.
        needs = (longest,) if min(map(len, longest)) >= _SHORTEST else ()
        super().__init__(rf"(?<![\w-])(?:{alternatives})(?![\w-])", group, needs)

    def search(self, text: str, begin: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the first match in `text[begin:end]`."""
        return next(self.finditer(text, begin, end), None)

    def finditer(
        self, text: str, begin: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """Yield the matches in `text[begin:end]`, in order."""
        if not self.open(text):
            return
        end = len(text) if end is None else end
        for at, _ in self._anchors.every(plain(text)):
            found = self.regex.match(text, at, end) if at >= begin else None
            if found is not None:
                begin = found.end()
                yield found


class Bank:
    """Many gates of one group: those that open are found by the words that stand, not one by one."""

    __slots__ = ("_always", "_by_word", "_gates")

    def __init__(self, gates: Iterable[Gate]) -> None:
        """Take the gates, all of one group; their places are their numbers."""
        self._gates = tuple(gates)
        self._always = tuple(at for at, gate in enumerate(self._gates) if not gate.conditions)
        self._by_word: dict[int, list[int]] = {}
        for at, gate in enumerate(self._gates):
            # One of a match's conditions is enough to find the gate: the first tells most.
            for word in sorted(gate.conditions[0]) if gate.conditions else ():
                self._by_word.setdefault(word, []).append(at)

    def open(self, text: str) -> list[int]:
        """Return the places of the gates that are open for `text`, in order."""
        if len(text) < _BRIEF or not self._gates:
            return list(range(len(self._gates)))
        group = self._gates[0].group
        here = group.told.get(text)
        if here is None:
            here = group.look(text)
        some = {at for word in here for at in self._by_word.get(word, ())}
        return sorted((*self._always, *(at for at in some if self._gates[at].open(text))))


class Group:
    """The words that the gates of a group made so far ask for, each with a number."""

    __slots__ = ("_automaton", "of", "told")

    def __init__(self) -> None:
        self.of: dict[str, int] = {}
        self.told: dict[str, frozenset[int]] = {}
        self._automaton: AhoCorasick | None = None

    def numbers(self, words: Iterable[str]) -> frozenset[int]:
        """Return the numbers of `words`; what was said of texts before new ones is forgotten."""
        before = len(self.of)
        found = frozenset([self.of.setdefault(word, len(self.of)) for word in sorted(words)])
        if len(self.of) > before:
            self._automaton = None
            self.told.clear()
        return found

    def look(self, text: str) -> frozenset[int]:
        """Return the numbers of the words that stand in `text`, and keep them in mind."""
        if len(self.told) > _REMEMBERED:
            self.told.clear()
        found = frozenset([which for which, _, _ in self._inside(text)])
        self.told[text] = found
        return found

    def look_through(self, texts: Sequence[str]) -> None:
        """Look at all the sentences of a document at once, which is far quicker than one by one."""
        self.told.clear()
        ends = list(accumulate(len(text) + 1 for text in texts))
        words: list[set[int]] = [set() for _ in texts]
        for which, begin, _ in self._inside("\n".join(texts)):
            words[bisect_right(ends, begin)].add(which)
        self.told.update(zip(texts, map(frozenset, words), strict=True))

    def _inside(self, text: str) -> list[tuple[int, int, int]]:
        if self._automaton is None:
            self._automaton = AhoCorasick(list(self.of))
        if not text.isascii():
            for sign, letter in _FOLDED:
                text = text.replace(sign, letter)
        return self._automaton.find_matches_as_indexes(text.lower(), overlapping=True)


@cache
def group_of(name: str) -> Group:
    """Return the group of this name: the gates of one language are one."""
    return Group()
