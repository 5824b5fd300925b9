"""What nearness does not mean in French."""

from __future__ import annotations

from tests.facts.stage import reading, told


def test_an_instrument_that_another_comes_after_is_not_carried() -> None:
    facts = reading("SWOT prendra la suite de l'instrument SEIS.", "fr").facts
    assert "swot carries seis" not in {told(f) for f in facts}


def test_what_is_named_after_a_semicolon_carries_nothing_named_before() -> None:
    facts = reading("SEIS a été utilisé ; KaRIn mesure, dans SWOT, des surfaces.", "fr").facts
    assert "swot carries seis" not in {told(f) for f in facts}
    assert "swot carries karin" in {told(f) for f in facts}


def test_a_part_of_a_list_ties_its_own_bodies() -> None:
    facts = reading("On a parlé de PROBA-V ; de SWOT ; d'ALTIUS, mission de l'ESA.", "fr").facts
    assert "esa participatesIn proba-v" not in {told(f) for f in facts}


def test_a_satellite_of_one_land_is_not_that_of_another() -> None:
    text = "Le CNES et l'ASI travaillent ensemble. Leur coopération compte le satellite italien LARES-2."
    facts = reading(text, "fr").facts
    assert "cnes participatesIn lares-2" not in {told(f) for f in facts}


def test_an_instrument_and_its_mission_stand_together() -> None:
    facts = reading("SWOT mesure les océans grâce à KaRIn.", "fr").facts
    assert "swot carries karin" in {told(f) for f in facts}
