"""The lexicon finds whole words, in their case, longest first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import authority
from kg.authority import flatten


def hits(text: str) -> list[str]:
    return [text[h.begin : h.end] for h in authority.load().hits(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CNES", ["CNES"]),
        ("ROSCOSMOS", ["ROSCOSMOS"]),
        ("cnes", []),
        ("esa", []),
        ("Thales Alenia Space", ["Thales Alenia Space"]),
        ("l’ESA", ["ESA"]),
        ("d'ESA", ["ESA"]),
        ("(ESA)", ["ESA"]),
        ("ESA-NASA", ["ESA", "NASA"]),
        ("ESAS", []),
        ("Centre National d’Études Spatiales", ["Centre National d’Études Spatiales"]),
        ("CENTRE NATIONAL D'ETUDES SPATIALES", ["CENTRE NATIONAL D'ETUDES SPATIALES"]),
        ("European\u00a0Space\nAgency", ["European\u00a0Space\nAgency"]),
        ("VENµS", ["VENµS"]),
        ("the Italian space agency", []),
    ],
)
def test_hits(text: str, expected: list[str]) -> None:
    assert hits(text) == expected


def test_a_hit_tells_whether_it_needs_company() -> None:
    (hit,) = authority.load().hits("Hope")
    assert all(s.contextual for s in hit.senses)


@pytest.mark.parametrize("name", ["CNES", "cnes", "Centre national d’études spatiales"])
def test_lookup_takes_any_spelling(name: str) -> None:
    assert "agency/cnes" in authority.load().lookup(name)


@pytest.mark.parametrize(
    ("name", "key"),
    [("IAC", "organisation/iac"), ("RAS", "organisation/ras")],
)
def test_acronyms_of_many_things_need_company(name: str, key: str) -> None:
    senses = [s for h in authority.load().hits(name) for s in h.senses if s.key == key]
    assert all(s.contextual for s in senses)


@given(st.text())
def test_a_flattened_text_keeps_every_place(text: str) -> None:
    assert len(flatten(text)) == len(text)
    assert all(h.begin < h.end <= len(text) for h in authority.load().hits(text))
