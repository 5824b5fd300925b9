"""Persons that no lexicon knows: capitalised words beside an honorific, a post or an affiliation.

Short forms ("Mr Le Gall", "Rogozin") are found once the full name is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from kg.capitals import UPPER
from kg.encoding import CODES, Mark, encode
from kg.languages import CODES as CODES_OF_LANGUAGES
from kg.languages import Language, load
from kg.mentions import betrayed
from kg.mentions.given import is_given
from kg.mentions.surnames import PART, honour, short_forms
from kg.mentions.taken import Taken
from kg.model import Document, Found, Span, Title

_NO_NAMES = {
    "title",
    "title-plural",
    "celestial",
    "header",
    "stop",
    "headline",
    "caption",
    "agreement",
    "never-called",
    "meet",
    "visit",
    "sign",
}
"""Lists of words that stand in no person's name, however capitalised."""


def find(
    document: Document,
    names: Sequence[Found],
    titles: Sequence[Title],
    demonyms: Sequence[tuple[Span, str]],
    language: Language,
) -> tuple[Found, ...]:
    """Return the persons of the document, full names and short forms."""
    text = document.text
    stop = _stop_words(language)
    found = {f.span: f for f in names if f.kind == "Person"}
    marks = _marks(names, titles, demonyms)
    begins = [m.span.begin for m in marks]
    for sentence in document.sentences:
        inside = marks[
            bisect_left(begins, sentence.span.begin) : bisect_left(begins, sentence.span.end)
        ]
        encoded = encode(
            text, sentence.span, (m for m in inside if m.span.end <= sentence.span.end)
        )
        for match in betrayed.names(encoded.text, language.code):
            begin, end = encoded.origin(match.start("name")), encoded.origin(match.end("name"))
            for span in _clean(text, Span(begin, end), language):
                found.setdefault(span, _person(text, span, "beside-post"))
    for span in _given(text, names, language):
        if not any(s.begin < span.end and span.begin < s.end for s in found):
            found[span] = _person(text, span, "given-name")
    full = sorted(found.values(), key=lambda f: f.span)
    return (*full, *short_forms(text, full, language, stop))


def _marks(
    names: Sequence[Found],
    titles: Sequence[Title],
    demonyms: Sequence[tuple[Span, str]],
) -> list[Mark]:
    """Return the marks of names, posts and demonyms, disjoint; a post hides the names in it."""
    posts = Taken(t.span for t in titles)
    marks = [
        Mark(n.span, CODES.get(n.kind, "I"), i)
        for i, n in enumerate(names)
        if n.kind == "Person" or posts.free(n.span.begin, n.span.end)
    ]
    taken = Taken(m.span for m in marks)
    for i, title in enumerate(titles):
        if taken.free(title.span.begin, title.span.end):
            marks.append(Mark(title.span, "T", i))
    taken = Taken(m.span for m in marks)
    for i, (span, _) in enumerate(demonyms):
        if taken.free(span.begin, span.end):
            marks.append(Mark(span, "N", i))
    return sorted(marks, key=lambda m: m.span.begin)


def _person(text: str, span: Span, method: str) -> Found:
    return Found(span, "Person", " ".join(text[span.begin : span.end].split()), (), method)


@cache
def _stops(code: str) -> frozenset[str]:
    languages = [load(c) for c in CODES_OF_LANGUAGES]
    words: set[str] = set(load(code).set("function"))
    for language in languages:
        words |= set(language.months) | set(language.weekdays)
    for language, name in ((lang, n) for lang in languages for n in lang.words):
        if name.endswith("-head") or name in _NO_NAMES:
            words.update(w for entry in language.words[name] for w in entry.split())
    return frozenset(words)


def _stop_words(language: Language) -> frozenset[str]:
    return _stops(language.code)


