"""The service's answers, as the API 0.2 writes them in JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.errors import RequestRefusedError
from kg.names import fold
from kg.publish.addresses import THINGS
from kg.publish.documents.document import Store
from kg.publish.reconcile.matching import LIMIT, MOST, Candidate, Query, candidates, values
from kg.publish.reconcile.names import Names, read
from kg.vocab import SKG

Json: TypeAlias = dict[str, Any]
PATH: Final = "reconcile"
KINDS: Final = ("entity", "type", "property")


class Service:
    """Answers for a store; whatever the client got wrong is a RequestRefusedError (400)."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def names(self) -> Names:
        """Return the names that are matched against."""
        return read(self._store)

    def manifest(self) -> Json:
        """Return what the service is and can do."""
        url = self._store.addresses.url
        suggest = {
            kind: {"service_url": url(PATH), "service_path": f"/suggest/{kind}"} for kind in KINDS
        }
        return {
            "versions": ["0.2"],
            "name": "spacekg: space cooperation in press releases",
            "identifierSpace": self._store.view.base + THINGS,
            "schemaSpace": SKG.iri,
            "view": {"url": url(THINGS) + "{{id}}"},
            "defaultTypes": [self._type(name) for name in ("Agency", "Person", "Mission")],
            "suggest": suggest,
            "preview": {"url": url(f"{PATH}/preview") + "?id={{id}}", "width": 400, "height": 200},
            "extend": {
                "propose_properties": {"service_url": url(PATH), "service_path": "/properties"},
                "property_settings": [],
            },
        }

    def queries(self, text: str) -> Json:
        """Answer a batch of queries."""
        batch = _object(text)
        if len(batch) > MOST:
            raise RequestRefusedError(
                f"more than {MOST} queries", "Send fewer at once.", status=413
            )
        return {key: {"result": self.query(query)} for key, query in batch.items()}

    def query(self, told: object) -> list[Json]:
        """Answer one query: an object, or the name alone."""
        query = _query(told if isinstance(told, dict) else {"query": told})
        found = candidates(query, self.names, self._store)
        return [self._candidate(candidate) for candidate in found]

    def suggest(self, kind: str, prefix: str) -> Json:
        """Return what begins as the user typed, the shortest first."""
        if kind == "entity":
            return {"result": self._entities(fold(prefix))}
        terms = self.names.types if kind == "type" else self.names.properties
        wanted = fold(prefix)
        found = sorted((label, name) for name, label in terms.items()
                       if fold(label).startswith(wanted) or fold(name).startswith(wanted))  # fmt: skip
        return {"result": [{"id": name, "name": label} for label, name in found]}

    def properties(self, type_: str) -> Json:
        """Return the properties that a column can be filled from."""
        found = sorted((label, name) for name, label in self.names.properties.items())
        return {"type": type_, "properties": [{"id": n, "name": label} for label, n in found]}

    def extend(self, text: str) -> Json:
        """Return the values of properties of things."""
        told = _object(text)
        ids, asked = told.get("ids", []), told.get("properties", [])
        if not isinstance(ids, list) or not isinstance(asked, list) or len(ids) > 10 * MOST:
            raise RequestRefusedError("ids or properties are no lists", "See the API.", status=400)
        wanted = [p["id"] for p in asked if isinstance(p, dict) and isinstance(p.get("id"), str)]
        known = self.names.properties
        return {
            "meta": [{"id": name, "name": known.get(name, name)} for name in wanted],
            "rows": {
                key: {
                    name: [self._cell(v) for v in values(key, name, self._store)] for name in wanted
                }
                for key in ids
                if isinstance(key, str) and key in self.names.names
            },
        }

    def _candidate(self, candidate: Candidate) -> Json:
        return {
            "id": candidate.key,
            "name": self.names.label(candidate.key),
            "score": candidate.score,
            "match": candidate.match,
            "type": [self._type(name) for name in self.names.classes.get(candidate.key, ())],
        }

    def _entities(self, wanted: str) -> list[Json]:
        found: dict[str, Json] = {}
        for name in sorted(self.names.by_name, key=lambda n: (len(n), n)):
            if name.startswith(wanted) or f" {wanted}" in name:
                for key in sorted(self.names.by_name[name]):
                    types = [self._type(class_) for class_ in self.names.classes.get(key, ())]
                    label = self.names.label(key)
                    found.setdefault(key, {"id": key, "name": label, "notable": types})
        return list(found.values())[:LIMIT]

    def _type(self, name: str) -> Json:
        return {"id": name, "name": self.names.types.get(name, name)}

    def _cell(self, value: NamedNode | Literal) -> Json:
        if isinstance(value, Literal):
            return {"str": value.value}
        key = value.value.removeprefix(self._store.view.base + THINGS)
        return {"id": key, "name": self.names.label(key)}


def _object(text: str) -> Json:
    try:
        told = json.loads(text)
    except ValueError as error:
        raise RequestRefusedError(f"that is no JSON: {error}", status=400) from error
    if not isinstance(told, dict):
        raise RequestRefusedError("that is no JSON object", status=400)
    return told


def _query(told: Mapping[str, Any]) -> Query:
    text, types = told.get("query", ""), told.get("type") or []
    limit = told.get("limit", LIMIT)
    if not isinstance(text, str) or not isinstance(limit, int):
        raise RequestRefusedError("query is no text, or limit no whole number", status=400)
    named = [types] if isinstance(types, str) else types if isinstance(types, list) else []
    kinds = tuple(str(name).removeprefix(SKG.iri) for name in named)
    return Query(text, kinds, _properties(told.get("properties")), max(1, min(int(limit), MOST)))


def _properties(told: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    listed = told if isinstance(told, list) else []
    return tuple(
        (str(p.get("pid", "")).removeprefix(SKG.iri), _expected(p.get("v")))
        for p in listed
        if isinstance(p, dict)
    )


def _expected(value: object) -> tuple[str, ...]:
    given = value if isinstance(value, list) else [value]
    return tuple(str(v.get("id", "")) if isinstance(v, dict) else str(v) for v in given)
