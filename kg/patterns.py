"""The patterns of a language as gates: what each needs is worked out once for all releases to come.

Working out what three hundred patterns need takes longer than mapping many releases. It is kept in
the user's cache folder, under the digest of the patterns and of the code that reads them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from itertools import chain

from kg import kept
from kg.anchors import plain
from kg.beginnings import guarded
from kg.capitals import SHAPES
from kg.encoding import filled
from kg.gates import Gate, Shut, gate_of, group_of
from kg.languages import Language, load
from kg.needs import Needs
from kg.plans import Plan, dumped, loaded, plan

_OTHERS = ("macro-", "date-", "apposed-")
"""What begins so in a language's file is part of patterns, or is no gate."""
_OPEN = re.compile("<[A-Z]+>")
"""What a reader fills in itself, and what such a pattern needs is not known before."""
_SOURCES = ("alternatives.py", "beginnings.py", "needs.py", "patterns.py", "plans.py", "syntax.py")
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


@cache
def gate(pattern: str, code: str = "") -> Gate:
    """Return the gate of a pattern with slots, of the language `code` or of none."""
    full = filled(pattern)
    known = _plans(code).get(full) if code else None
    return gate_of(known or plan(full), code)


@cache
def expression(code: str, name: str, *, any_case: bool = False) -> Gate:
    """Return the pattern `name` of a language as a gate; one that matches nowhere if its file has none."""
    text = load(code).patterns.get(name)
    if text is None:
        return shut(code)
    known = _plans(code).get(text) or plan(text)
    return gate_of(known, code, re.IGNORECASE if any_case else 0)


@cache
def shut(code: str) -> Gate:
    """Return the gate of a pattern that a language lacks: it matches nowhere."""
    return Shut(group_of(code))


@cache
def name_gate(pattern: str, code: str, *, any_case: bool = False) -> Gate:
    """Return the gate of a pattern of names with shapes, of the language `code`.

    One that holds the language's own word lists is not worth the time that it takes to tell what it needs.
    """
    full = _shaped(pattern)
    known = _plans(code).get(full) or Plan(full, ())
    return gate_of(known, code, re.IGNORECASE if any_case else 0)


@cache
def word_list(code: str, name: str) -> Gate:
    """Return the gate of one of the word lists `LISTS` or of a rule's: whole words, in any case."""
    _plans(code)
    words = rf"(?<![\w-])(?:{load(code).alternatives(name)})(?![\w-])"
    return gate_of(Plan(guarded(words), _lists(code)[name]), code)


@cache
def _lists(code: str) -> dict[str, Needs]:
    """Return what each word list of a language needs that is asked as a gate."""
    language = load(code)
    asked = dict.fromkeys((*LISTS, *(rule["when"] for rule in language.rules if "when" in rule)))
    return {name: _of_list(language.words[name]) for name in asked if name in language.words}


def _of_list(words: tuple[str, ...]) -> Needs:
    longest = frozenset(max(plain(word).split(), key=len) for word in words)
    # Words such as "is" and "no" stand in most sentences: to look for them tells nothing.
    return (longest,) if min(map(len, longest)) >= _SHORTEST else ()


@cache
def _plans(code: str) -> dict[str, Plan]:
    """Return how each pattern of a language is searched for, after its group was told what all of them need.

    A group that learns of more words later has to make its automaton anew.
    """
    found, group = _kept(code), group_of(code)
    for needs in chain(_lists(code).values(), *(_all_needs(one) for one in found.values())):
        group.number(needs)
    return found


def _all_needs(one: Plan) -> Iterator[Needs]:
    return (part.needs for part in (one, *one.parts))


def _kept(code: str) -> dict[str, Plan]:
    patterns = _patterns(load(code))
    # Python's parser of patterns may change what it gives from version to version.
    version = "{}.{}".format(*sys.version_info)
    digest = kept.digest(version, *patterns, code=_SOURCES)
    folder = kept.folder()
    told = kept.read(folder, f"patterns-{code}", digest)
    try:
        return dict(zip(patterns, map(loaded, told or ()), strict=True))
    except (TypeError, ValueError):
        found = [plan(pattern) for pattern in patterns]
        kept.write(folder, f"patterns-{code}", digest, [dumped(one) for one in found])
        return dict(zip(patterns, found, strict=True))


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
