"""The gold set as data: every file fits the schema and agrees with its own text."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kg import resources
from kg.evaluation.gold import Gold, release_text, text_path

FOLDER = resources.folder("examples") / "gold"
WRITTEN = resources.folder("examples") / "written"
FILES = sorted([*FOLDER.rglob("*.gold.json"), *WRITTEN.rglob("*.gold.json")])


def _name(path: Path) -> str:
    return path.relative_to(FOLDER.parent).as_posix()


each_file = pytest.mark.parametrize("path", FILES, ids=_name)


@cache
def _validator() -> Draft202012Validator:
    schema = json.loads((FOLDER / "schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def _data(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


def _text(path: Path) -> str:
    return release_text(text_path(path).read_text(encoding="utf-8"))


def test_the_three_sets_are_whole() -> None:
    sizes = {name: len(list((FOLDER / name).iterdir())) for name in ("en-cnes", "en-world", "fr")}
    assert sizes == {"en-cnes": 15, "en-world": 16, "fr": 8}


@each_file
def test_fits_the_schema(path: Path) -> None:
    errors = [f"{e.json_path}: {e.message}" for e in _validator().iter_errors(_data(path))]
    assert errors == []


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"lang": "English"}, "$.lang"),
        ({"facts": [["e1", "loves", "e2"]]}, "$.facts[0]"),
        ({"facts": [["e1", "affiliatedWith", "CNES"]]}, "$.facts[0]"),
        ({"facts": [["e1", "launchDate", "next spring"]]}, "$.facts[0]"),
        ({"entities": [{"id": "e1", "type": "Dog", "name": "a", "surface": ["a"]}]}, "type"),
        ({"entities": [{"id": "e1", "type": "Person", "name": "a", "surface": []}]}, "surface"),
        ({"events": [{"type": "Launch", "site": "Kourou"}]}, "$.events[0].site"),
        ({"comment": "?"}, "$"),
    ],
)
def test_the_schema_refuses(change: dict[str, Any], place: str) -> None:
    data = {"lang": "en", "entities": [], "facts": []} | change
    assert [place in e.json_path for e in _validator().iter_errors(data)] == [True]


@each_file
def test_every_surface_stands_in_the_text(path: Path) -> None:
    text = _text(path)
    absent = [s for e in _data(path)["entities"] for s in e["surface"] if s not in text]
    assert absent == []


@each_file
def test_ids_are_unique_and_known(path: Path) -> None:
    ids = [entity.id for entity in Gold.load(path).entities]
    assert len(set(ids)) == len(ids)
    roles = ("represents", "partiesAlternative")
    lists = ("topics", "participantsOptional", "partiesOptional", "payloadsOptional")
    for event in _data(path).get("events", []):
        used = {end for role in roles for pair in event.get(role, {}).items() for end in pair}
        used |= {end for name in lists for end in event.get(name, [])}
        used |= {event[end] for end in ("site", "vehicle") if event.get(end)}
        assert used <= set(ids)


@each_file
def test_no_fact_is_asked_for_twice_or_both_required_and_optional(path: Path) -> None:
    gold = Gold.load(path)
    assert len(set(gold.facts)) == len(gold.facts)
    assert not set(gold.facts) & set(gold.optional_facts)


@each_file
def test_the_text_names_the_source_of_its_facts(path: Path) -> None:
    first = text_path(path).read_text(encoding="utf-8").splitlines()[:2]
    assert first == [f"SOURCE: {_data(path)['source']}", ""]
