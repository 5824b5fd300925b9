"""The flow from sources to a store, as one readable chain; the only module that composes rooms.

    source -> Release -> Document -> Findings -> Linked -> Reading -> Mapping -> ReleaseGraph -> store
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from kg import authority, documents, entities, facts, languages, mentions
from kg.authority import Lexicon
from kg.contacts import read as read_contacts
from kg.entities import known_entity
from kg.graph import to_graph
from kg.model import Document, Linked, Mapping, Reading, Release, ReleaseGraph
from kg.names import slug
from kg.vocab import DEFAULT_BASE

_KEY_LENGTH = 80


class Mapper:
    """Maps releases: a pure function of the release, the authority and these settings."""

    def __init__(
        self,
        base: str = DEFAULT_BASE,
        *,
        contacts: bool = False,
        keep_text: bool = False,
        authority_files: Iterable[Path] = (),
    ) -> None:
        self.base = base
        self.contacts = contacts
        self.keep_text = keep_text
        self._authority_files = tuple(authority_files)

    @cached_property
    def lexicon(self) -> Lexicon:
        """Return the known names, loaded when first asked for."""
        return authority.load(self._authority_files)

    def map(self, release: Release) -> Mapping:
        """Read one release: its entities, facts and events, each with its evidence."""
        document = documents.read(release)
        language = languages.load(document.language)
        document = replace(document, publisher=self._publisher(document))
        findings = mentions.find(document, self.lexicon, language)
        linked = entities.link(document, findings, self.lexicon)
        if document.publisher is None:
            document = replace(document, publisher=_most_named(linked))
            linked = replace(linked, document=document)
        reading = facts.read(linked, language)
        return self._mapping(linked, reading)

    def graph(self, mapping: Mapping) -> ReleaseGraph:
        """Return a mapping as RDF."""
        return to_graph(mapping, self.base, keep_text=self.keep_text)

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
        return Mapping(
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


def _most_named(linked: Linked) -> str | None:
    """Return the agency that a release without publisher names first among those named most."""
    agencies = [m.entity for m in linked.mentions if linked.entities[m.entity].kind == "Agency"]
    known = [a for a in agencies if linked.entities[a].known]
    counts = Counter(known)
    return max(counts, key=lambda k: (counts[k], -known.index(k))) if counts else None


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


