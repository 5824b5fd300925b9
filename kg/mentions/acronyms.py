"""Acronyms introduced in brackets, in either order: "Long Name (LN)", "LN (Long Name)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.capitals import UPPER
from kg.languages import Language
from kg.mentions import worded
from kg.mentions.kinds import kind_of_name, kind_of_place
from kg.mentions.spelled import spells
from kg.model import Found, Span
from kg.names import could_shorten

_ACRONYM = re.compile(rf"[{UPPER}\d][\w&µ+-]*[{UPPER}\dµ][\w&µ+-]*|[{UPPER}]{{2,}}")
_BACK = 110
_BODIES = {"Agency", "Organisation", "Site"}


def find(text: str, names: Sequence[Found], language: Language) -> Iterator[Found]:
    """Yield both forms of each bracketed acronym that is not yet known."""
    by_end = {n.span.end: n for n in names}
    by_begin = {n.span.begin: n for n in names}
    for match in worded.pattern(language.code, "bracket").finditer(text):
        inner = Span(match.start(1), match.end(1))
        before = by_end.get(match.start())
        yield from _pair(
            text, inner, before, by_begin.get(inner.begin), match.start(), language=language
        )


def _pair(
    text: str,
    inner: Span,
    before: Found | None,
    inside: Found | None,
    at: int,
    *,
    language: Language,
) -> Iterator[Found]:
    words = text[inner.begin : inner.end]
    known_inside = inside is not None and inside.span == inner
    short = _ACRONYM.fullmatch(words) is not None
    if before is not None and short:
        alias = _alias(before, inner, words, known_inside, inside)
        yield alias
        if text[inner.end] == ")" and _contradicts(before, alias, words):
            yield Found(before.span, alias.kind, alias.name, alias.keys, "expansion")
    elif (
        before is not None and _ACRONYM.fullmatch(before.name) and could_shorten(before.name, words)
    ):
        yield Found(inner, before.kind, before.name, before.keys, "expansion")
    elif short:
        yield from _long_before(text, inner, inside if known_inside else None, at, language)
    elif before is None:
        yield from _short_before(text, inner, at, language)


def _contradicts(before: Found, alias: Found, words: str) -> bool:
    """Tell whether an acronym shows that the name before it is another body's: "(IKI)"."""
    if not before.keys:
        # "Royal Centre for Space Studies (CRERS)": a known acronym tells whose name stands before.
        return bool(alias.keys) and {before.kind, alias.kind} <= _BODIES
    told = alias.keys and not set(before.keys) & set(alias.keys)
    same = before.kind == alias.kind and " " in before.name
    return bool(told and same and not could_shorten(words, before.name))


def _alias(
    before: Found, inner: Span, words: str, known_inside: bool, inside: Found | None
) -> Found:
    """The acronym stands for what is named before it, unless that is known to differ."""
    if known_inside and inside is not None and inside.keys:
        shared = tuple(k for k in inside.keys if k in before.keys)
        if shared or (before.keys and not could_shorten(words, before.name)):
            return Found(inner, inside.kind, inside.name, shared or inside.keys, inside.method)
        if not before.keys and not (_apart(before, inside) and could_shorten(words, before.name)):
            return inside
    if not before.keys and not could_shorten(words, before.name):
        # The acronym may be that of a name in another language: "Institute of Space Physics (IRF)".
        return Found(inner, before.kind, before.name, (), "acronym-beside")
    return Found(inner, before.kind, before.name, before.keys, "acronym")


def _apart(before: Found, known: Found) -> bool:
    """Tell whether what an acronym is known for is no body, and so not the body named before it."""
    return known.kind == "Site" or (before.kind in _BODIES and known.kind not in _BODIES)


def _long_before(
    text: str, inner: Span, known: Found | None, at: int, language: Language
) -> Iterator[Found]:
    """An acronym after capitalised words that no finder knows: "Gamma Ray Monitor (GRM)"."""
    words = text[inner.begin : inner.end]
    back = text[max(0, at - _BACK) : at]
    begins = [m.start() for m in re.finditer(rf"(?<![\w’'])[{UPPER}]", back)]
    for start in sorted(begins, key=lambda at: not spells(back[at:], words)):
        name = back[start:]
        if re.search(r"[()]|[.;:]\s|\n\s*\n", name) or not could_shorten(words, name):
            continue
        if not _tight(words, name):
            continue
        span = Span(at - len(name), at)
        kind = (
            known.kind
            if known
            else kind_of_name(name, language) or kind_of_place(text, span, inner, language)
        )
        if kind is None:
            return
        label = known.name if known else name.replace("\n", " ")
        keys = known.keys if known else ()
        yield Found(span, kind, label, keys, "expansion")
        yield Found(inner, kind, label, keys, "acronym")
        return


def _tight(short: str, name: str) -> bool:
    """Tell whether the first letters agree, and the name is no longer than its letters allow."""
    letters = sum(c.isalnum() for c in short)
    return name[0].casefold() == short[0].casefold() and len(name.split()) <= 2 * letters + 2


def _short_before(text: str, inner: Span, at: int, language: Language) -> Iterator[Found]:
    match = re.search(
        rf"(?<![\w-])((?:[\w.-]+ )?[{UPPER}][\wµ/+-]*)$", text[max(0, at - _BACK) : at]
    )
    if match is None:
        return
    short = match[1].split()[-1]
    words = text[inner.begin : inner.end]
    if (
        len(words.split()) < len("AB")
        or not _ACRONYM.fullmatch(short)
        or not could_shorten(short, words)
    ):
        return
    span = Span(at - len(short), at)
    kind = kind_of_name(words, language) or kind_of_place(text, span, inner, language)
    if kind is not None:
        yield Found(span, kind, short, (), "acronym")
        yield Found(inner, kind, short, (), "expansion")
