"""Bodies and sites that no lexicon knows, by the shape of their names."""

from __future__ import annotations

import pytest

from tests.mentions.reader import named, read

BODIES = [
    (
        "en",
        "The Ministry of Mines and Sports and the University of Utopia signed.",
        ["Ministry of Mines and Sports", "University of Utopia"],
    ),
    (
        "en",
        "the Department of Mines, and the National Mining Council",
        ["Department of Mines", "National Mining Council"],
    ),
    (
        "en",
        "Sky Systems Inc., Orbital Dynamics GmbH and Dune Robotics Pvt. Ltd.",
        ["Sky Systems", "Orbital Dynamics", "Dune Robotics"],
    ),
    ("en", "the start-up Lunar Garden flew", ["Lunar Garden"]),
    ("en", "Acme Space Corporation built it.", ["Acme Space Corporation"]),
    ("en", "Acme Aerospace of Dunewick built it.", ["Acme Aerospace"]),
    ("en", "the Department of Mines’s people", ["Department of Mines"]),
    ("en", "Utopia Mining Office Acting Director Erna Novak", ["Utopia Mining Office"]),
    (
        "en",
        "the Ministry of Post and Information and Communication Technologies agreed",
        ["Ministry of Post and Information and Communication Technologies"],
    ),
    ("en", "Kitesat, a company owned by the state, operates it.", ["Kitesat"]),
    ("en", "MDA and its partner Gullwing built it.", ["MDA", "Gullwing"]),
    (
        "fr",
        "le ministère des Mines et l'université Jean-Valjean",
        ["ministère des Mines", "université Jean-Valjean"],
    ),
    ("fr", "l’Institut de physique des nuages", ["Institut de physique des nuages"]),
    ("fr", "l'Institut de Nuages à dix lieues d'ici", ["Institut de Nuages"]),
    ("fr", "le Secrétariat d'État à la Pêche", ["Secrétariat d'État à la Pêche"]),
    ("fr", "la start-up Jardin Lunaire et Orbitales S.A.", ["Jardin Lunaire", "Orbitales"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), BODIES)
def test_unknown_bodies_are_found_apart(language: str, text: str, expected: list[str]) -> None:
    assert named(text, language, "Organisation") == expected


NONE = [
    ("en", "The ESA Centre hosted the Indian Ministry."),
    ("en", "The joint working group met, and the Steering Committee too."),
    ("en", "My Administration and Our Council will go on."),
    ("en", "the National Research and Development Agency status"),
    ("en", "The Press Department and the Communications Office answer."),
    (
        "en",
        "On Monday, the company of Dunewick built it. However, the company that sold it failed.",
    ),
    ("en", "Jean Duprey, the firm behind him, and its partner Marie Lenoir came."),
    ("fr", "Bureau Relations avec les médias"),
    ("fr", "Le comité exécutif et le Conseil d'administration"),
]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_common_nouns_are_no_bodies(language: str, text: str) -> None:
    assert named(text, language, "Organisation") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Utopian National Space Agency signed.", "Agency"),
        ("The Lunar Harvest Space Corporation signed.", "Organisation"),
        ("They met at the Golden Dunes Space Center.", "Site"),
    ],
)
def test_only_a_nations_agency_is_an_agency(text: str, kind: str) -> None:
    linked = read(text)
    assert [linked.entities[m.entity].kind for m in linked.mentions] == [kind]


@pytest.mark.parametrize(
    ("text", "language", "key"),
    [
        ("The Italian Space Agency signed.", "en", "agency/asi"),
        ("L’agence spatiale italienne (ASI) a signé.", "fr", "agency/asi"),
    ],
)
def test_a_nations_agency_is_the_one_that_is_known(text: str, language: str, key: str) -> None:
    assert key in {m.entity for m in read(text, language).mentions}


def test_the_end_of_a_longer_name_is_the_same_body() -> None:
    text = "The NASA-ISRO Moon Dust Working Group met. The Moon Dust Working Group will report."
    linked = read(text)
    groups = {m.entity for m in linked.mentions if "Working Group" in m.text}
    assert len(groups) == 1
