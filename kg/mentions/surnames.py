"""Short forms of persons: surnames after an honorific, bare surnames once the full name is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.anchors import Anchors, plain
from kg.capitals import LOWER, UPPER
from kg.languages import CODES, Language, load
from kg.mentions.given import is_given
from kg.model import Found, Span
from kg.names import fold

PART = rf"[{UPPER}][{UPPER}{LOWER}'-]+"
_TOKEN = re.compile(r"\S+")
INITIALS = rf"[{UPPER}]\.(?:[ -]?[{UPPER}]\.)*"


@cache
def _surname(code: str) -> str:
    particles = "|".join(re.escape(p) for p in load(code).words["particle"])
    return rf"(?-i:(?:(?:{particles})[ ]){{0,2}}(?:{INITIALS}[ ])*(?:d['’])?{PART}(?:[ ](?:(?:{particles})[ ])?{PART}){{0,3}})"


@cache
def honorifics(code: str) -> str:
    """Return the honorifics of a language as the alternatives of a pattern."""
    return load(code).alternatives("honorific")


@cache
def honour() -> frozenset[str]:
    """Return the honorifics of one word, those of other languages too: "Mme X" in an English text."""
    return frozenset().union(*(load(code).set("honour") for code in CODES))


def short_forms(
    text: str, full: Sequence[Found], language: Language, stop: frozenset[str]
) -> Iterator[Found]:
    """Yield surnames after an honorific, and bare surnames of persons named in full before."""
    surnames = _surnames(full)
    for match in _matches(*_honoured(language.code), text):
        begin, end = match.span("name")
        words = text[begin:end]
        best = _best(words, surnames)
        if best is not None:
            name, length = best
            yield Found(Span(begin, begin + length), "Person", name.name, name.keys, "short-form")
        elif _may_name(match[0].split()[0], match[0][1] == ".", words, language):
            yield from _unknown_short(text, begin, end, stop, language)
    yield from _bare(text, surnames)


def _may_name(word: str, dotted: bool, name: str, language: Language) -> bool:
    """Tell whether an honorific makes a name of somebody not told of before: "directeur général d'Airbus" does not."""
    known = word.strip(".").casefold()
    if name.startswith(_ELIDED) and known not in honour():
        return False
    return dotted or known not in language.set("honour-dotted")


@cache
def _honoured(code: str) -> tuple[Anchors, re.Pattern[str]]:
    """Return the pattern of a surname after an honorific, and how it begins."""
    words = rf"(?<!\w)(?:{honorifics(code)})\.?[ \n]{{1,2}}(?P<name>{_surname(code)})"
    return Anchors(load(code).words["honorific"]), re.compile(words, re.IGNORECASE)


def _matches(anchors: Anchors, pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that begins with one of the anchors, one after another."""
    end = 0
    for at in anchors.starts(plain(text)):
        match = pattern.match(text, at) if at >= end else None
        if match is not None:
            end = match.end()
            yield match


def _unknown_short(
    text: str, begin: int, end: int, stop: frozenset[str], language: Language
) -> Iterator[Found]:
    words = list(_TOKEN.finditer(text[begin:end]))
    while words and words[0][0].strip(".").casefold() in honour():
        words.pop(0)
    rank = len(words) == 1 and text[:begin].rstrip().endswith(language.words["rank"])
    if words and not rank and not any(w[0].casefold().strip(".") in stop for w in words):
        span = Span(begin + words[0].start(), end)
        yield Found(span, "Person", " ".join(w[0] for w in words), (), "honorific")


def _surnames(full: Sequence[Found]) -> dict[str, Found | None]:
    """Return what each person's last words point to; None where two persons share them."""
    table: dict[str, Found | None] = {}
    for person in full:
        words = person.name.split()
        if words[0].isupper() and len(words[0]) > len("AB") and not words[-1].isupper():
            tails = [words[0].capitalize(), words[0]]
        else:
            tails = [" ".join(words[i:]) for i in range(1, len(words))]
            # Chinese and Korean names begin with the surname: "Xu Dazhe", "M. Xu".
            first = (
                len(words) == len("ab") and len(words[0]) <= len("abc") and not is_given(words[0])
            )
            tails += [words[0]] if first and words[0].isalpha() else []
        for tail in tails:
            key = fold(tail)
            particle = tail[0].islower() and " " not in tail and not tail.startswith(_ELIDED)
            if len(key) <= len("a") or particle:
                continue
            known = table.get(key, person)
            same = known is not None and _same_person(known, person)
            table[key] = person if key not in table else known if same else None
    return table


def _same_person(one: Found, other: Found) -> bool:
    if one.keys and other.keys:
        return bool(set(one.keys) & set(other.keys))
    return set(fold(one.name).split()) <= set(fold(other.name).split()) or set(
        fold(other.name).split()
    ) <= set(fold(one.name).split())


def _best(words: str, surnames: dict[str, Found | None]) -> tuple[Found, int] | None:
    """Return the person whose surname begins `words`, and how many characters it takes."""
    if " " not in words and "\n" not in words:
        person = surnames.get(fold(words))
        return (person, len(words)) if person is not None else None
    ends = [m.end() for m in _TOKEN.finditer(words)]
    for end in reversed(ends):
        person = surnames.get(fold(words[:end]))
        if person is not None:
            return person, end
    return None


# Particles of names, which the texts of all languages have.
_ELIDED = ("d'", "d’")
_BARE = re.compile(
    rf"(?=[{UPPER}dv])(?<![\w-])(?:(?:Le|La|de|De|van|von|Van) |[dD]['’])?[{UPPER}][{LOWER}]+(?:[ -][{UPPER}][\w]+)?(?![\w-])"
)


def _bare(text: str, surnames: dict[str, Found | None]) -> Iterator[Found]:
    if not surnames:
        return
    for match in _BARE.finditer(text):
        words, begin = match[0], match.start()
        best = _best(words, surnames)
        if best is None and words[1] in "'’":
            # "L'accord d'Aschbacher": the surname has no particle.
            words, begin = words[2:], begin + 2
            best = _best(words, surnames)
        if best is None:
            continue
        person, length = best
        if person.span.begin <= begin:
            yield Found(
                Span(begin, begin + length),
                "Person",
                person.name,
                person.keys,
                "surname",
            )
