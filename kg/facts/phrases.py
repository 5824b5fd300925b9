"""A clause as words and lists of marks, and how to walk from a verb to who does it and to what.

A shallow grammar in the manner of Abney (1996, "Partial parsing via finite-state cascades"): from a
verb leftwards over helping verbs, insertions and relative clauses to its subject, and rightwards to
its object, its agent after "by" and its partners after "with". Where the way is not clear, nothing
is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.encoding import filled, marks
from kg.languages import load

WORD = re.compile(r"[\w’.&/µ-]*[\w&]")
"""A word of a clause."""
_TOKEN = re.compile(
    filled(r"(?P<b>{body+})|(?P<m>{endeavour+})")
    + rf"|‹(?P<c>[A-Z])\d+›|{WORD.pattern}|'s\b|[^\s\w]"
)
_ASIDE = re.compile(r" ?\([^()]*\)")
_FAR, _NEAR, _NOUNS = 45, 12, 8
_SHORT = len("early")
"""A word no longer than this is no adverb by its ending."""
THINGS, BODIES = "m", "b"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a sign, or a list of marks: `sort` is "b" for bodies, "m" for what flies.

    A mark of another class has its own code as its sort; words and signs have none.
    """

    text: str
    sort: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """What plays a part in a clause: its marks, and where it stands among the tokens.

    `of` tells that not the thing itself is meant but something of it: "its detectors".
    """

    text: str
    at: int
    of: bool = False


