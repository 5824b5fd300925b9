"""Gatherings told in several sentences, and the meetings of a series before and after them."""

from __future__ import annotations

import pytest

from tests.facts.happenings import told

HEAD = "CNES and partners in space today\n\n"

TOLD: list[tuple[str, list[str]]] = [
    (
        "Twenty years of joint work were celebrated yesterday evening at a reception in Tokyo. Guests were welcomed by the Ambassador, "
        "Laurent Pic. He was followed at the lectern by JAXA President Hiroshi Yamakawa and by CNES President Jean-Yves Le Gall.",
        [
            "2019-06-19 cnes hiroshi-yamakawa jaxa jean-yves-le-gall laurent-pic",
        ],
    ),
    (
        "The second strategic dialogue of CNES and JAXA took place in Tokyo on 13 June. The French side was led by Jean-Yves Le Gall, "
        "President of CNES, and the Japanese side by Hiroshi Yamakawa, President of JAXA.",
        ["2019-06-13 cnes hiroshi-yamakawa jaxa jean-yves-le-gall"],
    ),
    (
        "A two-day review of the payloads ended in Bengaluru today. Opening the meeting, K. Sivan, Chairman of ISRO, praised the teams. "
        "Christian Erd of ESA gave an overview of the instruments.",
        ["2019-06-20 christian-erd esa isro k-sivan"],
    ),
    (
        "The acceptance review took place on 13 June in the presence of ASI President Roberto Battiston and of the President of CNES, "
        "Jean-Yves Le Gall.",
        ["2019-06-13 asi cnes jean-yves-le-gall roberto-battiston"],
    ),
    (
        "CNES and JAXA wrapped up three days of talks in Tokyo on 13 June.",
        ["2019-06-13 cnes jaxa"],
    ),
    (
        "Jean-Yves Le Gall, President of CNES, and Hiroshi Yamakawa, President of JAXA, met in Tokyo on 14 June. The next meeting of the "
        "steering committee is planned for November in Paris.",
        ["2019-06-14 cnes hiroshi-yamakawa jaxa jean-yves-le-gall", "2019-11 planned cnes jaxa"],
    ),
    (
        "CNES and JAXA met in Tokyo on 14 June. The first dialogue had taken place in Toulouse in May 2018.",
        ["2018-05 cnes jaxa", "2019-06-14 cnes jaxa"],
    ),
    # One alone makes no meeting, what is only wished for is none, and a signing is told as one.
    (
        "The exhibition opened on 13 June. Jean-Yves Le Gall, President of CNES, was glad of it.",
        [],
    ),
    ("CNES and JAXA would like to hold a workshop on climate.", []),
    (
        "The signing ceremony took place in Tokyo on 13 June in the presence of Jean-Yves Le Gall, President of CNES, and Hiroshi "
        "Yamakawa, President of JAXA.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_those_who_are_said_to_be_there_meet(text: str, expected: list[str]) -> None:
    assert told(HEAD + text, "en", "Meeting") == expected


MORE: list[tuple[str, str, list[str]]] = [
    (
        "Pam Melroy, Deputy Administrator of NASA, ended a four-day trip to Italy on 14 June.",
        "Visit",
        ["2019-06-14 nasa pam-melroy"],
    ),
    (
        "Philippe Baptiste, CEO of CNES, spent a day at Harwell on 13 June, where Professor Sarah Beardsley, Director of RAL Space, "
        "showed him around.",
        "Visit",
        ["2019-06-13 cnes philippe-baptiste ral-space sarah-beardsley"],
    ),
    (
        "On 13 June, Jean-Yves Le Gall, President of CNES, took part in a round table on climate, alongside ESA astronaut Thomas Pesquet.",
        "Meeting",
        ["2019-06-13 cnes esa jean-yves-le-gall thomas-pesquet"],
    ),
    (
        "At a review that closed on 13 June, representatives of ESA, CNES and JAXA went through the results together.",
        "Meeting",
        ["2019-06-13 cnes esa jaxa"],
    ),
    (
        "NASA Deputy Administrator Pam Melroy was in Rome on 11 June. The following day took her to Turin for a tour of the Thales Alenia "
        "Space plant, guided by Massimo Comparini, the company's deputy chief executive.",
        "Visit",
        [
            "2019-06-11 nasa pam-melroy",
            "2019-06-12 massimo-comparini nasa pam-melroy thales-alenia-space",
        ],
    ),
    (
        "ESA and CSA are old partners. The first cooperation agreement was signed on 9 December 1978 and took effect in 1979.",
        "AgreementSigning",
        ["1978-12-09 csa esa"],
    ),
]


MORE += [
    (
        "Invited to take part in the talks, Jean-Yves Le Gall, President of CNES, was received in Rome on 13 June by Roberto Battiston, "
        "President of ASI, then in Turin on 14 June by Massimo Comparini of Thales Alenia Space.",
        "Meeting",
        [
            "2019-06-13 asi cnes jean-yves-le-gall roberto-battiston",
            "2019-06-14 cnes jean-yves-le-gall massimo-comparini thales-alenia-space",
        ],
    ),
    (
        "The 12 years of work of CNES and ASI were celebrated at a reception on 13 June. Jean-Yves Le Gall, President of CNES, and Roberto "
        "Battiston, President of ASI, spoke there. Airbus is today working on both satellites. Earlier in the day, Mr Le Gall and Mr "
        "Battiston had signed a letter of intent.",
        "AgreementSigning",
        ["2019-06-13 asi cnes jean-yves-le-gall roberto-battiston"],
    ),
    (
        "An intergovernmental agreement was signed in Paris by France and Russia on 7 November 2003, and the construction was entrusted "
        "to CNES by ESA.",
        "AgreementSigning",
        ["2003-11-07 france russia"],
    ),
    (
        "VENµS is the fruit of an agreement between CNES and the Israel Space Agency (ISA) which dates from April 2005.",
        "AgreementSigning",
        ["2005-04 cnes israel-space-agency"],
    ),
    (
        "Saku Tsuneta, Director General of ISAS, showed Jean-Yves Le Gall, President of CNES, round the clean room on 13 June.",
        "Visit",
        ["2019-06-13 cnes isas jean-yves-le-gall saku-tsuneta"],
    ),
    (
        "Carlos Moura, President of AEB, will be in Toulouse on 5 September 2019 at the invitation of CNES.",
        "Visit",
        ["2019-09-05 planned aeb carlos-moura"],
    ),
]


@pytest.mark.parametrize(("text", "kind", "expected"), MORE)
def test_encounters_in_other_words(text: str, kind: str, expected: list[str]) -> None:
    assert told(HEAD + text, "en", kind) == expected


FRENCH: list[tuple[str, str, list[str]]] = [
    (
        "Le deuxième dialogue stratégique entre le CNES et la JAXA s'est tenu à Tokyo le 13 juin. La délégation française était conduite "
        "par Jean-Yves Le Gall, président du CNES, et Hiroshi Yamakawa, président de la JAXA, a ouvert les travaux.",
        "Meeting",
        ["2019-06-13 cnes hiroshi-yamakawa jaxa jean-yves-le-gall"],
    ),
    (
        "La revue d'acceptation a eu lieu le 13 juin en présence de Roberto Battiston, président de l'ASI, et de Jean-Yves Le Gall, "
        "président du CNES.",
        "Meeting",
        ["2019-06-13 asi cnes jean-yves-le-gall roberto-battiston"],
    ),
    (
        "Jean-Yves Le Gall, président du CNES, a rencontré Hiroshi Yamakawa, président de la JAXA, le 14 juin. La prochaine réunion du "
        "comité directeur se tiendra en novembre à Paris.",
        "Meeting",
        ["2019-06-14 cnes hiroshi-yamakawa jaxa jean-yves-le-gall", "2019-11 planned cnes jaxa"],
    ),
    (
        "Un accord intergouvernemental a été signé à Paris par la France et la Russie le 7 novembre 2003, et la construction a été "
        "confiée au CNES par l'ESA.",
        "AgreementSigning",
        ["2003-11-07 france russia"],
    ),
]


@pytest.mark.parametrize(("text", "kind", "expected"), FRENCH)
def test_gatherings_in_french(text: str, kind: str, expected: list[str]) -> None:
    assert told("Le CNES et ses partenaires\n\n" + text, "fr", kind) == expected
