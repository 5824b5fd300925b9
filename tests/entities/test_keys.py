"""Entities of the two versions of a release meet at one key."""

from __future__ import annotations

import pytest

from kg.entities.unknown import key_of, path_of
from tests.mentions.reader import read

TWINS = [
    (
        "CNES President Jean-Yves Le Gall met Dmitry Rogozin, head of Roscosmos, in Moscow, Russia.",
        "Jean-Yves Le Gall, Président du CNES, a rencontré à Moscou, en Russie, Dmitri Rogozine,"
        " directeur de Roscosmos.",
    ),
    (
        "The European Space Agency and the German Aerospace Center (DLR) fly CHEOPS on Soyuz.",
        "L’Agence spatiale européenne et le Centre allemand pour l'aéronautique et l'astronautique"
        " (DLR) font voler CHEOPS sur Soyouz.",
    ),
    (
        "SEIS is on InSight. It left Vandenberg on an Atlas V for Mars.",
        "SEIS est sur InSight. Il est parti de Vandenberg sur une Atlas V vers Mars.",
    ),
    (
        "Erna Novak, Director of DLR, and Otto Berg, President of ASI, signed in Italy.",
        "Erna Novak, directrice du DLR, et Otto Berg, président de l'ASI, ont signé en Italie.",
    ),
]


@pytest.mark.parametrize(("english", "french"), TWINS)
def test_twins_meet_at_the_same_keys(english: str, french: str) -> None:
    assert set(read(english, "en").entities) == set(read(french, "fr").entities)


@pytest.mark.parametrize(
    ("kind", "name", "key"),
    [
        ("Organisation", "Ministry of the Mines", "organisation/ministry-mines"),
        ("LaunchVehicle", "Dune-2", "launch-vehicle/dune-2"),
        ("Person", "José de la Vega", "person/jose-de-la-vega"),
        ("Mission", "µSat", "mission/usat"),
        ("Organisation", "国家航天局", "organisation/unnamed"),
    ],
)
def test_keys_come_from_class_and_name_alone(kind: str, name: str, key: str) -> None:
    assert key_of(kind, name) == key


def test_a_class_of_two_words_has_a_hyphen() -> None:
    assert path_of("LaunchVehicle") == "launch-vehicle"


def test_an_entity_answers_to_all_its_names() -> None:
    entity = read("The European Space Agency (ESA) met. Europe’s ESA signed.").entities[
        "agency/esa"
    ]
    assert {entity.label, *entity.names} >= {"ESA", "European Space Agency"}
    assert entity.known


def test_a_label_is_one_line_where_the_name_was_broken() -> None:
    linked = read("CNES works with the Tokyo Institute for\n    Space Gardens (TISG).")
    assert "Tokyo Institute for Space Gardens" in {e.label for e in linked.entities.values()}
