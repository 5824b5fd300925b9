"""Visits: who went where, and when, in French."""

from __future__ import annotations

import pytest

from tests.facts.happenings import told

TOLD: list[tuple[str, list[str]]] = [
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Une délégation de l'ISRO a été accueillie le 5 juin 2019 au Centre spatial de Toulouse par Philippe Baptiste, Président du CNES."
        ),
        ["2019-06-05 cnes isro philippe-baptiste"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Une délégation de la JAXA était au Centre spatial de Toulouse le 5 juin 2019."
        ),
        ["2019-06-05 jaxa"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "K. Sivan, Président de l'ISRO, est au Japon du 3 au 6 juin 2019."
        ),
        ["2019-06-03 isro k-sivan"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "K. Sivan, Président de l'ISRO, a effectué une visite de deux jours à Tsukuba les 3 et 4 juin 2019."
        ),
        ["2019-06-03 isro k-sivan"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Frédérique Vidal s'est rendue à Kourou le 5 juin 2019 pour le lancement de Galileo."
        ),
        ["2019-06-05 frederique-vidal"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "K. Sivan, Président de l'ISRO, gagnera demain Cologne, où il parlera."
        ),
        ["2019-06-21 planned isro k-sivan"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Conduite par K. Sivan, Président de l'ISRO, une délégation d'une dizaine de personnes a été accueillie le 5 juin 2019 au Centre spatial de Toulouse."
        ),
        ["2019-06-05 isro k-sivan"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Conduite par K. Sivan, Président de l'ISRO, la délégation indienne a passé deux jours au Centre spatial de Toulouse, les 4 et 5 juin 2019."
        ),
        ["2019-06-04 isro k-sivan"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "K. Sivan, Président de l'ISRO, avait auparavant visité le Centre spatial de Toulouse le 5 juin 2019."
        ),
        ["2019-06-05 isro k-sivan"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "K. Sivan, Président de l'ISRO, était hier au siège du CNES à l'invitation de Philippe Baptiste."
        ),
        ["2019-06-19 isro k-sivan"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall, Président du CNES, a rencontré K. Sivan, Président de l'ISRO, le 5 juin 2019. Le lendemain, il s'est rendu à Bangalore."
        ),
        ["2019-06-06 cnes jean-yves-le-gall"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall, Président du CNES, a rencontré K. Sivan, Président de l'ISRO, le 5 juin 2019. Les deux dirigeants ont ensuite visité le Centre spatial de Toulouse."
        ),
        ["2019-06-05 cnes isro jean-yves-le-gall k-sivan"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Emmanuel Macron, Président de la République, a visité le siège de l'ISRO à Bangalore le 11 mars 2018."
        ),
        ["2018-03-11 emmanuel-macron"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall, Président du CNES, s'est rendu au Centre spatial guyanais le 5 juin 2019."
        ),
        ["2019-06-05 cnes jean-yves-le-gall"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "En déplacement en Inde du 3 au 6 juin 2019, Jean-Yves Le Gall, Président du CNES, a rencontré K. Sivan, Président de l'ISRO."
        ),
        ["2019-06-03 cnes jean-yves-le-gall"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "L'accord a été conclu lors de la visite d'Etat du Président Emmanuel Macron en Inde, en mars 2018."
        ),
        ["2018-03 emmanuel-macron"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Bruno Le Maire, ministre de l'Economie, a effectué une visite du Centre spatial de Toulouse le 4 juin 2019."
        ),
        ["2019-06-04 bruno-le-maire"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Philippe Baptiste, Président-directeur général du CNES, a effectué une visite officielle au Japon du 3 au 5 juin 2019. Il a été reçu par Hiroshi Yamakawa, Président de la JAXA."
        ),
        ["2019-06-03 cnes philippe-baptiste"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Emmanuel Macron, Président de la République, effectue les 17 et 18 juin une visite d'Etat au Mexique."
        ),
        ["2019-06-17 emmanuel-macron"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall, Président du CNES, est attendu à Moscou le 3 juillet prochain."
        ),
        ["2019-07-03 planned cnes jean-yves-le-gall"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Vendredi, Jean-Yves Le Gall, Président du CNES, visitera le site de Thales Alenia Space."
        ),
        ["2019-06-21 planned cnes jean-yves-le-gall"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "La ministre Frédérique Vidal a visité le 14 juin le Centre spatial de Toulouse."
        ),
        ["2019-06-14 frederique-vidal"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Dmitri Rogozine se rendra à Toulouse en mars 2020."
        ),
        ["2020-03 planned dmitry-rogozin"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Une délégation de la JAXA est attendue au Centre spatial de Toulouse en septembre 2019."
        ),
        ["2019-09 planned jaxa"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le 5 juin 2019, le CNES était l'hôte de Thales Alenia Space. La délégation, conduite par Caroline Laurent, directrice des systèmes orbitaux du CNES, comptait Lionel Suchet. Les visiteurs ont été accueillis par Jean-Loïc Galle, Président de Thales Alenia Space."
        ),
        ["2019-06-05 caroline-laurent cnes jean-loic-galle lionel-suchet thales-alenia-space"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Frédérique Vidal, ministre de la Recherche, a reçu Lorenzo Fioramonti, ministre de l'Éducation. À l'invitation de M. Fioramonti, la ministre visitera le 8 novembre les installations d'Avio à Rome."
        ),
        ["2019-11-08 planned frederique-vidal"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Philippe Baptiste, Président du CNES, s'est ensuite rendu le 5 juin 2019 dans les ateliers d'OHB."
        ),
        ["2019-06-05 cnes philippe-baptiste"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le 5 juin 2019, il avait accueilli au siège du CNES K. Sivan, Président de l'ISRO."
        ),
        [],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "K. Sivan, Président de l'ISRO, se rendra pour sa part à Paris en septembre 2019."
        ),
        ["2019-09 planned isro k-sivan"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Philippe Baptiste, Président du CNES, sera reçu le 5 juillet 2019 à Tokyo."
        ),
        ["2019-07-05 planned cnes philippe-baptiste"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "À l'occasion de la visite à Paris d'Adel Al Hosani, ministre de l'Espace, le 5 juin 2019, un forum s'est ouvert."
        ),
        ["2019-06-05 adel-al-hosani"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Philippe Baptiste, Président du CNES, était à Tokyo le 5 juin 2019. Il a ensuite gagné Tsukuba, où Hiroshi Yamakawa, Président de la JAXA, lui a montré le module."
        ),
        [
            "2019-06-05 cnes hiroshi-yamakawa jaxa philippe-baptiste",
            "2019-06-05 cnes philippe-baptiste",
        ],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "K. Sivan, Président de l'ISRO, a été l'hôte du CNES les 5 et 6 juin 2019."
        ),
        ["2019-06-05 isro k-sivan"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "La signature est intervenue le 5 juin 2019 au terme d'une visite de trois jours de K. Sivan, Président de l'ISRO, à Paris."
        ),
        ["2019-06-05 isro k-sivan"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Accueillis par K. Sivan, Président de l'ISRO, Philippe Baptiste, Président du CNES, et les siens ont visité le 5 juin 2019 le centre spatial de Tsukuba."
        ),
        ["2019-06-05 cnes isro k-sivan philippe-baptiste"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Philippe Baptiste, Président du CNES, était à Bangalore le 5 juin 2019. Ce 6 juin, il visite le centre spatial de Tsukuba."
        ),
        [
            "2019-06-05 cnes philippe-baptiste",
            "2019-06-06 cnes philippe-baptiste",
        ],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Du 5 au 7 juin 2019, une délégation de la JAXA, emmenée par son Président, Hiroshi Yamakawa, a séjourné en France."
        ),
        ["2019-06-05 hiroshi-yamakawa jaxa"],
    ),
    # Told in passing: whose visit it is the words beside it say; a relative clause keeps its day.
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "L'accord a été signé le 5 juin 2019 par K. Sivan, Président de l'ISRO, en présence d'Emmanuel Macron, Président de la République, alors en visite d'État en Inde."
        ),
        ["2019-06-05 emmanuel-macron"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "L'accord a été signé le 5 juin 2019 par Jean-Yves Le Gall, Président du CNES, qui accompagnait Emmanuel Macron lors de sa visite d'État au Japon."
        ),
        ["2019-06-05 emmanuel-macron"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "C'est la première visite en France de K. Sivan, Président de l'ISRO, dont l'agence a ouvert un bureau le 5 mars 2019."
        ),
        ["undated isro k-sivan"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Mardi matin, K. Sivan, Président de l'ISRO, a visité le Centre spatial de Toulouse."
        ),
        ["2019-06-18 isro k-sivan"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_visits_are_read(text: str, expected: list[str]) -> None:
    assert told(text, "fr", "Visit") == expected
