"""Annotated releases: what a careful reader found in a text.

The format is described by `examples/gold/schema.json`. The text of `NN.gold.json` is `NN.txt`
beside it, or `releases/SET/NN.txt` where the annotation is `gold/SET/NN.gold.json`. A first line
`SOURCE: ...` and the line after it are not part of the text.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import UnreadableError

SUFFIX = ".gold.json"
_ID = re.compile(r"e\d+")
_HEADER = "SOURCE:"
_SYNONYMS = {"onBehalfOf": "customer"}
_ACTORS = ("participants", "parties")
_REMEDY = "See examples/gold/README.md and schema.json for the format."


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """An entity that the text names; `kinds` are the accepted classes, the best first."""

    id: str
    name: str
    surfaces: tuple[str, ...]
    kinds: tuple[str, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldFact:
    """A statement of the text. `object` is an entity's id, or words or a date as they stand."""

    subject: str
    relation: str
    object: str

    @property
    def is_literal(self) -> bool:
        """Tell whether the object is words and no entity."""
        return not is_id(self.object)


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """A happening. `dates` are all accepted ones, None among them where none is as good.

    `actors` are the ids that the graph should tie to it: for a launch what flew and the vehicle,
    else the participants and parties.
    """

    kind: str
    dates: tuple[str | None, ...]
    actors: frozenset[str]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated release."""

    name: str
    language: str
    text: str
    source: str | None
    entities: tuple[GoldEntity, ...]
    facts: tuple[GoldFact, ...]
    optional_facts: tuple[GoldFact, ...]
    events: tuple[GoldEvent, ...]

    @classmethod
    def load(cls, path: Path) -> Gold:
        """Read the annotation at `path` and its text."""
        try:
            gold = _gold(path, json.loads(path.read_text(encoding="utf-8")))
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            what = f"no {error}" if isinstance(error, KeyError) else str(error)
            raise UnreadableError(f"{path} is no annotation: {what}", _REMEDY) from error
        except OSError as error:
            what = f"{error.filename or path} cannot be read: {error.strerror}"
            raise UnreadableError(what, _REMEDY) from error
        _check_ids(path, gold)
        return gold

    def named(self, identifier: str) -> str:
        """Return the name of the entity `identifier`, or the words themselves."""
        return next((e.name for e in self.entities if e.id == identifier), identifier)


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A named folder of annotated releases."""

    name: str
    golds: tuple[Gold, ...]


def is_id(value: str) -> bool:
    """Tell whether a fact's object is an entity's id ("e12")."""
    return _ID.fullmatch(value) is not None


def gold_sets(folder: Path) -> tuple[GoldSet, ...]:
    """Return the sets in `folder`: one a folder that holds annotations, sorted by name."""
    found = sorted(folder.rglob(f"*{SUFFIX}"))
    if not found:
        raise UnreadableError(f"no *{SUFFIX} in {folder}", _REMEDY)
    homes = sorted({path.parent for path in found})
    return tuple(
        GoldSet(_set_name(folder, home), tuple(Gold.load(p) for p in found if p.parent == home))
        for home in homes
    )


def text_path(path: Path) -> Path:
    """Return the path of the text of the annotation at `path`."""
    beside = path.with_name(path.name.removesuffix(SUFFIX) + ".txt")
    apart = path.parent.parent.parent / "releases" / path.parent.name / beside.name
    return beside if beside.exists() or not apart.exists() else apart


def release_text(raw: str) -> str:
    """Return the text of a release's file in NFC, without the two lines of its header."""
    if raw.startswith(_HEADER):
        raw = raw.split("\n", 2)[-1]
    return unicodedata.normalize("NFC", raw)


def _set_name(folder: Path, home: Path) -> str:
    return home.relative_to(folder).as_posix() if home != folder else folder.resolve().name


def _gold(path: Path, data: dict[str, Any]) -> Gold:
    return Gold(
        name=path.name.removesuffix(SUFFIX),
        language=str(data["lang"]),
        text=release_text(text_path(path).read_text(encoding="utf-8")),
        source=data.get("source"),
        entities=tuple(_entity(e) for e in data["entities"]),
        facts=tuple(_fact(f) for f in data["facts"]),
        optional_facts=tuple(_fact(f) for f in data.get("optional_facts", [])),
        events=tuple(_event(e) for e in data.get("events", [])),
    )


def _entity(data: dict[str, Any]) -> GoldEntity:
    return GoldEntity(
        id=data["id"],
        name=data["name"],
        surfaces=tuple(data["surface"]),
        kinds=(data["type"], *data.get("altType", [])),
        optional=bool(data.get("optional")),
    )


def _fact(data: list[str]) -> GoldFact:
    subject, relation, value = data
    return GoldFact(subject, _SYNONYMS.get(relation, relation), value)


def _event(data: dict[str, Any]) -> GoldEvent:
    alternatives = data.get("dateAlt") or []
    listed = alternatives if isinstance(alternatives, list) else [alternatives]
    return GoldEvent(
        kind=data["type"],
        dates=(data.get("date"), *listed),
        actors=frozenset(_actors(data)),
        optional=bool(data.get("optional")),
    )


def _actors(data: dict[str, Any]) -> list[str]:
    if data["type"] == "Launch":
        vehicle = data.get("vehicle")
        return [*(data.get("payloads") or []), *([vehicle] if vehicle else [])]
    return [actor for key in _ACTORS for actor in data.get(key) or []]


def _check_ids(path: Path, gold: Gold) -> None:
    known = {entity.id for entity in gold.entities}
    facts = (*gold.facts, *gold.optional_facts)
    used = {fact.subject for fact in facts} | {f.object for f in facts if not f.is_literal}
    used |= {actor for event in gold.events for actor in event.actors}
    if unknown := sorted(used - known):
        raise UnreadableError(f"{path} uses ids of no entity: {', '.join(unknown)}", _REMEDY)
