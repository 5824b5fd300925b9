"""A user's own individuals, beside the packaged ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import resources
from kg.errors import UnreadableError
from kg.model import Release
from kg.pipeline import Mapper

TEXT = "CNES and Orbital Garden are working together on a greenhouse, they said on 3 May 2018."
OWN = """\
@prefix organisation: <https://w3id.org/spacekg/id/organisation/> .
@prefix country: <https://w3id.org/spacekg/id/country/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skg: <https://w3id.org/spacekg/ontology#> .

organisation:orbital-garden
    a skg:Organisation ;
    rdfs:label "Orbital Garden"@en, "Jardin orbital"@fr ;
    skg:locatedIn country:belgium .
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.ttl"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_own_individuals_are_known(own: Path) -> None:
    mapper = Mapper(authority_files=[own])
    mapping = mapper.map(Release(TEXT, "t"))
    (garden,) = [e for e in mapping.entities if e.key == "organisation/orbital-garden"]
    assert garden.known
    assert mapper.lexicon.known[garden.key].country == "country/belgium"
    assert "country/france" in mapper.lexicon.known


def test_own_individuals_go_into_the_authority_graph(own: Path) -> None:
    added = set(Mapper(authority_files=[own]).authority_quads()) - set(Mapper().authority_quads())
    assert added
    assert all("/organisation/orbital-garden>" in str(quad.subject) for quad in added)


def test_a_file_that_is_no_turtle_is_told_before_any_release(tmp_path: Path) -> None:
    path = tmp_path / "bad.ttl"
    path.write_text("a Person .", encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"bad\.ttl"):
        Mapper(authority_files=[path])


FLEW = """\
@prefix mission: <https://w3id.org/spacekg/id/mission/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skg: <https://w3id.org/spacekg/ontology#> .

mission:ondine-1 a skg:Mission ; rdfs:label "Ondine-1"@en, "Ondine-1"@fr ; dcterms:date "DAY" .
"""


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the packaged authority be one of its files, since to compile them all takes seconds."""
    one = resources.files("ontology/authority", ".ttl")[-1:]
    monkeypatch.setattr("kg.authority.files", lambda *_: one)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize(
    ("day", "known"),
    [
        ("2018-05-05", "2018-05-05"),
        ("2018-05", "2018-05"),
        ("2018", "2018"),
        ("2018-05-05T11:05:00Z", "2018-05-05"),
    ],
)
def test_when_something_flew_is_known_as_precisely_as_told(
    tmp_path: Path, day: str, known: str
) -> None:
    path = tmp_path / "own.ttl"
    path.write_text(FLEW.replace("DAY", day), encoding="utf-8")
    assert Mapper(authority_files=[path]).lexicon.known["mission/ondine-1"].launched == known


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("day", ["May 2018", "2018-13", "2018-02-30", "05/05/2018", ""])
def test_a_day_that_is_none_is_told_before_any_release(tmp_path: Path, day: str) -> None:
    path = tmp_path / "own.ttl"
    path.write_text(FLEW.replace("DAY", day), encoding="utf-8")
    with pytest.raises(UnreadableError, match="mission/ondine-1"):
        Mapper(authority_files=[path])
