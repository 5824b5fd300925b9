"""The records that flow through the rooms: immutable, typed, without behaviour of their own.

Offsets count code points in the NFC form of a release's text with line feeds, end exclusive.
An entity is named by its key, `{class}/{slug}` ("agency/cnes", "meeting/2020-02-14-cnes-roscosmos"),
which becomes an IRI only in `kg.graph`, under the publisher's base.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from pyoxigraph import Triple


class Span(NamedTuple):
    """A stretch of a release's text: code points `begin` to `end`, end exclusive.

    A tuple, since a release has hundreds, which are compared, sorted and looked up all the time.
    """

    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Release:
    """One press release as read from its source: NFC text and what the source says of itself.

    `origin` is what messages call it (a file name); the other fields are None where the source
    is silent, and are then read from the text itself. `extraction` says how the text was got out
    of the source ("text", "pypdf 6.1.0").
    """

    text: str
    origin: str
    publisher: str | None = None
    number: str | None = None
    issued: date | None = None
    language: str | None = None
    title: str | None = None
    source: str | None = None
    media_type: str = "text/plain"
    extraction: str = "text"


@dataclass(frozen=True, slots=True)
class Day:
    """A date as precise as the text says it: `precision` is "day", "month" or "year"."""

    value: date
    precision: str = "day"


class Ties(NamedTuple):
    """The keys of what the authority ties a known mission, programme or instrument to.

    `shares` are those who have a share in it, what it carries, and the programmes that it belongs to,
    straight or through others; `makers` who built it; `flight` the vehicles and sites of its launch,
    with those that they are a kind or a part of. A vehicle and a site have these alone.
    """

    shares: tuple[str, ...] = ()
    makers: tuple[str, ...] = ()
    flight: tuple[str, ...] = ()


UNTIED: Final = Ties()


@dataclass(frozen=True, slots=True)
class Entity:
    """Something that a release names. `kind` is a class of the ontology ("Agency").

    Of known ones the authority may say the key of a body's `country`, and when something was
    `launched`, as precisely as is known: "2018-05-05", "2018-05", "2018".
    """

    key: str
    kind: str
    label: str
    names: tuple[str, ...] = ()
    known: bool = False
    country: str | None = None
    ties: Ties = UNTIED
    launched: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the text that name an entity, and how they were found."""

    span: Span
    text: str
    entity: str
    method: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A direct statement: entity keys and a property's local name, with the clause that says it."""

    subject: str
    predicate: str
    object: str
    evidence: Span
    rule: str
    confidence: float
    status: str = "completed"


@dataclass(frozen=True, slots=True)
class Membership:
    """A post: a person's title, at an organisation where the text names one."""

    person: str
    organisation: str | None
    title: str
    evidence: Span
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Event:
    """One happening, however often told. `links` are (property local name, entity key) pairs."""

    key: str
    kind: str
    label: str
    day: Day | None
    status: str
    links: tuple[tuple[str, str], ...]
    evidence: tuple[Span, ...]
    rule: str
    confidence: float
    end: date | None = None
    agreement: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """A press contact: phone and mail are kept only where the user asks for contacts."""

    person: str
    phone: str | None = None
    mail: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something that a careful reader would want to know, such as a weekday that contradicts."""

    kind: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Mapping:
    """All that was read in one release."""

    release: Release
    publisher: str
    key: str
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    facts: tuple[Fact, ...]
    memberships: tuple[Membership, ...]
    events: tuple[Event, ...]
    topics: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class ReleaseGraph:
    """A release as RDF: its facts and its evidence, each a named graph of its own.

    `release`, `facts_graph` and `evidence_graph` are IRIs; the triples are sorted and unique.
    """

    release: str
    facts_graph: str
    evidence_graph: str
    facts: tuple[Triple, ...]
    evidence: tuple[Triple, ...]
    notes: tuple[Note, ...] = field(default=(), compare=False)

    def __reduce__(self) -> tuple[Callable[..., ReleaseGraph], tuple[object, ...]]:
        """Go to other processes as N-Triples: terms one by one would take five times as long."""
        from pyoxigraph import RdfFormat, serialize

        lines = [serialize(t, format=RdfFormat.N_TRIPLES) for t in (self.facts, self.evidence)]
        return _unpacked, (self.release, self.facts_graph, self.evidence_graph, lines, self.notes)

    def __iter__(self) -> Iterator[tuple[Triple, str]]:
        """Yield each triple with the IRI of its graph."""
        for triple in self.facts:
            yield triple, self.facts_graph
        for triple in self.evidence:
            yield triple, self.evidence_graph


def _unpacked(
    release: str, facts_graph: str, evidence_graph: str, lines: list[bytes], notes: tuple[Note, ...]
) -> ReleaseGraph:
    from pyoxigraph import RdfFormat, parse

    facts, evidence = (
        tuple([quad.triple for quad in parse(some, RdfFormat.N_TRIPLES)]) for some in lines
    )
    return ReleaseGraph(release, facts_graph, evidence_graph, facts, evidence, notes)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a release, and the part it stands in: title, body or contacts."""

    span: Span
    part: str = "body"


@dataclass(frozen=True, slots=True)
class Document:
    """A release as a reader sees it: what its header says, and its sentences in order.

    `issued` is None where neither source nor text gives a day; `publisher` is an agency's key
    ("agency/cnes") or None.
    """

    release: Release
    language: str
    issued: date | None
    number: str | None
    title: Span | None
    publisher: str | None
    place: Span | None
    sentences: tuple[Sentence, ...]
    notes: tuple[Note, ...] = ()

    @property
    def text(self) -> str:
        """Return the release's text."""
        return self.release.text


@dataclass(frozen=True, slots=True)
class Found:
    """Words found by one finder: a name of a known individual, or of an unknown one.

    `keys` are the known individuals that the words may stand for (none: an unknown one, whose
    class is `kind`); `name` is the form to be called by.
    """

    span: Span
    kind: str
    name: str
    keys: tuple[str, ...]
    method: str
    contextual: bool = False


@dataclass(frozen=True, slots=True)
class Title:
    """Words that name a post ("Director of Science"), without the organisation it is held at."""

    span: Span
    text: str
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Findings:
    """What the finders found in a document: names, posts, demonyms; sorted, not overlapping."""

    names: tuple[Found, ...]
    titles: tuple[Title, ...]
    demonyms: tuple[tuple[Span, str], ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """A document whose names are linked: every mention points to an entity by its key."""

    document: Document
    findings: Findings
    entities: dict[str, Entity]
    mentions: tuple[Mention, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the readers of facts found in a linked document."""

    facts: tuple[Fact, ...]
    memberships: tuple[Membership, ...]
    events: tuple[Event, ...]
    topics: tuple[str, ...]
    notes: tuple[Note, ...] = ()
