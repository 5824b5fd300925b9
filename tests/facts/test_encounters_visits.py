"""Visits: who went where, and when, in English."""

from __future__ import annotations

import pytest

from tests.facts.happenings import told

TOLD: list[tuple[str, list[str]]] = [
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
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_visits_are_read(text: str, expected: list[str]) -> None:
    assert told(text, "en", "Visit") == expected
