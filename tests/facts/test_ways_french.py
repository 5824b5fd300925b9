"""Ways in which French press officers tell of launches, meetings, visits and signings."""

from __future__ import annotations

import pytest

from tests.facts.happenings import told

LAUNCHES: tuple[tuple[str, list[str]], ...] = (
    ("Le vol inaugural d'Ariane 6 est prévu en 2020.", ["2020 planned ariane-6"]),
    (
        "Le satellite SWOT a décollé le 16 décembre 2022 de Vandenberg à bord d'une Falcon 9.",
        ["2022-12-16 planned falcon-9 swot vandenberg"],
    ),
    (
        "SWOT a rejoint l'espace le 16 décembre 2022, propulsé par une Falcon 9.",
        ["2022-12-16 planned falcon-9 swot"],
    ),
    (
        "C'est une Falcon 9 qui a emporté SWOT, le 16 décembre 2022, depuis Vandenberg.",
        ["2022-12-16 planned falcon-9 swot vandenberg"],
    ),
    (
        "Une Falcon 9 a mis en orbite SWOT le 16 décembre 2022.",
        ["2022-12-16 planned falcon-9 swot"],
    ),
    (
        "La mise sur orbite de SWOT par une Falcon 9, le 16 décembre 2022, a été saluée.",
        ["2022-12-16 planned falcon-9 swot"],
    ),
    (
        "Le tir de la Falcon 9 qui emportait SWOT a eu lieu le 16 décembre 2022.",
        ["2022-12-16 planned falcon-9 swot"],
    ),
    (
        "SWOT doit être lancé fin 2022 par une Falcon 9 depuis Vandenberg.",
        ["2022 planned falcon-9 swot vandenberg"],
    ),
    ("Le départ de SWOT est fixé au 12 décembre 2022.", ["2022-12-12 planned swot"]),
    (
        "SWOT sera confié à une Falcon 9, dont le décollage est programmé pour décembre 2022.",
        ["2022-12 planned falcon-9 swot"],
    ),
    ("SWOT, dont le lancement interviendra en 2022, étudiera l'eau.", ["2022 planned swot"]),
    (
        "SWOT, lancé le 16 décembre 2022 par Falcon 9, étudie l'eau.",
        ["2022-12-16 planned falcon-9 swot"],
    ),
    ("Lancé le 16 décembre 2022, SWOT étudie l'eau.", ["2022-12-16 planned swot"]),
    ("SWOT prendra son envol en 2022 sur Falcon 9.", ["2022 planned falcon-9 swot"]),
    ("L'envol de SWOT est attendu pour décembre 2022.", ["2022-12 planned swot"]),
    (
        "Après un lancement réussi le 16 décembre 2022, SWOT étudie l'eau.",
        ["2022-12-16 planned swot"],
    ),
    (
        "La fusée Falcon 9 s'est arrachée du sol le 16 décembre 2022 avec SWOT sous sa coiffe.",
        ["2022-12-16 planned falcon-9 swot"],
    ),
    ("SWOT a été expédié vers l'espace en décembre 2022.", ["2022-12 planned swot"]),
    ("L'ESA lancera Euclid en 2023.", ["2023 planned euclid"]),
    (
        "Le lancement de Euclid, initialement prévu en 2022, a été reporté à 2023.",
        ["2023 planned euclid"],
    ),
    (
        "Thomas Pesquet s'est envolé le 23 avril 2021 de Cap Canaveral à bord d'une capsule Dragon.",
        ["2021-04-23 planned cape-canaveral dragon thomas-pesquet"],
    ),
    (
        "La mission TRISHNA étudiera l'eau. Développée par le CNES et l'ISRO, elle sera lancée en 2025 de Sriharikota par un PSLV.",
        ["2025 planned pslv satish-dhawan-space-centre trishna"],
    ),
    (
        "TRISHNA étudiera l'eau. Ce satellite, conçu par le CNES avec l'ISRO, décollera en 2025.",
        ["2025 planned trishna"],
    ),
    (
        "TRISHNA étudiera l'eau. Son lancement, à bord d'un PSLV, est prévu en 2025.",
        ["2025 planned pslv trishna"],
    ),
    (
        "TRISHNA étudiera l'eau. L'ISRO en assurera le lancement en 2025 et le CNES en fournira l'instrument principal.",
        ["2025 planned trishna"],
    ),
    (
        "Le lancement de TRISHNA aura lieu au second semestre 2025 depuis le Centre spatial Satish Dhawan.",
        ["2025 planned satish-dhawan-space-centre trishna"],
    ),
    (
        "Lancés en 2018, Mohammed VI-A et Mohammed VI-B ont été construits par Airbus et Thales Alenia Space pour le Maroc.",
        ["2018 mohammed-vi-a mohammed-vi-b"],
    ),
    (
        "Le satellite Ondine-1 est en orbite. Une fusée Falcon 9 l'a emporté ce matin depuis Vandenberg.",
        ["2019-06-20 falcon-9 ondine-1 vandenberg"],
    ),
    (
        "SWOT a pris cette nuit le chemin de l'espace.",
        ["2019-06-20 swot"],
    ),
    (
        "Falcon 9 a fait merveille. Parti de Vandenberg à 4h06, le petit lanceur a déployé SWOT, de la NASA, et CHEOPS, propriété de l'ESA.",
        ["2019-06-20 cheops falcon-9 swot vandenberg"],
    ),
    (
        "SWOT est une mission qui, en 2024, prendra la route de la Lune.",
        ["2024 planned swot"],
    ),
    (
        "SWOT doit s'envoler vendredi de Vandenberg.",
        ["2019-06-21 planned swot vandenberg"],
    ),
    (
        "Ariane 6 prendra la suite. Le vol inaugural de ce lanceur, dont ArianeGroup est le maître d'œuvre, est prévu en 2020.",
        ["2020 planned ariane-6"],
    ),
    (
        "CHEOPS est en orbite. De 2014 reste la décision d'engager le développement d'Ariane 6.",
        [],
    ),
    (
        "Vega a lancé SWOT le 12 juin 2019. Un deuxième passager, le cubesat Sylphe-2, complétait la charge.",
        ["2019-06-12 swot sylphe-2 vega"],
    ),
    ("En 2022, SWOT s'élancera vers la Lune.", ["2022 planned swot"]),
    ("SWOT partira pour la Lune en 2022.", ["2022 planned swot"]),
    ("L'envoi de SWOT est programmé pour 2022.", ["2022 planned swot"]),
    (
        "Thomas Pesquet est parti ce matin pour la Station spatiale internationale.",
        ["2019-06-20 thomas-pesquet"],
    ),
    ("SWOT, dont le premier exemplaire doit décoller en 2022, est prêt.", ["2022 planned swot"]),
    (
        "SWOT attend son vol. Son lancement est annoncé pour décembre 2022.",
        ["2022-12 planned swot"],
    ),
)

