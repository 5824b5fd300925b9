"""Meetings: who is named, who is only meant, and when, in French."""

from __future__ import annotations

import pytest

from tests.facts.happenings import told

TOLD: list[tuple[str, list[str]]] = [
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Philippe Baptiste a participé le 5 juin 2019 à une table ronde avec K. Sivan, Président de l'ISRO."
        ),
        ["2019-06-05 cnes isro k-sivan philippe-baptiste"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Réunis à Paris le 5 juin 2019, les patrons du CNES, du DLR et de l'ASI ont parlé d'Ariane 6."
        ),
        ["2019-06-05 asi cnes dlr"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le CNES et la JAXA ont tenu leur troisième groupe de travail conjoint à Tsukuba le 5 juin 2019."
        ),
        ["2019-06-05 cnes jaxa"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le sommet des chefs d'agences, auquel participaient Philippe Baptiste et K. Sivan, Président de l'ISRO, s'est ouvert le 5 juin 2019 à Rome."
        ),
        ["2019-06-05 cnes isro k-sivan philippe-baptiste"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall, Président du CNES, a rencontré le 14 mai 2019 à Moscou Dmitri Rogozine, Directeur général de Roscosmos."
        ),
        ["2019-05-14 cnes dmitry-rogozin jean-yves-le-gall roscosmos"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le Président du CNES, Jean-Yves Le Gall, était à Tokyo le 3 juin. Il s'y est entretenu avec Hiroshi Yamakawa, Président de la JAXA."
        ),
        ["2019-06-03 cnes hiroshi-yamakawa jaxa jean-yves-le-gall"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall, Président du CNES, et Jim Bridenstine, Administrateur de la NASA, se sont retrouvés à Paris le 18 juin 2019. Les deux hommes ont évoqué les futures missions."
        ),
        ["2019-06-18 cnes jean-yves-le-gall jim-bridenstine nasa"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jim Bridenstine, Administrateur de la NASA, a été reçu ce jour au CNES par Jean-Yves Le Gall, Président."
        ),
        ["2019-06-20 cnes jean-yves-le-gall jim-bridenstine nasa"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "En visite à Paris mardi 18 juin, l'Administrateur de la NASA, Jim Bridenstine, a été accueilli par Jean-Yves Le Gall, Président du CNES."
        ),
        ["2019-06-18 cnes jean-yves-le-gall jim-bridenstine nasa"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le Président du CNES Jean-Yves Le Gall rencontrera le 9 juillet 2019 Jim Bridenstine, Administrateur de la NASA."
        ),
        ["2019-07-09 planned cnes jean-yves-le-gall jim-bridenstine nasa"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Lors d'une réunion bilatérale tenue le 12 juin 2019, Jean-Yves Le Gall, Président du CNES, et Johann-Dietrich Wörner, Directeur général de l'ESA, ont passé en revue leurs projets."
        ),
        ["2019-06-12 cnes esa jan-worner jean-yves-le-gall"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Une réunion a rassemblé mardi 18 juin au Bourget Jean-Yves Le Gall, Président du CNES, Jim Bridenstine, Administrateur de la NASA, et K. Sivan, Président de l'ISRO."
        ),
        ["2019-06-18 cnes isro jean-yves-le-gall jim-bridenstine k-sivan nasa"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall, Président du CNES, souhaite rencontrer Jim Bridenstine, Administrateur de la NASA."
        ),
        [],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall, Président du CNES, s'est rendu à Moscou vendredi 14 juin pour rencontrer Dmitri Rogozine, Directeur général de Roscosmos."
        ),
        ["2019-06-14 cnes dmitry-rogozin jean-yves-le-gall roscosmos"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall, Président du CNES, a participé le 4 juin 2019 à Washington à une conférence, avant de s'entretenir avec Jim Bridenstine, Administrateur de la NASA."
        ),
        ["2019-06-04 cnes jean-yves-le-gall jim-bridenstine nasa"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Ce mercredi 12 juin 2019, Jean-Yves Le Gall, Président du CNES, s'est entretenu par visioconférence avec Zhang Kejian, Administrateur de la CNSA."
        ),
        ["2019-06-12 cnes cnsa jean-yves-le-gall zhang-kejian"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le Président du CNES Jean-Yves Le Gall a accueilli jeudi 13 juin la ministre Frédérique Vidal et l'astronaute Thomas Pesquet."
        ),
        ["2019-06-13 cnes frederique-vidal jean-yves-le-gall thomas-pesquet"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Hier, Jean-Yves Le Gall, Président du CNES, recevait Jim Bridenstine, Administrateur de la NASA, au siège du CNES."
        ),
        ["2019-06-19 cnes jean-yves-le-gall jim-bridenstine nasa"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall, Président du CNES, s'est rendu à Tokyo le 14 juin pour une séance de travail avec son homologue de la JAXA, Hiroshi Yamakawa. L'ambassadeur de France au Japon, Laurent Pic, prenait part à la réunion."
        ),
        ["2019-06-14 cnes hiroshi-yamakawa jaxa jean-yves-le-gall laurent-pic"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall, Président du CNES, a reçu mardi Hiroshi Yamakawa, Président de la JAXA. MM. Le Gall et Yamakawa se retrouveront en octobre 2019 à Washington."
        ),
        [
            "2019-06-18 cnes hiroshi-yamakawa jaxa jean-yves-le-gall",
            "2019-10 planned cnes hiroshi-yamakawa jaxa jean-yves-le-gall",
        ],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall, Président du CNES, et K. Sivan, Président de l'ISRO, se sont entretenus le 12 juin. Lionel Suchet, Directeur général délégué du CNES, et Caroline Laurent, directrice des systèmes orbitaux du CNES, se sont joints aux échanges."
        ),
        ["2019-06-12 caroline-laurent cnes isro jean-yves-le-gall k-sivan lionel-suchet"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "L'ambassadeur de France, Laurent Pic, a rassemblé hier soir Jean-Yves Le Gall, Président du CNES, et Hiroshi Yamakawa, Président de la JAXA."
        ),
        ["2019-06-19 cnes hiroshi-yamakawa jaxa jean-yves-le-gall laurent-pic"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Un séminaire s'est tenu à Lyon les 5 et 6 juin 2019. Il a été ouvert par Philippe Baptiste, Président du CNES, et K. Sivan, Président de l'ISRO. Y ont pris part Lionel Suchet, du CNES, et Hiroshi Yamakawa, Président de la JAXA."
        ),
        ["2019-06-05 cnes hiroshi-yamakawa isro jaxa k-sivan lionel-suchet philippe-baptiste"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Philippe Baptiste, Président du CNES, a reçu le 5 juin 2019 K. Sivan, Président de l'ISRO. Caroline Laurent et Lionel Suchet participaient à l'entretien."
        ),
        ["2019-06-05 caroline-laurent cnes isro k-sivan lionel-suchet philippe-baptiste"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Philippe Baptiste, Président du CNES, a reçu le 5 juin 2019 K. Sivan, Président de l'ISRO. À leurs côtés se trouvaient Caroline Laurent et Lionel Suchet. Au cours de leur entretien, les deux dirigeants ont parlé du climat."
        ),
        ["2019-06-05 caroline-laurent cnes isro k-sivan lionel-suchet philippe-baptiste"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le 5 juin 2019, le CNES, l'ESA et l'ISRO s'y sont retrouvés pour une revue."
        ),
        ["2019-06-05 cnes esa isro"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Thomas Pesquet s'est envolé en compagnie de Peggy Whitson. Le 5 juin 2019, il s'est entretenu avec Philippe Baptiste, Président du CNES."
        ),
        ["2019-06-05 cnes philippe-baptiste thomas-pesquet"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le CNES et l'ISRO tiendront leur premier comité mixte le 14 octobre 2019 à Bangalore."
        ),
        ["2019-10-14 planned cnes isro"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "CHEOPS a été lancé aujourd'hui de Kourou. Après le tir, Philippe Baptiste, Président du CNES, s'est entretenu avec K. Sivan, Président de l'ISRO."
        ),
        ["2019-06-20 cnes isro k-sivan philippe-baptiste"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Alan Stern était à Paris le 5 juin 2019. Il y a présenté New Horizons à Francis Rocard, du CNES, puis s'est entretenu avec Philippe Baptiste, Président du CNES."
        ),
        ["2019-06-05 alan-stern cnes francis-rocard philippe-baptiste"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "K. Sivan, Président de l'ISRO, est venu à Paris le 5 juin 2019. Reçu au siège par Philippe Baptiste, Président du CNES, il s'est également entretenu avec Lionel Suchet, du CNES."
        ),
        ["2019-06-05 cnes isro k-sivan lionel-suchet philippe-baptiste"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Philippe Baptiste, Président du CNES, a rendu visite le 5 juin 2019 au Premier ministre, Nguyen Xuan Phuc."
        ),
        ["2019-06-05 cnes nguyen-xuan-phuc philippe-baptiste"],
    ),
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Philippe Baptiste, Président du CNES, a reçu le 5 juin 2019 K. Sivan, Président de l'ISRO. Caroline Laurent, qui participait à la réunion, a parlé du climat. Le CNES était par ailleurs représenté par Lionel Suchet."
        ),
        ["2019-06-05 caroline-laurent cnes isro k-sivan lionel-suchet philippe-baptiste"],
    ),
    # A weekday beside a place, or with the time of day.
    (
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Un premier rendez-vous, lundi à Paris, a permis à K. Sivan, Président de l'ISRO, de rencontrer Jean-Yves Le Gall, Président du CNES."
        ),
        ["2019-06-17 cnes isro jean-yves-le-gall k-sivan"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_meetings_are_read(text: str, expected: list[str]) -> None:
    assert told(text, "fr", "Meeting") == expected
