"""Posts of somebody, or at a body, that an earlier sentence names."""

from __future__ import annotations

import pytest

from tests.facts.stage import reading, short, told

HELD = [
    (
        "Thomas Pesquet s'est envolé ce matin. L'astronaute de l'ESA devient le premier à y voler.",
        ("thomas-pesquet", "esa"),
    ),
    (
        "Albert Hertzog, du CNRS, responsable scientifique du projet, s'en réjouit.",
        ("albert-hertzog", "-"),
    ),
    (
        "Anna Rathsman a été nommée hier en Conseil des ministres Présidente du CNES.",
        ("anna-rathsman", "cnes"),
    ),
    (
        "Le Conseil a désigné Josef Aschbacher comme prochain directeur général de l'ESA.",
        ("josef-aschbacher", "esa"),
    ),
]
OTHERS = [
    "Thomas Pesquet a rencontré Anna Rathsman. L'astronaute de l'ESA a pris la parole.",
    "« Thomas Pesquet est parti. » L'astronaute de l'ESA a pris la parole.",
]


@pytest.mark.parametrize(("text", "held"), HELD)
def test_posts_find_their_holders(text: str, held: tuple[str, str]) -> None:
    assert held in {
        (short(m.person), short(m.organisation)) for m in reading(text, "fr").memberships
    }


@pytest.mark.parametrize("text", OTHERS)
def test_posts_of_one_of_several_are_left(text: str) -> None:
    assert not reading(text, "fr").memberships


def test_his_president_is_that_of_the_body_before() -> None:
    facts = reading(
        "La JAXA a choisi Paris. Conduite par son Président, Hiroshi Yamakawa, la délégation y reste.",
        "fr",
    ).facts
    assert "hiroshi-yamakawa affiliatedWith jaxa" in {told(f) for f in facts}


def test_one_side_of_the_table_is_that_of_its_agency() -> None:
    facts = reading(
        "Le CNES et la JAXA ont signé. Côté français, Lionel Suchet, directeur général délégué, et Jean Vallon,"
        " ambassadeur de France, étaient là.",
        "fr",
    ).facts
    said = {told(f) for f in facts}
    assert "lionel-suchet affiliatedWith cnes" in said
    assert "jean-vallon affiliatedWith cnes" not in said


def test_a_post_at_a_body_may_name_its_field_in_between() -> None:
    text = "Pierre Bousquet, chef du service Planétologie et Microgravité au CNES, est là."
    assert "pierre-bousquet affiliatedWith cnes" in {told(f) for f in reading(text, "fr").facts}


def test_whose_director_somebody_is_the_nearest_house_says() -> None:
    text = (
        "Il a vu les ateliers d'Airbus, puis le Centre, où l'attendait Marc Pircher, son directeur."
    )
    said = {told(f) for f in reading(text, "fr").facts}
    assert "marc-pircher affiliatedWith airbus" not in said


def test_whose_somebody_is_does_not_hang_on_what_he_says() -> None:
    text = "« On pourrait y aller », dit Albert Hertzog, du CNRS, dans un sourire."
    (fact,) = [f for f in reading(text, "fr").facts if f.predicate == "affiliatedWith"]
    assert fact.status == "underway"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "Le contrat a été signé pour la JAXA par son président, Hiroshi Yamakawa.",
            "hiroshi-yamakawa affiliatedWith jaxa",
        ),
        (
            "La JAXA était représentée par Hiroshi Yamakawa, son président.",
            "hiroshi-yamakawa affiliatedWith jaxa",
        ),
    ],
)
def test_his_president_is_that_of_the_only_body_named_before(text: str, says: str) -> None:
    assert says in {told(f) for f in reading(text, "fr").facts}


def test_his_president_may_be_that_of_either_of_two() -> None:
    facts = reading("Le CNES a accueilli la JAXA et son président, Hiroshi Yamakawa.", "fr").facts
    assert not [f for f in facts if f.rule == "own-post"]


def test_a_known_head_stands_for_the_body_that_the_sentence_names() -> None:
    known: dict[str, tuple[str, ...]] = {"person/jean-yves-le-gall": ("agency/cnes",)}
    text = "Jean-Yves Le Gall welcomed to CNES's head office K. Sivan, Chairman of ISRO."
    (fact,) = (f for f in reading(text, "en", known).facts if f.rule == "known-post")
    assert told(fact) == "jean-yves-le-gall affiliatedWith cnes"
    placed = "Jean-Yves Le Gall, President of CNES, came."
    assert not [f for f in reading(placed, "en", known).facts if f.rule == "known-post"]