MEETINGS = (
    (
        "Première rencontre, mardi, entre Jean-Yves Le Gall, Président du CNES, et Dmitri Rogozine, Directeur général de Roscosmos.",
        ["2019-06-18 cnes dmitry-rogozin jean-yves-le-gall roscosmos"],
    ),
    (
        "Le 18 juin, Dmitri Rogozine, Directeur général de Roscosmos, a rendu visite à Jean-Yves Le Gall, Président du CNES.",
        ["2019-06-18 cnes dmitry-rogozin jean-yves-le-gall roscosmos"],
    ),
    (
        "Jean-Yves Le Gall, Président du CNES, et Dmitri Rogozine, Directeur général de Roscosmos, ont coprésidé mardi le comité de pilotage.",
        ["2019-06-18 cnes dmitry-rogozin jean-yves-le-gall roscosmos"],
    ),
    (
        "Réunis à Brême, Jean-Yves Le Gall, Président du CNES, et Dmitri Rogozine, Directeur général de Roscosmos, ont parlé de SWOT, qui partira en 2024.",
        ["2019-06-20 cnes dmitry-rogozin jean-yves-le-gall roscosmos"],
    ),
    (
        "Réunis à Brême il y a longtemps, Jean-Yves Le Gall, Président du CNES, et Dmitri Rogozine, Directeur général de Roscosmos, ont parlé de SWOT.",
        ["undated cnes dmitry-rogozin jean-yves-le-gall roscosmos"],
    ),
    (
        "Jean-Yves Le Gall, Président du CNES, a été reçu le 3 mai 2019 à Moscou par Dmitri Rogozine, Directeur général de Roscosmos.",
        ["2019-05-03 cnes dmitry-rogozin jean-yves-le-gall roscosmos"],
    ),
    (
        "Jean-Yves Le Gall, Président du CNES, et Dmitri Rogozine, Directeur général de Roscosmos, se sont rencontrés le 3 mai 2019.",
        ["2019-05-03 cnes dmitry-rogozin jean-yves-le-gall roscosmos"],
    ),
    (
        "Le 3 mai 2019 s'est tenue à Paris une réunion entre Jean-Yves Le Gall, Président du CNES, et Dmitri Rogozine, Directeur général de Roscosmos.",
        ["2019-05-03 cnes dmitry-rogozin jean-yves-le-gall roscosmos"],
    ),
    (
        "Jean-Yves Le Gall, Président du CNES, s'est entretenu le 3 mai 2019 avec son homologue de Roscosmos, Dmitri Rogozine.",
        ["2019-05-03 cnes dmitry-rogozin jean-yves-le-gall roscosmos"],
    ),
    (
        "Jean-Yves Le Gall, Président du CNES, a eu le 3 mai 2019 un entretien avec Dmitri Rogozine, Directeur général de Roscosmos.",
        ["2019-05-03 cnes dmitry-rogozin jean-yves-le-gall roscosmos"],
    ),
    (
        "Le 3 mai 2019, Jean-Yves Le Gall, Président du CNES, a fait le point avec Dmitri Rogozine, Directeur général de Roscosmos, sur leurs projets.",
        ["2019-05-03 cnes dmitry-rogozin jean-yves-le-gall roscosmos"],
    ),
    (
        "Jean-Yves Le Gall, Président du CNES, rencontrera en juillet Dmitri Rogozine, Directeur général de Roscosmos.",
        ["2019-07 planned cnes dmitry-rogozin jean-yves-le-gall roscosmos"],
    ),
    (
        "Le CNES et Roscosmos ont tenu le 3 mai 2019 à Paris leur réunion annuelle, coprésidée par Jean-Yves Le Gall, Président du CNES, et Dmitri Rogozine, Directeur général de Roscosmos.",
        ["2019-05-03 cnes dmitry-rogozin jean-yves-le-gall roscosmos"],
    ),
    (
        "Autour de Jean-Yves Le Gall, Président du CNES, étaient réunis le 3 mai 2019 Jan Wörner, Directeur général de l'ESA, et Dmitri Rogozine, Directeur général de Roscosmos.",
        ["2019-05-03 cnes dmitry-rogozin esa jan-worner jean-yves-le-gall roscosmos"],
    ),
    (
        "Le 3 mai 2019, Jean-Yves Le Gall, Président du CNES, a reçu Dmitri Rogozine, Directeur général de Roscosmos. Les deux hommes ont ensuite signé un accord de coopération.",
        ["2019-05-03 cnes dmitry-rogozin jean-yves-le-gall roscosmos"],
    ),
    (
        "Le 3 mai 2019, Jean-Yves Le Gall, Président du CNES, a rencontré à Moscou Dmitri Rogozine, Directeur général de Roscosmos. À cette occasion, les deux agences ont signé un protocole d'accord relatif à ExoMars.",
        ["2019-05-03 cnes dmitry-rogozin jean-yves-le-gall roscosmos"],
    ),
    (
        "Jean-Yves Le Gall, Président du CNES, s'est rendu en Inde le 3 mai 2019. Il y a rencontré K. Sivan, Président de l'ISRO.",
        ["2019-05-03 cnes isro jean-yves-le-gall k-sivan"],
    ),
    (
        "Jean-Yves Le Gall, Président du CNES, s'est rendu en Inde le 3 mai 2019. Il s'est entretenu le lendemain avec K. Sivan, Président de l'ISRO, puis a visité le Centre spatial Satish Dhawan.",
        ["2019-05-04 cnes isro jean-yves-le-gall k-sivan"],
    ),
    (
        "Les présidents du CNES, Jean-Yves Le Gall, et de l'ISRO, K. Sivan, se sont rencontrés le 18 juin 2019.",
        ["2019-06-18 cnes isro jean-yves-le-gall k-sivan"],
    ),
    (
        "Jean-Yves Le Gall et K. Sivan, respectivement Président du CNES et Président de l'ISRO, se sont rencontrés le 18 juin 2019.",
        ["2019-06-18 cnes isro jean-yves-le-gall k-sivan"],
    ),
    (
        "Le Président du CNES, Jean-Yves Le Gall, et celui de l'ISRO, K. Sivan, se sont rencontrés le 18 juin 2019.",
        ["2019-06-18 cnes isro jean-yves-le-gall k-sivan"],
    ),
)

