"""One entity for all forms of a person's name: full, inverted, surname alone, known to us or not."""

from __future__ import annotations

from collections.abc import Sequence

from kg.authority import Lexicon
from kg.entities.unknown import key_of
from kg.model import Entity, Found, Span
from kg.names import fold, slug


def cluster(found: Sequence[Found], lexicon: Lexicon) -> dict[Span, Entity]:
    """Return the entity of each person's mention."""
    groups: list[tuple[set[str], list[Found]]] = []
    for person in sorted(found, key=lambda f: (-len(f.name.split()), f.span)):
        words = _words(person)
        group = next((g for g in groups if _same(g, person, words)), None)
        if group is None:
            groups.append((set(words), [person]))
        else:
            group[1].append(person)
    return {
        f.span: entity
        for group in groups
        for entity in [_entity(group[1], lexicon)]
        for f in group[1]
    }


def _words(person: Found) -> frozenset[str]:
    return frozenset(fold(person.name.replace(".", " ")).split())


def _same(group: tuple[set[str], list[Found]], person: Found, words: frozenset[str]) -> bool:
    names, members = group
    keys = {k for m in members for k in m.keys}
    if keys and person.keys:
        return bool(keys & set(person.keys))
    core = {w for w in words if len(w) > 1} or set(words)
    return core <= names


def _entity(members: Sequence[Found], lexicon: Lexicon) -> Entity:
    keys = sorted({k for m in members for k in m.keys})
    if len(keys) == 1:
        known = lexicon.known[keys[0]]
        return Entity(known.key, known.kind, known.label, known=True)
    names = sorted({_straight(m.name) for m in members}, key=lambda n: (-len(n.split()), n))
    known_keys = lexicon.lookup(names[0])
    persons = [k for k in known_keys if lexicon.known[k].kind == "Person"]
    if len(persons) == 1:
        known = lexicon.known[persons[0]]
        return Entity(known.key, known.kind, known.label, known=True)
    return Entity(key_of("Person", names[0]), "Person", names[0])


_PARTICLES = frozenset({"le", "la", "de", "du", "di", "da", "el", "al"})


def _straight(name: str) -> str:
    """Put an inverted name straight: "YAMAKAWA Hiroshi" is Hiroshi Yamakawa."""
    words = name.split()
    capitals = [
        w
        for w in words
        if w.isupper()
        and not w.endswith(".")
        and (len(w) > len("A.") or w.casefold() in _PARTICLES)
    ]
    others = [w for w in words if w not in capitals]
    if capitals and others and words[0] in capitals:
        return " ".join([*others, *(w.capitalize() for w in capitals)])
    if capitals and not others and not slug(name).isdigit():
        return name.title()
    return " ".join(w.capitalize() if w in capitals and "-" not in w else w for w in words)
