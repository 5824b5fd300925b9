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
from sys import maxsize
from typing import Final

from ahocorasick_rs import AhoCorasick

from kg.plans import Plan

_FOLDED: Final = (("İ", "i"), ("ı", "i"), ("ſ", "s"))
"""Letters that match others in any case, which lower case alone would not tell."""
_NOWHERE: Final = "(?!)"
_REMEMBERED: Final = 512
_BRIEF: Final = 40
"""A text so short is searched sooner than it is looked through for words, by a pattern that is compiled."""


class Gate:
    """A pattern with what must stand in a text for it to match.

    It is compiled when a text first opens it: most texts open few.
    """

    __slots__ = ("_flags", "_regex", "conditions", "group", "source")

    def __init__(self, plan: Plan, group: Group, flags: int = re.IGNORECASE) -> None:
        """Take a planned pattern; gates of one group share their look at a text."""
        self.source = plan.source
        self._flags = flags
        self.group = group
        self.conditions = tuple(group.numbers(words) for words in plan.needs)
        self._regex: re.Pattern[str] | None = None

    @property
    def regex(self) -> re.Pattern[str]:
        """Return the compiled pattern."""
        if self._regex is None:
            self._regex = re.compile(self.source, self._flags)
        return self._regex

    def open(self, text: str) -> bool:
        """Tell whether the words stand in `text` that a match needs."""
        if not self.conditions:
            return True
        here = self.group.told.get(text)
        if here is None:
            if self._regex is not None and len(text) < _BRIEF:
                return True
            here = self.group.look(text)
        for words in self.conditions:  # noqa: SIM110, all() would take as long as the search
            if here.isdisjoint(words):
                return False
        return True

    def match(self, text: str, begin: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return the match that begins at `begin`, in `text[:end]`."""
        return self.regex.match(text, begin, end)

    def fullmatch(self, text: str, begin: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return the match that takes all of `text[begin:end]`."""
        return self.regex.fullmatch(text, begin, end)

    def search(self, text: str, begin: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return the first match in `text[begin:end]`."""
        return self.regex.search(text, begin, end) if self.open(text) else None

    def finditer(self, text: str, begin: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """Return the matches in `text[begin:end]`, in order."""
        return self.regex.finditer(text, begin, end) if self.open(text) else iter(())

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """Return `text` with the matches replaced, or the first `count` of them."""
        return self.regex.sub(by, text, count) if self.open(text) else text


class Choice(Gate):
    """A pattern that is a long choice: each alternative is a gate, and most are shut where one is open."""

    __slots__ = ("_parts",)

    def __init__(self, plan: Plan, group: Group, flags: int = re.IGNORECASE) -> None:
        """Take a planned pattern with its alternatives."""
        super().__init__(plan, group, flags)
        self._parts = tuple(Gate(part, group, flags) for part in plan.parts)

    def search(self, text: str, begin: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return the first match in `text[begin:end]`: of those at one place, the first alternative's."""
        if not self.open(text):
            return None
        found = [m for part in self._parts if (m := part.search(text, begin, end)) is not None]
        return min(found, key=re.Match.start, default=None)

    def finditer(self, text: str, begin: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """Yield the matches in `text[begin:end]`, in order."""
        found = self.search(text, begin, end)
        while found is not None:
            yield found
            found = self.search(text, found.end(), end)


class Shut(Gate):
    """The gate of a pattern that a language lacks: no text opens it."""

    __slots__ = ()

    def __init__(self, group: Group) -> None:
        """Make the gate of no pattern."""
        super().__init__(Plan(_NOWHERE, ()), group)

    def open(self, text: str) -> bool:
        """Tell that nothing matches."""
        return False


def gate_of(plan: Plan, group: str = "", flags: int = re.IGNORECASE) -> Gate:
    """Return the gate of a planned pattern."""
    kind = Choice if plan.parts else Gate
    return kind(plan, group_of(group), flags)


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
        if not self._gates:
            return []
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