def _clean(text: str, span: Span, language: Language) -> Iterator[Span]:
    """Yield the span less leading words that are no part of a name, if a name is left."""
    stop = _stop_words(language)
    words = [m.span() for m in _WORDS.finditer(text, *span)]
    honoured = [i for i in range(len(words)) if _honours(text, words, i, language)]
    words = words[honoured[-1] + 1 :] if honoured else words
    first = words[0] if words else None
    while words and _stopped(text, words[0], stop) and not _turned(text, words):
        # "President Launches Golden Age": a headline's verb has its object after it, no name.
        if text[slice(*words.pop(0))].casefold() in _verbs():
            return
    # "Accompagné | de Philippe Etienne": what the words left out led to is no part of the name.
    while words and words[0] != first and text[words[0][0]].islower():
        words.pop(0)
    for i, word in enumerate(words):
        if _links(text, words, i):
            continue
        if _stopped(text, word, stop):
            # "International Astronautical Congress" is no person called International.
            words = [] if _of_a_thing(text[slice(*word)]) else words[:i]
            break
        if text[word[0] : word[1]].endswith(("'s", "’s")):
            words = [*words[:i], (word[0], word[1] - len("'s"))]
            break
    capitals = [w for w in words if text[w[0]].isupper()]
    if len(capitals) >= len("ab") or (
        len(capitals) == 1
        and text[words[0][0] : words[0][1]].count(".")
        and len(text[words[0][0] : words[0][1]]) > len("A.")
    ):
        yield Span(words[0][0], words[-1][1])


def _honours(text: str, words: Sequence[tuple[int, int]], i: int, language: Language) -> bool:
    """Tell whether a word is an honorific.

    "M." is an initial after a given name ("Adnan M. Al Rais"), and in a language that does not honour so.
    """
    word = text[slice(*words[i])].strip(".").casefold()
    if len(word) > 1:
        return word in honour()
    return word in language.set("honour") and not (i and is_given(text[slice(*words[i - 1])]))


_WORDS = re.compile(r"\S+")


