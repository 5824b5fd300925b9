"""The French and the English version of one release meet, and the one is linked to the other."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from kg.pipeline import Mapper, admit, build
from kg.store.embedded import EmbeddedStore
from kg.translations import Content, agree, content
from kg.vocab import DEFAULT_BASE, RDFS, SKG
from tests.mapping.golden import ENGLISH, FRENCH
from tests.mapping.said import Said, map_text

ORIGINAL, TRANSLATION = (f"{DEFAULT_BASE}release/cnes/{k}" for k in ("pr025-2020", "cp025-2020"))
LINK = (TRANSLATION, ORIGINAL)
OTHER = """17 February 2020

PR026-2020

CNES AND JAXA SIGN AN AGREEMENT ON MARTIAN MOONS

On 17 February, CNES President Jean-Yves Le Gall and JAXA President Hiroshi Yamakawa signed an \
agreement in Tokyo on MMX.
"""


def _of(said: Said) -> Content:
    return content(said.graph.release, said.graph.facts)


def _links(store: EmbeddedStore) -> list[tuple[str, ...]]:
    rows = store.select(f"SELECT ?a ?b {{ ?a <{SKG.translationOf}> ?b }} ORDER BY ?a ?b").rows
    cells = [[cell for cell in row if isinstance(cell, Literal | NamedNode)] for row in rows]
    return [tuple(cell.value for cell in row) for row in cells]


def _sources(folder: Path) -> list[str]:
    """Return the versions as files that name their publisher's site."""
    found = []
    for path in (FRENCH, ENGLISH):
        text = path.read_text(encoding="utf-8").replace("example.org", "cnes.fr")
        (folder / path.name).write_text(text, encoding="utf-8")
        found.append(str(folder / path.name))
    return found


def test_the_versions_name_the_same_things_and_events(twin: Said, french: Said) -> None:
    one, other = _of(twin), _of(french)
    assert one.events == other.events
    assert len(one.events) == 3
    assert one.things - other.things <= {f"{DEFAULT_BASE}id/country/italy"}
    assert other.things <= one.things


def test_the_versions_state_the_same_facts(twin: Said, french: Said) -> None:
    of = ("participatesIn", "customer", "operatedBy", "cooperatesWith", "affiliatedWith", "carries")
    assert twin.statements(*of) == french.statements(*of)


def test_the_versions_agree_and_others_do_not(twin: Said, french: Said, founding: Said) -> None:
    assert agree(_of(twin), _of(french))
    assert agree(_of(french), _of(twin))
    assert not agree(_of(twin), _of(founding)), "one language"


def _content(language: str, things: str, events: str = "") -> Content:
    return Content(
        _of_release(language), language, None, None, frozenset(things), frozenset(events)
    )


def _of_release(language: str) -> NamedNode:
    return NamedNode(f"https://example.org/release/{language}")


@pytest.mark.parametrize(
    ("things", "events", "yes"),
    [
        ("abcdef", "m", True),
        ("abcd", "m", True),
        ("abcdefghijkl", "m", True),
        ("abcdefghijklm", "m", False),
        ("abcxyz", "m", False),
        ("abcdef", "n", False),
        ("abcdef", "", False),
    ],
)
def test_what_two_versions_must_share(things: str, events: str, yes: bool) -> None:
    one, other = _content("en", "abcdef", "m"), _content("fr", things, events)
    assert agree(one, other) is yes
    assert agree(other, one) is yes


def test_without_events_things_decide() -> None:
    assert agree(_content("en", "abcdef"), _content("fr", "abcdef"))


@pytest.mark.parametrize("order", list(permutations(("en", "fr", "other"))), ids="-".join)
def test_the_link_is_the_same_in_any_order(
    order: tuple[str, ...], mapper: Mapper, twin: Said, french: Said
) -> None:
    graphs = {"en": twin.graph, "fr": french.graph, "other": map_text(mapper, OTHER).graph}
    with EmbeddedStore.memory() as store:
        assert all(admit([graphs[name]], store) for name in order)
        assert _links(store) == [LINK]
        before = list(store.quads())
        assert not any(admit([graphs[name]], store) for name in reversed(order))
        assert list(store.quads()) == before


def test_the_link_goes_when_the_versions_part(mapper: Mapper, twin: Said, french: Said) -> None:
    with EmbeddedStore.memory() as store:
        admit([french.graph], store)
        admit([twin.graph], store)
        assert _links(store) == [LINK]
        admit([map_text(mapper, OTHER.replace("PR026", "PR025")).graph], store)
        assert _links(store) == []


def test_a_build_links_the_versions(tmp_path: Path) -> None:
    sources = _sources(tmp_path)
    with EmbeddedStore.memory() as store:
        outcomes = list(build(sources, store, Mapper()))
        assert [o.status for o in outcomes] == ["admitted", "admitted"]
        assert _links(store) == [LINK]


def test_labels_of_shared_events_are_one(twin: Said, french: Said) -> None:
    meeting = "meeting/2020-02-14-cnes-roscosmos"
    assert twin.of(meeting, RDFS.label) == french.of(meeting, RDFS.label)
