"""Verbs are read however their subject, object, agent and partners stand to them."""

from __future__ import annotations

import pytest

from kg.facts import frames
from tests.facts.stage import scene, told

CASES = [
    # active, with all that may stand between a body and its verb
    (
        "ESA and JAXA are now jointly developing EarthCARE.",
        "esa participatesIn earthcare; jaxa participatesIn earthcare",
    ),
    ("CNES, for its part, supplies SEIS.", "cnes contributes seis"),
    ("CNES will supply a spectrometer, SEIS.", "cnes contributes seis"),
    ("CNES, the French agency, will operate SWOT.", "swot operatedBy cnes"),
    ("DLR has agreed to support MMX.", "dlr participatesIn mmx"),
    (
        "CHEOPS, operated by ESA, developed by NASA with JAXA, is fine.",
        "cheops operatedBy esa; jaxa participatesIn cheops; nasa cooperatesWith jaxa; nasa participatesIn cheops",
    ),
    (
        "CHEOPS is led by ESA, in association with NASA.",
        "esa cooperatesWith nasa; esa leads cheops; nasa participatesIn cheops",
    ),
    (
        "Teams from JAXA and NASA, supported by CNES, developed the software of CHEOPS.",
        "jaxa participatesIn cheops; nasa participatesIn cheops",
    ),
    ("ESA took part in CHEOPS.", "esa participatesIn cheops"),
    ("CNES is in charge of the ground segment of Euclid.", "cnes participatesIn euclid"),
    # passive and participles
    (
        "CHEOPS, likewise built by Airbus and operated by ESA from its station, is fine.",
        "cheops builtBy airbus; cheops operatedBy esa",
    ),
    (
        "It was SEIS, the seismometer, developed at the University of Tokyo.",
        "seis builtBy university-of-tokyo",
    ),
    (
        "Built by students and staff of ETH Zurich, the cubesat SWOT lifted off.",
        "swot builtBy eth-zurich",
    ),
    # A firm that develops a mission builds it; an agency may have it built.
    (
        "SWOT is being developed by Airbus.",
        "airbus participatesIn swot; swot builtBy airbus",
    ),
    ("SWOT is being developed by CNES.", "cnes participatesIn swot"),
    ("CHEOPS is being put together at Turin by Airbus.", "cheops builtBy airbus"),
    ("SWOT was launched in 2022 and is operated by CNES.", "swot operatedBy cnes"),
    ("SWOT was built by Airbus for CNES.", "swot builtBy airbus; swot customer cnes"),
    # relative clauses
    (
        "SWOT, the mission that CNES and NASA are developing, is late.",
        "cnes participatesIn swot; nasa participatesIn swot",
    ),
    ("It was SEIS, the sensor which DLR has spent four years designing.", "seis builtBy dlr"),
    ("It was VENµS, for which CNES is providing the camera.", "cnes participatesIn venus"),
    (
        "The camera is for SWOT, in which DLR and NOAA also have a stake.",
        "dlr participatesIn swot; noaa participatesIn swot",
    ),
    # parts of a thing
    (
        "SEIS was shown; its detectors were supplied by Teledyne e2v.",
        "teledyne-e2v contributes seis",
    ),
    (
        "CHEOPS is a product of cooperation between ESA and DLR.",
        "esa participatesIn cheops; dlr participatesIn cheops",
    ),
    # partners
    (
        "CNES is preparing SWOT with the University of Leicester.",
        "cnes participatesIn swot; university-of-leicester participatesIn swot; cnes cooperatesWith university-of-leicester",
    ),
    (
        "SWOT was built by Airbus with help from DLR.",
        "swot builtBy airbus; dlr participatesIn swot; airbus cooperatesWith dlr",
    ),
    # what carries
    ("SWOT will carry KaRIn.", "swot carries karin"),
    # and what says nothing
    ("CNES will not take part in SWOT.", ""),
    ("CNES praised the team that built SWOT.", ""),
    ("The lead of CNES in the SWOT debate was clear.", ""),
    ("DLR spoke of CNES, and SWOT was built at home.", ""),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_verbs_say(text: str, expected: str) -> None:
    found = {told(fact) for fact in frames.read(scene(text, "en")) if fact.status != "discussed"}
    assert found == {fact for fact in expected.split("; ") if fact}


def test_a_language_without_verbs_has_no_frames() -> None:
    assert list(frames.read(scene("CHEOPS, construit par Airbus pour l'ESA.", "fr"))) == []
