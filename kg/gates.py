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
from threading import Lock
from typing import Any, Final, NamedTuple, Self

from ahocorasick_rs import AhoCorasick

from kg.needs import Needs
from kg.plans import Plan

_FOLDED: Final = (("İ", "i"), ("ı", "i"), ("ſ", "s"))
"""Letters that match others in any case, which lower case alone would not tell."""
_NOWHERE: Final = "(?!)"
_REMEMBERED: Final = 512
_TINY: Final = 16
_BRIEF: Final = 100
"""A text so short is searched sooner than it is looked through for words: also by a pattern yet to be
compiled, and by one that is."""


class Numbered(NamedTuple):
    """A planned pattern with the number that what it needs has in its group; None where that is nothing."""

    source: str
    number: int | None
    parts: tuple[Numbered, ...] = ()


class Gate:
    """A pattern with what must stand in a text for it to match.

    It is compiled when a text first opens it: most texts open few.
    """

    __slots__ = ("_flags", "_regex", "_source", "_told", "group", "number")

    def __init__(self, one: Numbered, group: Group, flags: int = re.IGNORECASE) -> None:
        """Take a numbered pattern; gates of one group share their look at a text."""
        self._source = one.source
        self._flags = flags
        self.group = group
        self.number = one.number
        self._told = group.told
        self._regex: re.Pattern[str] | None = None

    @property
    def regex(self) -> re.Pattern[str]:
        """Return the compiled pattern."""
        if self._regex is None:
            self._regex = re.compile(self._source, self._flags)
        return self._regex

    def open(self, text: str) -> bool:
        """Tell whether the words stand in `text` that a match needs."""
        if self.number is None:
            return True
        here = self._told.get(text)
        if here is None:
            if len(text) < (_TINY if self._regex is None else _BRIEF):
                return True
            here = self.group.look(text)
        return self.number in here

    def match(self, text: str, begin: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return the match that begins at `begin`, in `text[:end]`."""
        return self.regex.match(text, begin, end)

    def fullmatch(self, text: str, begin: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return the match that takes all of `text[begin:end]`."""
        return self.regex.fullmatch(text, begin, end)

    def search(self, text: str, begin: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return the first match in `text[begin:end]`."""
        if not self.open(text):
            return None
        return (self._regex or self.regex).search(text, begin, end)

    def finditer(self, text: str, begin: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """Return the matches in `text[begin:end]`, in order."""
        if not self.open(text):
            return iter(())
        return (self._regex or self.regex).finditer(text, begin, end)

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """Return `text` with the matches replaced, or the first `count` of them."""
        return self.regex.sub(by, text, count) if self.open(text) else text


class Choice(Gate):
    """A pattern that is a long choice: each alternative is a gate, and most are shut where one is open."""

    __slots__ = ("_bank", "_parts")

    def __init__(self, one: Numbered, group: Group, flags: int = re.IGNORECASE) -> None:
        """Take a numbered pattern with its alternatives."""
        super().__init__(one, group, flags)
        self._parts = tuple(Gate(part, group, flags) for part in one.parts)
        self._bank = Bank(self._parts)

    def search(self, text: str, begin: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return the first match in `text[begin:end]`: of those at one place, the first alternative's."""
        found = None
        for at in self._bank.open(text):
            one = self._parts[at].regex.search(text, begin, end)
            if one is not None and (found is None or one.start() < found.start()):
                found = one
        return found

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
        super().__init__(Numbered(_NOWHERE, None), group)

    def open(self, text: str) -> bool:
        """Tell that nothing matches."""
        return False


def gate_of(plan: Plan, group: str = "", flags: int = re.IGNORECASE) -> Gate:
    """Return the gate of a planned pattern."""
    shared = group_of(group)
    return numbered_gate(shared.numbered(plan), shared, flags)


def numbered_gate(one: Numbered, group: Group, flags: int = re.IGNORECASE) -> Gate:
    """Return the gate of a pattern that has its number in `group`."""
    kind = Choice if one.parts else Gate
    return kind(one, group, flags)


class Bank:
    """Many gates of one group: those that are open for a text, without asking one by one."""

    __slots__ = ("_always", "_gates", "_numbers", "_places")

    def __init__(self, gates: Iterable[Gate]) -> None:
        """Take the gates, all of one group; their places are their numbers."""
        self._gates = tuple(gates)
        self._always = [at for at, gate in enumerate(self._gates) if gate.number is None]
        self._places: dict[int, list[int]] = {}
        for at, gate in enumerate(self._gates):
            if gate.number is not None:
                self._places.setdefault(gate.number, []).append(at)
        self._numbers = frozenset(self._places)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches of all gates, one gate after another."""
        for at in self.open(text):
            yield from self._gates[at].regex.finditer(text)

    def open(self, text: str) -> list[int]:
        """Return the places of the gates that are open for `text`, in order."""
        if not self._gates:
            return []
        here = self._gates[0].group.look(text)
        if self._numbers.isdisjoint(here):
            return self._always
        found = [at for number in here & self._numbers for at in self._places[number]]
        return sorted((*self._always, *found))


class Group:
    """What gates need that share their look at a text, each such need with a number."""

    __slots__ = (
        "_all",
        "_asked",
        "_automaton",
        "_changing",
        "_first",
        "_numbers",
        "_sets",
        "_words",
        "told",
    )

    def __init__(self) -> None:
        self._words: dict[str, int] = {}
        self._sets: dict[frozenset[str], int] = {}
        self._numbers: dict[Needs, int] = {}
        # By word the sets that hold it, by set the needs that it is the first of, and by need all its sets.
        self._asked: list[list[int]] = []
        self._first: list[list[int]] = []
        self._all: list[frozenset[int]] = []
        self.told: dict[str, frozenset[int]] = {}
        self._changing = Lock()
        self._automaton: AhoCorasick | None = None

    def numbered(self, plan: Plan) -> Numbered:
        """Return a planned pattern with its number, and those of its parts."""
        parts = tuple(map(self.numbered, plan.parts))
        return Numbered(plan.source, self.number(plan.needs), parts)

    def dumped(self) -> list[Any]:
        """Return what has numbers here as JSON can hold it."""
        return [list(self._words), self._asked, self._first, list(map(sorted, self._all))]

    @classmethod
    def restored(cls, dumped: list[Any]) -> Self:
        """Return a group with the numbers that were given in another process.

        Which needs they are of is not kept: one that is asked for later has a number of its own.
        """
        group = cls()
        words, group._asked, group._first, every = dumped
        group._words = {word: at for at, word in enumerate(words)}
        group._all = list(map(frozenset, every))
        return group

    def number(self, needs: Needs) -> int | None:
        """Return the number of what a pattern needs; None where that is nothing.

        What was said of texts before is forgotten where a number is new.
        """
        if not needs:
            return None
        with self._changing:
            return self._numbered(needs)

    def _numbered(self, needs: Needs) -> int:
        number = self._numbers.setdefault(needs, len(self._all))
        if number == len(self._all):
            sets = [self._set(words) for words in needs]
            # One of a match's needs is enough to find its number: the first tells most.
            self._first[sets[0]].append(number)
            self._all.append(frozenset(sets))
            self.told.clear()
        return number

    def _set(self, words: frozenset[str]) -> int:
        which = self._sets.setdefault(words, len(self._first))
        if which == len(self._first):
            self._first.append([])
            for word in words:
                self._asked_for(word).append(which)
        return which

    def _asked_for(self, word: str) -> list[int]:
        at = self._words.setdefault(word, len(self._asked))
        if at == len(self._asked):
            self._asked.append([])
            self._automaton = None
        return self._asked[at]

    def look(self, text: str) -> frozenset[int]:
        """Return the numbers of what stands in `text`, and keep them in mind."""
        known = self.told.get(text)
        if known is not None:
            return known
        if len(self.told) > _REMEMBERED:
            self.told.clear()
        found = self._met({which for which, _, _ in self._inside(text)})
        self.told[text] = found
        return found

    def look_through(self, texts: Sequence[str]) -> None:
        """Look at all the sentences of a document at once, which is far quicker than one by one."""
        self.told.clear()
        ends = list(accumulate(len(text) + 1 for text in texts))
        words: list[set[int]] = [set() for _ in texts]
        for which, begin, _ in self._inside("\n".join(texts)):
            words[bisect_right(ends, begin)].add(which)
        self.told.update(zip(texts, map(self._met, words), strict=True))

    def _met(self, words: set[int]) -> frozenset[int]:
        """Return the numbers of the needs that these words meet."""
        met: set[int] = set().union(*map(self._asked.__getitem__, words))
        some: set[int] = set().union(*map(self._first.__getitem__, met))
        every = self._all
        return frozenset([number for number in some if every[number] <= met])

    def _inside(self, text: str) -> list[tuple[int, int, int]]:
        automaton = self._automaton or self._built()
        if not text.isascii():
            for sign, letter in _FOLDED:
                text = text.replace(sign, letter)
        return automaton.find_matches_as_indexes(text.lower(), overlapping=True)

    def _built(self) -> AhoCorasick:
        with self._changing:
            if self._automaton is None:
                self._automaton = AhoCorasick(list(self._words))
            return self._automaton


@cache
def group_of(name: str) -> Group:
    """Return the group of this name."""
    return Group()
