"""Words that point back to a mission, an instrument or a programme: "this mission", "le satellite".

They point to the one that the nearest of the last sentences names, where it names just one of its
class; where none of these does, to the mission that the text has spoken of most. Such words get a mark of their own in the encoded sentence, so that patterns read on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from kg.encoding import Mark, free
from kg.facts.heads import BACK, head_of, most_spoken_of, only, stage_of, words_of
from kg.facts.paired import latter, told_apart
from kg.facts.pronouns import MEMORY, later_pronouns, objects, opening_pronoun
from kg.gates import Gate
from kg.languages import load
from kg.model import Span
from kg.patterns import expression, gate

_JUST_BEFORE = 2
_ADJECTIVES = re.compile(r"(?:\s[\w-]+){1,2}\s[«\"“]?\s?")
_PROPER = re.compile(r"\s*(?:[«\"“(]\s*)?[A-ZÀ-Þ\d]")


def _project(before: Sequence[Sequence[Mark]], text: str, code: str) -> Mark | None:
    """Return what "le projet" is: the mission or programme that the sentence before is about.

    Where that is about another thing, it is the mission of which the text has spoken most.
    """
    head = head_of(before[-1], text, code) if before else None
    if head is not None and head.code in "MG":
        return head
    number = most_spoken_of(before, text)
    every = (m for sentence in before for m in sentence)
    return next((m for m in every if m.code == "M" and m.number == number), None)


@cache
def _patterns(code: str) -> dict[str, Gate]:
    """Return the patterns of all kinds: made one by one, each would have the words of all gates gone through anew."""
    kinds = (*dict(_KINDS), "body")
    return {kind: _pattern(code, kind) for kind in kinds if f"{kind}-anaphor" in load(code).words}


def _pattern(code: str, kind: str) -> Gate:
    heads = load(code).alternatives(f"{kind}-anaphor")
    more = load(code).patterns.get(f"anaphor-{kind}")
    heads = f"{more}|{heads}" if more else heads
    return gate(rf"(?<![\w-])(?:{heads})(?![\w-])", code)


@lru_cache(maxsize=8)
def _pointing(text: str, code: str, kind: str) -> tuple[re.Match[str], ...]:
    """Return the words of a whole text that may point back to a thing of a kind."""
    return tuple(_patterns(code)[kind].finditer(text))


_LIKE = {"M": "MG", "G": "MG", "Y": "YM", "V": "V"}
_KINDS = (("mission", "M"), ("payload", "Y"), ("programme", "G"), ("vehicle", "V"))


def marks(
    text: str, span: Span, here: Sequence[Mark], before: Sequence[Sequence[Mark]], code: str
) -> Iterator[Mark]:
    """Yield the marks of words in `span` that point back to a mark in the sentences `before`."""
    found = list(_nouns(text, span, here, before, code))
    yield from found
    yield from _bodies(text, span, here, before, code)
    apart = list(told_apart(text, span, here, before, code))
    yield from apart
    yield from latter(text, span, sorted((*here, *apart), key=lambda m: m.span), before, code)
    yield from _numbered(text, span, here, before, code)
    yield from _nearest_bodies(text, span, here, before, code)
    yield from opening_pronoun(text, span, here, before, code)
    named = sorted((*here, *found), key=lambda m: m.span)
    yield from later_pronouns(text, span, named, code)
    yield from objects(text, span, named, before, code)


def _nouns(
    text: str, span: Span, here: Sequence[Mark], before: Sequence[Sequence[Mark]], code: str
) -> Iterator[Mark]:
    """Yield marks for "this mission", "le satellite", "la sonde"."""
    told: dict[int, str] = {}
    for kind, own_code in _KINDS:
        for match in _pointing(text, code, kind):
            if match.start() < span.begin or span.end < match.end():
                continue
            words = Span(*match.span())
            earlier = [m for m in here if m.span.end <= words.begin]
            mark_code, antecedent = _meant(match, own_code, (before, earlier), text, code)
            meant = _just_named(text, match, here, mark_code, code)
            meant = antecedent if meant is None else meant
            if meant is None or _counts_several(match[0], before, code):
                continue
            # "X, the lander that it carries, ..." tells what X is.
            apposed = any(m.code in "MYGV" and text[m.span.end : words.begin] == ", " for m in here)
            apposed = apposed or _is_told_by_name(text, words, here, code)
            alone = free(words, here) and not apposed
            named = any(
                m.code in _LIKE[own_code] and _names(text, words, m.span, code) for m in here
            )
            this = _this(match[0], code)
            other = not this and _another(text, match.end(), here, code)
            # "The spacecraft is built by X and the telescope by Y": the telescope is a part of it.
            other = other or _part(told.setdefault(meant, match[0]), match[0], code)
            other = other or (meant == antecedent and _introduced(text, match, code))
            if alone and not named and not other and not _followed(text, match.end(), code, this):
                announced = _announced(text, span, here, words, code)
                yield Mark(words, mark_code, meant if announced is None else announced)


def _counts_several(words: str, before: Sequence[Sequence[Mark]], code: str) -> bool:
    """Tell whether "les deux satellites" are several that one of the last sentences names."""
    if expression(code, "anaphor-several", any_case=True).match(words) is None:
        return False
    named = ({m.number for m in sentence if m.code == "M"} for sentence in before[-_JUST_BEFORE:])
    return any(len(numbers) > 1 for numbers in named)


def _part(first: str, words: str, code: str) -> bool:
    """Tell whether words that a sentence says of a thing after other words mean but a part of it."""
    craft = expression(code, "anaphor-craft", any_case=True)
    noun, called = (w.casefold().split()[-1] for w in (words, first))
    return noun != called and craft.search(f"{words} ") is not None


def _introduced(text: str, words: re.Match[str], code: str) -> bool:
    """Tell whether the text spoke before of "a rover" without a name: that is "the rover", and no mission."""
    noun = words[0].split()[-1]
    if expression(code, "anaphor-craft", any_case=True).search(f"{noun} ") is None:
        return False
    return _nameless(noun.casefold(), code).search(text, 0, words.start()) is not None


@lru_cache(maxsize=64)
def _nameless(noun: str, code: str) -> re.Pattern[str]:
    """Return what introduces a craft by its noun alone: "a small rover"."""
    return re.compile(load(code).patterns["anaphor-introduced"].replace("NOUN", noun))


def _this(words: str, code: str) -> bool:
    """Tell whether words are a demonstrative: what it points to was named before, whatever follows.

    "Cette mission du CNES" is one named before, and "la mission du CNES" may be another.
    """
    return expression(code, "anaphor-this", any_case=True).match(words) is not None


def _followed(text: str, at: int, code: str, this: bool = False) -> bool:
    """Tell whether the name of what words mean follows them, or whose it is where not "this"."""
    named = expression(code, "anaphor-called" if this else "anaphor-named")
    return _PROPER.match(text, at) is not None or named.match(text, at) is not None


def _announced(text: str, span: Span, here: Sequence[Mark], words: Span, code: str) -> int | None:
    """Return the mission that the sentence says it is about: "For SVOM, ... the satellite"."""
    first = min(here, key=lambda m: m.span, default=None)
    if first is None or first.code != "M" or first.span.end > words.begin:
        return None
    opens = expression(code, "anaphor-opening").fullmatch(text, span.begin, first.span.begin)
    return first.number if opens is not None else None


def _just_named(
    text: str, noun: re.Match[str], here: Sequence[Mark], kind: str, code: str
) -> int | None:
    """Return what the sentence itself names before "the probe", if just one of its class.

    A rover that is called one is not "the probe".
    """
    earlier = {m.number: m for m in here if m.code == kind and m.span.end <= noun.start()}
    if _this(noun[0], code) or len(earlier) != 1:
        return None
    number, mark = earlier.popitem()
    craft = expression(code, "anaphor-craft", any_case=True)
    called = craft.search(text, max(0, mark.span.begin - BACK), mark.span.begin)
    other = called is not None and called[1].casefold() != noun[0].casefold().split()[-1]
    return None if other else number


def _meant(
    noun: re.Match[str],
    kind: str,
    told: tuple[Sequence[Sequence[Mark]], Sequence[Mark]],
    text: str,
    code: str,
) -> tuple[str, int | None]:
    """Return the class and the number of what words mean: "the project" may be a mission too.

    `told` are the marks of the sentences before, and those of its own sentence that stand before the words.
    """
    before = told[0]
    if kind == "G" and _is_of("anaphor-undertaking", noun, code):
        subject = _project(before, text, code)
        if subject is not None:
            return subject.code, subject.number
    called = _so_called(noun, kind, told, text, code)
    antecedent = _antecedent(kind, before, text, code) if called is None else called
    if called is None and kind == "Y" and not _is_of("anaphor-tool", noun, code):
        # "The camera" is the one instrument that was called a camera.
        return kind, None
    tool = _so_called(noun, "Y", told, text, code) if kind == "M" and called is None else None
    if tool is not None:
        # "The lander" is the MASCOT lander, and no mission that was named with it.
        return kind, None
    if antecedent is None and _is_of("anaphor-project", noun, code):
        return "M", _antecedent("M", before, text, code)
    if antecedent is None and kind == "M" and _is_of("anaphor-plural", noun, code):
        # Satellites without names of their own are a programme's: "les satellites" of Galileo.
        return "G", _antecedent("G", before, text, code)
    return kind, antecedent


def _is_of(name: str, words: re.Match[str], code: str) -> bool:
    """Tell whether words that point back are such as a pattern of the language finds."""
    return expression(code, name, any_case=True).search(words[0]) is not None


def _so_called(
    words: re.Match[str],
    kind: str,
    told: tuple[Sequence[Sequence[Mark]], Sequence[Mark]],
    text: str,
    code: str,
) -> int | None:
    """Return what this sentence or the last ones call by the same noun: "le télescope" is "télescope X"."""
    noun = words[0].casefold().split()[-1]
    for sentence in (told[1], *reversed(told[0][-_JUST_BEFORE:])):
        called = [m.number for m in sentence if m.code == kind and _is_called(text, m, noun, code)]
        if called:
            return called[0] if len(set(called)) == 1 else None
    return None


def _is_called(text: str, mark: Mark, noun: str, code: str) -> bool:
    """Tell whether a noun stands before a name, or is part of it: "Space Telescope"."""
    words = text[mark.span.begin : mark.span.end].casefold()
    if expression(code, "anaphor-pointing").match(words):
        # Words that point back themselves call nothing by a noun of its own.
        return False
    before = text[max(0, mark.span.begin - len(noun) - 1) : mark.span.begin].casefold()
    after = text[mark.span.end : mark.span.end + len(noun) + 2].casefold()
    if before == f"{noun} " or words.startswith(f"{noun} ") or words.endswith(f" {noun}"):
        return True
    if after[:-1] == f" {noun}" and not after[-1:].isalnum():
        return True
    return mark.code == "Y" and _described(noun, code).match(text, mark.span.end) is not None


@lru_cache(maxsize=64)
def _described(noun: str, code: str) -> re.Pattern[str]:
    """Return what calls an instrument by a noun after its name: "HEPD, a particle detector"."""
    pattern = load(code).patterns["anaphor-so-called"]
    return re.compile(pattern.replace("NOUN", noun), re.IGNORECASE)


def _another(text: str, end: int, here: Sequence[Mark], code: str) -> bool:
    """Tell whether an adjective after the words makes another thing of it: "le satellite russe"."""
    if "anaphor-qualified" not in load(code).patterns:
        return False
    return expression(code, "anaphor-qualified").match(text, end) is not None or any(
        m.code == "N" and m.span.begin == end + 1 for m in here
    )


def _bodies(
    text: str, span: Span, here: Sequence[Mark], before: Sequence[Sequence[Mark]], code: str
) -> Iterator[Mark]:
    """Yield marks for "the agency", "the institute": the last body named that is one."""
    pattern = expression(code, "anaphor-body", any_case=True)
    for match in pattern.finditer(text, span.begin, span.end):
        words = Span(*match.span())
        if not free(words, here) or _followed(text, words.end, code):
            continue
        earlier = [m for m in here if m.span.end <= words.begin]
        found = _last_body(text, match["noun"].casefold(), (*before[-MEMORY:], earlier), code)
        if found is not None:
            yield Mark(words, found.code, found.number)


def _last_body(text: str, noun: str, sentences: Sequence[Sequence[Mark]], code: str) -> Mark | None:
    """Return the body that the nearest sentence with one of this sort names, if just one."""
    for sentence in reversed(sentences):
        bodies = {m.number: m for m in sentence if m.code in "AO" and _is(text, m, noun, code)}
        if bodies:
            return next(iter(bodies.values())) if len(bodies) == 1 else None
    return None


def _is(text: str, mark: Mark, noun: str, code: str) -> bool:
    """Tell whether a body is an agency, an institute, a company, as the noun asks."""
    centre = expression(code, "anaphor-centre", any_case=True)
    agency = expression(code, "anaphor-agency").fullmatch(noun) is not None
    if agency and centre.search(words_of(mark, text)) is not None:
        # Nobody calls a centre "the agency", though it may be one.
        return False
    any_body = expression(code, "anaphor-any-body").fullmatch(noun) is not None
    if agency or mark.code == "A":
        return mark.code == "A" and any_body
    # No company bears such a noun in its name: "University", "Ministry".
    institution = expression(code, "anaphor-institution", any_case=True)
    headed = institution.search(words_of(mark, text)) is not None
    if expression(code, "anaphor-company").fullmatch(noun):
        return not headed
    return noun[:7] in words_of(mark, text).casefold() if headed else any_body


def _names(text: str, words: Span, name: Span, code: str) -> bool:
    """Tell whether a name follows the words but for an adjective: "la mission russe Bion-M".

    "The satellite belongs to X" says something of it.
    """
    between = text[words.end : name.begin]
    says = expression(code, "anaphor-says").match(between) is not None
    return _ADJECTIVES.fullmatch(between) is not None and not says


def _is_told_by_name(text: str, words: Span, here: Sequence[Mark], code: str) -> bool:
    """Tell whether an instrument's name stands beside "the telescope": "the telescope, X, was built"."""
    craft = expression(code, "anaphor-craft", any_case=True)
    names = (m for m in here if m.code == "Y" and text[words.end : m.span.begin] == ", ")
    return any(text.startswith(",", m.span.end) for m in names) and (
        craft.search(f"{text[words.begin : words.end]} ") is not None
    )


