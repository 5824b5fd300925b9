"""Words that name a post: "Deputy Director of Science", "ministre des Affaires étrangères"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.anchors import Anchors, plain
from kg.capitals import WORD
from kg.languages import Language, load
from kg.mentions import worded
from kg.mentions.given import is_given
from kg.mentions.taken import Taken
from kg.model import Found, Span, Title
from kg.patterns import word_list
from kg.wordtries import trie

_STOP_AT = frozenset({"Agency", "Organisation", "Site", "Person"})


@cache
def _pattern(code: str) -> re.Pattern[str]:
    modifiers = load(code).alternatives("title-modifier")
    return worded.pattern(code, "post", modifiers=modifiers, titles=_titles(code)).regex


@cache
def _titles(code: str) -> str:
    """Return what matches the longest title of a post, over a line's end too."""
    return trie(load(code).words["title"], r"[ \n]").replace("'", "['’]")


_NOT_FAR = 20


@cache
def _anchors(code: str) -> Anchors:
    words = load(code).words
    return Anchors((*words["title"], *words["title-modifier"]))


def find(
    text: str, names: Sequence[Found], demonyms: Sequence[tuple[Span, str]], language: Language
) -> tuple[Title, ...]:
    """Return the posts named in `text`; a complement that is a known body is left out of them."""
    blocked = [n for n in names if n.kind in _STOP_AT]
    nationals = [s for s, _ in demonyms]
    taken = Taken(n.span for n in names)
    found: list[Title] = []
    no_titles = language.words.get("title-not", ())
    at = 0
    for start in _anchors(language.code).starts(plain(text)):
        match = _pattern(language.code).match(text, start) if start >= at else None
        if match is None:
            continue
        low = text[start : start + _NOT_FAR].casefold()
        if low.startswith(no_titles) or _no_post(text, start, low, language):
            continue  # "chef de file" is no post
        span = _cut(text, Span(*match.span()), blocked, nationals, language)
        if span is not None and taken.free(span.begin, span.begin + 1):
            span = _with_country(span, names)
            found.append(Title(span, " ".join(text[span.begin : span.end].split())))
        # What was cut off may hold the next post.
        at = span.end if span else match.end()
    for match in word_list(language.code, "title-plural").finditer(text):
        if not any(t.span.begin < match.end() and match.start() < t.span.end for t in found):
            found.append(Title(Span(*match.span()), match[0], plural=True))
    return tuple(sorted(found, key=lambda t: t.span))


def _no_post(text: str, at: int, low: str, language: Language) -> bool:
    """Tell whether the words before make a title a verb, or what a body is: "qui président"."""
    if worded.pattern(language.code, "post-verb").search(text, max(0, at - 1), at):
        return True
    if not low.startswith(language.words["title-predicate"]):
        return False
    body_is = worded.pattern(language.code, "post-body-is")
    return body_is.search(text, max(0, at - _NOT_FAR), at) is not None


def _cut(
    text: str,
    span: Span,
    blocked: Sequence[Found],
    nationals: Sequence[Span],
    language: Language,
) -> Span | None:
    """End the post before the body that it is held at: "Director | of ESA"."""
    if any(word in text[span.begin : span.end] for word in language.words["title-whole"]):
        return span
    end = span.end
    for name in blocked:
        if span.begin < name.span.begin < end:
            gap = text[span.begin : name.span.begin]
            before = worded.pattern(language.code, "post-gap").search(gap)
            end = span.begin + (before.start() if before else len(gap.rstrip()))
    end = _before_next(text, Span(span.begin, end), nationals, language.code)
    for before_other in (_before_owner, _before_person, _before_given, _before_post, _before_named):
        end = before_other(text, Span(span.begin, end), language.code)
    end = _without_demonym(text, Span(span.begin, end), nationals, language.code)
    loose = worded.pattern(language.code, "post-loose").search(text, span.begin, end)
    end = loose.start() if loose else end
    return Span(span.begin, end) if end > span.begin else None


def _with_country(span: Span, names: Sequence[Found]) -> Span:
    """Let a post end with the country that it ends within: "aux Émirats | arabes unis"."""
    ends = (
        n.span.end for n in names if n.kind == "Country" and span.begin < n.span.begin < span.end
    )
    return Span(span.begin, max(span.end, max((e for e in ends), default=span.end)))


def _before_next(text: str, span: Span, nationals: Sequence[Span], code: str) -> int:
    """End the post where a list goes on with another's: "of India, and | French President"."""
    for national in nationals:
        if span.begin < national.begin < span.end:
            gap = worded.pattern(code, "post-list").search(text[span.begin : national.begin])
            if gap:
                return span.begin + gap.start()
    return span.end


def _before_owner(text: str, span: Span, code: str) -> int:
    """End the post before the owner of a body: "director | of Spain's"."""
    owner = worded.pattern(code, "post-owner").search(text[span.begin : span.end])
    return span.begin + owner.start() if owner else span.end


def _before_person(text: str, span: Span, code: str) -> int:
    """End the post before the person who holds it: "for Economic Growth | Jose Fernandez"."""
    for word in worded.pattern(code, "post-person").finditer(text, span.begin, span.end):
        if is_given(word["given"]):
            return word.start()
    return span.end


_WORD = re.compile(rf"[ ]{WORD}")
_LAST = re.compile(rf"(?P<given>{WORD})$")


def _before_given(text: str, span: Span, code: str) -> int:
    """End the post before another who is named next: "président de l'agence | , et de Jean Dupont"."""
    last = _LAST.search(text, span.begin, span.end)
    named = _WORD.match(text, span.end)
    if last is None or named is None or not is_given(last["given"]):
        return span.end
    joined = worded.pattern(code, "post-joined").search(text, span.begin, last.start())
    return joined.start() if joined else span.end


def _before_named(text: str, span: Span, code: str) -> int:
    """End the post before another person with a post: "of France, | and Ann Lee, Director of"."""
    named = worded.pattern(code, "post-named").search(text, span.begin, span.end)
    if named is None:
        return span.end
    apposed = worded.pattern(code, "post-apposed", any_case=True, titles=_titles(code))
    return named.start() if apposed.match(text, span.end) else span.end


def _before_post(text: str, span: Span, code: str) -> int:
    """End the post before another one: "Minister of Science | and Chairwoman"."""
    of = worded.pattern(code, "post-of").search(text, span.begin, span.end)
    if of is None:
        return span.end
    following = worded.pattern(code, "post-next", any_case=True, titles=_titles(code))
    other = following.search(text, of.end(), span.end)
    return other.start() if other else span.end


def _without_demonym(text: str, span: Span, nationals: Sequence[Span], code: str) -> int:
    """End the post before "of the Russian" where that begins a description of a body."""
    for national in nationals:
        if national.end == span.end and span.begin < national.begin:
            described = worded.pattern(code, "post-described")
            link = described.search(text[span.begin : national.begin])
            return span.begin + link.start() if link else span.end
    return span.end
