"""JSON lines: an object a release, a broken line is told and passed over."""

from __future__ import annotations

import json
import tracemalloc
from datetime import date
from pathlib import Path

import pytest

from kg.errors import UnreadableError
from kg.model import Release
from kg.releases import read
from kg.releases.jsonlines import MAX_LINE
from tests.releases.makers import TITLE, jsonl, only

GOOD = b'{"text": "CNES and ESA met."}\n'


def found(folder: Path, data: bytes, name: str = "a.jsonl") -> list[Release | UnreadableError]:
    path = folder / name
    path.write_bytes(data)
    return list(read(str(path)))


def texts(releases: list[Release | UnreadableError]) -> list[str | None]:
    return [found.text if isinstance(found, Release) else None for found in releases]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"{", "no JSON"),
        (b"CNES and ESA met.", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b'{"n": ' + b"9" * 5000 + b"}", "no JSON"),
        (b"[1, 2]", "no object"),
        (b"null", "no object"),
        (b"{}", "no text"),
        (b'{"text": ""}', "no text"),
        (b'{"text": null}', "no text"),
        (b'{"text": ["a"]}', '"text" is not a string'),
        (b'{"text": "a", "title": {}}', '"title" is not a string'),
        (b'{"text": "a", "number": true}', '"number" is not a string'),
        (b'{"text": "a", "date": "2020-02-31"}', "'2020-02-31'"),
        (b'{"text": "a", "date": "yesterday"}', "'yesterday'"),
        (b'{"text": "a", "date": 20200217}', '"date" is not a string'),
        (b'{"text": "a\\u0000b"}', "no text (NUL"),
        (b'{"text": "a\\ud800b"}', "no text (NUL"),
        (b'{"text": "a\0b"}', "binary"),
    ],
)
def test_a_broken_line_is_told_and_the_others_are_read(
    line: bytes, words: str, tmp_path: Path
) -> None:
    first, error, last = found(tmp_path, GOOD + b"\r\n" + line + b"\n" + GOOD.rstrip())
    assert isinstance(error, UnreadableError)
    assert f"{tmp_path / 'a.jsonl'}:3" in error.message
    assert words in error.message
    assert error.remedy
    assert texts([first, last]) == ["CNES and ESA met."] * 2


def test_each_release_is_called_by_its_line(tmp_path: Path) -> None:
    origins = [r.origin for r in found(tmp_path, GOOD + b"\n" + GOOD) if isinstance(r, Release)]
    assert origins == [f"{tmp_path / 'a.jsonl'}:{line}" for line in (1, 3)]


@pytest.mark.parametrize(
    ("key", "value", "field", "kept"),
    [
        ("date", "2020-02-17T23:30:00-08:00", "issued", date(2020, 2, 17)),
        ("date", "Mon, 17 Feb 2020 23:30:00 -0800", "issued", date(2020, 2, 17)),
        ("date", None, "issued", None),
        ("number", 25, "number", "25"),
        ("lang", "fr-CA", "language", "fr"),
        ("lang", "en_GB", "language", "en"),
        ("lang", "French", "language", None),
        ("title", "  Two\n lines ", "title", "Two lines"),
        ("publisher", "  ", "publisher", None),
        ("unknown", {"passed": "over"}, "title", TITLE),
    ],
)
def test_metadata_takes_the_form_of_the_record(
    key: str, value: object, field: str, kept: object, tmp_path: Path
) -> None:
    (release,) = found(tmp_path, jsonl(**{key: value}))
    assert isinstance(release, Release)
    assert getattr(release, field) == kept


@pytest.mark.parametrize("start", ["\ufeff", "\ufeff\n"])
def test_a_byte_order_mark_does_no_harm(start: str, tmp_path: Path) -> None:
    assert texts(found(tmp_path, start.encode() + GOOD)) == ["CNES and ESA met."]


def test_lines_of_another_character_set_are_read(tmp_path: Path) -> None:
    (release,) = found(tmp_path, '{"text": "Accord signé à Noël."}'.encode("cp1252"))
    assert isinstance(release, Release)
    assert release.text == "Accord signé à Noël."
    assert release.extraction == "text (cp1252)"


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize(
    "whole", [{"text": "a"}, [{"text": "a"}], [{"text": "a"}, {}, {"text": "b"}]]
)
def test_a_json_file_may_be_written_over_many_lines(
    whole: dict[str, str] | list[dict[str, str]], indent: int | None, tmp_path: Path
) -> None:
    releases = found(tmp_path, json.dumps(whole, indent=indent).encode(), "a.json")
    items = whole if isinstance(whole, list) else [whole]
    assert texts(releases) == [item.get("text") for item in items]


def test_an_empty_list_is_no_release(tmp_path: Path) -> None:
    (error,) = found(tmp_path, b"[]", "a.json")
    assert isinstance(error, UnreadableError)


def test_a_file_of_any_size_is_streamed(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        for _ in range(600):
            file.write(json.dumps({"text": "CNES " * 20_000}).encode() + b"\n")
    assert path.stat().st_size > 50_000_000
    tracemalloc.start()
    assert sum(isinstance(release, Release) for release in read(str(path))) == 600
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


def test_a_line_without_end_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "' + b"a" * (MAX_LINE + 3_000_000) + b'"}\n' + GOOD)
    error, release = read(str(path))
    assert isinstance(error, UnreadableError)
    assert "no press release" in error.message
    assert isinstance(release, Release)
    assert release.origin.endswith(":2")


def test_a_text_file_with_one_object_is_known_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "export"
    path.write_bytes(GOOD)
    assert only(str(path)).text == "CNES and ESA met."
