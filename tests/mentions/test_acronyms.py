"""Acronyms in brackets: either order, two languages, and when they stand for something else."""

from __future__ import annotations

import pytest

from tests.mentions.reader import keys, read


@pytest.mark.parametrize(
    ("language", "text", "key", "names"),
    [
        (
            "en",
            "The European Space Agency (ESA) signed.",
            "agency/esa",
            {"European Space Agency", "ESA"},
        ),
        (
            "en",
            "ESA (the European Space Agency) signed.",
            "agency/esa",
            {"European Space Agency", "ESA"},
        ),
        (
            "fr",
            "L'Agence spatiale européenne (ESA) a signé.",
            "agency/esa",
            {"Agence spatiale européenne", "ESA"},
        ),
        (
            "en",
            "The Iranian Space Agency (ISA) met us in Iran.",
            "agency/iranian-space-agency",
            {"Iranian Space Agency", "ISA"},
        ),
    ],
)
def test_a_name_and_its_acronym_are_one(
    language: str, text: str, key: str, names: set[str]
) -> None:
    assert {n for n, k in keys(text, language).items() if k == key} == names


def test_an_unknown_name_answers_to_its_acronym() -> None:
    text = "The University of Utopia (UoU) signed. UoU will build it."
    linked = read(text)
    assert {m.text for m in linked.mentions} == {"University of Utopia", "UoU"}
    assert len(linked.entities) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Institute of Space Science (ISS) took part. The ISS is in Magurele."),
        ("fr", "L'Institut des sciences spatiales (ISS) y a pris part. L'ISS est à Magurele."),
    ],
)
def test_a_body_may_have_the_acronym_of_a_known_craft(language: str, text: str) -> None:
    linked = read(text, language)
    bodies = {m.entity for m in linked.mentions if m.text == "ISS"}
    assert len(bodies) == 1
    assert {linked.entities[body].kind for body in bodies} == {"Organisation"}
