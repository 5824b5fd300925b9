"""What two names in one sentence mean where the authority ties what they name together."""

from __future__ import annotations

import pytest

from tests.facts.stage import reading, told


def _says(text: str) -> set[str]:
    return {told(f) for f in reading(text, "en").facts}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("The talks with JAXA also touched on EarthCARE.", "jaxa participatesIn earthcare"),
        ("Engineers saw SuperCam before Perseverance left.", "perseverance carries supercam"),
        ("Visitors asked about Euclid and about Cosmic Vision.", "euclid partOf cosmic-vision"),
        ("Sentinel-3 is the pride of Copernicus.", "sentinel-3 partOf copernicus"),
    ],
)
def test_a_sentence_names_two_that_are_tied(text: str, says: str) -> None:
    assert says in _says(text)


def test_whoever_shares_in_an_instrument_is_not_said_to_give_it() -> None:
    assert not _says("The visitors from DLR admired the seismometer SEIS and HP3.")


@pytest.mark.parametrize(
    "text",
    [
        "The talks with ISRO also touched on EarthCARE.",
        "The talks with JAXA went on for long. EarthCARE was not far away.",
        "JAXA does not take part in EarthCARE.",
        "JAXA congratulated ESA's EarthCARE team.",
    ],
)
def test_no_tie_no_sentence_or_a_denial_says_nothing(text: str) -> None:
    assert not {"isro participatesIn earthcare", "jaxa participatesIn earthcare"} & _says(text)
