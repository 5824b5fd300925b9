"""A name of the lexicon where it stands in a text, and what is seen of it there at first sight."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from kg.authority import Hit, Lexicon, Sense
from kg.languages import Language

FLYING = frozenset({"Mission", "Payload", "Programme"})
BODIES = frozenset({"Agency", "Organisation"})
PLACES = frozenset({"City", "Country"})

_TITLE_CASE = re.compile(r" [A-Z][a-z]")
_NUMBER = re.compile(r"-[A-Z]?\d")


class Occurrence(NamedTuple):
    """Words that the lexicon knows, in their text; `kind` is the class of the first sense."""

    hit: Hit
    words: str
    kind: str
    text: str
    lexicon: Lexicon
    language: Language

    def before(self, reach: int) -> str:
        """Return the text before the words, as far as `reach`."""
        return self.text[max(0, self.hit.begin - reach) : self.hit.begin]

    def after(self, reach: int) -> str:
        """Return the text after the words, as far as `reach`."""
        return self.text[self.hit.end : self.hit.end + reach]

    def kind_of(self, sense: Sense) -> str:
        """Return the class of one of the senses."""
        return self.lexicon.known[sense.key].kind

    def flies(self, sense: Sense) -> bool:
        """Tell whether one of the senses is a mission's, an instrument's or a programme's."""
        return self.lexicon.known[sense.key].kind in FLYING

    def of(self, *kinds: str) -> tuple[Sense, ...]:
        """Return the senses of some classes."""
        return tuple(s for s in self.hit.senses if self.lexicon.known[s.key].kind in kinds)

    def labels(self, sense: Sense) -> tuple[tuple[str, str], ...]:
        """Return the names of one of the senses, each with its language: VENµS is no "Venus"."""
        return self.lexicon.known[sense.key].labels

    def is_word(self) -> bool:
        """Tell whether the name is also an ordinary word in all its senses."""
        return all(s.contextual for s in self.hit.senses)

    def goes_on(self) -> bool:
        """Tell whether a word with a capital follows."""
        return _TITLE_CASE.match(self.text, self.hit.end) is not None

    def numbered(self) -> bool:
        """Tell whether a number makes a firm's name one of its satellites': "GHGSat-C1"."""
        return _NUMBER.match(self.text, self.hit.end) is not None

    def in_capitals(self) -> bool:
        """Tell whether the line in which the words begin is written in capitals."""
        at = self.hit.begin
        end = self.text.find("\n", at)
        line = self.text[self.text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(self.text)]
        return len(line.split()) > len("ab") and line.isupper()


def occurrences(
    hits: Iterable[Hit], text: str, lexicon: Lexicon, language: Language
) -> list[Occurrence]:
    """Return each hit in its text."""
    known = lexicon.known
    return [
        Occurrence(
            hit,
            text[hit.begin : hit.end],
            known[hit.senses[0].key].kind,
            text,
            lexicon,
            language,
        )
        for hit in hits
    ]
