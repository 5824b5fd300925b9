"""The patterns of a language as gates: what each needs is worked out once for all releases to come.

Working out what eight hundred patterns need takes longer than mapping many releases. It is kept in the user's
cache folder, under the digest of the language's file and of the code that reads it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from kg import kept
from kg.anchors import plain
from kg.beginnings import guarded
from kg.capitals import SHAPES
from kg.encoding import filled
from kg.gates import Gate, Group, Numbered, Shut, gate_of, numbered_gate
from kg.languages import Language, load
from kg.needs import Needs
from kg.plans import plan
from kg.records import Records
from kg.syntax import VERSION

_OTHERS = ("macro-", "date-", "apposed-")
"""What begins so in a language's file is part of patterns, or is no gate."""
_OPEN = re.compile("<[A-Z]+>")
"""What a reader fills in itself, and what such a pattern needs is not known before."""
_SOURCES = (
    *("alternatives.py", "anchors.py", "beginnings.py", "capitals.py", "encoding.py", "gates.py"),
    *("languages/__init__.py", "needs.py", "patterns.py", "plans.py", "records.py", "syntax.py"),
    "wordtries.py",
)
_SHORTEST = 3
LISTS = (
    *(
        "aboard",
        "agreement",
        "coop",
        "discussed",
        "negative",
        "planned",
        "shared",
        "strongly-shared",
    ),
    *("title-plural", "visit-only"),
)
"""The word lists that readers ask as gates, apart from those that rules name."""


class Numbers(NamedTuple):
    """The patterns of a language with their numbers, those of its word lists, and the group that gave them."""

    group: Group
    patterns: Mapping[str, Numbered]
    lists: dict[str, int | None]


@cache
def gate(pattern: str, code: str = "") -> Gate:
    """Return the gate of a pattern with slots, of the language `code` or of none."""
    full = filled(pattern)
    return _gate(code, full) if code else gate_of(plan(full))


def _gate(code: str, full: str, flags: int = re.IGNORECASE) -> Gate:
    group, patterns, _ = numbers(code)
    known = patterns[full] if full in patterns else group.numbered(plan(full))
    return numbered_gate(known, group, flags)


@cache
def expression(code: str, name: str, *, any_case: bool = False) -> Gate:
    """Return the pattern `name` of a language as a gate; one that matches nowhere if its file has none."""
    text = load(code).patterns.get(name)
    if text is None:
        return shut(code)
    return _gate(code, text, re.IGNORECASE if any_case else 0)


@cache
def shut(code: str) -> Gate:
    """Return the gate of a pattern that a language lacks: it matches nowhere."""
    return Shut(numbers(code).group)


@cache
def name_gate(pattern: str, code: str, *, any_case: bool = False) -> Gate:
    """Return the gate of a pattern of names with shapes, of the language `code`.

    One that holds the language's own word lists is not worth the time that it takes to tell what it needs.
    """
    group, patterns, _ = numbers(code)
    full = _shaped(pattern)
    known = patterns[full] if full in patterns else Numbered(full, None)
    return numbered_gate(known, group, re.IGNORECASE if any_case else 0)


@cache
def word_list(code: str, name: str) -> Gate:
    """Return the gate of one of the word lists `LISTS` or of a rule's: whole words, in any case."""
    group, _, lists = numbers(code)
    words = rf"(?<![\w-])(?:{load(code).alternatives(name)})(?![\w-])"
    return numbered_gate(Numbered(guarded(words), lists[name]), group)


@cache
def numbers(code: str) -> Numbers:
    """Return how each pattern of a language is searched for, all of them with their numbers.

    A group that learns of more words later has to make its automaton anew.
    """
    language = load(code)
    digest = kept.digest(VERSION, language.digest, code=_SOURCES)
    folder, name = kept.folder(), f"patterns-{code}"
    lines = kept.read_lines(folder, name, digest)
    if lines is not None:
        return _restored(lines)
    found = _numbered(language)
    head = {"group": found.group.dumped(), "lists": found.lists, "patterns": list(found.patterns)}
    kept.write_lines(folder, name, digest, [head, *found.patterns.values()])
    return found


def _restored(lines: list[str]) -> Numbers:
    head = json.loads(lines[0])
    patterns = Records(zip(head["patterns"], lines[1:], strict=True), _read)
    return Numbers(Group.restored(head["group"]), patterns, head["lists"])


def _read(line: list[Any]) -> Numbered:
    source, number, parts = line
    return Numbered(source, number, tuple(map(_read, parts)))


def _numbered(language: Language) -> Numbers:
    group = Group()
    lists = {name: group.number(needs) for name, needs in _lists(language).items()}
    return Numbers(group, {text: group.numbered(plan(text)) for text in _patterns(language)}, lists)


def _lists(language: Language) -> dict[str, Needs]:
    """Return what each word list of a language needs that is asked as a gate."""
    asked = dict.fromkeys((*LISTS, *(rule["when"] for rule in language.rules if "when" in rule)))
    return {name: _of_list(language.words[name]) for name in asked if name in language.words}


def _of_list(words: tuple[str, ...]) -> Needs:
    longest = frozenset(max(plain(word).split(), key=len) for word in words)
    # Words such as "is" and "no" stand in most sentences: to look for them tells nothing.
    return (longest,) if min(map(len, longest)) >= _SHORTEST else ()


def _patterns(language: Language) -> list[str]:
    """Return the patterns of a language's file that are gates, filled, each once."""
    texts = [t for name, t in language.patterns.items() if not name.startswith(_OTHERS)]
    for rule in language.rules:
        texts += [rule[key] for key in ("pattern", "unless") if key in rule]
    full = (_shaped(filled(language.expand(text))) for text in texts)
    return list(dict.fromkeys(text for text in full if not _OPEN.search(text)))


def _shaped(pattern: str) -> str:
    """Fill in the shapes of names: `<WORD>` is a capitalised word."""
    for name, shape in SHAPES.items():
        pattern = pattern.replace(name, shape)
    return pattern