class Phrase:
    """The tokens of a clause, less what stands in brackets, with the small words of a language."""

    def __init__(self, text: str, code: str) -> None:
        """Split `text`, the encoded text of a clause."""
        self.text = text
        plain = _ASIDE.sub(lambda m: " " * len(m[0]), text)
        self.tokens = tuple(
            Token(m[0], m.lastgroup if m.lastgroup in ("b", "m") else m["c"] or "", *m.span())
            for m in _TOKEN.finditer(plain)
        )
        self.code = code

    def low(self, at: int) -> str:
        """Return the word at a place in small letters; nothing for marks and outside."""
        if not 0 <= at < len(self.tokens) or self.tokens[at].sort:
            return ""
        return self.tokens[at].text.lower()

    def sort(self, at: int) -> str:
        """Return the sort of the token at a place; nothing for words and outside."""
        return self.tokens[at].sort if 0 <= at < len(self.tokens) else ""

    def has(self, at: int, *lists: str) -> bool:
        """Tell whether the word at a place is in one of the language's lists of small words."""
        low = self.low(at)
        return bool(low) and any(low in small(self.code, name) for name in lists)

    def ends_as(self, at: int, name: str) -> bool:
        """Tell whether the word at a place has one of the language's endings."""
        return self.low(at).endswith(_endings(self.code, name))

    def helps(self, at: int) -> bool:
        """Tell whether a word only helps a verb: an auxiliary, an adverb, "plans to"."""
        adverb = self.ends_as(at, "adverb-ending") and len(self.low(at)) > _SHORT
        adverb = adverb and not self.has(at, "no-adverb")
        return adverb or self.has(at, "helping", "adverb")

    def wishes(self, begin: int) -> bool:
        """Tell whether what a verb says is only wished for: "hopes to build", "espère construire"."""
        return self.has(begin - 1, "wishing")

    def on_ground(self, thing: Part) -> bool:
        """Tell whether a thing only names what serves it on the ground: "the X data centre".

        Who runs "the X control centre" runs X.
        """
        first, second = thing.at + 1, thing.at + 2
        other = self.has(second, "ground") and not self.has(first, "operating")
        return self.has(first, "ground") or other

    def part(self, at: int, *, of: bool = False) -> Part:
        """Return the list of marks at a place as a part of the clause."""
        return Part(self.tokens[at].text, at, of)

    def before(self, at: int, sort: str) -> Part | None:
        """Return what stands to the left of the verb at a place as its subject, if of this sort."""
        k, nouns = at - 1, 0
        while k >= 0 and nouns <= _NOUNS:
            if self.low(k) == ",":
                opening = self._insertion(k)
                if opening is None:
                    return self._head(k - 1, sort) if self.sort(k - 1) == sort else None
                k = opening - 1
                continue
            if self._ends(k, sort):
                return self._end(k, sort)
            nouns += not self.helps(k)
            k -= 1
        return None

    def _ends(self, k: int, sort: str) -> bool:
        """Tell whether the way to the left of a verb ends at a place."""
        marked = self.sort(k) in (BODIES, THINGS, "P", "T", "V") or self.has(k, "relative")
        shared = self.has(k, "and") and (self._verbal(k - 1) or self.has(k + 1, "auxiliary"))
        owned = sort == THINGS and self.has(k, "possessive")
        return marked or shared or owned or self.low(k) in (";", ":", ".", '"')

    def _end(self, k: int, sort: str) -> Part | None:
        """Return the subject where the way to the left of a verb ends at a place."""
        if self.sort(k) == sort:
            return self._head(k, sort)
        if self.sort(k):
            return self._jumped(k, sort) if self._in_phrase(k) else None
        if self.has(k, "relative"):
            return self.antecedent(k, sort, of=self.has(k, "whose"))
        if self.has(k, "and"):
            return self._shared(k, sort)
        return self._spoken_of(k, of=True) if self.has(k, "possessive") else None

    def _shared(self, k: int, sort: str) -> Part | None:
        """Return the subject that two verbs joined by "and" share: what the first one's clause begins with."""
        found = None
        for j in range(k - 1, -1, -1):
            if self.low(j) in (";", ":", ".") or (self.low(j) == "," and self._closes(j)):
                break
            if self.has(j, "relative"):
                return self.antecedent(j, sort, of=self.has(j, "whose"))
            if self.sort(j) == sort:
                found = self._head(j, sort) or found
        return found

    def _closes(self, comma: int) -> bool:
        """Tell whether what stands before a comma is a clause of its own, which a mark ends not."""
        return self.has(comma + 1, "closes")

    def attached(self, at: int) -> Part | None:
        """Return the thing that a participle without an auxiliary follows: "the X camera, built by"."""
        k = at - 1
        every = any(self.has(j, "every") for j in (at, at - 1, at + 1))
        if self.low(k) == ",":
            k -= 1
        for j in range(k, max(-1, k - _NOUNS), -1):
            if self.low(j) == "," and self.has(j + 1, "article") and self.sort(j - 1) == THINGS:
                return self.part(j - 1)
            if self.sort(j) == THINGS:
                of = self.has(j - 1, "of-for") or self.has(j - 2, "of-for")
                # "X uses solar panels built by Y": the panels are, and not X.
                only = self.has(k, "component") and j + 1 < k
                return self._both(j) if every else self.part(j, of=only or (of and j == k))
            if self.sort(j) or self.low(j) in (",", ";", ":") or self.has(j, "preposition"):
                return None
        return None

    def joined(self, at: int) -> Part | None:
        """Return the thing of a participle that "and" joins to one before it: "the X camera, supplied by A and built by"."""
        if not self.has(at - 1, "and"):
            return None
        for k in range(at - 2, max(-1, at - _NEAR), -1):
            if self.has(k, "by") and self.ends_as(k - 1, "participle-ending"):
                return self.attached(k - 1)
            if self.sort(k) not in (BODIES, "", "N", "C", "I") or self.has(
                k, "relative", "auxiliary"
            ):
                return None
        return None

    def _both(self, k: int) -> Part:
        """Return two things with nouns between them: "the X system and the Y camera"."""
        for j in range(k - 1, max(-1, k - _NOUNS), -1):
            if self.sort(j) == THINGS:
                return Part(f"{self.tokens[j].text} {self.tokens[k].text}", k)
        return self.part(k)

    def _in_phrase(self, k: int) -> bool:
        """Tell whether a mark only completes a noun: "engineers from JPL", "the UK in 2012"."""
        j = k - 1
        while self.has(j, "article") or self.sort(j) == "N":
            j -= 1
        return self.has(j, "preposition")

    def _jumped(self, k: int, sort: str) -> Part | None:
        """Return what stands before the complement that ends at a place, if of this sort."""
        j = k - 1
        while self.has(j, "article") or self.sort(j) == "N":
            j -= 1
        j -= 1
        return self._head(j, sort) if self.sort(j) == sort else None

    def _head(self, k: int, sort: str, *, of: bool = False) -> Part | None:
        """Return the list at a place, unless a person or another thing is what is spoken of."""
        j = k - 1
        while self.has(j, "article", "kind") or self.sort(j) in ("N", "C"):
            j -= 1
        if sort == BODIES and self.has(j, "whose-people") and self.sort(j - 1) in ("T", "P", "m"):
            return None
        if sort == BODIES and self.has(j, "beside"):
            return None
        if sort == THINGS and self.has(j, "preposition") and not self.has(j, "of-with"):
            return None
        if sort == THINGS and self.has(j, "of") and self.has(j - 1, "part"):
            of = True
        return self.part(k, of=of)

    def antecedent(self, k: int, sort: str, *, of: bool = False) -> Part | None:
        """Return what the relative word at a place stands for, if of this sort."""
        j = k - 1
        if self.has(j, "preposition"):
            of, j = True, j - 1
        if self.low(j) == ",":
            j -= 1
        for back in range(j, max(-1, j - _NEAR), -1):
            if self.sort(back) in (BODIES, THINGS):
                if self.sort(back) == sort:
                    beside = sort == THINGS or back == j or self.low(back + 1) == ","
                    return self.part(back, of=of) if beside else None
                if not self._in_phrase(back):
                    return None
            if self.low(back) in (";", ":", "."):
                return None
        return None

    def _spoken_of(self, k: int, *, of: bool) -> Part | None:
        """Return the thing that "its" stands for: the last one named before it."""
        for back in range(k - 1, -1, -1):
            if self.sort(back) == THINGS:
                return self.part(back, of=of)
        return None

    def _insertion(self, comma: int) -> int | None:
        """Return the comma that opens the insertion which the one at a place closes."""
        for k in range(comma - 1, max(-1, comma - _FAR), -1):
            if self.low(k) in (";", ":"):
                return None
            if self.low(k) == "," and self._inserts(k + 1):
                return k
        return None

    def _inserts(self, k: int) -> bool:
        apposed = self.has(k, "article") and self.sort(k + 1) in ("", "N", "C")
        return (
            apposed
            or self.sort(k) in ("N", "C")
            or self.has(k, "inserts", "relative")
            or self.ends_as(k, "verb-ending")
        )

    def _verbal(self, k: int) -> bool:
        """Tell whether a verb stands close before a place, of which another goes on."""
        return any(
            self.has(j, "auxiliary") or self.ends_as(j, "verb-before")
            for j in range(max(0, k - _NEAR), k + 1)
        )

    def after(self, at: int, sort: str, *, far: int = _NOUNS) -> Part | None:
        """Return what the verb before a place does something to, if it is of this sort."""
        k, of = at, False
        while k < len(self.tokens) and k - at <= far + 2:
            if self.sort(k) == sort:
                return self.part(k, of=of)
            if self.sort(k) and self.sort(k) not in ("N", "C", "b"):
                return None
            if self.sort(k) == "b" and not self.has(k + 1, "genitive"):
                return None
            low = self.low(k)
            if low == "," and self.has(k - 1, "part") and self.sort(k + 1) == sort:
                # "a spectrometer, MEGANE": what the noun is called.
                return self.part(k + 1, of=of)
            if low in (",", ";", ":", ".", '"') or self.has(k, "relative", "stops"):
                return None
            if self.has(k, "preposition"):
                of = True
            k += 1
        return None

    def agent(self, at: int) -> Part | None:
        """Return the bodies "by" whom something is done, of which the verb stands before a place."""
        for k in range(at, min(len(self.tokens), at + _NEAR)):
            if self.low(k) in (";", ":", "."):
                return None
            if self.has(k, "by") and not (self.has(k, "at") and k > at + 1):
                found = self._named_after(k + 1)
                if found is not None or not self.has(k, "at"):
                    return found
            if self.has(k, "relative") or self.has(k, "auxiliary"):
                return None
        return None

    def partners(self, at: int) -> Iterator[Part]:
        """Yield the bodies "with" whom it is done, to the right of a place; `of` if they only help."""
        for k in range(at, min(len(self.tokens), at + 2 * _NEAR)):
            if self.low(k) in (";", ":", ".") or self.has(k, "relative"):
                return
            other = self.low(k - 1) == "," and (
                self.has(k, "auxiliary")
                or (self.ends_as(k, "participle-ending") and self.has(k + 1, "by"))
            )
            if other:
                # "Operated by X, developed by Y with Z": what is with Z is told by the other verb.
                return
            if self.has(k, "with"):
                found = self._named_after(k + 1)
                if found is not None:
                    helps = any(self.has(j, "help") for j in range(k + 1, found.at))
                    yield Part(found.text, found.at, helps)

    def _named_after(self, k: int) -> Part | None:
        """Return the bodies that a few nouns lead to: "a team of students at the University"."""
        for j in range(k, min(len(self.tokens), k + _NOUNS)):
            if self.sort(j) == BODIES:
                inner = self.has(j + 1, "kind") or self.has(j + 1, "genitive")
                own = inner and self.sort(j + 2) == BODIES
                return self.part(j + 2 if own else j)
            if self.sort(j) not in ("", "N", "C") or self.has(j, "stops", "relative", "customer"):
                return None
            if self.has(j, "by") and not self.has(j, "at") and not self.has(j - 1, "heading"):
                # "Controlled by a computer built by X": X built that; "by a team led by X" is by X.
                return None
            if self.low(j) in (",", ";", ":", "."):
                return None
        return None

    def customer(self, at: int) -> Part | None:
        """Return the bodies "for" whom it is done, named just after a place."""
        for k in range(at, min(len(self.tokens), at + _NOUNS)):
            if self.has(k, "customer"):
                j = k + 1
                while self.has(j, "of", "article", "kind") or self.sort(j) == "N":
                    j += 1
                own = self.sort(j) == BODIES and self.low(j + 1) != "-"
                own = own and not self.has(j + 1, "genitive")
                return self.part(j) if own else None
            if self.low(k) in (",", ";", ":", ".") or self.sort(k) == THINGS:
                return None
        return None


@cache
def small(code: str, name: str) -> frozenset[str]:
    """Return a list of the small words of a language's grammar."""
    return load(code).set(f"phrase-{name}") if f"phrase-{name}" in load(code).words else frozenset()


@cache
def _endings(code: str, name: str) -> tuple[str, ...]:
    """Return a list of endings of a language's words."""
    return tuple(small(code, name))


def keys_of(part: Part) -> tuple[tuple[str, int], ...]:
    """Return the code and number of each mark of a part."""
    return marks(part.text)
