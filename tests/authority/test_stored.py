"""The lexicon kept in a cache folder is the one that is compiled, or it is not used."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import resources
from kg.authority import compiled, stored
from kg.errors import UnreadableError

FILES = resources.files("ontology/authority", ".ttl")
SMALL = """
@prefix skg: <https://w3id.org/spacekg/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<https://w3id.org/spacekg/id/agency/utopia> a skg:Agency ; rdfs:label "{}"@en .
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.ttl"
    path.write_text(SMALL.format("USA-X"), encoding="utf-8")
    return path


def kept(folder: Path) -> list[Path]:
    return sorted(folder.glob("lexicon-*"))


def test_the_lexicon_is_the_same_with_and_without_the_cache(tmp_path: Path) -> None:
    fresh = compiled(FILES, None)
    compiled(FILES, tmp_path)
    again = stored.read(tmp_path, fresh.digest)
    assert again == fresh
    text = "CNES, l'Agence spatiale européenne and Soyuz at the CSG; VENµS and Hope."
    assert again is not None
    assert list(again.hits(text)) == list(fresh.hits(text))


def test_one_file_appears_whole(small: Path, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "cache"
    compiled([small], folder)
    assert [p.suffix for p in kept(folder)] == [".json"]


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"null", b'{"known": 3}', b"\xff\xfe"])
def test_a_damaged_file_is_passed_over_and_made_anew(
    small: Path, tmp_path: Path, damage: bytes
) -> None:
    first = compiled([small], tmp_path)
    (path,) = kept(tmp_path)
    path.write_bytes(damage)
    assert compiled([small], tmp_path) == first
    assert path.read_bytes() != damage


def test_a_file_with_one_letter_changed_is_made_anew(small: Path, tmp_path: Path) -> None:
    first = compiled([small], tmp_path)
    (path,) = kept(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"USA-X", b"USA-Y"))
    assert compiled([small], tmp_path) == first
    assert path.read_bytes() == whole


def test_a_folder_that_cannot_be_written_is_no_hindrance(small: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder", encoding="utf-8")
    assert compiled([small], blocked).lookup("USA-X") == ("agency/utopia",)


def test_other_contents_are_another_lexicon(small: Path, tmp_path: Path) -> None:
    one = compiled([small], tmp_path)
    small.write_text(SMALL.format("USA-Y"), encoding="utf-8")
    other = compiled([small], tmp_path)
    assert one.digest != other.digest
    assert other.lookup("USA-X") == ()
    assert len(kept(tmp_path)) == 2


def test_only_the_newest_few_are_kept(small: Path, tmp_path: Path) -> None:
    for i in range(10):
        small.write_text(SMALL.format(f"USA-{i}"), encoding="utf-8")
        compiled([small], tmp_path)
    assert len(kept(tmp_path)) <= 6


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        compiled([tmp_path / "none.ttl"], None)


def test_a_file_that_is_no_turtle_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "bad.ttl"
    path.write_text("no turtle", encoding="utf-8")
    with pytest.raises(UnreadableError):
        compiled([path], None)
