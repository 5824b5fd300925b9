"""Posts told by whole sentences: "X runs A as its director", "the presidency of A passes from X to Y".

Where `kg.facts.posts` looks for the name beside a title, a frame here says who holds what where. Its
groups are persons (p, q), bodies (a, b), titles (t, u) and the noun or verb of an office (n); "he" and
"it" are of whom and what was spoken of before, "former" of the first of two bodies, "same" of the title told last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from kg.encoding import marks
from kg.facts.clauses import Clause, Scene, leading
from kg.facts.wording import held, shapes
from kg.gates import Bank
from kg.patterns import expression

_BODIES = "AOS"
_PAIR = 2
_TITLE = re.compile(r"‹T(\d+)›")


class Office(NamedTuple):
    """Who belongs to which body, with a title where the words give one."""

    person: str
    body: str | None
    title: str | None


def read(scene: Scene, clause: Clause) -> Iterator[Office]:
    """Yield the posts that the frames of a clause tell."""
    for match in _matches(scene.language.code, clause.text):
        first, second = _bodies(scene, clause, match)
        title = _title(scene, held(match, "t") or _same(clause, match))
        title = title or _named_by(scene, held(match, "n"))
        other = _title(scene, held(match, "u"))
        holders = _holders(scene, clause, match)
        shared = second if title is None or not _of_state(scene, title) else None
        yield from _told(holders, first or shared, title)
        if held(match, "q"):
            yield from _told(scene.keys(held(match, "q"), "P"), second, other or title)
        elif other or held(match, "b"):
            yield from _told(holders, second, other)


def claimed(code: str, text: str) -> frozenset[int]:
    """Return the numbers of the titles in an encoded clause whose holders frames tell."""
    found = (held(match, letter) for match in _matches(code, text) for letter in "tu")
    return frozenset(int(m[1]) for words in found for m in _TITLE.finditer(words))


def singular(title: str) -> str:
    """Return "directors", "directeurs généraux", "prime ministers" as the title of one of them."""
    head, *rest = title.split(" ")
    if rest and (not head.endswith("s") or head.casefold() == "premiers"):
        rest[0] = rest[0].removesuffix("s")
    rest = ["général" if word == "généraux" else word for word in rest]
    for plural, one in _ENDINGS:
        if head.endswith(plural):
            return " ".join((head.removesuffix(plural) + one, *rest))
    return " ".join((head, *rest))


_ENDINGS = (("men", "man"), ("ies", "y"), ("s", ""))


@cache
def _bank(code: str) -> Bank:
    return Bank(shapes(code, "office").values())


@lru_cache(maxsize=512)
def _matches(code: str, text: str) -> tuple[re.Match[str], ...]:
    """Return the frames in an encoded clause, which more than one reader asks for."""
    return tuple(_bank(code).finditer(text))


def _told(people: tuple[str, ...], body: str | None, title: str | None) -> Iterator[Office]:
    for person in people if body or title else ():
        yield Office(person, body, title)


def _title(scene: Scene, words: str) -> str | None:
    """Return the title of a mark, or that of one of several: "Presidents"."""
    found = marks(words)
    return scene.title(found[0][1]).text if found else singular(words) if words else None


def _same(clause: Clause, match: re.Match[str]) -> str:
    """Return the title told last, where a frame speaks of "the same post"."""
    told = _TITLE.findall(clause.text, 0, match.start()) if held(match, "s") else []
    return f"‹T{told[-1]}›" if told else ""


def _named_by(scene: Scene, words: str) -> str | None:
    """Return the title of who holds an office that a noun or a verb tells: "presidency"."""
    low = words.casefold()
    named = (entry.split(">") for entry in scene.language.words["office"] if low)
    return next((title for start, title in named if low.startswith(start)), None)


def _of_state(scene: Scene, title: str) -> bool:
    """Tell whether a post is a land's, and of no body that is named for another's."""
    return expression(scene.language.code, "state-post", any_case=True).match(title) is not None


def _bodies(scene: Scene, clause: Clause, match: re.Match[str]) -> tuple[str | None, str | None]:
    """Return the bodies of the first and of the second post; a frame with one body is all of it."""
    if held(match, "f"):
        pair = scene.keys(clause.text[: match.start()], _BODIES)
        return (pair[0], pair[1]) if len(pair) == _PAIR else (None, None)
    first = next(iter(scene.keys(held(match, "a"), _BODIES)), None)
    if first is None and held(match, "i"):
        first = _body_before(scene, clause, match.start())
    both = any(name.startswith("b") for name in match.groupdict())
    second = next(iter(scene.keys(held(match, "b"), _BODIES)), None)
    return first, second if both else first


def _body_before(scene: Scene, clause: Clause, at: int) -> str | None:
    """Return the one body that is named before "it", in the clause or in the one before."""
    before = _before(scene, clause)
    for text in (clause.text[:at], before.text if before is not None else ""):
        bodies = scene.keys(text, _BODIES)
        if bodies:
            return bodies[0] if len(bodies) == 1 else None
    return None


def _holders(scene: Scene, clause: Clause, match: re.Match[str]) -> tuple[str, ...]:
    """Return who a frame is of.

    "He" is the one person whom the clause is about before, else whom the frame names itself, else whom
    the sentence before is about: "Speaking for A, of which he is president, X".
    """
    named = scene.keys(held(match, "p"), "P")
    if not held(match, "h"):
        return named
    before = _before(scene, clause)
    earlier = clause.text[: match.start()]
    if "‹P" not in earlier and named:
        return named
    for text in (earlier, before.text if before is not None else ""):
        people = scene.keys(text, "P")
        people = people if len(people) < _PAIR else leading(scene, text)
        if "‹P" in text:
            return people if len(people) == 1 else ()
    return ()


def _before(scene: Scene, clause: Clause) -> Clause | None:
    """Return the sentence before a clause of the body, unless somebody speaks there."""
    if clause.part != "body" or clause.order == 0:
        return None
    before = scene.clauses[clause.order - 1]
    return None if before.quoted else before
