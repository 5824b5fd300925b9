"""What the sentences around an encounter add in English: who came too, who led, when it was."""

from __future__ import annotations

import pytest

from tests.facts.happenings import told

KINDS = ("Meeting", "Visit", "AgreementSigning")
MET = "Jean-Yves Le Gall, President of CNES, met K. Sivan, Chairman of ISRO, in Paris on 12 June 2019. "
TOLD = [
    # Those who attended, told in the next sentence.
    (
        MET + "The meeting was also attended by Jim Bridenstine, Administrator of NASA.",
        ["2019-06-12 cnes isro jean-yves-le-gall jim-bridenstine k-sivan"],
    ),
    (
        MET + "Jim Bridenstine, Administrator of NASA, took part in the meeting.",
        ["2019-06-12 cnes isro jean-yves-le-gall jim-bridenstine k-sivan"],
    ),
    (
        MET + "Also there were Jim Bridenstine, Administrator of NASA, and Walther Pelzer.",
        ["2019-06-12 cnes isro jean-yves-le-gall jim-bridenstine k-sivan walther-pelzer"],
    ),
    (
        "CNES and Roscosmos held a meeting of their joint committee in Moscow on 12 June 2019. "
        "The French delegation was headed by Jean-Yves Le Gall, President of CNES, and the Russian one "
        "by Sergei Krikalev, standing in for Dmitry Rogozin.",
        ["2019-06-12 cnes jean-yves-le-gall roscosmos sergei-krikalev"],
    ),
    # Verbs of meeting.
    (
        "Jean-Yves Le Gall, President of CNES, today welcomed to the agency's headquarters in Paris "
        "the Chairman of ISRO, K. Sivan.",
        ["2019-06-20 cnes isro jean-yves-le-gall k-sivan"],
    ),
    (
        "On 12 June 2019 CNES President Jean-Yves Le Gall called on the Administrator of NASA, Jim Bridenstine.",
        ["2019-06-12 cnes jean-yves-le-gall jim-bridenstine nasa"],
    ),
    (
        "CNES President Jean-Yves Le Gall spoke to NASA Administrator Jim Bridenstine on 12 June 2019.",
        ["2019-06-12 cnes jean-yves-le-gall jim-bridenstine nasa"],
    ),
    (
        "Jean-Yves Le Gall, President of CNES, had talks on 11 June 2019 with Jim Bridenstine, "
        "Administrator of NASA, and on 12 June 2019 with K. Sivan, Chairman of ISRO.",
        [
            "2019-06-11 cnes jean-yves-le-gall jim-bridenstine nasa",
            "2019-06-12 cnes isro jean-yves-le-gall k-sivan",
        ],
    ),
    (
        "Jean-Yves Le Gall, President of CNES, and K. Sivan, Chairman of ISRO, exchanged views on 12 June 2019.",
        ["2019-06-12 cnes isro jean-yves-le-gall k-sivan"],
    ),
    (
        "K. Sivan, Chairman of ISRO, was the guest of Jean-Yves Le Gall, President of CNES, on 12 June 2019.",
        ["2019-06-12 cnes isro jean-yves-le-gall k-sivan"],
    ),
    ("CNES and ISRO renewed their framework agreement on 12 June 2019.", ["2019-06-12 cnes isro"]),
    ("CNES and ISRO entered into an agreement on 12 June 2019.", ["2019-06-12 cnes isro"]),
    # Visits by delegations, with hosts and with company.
    (
        MET + "After the meeting the French delegation visited the Guiana Space Centre.",
        ["2019-06-12 cnes isro jean-yves-le-gall k-sivan", "2019-06-12 cnes jean-yves-le-gall"],
    ),
    (
        "A delegation of ISRO led by K. Sivan, Chairman of ISRO, came to Paris. "
        "On 12 June 2019 the delegation was received by Marie-Anne Clair, Director of CNES.",
        ["2019-06-12 cnes isro k-sivan marie-anne-clair"],
    ),
    (
        "On 12 June 2019 Jean-Yves Le Gall, accompanied by Jim Bridenstine, visited the Guiana Space "
        "Centre, where he was welcomed by K. Sivan.",
        ["2019-06-12 jean-yves-le-gall jim-bridenstine k-sivan"],
    ),
    # The story's days.
    (
        MET + "On the following day he visited the Guiana Space Centre.",
        ["2019-06-12 cnes isro jean-yves-le-gall k-sivan", "2019-06-13 cnes jean-yves-le-gall"],
    ),
    # Signings.
    (
        "CNES and ISRO look ahead. Jean-Yves Le Gall, President of CNES, and K. Sivan, Chairman of ISRO, "
        "met on 12 June 2019. They were joined by Jim Bridenstine, Administrator of NASA. "
        "The two heads of agency signed a joint statement.",
        [
            "2019-06-12 cnes isro jean-yves-le-gall jim-bridenstine k-sivan",
            "2019-06-12 cnes isro jean-yves-le-gall k-sivan",
        ],
    ),
    (
        MET + "The discussions led to the signing of an implementing arrangement.",
        [
            "2019-06-12 cnes isro jean-yves-le-gall k-sivan",
            "2019-06-12 cnes isro jean-yves-le-gall k-sivan",
        ],
    ),
    (
        "On 12 June 2019 CNES and ISRO signed an extension to the framework agreement that the two "
        "institutions had concluded in 2004.",
        ["2004 cnes isro", "2019-06-12 cnes isro"],
    ),
    (
        "Four agreements were signed this week by Jean-Yves Le Gall, President of CNES.\n\n"
        "• 12 June 2019, with K. Sivan, Chairman of ISRO: an agreement on SWOT.\n\n"
        "• 13 June 2019, with Jim Bridenstine, Administrator of NASA: a joint declaration on launchers.",
        [
            "2019-06-12 cnes isro jean-yves-le-gall k-sivan",
            "2019-06-13 cnes jean-yves-le-gall jim-bridenstine nasa",
        ],
    ),
    (
        "CNES and ISRO signed three agreements on 12 June 2019. The first extends the framework agreement. "
        "The second launches studies of TRISHNA. The third sets the conditions for SARAL.",
        ["2019-06-12 cnes isro"] * 3,
    ),
    (
        "Following on from the framework agreement signed in April 2015, CNES and ISRO today sealed their "
        "first implementing arrangement.",
        ["2015-04 cnes isro", "2019-06-20 cnes isro"],
    ),
    ("CNES and ISRO have just renewed their agreement on SWOT.", ["2019-06-20 cnes isro"]),
    (
        "Philippe Baptiste, President of CNES, held bilateral meetings today with his counterparts from "
        "NASA and JAXA.",
        ["2019-06-20 cnes jaxa nasa philippe-baptiste"],
    ),
    (
        "K. Sivan, Chairman of ISRO, was received yesterday in Rome by Philippe Baptiste, President of CNES.",
        ["2019-06-19 cnes isro k-sivan philippe-baptiste"],
    ),
    (
        "Philippe Baptiste, President of CNES, exchanged views with K. Sivan, Chairman of ISRO, who returned "
        "from the International Space Station on 3 June 2019.",
        ["undated cnes isro k-sivan philippe-baptiste"],
    ),
    (
        "CNES and ISRO signed on 12 June 2019 a protocol on the training of crews at DLR.",
        ["2019-06-12 cnes isro"],
    ),
    (
        "Philippe Baptiste, President of CNES, and K. Sivan, Chairman of ISRO, signed an agreement on 12 June "
        "2019. The signing was witnessed by Jim Bridenstine.",
        ["2019-06-12 cnes isro jim-bridenstine k-sivan philippe-baptiste"],
    ),
    (
        "K. Sivan, Chairman of ISRO, visited the Guiana Space Centre on 12 June 2019. The visitors were "
        "welcomed by Philippe Baptiste, President of CNES. Jim Bridenstine, Administrator of NASA, "
        "accompanied them.",
        ["2019-06-12 cnes isro jim-bridenstine k-sivan nasa philippe-baptiste"],
    ),
    (
        "On 17 and 18 June 2019 K. Sivan, Chairman of ISRO, visited Toulouse. The centre dates from 5 May 1968. "
        "On the second day K. Sivan and Philippe Baptiste, President of CNES, signed an agreement.",
        [
            "2019-06-17 isro k-sivan",
            "2019-06-18 cnes isro k-sivan philippe-baptiste",
        ],
    ),
    (
        "K. Sivan, Chairman of ISRO, and Philippe Baptiste, President of CNES, signed an amendment to the "
        "memorandum of 12 April 2005 on 12 June 2019.",
        ["2019-06-12 cnes isro k-sivan philippe-baptiste"],
    ),
    (
        "K. Sivan, Chairman of ISRO, met Philippe Baptiste, President of CNES, on 12 June 2019. The two "
        "will meet in Rome on 3 September.",
        [
            "2019-06-12 cnes isro k-sivan philippe-baptiste",
            "2019-09-03 planned cnes isro k-sivan philippe-baptiste",
        ],
    ),
    (
        "K. Sivan, Chairman of ISRO, met Philippe Baptiste, President of CNES, on 12 June 2019. The visit was an "
        "opportunity to take stock of what was done since their first agreement, concluded in April 2015, and to "
        "sign an implementing arrangement. Also present at the signing ceremony were Jim Bridenstine and Josef Aschbacher.",
        [
            "2015-04 cnes isro",
            "2019-06-12 cnes isro jim-bridenstine josef-aschbacher k-sivan philippe-baptiste",
            "2019-06-12 cnes isro k-sivan philippe-baptiste",
        ],
    ),
    (
        MET + "Their meeting led to the signature of a declaration on lunar exploration.",
        [
            "2019-06-12 cnes isro jean-yves-le-gall k-sivan",
            "2019-06-12 cnes isro jean-yves-le-gall k-sivan",
        ],
    ),
    (
        MET + "The two leaders next visited the Airbus Defence and Space plant in Toulouse.",
        [
            "2019-06-12 cnes isro jean-yves-le-gall k-sivan",
            "2019-06-12 cnes isro jean-yves-le-gall k-sivan",
        ],
    ),
    (
        "On 12 June 2019 CNES President Philippe Baptiste and K. Sivan, Chairman of ISRO, signed a joint statement on "
        "space and climate and a letter of intent on a lunar probe.",
        [
            "2019-06-12 cnes isro k-sivan philippe-baptiste",
            "2019-06-12 cnes isro k-sivan philippe-baptiste",
        ],
    ),
    (
        "Philippe Baptiste, President of CNES, spoke by phone on 12 June 2019 with Arianespace CEO Stéphane Israël.",
        ["2019-06-12 arianespace cnes philippe-baptiste stephane-israel"],
    ),
    (
        "An inquiry board co-chaired by Philippe Baptiste, President of CNES, and Stéphane Israël has begun work.",
        [],
    ),
    (
        "Philippe Baptiste, President of CNES, was in Rome on 11 June 2019. There he had meetings on 12 June 2019 with K. "
        "Sivan, Chairman of ISRO, and Jim Bridenstine, Administrator of NASA.",
        [
            "2019-06-11 cnes philippe-baptiste",
            "2019-06-12 cnes isro jim-bridenstine k-sivan nasa philippe-baptiste",
        ],
    ),
    (
        "Philippe Baptiste, President of CNES, was in Rome on 12 June 2019. He met Jim Bridenstine, Administrator of NASA, "
        "and K. Sivan, Chairman of ISRO, with whom he signed an agreement.",
        [
            "2019-06-12 cnes isro jim-bridenstine k-sivan nasa philippe-baptiste",
            "2019-06-12 cnes isro k-sivan philippe-baptiste",
            "2019-06-12 cnes philippe-baptiste",
        ],
    ),
    (
        "Under an implementing arrangement that CNES and ISRO signed in December 2016, NASA will support SWOT and give a "
        "camera developed by DLR and OHB.",
        ["2016-12 cnes isro"],
    ),
    (
        "Philippe Baptiste, President of CNES, and K. Sivan, Chairman of ISRO, renewed the memorandum of understanding on "
        "12 June 2019. The memorandum had first been signed in 2015.",
        ["2015 cnes isro", "2019-06-12 cnes isro k-sivan philippe-baptiste"],
    ),
    (
        "Philippe Baptiste, President of CNES, and K. Sivan, Chairman of ISRO, held a teleconference on 12 June 2019.",
        ["2019-06-12 cnes isro k-sivan philippe-baptiste"],
    ),
    (
        "K. Sivan, the new Chairman of ISRO, paid his first visit to CNES on 12 June 2019.",
        ["2019-06-12 isro k-sivan"],
    ),
    (
        "Philippe Baptiste dined with K. Sivan, Chairman of ISRO, on 12 June 2019.",
        ["2019-06-12 isro k-sivan philippe-baptiste"],
    ),
    (
        "Philippe Baptiste took part in a panel with K. Sivan, Chairman of ISRO, on 12 June 2019.",
        ["2019-06-12 isro k-sivan philippe-baptiste"],
    ),
    (
        "Philippe Baptiste was among the guests of President Emmanuel Macron on 12 June 2019.",
        ["2019-06-12 emmanuel-macron philippe-baptiste"],
    ),
    (
        "Meeting in Paris on 12 June 2019, the heads of CNES, DLR and ASI discussed Ariane 6.",
        ["2019-06-12 asi cnes dlr"],
    ),
    (
        "CNES and JAXA held their third joint working group in Tsukuba on 12 June 2019.",
        ["2019-06-12 cnes jaxa"],
    ),
    (
        "On the last leg of his tour K. Sivan, Chairman of ISRO, stopped off in Hanoi on 12 June 2019.",
        ["2019-06-12 isro k-sivan"],
    ),
    ("A JAXA delegation was at the Toulouse Space Centre on 12 June 2019.", ["2019-06-12 jaxa"]),
    (
        "Jim Bridenstine's visit to CNES on 12 June 2019 was his first.",
        ["2019-06-12 jim-bridenstine"],
    ),
    (
        "ESA, NASA and JAXA officials gathered in Kyoto on 12 June 2019.",
        ["2019-06-12 esa jaxa nasa"],
    ),
    (
        "The agreement of 2015, renewed on 12 June 2019 by Philippe Baptiste, President of CNES, and K. Sivan, Chairman of "
        "ISRO, covers training.",
        ["2019-06-12 cnes isro k-sivan philippe-baptiste"],
    ),
    (
        MET + "Both agencies also exchanged a letter of intent on a mission to Mars.",
        [
            "2019-06-12 cnes isro jean-yves-le-gall k-sivan",
            "2019-06-12 cnes isro jean-yves-le-gall k-sivan",
        ],
    ),
    (
        "On 12 June 2019 CNES President Philippe Baptiste met K. Sivan, Chairman of ISRO, who is visiting France as part "
        "of the delegation of Prime Minister Narendra Modi.",
        ["2019-06-12 cnes isro k-sivan philippe-baptiste", "2019-06-12 isro k-sivan"],
    ),
    (
        MET
        + "The two signed an agreement. Ministers Frédérique Vidal and Jitendra Singh looked on.",
        [
            "2019-06-12 cnes frederique-vidal isro jean-yves-le-gall jitendra-singh k-sivan",
            "2019-06-12 cnes isro jean-yves-le-gall k-sivan",
        ],
    ),
    (
        "The arrangement was concluded on 12 June 2019 by JAXA President Hiroshi Yamakawa, DLR's Jane Fox and CNES "
        "President Jean-Yves Le Gall.",
        ["2019-06-12 cnes dlr hiroshi-yamakawa jane-fox jaxa jean-yves-le-gall"],
    ),
    (
        "In November K. Sivan, Chairman of ISRO, and Philippe Baptiste, President of CNES, signed an agreement.",
        ["2018-11 cnes isro k-sivan philippe-baptiste"],
    ),
    (
        "The mission goes back to President Nicolas Sarkozy. On 12 June 2019 Philippe Baptiste and K. Sivan, Chairman "
        "of ISRO, met. An agreement was signed by K. Sivan and the President of CNES.",
        [
            "2019-06-12 cnes isro k-sivan philippe-baptiste",
            "2019-06-12 cnes isro k-sivan philippe-baptiste",
        ],
    ),
    (
        "A protocol on JAXA's Hayabusa2 was signed on 12 June 2019 by Philippe Baptiste, President of CNES, and K. Sivan, "
        "Chairman of ISRO.",
        ["2019-06-12 cnes isro k-sivan philippe-baptiste"],
    ),
    (
        "The annual symposium opened on 12 June 2019 in Berlin, with Philippe Baptiste, President of CNES, and K. Sivan, "
        "Chairman of ISRO, presiding.",
        ["2019-06-12 cnes isro k-sivan philippe-baptiste"],
    ),
    (
        "Steven Joyce, Minister for Economic Development, called at CNES Headquarters on 12 June 2019.",
        ["2019-06-12 steven-joyce"],
    ),
    (
        "K. Sivan, Chairman of ISRO, accompanied by a delegation of engineers, spent 12 and 13 June 2019 at the Toulouse "
        "Space Centre. He was received there by Jim Bridenstine, before Philippe Baptiste, President of CNES, hosted a "
        "lunch on 14 June 2019.",
        [
            "2019-06-12 isro k-sivan",
            "2019-06-14 cnes isro jim-bridenstine k-sivan philippe-baptiste",
        ],
    ),
    (
        "In 2006 CNES and ISRO had signed the agreement under which SWOT was put into orbit by an Indian PSLV on 12 July 2010.",
        ["2006 cnes isro"],
    ),
    (
        "K. Sivan, Chairman of ISRO, was at CNES Head Office on 12 June 2019 at the invitation of Philippe Baptiste.",
        ["2019-06-12 isro k-sivan"],
    ),
    (
        "During the State visit to India of President Emmanuel Macron from 9 to 12 March 2018, the two agencies "
        "agreed to go on.",
        ["2018-03-09 emmanuel-macron"],
    ),
    (
        "Jean-Yves Le Gall, President of CNES, met K. Sivan, Chairman of ISRO, on 12 June 2019. On 14 June 2019 he "
        "travelled to Bangalore.",
        [
            "2019-06-12 cnes isro jean-yves-le-gall k-sivan",
            "2019-06-14 cnes jean-yves-le-gall",
        ],
    ),
]

NOT_TOLD = [
    "CNES and ISRO gathered data on rain with Megha-Tropiques.",
    "The two sides welcomed the conclusion of a study of launchers.",
    "CNES and ISRO will work on rules with other signatories of the Artemis Accords.",
    "They welcomed the first meeting of the working group in March.",
    "“The projects that we have reviewed today show that the two agencies trust each other.”",
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_what_is_told_on_is_read(text: str, expected: list[str]) -> None:
    assert told(f"Partners in space today\n\n{text}", "en", *KINDS) == expected


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_is_only_quoted_is_no_encounter(text: str) -> None:
    title = "CNES and ISRO in space today\n\n"
    assert told(title + text, "en", *KINDS) == []
