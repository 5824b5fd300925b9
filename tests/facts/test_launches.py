"""Launches: done, planned, nominal, passive, crewed; and what is no launch, in English."""

from __future__ import annotations

import pytest

from tests.facts.happenings import told

TOLD: list[tuple[str, list[str]]] = [
    (
        "CHEOPS: three weeks to lift-off\n\nA Soyuz will orbit CHEOPS on 11 July 2019.",
        ["2019-07-11 planned cheops soyuz"],
    ),
    (
        "News from orbit\n\nVega carried CHEOPS for ESA, EyeSat and ANGELS for CNES on 18 December 2018.",
        ["2018-12-18 angels cheops eyesat vega"],
    ),
    ("News from orbit\n\nSWOT and CHEOPS are not meant for a Falcon 9.", []),
    (
        # The nearest 13 October is still to come, and the flight was made.
        "News from orbit\n\nOn 13 October a Vega made its first flight from the Guiana Space Centre with Sylphe-2.",
        ["2018-10-13 guiana-space-centre sylphe-2 vega"],
    ),
    (
        "Launch for first Pléiades satellite\n\nA Vega lifted off on 7 May 2013 with Pléiades 1A on board. "
        "Jean-Yves Le Gall followed the launch from Kourou in the company of Thomas Pesquet.",
        ["2013-05-07 pleiades-1a vega"],
    ),
    (
        "News from orbit\n\nThe launch readiness review on 1 June went well, and lift-off of CHEOPS is set for 3 July 2025.",
        ["2025-07-03 planned cheops"],
    ),
    (
        "News from orbit\n\nDelivery of CHEOPS is expected this summer, and launch in the second half of 2025.",
        ["2025 planned cheops"],
    ),
    (
        "News from orbit\n\nAn Ariane 5 is being readied to orbit two Galileo satellites on 3 July 2025.",
        ["2025-07-03 planned ariane-5 galileo"],
    ),
    (
        "News from orbit\n\nSWOT was launched on 7 May 2013 by a Vega. The launch vehicle also carried two small payloads:\n"
        "- Mizu-2, by JAXA\n- Kaze-3, of ESA",
        ["2013-05-07 kaze-3 mizu-2 swot vega"],
    ),
    (
        "News from orbit\n\nKibo is here.\n\n- Name: CHEOPS\n- Size: 10 cm\n- Launch: 2 April 2013 (UTC), by Vega, "
        "on board the Dragon spacecraft",
        ["2013-04-02 cheops vega"],
    ),
    (
        "News from orbit\n\nSWOT rode on a PSLV in May 2011. CHEOPS followed from Plesetsk in June 2012 on a Rockot, "
        "and on 7 May 2013 it was the turn of SMOS, carried by Vega from the Guiana Space Centre.",
        [
            "2011-05 pslv swot",
            "2012-06 cheops plesetsk-cosmodrome rockot",
            "2013-05-07 guiana-space-centre smos vega",
        ],
    ),
    (
        "News from orbit\n\nSWOT was launched in May 2011 by a PSLV, and CHEOPS in June 2012 by a Rockot.",
        ["2011-05 pslv swot", "2012-06 cheops rockot"],
    ),
    (
        "News from orbit\n\nSWOT and SMOS were launched in 2011 and 2012 respectively, while a Vega will lift CHEOPS in June 2025.",
        ["2011 swot", "2012 smos", "2025-06 planned cheops vega"],
    ),
    (
        "News from orbit\n\nCHEOPS was launched by Vega on 7 May 2013. Under the fairing with it was the Sylphe-2 satellite.",
        ["2013-05-07 cheops sylphe-2 vega"],
    ),
    (
        "News from orbit\n\nSWOT was built by Airbus. Three days after lift-off, teams at the Guiana Space Centre "
        "turned on SWOT. SWOT had left Plesetsk on 7 May 2013.",
        ["2013-05-07 plesetsk-cosmodrome swot"],
    ),
    (
        "News from orbit\n\nSMOS is in orbit. Jean Dupont, project manager of CHEOPS, showed the room from which the "
        "probe, launched on 7 May 2013 by Vega, is steered.",
        ["2013-05-07 cheops vega"],
    ),
    (
        "News from orbit\n\nHelios 2B is in orbit. The second satellite of the Helios II programme left Plesetsk on 7 May 2013.",
        ["2013-05-07 helios-2b plesetsk-cosmodrome"],
    ),
    (
        "News from orbit\n\nSWOT will be joined by SMOS. The launch of the latter is planned for 2025 on a Vega.",
        ["2025 planned smos vega"],
    ),
    (
        "News from orbit\n\nOn 7 May 2013 Thomas Pesquet had left Baikonur in a Soyuz MS-03 capsule.",
        ["2013-05-07 baikonur-cosmodrome soyuz-ms-03 thomas-pesquet"],
    ),
    (
        "News from orbit\n\nMetOp-A, MetOp-B and MetOp-C were launched by Soyuz in 2006, 2012 and 2018.",
        ["2006 metop-a soyuz", "2012 metop-b soyuz", "2018 metop-c soyuz"],
    ),
    (
        "News from orbit\n\nTC-1 flew on 29 December 2003. The polar satellite, TC-2, should join it in mid-2025.",
        ["2003-12-29 tc-1", "2025 planned tc-2"],
    ),
    (
        "News from orbit\n\nCHEOPS was made in Madrid. The launch was watched from Cape Canaveral by ESA.",
        [],
    ),
    (
        "News from orbit\n\nVega, carrying the Swiss satellite CHEOPS and CNES's EyeSat, lifted off on 18 December 2018.",
        ["2018-12-18 cheops eyesat vega"],
    ),
    (
        "News from orbit\n\nCALIPSO, a joint satellite, was launched with CloudSat on 28 April 2006.",
        ["2006-04-28 calipso cloudsat"],
    ),
    (
        "News from orbit\n\nCHEOPS is set for lift-off on 18 December 2025 on an Ariane 5. It will be joined in the fairing by the Sylphe-2 satellite.",
        ["2025-12-18 planned ariane-5 cheops sylphe-2"],
    ),
    (
        "News from orbit\n\nCHEOPS will be launched by PSLV in the course of 2025.",
        ["2025 planned cheops pslv"],
    ),
    (
        "News from orbit\n\nMTG-S1, which will carry the Sentinel-4 instrument, is to be lofted in 2025.",
        ["2025 planned mtg-s1"],
    ),
    (
        "News from orbit\n\nThomas Pesquet will fly to the ISS in November 2025 aboard Soyuz MS-03.",
        ["2025-11 planned soyuz-ms-03"],
    ),
    ("News from orbit\n\nIts twin, CHEOPS, is to follow in 2025.", ["2025 planned cheops"]),
    # A list of passengers under a heading; lines on makers and customers stand between.
    (
        (
            "Vega flies again\n\nOn 2 September 2016 a Vega lifted off from the Guiana Space Centre "
            "for the first time since the loss of FalconEye1 in July 2015.\n\nThe passengers\n\n"
            "- CHEOPS, built by Airbus, looks for planets.\nThe customer is ESA.\n"
            "- SWOT looks for water.\n"
        ),
        ["2016-09-02 cheops guiana-space-centre swot vega"],
    ),
    (
        "News from orbit\n\nOriginally planned for 2018, the launch of CHEOPS by Soyuz has been moved to 2020.",
        ["2020 planned cheops soyuz"],
    ),
    ("News from orbit\n\nCHEOPS was launched last night by a Soyuz.", ["2019-06-19 cheops soyuz"]),
    # "It" is what the sentence named before, not what it goes on to.
    (
        (
            "News from orbit\n\nThey noted that EarthCARE, on which a radar is flying, has worked since "
            "a Falcon 9 launched it on 28 May 2017, and that BepiColombo is on course."
        ),
        ["2017-05-28 earthcare falcon-9"],
    ),
    # A day that the launch was first set for is none of its own.
    (
        (
            "News from orbit\n\nCHEOPS was launched on 18 December 2016. "
            "The launch had been scheduled for 17 December 2016."
        ),
        ["2016-12-18 cheops"],
    ),
    (
        (
            "News from orbit\n\nSAOCOM 1A was placed in orbit by a Falcon 9 on 7 October 2016; "
            "SAOCOM 1B will follow it in 2020."
        ),
        ["2016-10-07 falcon-9 saocom-1a", "2020 planned saocom-1b"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "SWOT will be launched in 2021 on a Falcon 9 from Vandenberg."
        ),
        ["2021 planned falcon-9 swot vandenberg"],
    ),
    (
        ("CNES and partners in space today\n\nSWOT is set for launch in 2021."),
        ["2021 planned swot"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "SWOT, due for launch in 2021, is built by CNES and NASA."
        ),
        ["2021 planned swot"],
    ),
    (
        ("CNES and partners in space today\n\nJason-3 went up on 17 January 2016 on a Falcon 9."),
        ["2016-01-17 falcon-9 jason-3"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "CALIPSO was put into orbit by a Delta II in April 2006."
        ),
        ["2006-04 calipso delta-ii"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "InSight, which was launched on 5 May 2018 and landed on Mars on 26 November 2018, carries SEIS."
        ),
        ["2018-05-05 insight"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "ESA's CHEOPS is ready. Its launch by a Soyuz is planned for December 2019."
        ),
        ["2019-12 planned cheops soyuz"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "CHEOPS is ready. Lift-off is scheduled for 17 December 2019 from the Guiana Space Centre."
        ),
        ["2019-12-17 planned cheops guiana-space-centre"],
    ),
    (
        ("CNES and partners in space today\n\nJason-2 in 2008 then Jason-3 in 2016 were launched."),
        ["2008 jason-2", "2016 jason-3"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Jason-1 was launched on a Delta II in 2001, while Jason-3 was launched on a Falcon 9 in 2016."
        ),
        ["2001 delta-ii jason-1", "2016 falcon-9 jason-3"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "SARAL, launched by PSLV in 2013, and Megha-Tropiques, launched by PSLV in 2011, are joint satellites of CNES and ISRO."
        ),
        ["2011 megha-tropiques pslv", "2013 pslv saral"],
    ),
    (
        ("CNES and partners in space today\n\n- 18 December: Soyuz launch of CHEOPS from Kourou."),
        ["2019-12-18 planned cheops guiana-space-centre soyuz"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Thomas Pesquet was launched to the International Space Station on 17 November 2016 on a Soyuz from Baikonur."
        ),
        ["2016-11-17 baikonur-cosmodrome soyuz thomas-pesquet"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "CNES and NASA launched a new cooperation programme on SWOT in 2019."
        ),
        [],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "The agency will launch a call for proposals for SWOT in 2020."
        ),
        [],
    ),
    (
        ("CNES and partners in space today\n\nCFOSAT has been in orbit since 29 October 2018."),
        ["2018-10-29 cfosat"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "BepiColombo, launched in October 2018, will arrive at Mercury in 2025."
        ),
        ["2018-10 bepicolombo"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Following the launch of CFOSAT on 29 October 2018, Jean-Yves Le Gall met K. Sivan on 3 November 2018."
        ),
        ["2018-10-29 cfosat"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "A Long March 2C carried CFOSAT into orbit from Jiuquan on 29 October 2018."
        ),
        ["2018-10-29 cfosat jiuquan-satellite-launch-center long-march-2c"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "SVOM is scheduled to fly in 2021 aboard a Long March 2C."
        ),
        ["2021 planned long-march-2c svom"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Since the first agreement signed in 1992 by NASA and CNES, the two agencies have worked on many missions, including TOPEX/Poseidon, launched in 1992, Jason-1 in 2001 and SWOT, planned for 2021."
        ),
        ["1992 topex-poseidon", "2001 jason-1", "2021 planned swot"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "The Soyuz rocket carrying CHEOPS is to lift off from Europe's Spaceport in Kourou on 17 December. On board are also ANGELS and OPS-SAT."
        ),
        ["2019-12-17 planned angels cheops guiana-space-centre ops-sat soyuz"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "NASA astronaut Serena Auñón-Chancellor, ESA astronaut Alexander Gerst and Roscosmos cosmonaut Sergey Prokopyev launched on June 6, 2018 aboard a Soyuz from the Baikonur Cosmodrome."
        ),
        [
            "2018-06-06 alexander-gerst baikonur-cosmodrome serena-aunon-chancellor sergey-prokopyev soyuz"
        ],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "GRACE Follow-On launched on 22 May 2018 from Vandenberg Air Force Base on a Falcon 9. GRACE, its predecessor, had been launched in March 2002."
        ),
        ["2002-03 grace", "2018-05-22 falcon-9 grace-fo vandenberg"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "JAXA launched the H-IIB with the HTV-7 on September 23, 2018 from Tanegashima Space Center."
        ),
        ["2018-09-23 h-iib htv-7 tanegashima-space-center"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "An Atlas V carrying InSight left the pad at Vandenberg on 5 May 2018."
        ),
        ["2018-05-05 atlas-v insight vandenberg"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "The launch of CHEOPS was postponed to 18 December 2019."
        ),
        ["2019-12-18 planned cheops"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Since its launch in 2013, SARAL has provided data. Jason-2, in orbit for ten years, was launched on 20 June 2008."
        ),
        ["2008-06-20 jason-2", "2013 saral"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "The Soyuz launcher made its first flight from French Guiana on 21 October 2011, carrying two Galileo satellites."
        ),
        ["2011-10-21 galileo soyuz"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "An Ariane 5 ECA (flight VA240) orbited four Galileo satellites on December 12, 2017 from the Guiana Space Center."
        ),
        ["2017-12-12 ariane-5-eca galileo guiana-space-centre"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "The ICON mission is scheduled to launch no earlier than June 26, 2019, aboard a Northrop Grumman Pegasus XL."
        ),
        ["2019-06-26 planned icon pegasus-xl"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Hayabusa2, launched on 3 December 2014, arrived at Ryugu on 27 June 2018, and MASCOT landed on 3 October 2018."
        ),
        ["2014-12-03 hayabusa2"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "PSLV-C34 launched Cartosat-2C on 22 June 2016 from Sriharikota. "
            "The co-passengers include BIROS and LAPAN-A3."
        ),
        ["2016-06-22 biros cartosat-2c lapan-a3 pslv-c34 satish-dhawan-space-centre"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_launches_are_read(text: str, expected: list[str]) -> None:
    assert told(text, "en", "Launch") == expected


@pytest.mark.parametrize(
    "text",
    [
        "The launch was watched from Bengaluru by Hiroshi Yamakawa.",
        "CNES is on its way to the launch of SVOM.",
    ],
)
def test_a_launch_without_day_rocket_and_site_is_no_event(text: str) -> None:
    assert told(f"News from orbit\n\n{text}", "en", "Launch") == []
