"""Launches: done, planned, nominal, passive, crewed; and what is no launch, in French."""

from __future__ import annotations

import pytest

from tests.facts.happenings import told

TOLD: list[tuple[str, list[str]]] = [
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Thomas Pesquet rejoindra l'ISS en novembre 2020 à bord du Soyouz MS-03."
        ),
        ["2020-11 planned soyuz-ms-03"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall s'est envolé hier pour Tokyo."
        ),
        [],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Merlin, mission franco-allemande, suivra en 2027."
        ),
        ["2027 planned merlin"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "MetOp-A, MetOp-B et MetOp-C ont été lancés par Soyouz en 2006, 2012 et 2018."
        ),
        ["2006 metop-a soyuz", "2012 metop-b soyuz", "2018 metop-c soyuz"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Yannick d'Escatha a suivi le lancement depuis le Centre spatial guyanais aux côtés de K. Sivan, Président de l'ISRO."
        ),
        [],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "SWOT est arrivé à Vandenberg, en Californie, d'où il sera lancé en 2021 par un Falcon 9."
        ),
        ["2021 planned falcon-9 swot vandenberg"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "SWOT sera lancé en 2021 par un Falcon 9 depuis Vandenberg."
        ),
        ["2021 planned falcon-9 swot vandenberg"],
    ),
    (
        ("Le CNES et ses partenaires dans l'espace\n\nLe lancement de SWOT est prévu en 2021."),
        ["2021 planned swot"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "SWOT, dont le lancement est programmé pour septembre 2021, est développé par le CNES et la NASA."
        ),
        ["2021-09 planned swot"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Mis en orbite le 29 octobre 2018, CFOSAT observe les océans."
        ),
        ["2018-10-29 cfosat"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "InSight, lancé le 5 mai 2018 et arrivé sur Mars le 26 novembre 2018, emporte SEIS."
        ),
        ["2018-05-05 insight"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "CHEOPS est prêt. Son lancement par Soyouz est prévu le 17 décembre 2019."
        ),
        ["2019-12-17 planned cheops soyuz"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jason-2 en 2008 puis Jason-3 en 2016 ont été lancés."
        ),
        ["2008 jason-2", "2016 jason-3"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jason-1 a été lancé par Delta II en 2001, tandis que Jason-3 a été lancé par Falcon 9 en 2016."
        ),
        ["2001 delta-ii jason-1", "2016 falcon-9 jason-3"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "- 18 décembre : lancement de CHEOPS par Soyouz depuis Kourou."
        ),
        ["2019-12-18 planned cheops guiana-space-centre soyuz"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Thomas Pesquet s'est envolé de Baïkonour le 17 novembre 2016 à bord d'un Soyouz."
        ),
        ["2016-11-17 baikonur-cosmodrome soyuz thomas-pesquet"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le CNES et la NASA ont lancé en 2019 un nouveau programme de coopération autour de SWOT."
        ),
        [],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "CFOSAT fait partie de la coopération entre la France et la Chine depuis 2006."
        ),
        [],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Depuis sa mise en orbite en octobre 2018, CFOSAT fournit des données."
        ),
        ["2018-10 cfosat"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "BepiColombo, lancé en octobre 2018, arrivera à Mercure en 2025."
        ),
        ["2018-10 bepicolombo"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "SVOM décollera fin 2021 à bord d'un lanceur Longue Marche."
        ),
        ["2021 planned long-march svom"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le satellite Taranis partira en 2020 sur Vega depuis le Centre spatial guyanais."
        ),
        ["2020 planned guiana-space-centre taranis vega"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le lancement de CFOSAT, le 29 octobre 2018, par un lanceur chinois Longue Marche 2C depuis Jiuquan, a marqué une étape de la coopération entre la France et la Chine."
        ),
        ["2018-10-29 cfosat jiuquan-satellite-launch-center long-march-2c"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Thomas Pesquet, astronaute français de l'ESA, décollera le 22 avril 2021 de Cap Canaveral à bord de la capsule Crew Dragon lancée par un Falcon 9."
        ),
        ["2021-04-22 planned cape-canaveral dragon falcon-9 thomas-pesquet"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le satellite SWOT, qui doit être lancé en 2021 par SpaceX, mesurera les eaux."
        ),
        ["2021 planned swot"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le 2 août 2017, Vega a mis en orbite VENµS et OPTSAT-3000 depuis le Centre spatial guyanais."
        ),
        ["2017-08-02 guiana-space-centre optsat-3000 vega venus"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "CFOSAT a été lancé avec succès lundi 29 octobre 2018 à 1h43 (heure de Paris) depuis la base de Jiuquan."
        ),
        ["2018-10-29 cfosat jiuquan-satellite-launch-center"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Ce lancement, le 104e d'Ariane 5, a mis sur orbite BepiColombo le 20 octobre 2018 depuis le Centre spatial guyanais."
        ),
        ["2018-10-20 ariane-5 bepicolombo guiana-space-centre"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Voici le satellite HYPATIA. Une fusée Longue Marche 2C le mettra à poste en 2020 depuis Jiuquan."
        ),
        ["2020 planned hypatia jiuquan-satellite-launch-center long-march-2c"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Loup Chrétien, parti de Baïkonour le 24 juin 1982 à bord de Soyouz T-6, était là."
        ),
        ["1982-06-24 baikonur-cosmodrome soyuz-t-6"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le satellite SARAL, doté de l'altimètre AltiKa fourni par le CNES, a été lancé le 25 février 2013 par le lanceur indien PSLV."
        ),
        ["2013-02-25 pslv saral"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Soyouz a réussi sa mission le 12 juin en mettant en orbite le satellite CHEOPS."
        ),
        ["2019-06-12 cheops soyuz"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Conduite par la JAXA, la mission MMX doit quitter la Terre en 2024 sur un lanceur H3."
        ),
        ["2024 planned h3 mmx"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Il a été question de SWOT, mission dont le départ est attendu pour 2021."
        ),
        ["2021 planned swot"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "CHEOPS doit être lancé le 5 novembre par un Soyouz. Le tir aura lieu au Centre spatial guyanais."
        ),
        ["2019-11-05 planned cheops guiana-space-centre soyuz"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "MERLIN, satellite consacré au méthane, avance. Mise à poste prévue en 2024."
        ),
        ["2024 planned merlin"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le satellite Ondine-1 a été mis en orbite le 5 juin 2019 par une Ariane 5 depuis Kourou. Il accompagnait le satellite Sylphe-2 de la DGA."
        ),
        ["2019-06-05 ariane-5 guiana-space-centre ondine-1 sylphe-2"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Vega a emporté VENµS le 2 août 2017. Il était accompagné d'OPTSAT-3000."
        ),
        ["2017-08-02 optsat-3000 vega venus"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "On a parlé de Vega, dont le premier vol, effectué le 13 février 2012 depuis le Centre spatial guyanais, a été un succès. Les satellites COSMO-SkyMed et Pléiades servent aux deux pays."
        ),
        ["2012-02-13 vega"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Parti le 5 juin de Baïkonour à bord du Soyouz MS-03, Thomas Pesquet est arrivé."
        ),
        ["2019-06-05 baikonur-cosmodrome soyuz-ms-03 thomas-pesquet"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Plusieurs missions étaient au programme : PROBA-V, de l'ESA ; SWOT, que le CNES prépare ; ALTIUS, qui sera placée en orbite en 2023 par un Vega-C."
        ),
        ["2023 planned altius vega-c"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Lancé le 5 septembre de Baïkonour par un Soyouz, le satellite CHEOPS mesure les étoiles."
        ),
        ["2018-09-05 baikonur-cosmodrome cheops soyuz"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "SWOT vient après Megha-Tropiques, lancé le 12 octobre 2011, et SARAL, mis à poste le 25 février 2013."
        ),
        [
            "2011-10-12 megha-tropiques",
            "2013-02-25 saral",
        ],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le prochain, prévu le 16 octobre, emportera CHEOPS."
        ),
        ["2019-10-16 planned cheops"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "CHEOPS a été lancé le 5 juin 2019 par un Soyouz. Lionel Suchet et K. Sivan assistaient au lancement depuis le Centre spatial de Toulouse."
        ),
        ["2019-06-05 cheops soyuz"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le satellite CHEOPS a été lancé le 5 juin 2019 par un Soyouz, en même temps que SWOT et ANGELS."
        ),
        ["2019-06-05 angels cheops soyuz swot"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Un Soyouz a décollé le 5 juin 2019 du cosmodrome de Baïkonour avec à son bord le Français Thomas Pesquet et l'Américaine Peggy Whitson."
        ),
        ["2019-06-05 baikonur-cosmodrome peggy-whitson soyuz thomas-pesquet"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le premier Vega-C, dont le moteur P120C est prêt, s'élancera en 2020 avec le satellite LARES-2."
        ),
        ["2020 planned lares-2 vega-c"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "CHEOPS et SWOT partiront ensemble le 14 octobre 2019 du Centre spatial guyanais, sous la coiffe d'une Ariane 5."
        ),
        ["2019-10-14 planned ariane-5 cheops guiana-space-centre swot"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le satellite Ondine-1 partira le 5 octobre 2019 de Kourou à bord de Vega. Quant à CHEOPS, il est prêt ; une fusée Dnepr le placera sur orbite depuis Iasny."
        ),
        [
            "2019-10-05 planned guiana-space-centre ondine-1 vega",
            "undated planned cheops dnepr yasny",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_launches_are_read(text: str, expected: list[str]) -> None:
    assert told(text, "fr", "Launch") == expected
