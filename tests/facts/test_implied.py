"""What events imply, what stands together in a sentence, and what names give away."""

from __future__ import annotations

import pytest

from tests.facts.stage import reading, told

CASES = [
    # Signing with each other is cooperation, and participation in what is signed about.
    (
        "en",
        "CNES and NASA signed a framework agreement on SWOT on 12 March 2021.",
        {
            "cnes cooperatesWith nasa": "agreed",
            "cnes participatesIn swot": "agreed",
            "nasa participatesIn swot": "agreed",
        },
    ),
    (
        "fr",
        "Le CNES et la NASA ont signé le 12 mars 2021 un accord-cadre sur SWOT.",
        {
            "cnes cooperatesWith nasa": "agreed",
            "cnes participatesIn swot": "agreed",
            "nasa participatesIn swot": "agreed",
        },
    ),
    # Heads who meet to speak of common work.
    (
        "en",
        "CNES President Jean-Yves Le Gall met NASA Administrator Bill Nelson on 12 March 2021. "
        "They spoke of partnership.",
        {
            "bill-nelson affiliatedWith nasa": "underway",
            "cnes cooperatesWith nasa": "underway",
            "jean-yves-le-gall affiliatedWith cnes": "underway",
        },
    ),
    # ... and who meet for anything else.
    (
        "en",
        "CNES President Jean-Yves Le Gall met NASA Administrator Bill Nelson on 12 March 2021. "
        "They spoke of the weather.",
        {
            "bill-nelson affiliatedWith nasa": "underway",
            "jean-yves-le-gall affiliatedWith cnes": "underway",
        },
    ),
    # A name that continues a programme's.
    ("en", "MetOp-C follows MetOp.", {"metop-c partOf metop": "underway"}),
    ("en", "The French Space Agency (CNES) spoke.", {"cnes agencyOf france": "underway"}),
    # Nearness: an agency and a mission, a mission and its instrument, two agencies and their ties.
    (
        "en",
        "At ESA, the project CHEOPS keeps many busy.",
        {"esa participatesIn cheops": "underway"},
    ),
    ("fr", "À l'ESA, le projet CHEOPS avance.", {"esa participatesIn cheops": "underway"}),
    ("en", "At ISRO, all eyes are on CHEOPS.", {}),
    ("en", "OHB told ISRO of the project CHEOPS.", {}),
    ("en", "For InSight it is time to switch on SEIS.", {"insight carries seis": "underway"}),
    ("en", "CNES spoke with ESA of old ties.", {"cnes cooperatesWith esa": "underway"}),
    ("en", "CNES, ESA and NASA were there to see PRISMA.", {}),
    ("en", "Nobody spoke of CHEOPS.", {}),
    (
        "fr",
        "SWOT, que pilote le CNES, est en orbite. Le DLR participe à SWOT.",
        {
            "cnes leads swot": "underway",
            "cnes participatesIn swot": "underway",
            "dlr participatesIn swot": "underway",
            "cnes cooperatesWith dlr": "underway",
        },
    ),
]


@pytest.mark.parametrize(("code", "text", "facts"), CASES)
def test_what_follows(code: str, text: str, facts: dict[str, str]) -> None:
    assert {told(f): f.status for f in reading(text, code).facts} == facts


def test_a_mission_owned_by_another_is_not_shared_by_nearness() -> None:
    found = {told(f) for f in reading("CNES congratulated NASA's InSight.", "en").facts}
    assert "cnes participatesIn insight" not in found
    assert "nasa participatesIn insight" in found


def test_common_work_in_a_release_about_two_agencies() -> None:
    text = (
        "CNES President Jean-Yves Le Gall met ISRO Chairman Kailasavadivoo Sivan on 12 March 2021. "
        "The joint mission Megha-Tropiques is ten years old."
    )
    found = {told(f) for f in reading(text, "en").facts}
    assert {"cnes participatesIn megha-tropiques", "isro participatesIn megha-tropiques"} <= found


def test_each_fact_is_there_once_with_its_ends_in_order() -> None:
    text = "NASA and CNES are partners. CNES and NASA cooperate."
    assert [told(f) for f in reading(text, "en").facts] == ["cnes cooperatesWith nasa"]


@pytest.mark.parametrize(
    "text",
    [
        "The satellite CHEOPS, ordered by Kourou, was launched on 12 March 2021.",
        "The instrument SEIS flies on SEIS.",
        "Kourou contributed SEIS.",
    ],
)
def test_no_fact_that_the_shapes_would_refuse(text: str) -> None:
    bodies = ("agency/", "organisation/")
    for fact in reading(text, "en").facts:
        buyers = (*bodies, "country/")
        assert not (fact.predicate == "customer" and not fact.object.startswith(buyers))
        assert not (fact.predicate == "contributes" and not fact.subject.startswith(bodies))
        assert fact.subject != fact.object
