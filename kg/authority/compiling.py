"""Compile the authority's Turtle into a lexicon: individuals, their names, and who is called what."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pyoxigraph as ox

from kg.anchors import plain
from kg.authority.lexicon import Known, Lexicon, Sense, flatten
from kg.errors import UnreadableError
from kg.model import Ties
from kg.names import fold, is_acronym
from kg.vocab import DCTERMS, DEFAULT_BASE, FOAF, ORG, RDF, RDFS, SKG, SKOS

_Index = dict[str, dict[str, list[ox.NamedNode | ox.Literal]]]
_ID = DEFAULT_BASE + "id/"
_LANDS = ("country/", "city/")
_FLYING = (f"{_ID}launch-vehicle/", f"{_ID}site/")
_LABELS = (RDFS.label, SKOS.altLabel, SKG.contextualLabel)
_SHORT = 3
_DAY = re.compile(r"(?P<day>\d{4}(?:-\d\d){0,2})(?:T.*|Z|[+-]\d\d:\d\d)?")


def compile_files(files: Iterable[tuple[Path, bytes]], digest: str) -> Lexicon:
    """Return the lexicon of Turtle files, given as their paths and contents."""
    return _compile([t for path, data in files for t in _parse(path, data)], digest)


def _parse(path: Path, data: bytes) -> list[ox.Triple]:
    try:
        return [q.triple for q in ox.parse(data, format=ox.RdfFormat.TURTLE)]
    except (SyntaxError, ValueError) as error:
        raise UnreadableError(f"{path}: {error}", "Mend the Turtle and try again.") from error


def _compile(triples: list[ox.Triple], digest: str) -> Lexicon:
    index: _Index = {}
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
        senses = _senses(entry.key, index[iri])
        known[entry.key] = entry._replace(names=tuple(sense.surface for _, sense in senses))
        for flat, sense in senses:
            surfaces.setdefault(flat, []).append(sense)
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
        senses={name: tuple(surfaces[name]) for name in names},
        demonyms=demonyms,
        by_fold=by_fold,
        digest=digest,
    )


def _posts(
    index: _Index,
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
    index: _Index,
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
        ties=_ties(iri, index),
        launched=_launched(iri, _first(properties, DCTERMS.date)),
    )


def _launched(iri: str, told: str | None) -> str | None:
    """Return when something flew, as precisely as is told; an hour is left out."""
    if told is None:
        return None
    match = _DAY.fullmatch(told)
    if match is None or not _is_real(match["day"]):
        raise UnreadableError(
            f"{iri}: {told!r} is no day on which something flew",
            "Write dcterms:date as 2018-05-05, 2018-05 or 2018.",
        )
    return match["day"]


def _is_real(day: str) -> bool:
    """Tell whether there is such a day, month or year."""
    try:
        date.fromisoformat(f"{day}-01-01"[: len("2000-01-01")])
    except ValueError:
        return False
    return True


def _ties(iri: str, index: _Index) -> Ties:
    """Return what a mission, programme or instrument is tied to."""
    shares = (_keys(iri, term, index) for term in (DCTERMS.contributor, DCTERMS.hasPart))
    return Ties(
        tuple(sorted(set().union(*shares, _beyond(iri, SKG.partOf, index)))),
        tuple(sorted(_keys(iri, FOAF.maker, index))),
        tuple(sorted(_flight(iri, index))),
    )


def _flight(iri: str, index: _Index) -> set[str]:
    """Return on what and from where something flew, with the family of the one and what holds the other."""
    found = _keys(iri, DCTERMS.relation, index)
    for one in (iri, *(_ID + key for key in found)):
        for term in (SKG.variantOf, SKG.locatedIn) if one.startswith(_FLYING) else ():
            found |= {k for k in _beyond(one, term, index) if not k.startswith(_LANDS)}
    return found


def _keys(iri: str, term: str, index: _Index) -> set[str]:
    return {node.value.removeprefix(_ID) for node in index.get(iri, {}).get(term, ())}


def _beyond(iri: str, term: str, index: _Index) -> set[str]:
    """Return the keys of all that a chain of this property leads to."""
    found: set[str] = set()
    steps = [iri]
    while steps:
        for key in _keys(steps.pop(), term, index) - found:
            found.add(key)
            steps.append(_ID + key)
    return found


def _first(properties: dict[str, list[ox.NamedNode | ox.Literal]], term: str) -> str | None:
    values = properties.get(term)
    return values[0].value if values else None


def _senses(
    key: str, properties: dict[str, list[ox.NamedNode | ox.Literal]]
) -> list[tuple[str, Sense]]:
    """Return what the names of an individual mean, each with its flattened form, once."""
    needing = {o.value.strip() for o in properties.get(SKG.contextualLabel, ())}
    labels = (label.value.strip() for term in _LABELS for label in properties.get(term, ()))
    return [
        (
            flatten(name),
            Sense(key, name in needing or len(name) < _SHORT - 1, is_acronym(name), name),
        )
        for name in dict.fromkeys(labels)
    ]
