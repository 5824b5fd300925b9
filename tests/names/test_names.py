"""Names folded, made into slugs, and held against their acronyms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.names import could_shorten, fold, is_acronym, slug, strip_accents


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wörner", "WORNER"),
        ("VENµS", "venus"),
        ("VENμS", "VENµS"),
        ("l’Agence spatiale", "agence spatiale"),
        ("The Hague", "hague"),
        ("cœur", "coeur"),
        ("Łukasz", "lukasz"),
        ("Jean-Yves  Le Gall", "jean yves le gall"),
    ],
)
def test_spellings_of_a_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le Gall, J.-Y.", "le-gall-j-y"),
        ("Évry", "evry"),
        ("  ", ""),
        ("H-IIA", "h-iia"),
        ("月", ""),
    ],
)
def test_slugs(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text())
def test_a_slug_is_the_last_part_of_an_iri(text: str) -> None:
    made = slug(text)
    assert slug(made) == made
    assert all(c.isascii() and (c.isalnum() or c == "-") for c in made)
    assert not made.startswith("-")
    assert not made.endswith("-")


@given(st.text())
def test_accents_are_stripped_once_and_for_all(text: str) -> None:
    assert strip_accents(strip_accents(text)) == strip_accents(text)


@pytest.mark.parametrize("text", ["CNES", "SpaceIL", "H-IIA", "VENµS", "3D"])
def test_acronyms(text: str) -> None:
    assert is_acronym(text)


@pytest.mark.parametrize("text", ["Hope", "Le Gall", "esa", "", "Soyuz"])
def test_other_words_are_no_acronyms(text: str) -> None:
    assert not is_acronym(text)


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("CNES", "Centre national d'études spatiales"),
        ("SEIS", "Seismic Experiment for Interior Structures"),
        ("DLR", "Deutsches Zentrum für Luft- und Raumfahrt"),
        ("UoU", "University of Utopia"),
    ],
)
def test_an_acronym_shortens_its_name(acronym: str, name: str) -> None:
    assert could_shorten(acronym, name)


@pytest.mark.parametrize(
    ("acronym", "name"),
    [("NASA", "European Space Agency"), ("", "x"), ("ABC", ""), ("XY", "Young X")],
)
def test_an_acronym_shortens_no_other_name(acronym: str, name: str) -> None:
    assert not could_shorten(acronym, name)
