"""Persons: names of many shapes, short forms, and what is nobody's name."""

from __future__ import annotations

import pytest

from tests.mentions.reader import keys, named

FOUND = [
    (
        "en",
        "Yannick d'Escatha, President of CNES, came. Mr d'Escatha left.",
        ["Yannick d'Escatha", "d'Escatha"],
    ),
    (
        "fr",
        "Yannick d’Escatha, président du CNES, est venu. M. d’Escatha, directeur général d’Airbus, est parti.",
        ["Yannick d’Escatha", "d’Escatha"],
    ),
    (
        "en",
        "ISRO Chairman A. S. Kiran Kumar came. Mr. Kiran Kumar left.",
        ["A. S. Kiran Kumar", "Kiran Kumar"],
    ),
    (
        "fr",
        "A. S. Kiran Kumar, président de l'ISRO, et Jean-Yves Le Gall. MM. Kiran Kumar et Le Gall.",
        ["A. S. Kiran Kumar", "Jean-Yves Le Gall", "Kiran Kumar", "Le Gall"],
    ),
    ("en", "YAMAKAWA Hiroshi, President of JAXA, came.", ["YAMAKAWA Hiroshi"]),
    ("en", "Its director, M. Sankara, came.", ["M. Sankara"]),
    ("en", "Dr Adnan M. Al Rais, Program Manager at MBRSC, came.", ["Adnan M. Al Rais"]),
    ("en", "Dominique Renaux, the French ambassador, came from Gabon.", ["Dominique Renaux"]),
    ("fr", "Rémi Canton, responsable du CADMOS, est venu.", ["Rémi Canton"]),
    (
        "en",
        "M.Y.S. Prasad and K.R. Sridhara Murthi came.",
        ["M.Y.S. Prasad", "K.R. Sridhara Murthi"],
    ),
    (
        "en",
        "The Director of ISRO's National Remote Sensing Centre (NRSC), Y.V.N. Krishna Murthy, came.",
        ["Y.V.N. Krishna Murthy"],
    ),
    ("fr", "LE GALL Jean-Yves, Président du CNES, est venu.", ["LE GALL Jean-Yves"]),
    ("fr", "D'ESCATHA Yannick est venu.", ["D'ESCATHA Yannick"]),
    ("en", "Xu Dazhe, head of CNSA, came. Mr Xu spoke.", ["Xu Dazhe", "Xu"]),
    ("en", "Nguyen Quan, Minister of Science of Vietnam, came.", ["Nguyen Quan"]),
    ("en", "Park Tae-hak, President of KARI, came.", ["Park Tae-hak"]),
    ("en", "Jan van der Berg, Director of NSO, came.", ["Jan van der Berg"]),
    (
        "fr",
        "Francisco Marín Pérez, directeur général du CDTI, est venu.",
        ["Francisco Marín Pérez"],
    ),
    ("en", "Ana María López García, Director of INTA, came.", ["Ana María López García"]),
    ("en", "Mohammed Al Ahbabi, Director General of the UAE Space Agency.", ["Mohammed Al Ahbabi"]),
    (
        "en",
        "Carlos Augusto Teixeira de Moura, president of AEB.",
        ["Carlos Augusto Teixeira de Moura"],
    ),
    ("en", "Credits: CNES/Oliver Sattler", ["Oliver Sattler"]),
    ("fr", "Crédits : CNES/PEUS Christophe, 2016", ["PEUS Christophe"]),
    ("en", "Image credit: NASA/Bill Ingalls", ["Bill Ingalls"]),
    ("en", "From left: Erna Novak (ESA), Ole Berg (DLR).", ["Erna Novak", "Ole Berg"]),
    (
        "en",
        "Dr. Erna Novak spoke. Ms Novak left, and Novak's car too.",
        ["Erna Novak", "Novak", "Novak"],
    ),
    ("fr", "Mme Erna Novak a parlé.", ["Erna Novak"]),
    ("en", "Under Secretary for Economic Growth Jose Fernandez came.", ["Jose Fernandez"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), FOUND)
def test_persons_are_found(language: str, text: str, expected: list[str]) -> None:
    assert named(text, language, "Person") == expected


NOBODY = [
    ("en", "They met at the International Astronautical Congress and the Paris Air Show."),
    ("en", "President Launches Golden Age of Exploration at the Farnborough Airshow."),
    ("en", "DRIVING ACHIEVEMENT in the Southern Hemisphere"),
    ("en", "General Provisions apply, and General Atomics delivers."),
    ("en", "The Minister of External Affairs and the Big Bang Theory Gallery."),
    ("fr", "Ils se sont vus au Congrès international d'astronautique et au Salon du Bourget."),
    ("fr", "Le Président de la République et la Commission européenne."),
    ("en", "In April 2016 the Director General Agreement on Trade was read."),
    ("en", "the Carbon Footprint Initiative of the Climate Crisis"),
]


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_things_are_no_persons(language: str, text: str) -> None:
    assert named(text, language, "Person") == []


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        (
            "Erna Novak, Director of DLR, met Jean-Yves Le Gall. Dr Novak thanked Mr Le Gall.",
            "en",
            2,
        ),
        ("Prof. Jan Wörner, ESA Director General; Johann-Dietrich Wörner; Mr Wörner.", "en", 1),
        ("Takafumi Goda, Director at NSPS. GODA Takafumi signed. Mr Goda left.", "en", 1),
        ("Dmitri Rogozine, directeur de Roscosmos. M. Rogozine est parti.", "fr", 1),
    ],
)
def test_all_forms_of_a_name_are_one_person(text: str, language: str, count: int) -> None:
    assert len(set(keys(text, language, "Person").values())) == count


def test_an_inverted_name_is_put_straight() -> None:
    assert (
        keys("Mr. GODA Takafumi, Director of NSPS, came.")["GODA Takafumi"]
        == "person/takafumi-goda"
    )


def test_a_surname_of_two_is_nobody_in_particular() -> None:
    text = "Erna Novak, Director of DLR, and Otto Novak, Director of ASI, met. Novak left."
    assert named(text, "en", "Person") == ["Erna Novak", "Otto Novak"]
