"""Visits: who went where, and when, in English."""

from __future__ import annotations

import pytest

from tests.facts.happenings import told

TOLD: list[tuple[str, list[str]]] = [
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "On 5 June 2019, NASA Administrator Jim Bridenstine, Hiroshi Yamakawa, President of JAXA, and K. Sivan toured the Guiana Space Centre."
        ),
        ["2019-06-05 hiroshi-yamakawa jaxa jim-bridenstine k-sivan nasa"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "French President Emmanuel Macron visited ISRO Headquarters in Bengaluru on 11 March 2018."
        ),
        ["2018-03-11 emmanuel-macron"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "The Director General of ESA, Johann-Dietrich Wörner, toured the Guiana Space Centre on 5 June 2019."
        ),
        ["2019-06-05 esa jan-worner"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Jean-Yves Le Gall, President of CNES, is on an official visit to India from 3 to 6 June 2019."
        ),
        ["2019-06-03 cnes jean-yves-le-gall"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "A high level delegation from CNES headed by Mr. Jean-Yves Le Gall, President, CNES visited ISRO Headquarters, Bengaluru during June 5-7, 2019."
        ),
        ["2019-06-05 cnes jean-yves-le-gall"],
    ),
    # A body may be what is visited, and a visit be told in passing.
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Pam Melroy, Deputy Administrator of NASA, came to the Korea Aerospace Research Institute (KARI) on 12 March 2019."
        ),
        ["2019-03-12 nasa pam-melroy"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "NASA Administrator Bill Nelson announced it on 3 March 2019 during a visit to CNES."
        ),
        ["2019-03-03 bill-nelson nasa"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Piero Benvenuti will travel on to Córdoba on 15 August 2019."
        ),
        ["2019-08-15 planned piero-benvenuti"],
    ),
    # Told in passing: whose visit it is the words beside it say; a relative clause keeps its day.
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "The memorandum was signed on 5 June 2019 by K. Sivan, Chairman of ISRO, and Jean-Yves Le Gall, President of CNES, before French President Emmanuel Macron, then on a state visit to India."
        ),
        ["2019-06-05 emmanuel-macron"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "They recalled the intention voiced on 5 June 2019 by Presidents Joe Biden and Emmanuel Macron, when the latter was in Washington on a state visit."
        ),
        ["2019-06-05 emmanuel-macron"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Jean-Yves Le Gall, President of CNES, accompanied Emmanuel Macron, President of the French Republic, on his state visit to Israel from 5 to 7 June 2019."
        ),
        ["2019-06-05 emmanuel-macron"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Lee Sang-ryool, who was appointed President of the Korea Aerospace Research Institute (KARI) in December 2018, visited Toulouse this week."
        ),
        ["undated kari lee-sang-ryool"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_visits_are_read(text: str, expected: list[str]) -> None:
    assert told(text, "en", "Visit") == expected
