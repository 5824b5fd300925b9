"""Texts that are set with indents, runs of blanks or Markdown, read as the words alone.

Mails, wrapped lists and the text of PDFs are set with blanks, copies of pages with links: a name that
goes on in the next line, four blanks in, or whose half is a link, is none that any list knows. A run of
blanks is read as one, an indented line as what goes on the long one before it, or else without its indent;
of a link its words, of emphasis and underlining too.
What is found is told by its place in the text as it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from kg.model import Mapping, Note, Release, Span

_LINK = r"\]\(https?://[^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)"
_SET = re.compile(
    rf"(?P<indent>\n[ \t]+)|(?P<blanks>[ \t]{{2,}}|\t)|\[(?=[^\[\]]{{1,300}}{_LINK})|{_LINK}"
    r"| (?=\*\* )|\*\*|</?u>"
)
_ITEM = re.compile(r"[-–—•*·]|(?:\d{1,2}|[a-z])[.)]\s|\n")
"""How an item of a list begins; and an empty line, which no line goes on in."""
_LONG = 50
"""A line of more characters is broken because it is full."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A release to be read, its layout left out, and the way back to the one `given`.

    `ends` are the places in the plain text that something was left out before, `shifts` how many
    characters were so far.
    """

    given: Release
    release: Release
    ends: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def restored(self, mapping: Mapping) -> Mapping:
        """Return what was read in the plain text, told of the release as it was given."""
        if not self.ends:
            return mapping
        text = self.given.text
        spans = [self.back(m.span) for m in mapping.mentions]
        return replace(
            mapping,
            release=replace(mapping.release, text=text),
            mentions=tuple(
                replace(m, span=span, text=text[span.begin : span.end])
                for m, span in zip(mapping.mentions, spans, strict=True)
            ),
            facts=tuple(replace(f, evidence=self.back(f.evidence)) for f in mapping.facts),
            memberships=tuple(
                replace(m, evidence=self.back(m.evidence)) for m in mapping.memberships
            ),
            events=tuple(
                replace(e, evidence=tuple(self.back(s) for s in e.evidence)) for e in mapping.events
            ),
            notes=tuple(self._noted(note) for note in mapping.notes),
        )

    def back(self, span: Span) -> Span:
        """Return where a stretch of the plain text stands in the given one."""
        # What is left out before its first character or after its last is no part of it.
        end = span.end + self._shift(span.end - 1)
        return Span(min(span.begin + self._shift(span.begin), end), end)

    def _shift(self, at: int) -> int:
        before = bisect_right(self.ends, at)
        return self.shifts[before - 1] if before else 0

    def _noted(self, note: Note) -> Note:
        return note if note.span is None else replace(note, span=self.back(note.span))


def plain(release: Release) -> Plain:
    """Return a release without its layout."""
    parts: list[str] = []
    ends: list[int] = []
    shifts: list[int] = []
    at = length = 0
    for match in _SET.finditer(release.text):
        stands = _stands_for(match)
        parts += (release.text[at : match.start()], stands)
        length += match.start() - at + len(stands)
        at = match.end()
        ends.append(length)
        shifts.append(at - length)
    if not ends:
        return Plain(release, release)
    text = "".join((*parts, release.text[at:]))
    return Plain(release, replace(release, text=text), tuple(ends), tuple(shifts))


def _stands_for(match: re.Match[str]) -> str:
    """Return what is read instead: an indented line goes on the long one before it, unless it is an item."""
    if not match["indent"]:
        return " " if match["blanks"] else ""
    text, begin = match.string, match.start()
    wrapped = begin - text.rfind("\n", 0, begin) > _LONG and _ITEM.match(text, match.end()) is None
    return " " if wrapped else "\n"
