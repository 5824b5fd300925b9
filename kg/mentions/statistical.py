"""Names that a statistical model takes for persons or organisations: spaCy's small pipelines.

A choice, and the last of the finders: it adds what the lexicon and the rules leave, and overrides
none of them. Which package holds the model of a language, the language's data file says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from typing import Any, Final

from kg.errors import UsageError
from kg.languages import CODES, Language, load
from kg.mentions import worded
from kg.mentions.kinds import kind_of_name, kind_of_place
from kg.mentions.taken import Taken
from kg.model import Found, Span, Title

KINDS: Final = {"PERSON": "Person", "PER": "Person", "ORG": "Organisation"}
"""The labels that count, and the class that each gives; models of other languages say PER."""
_UNUSED: Final = ("tagger", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer")
_ORDINARY: Final = frozenset(
    ("function", "small", "stop", "header", "contacts", "title", "agreement", "celestial")
)
_REMEDY: Final = (
    "Install them: pip install 'spacekg[models]'; or spaCy alone, and then the official models: "
    "python -m spacy download en_core_web_sm; python -m spacy download fr_core_news_sm"
)
_BREAK: Final = re.compile(r"\n\s*\n")
_TAIL: Final = re.compile(r"(?:['’]s?|[\s,.;:()])+$", re.IGNORECASE)
_PIECE: Final = 100_000
"""As many characters as the model is given at once: what it needs in memory grows with them."""


def check() -> None:
    """Raise a UsageError unless spaCy and a model of each language are installed."""
    missing = [] if find_spec("spacy") else ["spacy"]
    for code in CODES:
        pipelines = load(code).pipelines
        if pipelines and _installed(pipelines) is None:
            missing.append(pipelines[0])
    if missing:
        raise UsageError(f"the extractor spacy lacks {', '.join(missing)}", _REMEDY)


def find(
    text: str, names: Sequence[Found], titles: Sequence[Title], language: Language
) -> Iterator[Found]:
    """Yield the persons and organisations that the model sees where no name or post stands yet."""
    taken = Taken(n.span for n in names)
    posts = Taken(t.span for t in titles)
    common = _common(language.code)
    for label, begin, end in _entities(text, language):
        span = _trimmed(text, begin, end, language)
        free = taken.free(span.begin, span.end) and posts.free(span.begin, span.end)
        name = " ".join(text[span.begin : span.end].split())
        if free and _is_name(name, KINDS[label]) and not _is_ordinary(name, text, common):
            yield Found(span, _kind(label, name, text, span, language), name, (), "statistical")


def _entities(text: str, language: Language) -> Iterator[tuple[str, int, int]]:
    """Yield label, begin and end of what the model of this language names."""
    model = _model(language.code)
    if model is None:
        return
    for at in range(0, len(text), _PIECE):
        # What a text leaves in the model's store of words goes with the zone: memory stays flat.
        with model.memory_zone():
            found = model(text[at : at + _PIECE]).ents
            places = [(e.label_, at + e.start_char, at + e.end_char) for e in found]
        yield from (place for place in places if place[0] in KINDS)


@cache
def _model(code: str) -> Any:
    """Return the language's model, loaded once; None where no package is named for it."""
    name = _installed(load(code).pipelines)
    if name is None:
        return None
    import spacy

    return spacy.load(name, exclude=_UNUSED)


def _installed(pipelines: Sequence[str]) -> str | None:
    return next((name for name in pipelines if find_spec(name)), None)


def _trimmed(text: str, begin: int, end: int, language: Language) -> Span:
    """Return the span up to a blank line, without article, possessive and punctuation."""
    words = _BREAK.split(text[begin:end])[0]
    lead = worded.pattern(language.code, "article", any_case=True).match(words)
    start = lead.end() if lead else 0
    return Span(begin + start, begin + start + len(_TAIL.sub("", words[start:])))


def _is_name(words: str, kind: str) -> bool:
    """Tell whether the words are shaped as a name; that of a person has two words and no digit."""
    if not words[:1].isupper() or any(c in words for c in "@/:,"):
        return False
    return kind != "Person" or (" " in words and not any(c.isdigit() for c in words))


def _is_ordinary(words: str, text: str, common: frozenset[str]) -> bool:
    """Tell whether the words are the genre's own, or also stand in the text without capitals."""
    parts = words.casefold().split()
    return (
        all(part in common for part in parts)
        or re.search(rf"(?<!\w){re.escape(words.lower())}(?!\w)", text) is not None
    )


@cache
def _common(code: str) -> frozenset[str]:
    """Return the words that make no name by themselves: head nouns, posts, function words."""
    language = load(code)
    entries = (
        entry
        for name, words in language.words.items()
        if name.endswith("-head") or name in _ORDINARY
        for entry in words
    )
    return frozenset(
        (*language.months, *language.weekdays, *(w for e in entries for w in e.split()))
    )


def _kind(label: str, name: str, text: str, span: Span, language: Language) -> str:
    """Return the class: a person as the model says, else by head noun and the words around."""
    if KINDS[label] == "Person":
        return "Person"
    told = kind_of_name(name, language) or kind_of_place(text, span, span, language)
    return told or KINDS[label]
