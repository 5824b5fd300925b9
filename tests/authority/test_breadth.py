"""The authority is as broad as was promised: counts by class, countries with their demonyms."""

from __future__ import annotations

import pytest

from kg.vocab import SKG
from tests.authority.reading import of_kind, report

PROMISED = {
    "Agency": 90,
    "Country": 193,
    "LaunchVehicle": 120,
    "Mission": 600,
    "Organisation": 150,
    "Payload": 150,
    "Person": 250,
    "Programme": 200,
    "Site": 60,
}
# Their adjectives are their neighbour's, an island's or a church's: they would mislead.
WITHOUT_DEMONYM = {"country/dominica", "country/holy-see", "country/solomon-islands"}


@pytest.mark.parametrize(("kind", "count"), PROMISED.items())
def test_there_are_as_many_as_promised(kind: str, count: int) -> None:
    assert len(of_kind(kind)) >= count


def test_each_country_has_demonyms_in_both_languages() -> None:
    wrong = [
        one.key
        for one in of_kind("Country")
        if one.key not in WITHOUT_DEMONYM
        and not {"en", "fr"} <= {o.language for o in one.literals(SKG.demonym)}
    ]
    assert not wrong, report(wrong)
