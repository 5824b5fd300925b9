"""Signings: parties, witnesses, dates, several agreements, and intentions that are none, in English."""

from __future__ import annotations

import pytest

from tests.facts.happenings import told

TOLD: list[tuple[str, list[str]]] = [
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "It supplements the memorandum of understanding concluded by CNES and ISRO in May 2001."
        ),
        ["2001-05 cnes isro"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Jean-Yves Le Gall, President of CNES, and K. Sivan, Chairman of ISRO, today exchanged two agreements."
        ),
        ["2019-06-20 cnes isro jean-yves-le-gall k-sivan"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "An exchange of letters to this effect was signed with NOAA on 5 June 2019."
        ),
        ["2019-06-05 cnes noaa"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Philippe Baptiste, President of CNES, and K. Sivan, Chairman of ISRO, on 5 June renewed the agreement signed in 2014 between the two agencies."
        ),
        ["2014 cnes isro", "2019-06-05 cnes isro k-sivan philippe-baptiste"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "CNES President Jean-Yves Le Gall and ISRO Chairman K. Sivan signed an agreement on maritime surveillance on 6 March 2019."
        ),
        ["2019-03-06 cnes isro jean-yves-le-gall k-sivan"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "An agreement on space cooperation was signed today by CNES and ISRO."
        ),
        ["2019-06-20 cnes isro"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "NASA Administrator Jim Bridenstine signed a joint statement with the Israel Space Agency on 14 April 2019."
        ),
        ["2019-04-14 israel-space-agency jim-bridenstine nasa"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Jim Bridenstine, NASA Administrator, and Jean-Yves Le Gall, President of CNES, met in Paris on 18 June 2019. At the same meeting an agreement on SWOT was signed."
        ),
        ["2019-06-18 cnes jean-yves-le-gall jim-bridenstine nasa"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Jim Bridenstine, NASA Administrator, and Jean-Yves Le Gall, President of CNES, met in Paris on 18 June 2019. They signed a letter of intent on lunar exploration, with a launch targeted for 2024."
        ),
        ["2019-06-18 cnes jean-yves-le-gall jim-bridenstine nasa"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "In the presence of President Emmanuel Macron and Prime Minister Narendra Modi, Jean-Yves Le Gall, President of CNES, and K. Sivan, Chairman of ISRO, signed an agreement on 10 March 2018."
        ),
        ["2018-03-10 cnes emmanuel-macron isro jean-yves-le-gall k-sivan narendra-modi"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "On 10 March 2018, an agreement was signed by Jean-Yves Le Gall, President of CNES, and K. Sivan, Chairman of ISRO, in the presence of President Emmanuel Macron and Prime Minister Narendra Modi."
        ),
        ["2018-03-10 cnes emmanuel-macron isro jean-yves-le-gall k-sivan narendra-modi"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "The agreement that France and China signed on 26 March 2014 led to SVOM."
        ),
        ["2014-03-26 china france"],
    ),
    (
        ("CNES and partners in space today\n\nCNES and ISRO could sign an agreement on TRISHNA."),
        [],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "CNES and ISRO are expected to sign an agreement on TRISHNA on 12 September 2019."
        ),
        ["2019-09-12 planned cnes isro"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "CNES and ISRO intend to sign a framework agreement before the end of the year."
        ),
        [],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "On 18 June 2019 two agreements were signed by CNES and JAXA, one on MMX and one on Hayabusa2."
        ),
        ["2019-06-18 cnes jaxa", "2019-06-18 cnes jaxa"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "NASA and ESA signed a memorandum of understanding in 2015. The mission will be launched in 2022."
        ),
        ["2015 esa nasa"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "The first space cooperation agreement between the two countries was signed 50 years ago by President Charles de Gaulle. France and India have been working together since 1964."
        ),
        ["1969 charles-de-gaulle france india"],
    ),
    (
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
        (
            "CNES and partners in space today\n"
            "\n"
            "Luxembourg signs the Artemis Accords. The ceremony took place on 13 June 2019."
        ),
        ["2019-06-13 luxembourg"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Fifty years of cooperation between France and Russia show how close the ties are."
        ),
        [],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "NASA has signed an agreement with the Canadian Space Agency under which Canada will provide Canadarm3 by 2024."
        ),
        ["undated csa nasa"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "On Friday 14 June, on the sidelines of the Paris Air Show, Jean-Yves Le Gall, President of CNES, had talks with Hiroshi Yamakawa, President of JAXA, and the pair signed an implementing arrangement for the MMX mission."
        ),
        ["2019-06-14 cnes hiroshi-yamakawa jaxa jean-yves-le-gall"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "During the state visit of French President Emmanuel Macron to India, CNES President Jean-Yves Le Gall and ISRO Chairman K. Sivan signed on Saturday 10 March 2018 a joint vision for space cooperation in the presence of the French President and Indian Prime Minister Narendra Modi."
        ),
        ["2018-03-10 cnes emmanuel-macron isro jean-yves-le-gall k-sivan narendra-modi"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "ESA Director General Jan Wörner and Roscosmos Director General Igor Komarov signed an agreement on 12 November 2014 in Moscow covering ExoMars, which will be launched in 2016 and 2018."
        ),
        ["2014-11-12 esa igor-komarov jan-worner roscosmos"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "NASA Administrator Jim Bridenstine and JAXA President Hiroshi Yamakawa signed the Gateway memorandum of understanding on Dec. 31, 2018, in Washington."
        ),
        ["2018-12-31 hiroshi-yamakawa jaxa jim-bridenstine nasa"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "The Japan Aerospace Exploration Agency (JAXA) and the German Aerospace Center (DLR) concluded a cooperation agreement on 17 June 2019. The signatories were Hiroshi Yamakawa, President of JAXA, and Pascale Ehrenfreund, Chair of the DLR Executive Board."
        ),
        ["2019-06-17 dlr hiroshi-yamakawa jaxa pascale-ehrenfreund"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "India and France signed an MoU on 22 May 2019 in New Delhi."
        ),
        ["2019-05-22 france india"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Australian Space Agency Head Megan Clark and NASA Deputy Administrator James Morhard signed a joint statement of intent in Washington on 21 September 2018, witnessed by Prime Minister Scott Morrison."
        ),
        ["2018-09-21 asa james-morhard megan-clark nasa scott-morrison"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "The agreement was signed in Tokyo, on the occasion of the G20 Summit, by Hiroshi Yamakawa and Jean-Yves Le Gall, the heads of JAXA and CNES, on 26 June 2018 in the presence of President Emmanuel Macron."
        ),
        ["2018-06-26 cnes emmanuel-macron hiroshi-yamakawa jaxa jean-yves-le-gall"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Left to right: Jean-Yves Le Gall, President of CNES, and K. Sivan, Chairman of ISRO, at the signing of the agreement in Bengaluru on 30 May 2019."
        ),
        ["2019-05-30 cnes isro jean-yves-le-gall k-sivan"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Her Excellency Sarah Al Amiri, Chair of the UAE Space Agency, and Jean-Yves Le Gall, President of CNES, exchanged agreements on 20 May 2019."
        ),
        ["2019-05-20 cnes jean-yves-le-gall sarah-al-amiri uaesa"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Mr. Le Gall and Mr. Sivan will sign the agreement on 30 August 2019. Jean-Yves Le Gall is President of CNES and K. Sivan is Chairman of ISRO."
        ),
        ["2019-08-30 planned cnes isro jean-yves-le-gall k-sivan"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "ESA signed a contract worth 150 million euros with Airbus Defence and Space on 17 June 2019 for the FORUM satellite."
        ),
        ["2019-06-17 airbus-defence-and-space esa"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "The two sides expressed satisfaction at the progress of negotiations on an agreement which is expected to be signed later this year."
        ),
        [],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            'CNES President Jean-Yves Le Gall said: "The agreement signed today with NASA opens a new chapter."'
        ),
        ["2019-06-20 cnes jean-yves-le-gall nasa"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Speaking at the ceremony, Jean-Yves Le Gall, President of CNES, praised the cooperation between CNES and NASA."
        ),
        [],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Monday 10 June, CNES President Jean-Yves Le Gall was in Abu Dhabi, where he joined Mohammed Al Ahbabi, Director General of the UAE Space Agency, for a ceremony. The two heads put pen to paper on an agreement."
        ),
        ["2019-06-10 cnes jean-yves-le-gall mohammed-al-ahbabi uaesa"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "The French space agency CNES and its Indian counterpart ISRO inked a deal on 6 March 2019 in Bengaluru."
        ),
        ["2019-03-06 cnes isro"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Yesterday, at Cape Canaveral, Jim Bridenstine, NASA Administrator, and Jan Wörner, ESA Director General, came together to sign a memorandum on Gateway."
        ),
        ["2019-06-19 esa jan-worner jim-bridenstine nasa"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "The framework agreement, which was signed by CNES and UKSA in March 2018, is renewed for five years."
        ),
        ["2018-03 cnes uksa"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Signature of the agreement by Jean-Yves Le Gall, President of CNES, and K. Sivan, Chairman of ISRO, took place on 30 May 2019."
        ),
        ["2019-05-30 cnes isro jean-yves-le-gall k-sivan"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "A second agreement, with JAXA, was signed by CNES on 12 June 2019; a first one, with ISRO, had been signed on 6 March 2019."
        ),
        ["2019-06-12 cnes jaxa"],
    ),
    # What is signed at the end of a meeting is signed on its last day, whatever is told between.
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Jean-Yves Le Gall, President of CNES, and K. Sivan, Chairman of ISRO, met on 5 and 6 June 2019 in Paris.\n"
            "\n"
            "A Soyuz took off on 10 June 2019.\n"
            "\n"
            "At the end of the meeting CNES and ISRO signed an agreement."
        ),
        ["2019-06-06 cnes isro"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_signings_are_read(text: str, expected: list[str]) -> None:
    assert told(text, "en", "AgreementSigning") == expected


MET = "Jean-Yves Le Gall, President of CNES, met K. Sivan, Chairman of ISRO, in Delhi on 6 March 2019. TRISHNA will fly in 2024."


@pytest.mark.parametrize(
    "text",
    [
        "A protocol updating the schedule of the programme was signed at the end of the meeting.",
        "An implementing arrangement was initialled there.",
        "Before parting, the two presidents initialled a programme of work for 2021-2023.",
        "After the talks, the two agencies signed a work plan for 2021-2023.",
        "Mr Le Gall and Mr Sivan signed the minutes of the meeting.",
    ],
)
def test_who_met_signed_what_is_signed_there(text: str) -> None:
    expected = ["2019-03-06 cnes isro jean-yves-le-gall k-sivan"]
    assert told(f"{MET} {text}", "en", "AgreementSigning") == expected