VISITS = (
    (
        "Dmitri Rogozine, Directeur général de Roscosmos, est venu mardi au Centre spatial de Toulouse.",
        ["2019-06-18 dmitry-rogozin roscosmos"],
    ),
    (
        "Mardi, Dmitri Rogozine, Directeur général de Roscosmos, a découvert les installations du Centre spatial de Toulouse.",
        ["2019-06-18 dmitry-rogozin roscosmos"],
    ),
    (
        "Dmitri Rogozine, Directeur général de Roscosmos, s'est rendu mardi au Centre spatial de Toulouse, où il a été accueilli par Jean-Yves Le Gall, Président du CNES.",
        ["2019-06-18 cnes dmitry-rogozin jean-yves-le-gall roscosmos"],
    ),
    (
        "Accompagné de Jean-Yves Le Gall, Président du CNES, Dmitri Rogozine, Directeur général de Roscosmos, a visité mardi le Centre spatial de Toulouse.",
        ["2019-06-18 cnes dmitry-rogozin jean-yves-le-gall roscosmos"],
    ),
    (
        "Une délégation de l'ISRO, conduite par K. Sivan, a visité le 3 mai 2019 le Centre spatial de Toulouse.",
        ["2019-05-03 isro k-sivan"],
    ),
    (
        "Jean-Yves Le Gall, Président du CNES, effectue du 3 au 5 mai 2019 une visite en Inde.",
        ["2019-05-03 cnes jean-yves-le-gall"],
    ),
    (
        "En visite à Toulouse le 3 mai 2019, Frédérique Vidal a découvert SWOT.",
        ["2019-05-03 frederique-vidal"],
    ),
    ("Jean-Yves Le Gall était en Inde le 3 mai 2019.", ["2019-05-03 jean-yves-le-gall"]),
    (
        "Frédérique Vidal s'est déplacée le 3 mai 2019 au Centre spatial de Toulouse.",
        ["2019-05-03 frederique-vidal"],
    ),
    (
        "Le Centre spatial de Toulouse a reçu le 3 mai 2019 la visite de Frédérique Vidal.",
        ["2019-05-03 frederique-vidal"],
    ),
    (
        "Le Centre spatial de Toulouse a accueilli le 3 mai 2019 Frédérique Vidal, ministre de la Recherche.",
        ["2019-05-03 frederique-vidal"],
    ),
    (
        "Jean-Yves Le Gall, Président du CNES, s'est rendu en Inde le 3 mai 2019. Il y a rencontré K. Sivan, Président de l'ISRO.",
        ["2019-05-03 cnes jean-yves-le-gall"],
    ),
    (
        "Jean-Yves Le Gall, Président du CNES, s'est rendu en Inde le 3 mai 2019. Il s'est entretenu le lendemain avec K. Sivan, Président de l'ISRO, puis a visité le Centre spatial Satish Dhawan.",
        ["2019-05-03 cnes jean-yves-le-gall", "2019-05-04 cnes jean-yves-le-gall"],
    ),
    (
        "Le ministre de la Recherche, M. Jean Dupont, a visité le 18 juin 2019 le Centre spatial guyanais aux côtés de Jean-Yves Le Gall, Président du CNES.",
        ["2019-06-18 jean-dupont"],
    ),
)

