"""Find the entity that a user means: by IRI, by key ("agency/cnes"), or by one of its names.

A name as it is spelled costs look-ups; in another case, a pass over the store's labels in the
engine; without its accents or with other punctuation, a pass in Python.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

from pyoxigraph import Literal, NamedNode

from kg.errors import AmbiguousNameError, UnknownNameError, UsageError
from kg.names import fold
from kg.store.base import Rows, View
from kg.vocab import PREFIXES, SKG

_PREFIXES = "".join(f"PREFIX {p}: <{PREFIXES[p]}> " for p in ("rdfs", "skg", "skos"))
_NAMES = "rdfs:label|skos:altLabel|skg:contextualLabel"
_KEY = re.compile(r"[a-z][a-z-]*/\S+")
_ENTITY = f'FILTER(isIRI(?entity) && !STRSTARTS(STR(?entity), "{SKG.iri}"))'
_OF_KIND = "?entity a|a/rdfs:subClassOf+ ?kind ."
_KNOWN = "ASK WHERE { { ?entity ?p ?o } UNION { ?s ?p ?entity } }"
_SHOWN = 10


def resolve(name: str, view: View, of: str | None = None) -> NamedNode:
    """Return the entity that `name` stands for: an IRI, a key ("agency/cnes"), a label or alias.

    Case and accents do not count. `of` narrows to a class ("Agency"). AmbiguousNameError
    lists the candidates, UnknownNameError the nearest names.
    """
    # A terminal hands over bytes that are no UTF-8 as halves of characters, which no name has.
    wanted = name.strip().encode(errors="replace").decode()
    if wanted.startswith(("http://", "https://", "<")):
        return _by_iri(wanted.strip("<>"), view)
    found = _by_key(wanted, view) or _by_name(wanted, view, of)
    if not found:
        raise _unknown(wanted, view, of)
    if len(found) > 1:
        keys = tuple(_key(entity, view) for entity in found)
        raise AmbiguousNameError(
            f"{wanted!r} is the name of {len(found)} things: {', '.join(keys[:_SHOWN])}",
            keys,
            "Give the key or the IRI of the one that you mean.",
        )
    return found[0]


def _by_iri(text: str, view: View) -> NamedNode:
    try:
        iri = NamedNode(text)
    except ValueError as error:
        raise UsageError(f"{text!r} is no IRI: {error}", "Check its spelling.") from error
    if not view.query(_KNOWN, {"entity": iri}):
        raise UnknownNameError(f"{view.where} holds nothing about <{text}>", "Check its spelling.")
    return iri


def _by_key(wanted: str, view: View) -> list[NamedNode]:
    """Return the entity or release whose IRI ends in `wanted`, if there is one."""
    if not _KEY.fullmatch(wanted):
        return []
    try:
        places = [NamedNode(f"{view.base}{room}{wanted}") for room in ("id/", "")]
    except ValueError:
        return []
    return [iri for iri in places if view.query(_KNOWN, {"entity": iri})][:1]


def _by_name(wanted: str, view: View, of: str | None) -> list[NamedNode]:
    """Return the entities of that name; the very spelling beats one that differs in case."""
    found = _spelled(wanted, view, of) or _in_any_case(wanted, view, of)
    folded = fold(wanted)
    if not found and folded:
        found = [entity for entity, name in _names(view, of) if fold(name) == folded]
    return sorted(set(found), key=str)


def _spelled(wanted: str, view: View, of: str | None) -> list[NamedNode]:
    """Return the entities that have just this name in English, French or no language: look-ups."""
    spellings: dict[str, NamedNode | Literal] = {
        "en": Literal(wanted, language="en"),
        "fr": Literal(wanted, language="fr"),
        "plain": Literal(wanted),
    }
    groups = (
        f"{{ #+values\n?entity {_NAMES} ?{name} BIND(?{name} AS ?name) }}" for name in spellings
    )
    return [entity for entity, _ in _ask(view, " UNION ".join(groups), of, spellings)]


def _in_any_case(wanted: str, view: View, of: str | None) -> list[NamedNode]:
    pattern = f"?entity {_NAMES} ?name FILTER(LCASE(STR(?name)) = LCASE(?wanted))"
    return [entity for entity, _ in _ask(view, pattern, of, {"wanted": Literal(wanted)})]


def _names(view: View, of: str | None) -> list[tuple[NamedNode, str]]:
    """Return all entities (of a class) with each of their names."""
    return _ask(view, f"?entity {_NAMES} ?name", of, {})


def _ask(
    view: View, pattern: str, of: str | None, bindings: Mapping[str, NamedNode | Literal]
) -> list[tuple[NamedNode, str]]:
    """Return the entities and names that match; terms of the vocabulary are no entities."""
    kind = {"kind": NamedNode(SKG[of])} if of else {}
    sparql = (
        f"{_PREFIXES} SELECT DISTINCT ?entity ?name WHERE {{ #+values\n"
        f"{pattern} {_ENTITY} {_OF_KIND if of else ''} }}"
    )
    return _pairs(view.select(sparql, {**bindings, **kind}))


def _pairs(rows: Rows) -> list[tuple[NamedNode, str]]:
    return [
        (entity, name.value)
        for entity, name in rows.rows
        if isinstance(entity, NamedNode) and isinstance(name, Literal)
    ]


def _unknown(wanted: str, view: View, of: str | None) -> UnknownNameError:
    names = sorted({name for _, name in _names(view, of)})
    by_fold = {fold(name): name for name in reversed(names)}
    near = [by_fold[f] for f in get_close_matches(fold(wanted), by_fold, n=3)]
    kind = of.lower() if of else "entity"
    return UnknownNameError(
        f"{view.where} knows no {kind} called {wanted!r}",
        f"Did you mean {' or '.join(near)}?" if near else "Give its IRI, or another of its names.",
    )


def _key(entity: NamedNode, view: View) -> str:
    return entity.value.removeprefix(f"{view.base}id/")
