"""Meetings: who is named, who is only meant, and when."""

from __future__ import annotations

import pytest

from tests.facts.happenings import told

TOLD: list[tuple[str, str, list[str]]] = [
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "CNES President Jean-Yves Le Gall met Igor Komarov, Head of Roscosmos, in Moscow on 14 May 2019."
        ),
        ["2019-05-14 cnes igor-komarov jean-yves-le-gall roscosmos"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "Jean-Yves Le Gall, President of CNES, was in Tokyo on 3 June. There he met Hiroshi Yamakawa, President of JAXA."
        ),
        ["2019-06-03 cnes hiroshi-yamakawa jaxa jean-yves-le-gall"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "Jean-Yves Le Gall, President of CNES, was in Tokyo on 3 June. He then held talks with Hiroshi Yamakawa, President of JAXA, about MMX."
        ),
        ["2019-06-03 cnes hiroshi-yamakawa jaxa jean-yves-le-gall"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "Hiroshi Yamakawa, President of JAXA, and Jean-Yves Le Gall, President of CNES, were in Paris on 3 June 2019. The two men discussed future missions."
        ),
        ["2019-06-03 cnes hiroshi-yamakawa jaxa jean-yves-le-gall"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "NASA Administrator Jim Bridenstine was welcomed to CNES by its President, Jean-Yves Le Gall, on Tuesday 18 June."
        ),
        ["2019-06-18 cnes jean-yves-le-gall jim-bridenstine nasa"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "On 18 June 2019, Jim Bridenstine, Administrator of NASA, visited Paris. The NASA Administrator sat down with Jean-Yves Le Gall, President of CNES."
        ),
        ["2019-06-18 cnes jean-yves-le-gall jim-bridenstine nasa"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "CNES President Jean-Yves Le Gall will meet NASA Administrator Jim Bridenstine in Washington on 9 July 2019."
        ),
        ["2019-07-09 planned cnes jean-yves-le-gall jim-bridenstine nasa"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "CNES President Jean-Yves Le Gall hopes to meet NASA Administrator Jim Bridenstine soon."
        ),
        [],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "A bilateral meeting between Jean-Yves Le Gall, President of CNES, and Johann-Dietrich Wörner, Director General of ESA, took place on June 12, 2019 to discuss upcoming launches in 2020."
        ),
        ["2019-06-12 cnes esa jan-worner jean-yves-le-gall"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "PARIS, June 18, 2019 -- Heads of space agencies gathered at Le Bourget. Jim Bridenstine, NASA Administrator, Jean-Yves Le Gall, President of CNES, Hiroshi Yamakawa, President of JAXA, Johann-Dietrich Wörner, Director General of ESA, and K. Sivan, Chairman of ISRO, met to discuss the Moon."
        ),
        [
            "2019-06-18 cnes esa hiroshi-yamakawa isro jan-worner jaxa jean-yves-le-gall jim-bridenstine k-sivan nasa"
        ],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "On 5 June 2019, the President of CNES, Jean-Yves Le Gall, met with representatives of ISRO in Bangalore."
        ),
        ["2019-06-05 cnes isro jean-yves-le-gall"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "Jean-Yves Le Gall, President of CNES, met on 4 June 2019 with K. Sivan, Chairman of ISRO, following the talks that they had held in Paris on 12 March 2019."
        ),
        [
            "2019-03-12 cnes isro jean-yves-le-gall k-sivan",
            "2019-06-04 cnes isro jean-yves-le-gall k-sivan",
        ],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall, Président du CNES, a rencontré le 14 mai 2019 à Moscou Dmitri Rogozine, Directeur général de Roscosmos."
        ),
        ["2019-05-14 cnes dmitry-rogozin jean-yves-le-gall roscosmos"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le Président du CNES, Jean-Yves Le Gall, était à Tokyo le 3 juin. Il s'y est entretenu avec Hiroshi Yamakawa, Président de la JAXA."
        ),
        ["2019-06-03 cnes hiroshi-yamakawa jaxa jean-yves-le-gall"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall, Président du CNES, et Jim Bridenstine, Administrateur de la NASA, se sont retrouvés à Paris le 18 juin 2019. Les deux hommes ont évoqué les futures missions."
        ),
        ["2019-06-18 cnes jean-yves-le-gall jim-bridenstine nasa"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jim Bridenstine, Administrateur de la NASA, a été reçu ce jour au CNES par Jean-Yves Le Gall, Président."
        ),
        ["2019-06-20 cnes jean-yves-le-gall jim-bridenstine nasa"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "En visite à Paris mardi 18 juin, l'Administrateur de la NASA, Jim Bridenstine, a été accueilli par Jean-Yves Le Gall, Président du CNES."
        ),
        ["2019-06-18 cnes jean-yves-le-gall jim-bridenstine nasa"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le Président du CNES Jean-Yves Le Gall rencontrera le 9 juillet 2019 Jim Bridenstine, Administrateur de la NASA."
        ),
        ["2019-07-09 planned cnes jean-yves-le-gall jim-bridenstine nasa"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Lors d'une réunion bilatérale tenue le 12 juin 2019, Jean-Yves Le Gall, Président du CNES, et Johann-Dietrich Wörner, Directeur général de l'ESA, ont passé en revue leurs projets."
        ),
        ["2019-06-12 cnes esa jan-worner jean-yves-le-gall"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Une réunion a rassemblé mardi 18 juin au Bourget Jean-Yves Le Gall, Président du CNES, Jim Bridenstine, Administrateur de la NASA, et K. Sivan, Président de l'ISRO."
        ),
        ["2019-06-18 cnes isro jean-yves-le-gall jim-bridenstine k-sivan nasa"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall, Président du CNES, souhaite rencontrer Jim Bridenstine, Administrateur de la NASA."
        ),
        [],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "A delegation from ISRO led by K. Sivan, Chairman of ISRO, visited CNES headquarters on 5 June 2019 and was received by CNES President Jean-Yves Le Gall."
        ),
        ["2019-06-05 cnes isro jean-yves-le-gall k-sivan"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "Jean-Yves Le Gall, President of CNES, took part on 4 June 2019 in the International Astronautical Congress in Washington, where he had bilateral meetings with Jim Bridenstine, NASA Administrator, and Sylvain Laporte, President of CSA."
        ),
        ["2019-06-04 cnes csa jean-yves-le-gall jim-bridenstine nasa sylvain-laporte"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall, Président du CNES, s'est rendu à Moscou vendredi 14 juin pour rencontrer Dmitri Rogozine, Directeur général de Roscosmos."
        ),
        ["2019-06-14 cnes dmitry-rogozin jean-yves-le-gall roscosmos"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall, Président du CNES, a participé le 4 juin 2019 à Washington à une conférence, avant de s'entretenir avec Jim Bridenstine, Administrateur de la NASA."
        ),
        ["2019-06-04 cnes jean-yves-le-gall jim-bridenstine nasa"],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), TOLD)
def test_meetings_are_read(language: str, text: str, expected: list[str]) -> None:
    assert told(text, language, "Meeting") == expected
