"""What an explanation is made of: immutable records, ready to be printed or turned into JSON."""

from __future__ import annotations

from dataclasses import dataclass

from kg.views.labels import Thing


@dataclass(frozen=True, slots=True)
class Name:
    """A name; `usual` tells labels from alternative names, `language` is "" where none is told."""

    text: str
    language: str
    usual: bool


@dataclass(frozen=True, slots=True)
class ReleaseInfo:
    """A release: what a reader needs to find it again. What it does not tell is ""."""

    issued: str
    iri: str
    title: str = ""
    publisher: Thing | None = None
    number: str = ""
    language: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of a release that say something, and how sure the program is that they do.

    `status` and `confidence` are those of the claim; an event's words have none of their own.
    """

    quote: str
    span: str
    release: ReleaseInfo
    status: str = ""
    confidence: float | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact, or a claim that is none: its object is a thing, or a literal's text."""

    subject: Thing
    predicate: Thing
    object: Thing | str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A thing's part in an event: "participant", "vehicle", "place"."""

    name: str
    thing: Thing


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with its day and all that took part. Releases may differ on its status."""

    thing: Thing
    kind: Thing
    date: str
    precision: str
    end: str
    statuses: tuple[str, ...]
    roles: tuple[Role, ...]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Post:
    """A post that a person holds, as of the day of a release."""

    person: Thing
    organisation: Thing | None
    title: str
    as_of: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is known of one thing.

    `statements` are facts with it as subject or object; those without sentences come from the
    authority. `discussed` holds what releases only consider, which is no fact. `mentioned` are
    the releases that name it, the oldest first.
    """

    thing: Thing
    names: tuple[Name, ...]
    classes: tuple[Thing, ...]
    same_as: tuple[str, ...]
    statements: tuple[Statement, ...]
    discussed: tuple[Statement, ...]
    events: tuple[Happening, ...]
    posts: tuple[Post, ...]
    mentioned: tuple[ReleaseInfo, ...]

    def _repr_html_(self) -> str:
        """Return the explanation as a notebook shows it."""
        from kg.views.explained import page

        return page(self)
