"""The flow from sources to a store, as one readable chain; the only module that composes rooms.

source -> Release -> Document -> Findings -> Linked -> Reading -> Mapping -> ReleaseGraph
-> admitted by the shapes -> store
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox

from kg import (
    authority,
    documents,
    entities,
    facts,
    kept,
    languages,
    layout,
    mentions,
    resources,
    shapes,
    translations,
)
from kg.authority import Lexicon
from kg.contacts import read as read_contacts
from kg.contacts import without_details
from kg.entities import known_entity
from kg.errors import SpaceKGError, UnreadableError
from kg.graph import SUPERCLASSES, to_graph
from kg.languages import Language
from kg.model import Document, Linked, Mapping, Note, Reading, Release, ReleaseGraph
from kg.names import slug
from kg.releases import Given, discover, is_endless
from kg.releases import read as read_source
from kg.shapes import Report
from kg.store.base import Store
from kg.vocab import AUTHORITY, DEFAULT_BASE, ONTOLOGY, RDF, SKG

_KEY_LENGTH = 80
# As many releases go into the store together: at first few, soon there to be seen, later a share of what
# went in before, since the engine merges few large files sooner than many small ones.
BATCH = 100
_LARGEST_BATCH = 500
_SHARE = 10
# What makes of the ontology and the authority that which a store holds.
_BASE = ("pipeline.py", "graph.py", "vocab.py", "store/admissible.py", "store/skolem.py")


class Mapper:
    """Maps releases: a pure function of the release, the authority and these settings."""

    def __init__(
        self,
        base: str = DEFAULT_BASE,
        *,
        contacts: bool = False,
        keep_text: bool = False,
        authority_files: Collection[Path] = (),
        extractor: str = "rules",
        judged: bool = True,
    ) -> None:
        mentions.check(extractor)
        self.extractor = extractor
        self.judged = judged
        self.base = base
        self.contacts = contacts
        self.keep_text = keep_text
        self.authority = authority.snapshot(authority_files)
        if authority_files:
            # What is wrong with a user's own file is told at once, before any release is read.
            authority.lexicon_of(self.authority)

    @cached_property
    def lexicon(self) -> Lexicon:
        """Return the known names, loaded when first asked for."""
        return authority.lexicon_of(self.authority)

    def __getstate__(self) -> dict[str, object]:
        """Go to other processes without the lexicon, which each compiles or finds in its cache."""
        return {name: value for name, value in self.__dict__.items() if name != "lexicon"}

    def map(self, release: Release) -> Mapping:
        """Read one release: its entities, facts and events, each with its evidence."""
        plain = layout.plain(release)
        linked, language = self._link(plain.release)
        reading = facts.read(linked, language, self._posts(linked), judged=self.judged)
        return plain.restored(self._mapping(linked, reading))

    def observe(self, release: Release) -> facts.Observed:
        """Return what is judged in a release, from which it is learned how."""
        linked, language = self._link(layout.plain(release).release)
        return facts.observe(linked, language, self._posts(linked))

    def _link(self, release: Release) -> tuple[Linked, Language]:
        """Return a release with its names linked, and its language."""
        document = documents.read(release)
        language = languages.load(document.language)
        document = replace(document, publisher=self._publisher(document))
        findings = mentions.find(document, self.lexicon, language, self.extractor)
        linked = entities.link(document, findings, self.lexicon)
        if document.publisher is None:
            document = _presumed(linked)
            linked = replace(linked, document=document)
        return linked, language

    def _posts(self, linked: Linked) -> dict[str, tuple[str, ...]]:
        """Return the bodies at which the known persons of a document hold posts."""
        known = self.lexicon.known
        return {k: tuple(body for body, _ in known[k].posts) for k in linked.entities if k in known}

    def graph(self, mapping: Mapping) -> ReleaseGraph:
        """Return a mapping as RDF."""
        return to_graph(mapping, self.base, keep_text=self.keep_text)

    def authority_quads(self) -> Iterator[ox.Quad]:
        """Yield the authority under this mapper's base, as quads of its named graph."""
        graph = ox.NamedNode(self.base + AUTHORITY)
        for _, data in self.authority.contents:
            for quad in ox.parse(data, format=ox.RdfFormat.TURTLE):
                for triple in _superclasses(_rebased(quad.triple, self.base)):
                    yield ox.Quad(triple.subject, triple.predicate, triple.object, graph)

    def _publisher(self, document: Document) -> str | None:
        """Return the publisher's key: given as a key, a name or an address."""
        given = document.publisher
        if given is None or given in self.lexicon.known:
            return given
        keys = [k for k in self.lexicon.lookup(given) if k.startswith(("agency/", "organisation/"))]
        return keys[0] if len(keys) == 1 else None

    def _mapping(self, linked: Linked, reading: Reading) -> Mapping:
        document = linked.document
        found = dict(linked.entities)
        if document.publisher and document.publisher not in found:
            found[document.publisher] = known_entity(document.publisher, self.lexicon)
        for fact in reading.facts:
            for key in (fact.subject, fact.object):
                if key not in found:
                    found[key] = known_entity(key, self.lexicon)
        officers = read_contacts(linked, with_details=self.contacts)
        mapping = Mapping(
            release=_told(document),
            publisher=document.publisher.split("/", 1)[1] if document.publisher else "unknown",
            key=_key(document),
            entities=tuple(found[k] for k in sorted(found)),
            mentions=linked.mentions,
            facts=reading.facts,
            memberships=(*reading.memberships, *officers.memberships),
            events=reading.events,
            topics=reading.topics,
            contacts=officers.contacts,
            notes=(*document.notes, *linked.notes, *reading.notes),
        )
        return mapping if self.contacts else without_details(mapping)


