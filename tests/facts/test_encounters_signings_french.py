"""Signings: parties, witnesses, dates, several agreements, and intentions that are none, in French."""

from __future__ import annotations

import pytest

from tests.facts.happenings import told

TOLD: list[tuple[str, list[str]]] = [
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "L'accord de 2015, renouvelé le 5 juin 2019 par Philippe Baptiste, Président du CNES, et K. Sivan, Président de l'ISRO, porte sur la formation."
        ),
        ["2019-06-05 cnes isro k-sivan philippe-baptiste"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le CNES et l'ISRO sont liés depuis 1993 par un accord-cadre."
        ),
        ["1993 cnes isro"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Philippe Baptiste, Président du CNES, a cosigné le 5 juin 2019 avec K. Sivan, Président de l'ISRO, un programme de coopération."
        ),
        ["2019-06-05 cnes isro k-sivan philippe-baptiste"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Philippe Baptiste, Président du CNES, et K. Sivan, Président de l'ISRO, ont signé un avenant au protocole d'accord le 5 juin 2019. Le protocole avait été signé en 2015."
        ),
        ["2015 cnes isro", "2019-06-05 cnes isro k-sivan philippe-baptiste"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Philippe Baptiste, Président du CNES, s'est rendu à Rome le 5 juin 2019. Il y a notamment rencontré Josef Aschbacher, directeur général de l'ESA, ainsi que K. Sivan, Président de l'ISRO, avec lequel il a paraphé un accord."
        ),
        ["2019-06-05 cnes isro k-sivan philippe-baptiste"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall, Président du CNES, a rencontré K. Sivan, Président de l'ISRO, le 5 juin 2019. Leur rencontre a débouché sur la signature d'une déclaration."
        ),
        ["2019-06-05 cnes isro jean-yves-le-gall k-sivan"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall, Président du CNES, et K. Sivan, Président de l'ISRO, ont signé un accord le 5 juin 2019. La journée s'est achevée par un dîner auquel ont pris part Jan Wörner et Josef Aschbacher."
        ),
        ["2019-06-05 cnes isro jean-yves-le-gall k-sivan"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall, Président du CNES, a rencontré K. Sivan, Président de l'ISRO, le 5 juin 2019. Cette visite était l'occasion de faire le point depuis leur premier accord, signé en avril 2015, et de signer un accord sur la Lune."
        ),
        ["2015-04 cnes isro", "2019-06-05 cnes isro jean-yves-le-gall k-sivan"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall, Président du CNES, et K. Sivan, Président de l'ISRO, ont signé le 6 mars 2019 un accord sur la surveillance maritime."
        ),
        ["2019-03-06 cnes isro jean-yves-le-gall k-sivan"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Un accord-cadre a été signé ce jour entre le CNES et l'ISRO."
        ),
        ["2019-06-20 cnes isro"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "En présence d'Emmanuel Macron, Président de la République, et de Narendra Modi, Premier ministre indien, Jean-Yves Le Gall, Président du CNES, et K. Sivan, Président de l'ISRO, ont signé le 10 mars 2018 un accord."
        ),
        ["2018-03-10 cnes emmanuel-macron isro jean-yves-le-gall k-sivan narendra-modi"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall, Président du CNES, a rencontré le 18 juin 2019 Jim Bridenstine, Administrateur de la NASA. À cette occasion, un accord portant sur SWOT a été signé."
        ),
        ["2019-06-18 cnes jean-yves-le-gall jim-bridenstine nasa"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall, Président du CNES, et Jim Bridenstine, Administrateur de la NASA, se sont rencontrés le 18 juin 2019. Ils ont signé une lettre d'intention."
        ),
        ["2019-06-18 cnes jean-yves-le-gall jim-bridenstine nasa"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Emmanuel Macron et Narendra Modi ont assisté le 10 mars 2018 à la signature d'un accord de coopération. Le texte a été paraphé par Jean-Yves Le Gall, Président du CNES, et K. Sivan, Président de l'ISRO."
        ),
        ["2018-03-10 cnes emmanuel-macron isro jean-yves-le-gall k-sivan narendra-modi"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "L'accord que la France et la Chine ont signé le 26 mars 2014 a ouvert la voie à SVOM."
        ),
        ["2014-03-26 china france"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le CNES et l'ISRO pourraient signer un accord sur TRISHNA."
        ),
        [],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le CNES et l'ISRO doivent signer un accord sur TRISHNA le 12 septembre 2019."
        ),
        ["2019-09-12 planned cnes isro"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le premier accord de coopération entre les deux pays a été signé en 1966 par le général de Gaulle. La France et la Russie travaillent ensemble depuis."
        ),
        ["1966 charles-de-gaulle france russia"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le 18 juin 2019, deux accords ont été signés par le CNES et la JAXA, l'un sur MMX et l'autre sur Hayabusa2."
        ),
        ["2019-06-18 cnes jaxa", "2019-06-18 cnes jaxa"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall, Président du CNES, et Pascale Ehrenfreund, Présidente du directoire du DLR, ont signé le 17 juin 2019 un accord sur Merlin, dont le lancement est prévu en 2024."
        ),
        ["2019-06-17 cnes dlr jean-yves-le-gall pascale-ehrenfreund"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le CNES a signé le 17 juin 2019 un contrat avec Thales Alenia Space pour la réalisation de SWOT."
        ),
        ["2019-06-17 cnes thales-alenia-space"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "A l'occasion du Salon du Bourget, Jean-Yves Le Gall, Président du CNES, et Pascale Ehrenfreund, Présidente du directoire du DLR, ont signé mardi 18 juin une lettre d'intention. Les deux agences ont également signé un contrat relatif à Merlin."
        ),
        [
            "2019-06-18 cnes dlr jean-yves-le-gall pascale-ehrenfreund",
            "2019-06-18 cnes dlr jean-yves-le-gall pascale-ehrenfreund",
        ],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Dans le cadre de la visite d'Etat du Président de la République Emmanuel Macron en Inde, Jean-Yves Le Gall, Président du CNES, et K. Sivan, Président de l'ISRO, ont signé samedi 10 mars 2018, en présence du Président Emmanuel Macron et du Premier ministre Narendra Modi, une vision commune ainsi qu'un accord."
        ),
        ["2018-03-10 cnes emmanuel-macron isro jean-yves-le-gall k-sivan narendra-modi"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Signé le 10 mars 2018 par Jean-Yves Le Gall, Président du CNES, et K. Sivan, Président de l'ISRO, l'accord porte sur TRISHNA."
        ),
        ["2018-03-10 cnes isro jean-yves-le-gall k-sivan"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le CNES, représenté par son Président Jean-Yves Le Gall, et le Luxembourg, représenté par le Vice-Premier ministre Etienne Schneider, ont signé ce jour un accord."
        ),
        ["2019-06-20 cnes etienne-schneider jean-yves-le-gall luxembourg"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Depuis l'accord signé en 2006 entre le CNES et la CNSA, les deux agences ont développé CFOSAT."
        ),
        ["2006 cnes cnsa"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "La ministre de la Recherche, Frédérique Vidal, a présidé le 17 juin 2019 la signature d'un accord entre le CNES et le DLR."
        ),
        ["2019-06-17 cnes dlr frederique-vidal"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "À l'occasion de la visite en France du Premier ministre Narendra Modi, Jean-Yves Le Gall, Président du CNES, et K. Sivan, Président de l'ISRO, ont signé jeudi 6 juin deux accords, le premier sur TRISHNA, le second sur la surveillance maritime."
        ),
        [
            "2019-06-06 cnes isro jean-yves-le-gall k-sivan",
            "2019-06-06 cnes isro jean-yves-le-gall k-sivan",
        ],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "La signature de l'accord entre le CNES et la JAXA est prévue le 26 septembre 2019 à Tokyo."
        ),
        ["2019-09-26 planned cnes jaxa"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Réunis à Paris mercredi 12 juin à l'occasion d'un comité de pilotage, Jean-Yves Le Gall, Président du CNES, et Hiroshi Yamakawa, Président de la JAXA, ont fait le point sur MMX et signé un accord de mise en œuvre."
        ),
        ["2019-06-12 cnes hiroshi-yamakawa jaxa jean-yves-le-gall"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "L'accord, qui devrait être signé en septembre 2019 par le CNES et la JAXA, porte sur MMX."
        ),
        ["2019-09 planned cnes jaxa"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Lundi 10 juin, Jean-Yves Le Gall, Président du CNES, s'est rendu à Rome où il a retrouvé Roberto Battiston, Président de l'ASI. Tous deux ont paraphé une lettre d'intention."
        ),
        ["2019-06-10 asi cnes jean-yves-le-gall roberto-battiston"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "La signature de l'accord par Jean-Yves Le Gall, Président du CNES, et K. Sivan, Président de l'ISRO, a eu lieu le 30 mai 2019."
        ),
        ["2019-05-30 cnes isro jean-yves-le-gall k-sivan"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Deux accords ont été préparés. Le premier a été signé jeudi par Jean-Yves Le Gall, Président du CNES, et K. Sivan, Président de l'ISRO."
        ),
        ["2019-06-20 cnes isro jean-yves-le-gall k-sivan"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Un texte lie les deux agences. Conclu ce matin par Jean-Yves Le Gall, Président du CNES, et K. Sivan, Président de l'ISRO, il prévoit des échanges."
        ),
        ["2019-06-20 cnes isro jean-yves-le-gall k-sivan"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "L'arrangement sera signé l'an prochain : rendez-vous est pris à Paris, en juin 2020, entre Jean-Yves Le Gall, Président du CNES, et K. Sivan, Président de l'ISRO."
        ),
        ["2020-06 planned cnes isro jean-yves-le-gall k-sivan"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le 5 juin 2019, Philippe Baptiste, Président du CNES, et K. Sivan, Président de l'ISRO, ont prolongé par avenant, jusqu'en 2023, l'accord qui lie les deux agences."
        ),
        ["2019-06-05 cnes isro k-sivan philippe-baptiste"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Philippe Baptiste, Président du CNES, et K. Sivan, Président de l'ISRO, ont renouvelé le 5 juin 2019 la convention conclue en 2014 entre les deux organismes."
        ),
        [
            "2014 cnes isro",
            "2019-06-05 cnes isro k-sivan philippe-baptiste",
        ],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Philippe Baptiste a annoncé le 5 juin 2019 la signature prochaine d'un accord avec l'ISRO."
        ),
        [],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "En novembre 2018, Philippe Baptiste, Président du CNES, a rencontré K. Sivan, Président de l'ISRO. Tous deux avaient paraphé une déclaration d'intention."
        ),
        ["2018-11 cnes isro k-sivan philippe-baptiste"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Un accord a été conclu le 5 juin 2019 entre le CNES et l'ISRO. Il porte les signatures de Philippe Baptiste, Président du CNES, et de K. Sivan, Président de l'ISRO."
        ),
        ["2019-06-05 cnes isro k-sivan philippe-baptiste"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "L'accord-cadre qui unit le CNES et l'ISRO remonte au 21 novembre 1997."
        ),
        ["1997-11-21 cnes isro"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Un premier accord a été conclu avec l'Agence indienne de recherche spatiale (ISRO). Il a été paraphé le 5 juin 2019 par Philippe Baptiste, Président du CNES, et K. Sivan, Président de l'ISRO."
        ),
        ["2019-06-05 cnes isro k-sivan philippe-baptiste"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Philippe Baptiste, Président du CNES, et K. Sivan, Président de l'ISRO, ont échangé le 5 juin 2019 deux lettres relatives à leur coopération."
        ),
        ["2019-06-05 cnes isro k-sivan philippe-baptiste"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Philippe Baptiste, Président du CNES, et K. Sivan, Président de l'ISRO, se sont rencontrés le 5 juin 2019. Les deux présidents ont signé un plan d'action pour la période 2018-2020."
        ),
        ["2019-06-05 cnes isro k-sivan philippe-baptiste"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_signings_are_read(text: str, expected: list[str]) -> None:
    assert told(text, "fr", "AgreementSigning") == expected


MET = "Philippe Baptiste, Président du CNES, a rencontré K. Sivan, Président de l'ISRO, à Delhi le 6 mars 2019."


@pytest.mark.parametrize(
    "text",
    [
        "Une déclaration conjointe y a été signée.",
        "À l'issue de l'entretien, un mémorandum d'entente a été conclu.",
        "Avant de se séparer, les deux présidents ont paraphé un accord.",
    ],
)
def test_who_met_signed_what_is_signed_there(text: str) -> None:
    expected = ["2019-03-06 cnes isro k-sivan philippe-baptiste"]
    assert told(f"{MET} {text}", "fr", "AgreementSigning") == expected
