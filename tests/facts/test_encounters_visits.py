"""Visits: who went where, and when."""

from __future__ import annotations

import pytest

from tests.facts.happenings import told

TOLD: list[tuple[str, str, list[str]]] = [
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "French President Emmanuel Macron visited ISRO Headquarters in Bengaluru on 11 March 2018."
        ),
        ["2018-03-11 emmanuel-macron"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "The Director General of ESA, Johann-Dietrich Wörner, toured the Guiana Space Centre on 5 June 2019."
        ),
        ["2019-06-05 esa jan-worner"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "Jean-Yves Le Gall, President of CNES, is on an official visit to India from 3 to 6 June 2019."
        ),
        ["2019-06-03 cnes jean-yves-le-gall"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Emmanuel Macron, Président de la République, a visité le siège de l'ISRO à Bangalore le 11 mars 2018."
        ),
        ["2018-03-11 emmanuel-macron"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall, Président du CNES, s'est rendu au Centre spatial guyanais le 5 juin 2019."
        ),
        ["2019-06-05 cnes jean-yves-le-gall"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "En déplacement en Inde du 3 au 6 juin 2019, Jean-Yves Le Gall, Président du CNES, a rencontré K. Sivan, Président de l'ISRO."
        ),
        ["2019-06-03 cnes jean-yves-le-gall"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "L'accord a été conclu lors de la visite d'Etat du Président Emmanuel Macron en Inde, en mars 2018."
        ),
        ["2018-03 emmanuel-macron"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Bruno Le Maire, ministre de l'Economie, a effectué une visite du Centre spatial de Toulouse le 4 juin 2019."
        ),
        ["2019-06-04 bruno-le-maire"],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), TOLD)
def test_visits_are_read(language: str, text: str, expected: list[str]) -> None:
    assert told(text, language, "Visit") == expected
