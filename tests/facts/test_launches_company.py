"""Launches with their company: who flew along, what came each on its day, what is no launch."""

from __future__ import annotations

import pytest

from tests.facts.happenings import told

TOLD = [
    # A report whose rocket the title names, and whose passengers the next sentences name.
    (
        "A success for Vega.\n\nThe Italian launcher lifted off on 18 June 2019 with two passengers. "
        "The Ondine-1 satellite, released first, looks at the sea. Sylphe-2 is a radar satellite.",
        ["2019-06-18 ondine-1 sylphe-2 vega"],
    ),
    # Whatever tells that others flew along, and what is known to have flown otherwise did not.
    (
        "An Ariane 5 lifted off from Kourou on 5 June 2019 with the Ondine-1 satellite. Travelling above it, the Sylphe-2 satellite "
        "had been ordered by the operator ABS.",
        ["2019-06-05 ariane-5 guiana-space-centre ondine-1 sylphe-2"],
    ),
    (
        "The Ondine-1 satellite was launched by an Ariane 5 from Kourou on 5 June 2019. A second satellite, Sylphe-2, was released "
        "two hours later.",
        ["2019-06-05 ariane-5 guiana-space-centre ondine-1 sylphe-2"],
    ),
    (
        "The Ondine-1 satellite was launched by an Ariane 5 from Kourou on 5 June 2019. Travelling above it was SPOT 5.",
        ["2019-06-05 ariane-5 guiana-space-centre ondine-1"],
    ),
    # What is known to have flown on one day flew together, where the text dates one of them.
    (
        "SARAL was launched on 25 February 2013. Canada's NEOSSat lifted off from Sriharikota.",
        ["2013-02-25 neossat saral satish-dhawan-space-centre"],
    ),
    (
        "An Ariane 5 lifted off from Kourou on 18 December 2004 with Helios 2A. Under the fairing with it was PARASOL.",
        ["2004-12-18 ariane-5 guiana-space-centre helios-2a parasol"],
    ),
    (
        "Metop-C was launched on a Soyuz on 7 November 2018 from Kourou. The two IASI instruments fly on Metop-A.",
        ["2018-11-07 guiana-space-centre metop-c soyuz"],
    ),
    (
        "SWOT was launched on a Falcon 9 on 16 December 2018, together with JAXA's GOSAT-2 and with KhalifaSat.",
        ["2018-12-16 falcon-9 gosat-2 khalifasat swot"],
    ),
    (
        "SAOCOM 1A was launched yesterday, at the same time as the satellite SARAL, on a Falcon 9.",
        ["2019-06-19 falcon-9 saocom-1a saral"],
    ),
    (
        "LAGEOS and LAGEOS-2 were launched respectively by NASA in 1976 and by NASA and ASI in 1992.",
        ["1976 lageos", "1992 lageos-2"],
    ),
    (
        "Launched from Sriharikota in October 2011 and in February 2013 respectively, Megha-Tropiques and SARAL are in good health.",
        [
            "2011-10 megha-tropiques satish-dhawan-space-centre",
            "2013-02 saral satish-dhawan-space-centre",
        ],
    ),
    (
        "Jason-3 lifted off at 0929 Hrs from Vandenberg on a Falcon 9.",
        ["2019-06-20 falcon-9 jason-3 vandenberg"],
    ),
    (
        "SAOCOM 1A was launched on 7 October 2018 by a Falcon 9. SAOCOM 1B, its twin, will follow in 2020.",
        ["2018-10-07 falcon-9 saocom-1a", "2020 planned saocom-1b"],
    ),
    (
        "The partners intend to use Athena-Fidus, which Ariane 5 orbited in February 2014.",
        ["2014-02 ariane-5 athena-fidus"],
    ),
    (
        "The agencies spoke of the follow-on to the Athena-Fidus telecommunications satellite, which Ariane 5 orbited in February 2014.",
        ["2014-02 ariane-5 athena-fidus"],
    ),
    (
        "NASA's PACE satellite launched on 8 February 2019 aboard a Falcon 9 from Space Launch Complex 40 at Cape Canaveral.",
        ["2019-02-08 cape-canaveral falcon-9 pace"],
    ),
    (
        "SWOT, on which KaRIn will be carried, is scheduled for launch in 2021.",
        ["2021 planned swot"],
    ),
    (
        "SWOT was to have been launched in 2018 but is now due for launch in 2021.",
        ["2021 planned swot"],
    ),
    ("SWOT, for launch in 2021, is ready.", ["2021 planned swot"]),
    ("Spektr-RG left Baikonur on 13 June 2019.", ["2019-06-13 baikonur-cosmodrome spektr-rg"]),
]

NOT_TOLD = [
    "Commands will be sent to SuperCam from Toulouse.",
    "On 8 June 2019, on the eve of the launch, the heads of CNES and NASA spoke about SWOT.",
    "SWOT was shown to the guests on the morning of the launch.",
    "The year begins with the arrival of Hayabusa2 at Ryugu, expected in June 2018, and a launch.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_launches_with_their_company_are_read(text: str, expected: list[str]) -> None:
    assert told(f"CNES and partners in space today\n\n{text}", "en", "Launch") == expected


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_is_no_launch_is_none(text: str) -> None:
    assert told(f"CNES and partners in space today\n\n{text}", "en", "Launch") == []
