"""Reading annotations, one's own and faulty ones too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import UnreadableError
from kg.evaluation import Gold, gold_sets
from kg.evaluation.gold import GoldFact, release_text

ANNOTATION: dict[str, Any] = {
    "lang": "en",
    "entities": [
        {"id": "e1", "type": "Agency", "name": "CNES", "surface": ["CNES"]},
        {"id": "e2", "type": "Mission", "altType": ["Payload"], "name": "X", "surface": ["X"]},
    ],
    "facts": [["e1", "leads", "e2"], ["e2", "onBehalfOf", "e1"]],
    "events": [
        {"type": "Launch", "date": "2020", "dateAlt": ["2021"], "payloads": ["e2"]},
        {"type": "Meeting", "participants": ["e1"], "parties": ["e2"], "optional": True},
    ],
}


def _write(folder: Path, name: str = "a", **change: Any) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.txt").write_text("CNES flies X.", encoding="utf-8")
    path = folder / f"{name}.gold.json"
    path.write_text(json.dumps(ANNOTATION | change), encoding="utf-8")
    return path


def test_load(tmp_path: Path) -> None:
    gold = Gold.load(_write(tmp_path))
    assert (gold.name, gold.language, gold.text) == ("a", "en", "CNES flies X.")
    assert gold.entities[1].kinds == ("Mission", "Payload")
    assert gold.facts == (GoldFact("e1", "leads", "e2"), GoldFact("e2", "customer", "e1"))
    assert [e.dates for e in gold.events] == [("2020", "2021"), (None,)]
    assert [e.actors for e in gold.events] == [{"e2"}, {"e1", "e2"}]
    assert gold.named("e1") == "CNES"
    assert gold.named("President") == "President"


def test_a_text_may_lie_in_the_folder_of_releases(tmp_path: Path) -> None:
    path = _write(tmp_path / "gold" / "fr")
    home = tmp_path / "releases" / "fr"
    home.mkdir(parents=True)
    path.with_name("a.txt").rename(home / "a.txt")
    assert Gold.load(path).text == "CNES flies X."


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("SOURCE: https://example.org/\n\nWords\n", "Words\n"),
        ("Words\nSOURCE: x\n", "Words\nSOURCE: x\n"),
        ("Cafe\u0301", "Café"),
    ],
)
def test_release_text(raw: str, text: str) -> None:
    assert release_text(raw) == text


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"facts": [["e1", "leads", "e9"], ["e7", "leads", "e2"]]}, "ids of no entity: e7, e9"),
        ({"facts": [["e1", "leads"]]}, "not enough values"),
        ({"entities": [{"id": "e1"}]}, "no 'name'"),
        ({"entities": None}, "is no annotation"),
        ({"events": [{"type": "Meeting", "participants": ["e3"]}]}, "ids of no entity: e3"),
    ],
)
def test_a_faulty_annotation_is_told(tmp_path: Path, change: dict[str, Any], message: str) -> None:
    path = _write(tmp_path, **change)
    with pytest.raises(UnreadableError, match=message) as caught:
        Gold.load(path)
    assert str(path) in caught.value.message
    assert "schema.json" in caught.value.remedy


@pytest.mark.parametrize("content", ["[", "[]", "\udcff"])
def test_a_file_that_is_no_annotation_is_told(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.gold.json"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(UnreadableError, match="is no annotation"):
        Gold.load(path)


def test_a_missing_text_is_told(tmp_path: Path) -> None:
    path = _write(tmp_path)
    path.with_name("a.txt").unlink()
    with pytest.raises(UnreadableError, match=r"a\.txt"):
        Gold.load(path)


def test_sets_are_the_folders_that_hold_annotations(tmp_path: Path) -> None:
    for folder, name in (("two", "b"), ("two", "a"), ("one/deep", "c")):
        _write(tmp_path / folder, name)
    found = [(s.name, [gold.name for gold in s.golds]) for s in gold_sets(tmp_path)]
    assert found == [("one/deep", ["c"]), ("two", ["a", "b"])]
    assert [s.name for s in gold_sets(tmp_path / "two")] == ["two"]


def test_a_folder_without_annotations_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no \\*\\.gold\\.json"):
        gold_sets(tmp_path)
