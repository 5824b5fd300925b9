"""How an explanation is put into words, for the terminal and for a notebook alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from kg.views.records import Explanation, Happening, Post, ReleaseInfo, Statement

# How much of a day is known, by its precision.
_PRECISE: Final = {"year": 4, "month": 7}

SAID: Final = "Releases say"
DISCUSSED: Final = "Releases only discuss"
EVENTS: Final = "Events"
POSTS: Final = "Posts"
KNOWN: Final = "Known beforehand"
NAMED: Final = "Named in"


def said(found: Explanation) -> Iterator[Statement]:
    """Yield the facts that releases say."""
    return (statement for statement in found.statements if statement.sentences)


def known(found: Explanation) -> Iterator[Statement]:
    """Yield the facts that the authority alone states."""
    return (statement for statement in found.statements if not statement.sentences)


def clause(statement: Statement) -> str:
    """Return a statement as subject, verb and object."""
    end = statement.object
    words = statement.subject.label, statement.predicate.label
    return " ".join((*words, end if isinstance(end, str) else end.label))


def day(event: Happening) -> str:
    """Return the day of an event, as precisely as it is known."""
    return event.date[: _PRECISE.get(event.precision, len(event.date))] or "no date"


def bracketed(statuses: Iterable[str]) -> str:
    """Return statuses as they stand behind what has them: " [planned, completed]", or nothing."""
    names = ", ".join(statuses)
    return f" [{names}]" if names else ""


def post(held: Post) -> str:
    """Return who holds a post, where, and as of when."""
    where = f", {held.organisation.label}" if held.organisation else ""
    return f"{held.person.label}: {held.title}{where} (as of {held.as_of})"


def release(told: ReleaseInfo, title: str) -> str:
    """Return a release by publisher, number (or else this title) and day; its IRI for want of all."""
    publisher = told.publisher.label if told.publisher else ""
    parts = publisher, told.number or title, told.issued
    return ", ".join(part for part in parts if part) or told.iri
