"""Coined names that only what follows betrays."""

from __future__ import annotations

import pytest

from tests.mentions.reader import named

CASES = [
    ("On board are RAMOX, a radiation detector from DLR, and others.", "Payload", ["RAMOX"]),
    ("The payload is there: PowerBox, contributed by NASA.", "Payload", ["PowerBox"]),
    ("The rocket took ESAUL, built by LuxSpace for ESA, to orbit.", "Mission", ["ESAUL"]),
    ("The satellite GEMO-HX was produced by Airbus too.", "Mission", ["GEMO-HX"]),
    ("Satellites on board\n\n1. NEXOS [Nihon University]", "Mission", ["NEXOS"]),
    # What is known for something else, or followed by nothing that tells.
    ("The satellite flew. NASA, a partner, built by hand.", "Mission", []),
    ("The satellite flew, and STEM, in schools, went on.", "Mission", []),
]


@pytest.mark.parametrize(("text", "kind", "names"), CASES)
def test_what_follows_tells_the_kind(text: str, kind: str, names: list[str]) -> None:
    assert named(text, kind=kind) == names


def test_an_acronym_means_all_through_what_it_is_introduced_for() -> None:
    text = "NASA builds the Multi-Angle Imager for Aerosols (MAIA). MAIA belongs to a NASA program."
    assert named(text, kind="LaunchVehicle") == []
    assert "MAIA" in named(text, kind="Mission")