def _rebased(triple: ox.Triple, base: str) -> ox.Triple:
    """Return a triple of the authority with the project's IRIs under the publisher's base."""
    subject, other = triple.subject, triple.object
    if isinstance(subject, ox.NamedNode):
        subject = ox.NamedNode(_moved(subject.value, base))
    if isinstance(other, ox.NamedNode):
        other = ox.NamedNode(_moved(other.value, base))
    return ox.Triple(subject, triple.predicate, other)


def _moved(iri: str, base: str) -> str:
    parts = (DEFAULT_BASE + "id/", DEFAULT_BASE + "graph/")
    return base + iri.removeprefix(DEFAULT_BASE) if iri.startswith(parts) else iri


def _presumed(linked: Linked) -> Document:
    """Return a document that does not say who published it, with the likeliest agency, and a note.

    Agencies name themselves first in their titles; where a title names none, most often.
    """
    document, title = linked.document, linked.document.title
    agencies = [m for m in linked.mentions if linked.entities[m.entity].kind == "Agency"]
    known = [m for m in agencies if linked.entities[m.entity].known]
    titled = [m.entity for m in known if title and title.begin <= m.span.begin < title.end]
    counts = Counter(m.entity for m in known)
    if not counts:
        return document
    publisher = titled[0] if titled else max(sorted(counts), key=lambda k: counts[k])
    why = "named first in the title" if titled else "named most often"
    name = linked.entities[publisher].label
    note = Note("publisher", f"no publisher is told: taken to be {name}, {why}")
    return replace(document, publisher=publisher, notes=(*document.notes, note))


def _told(document: Document) -> Release:
    """Return the release with what its own header says of it."""
    release = document.release
    title = document.title
    words = " ".join(document.text[title.begin : title.end].split()) if title else None
    return replace(
        release,
        publisher=document.publisher,
        number=document.number,
        issued=document.issued,
        language=document.language,
        title=release.title or words,
    )


