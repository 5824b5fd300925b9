"""Compile the authority's Turtle into a lexicon: individuals, their names, and who is called what."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.anchors import plain
from kg.authority.lexicon import Known, Lexicon, Sense, flatten
from kg.errors import UnreadableError
from kg.names import fold, is_acronym
from kg.vocab import DCTERMS, DEFAULT_BASE, ORG, RDF, RDFS, SKG, SKOS

_ID = DEFAULT_BASE + "id/"
_LABELS = (RDFS.label, SKOS.altLabel, SKG.contextualLabel)
_SHORT = 3


def compile_files(files: Iterable[tuple[Path, bytes]], digest: str) -> Lexicon:
    """Return the lexicon of Turtle files, given as their paths and contents."""
    return _compile([t for path, data in files for t in _parse(path, data)], digest)


def _parse(path: Path, data: bytes) -> list[ox.Triple]:
    try:
        return [q.triple for q in ox.parse(data, format=ox.RdfFormat.TURTLE)]
    except (SyntaxError, ValueError) as error:
        raise UnreadableError(f"{path}: {error}", "Mend the Turtle and try again.") from error


def _compile(triples: list[ox.Triple], digest: str) -> Lexicon:
    index: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = {}
    for t in triples:
        if isinstance(t.subject, ox.NamedNode) and isinstance(t.object, ox.NamedNode | ox.Literal):
            properties = index.setdefault(t.subject.value, {})
            properties.setdefault(t.predicate.value, []).append(t.object)
    posts = _posts(index)
    known: dict[str, Known] = {}
    surfaces: dict[str, list[Sense]] = {}
    demonyms: dict[str, str] = {}
    for iri in sorted(index):
        entry = _known(iri, index, posts)
        if entry is None:
            continue
        known[entry.key] = entry
        _add_senses(entry, index[iri], surfaces)
        for word in index[iri].get(SKG.demonym, ()):
            demonyms[plain(word.value)] = entry.key
    names = sorted(surfaces)
    by_fold: dict[str, list[str]] = {}
    for name in names:
        keys = by_fold.setdefault(fold(name), [])
        keys.extend(s.key for s in surfaces[name] if s.key not in keys)
    return Lexicon(
        known=known,
        names=tuple(names),
        senses=tuple(tuple(surfaces[n]) for n in names),
        demonyms=demonyms,
        by_fold={k: tuple(v) for k, v in by_fold.items()},
        digest=digest,
    )


def _posts(
    index: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]],
) -> dict[str, list[tuple[str, str]]]:
    posts: dict[str, list[tuple[str, str]]] = {}
    for properties in index.values():
        members = properties.get(ORG.member, ())
        for member in members:
            for place in properties.get(ORG.organization, ()):
                since = properties.get(SKG.since, [ox.Literal("")])[0].value
                posts.setdefault(member.value, []).append((place.value.removeprefix(_ID), since))
    return posts


def _known(
    iri: str,
    index: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]],
    posts: dict[str, list[tuple[str, str]]],
) -> Known | None:
    properties = index[iri]
    kinds = [
        t.value.removeprefix(SKG.iri)
        for t in properties.get(RDF.type, ())
        if t.value.startswith(SKG.iri)
    ]
    labels = [o for o in properties.get(RDFS.label, ()) if isinstance(o, ox.Literal)]
    if not iri.startswith(_ID) or not labels or not kinds or kinds[0] == "Topic":
        return None
    english = [o.value for o in labels if o.language == "en"]
    countries = properties.get(SKG.agencyOf) or properties.get(SKG.locatedIn)
    return Known(
        key=iri.removeprefix(_ID),
        kind=kinds[0],
        label=sorted(english or [o.value for o in labels])[0],
        labels=tuple(sorted((o.value, o.language or "") for o in labels)),
        country=countries[0].value.removeprefix(_ID) if countries else None,
        since=_first(properties, SKG.since),
        until=_first(properties, SKG.until),
        posts=tuple(sorted(posts.get(iri, ()))),
        ties=tuple(sorted(_ties(iri, index))),
    )


def _ties(iri: str, index: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]]) -> set[str]:
    """Return the keys of who shares in an endeavour, of what it carries and what it is part of."""
    found: set[str] = set()
    wholes = [iri]
    for term in (DCTERMS.contributor, DCTERMS.hasPart):
        found |= {node.value.removeprefix(_ID) for node in index[iri].get(term, ())}
    while wholes:
        for whole in index.get(wholes.pop(), {}).get(SKG.partOf, ()):
            key = whole.value.removeprefix(_ID)
            if key not in found:
                found.add(key)
                wholes.append(whole.value)
    return found


def _first(properties: dict[str, list[ox.NamedNode | ox.Literal]], term: str) -> str | None:
    values = properties.get(term)
    return values[0].value if values else None


def _add_senses(
    entry: Known,
    properties: dict[str, list[ox.NamedNode | ox.Literal]],
    surfaces: dict[str, list[Sense]],
) -> None:
    needing = {o.value.strip() for o in properties.get(SKG.contextualLabel, ())}
    for term in _LABELS:
        for label in properties.get(term, ()):
            name = label.value.strip()
            flat = flatten(name)
            contextual = name in needing or len(name) < _SHORT - 1
            sense = Sense(entry.key, contextual, is_acronym(name), name)
            senses = surfaces.setdefault(flat, [])
            if all((s.key, s.surface) != (sense.key, sense.surface) for s in senses):
                senses.append(sense)
