"""Link the names of a document to entities: known individuals, or new ones named by the text.

One entity answers to all its names. What a name that fits several known individuals stands for is
decided by the document (its other names, countries, day, publisher); where that does not decide,
the name stays unlinked and a note says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.authority import Lexicon
from kg.entities.choice import choose
from kg.entities.persons import cluster
from kg.entities.unknown import key_of
from kg.model import Document, Entity, Findings, Found, Linked, Mention, Note

__all__ = ["link"]

_BODIES = {"Agency", "Organisation", "Site"}


def link(document: Document, findings: Findings, lexicon: Lexicon) -> Linked:
    """Return the entities of the document and the mention of each name that could be linked."""
    persons = cluster([f for f in findings.names if f.kind == "Person"], lexicon)
    entities: dict[str, Entity] = {}
    mentions: list[Mention] = []
    notes: list[Note] = []
    chosen = choose(document, findings, lexicon)
    labels = _labels(findings)
    for found in findings.names:
        entity = persons.get(found.span) or _entity(found, chosen, labels, lexicon)
        if entity is None:
            notes.append(_ambiguous(found, document))
            continue
        words = document.text[found.span.begin : found.span.end]
        entities[entity.key] = _with_name(entities.get(entity.key, entity), words)
        mentions.append(Mention(found.span, words, entity.key, found.method))
    return Linked(document, findings, dict(sorted(entities.items())), tuple(mentions), tuple(notes))


@dataclass(frozen=True, slots=True)
class _Labels:
    """How the unknown names of a document are to be read.

    `kinds` gives the class that each was given most often, `whole` the full name that a name is the
    end of: "Mars Working Group" where "NASA-ISRO Mars Working Group" stands too.
    """

    kinds: dict[str, str]
    whole: dict[str, str]


def _labels(findings: Findings) -> _Labels:
    kinds: dict[str, list[str]] = {}
    for found in findings.names:
        if not found.keys:
            kinds.setdefault(_one_line(found.name), []).append(found.kind)
    settled = {name: max(sorted(set(k)), key=k.count) for name, k in kinds.items()}
    whole = {}
    for name, kind in settled.items():
        longer = [
            n for n, k in settled.items() if k == kind and n.endswith((f" {name}", f"-{name}"))
        ]
        if kind in _BODIES and " " in name and len(longer) == 1:
            whole[name] = longer[0]
    return _Labels(settled, whole)


def _entity(
    found: Found, chosen: dict[tuple[str, ...], str | None], labels: _Labels, lexicon: Lexicon
) -> Entity | None:
    if found.keys:
        key = chosen[found.keys]
        return known_entity(key, lexicon) if key else None
    name = _one_line(found.name)
    name = labels.whole.get(name, name)
    kind = labels.kinds[name]
    return Entity(key_of(kind, name), kind, name)


def known_entity(key: str, lexicon: Lexicon) -> Entity:
    """Return the entity of a known individual."""
    known = lexicon.known[key]
    return Entity(key, known.kind, known.label, (), True, known.country, known.ties, known.launched)


def _with_name(entity: Entity, words: str) -> Entity:
    plain = _one_line(words)
    if plain == entity.label or plain in entity.names:
        return entity
    names = tuple(sorted((*entity.names, plain)))
    return replace(entity, names=names)


def _one_line(name: str) -> str:
    """Return a name without the line breaks and indents that it had in the text."""
    return " ".join(name.split())


def _ambiguous(found: Found, document: Document) -> Note:
    words = document.text[found.span.begin : found.span.end]
    candidates = ", ".join(found.keys)
    return Note("ambiguous", f"{words!r} may be any of {candidates}; left unlinked", found.span)