def _numbered(
    text: str, span: Span, here: Sequence[Mark], before: Sequence[Sequence[Mark]], code: str
) -> Iterator[Mark]:
    """Yield marks for "the second satellite of the X programme", where "X 2" was just named."""
    series = [m for m in here if m.code in "MG"]
    if not before or not series:
        return
    named = only([m for m in before[-1] if m.code == "M"])
    pattern = expression(code, "anaphor-numbered")
    found = pattern.search(text, span.begin, series[0].span.begin)
    if named is None or found is None or not _same_stem(text, named, series[0]):
        return
    yield Mark(Span(*found.span()), named.code, named.number)


def _same_stem(text: str, one: Mark, other: Mark) -> bool:
    """Tell whether two names begin alike and are not the same: "Helios 2B" and "Helios II"."""
    first, second = words_of(one, text), words_of(other, text)
    return first != second and first.split()[0] == second.split()[0]


def _nearest_bodies(
    text: str, span: Span, here: Sequence[Mark], before: Sequence[Sequence[Mark]], code: str
) -> Iterator[Mark]:
    """Yield marks for "l'établissement" and "la société": the body named just before."""
    if "body-anaphor" not in load(code).words:
        return
    for match in _patterns(code)["body"].finditer(text, span.begin, span.end):
        words = Span(*match.span())
        wanted = _wanted(match[0], code)
        earlier = [m for m in here if m.span.end <= words.begin]
        found = next((m for m in reversed(earlier) if m.code in wanted), None)
        found = found or only([m for s in before[-1:] for m in s if m.code in wanted])
        found = found or _subject_body(before, wanted, text, code)
        whose = any(m.code == "N" and m.span.begin == words.end + 1 for m in here)
        adjective = expression(code, "anaphor-body-adjective").match(text, match.end())
        more = adjective or _followed(text, match.end(), code)
        if found is not None and free(words, here) and not whose and not more:
            yield Mark(words, found.code, found.number)


def _wanted(words: str, code: str) -> str:
    """Return the class that words for a body mean: "l'agence" is an agency, "le centre" a site."""
    if expression(code, "anaphor-body-agency", any_case=True).search(words):
        return "A"
    return "S" if expression(code, "anaphor-body-centre", any_case=True).search(words) else "O"


def _subject_body(
    before: Sequence[Sequence[Mark]], wanted: str, text: str, code: str
) -> Mark | None:
    """Return the body that the sentence before is about, where it names several."""
    head = head_of(before[-1], text, code) if before else None
    return head if head is not None and head.code in wanted else None


def _antecedent(kind: str, before: Sequence[Sequence[Mark]], text: str, code: str) -> int | None:
    """Return the mark that the nearest sentence with any of this class bears, if just one."""
    for sentence in reversed(before[-MEMORY:]):
        numbers = list(
            dict.fromkeys(
                m.number for m in sentence if m.code == kind and not stage_of(text, m, code)
            )
        )
        if len(numbers) == 1:
            return numbers[0]
        if numbers:
            head = head_of(sentence, text, code)
            return head.number if head is not None and head.code == kind else None
    return most_spoken_of(before, text) if kind == "M" else None
