"""Launches: done, planned, nominal, passive, crewed; and what is no launch."""

from __future__ import annotations

import pytest

from tests.facts.happenings import told

TOLD: list[tuple[str, str, list[str]]] = [
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "SWOT will be launched in 2021 on a Falcon 9 from Vandenberg."
        ),
        ["2021 planned falcon-9 swot vandenberg"],
    ),
    (
        "en",
        ("CNES and partners in space today\n\nSWOT is set for launch in 2021."),
        ["2021 planned swot"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "SWOT, due for launch in 2021, is built by CNES and NASA."
        ),
        ["2021 planned swot"],
    ),
    (
        "en",
        ("CNES and partners in space today\n\nJason-3 went up on 17 January 2016 on a Falcon 9."),
        ["2016-01-17 falcon-9 jason-3"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "CALIPSO was put into orbit by a Delta II in April 2006."
        ),
        ["2006-04 calipso delta-ii"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "InSight, which was launched on 5 May 2018 and landed on Mars on 26 November 2018, carries SEIS."
        ),
        ["2018-05-05 insight"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "ESA's CHEOPS is ready. Its launch by a Soyuz is planned for December 2019."
        ),
        ["2019-12 planned cheops soyuz"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "CHEOPS is ready. Lift-off is scheduled for 17 December 2019 from the Guiana Space Centre."
        ),
        ["2019-12-17 planned cheops guiana-space-centre"],
    ),
    (
        "en",
        ("CNES and partners in space today\n\nJason-2 in 2008 then Jason-3 in 2016 were launched."),
        ["2008 jason-2", "2016 jason-3"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "Jason-1 was launched on a Delta II in 2001, while Jason-3 was launched on a Falcon 9 in 2016."
        ),
        ["2001 delta-ii jason-1", "2016 falcon-9 jason-3"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "SARAL, launched by PSLV in 2013, and Megha-Tropiques, launched by PSLV in 2011, are joint satellites of CNES and ISRO."
        ),
        ["2011 megha-tropiques pslv", "2013 pslv saral"],
    ),
    (
        "en",
        ("CNES and partners in space today\n\n- 18 December: Soyuz launch of CHEOPS from Kourou."),
        ["2019-12-18 planned cheops soyuz"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "Thomas Pesquet was launched to the International Space Station on 17 November 2016 on a Soyuz from Baikonur."
        ),
        ["2016-11-17 baikonur-cosmodrome soyuz thomas-pesquet"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "CNES and NASA launched a new cooperation programme on SWOT in 2019."
        ),
        [],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "The agency will launch a call for proposals for SWOT in 2020."
        ),
        [],
    ),
    (
        "en",
        ("CNES and partners in space today\n\nCFOSAT has been in orbit since 29 October 2018."),
        ["2018-10-29 cfosat"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "BepiColombo, launched in October 2018, will arrive at Mercury in 2025."
        ),
        ["2018-10 bepicolombo"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "Following the launch of CFOSAT on 29 October 2018, Jean-Yves Le Gall met K. Sivan on 3 November 2018."
        ),
        ["2018-10-29 cfosat"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "A Long March 2C carried CFOSAT into orbit from Jiuquan on 29 October 2018."
        ),
        ["2018-10-29 cfosat jiuquan-satellite-launch-center long-march-2c"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "SVOM is scheduled to fly in 2021 aboard a Long March 2C."
        ),
        ["2021 planned long-march-2c svom"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "SWOT sera lancé en 2021 par un Falcon 9 depuis Vandenberg."
        ),
        ["2021 planned falcon-9 swot vandenberg"],
    ),
    (
        "fr",
        ("Le CNES et ses partenaires dans l'espace\n\nLe lancement de SWOT est prévu en 2021."),
        ["2021 planned swot"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "SWOT, dont le lancement est programmé pour septembre 2021, est développé par le CNES et la NASA."
        ),
        ["2021-09 planned swot"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Mis en orbite le 29 octobre 2018, CFOSAT observe les océans."
        ),
        ["2018-10-29 cfosat"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "InSight, lancé le 5 mai 2018 et arrivé sur Mars le 26 novembre 2018, emporte SEIS."
        ),
        ["2018-05-05 insight"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "CHEOPS est prêt. Son lancement par Soyouz est prévu le 17 décembre 2019."
        ),
        ["2019-12-17 planned cheops soyuz"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jason-2 en 2008 puis Jason-3 en 2016 ont été lancés."
        ),
        ["2008 jason-2", "2016 jason-3"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jason-1 a été lancé par Delta II en 2001, tandis que Jason-3 a été lancé par Falcon 9 en 2016."
        ),
        ["2001 delta-ii jason-1", "2016 falcon-9 jason-3"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "- 18 décembre : lancement de CHEOPS par Soyouz depuis Kourou."
        ),
        ["2019-12-18 planned cheops soyuz"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Thomas Pesquet s'est envolé de Baïkonour le 17 novembre 2016 à bord d'un Soyouz."
        ),
        ["2016-11-17 baikonur-cosmodrome soyuz thomas-pesquet"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le CNES et la NASA ont lancé en 2019 un nouveau programme de coopération autour de SWOT."
        ),
        [],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "CFOSAT fait partie de la coopération entre la France et la Chine depuis 2006."
        ),
        [],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Depuis sa mise en orbite en octobre 2018, CFOSAT fournit des données."
        ),
        ["2018-10 cfosat"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "BepiColombo, lancé en octobre 2018, arrivera à Mercure en 2025."
        ),
        ["2018-10 bepicolombo"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "SVOM décollera fin 2021 à bord d'un lanceur Longue Marche."
        ),
        ["2021 planned long-march svom"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le satellite Taranis partira en 2020 sur Vega depuis le Centre spatial guyanais."
        ),
        ["2020 planned guiana-space-centre taranis vega"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "Since the first agreement signed in 1992 by NASA and CNES, the two agencies have worked on many missions, including TOPEX/Poseidon, launched in 1992, Jason-1 in 2001 and SWOT, planned for 2021."
        ),
        ["1992 topex-poseidon", "2001 jason-1", "2021 planned swot"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "The Soyuz rocket carrying CHEOPS is to lift off from Europe's Spaceport in Kourou on 17 December. On board are also ANGELS and OPS-SAT."
        ),
        ["2019-12-17 planned cheops guiana-space-centre soyuz"],
    ),
    (
        "en",
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
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "GRACE Follow-On launched on 22 May 2018 from Vandenberg Air Force Base on a Falcon 9. GRACE, its predecessor, had been launched in March 2002."
        ),
        ["2002-03 grace", "2018-05-22 falcon-9 grace-fo vandenberg"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "JAXA launched the H-IIB with the HTV-7 on September 23, 2018 from Tanegashima Space Center."
        ),
        ["2018-09-23 h-iib htv-7 tanegashima-space-center"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le lancement de CFOSAT, le 29 octobre 2018, par un lanceur chinois Longue Marche 2C depuis Jiuquan, a marqué une étape de la coopération entre la France et la Chine."
        ),
        ["2018-10-29 cfosat jiuquan-satellite-launch-center long-march-2c"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Thomas Pesquet, astronaute français de l'ESA, décollera le 22 avril 2021 de Cap Canaveral à bord de la capsule Crew Dragon lancée par un Falcon 9."
        ),
        ["2021-04-22 planned cape-canaveral falcon-9 thomas-pesquet"],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), TOLD)
def test_launches_are_read(language: str, text: str, expected: list[str]) -> None:
    assert told(text, language, "Launch") == expected