def _key(document: Document) -> str:
    """Return the release's key: its number, else its day and title."""
    if document.number:
        return slug(document.number)
    told = _told(document)
    day = document.issued.isoformat() if document.issued else "undated"
    words = slug(told.title or document.text[:_KEY_LENGTH])[:_KEY_LENGTH].strip("-")
    return f"{day}-{words}" if words else day


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one release of a build.

    `status` is "admitted", "unchanged" (the store held just this), "rejected" (it does not
    conform: see `report`) or "unreadable" (see `error`).
    """

    origin: str
    status: str
    graph: ReleaseGraph | None = None
    report: Report | None = None
    error: SpaceKGError | None = None


# A source that is read as a whole where it is judged, or a release of one that is read here.
Piece: TypeAlias = "tuple[str, Release | UnreadableError | None]"


def build(
    sources: Iterable[str],
    store: Store,
    mapper: Mapper,
    given: Given | None = None,
    engine: str = "auto",
    *,
    jobs: int = 1,
) -> Iterator[Outcome]:
    """Map, validate and admit each release of `sources`; yield what became of it, in order.

    A release that cannot be read or does not conform is left out. The others go in a batch at a time,
    each wholly or not at all. Errors of the store itself are raised. `jobs` processes read, map and
    validate, and this one alone writes; a program that asks for several needs its
    `if __name__ == "__main__"`.
    """
    # What starts processes takes a while to import, and who only maps has no use for it.
    from kg.jobs import ordered

    prepare(store, mapper)
    judge = Judge(mapper, given, engine)
    with closing(ordered(judge, _pieces(sources), jobs)) as judged:
        yield from admitted(chain.from_iterable(judged), store)


def _pieces(sources: Iterable[str]) -> Iterator[Piece]:
    for source in discover(sources):
        if is_endless(source):
            yield from ((source, found) for found in read_source(source))
        else:
            yield source, None


@dataclass(frozen=True, slots=True)
class Judge:
    """Maps and validates releases: what each process of a build does."""

    mapper: Mapper
    given: Given | None = None
    engine: str = "auto"

    def __call__(self, piece: Piece) -> list[Outcome]:
        """Return what a store may admit, and what not; nothing is "unchanged" yet."""
        source, found = piece
        releases = read_source(source) if found is None else (found,)
        return [self._judged(release, source) for release in releases]

    def _judged(self, found: Release | UnreadableError, source: str) -> Outcome:
        if isinstance(found, UnreadableError):
            return Outcome(source, "unreadable", error=found)
        release = self.given.put_on(found) if self.given else found
        try:
            graph = self.mapper.graph(self.mapper.map(release))
        except UnreadableError as error:
            return Outcome(found.origin, "unreadable", error=error)
        report = shapes.validate((*graph.facts, *graph.evidence), self.engine)
        status = "admitted" if report.conforms else "rejected"
        return Outcome(found.origin, status, graph, report)


def admitted(outcomes: Iterable[Outcome], store: Store) -> Iterator[Outcome]:
    """Put what was judged into a store that is prepared; yield what became of each, in order."""
    for batch in _batches(outcomes):
        yield from _admitted(batch, store)


def _batches(outcomes: Iterable[Outcome]) -> Iterator[list[Outcome]]:
    """Yield outcomes in lists that grow, and name each release once."""
    batch: list[Outcome] = []
    names: set[str] = set()
    done, size = 0, BATCH
    for outcome in outcomes:
        name = outcome.graph.release if outcome.graph else ""
        if len(batch) == size or name in names:
            yield batch
            done += len(batch)
            size = min(max(BATCH, done // _SHARE), _LARGEST_BATCH)
            batch, names = [], set()
        batch.append(outcome)
        names |= {name} if name else set()
    yield batch


def _admitted(batch: Iterable[Outcome], store: Store) -> Iterator[Outcome]:
    """Put a batch into the store; yield what became of each."""
    outcomes = list(batch)
    graphs = [o.graph for o in outcomes if o.graph is not None and o.status == "admitted"]
    changed = admit(graphs, store)
    for outcome in outcomes:
        known = (
            outcome.status == "admitted" and outcome.graph and outcome.graph.release not in changed
        )
        yield replace(outcome, status="unchanged") if known else outcome


def admit(graphs: Iterable[ReleaseGraph], store: Store) -> frozenset[str]:
    """Put releases in, linked with their versions in other languages; return which are news."""
    linked = [translations.linked(graph, store) for graph in graphs]
    changed = frozenset(store.admit_all(linked))
    for graph in linked:
        for other in tuple(translations.translated(graph, store)):
            store.admit(other)
    return changed


def prepare(store: Store, mapper: Mapper) -> None:
    """Put the ontology and the authority into the store, where they are not there as they are.

    The digest of both is kept, since to make it takes longer than to map many releases.
    """
    parts = (path.read_bytes() for path in _ontology_files())
    made_of = kept.digest(mapper.base, mapper.authority.digest, ox.__version__, *parts, code=_BASE)
    folder = kept.folder()
    digest = kept.read(folder, "base", made_of)
    if digest and digest == store.base_digest():
        return
    with kept.uncollected():
        store.load_base(ontology_quads(mapper.base), mapper.authority_quads())
    if digest != store.base_digest():
        kept.write(folder, "base", made_of, store.base_digest())


def ontology_quads(base: str) -> Iterator[ox.Quad]:
    """Yield the ontology as quads of its named graph."""
    graph = ox.NamedNode(base + ONTOLOGY)
    for path in _ontology_files():
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            yield ox.Quad(quad.subject, quad.predicate, quad.object, graph)


def _ontology_files() -> Iterator[Path]:
    files = resources.files("ontology", ".ttl")
    return (path for path in files if path.parent.name != "authority")


def _superclasses(triple: ox.Triple) -> Iterator[ox.Triple]:
    """Yield the triple, and for a type the types that it implies."""
    yield triple
    kind = triple.object.value if isinstance(triple.object, ox.NamedNode) else ""
    if triple.predicate.value == RDF.type and kind.startswith(SKG.iri):
        for name in SUPERCLASSES.get(kind.removeprefix(SKG.iri), ()):
            yield ox.Triple(triple.subject, triple.predicate, ox.NamedNode(SKG[name]))