def _turned(text: str, words: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a name begins with the particle of a surname in capitals: "LE GALL Jean-Yves"."""
    first, *rest = (text[slice(*word)] for word in words)
    particle = first.isupper() and first.casefold() in _LINKS and len(rest) > 1
    return particle and rest[0].isupper() and not rest[-1].isupper()


# Particles of names, which the texts of all languages have.
_LINKS = frozenset({"le", "la", "de", "du", "des", "van", "von", "al", "el", "ben", "bin"})


def _links(text: str, words: Sequence[tuple[int, int]], i: int) -> bool:
    """Tell whether a word joins a given name to a surname: "Jean-Pascal Le Franc"."""
    if not 0 < i < len(words) - 1 or text[slice(*words[i])].casefold() not in _LINKS:
        return False
    return text[words[i + 1][0]].isupper() and is_given(text[slice(*words[0])])


@cache
def _month_names() -> frozenset[str]:
    """Return the months that are given names or surnames too, unless a day stands beside them."""
    return frozenset().union(*(load(code).set("month-name") for code in CODES_OF_LANGUAGES))


@cache
def _verbs() -> frozenset[str]:
    return frozenset().union(*(load(code).set("headline") for code in CODES_OF_LANGUAGES))


@cache
def _things() -> frozenset[str]:
    """Return the nouns that make capitalised words before them the name of a thing."""
    return frozenset().union(*(load(code).set("stop") for code in CODES_OF_LANGUAGES))


def _of_a_thing(word: str) -> bool:
    return word[:1].isupper() and word.casefold() in _things()


def _dated(text: str, word: tuple[int, int]) -> bool:
    """Tell whether a month stands beside its day: "on 2 May | Jean Duprey"."""
    after = text[word[1] : word[1] + 3].strip(". ")[:1]
    return after.isdigit() or text[max(0, word[0] - 2) : word[0]].strip()[-1:].isdigit()


def _stopped(text: str, word: tuple[int, int], stop: frozenset[str]) -> bool:
    if text[word[0] : word[1]].endswith(".") and word[1] - word[0] == len("A."):
        return False
    plain = text[word[0] : word[1]].strip(".,'’").casefold()
    if plain in _month_names() and not _dated(text, word):
        return False
    return plain in stop and not (len(plain) <= len("de") and text[word[0]].islower())


@cache
def _full_name() -> re.Pattern[str]:
    # A given name tells a person whatever the language: so do the particles of all.
    return re.compile(betrayed.shape(*CODES_OF_LANGUAGES))


_INVERTED = re.compile(
    rf"(?=[{UPPER}])(?<![\w-])(?P<particle>(?:(?:LE|LA|DE|DU|DES|VAN|VON|DI|DA|DEL|EL|AL|BEN)[ ]|D['’])*)"
    rf"[{UPPER}]{{2,}}(?:[ -][{UPPER}]{{2,}})*[ ](?P<given>{PART})(?![\w-]|[ ][{UPPER}])"
)
"""A surname in capitals before the given name, as credits have it: "PEUS Christophe".

Its particles are those that names have in the texts of all languages.
"""


_INITIALLED = re.compile(
    rf"(?=[{UPPER}]\.)(?<![\w.-])(?P<initials>(?:[{UPPER}]\.){{2,4}})[ ]?{PART}(?:[ ]{PART}){{0,2}}"
)
"""Initials before a surname, as in India: "Y.V.N. Krishna Murthy"."""
_OF_LANDS = frozenset({"U.S.", "U.K.", "U.N.", "E.U.", "D.C.", "U.S.A.", "U.A.E.", "U.S.S."})


_OWNED = re.compile(r"\S+['’]s\s")
"""Whose somebody is: "NASA's | Andre Douglas"."""
_WRAPPED = 50
"""Shorter lines end where they end: names in a column are not one name."""


def _full_names(text: str) -> Iterator[re.Match[str]]:
    """Yield runs of capitalised words, over a line's end only where the line was wrapped."""
    at = 0
    while (match := _full_name().search(text, at)) is not None:
        begin, end = match.span()
        stop = text.find("\n", begin, end)
        if stop > 0 and stop - text.rfind("\n", 0, begin) <= _WRAPPED:
            shorter = _full_name().fullmatch(text, begin, stop)
            at = stop
            if shorter is not None:
                yield shorter
            continue
        at = end
        yield match


def _unowned(text: str) -> Iterator[tuple[int, int]]:
    """Yield where names begin and end, less whose somebody is: "NASA's | Andre Douglas"."""
    for match in _full_names(text):
        owned = _OWNED.match(match[0])
        begin = match.start() + (owned.end() if owned else 0)
        yield begin, match.end()


def _given(text: str, names: Sequence[Found], language: Language) -> Iterator[Span]:
    """Yield runs of capitalised words with a common given name where a name has it."""
    stop = _stop_words(language)
    taken = Taken(n.span for n in names)
    for opens, end in _unowned(text):
        begin = _after_opening(text, opens, end, stop)
        given = is_given(text[begin:end].split(maxsplit=1)[0])
        if given and not _names_a_thing(text, begin, stop):
            for span in _clean(text, Span(begin, end), language):
                if span.begin == begin and taken.free(span.begin, span.end):
                    yield span
    yield from _initialled(text, taken, language)
    for match in _INVERTED.finditer(text):
        if not match["given"].isupper() and is_given(match["given"]):
            begin, end = match.end("particle"), match.end()
            for span in _clean(text, Span(begin, end), language):
                if span == Span(begin, end) and taken.free(match.start(), end):
                    yield Span(match.start(), end)


def _after_opening(text: str, begin: int, end: int, stop: frozenset[str]) -> int:
    """Return where a run of capitals begins less the word that opens a sentence: "With | Jean Duprey"."""
    first, *rest = text[begin:end].split()
    if len(rest) < len(("given", "family")) or first.casefold() not in stop:
        return begin
    month = first.casefold() in _month_names() and _dated(text, (begin, begin + len(first)))
    if is_given(first) and not month:
        return begin
    return text.index(rest[0], begin + len(first))


def _initialled(text: str, taken: Taken, language: Language) -> Iterator[Span]:
    """Yield surnames after several initials, less what opens with those of a land: "U.S. Navy"."""
    for match in _INITIALLED.finditer(text):
        if match["initials"] in _OF_LANDS or not taken.free(*match.span()):
            continue
        for span in _clean(text, Span(*match.span()), language):
            if span.begin == match.start() and text[span.end - 1] != ".":
                yield span


_NOUN = re.compile(r"([\w-]+) $")


def _names_a_thing(text: str, at: int, stop: frozenset[str]) -> bool:
    """Tell whether a person's name is that of a room, a prize or a meeting: "la conférence X"."""
    noun = _NOUN.search(text[max(0, at - 25) : at])
    return noun is not None and noun[1].islower() and noun[1] in _things() and noun[1] in stop