SIGNINGS = (
    (
        "Jean-Yves Le Gall, Président du CNES, et Dmitri Rogozine, Directeur général de Roscosmos, ont signé le 3 mai 2019 un accord.",
        ["2019-05-03 cnes dmitry-rogozin jean-yves-le-gall roscosmos"],
    ),
    (
        "Un accord a été signé le 3 mai 2019 entre le CNES et Roscosmos.",
        ["2019-05-03 cnes roscosmos"],
    ),
    ("Le CNES et Roscosmos signent un accord de coopération.", ["undated cnes roscosmos"]),
    (
        "La signature d'un accord entre le CNES et Roscosmos est intervenue le 3 mai 2019 à Paris.",
        ["2019-05-03 cnes roscosmos"],
    ),
    (
        "Par la signature, le 3 mai 2019, d'un accord-cadre, le CNES et Roscosmos renforcent leurs liens.",
        ["2019-05-03 cnes roscosmos"],
    ),
    (
        "Un protocole d'accord liant le CNES à Roscosmos a été paraphé le 3 mai 2019 par Jean-Yves Le Gall et Dmitri Rogozine.",
        ["2019-05-03 cnes dmitry-rogozin jean-yves-le-gall roscosmos"],
    ),
    (
        "Aux termes d'une convention signée le 3 mai 2019 avec Roscosmos, le CNES fournira un instrument.",
        ["2019-05-03 cnes roscosmos"],
    ),
    (
        "Le CNES a conclu le 3 mai 2019 un partenariat avec Roscosmos.",
        ["2019-05-03 cnes roscosmos"],
    ),
    (
        "Jean-Yves Le Gall, Président du CNES, a apposé sa signature, le 3 mai 2019, au bas d'un accord avec Roscosmos, représenté par Dmitri Rogozine.",
        ["2019-05-03 cnes dmitry-rogozin jean-yves-le-gall roscosmos"],
    ),
    (
        "Jean-Yves Le Gall, Président du CNES, et Dmitri Rogozine, Directeur général de Roscosmos, ont procédé le 3 mai 2019 à la signature d'un mémorandum d'entente.",
        ["2019-05-03 cnes dmitry-rogozin jean-yves-le-gall roscosmos"],
    ),
    (
        "Le CNES et Roscosmos devraient signer un accord en juillet 2019.",
        ["2019-07 planned cnes roscosmos"],
    ),
    (
        "Le CNES et Roscosmos ont renouvelé le 3 mai 2019 leur accord de coopération.",
        ["2019-05-03 cnes roscosmos"],
    ),
    (
        "Le 3 mai 2019, Jean-Yves Le Gall, Président du CNES, a reçu Dmitri Rogozine, Directeur général de Roscosmos. Les deux hommes ont ensuite signé un accord de coopération.",
        ["2019-05-03 cnes dmitry-rogozin jean-yves-le-gall roscosmos"],
    ),
    (
        "Le 3 mai 2019, Jean-Yves Le Gall, Président du CNES, a rencontré à Moscou Dmitri Rogozine, Directeur général de Roscosmos. À cette occasion, les deux agences ont signé un protocole d'accord relatif à ExoMars.",
        ["2019-05-03 cnes dmitry-rogozin jean-yves-le-gall roscosmos"],
    ),
    (
        "L'accord a été signé le 18 juin 2019 par Jean-Yves Le Gall, Président du CNES, et son homologue indien, K. Sivan, en présence de la ministre Frédérique Vidal.",
        ["2019-06-18 cnes frederique-vidal jean-yves-le-gall k-sivan"],
    ),
    (
        "Deux accords ont été signés le 18 juin 2019 : le premier, entre le CNES et l'ISRO, porte sur TRISHNA ; le second, entre le CNES et la JAXA, concerne MMX.",
        ["2019-06-18 cnes isro", "2019-06-18 cnes jaxa"],
    ),
    (
        "Le CNES a signé le 18 juin 2019 trois accords, avec l'ISRO, la JAXA et la NASA.",
        ["2019-06-18 cnes isro", "2019-06-18 cnes jaxa", "2019-06-18 cnes nasa"],
    ),
)


@pytest.mark.parametrize(("text", "expected"), LAUNCHES)
def test_launches_are_read_however_told(text: str, expected: list[str]) -> None:
    assert told(text, "fr", "Launch") == expected


@pytest.mark.parametrize(("text", "expected"), MEETINGS)
def test_meetings_are_read_however_told(text: str, expected: list[str]) -> None:
    assert told(text, "fr", "Meeting") == expected


@pytest.mark.parametrize(("text", "expected"), VISITS)
def test_visits_are_read_however_told(text: str, expected: list[str]) -> None:
    assert told(text, "fr", "Visit") == expected


@pytest.mark.parametrize(("text", "expected"), SIGNINGS)
def test_signings_are_read_however_told(text: str, expected: list[str]) -> None:
    assert told(text, "fr", "AgreementSigning") == expected
