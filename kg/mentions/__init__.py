"""Find the spans of a document that name something, each with the finder that found it.

The finders run in the order of `find`: known names first, then what the words around betray
(bracketed acronyms, head nouns, posts, honorifics). The longest reading of a place wins. A
statistical model may add names where all these found none (`EXTRACTORS`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.authority import Lexicon
from kg.errors import UnknownNameError
from kg.languages import Language
from kg.mentions import (
    acronyms,
    appositions,
    endeavours,
    known,
    organisations,
    partners,
    persons,
    spelled,
    statistical,
    titles,
)
from kg.mentions.repeats import repeats
from kg.mentions.taken import Taken
from kg.model import Document, Findings, Found

EXTRACTORS = ("rules", "spacy")
"""Who finds the names: the finders, or the finders and then spaCy's statistical model."""


def check(extractor: str) -> None:
    """Raise a UsageError where there is no such extractor, or what it needs is not installed."""
    if extractor not in EXTRACTORS:
        raise UnknownNameError(
            f"there is no extractor {extractor!r}", f"Choose one of: {', '.join(EXTRACTORS)}."
        )
    if extractor == "spacy":
        statistical.check()


def find(
    document: Document, lexicon: Lexicon, language: Language, extractor: str = "rules"
) -> Findings:
    """Return the names, posts and demonyms of `document`."""
    document = as_read(document)
    text = document.text
    demonyms = known.demonyms(text, lexicon)
    names = resolve(known.find(text, lexicon, language))
    names = _with(names, acronyms.find(text, names, language), first=True)
    names = _with(names, organisations.find(text, names, lexicon, language, demonyms))
    names = _with(names, acronyms.find(text, names, language), first=True)
    names = _introduced(text, spelled.settle(text, names, lexicon, language))
    names = _with(names, endeavours.find(text, names, language, demonyms))
    names = _with(names, appositions.find(text, names, language))
    names = _with(names, partners.find(text, names, language))
    names = _with(names, repeats(text, names))
    posts = titles.find(text, names, demonyms, language)
    people = persons.find(document, names, posts, demonyms, language)
    names = _with(names, people)
    if extractor == "spacy":
        names = _with(names, statistical.find(text, names, posts, language))
    taken = Taken(n.span for n in names)
    posts = tuple(t for t in posts if taken.free(t.span.begin, t.span.begin + 1))
    return Findings(names, posts, demonyms)


def _with(
    names: tuple[Found, ...], more: Iterable[Found], *, first: bool = False
) -> tuple[Found, ...]:
    """Return the names with what one more finder found; `first` lets it win over equals."""
    found = tuple(more)
    if not found:
        return names
    return resolve((*found, *names) if first else (*names, *found))


def _introduced(text: str, names: tuple[Found, ...]) -> tuple[Found, ...]:
    """Let an acronym that the text introduces in brackets mean the same all through."""
    told: dict[str, dict[tuple[str, ...], Found]] = {}
    for name in names:
        words = text[name.span.begin - 1 : name.span.end + 1]
        one = len(name.keys) == 1 or (not name.keys and name.method == "acronym")
        if one and words.startswith("(") and words.endswith(")"):
            told.setdefault(words[1:-1], {})[name.keys] = name
    sure = {words: next(iter(each.values())) for words, each in told.items() if len(each) == 1}
    return tuple(
        _meant(n, sure[words]) if n.keys and words in sure else n
        for n in names
        for words in [text[n.span.begin : n.span.end]]
    )


def _meant(name: Found, told: Found) -> Found:
    """Return a name as what its acronym was introduced for, known or not: "Institute of Space Science (ISS)"."""
    return replace(name, keys=told.keys) if told.keys else replace(told, span=name.span)


_PAIR = 2
_SPACES = "\u00a0\u2007\u2009\u202f"


def as_read(document: Document) -> Document:
    """Return the document with plain spaces, and none of its sentences broken over lines.

    Every character keeps its place, so that what is found there stands there in the release.
    """
    text = document.text
    for space in _SPACES:
        text = text.replace(space, " ")
    parts, at = [], 0
    for sentence in document.sentences:
        parts.append(text[at : sentence.span.begin])
        parts.append(text[sentence.span.begin : sentence.span.end].replace("\n", " "))
        at = sentence.span.end
    whole = "".join((*parts, text[at:]))
    return replace(document, release=replace(document.release, text=whole))


def resolve(found: Iterable[Found]) -> tuple[Found, ...]:
    """Keep the longest of overlapping finds; of equals the first found. Sorted by offset."""
    every = list(found)
    chosen: list[Found] = []
    crowd: list[int] = []
    end = -1
    # Most stand alone; only those that overlap, straight or through others, contend for a place.
    for begin, which in sorted([(one.span.begin, i) for i, one in enumerate(every)]):
        if begin >= end:
            chosen += [every[i] for i in crowd] if len(crowd) < _PAIR else _longest(every, crowd)
            crowd = []
        crowd.append(which)
        end = max(end, every[which].span.end)
    return (*chosen, *_longest(every, crowd))


def _longest(every: Sequence[Found], crowd: Sequence[int]) -> list[Found]:
    """Return the longest finds of those at the places `crowd`, none overlapping another."""
    kept = Taken()
    chosen: list[Found] = []
    for one in sorted((every[i] for i in sorted(crowd)), key=_by_length):
        if kept.free(one.span.begin, one.span.end):
            kept.add(one.span.begin, one.span.end)
            chosen.append(one)
    return sorted(chosen, key=_by_place)


def _by_length(found: Found) -> int:
    return found.span.begin - found.span.end


def _by_place(found: Found) -> tuple[int, int]:
    return found.span.begin, found.span.end
