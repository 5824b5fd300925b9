"""Meetings: who is named, who is only meant, and when, in English."""

from __future__ import annotations

import pytest

from tests.facts.happenings import told

TOLD: list[tuple[str, list[str]]] = [
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Jean-Yves Le Gall, President of CNES, met Hiroshi Yamakawa, President of JAXA, on 3 June 2019. "
            "France announced on 1 June 2019 what it will do. They discussed MMX."
        ),
        ["2019-06-03 cnes hiroshi-yamakawa jaxa jean-yves-le-gall"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "On 3 June 2019, Jean-Yves Le Gall, President of CNES, met Ichita Yamamoto, Minister of State. "
            "On the same day the CNES President held talks with executives of Mitsubishi Heavy Industries."
        ),
        [
            "2019-06-03 cnes ichita-yamamoto jean-yves-le-gall",
            "2019-06-03 cnes jean-yves-le-gall mhi",
        ],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "CNES President Jean-Yves Le Gall met Igor Komarov, Head of Roscosmos, in Moscow on 14 May 2019."
        ),
        ["2019-05-14 cnes igor-komarov jean-yves-le-gall roscosmos"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Jean-Yves Le Gall, President of CNES, was in Tokyo on 3 June. There he met Hiroshi Yamakawa, President of JAXA."
        ),
        ["2019-06-03 cnes hiroshi-yamakawa jaxa jean-yves-le-gall"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Jean-Yves Le Gall, President of CNES, was in Tokyo on 3 June. He then held talks with Hiroshi Yamakawa, President of JAXA, about MMX."
        ),
        ["2019-06-03 cnes hiroshi-yamakawa jaxa jean-yves-le-gall"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Hiroshi Yamakawa, President of JAXA, and Jean-Yves Le Gall, President of CNES, were in Paris on 3 June 2019. The two men discussed future missions."
        ),
        ["2019-06-03 cnes hiroshi-yamakawa jaxa jean-yves-le-gall"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "NASA Administrator Jim Bridenstine was welcomed to CNES by its President, Jean-Yves Le Gall, on Tuesday 18 June."
        ),
        ["2019-06-18 cnes jean-yves-le-gall jim-bridenstine nasa"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "On 18 June 2019, Jim Bridenstine, Administrator of NASA, visited Paris. The NASA Administrator sat down with Jean-Yves Le Gall, President of CNES."
        ),
        ["2019-06-18 cnes jean-yves-le-gall jim-bridenstine nasa"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "CNES President Jean-Yves Le Gall will meet NASA Administrator Jim Bridenstine in Washington on 9 July 2019."
        ),
        ["2019-07-09 planned cnes jean-yves-le-gall jim-bridenstine nasa"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "CNES President Jean-Yves Le Gall hopes to meet NASA Administrator Jim Bridenstine soon."
        ),
        [],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "A bilateral meeting between Jean-Yves Le Gall, President of CNES, and Johann-Dietrich Wörner, Director General of ESA, took place on June 12, 2019 to discuss upcoming launches in 2020."
        ),
        ["2019-06-12 cnes esa jan-worner jean-yves-le-gall"],
    ),
    (
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
        (
            "CNES and partners in space today\n"
            "\n"
            "On 5 June 2019, the President of CNES, Jean-Yves Le Gall, met with representatives of ISRO in Bangalore."
        ),
        ["2019-06-05 cnes isro jean-yves-le-gall"],
    ),
    (
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
        (
            "CNES and partners in space today\n"
            "\n"
            "A delegation from ISRO led by K. Sivan, Chairman of ISRO, visited CNES headquarters on 5 June 2019 and was received by CNES President Jean-Yves Le Gall."
        ),
        ["2019-06-05 cnes isro jean-yves-le-gall k-sivan"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Jean-Yves Le Gall, President of CNES, took part on 4 June 2019 in the International Astronautical Congress in Washington, where he had bilateral meetings with Jim Bridenstine, NASA Administrator, and Sylvain Laporte, President of CSA."
        ),
        [
            "2019-06-04 cnes csa jean-yves-le-gall sylvain-laporte",
            "2019-06-04 cnes jean-yves-le-gall jim-bridenstine nasa",
        ],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "On June 12, 2019, Hiroshi Yamakawa, President of JAXA, paid a courtesy call on Jan Wörner, Director General of ESA, at ESA Headquarters in Paris."
        ),
        ["2019-06-12 esa hiroshi-yamakawa jan-worner jaxa"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Dr. K Sivan, Chairman, ISRO/Secretary, DOS met Mr. Jean-Yves Le Gall, President, CNES at Bengaluru on May 30, 2019 and discussed ongoing cooperation."
        ),
        ["2019-05-30 cnes dos isro jean-yves-le-gall k-sivan"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "DLR Executive Board Chair Pascale Ehrenfreund and CNES President Jean-Yves Le Gall met today at ILA in Berlin. Also present were Walther Pelzer and Johann-Dietrich Wörner."
        ),
        ["2019-06-20 cnes dlr jan-worner jean-yves-le-gall pascale-ehrenfreund walther-pelzer"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Jim Bridenstine, NASA Administrator, left, and Hiroshi Yamakawa, JAXA President, right, shake hands during a meeting in Tokyo on September 24, 2018."
        ),
        ["2018-09-24 hiroshi-yamakawa jaxa jim-bridenstine nasa"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "NASA and JAXA leaders met in Tokyo on 24 September 2018. NASA Administrator Jim Bridenstine and JAXA President Hiroshi Yamakawa attended."
        ),
        ["2018-09-24 hiroshi-yamakawa jaxa jim-bridenstine nasa"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "The next meeting of the two agencies will be held in Paris in 2020."
        ),
        [],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "By videoconference on 10 June 2019, Jean-Yves Le Gall, President of CNES, and Zhang Kejian, Administrator of CNSA, took stock of cooperation."
        ),
        ["2019-06-10 cnes cnsa jean-yves-le-gall zhang-kejian"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "The Prime Minister of India, Narendra Modi, and the President of France, Emmanuel Macron, held delegation-level talks in New Delhi on 10 March 2018 and signed a Joint Vision."
        ),
        ["2018-03-10 emmanuel-macron narendra-modi"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Today's signing follows a meeting between President Emmanuel Macron and President Xi Jinping in January 2018 in Beijing."
        ),
        ["2018-01 emmanuel-macron xi-jinping"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Jean-Yves Le Gall, President of CNES, travelled to Rome on Tuesday 4 June to confer with Roberto Battiston, President of ASI. They signed a letter of intent covering PRISMA."
        ),
        ["2019-06-04 asi cnes jean-yves-le-gall roberto-battiston"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Jean-Yves Le Gall, President of CNES, held a bilateral meeting with Sylvain Laporte, President of CSA, on 2 October 2018 in Bremen, before meeting Megan Clark, Head of the Australian Space Agency, on 3 October 2018."
        ),
        [
            "2018-10-02 cnes csa jean-yves-le-gall sylvain-laporte",
            "2018-10-03 asa cnes jean-yves-le-gall megan-clark",
        ],
    ),
    # A day of what is spoken of is none of the meeting's; days that head parts are those of all in them.
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "Charles Bolden, Administrator of NASA, and Jean-Yves Le Gall, President of CNES, met on 5 June 2019. They also discussed Jason-3, the fourth in the line opened by TOPEX/Poseidon in 1992."
        ),
        ["2019-06-05 charles-f-bolden cnes jean-yves-le-gall nasa"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "K. Sivan, Chairman of ISRO, and Jean-Yves Le Gall, President of CNES, took stock of what was done since ISRO and CNES signed an arrangement on 11 February 2016."
        ),
        ["undated cnes isro jean-yves-le-gall k-sivan"],
    ),
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "The head of CNES is on tour.\n"
            "\n"
            "Monday 10 June 2019\n"
            "\n"
            "Jean-Yves Le Gall, President of CNES, met K. Sivan, Chairman of ISRO.\n"
            "\n"
            "Tuesday 11 June 2019\n"
            "\n"
            "Jean-Yves Le Gall met Hiroshi Yamakawa, President of JAXA."
        ),
        [
            "2019-06-10 cnes isro jean-yves-le-gall k-sivan",
            "2019-06-11 cnes hiroshi-yamakawa jaxa jean-yves-le-gall",
        ],
    ),
    # "To chair" and "to co-chair" are verbs after "will", and no posts.
    (
        (
            "CNES and partners in space today\n"
            "\n"
            "On Monday, in Paris, K. Sivan, Chairman of ISRO, and Jean-Yves Le Gall, President of CNES, will co-chair a session of the committee."
        ),
        ["2019-06-24 planned cnes isro jean-yves-le-gall k-sivan"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_meetings_are_read(text: str, expected: list[str]) -> None:
    assert told(text, "en", "Meeting") == expected
