"""Full names that a post, a body in brackets or an honorific beside them betrays, in encoded text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg import kept
from kg.anchors import Anchors, plain
from kg.beginnings import beginning
from kg.capitals import UPPER
from kg.encoding import compile_pattern, filled
from kg.gates import Bank, gate_of
from kg.languages import load
from kg.mentions import worded
from kg.mentions.surnames import INITIALS, PART, honorifics
from kg.needs import needed
from kg.plans import Plan
from kg.syntax import VERSION


@cache
def shape(*codes: str) -> str:
    """Return the shape of a full name with the particles that names have in these languages."""
    known = dict.fromkeys(p for code in codes for p in load(code).words["particle"])
    particles = "|".join(map(re.escape, known))
    link = rf"(?:[ \n](?:(?:{particles})[ \n]?){{0,2}})"
    # "Built by NASA. Ann Lowes": no acronym's last letter is an initial.
    first = rf"(?:{PART}|(?<!\w){INITIALS})"
    return rf"(?-i:{first}(?:{link}(?:{PART}|{INITIALS})){{1,4}}|(?<!\w)[{UPPER}]\.[ ]?{PART})"


_SOURCES = ("beginnings.py", "needs.py", "syntax.py")
_WITHOUT_WORDS = (
    r"<NAME> \({body}(?:/\w+|, [\w ‹›]{1,30})?\)",
    r"{title}: <NAME>",
)
"""What betrays a full name by marks alone: the same in all languages."""


@cache
def _bank(code: str) -> Bank:
    """Return the patterns that betray a full name, as gates of their own group."""
    texts = (
        *_WITHOUT_WORDS,
        *(worded.source(code, name) for name in worded.named(code, "person-")),
    )
    honorific = rf"(?:(?:{honorifics(code)})\.? ?)"

    def full(pattern: str, name: str) -> str:
        return filled(pattern.replace("<HONORIFIC>", honorific).replace("<NAME>", name))

    name = rf"(?P<name>{shape(code)})"
    # What a match needs and begins with is told sooner without the whole shape: a name begins with a capital.
    begun = rf"(?P<name>(?-i:[{UPPER}]).*)"

    shorts = [full(text, begun) for text in texts]
    made_of = kept.digest(VERSION, *shorts, code=_SOURCES)
    told = kept.made(f"persons-{code}", made_of, lambda: map(_told, shorts))

    def planned(text: str, ahead: str, needs: list[list[str]]) -> Plan:
        return Plan(f"{ahead}(?:{full(text, name)})", tuple(map(frozenset, needs)))

    plans = (planned(text, *one) for text, one in zip(texts, told, strict=True))
    return Bank(gate_of(plan, f"persons-{code}") for plan in plans)


def _told(pattern: str) -> tuple[str, list[list[str]]]:
    """Return what the matches of a pattern begin with and need, as JSON can hold it."""
    return beginning(pattern), list(map(sorted, needed(pattern)))


def names(encoded: str, code: str) -> Iterator[re.Match[str]]:
    """Yield the full names that a post, a body in brackets or an honorific betrays."""
    yield from _bank(code).finditer(encoded)
    anchors, pattern = _honoured_name(code)
    for at in anchors.starts(plain(encoded)):
        match = pattern.match(encoded, at)
        if match is not None:
            yield match


@cache
def _honoured_name(code: str) -> tuple[Anchors, re.Pattern[str]]:
    """Return the pattern of a full name after an honorific or "signed by", and how it begins."""
    language = load(code)
    honorific = rf"(?:(?:{honorifics(code)})(?:\. ?| ))"
    name = rf"(?P<name>{shape(code)})"
    words = rf"(?:{language.alternatives('signed-by')}|{honorific}) ?{honorific}?{name}"
    anchors = Anchors((*language.words["signed-by"], *language.words["honorific"]))
    return anchors, compile_pattern(words)
