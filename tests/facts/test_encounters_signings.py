"""Signings: parties, witnesses, dates, several agreements, and intentions that are none."""

from __future__ import annotations

import pytest

from tests.facts.happenings import told

TOLD: list[tuple[str, str, list[str]]] = [
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "CNES President Jean-Yves Le Gall and ISRO Chairman K. Sivan signed an agreement on maritime surveillance on 6 March 2019."
        ),
        ["2019-03-06 cnes isro jean-yves-le-gall k-sivan"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "An agreement on space cooperation was signed today by CNES and ISRO."
        ),
        ["2019-06-20 cnes isro"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "NASA Administrator Jim Bridenstine signed a joint statement with the Israel Space Agency on 14 April 2019."
        ),
        ["2019-04-14 israel-space-agency jim-bridenstine nasa"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "Jim Bridenstine, NASA Administrator, and Jean-Yves Le Gall, President of CNES, met in Paris on 18 June 2019. At the same meeting an agreement on SWOT was signed."
        ),
        ["2019-06-18 cnes jean-yves-le-gall jim-bridenstine nasa"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "Jim Bridenstine, NASA Administrator, and Jean-Yves Le Gall, President of CNES, met in Paris on 18 June 2019. They signed a letter of intent on lunar exploration, with a launch targeted for 2024."
        ),
        ["2019-06-18 cnes jean-yves-le-gall jim-bridenstine nasa"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "In the presence of President Emmanuel Macron and Prime Minister Narendra Modi, Jean-Yves Le Gall, President of CNES, and K. Sivan, Chairman of ISRO, signed an agreement on 10 March 2018."
        ),
        ["2018-03-10 cnes emmanuel-macron isro jean-yves-le-gall k-sivan narendra-modi"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "On 10 March 2018, an agreement was signed by Jean-Yves Le Gall, President of CNES, and K. Sivan, Chairman of ISRO, in the presence of President Emmanuel Macron and Prime Minister Narendra Modi."
        ),
        ["2018-03-10 cnes emmanuel-macron isro jean-yves-le-gall k-sivan narendra-modi"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "The agreement that France and China signed on 26 March 2014 led to SVOM."
        ),
        ["2014-03-26 china france"],
    ),
    (
        "en",
        ("CNES and partners in space today\n\nCNES and ISRO could sign an agreement on TRISHNA."),
        [],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "CNES and ISRO are expected to sign an agreement on TRISHNA on 12 September 2019."
        ),
        ["2019-09-12 planned cnes isro"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "CNES and ISRO intend to sign a framework agreement before the end of the year."
        ),
        [],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "On 18 June 2019 two agreements were signed by CNES and JAXA, one on MMX and one on Hayabusa2."
        ),
        ["2019-06-18 cnes jaxa", "2019-06-18 cnes jaxa"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "NASA and ESA signed a memorandum of understanding in 2015. The mission will be launched in 2022."
        ),
        ["2015 esa nasa"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "The first space cooperation agreement between the two countries was signed 50 years ago by President Charles de Gaulle. France and India have been working together since 1964."
        ),
        ["1969 charles-de-gaulle france india"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "Signing ceremony on 18 June 2019\n"
            "\n"
            "The agreement was signed by the two heads of agency, Jim Bridenstine of NASA and Jean-Yves Le Gall of CNES."
        ),
        ["2019-06-18 cnes jean-yves-le-gall jim-bridenstine nasa"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "On 18 June 2019 CNES and NASA reinforced their cooperation.\n"
            "\n"
            "Signed by:\n"
            "Jean-Yves Le Gall, President of CNES\n"
            "Jim Bridenstine, Administrator of NASA"
        ),
        ["2019-06-18 cnes jean-yves-le-gall jim-bridenstine nasa"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "Luxembourg signs the Artemis Accords. The ceremony took place on 13 October 2020."
        ),
        ["2020-10-13 luxembourg"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "Fifty years of cooperation between France and Russia show how close the ties are."
        ),
        [],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "NASA has signed an agreement with the Canadian Space Agency under which Canada will provide Canadarm3 by 2024."
        ),
        ["undated csa nasa"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall, Président du CNES, et K. Sivan, Président de l'ISRO, ont signé le 6 mars 2019 un accord sur la surveillance maritime."
        ),
        ["2019-03-06 cnes isro jean-yves-le-gall k-sivan"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Un accord-cadre a été signé ce jour entre le CNES et l'ISRO."
        ),
        ["2019-06-20 cnes isro"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "En présence d'Emmanuel Macron, Président de la République, et de Narendra Modi, Premier ministre indien, Jean-Yves Le Gall, Président du CNES, et K. Sivan, Président de l'ISRO, ont signé le 10 mars 2018 un accord."
        ),
        ["2018-03-10 cnes emmanuel-macron isro jean-yves-le-gall k-sivan narendra-modi"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall, Président du CNES, a rencontré le 18 juin 2019 Jim Bridenstine, Administrateur de la NASA. À cette occasion, un accord portant sur SWOT a été signé."
        ),
        ["2019-06-18 cnes jean-yves-le-gall jim-bridenstine nasa"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall, Président du CNES, et Jim Bridenstine, Administrateur de la NASA, se sont rencontrés le 18 juin 2019. Ils ont signé une lettre d'intention."
        ),
        ["2019-06-18 cnes jean-yves-le-gall jim-bridenstine nasa"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Emmanuel Macron et Narendra Modi ont assisté le 10 mars 2018 à la signature d'un accord de coopération. Le texte a été paraphé par Jean-Yves Le Gall, Président du CNES, et K. Sivan, Président de l'ISRO."
        ),
        ["2018-03-10 cnes emmanuel-macron isro jean-yves-le-gall k-sivan narendra-modi"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "L'accord que la France et la Chine ont signé le 26 mars 2014 a ouvert la voie à SVOM."
        ),
        ["2014-03-26 china france"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le CNES et l'ISRO pourraient signer un accord sur TRISHNA."
        ),
        [],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le CNES et l'ISRO doivent signer un accord sur TRISHNA le 12 septembre 2019."
        ),
        ["2019-09-12 planned cnes isro"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le premier accord de coopération entre les deux pays a été signé en 1966 par le général de Gaulle. La France et la Russie travaillent ensemble depuis."
        ),
        ["1966 charles-de-gaulle france russia"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le 18 juin 2019, deux accords ont été signés par le CNES et la JAXA, l'un sur MMX et l'autre sur Hayabusa2."
        ),
        ["2019-06-18 cnes jaxa", "2019-06-18 cnes jaxa"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Jean-Yves Le Gall, Président du CNES, et Pascale Ehrenfreund, Présidente du directoire du DLR, ont signé le 17 juin 2019 un accord sur Merlin, dont le lancement est prévu en 2024."
        ),
        ["2019-06-17 cnes dlr jean-yves-le-gall pascale-ehrenfreund"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le CNES a signé le 17 juin 2019 un contrat avec Thales Alenia Space pour la réalisation de SWOT."
        ),
        ["2019-06-17 cnes thales-alenia-space"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "On Friday 14 June, on the sidelines of the Paris Air Show, Jean-Yves Le Gall, President of CNES, had talks with Hiroshi Yamakawa, President of JAXA, and the pair signed an implementing arrangement for the MMX mission."
        ),
        ["2019-06-14 cnes hiroshi-yamakawa jaxa jean-yves-le-gall"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "During the state visit of French President Emmanuel Macron to India, CNES President Jean-Yves Le Gall and ISRO Chairman K. Sivan signed on Saturday 10 March 2018 a joint vision for space cooperation in the presence of the French President and Indian Prime Minister Narendra Modi."
        ),
        ["2018-03-10 cnes emmanuel-macron isro jean-yves-le-gall k-sivan narendra-modi"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "ESA Director General Jan Wörner and Roscosmos Director General Igor Komarov signed an agreement on 12 November 2014 in Moscow covering ExoMars, which will be launched in 2016 and 2018."
        ),
        ["2014-11-12 esa igor-komarov jan-worner roscosmos"],
    ),
    (
        "en",
        (
            "CNES and partners in space today\n"
            "\n"
            "NASA Administrator Jim Bridenstine and JAXA President Hiroshi Yamakawa signed the Gateway memorandum of understanding on Dec. 31, 2018, in Washington."
        ),
        ["2018-12-31 hiroshi-yamakawa jaxa jim-bridenstine nasa"],
    ),
    (
        "fr",
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
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Dans le cadre de la visite d'Etat du Président de la République Emmanuel Macron en Inde, Jean-Yves Le Gall, Président du CNES, et K. Sivan, Président de l'ISRO, ont signé samedi 10 mars 2018, en présence du Président Emmanuel Macron et du Premier ministre Narendra Modi, une vision commune ainsi qu'un accord."
        ),
        ["2018-03-10 cnes emmanuel-macron isro jean-yves-le-gall k-sivan narendra-modi"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Signé le 10 mars 2018 par Jean-Yves Le Gall, Président du CNES, et K. Sivan, Président de l'ISRO, l'accord porte sur TRISHNA."
        ),
        ["2018-03-10 cnes isro jean-yves-le-gall k-sivan"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Le CNES, représenté par son Président Jean-Yves Le Gall, et le Luxembourg, représenté par le Vice-Premier ministre Etienne Schneider, ont signé ce jour un accord."
        ),
        ["2019-06-20 cnes etienne-schneider jean-yves-le-gall luxembourg"],
    ),
    (
        "fr",
        (
            "Le CNES et ses partenaires dans l'espace\n"
            "\n"
            "Depuis l'accord signé en 2006 entre le CNES et la CNSA, les deux agences ont développé CFOSAT."
        ),
        ["2006 cnes cnsa"],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), TOLD)
def test_signings_are_read(language: str, text: str, expected: list[str]) -> None:
    assert told(text, language, "AgreementSigning") == expected
