"""The mapper: publisher, key and notes of a release; the same bytes each time; settings."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.model import Mapping, Release
from kg.pipeline import Mapper
from kg.vocab import DCTERMS, DEFAULT_BASE, NIF, RDFS, SKG

TEXT = "CNES TAKES STOCK OF ITS WORK\n\n15 March 2021\n\nCNES operates SWOT with NASA.\n"


@pytest.fixture(scope="module")
def mapper() -> Mapper:
    return Mapper()


def _map(mapper: Mapper, text: str = TEXT, **said: object) -> Mapping:
    return mapper.map(Release(text=text, origin="test", **said))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("publisher", "slug"),
    [
        ("agency/cnes", "cnes"),
        ("CNES", "cnes"),
        ("Centre national d'études spatiales", "cnes"),
        ("European Space Agency", "esa"),
        ("organisation/imbp", "imbp"),
    ],
)
def test_a_publisher_is_given_as_a_key_or_a_name(mapper: Mapper, publisher: str, slug: str) -> None:
    mapping = _map(mapper, publisher=publisher)
    assert mapping.publisher == slug
    keys = {e.key.split("/")[1] for e in mapping.entities}
    assert slug in keys, "the publisher is an entity, named in the text or not"


def test_a_publisher_is_told_by_the_source(mapper: Mapper) -> None:
    assert _map(mapper, source="https://www.esa.int/news/1").publisher == "esa"


def test_a_publisher_that_nobody_knows_gives_way_to_who_is_named_most(mapper: Mapper) -> None:
    assert _map(mapper, publisher="Nobody Ever").publisher == "cnes"


def test_no_publisher_at_all(mapper: Mapper) -> None:
    mapping = _map(mapper, text="A day of rain and wind\n\n15 March 2021\n\nIt rained.\n")
    assert mapping.publisher == "unknown"
    graph = mapper.graph(mapping)
    assert graph.release.startswith(f"{DEFAULT_BASE}release/unknown/")
    assert not [t for t in graph.facts if t.predicate.value == DCTERMS.publisher]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (TEXT.replace("15 March 2021", "PR012-2021\n\n15 March 2021"), "pr012-2021"),
        (TEXT, "2021-03-15-cnes-takes-stock-of-its-work"),
        (TEXT.replace("15 March 2021\n\n", ""), "undated-cnes-takes-stock-of-its-work"),
    ],
)
def test_the_key_is_the_number_else_day_and_title(mapper: Mapper, text: str, key: str) -> None:
    assert _map(mapper, text=text, publisher="agency/cnes").key == key


def test_what_the_user_says_comes_first(mapper: Mapper) -> None:
    mapping = _map(mapper, number="X-1", issued=date(2020, 1, 2), title="Said", publisher="ESA")
    assert (mapping.key, mapping.publisher) == ("x-1", "esa")
    assert mapping.release.issued == date(2020, 1, 2)
    assert mapping.release.title == "Said"


def test_mapping_twice_gives_the_same_bytes(mapper: Mapper) -> None:
    once, again = (mapper.graph(_map(mapper)) for _ in range(2))
    other = Mapper()
    anew = other.graph(_map(other))
    written = {"\n".join(f"{t} {g}" for t, g in graph) for graph in (once, again, anew)}
    assert len(written) == 1


def test_the_text_itself_is_kept_where_asked_for() -> None:
    keeping = Mapper(keep_text=True)
    graph = keeping.graph(_map(keeping))
    assert [t.object.value for t in graph.evidence if t.predicate.value == NIF.isString] == [TEXT]  # type: ignore[union-attr]


def test_the_base_is_a_setting() -> None:
    base = "https://data.example.org/"
    moved = Mapper(base)
    graph = moved.graph(_map(moved))
    assert graph.release.startswith(base)
    quads = list(moved.authority_quads())
    told = {str(q.subject) for q in quads}
    assert f"<{base}id/agency/cnes>" in told
    assert f"<{DEFAULT_BASE}id/agency/cnes>" not in told


def test_a_users_own_authority_is_added(tmp_path: Path) -> None:
    path = tmp_path / "own.ttl"
    path.write_text(
        f"<{DEFAULT_BASE}id/mission/zork> a <{SKG.Mission}> ;"
        f' <{RDFS.label}> "Zorkomat"@en , "Zorkomat"@fr .\n',
        encoding="utf-8",
    )
    mapper = Mapper(authority_files=[path])
    mapping = _map(mapper, text=TEXT.replace("SWOT", "Zorkomat"))
    assert "mission/zork" in {e.key for e in mapping.entities}


@pytest.mark.parametrize(
    ("body", "kind", "words"),
    [
        ("On Friday 13 March 2021 CNES met NASA.", "date", "Friday"),
        ("On 31 February 2021 CNES met NASA.", "date", "no such day"),
    ],
)
def test_notes(mapper: Mapper, body: str, kind: str, words: str) -> None:
    text = TEXT.replace("CNES operates SWOT with NASA.", body)
    mapping = _map(mapper, text=text, publisher="agency/cnes")
    (note,) = mapping.notes
    assert note.kind == kind
    assert words in note.message
    graph = mapper.graph(mapping)
    assert graph.notes == mapping.notes
    noted = [t.object.value for t in graph.evidence if t.predicate.value == SKG.note]  # type: ignore[union-attr]
    assert noted == [note.message]
    assert note.span is not None
    assert mapping.release.text[note.span.begin : note.span.end] in body


@pytest.mark.parametrize(
    ("title", "publisher"),
    [("NASA and CNES look at the oceans", "nasa"), ("A look at the oceans from space", "cnes")],
)
def test_a_publisher_that_is_not_told_is_presumed_and_noted(
    mapper: Mapper, title: str, publisher: str
) -> None:
    text = f"{title}\n\n5 June 2019\n\nCNES operates SWOT with NASA. CNES is pleased.\n"
    mapping = _map(mapper, text=text)
    assert mapping.publisher == publisher
    assert [n.kind for n in mapping.notes] == ["publisher"]


def test_a_name_of_several_is_left_unlinked_and_noted(tmp_path: Path) -> None:
    path = tmp_path / "own.ttl"
    path.write_text(
        "".join(
            f'<{DEFAULT_BASE}id/mission/{key}> a <{SKG.Mission}> ; <{RDFS.label}> "Zorkomat"@en ,'
            ' "Zorkomat"@fr .\n'
            for key in ("zork-one", "zork-two")
        ),
        encoding="utf-8",
    )
    mapper = Mapper(authority_files=[path])
    mapping = _map(mapper, text=TEXT.replace("SWOT", "Zorkomat"), publisher="agency/cnes")
    (note,) = mapping.notes
    assert note.kind == "ambiguous"
    assert "mission/zork-one" in note.message
    assert "mission/zork-two" in note.message
    assert not [e for e in mapping.entities if "zork" in e.key]
