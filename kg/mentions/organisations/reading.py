"""A text in which names of bodies are sought, with what is known of it so far."""

from __future__ import annotations

from dataclasses import dataclass

from kg.languages import Language
from kg.model import Found, Span

OWNERS = frozenset({"Agency", "Organisation"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, the names and the demonyms found in it, and its language."""

    text: str
    names: tuple[Found, ...]
    nationals: dict[Span, str]
    language: Language

    def words(self, span: Span) -> str:
        """Return the words of a span."""
        return self.text[span.begin : span.end]

    def over(self, span: Span) -> list[Found]:
        """Return the names that share a part of `span`."""
        return [n for n in self.names if n.span.begin < span.end and span.begin < n.span.end]

    @property
    def lands(self) -> dict[Span, str]:
        """Return the countries named, by where they stand: "Portugal Space Agency"."""
        return {n.span: n.keys[0] for n in self.names if n.kind == "Country" and n.keys}
