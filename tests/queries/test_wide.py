"""Each query's answer on the second world, the same from every engine.

What the rows show is told in `wide.py`; IRIs are written without their base.
"""

from __future__ import annotations

import pytest

from kg.queries import catalogue, run
from kg.store.base import Rows, View
from kg.vocab import DEFAULT_BASE

Cells = list[tuple[str | None, ...]]
Params = dict[str, str]

GOLDEN: list[tuple[str, Params, Cells]] = [
    (
        "agency-profile",
        {"agency": "JAXA"},
        [
            ("agency of", "Japan", "id/country/japan"),
            ("cooperates with", "CNES", "id/agency/cnes"),
            ("customer of", "Kite", "id/mission/kite"),
            ("leads", "Kite", "id/mission/kite"),
            ("met", "CNES", "id/agency/cnes"),
            ("party to", "agreement of CNES and JAXA", "id/agreement/2012-10-01-cnes-jaxa"),
            ("party to", "agreement of ESA and JAXA", "id/agreement/2017-01-15-esa-jaxa"),
            ("person", "Ken Sato", "id/person/ken-sato"),
            ("successor of", "NASDA", "id/agency/nasda"),
            ("takes part in", "Kite", "id/mission/kite"),
            ("takes part in", "SIRIUS", "id/programme/sirius"),
        ],
    ),
    (
        "agreements",
        {"party": "CNES", "other": "JAXA"},
        [
            (
                "2012-10-01",
                "agreement of CNES and JAXA",
                "CNES; JAXA",
                "Ana Dupont; Ken Sato",
                None,
                None,
                "completed",
                "id/agreement-signing/2012-10-01-cnes-jaxa",
            )
        ],
    ),
    ("agreements", {"party": "ESA", "other": "CNES"}, []),
    (
        "announced-not-launched",
        {},
        [("Mars-X", "2014-12-10", "2020", "2014-12-10", "1", "id/mission/mars-x")],
    ),
    ("announced-not-launched", {"agency": "CNES"}, []),
    (
        "changes-since",
        {"since": "2016", "entity": "SIRIUS"},
        [
            (
                "2016-07-08",
                "status",
                "NASA",
                "participates in",
                "SIRIUS",
                "ended",
                "underway",
                "NASA left SIRIUS",
                "release/nasa/2016-leaving",
            )
        ],
    ),
    (
        "changes-since",
        {"since": "2017"},
        [
            (
                "2017-01-20",
                "new",
                "NASA",
                "leads",
                "Kite",
                "underway",
                None,
                "Kite, dirigée par la NASA",
                "release/cnes/2017-contradicting",
            ),
            (
                "2017-01-20",
                "new",
                "agreement of ESA and JAXA",
                "party",
                "ESA",
                "completed",
                None,
                "both parties",
                "release/cnes/2017-contradicting",
            ),
            (
                "2017-01-20",
                "new",
                "agreement of ESA and JAXA",
                "party",
                "JAXA",
                "completed",
                None,
                "both parties",
                "release/cnes/2017-contradicting",
            ),
        ],
    ),
    (
        "conflicting-claims",
        {},
        [
            (
                "launch date",
                "Kite",
                "2014-12-03",
                "a launch",
                "release/cnes/2014-joining",
                "2014-12-04",
                "a launch",
                "release/cnes/2017-contradicting",
            ),
            (
                "leader",
                "Kite",
                "id/agency/jaxa",
                "Kite, led by JAXA",
                "release/cnes/2014-joining",
                "id/agency/nasa",
                "Kite, dirigée par la NASA",
                "release/cnes/2017-contradicting",
            ),
            (
                "status",
                "SIRIUS",
                "ended",
                "NASA left SIRIUS",
                "release/nasa/2016-leaving",
                "underway",
                "la NASA dans SIRIUS",
                "release/cnes/2017-contradicting",
            ),
        ],
    ),
    (
        "conflicting-claims",
        {"entity": "SIRIUS"},
        [
            (
                "status",
                "SIRIUS",
                "ended",
                "NASA left SIRIUS",
                "release/nasa/2016-leaving",
                "underway",
                "la NASA dans SIRIUS",
                "release/cnes/2017-contradicting",
            )
        ],
    ),
    ("contributions", {}, [("CNES", "MASCOT", "Kite", "JAXA; NASA", "id/payload/mascot")]),
    (
        "cooperation-forms",
        {},
        [
            ("2010", "2", "2", "0", "0", "100", "0", "0"),
            ("2012", "1", "1", "0", "0", "100", "0", "0"),
            ("2014", "1", "1", "0", "0", "100", "0", "0"),
        ],
    ),
    (
        "cooperation-forms",
        {"through": "NASA"},
        [
            ("2010", "2", "2", "0", "0", "100", "0", "0"),
            ("2012", "1", "0", "0", "1", "0", "0", "100"),
            ("2014", "1", "1", "0", "0", "100", "0", "0"),
        ],
    ),
    (
        "fact-evidence",
        {"subject": "JAXA", "object": "Kite"},
        [
            (
                "JAXA",
                "participates in",
                "Kite",
                "planned",
                "0.9",
                "JAXA plans Kite",
                "2010-01-10",
                "release/jaxa/2010-kite",
                None,
                "release/jaxa/2010-kite/claim/db64507f2581",
            ),
            (
                "Kite",
                "customer",
                "JAXA",
                "completed",
                "0.9",
                "for JAXA",
                "2014-12-10",
                "release/cnes/2014-joining",
                None,
                "release/cnes/2014-joining/claim/d8b30dfa25fd",
            ),
            (
                "JAXA",
                "leads",
                "Kite",
                "underway",
                "0.9",
                "Kite, led by JAXA",
                "2014-12-10",
                "release/cnes/2014-joining",
                None,
                "release/cnes/2014-joining/claim/30639d41cf80",
            ),
            (
                "JAXA",
                "participates in",
                "Kite",
                "underway",
                "0.9",
                "Kite flies for JAXA",
                "2016-07-08",
                "release/nasa/2016-leaving",
                None,
                "release/nasa/2016-leaving/claim/db64507f2581",
            ),
        ],
    ),
    (
        "fact-evidence",
        {"subject": "Kite", "object": "JAXA", "property": "leads"},
        [
            (
                "JAXA",
                "leads",
                "Kite",
                "underway",
                "0.9",
                "Kite, led by JAXA",
                "2014-12-10",
                "release/cnes/2014-joining",
                None,
                "release/cnes/2014-joining/claim/30639d41cf80",
            )
        ],
    ),
    (
        "fact-evidence",
        {"subject": "ESA", "object": "Kite"},
        [
            (
                "ESA",
                "participates in",
                "Kite",
                "discussed",
                "0.9",
                "ESA may join Kite",
                "2012-03-05",
                "release/cnes/2012-meeting",
                None,
                "release/cnes/2012-meeting/claim/139e3f28f6cd",
            )
        ],
    ),
    (
        "first-cooperation",
        {},
        [
            (
                "CNES",
                "JAXA",
                "2010-01-10",
                "take part",
                "CNES plans Kite",
                "release/jaxa/2010-kite",
            ),
            ("CNES", "NASDA", "2010-01-10", "take part", "with CNES", "release/jaxa/2010-kite"),
            (
                "CNES",
                "NASA",
                "2012-03-05",
                "take part",
                "CNES in SIRIUS",
                "release/cnes/2012-meeting",
            ),
            (
                "ESA",
                "JAXA",
                "2017-01-20",
                "agreement",
                "signed an agreement",
                "release/cnes/2017-contradicting",
            ),
        ],
    ),
    (
        "first-cooperation",
        {"agency": "JAXA", "other": "ESA"},
        [
            (
                "ESA",
                "JAXA",
                "2017-01-20",
                "agreement",
                "signed an agreement",
                "release/cnes/2017-contradicting",
            )
        ],
    ),
    (
        "hosted-payloads",
        {},
        [("Kite", "JAXA; NASA", "MASCOT", "CNES", "id/mission/kite", "id/payload/mascot")],
    ),
    ("hosted-payloads", {"owner": "JAXA"}, []),
    (
        "launch-services",
        {},
        [
            ("H-IIA", "JAXA", "Japan", "JAXA", "2", "Kite", "2014-12-03", "2014-12-04"),
            ("H-IIA", "JAXA", "Japan", "NASA", "2", "Kite", "2014-12-03", "2014-12-04"),
        ],
    ),
    (
        "launch-services",
        {"owner": "NASA", "until": "2014-12-03"},
        [("H-IIA", "JAXA", "Japan", "NASA", "1", "Kite", "2014-12-03", "2014-12-03")],
    ),
    (
        "meeting-agenda",
        {"meeting": "Meeting of CNES and JAXA"},
        [
            ("Kite", "concerned", None, None, "release/cnes/2012-meeting"),
            (
                "ESA participates in Kite",
                "told in the release",
                "discussed",
                "ESA may join Kite",
                "release/cnes/2012-meeting",
            ),
        ],
    ),
    (
        "meetings-by-year",
        {"agency": "CNES", "other": "JAXA"},
        [("2012", "1", "1", "2012-03-01", "2012-10-01")],
    ),
    ("meetings-by-year", {"agency": "CNES", "other": "NASA"}, []),
    (
        "meetings-to-agreements",
        {},
        [
            (
                "2012-03-01",
                "CNES",
                "JAXA",
                "2012-10-01",
                "agreement of CNES and JAXA",
                "id/meeting/2012-03-01-cnes-jaxa",
                "id/agreement-signing/2012-10-01-cnes-jaxa",
            )
        ],
    ),
    (
        "mission-roles",
        {"mission": "Kite"},
        [
            ("CNES", "contributes", "MASCOT", "completed", "1", "2014-12-10", "2014-12-10"),
            ("CNES", "participates in", "Kite", "planned", "1", "2010-01-10", "2010-01-10"),
            ("ESA", "participates in", "Kite", "discussed", "1", "2012-03-05", "2012-03-05"),
            ("JAXA", "customer", "Kite", "completed", "1", "2014-12-10", "2014-12-10"),
            ("JAXA", "leads", "Kite", "underway", "1", "2014-12-10", "2014-12-10"),
            (
                "JAXA",
                "participates in",
                "Kite",
                "planned; underway",
                "2",
                "2010-01-10",
                "2016-07-08",
            ),
            ("NASA", "leads", "Kite", "underway", "1", "2017-01-20", "2017-01-20"),
            ("Tyvak", "built by", "Kite", "completed", "1", "2014-12-10", "2014-12-10"),
        ],
    ),
    (
        "non-agency-partners",
        {},
        [("Kite", "Tyvak", "builds", "id/mission/kite", "id/organisation/tyvak")],
    ),
    (
        "non-agency-partners",
        {"mission": "Kite", "partner": "Tyvak"},
        [("Kite", "Tyvak", "builds", "id/mission/kite", "id/organisation/tyvak")],
    ),
    (
        "one-sided-claims",
        {"partner": "JAXA"},
        [
            (
                "CNES",
                "JAXA",
                "CNES",
                "cooperates with",
                "JAXA",
                "1",
                "2",
                "CNES and JAXA cooperate",
                "release/cnes/2012-meeting",
            ),
            (
                "CNES",
                "JAXA",
                "JAXA",
                "leads",
                "Kite",
                "1",
                "2",
                "Kite, led by JAXA",
                "release/cnes/2014-joining",
            ),
            (
                "CNES",
                "JAXA",
                "JAXA",
                "participates in",
                "SIRIUS",
                "1",
                "2",
                "JAXA joins SIRIUS",
                "release/cnes/2014-joining",
            ),
        ],
    ),
    (
        "one-sided-claims",
        {"partner": "NASDA", "publisher": "JAXA"},
        [
            (
                "JAXA",
                "NASDA",
                "NASDA",
                "participates in",
                "ADEOS",
                "1",
                "0",
                "NASDA flew ADEOS",
                "release/jaxa/2010-kite",
            )
        ],
    ),
    (
        "persons",
        {"person": "Ana Dupont"},
        [
            ("Ana Dupont", "President", "CNES", "2012-03-05", "2012-10-02", "2"),
            ("Ana Dupont", "directrice générale", "ESA", "2017-01-20", "2017-01-20", "1"),
        ],
    ),
    ("predecessors", {}, [("JAXA", "NASDA", "2", "3", "ADEOS")]),
    (
        "programme-members",
        {"programme": "SIRIUS"},
        [
            (
                "SIRIUS",
                "gained",
                "JAXA",
                "2014-12-10",
                "JAXA joins SIRIUS",
                "release/cnes/2014-joining",
            ),
            (
                "SIRIUS",
                "lost",
                "NASA",
                "2016-07-08",
                "NASA left SIRIUS",
                "release/nasa/2016-leaving",
            ),
        ],
    ),
    (
        "programme-members",
        {"programme": "Kite"},
        [
            (
                "Kite",
                "gained",
                "NASA",
                "2017-01-20",
                "Kite, dirigée par la NASA",
                "release/cnes/2017-contradicting",
            )
        ],
    ),
    (
        "releases",
        {"naming": "NASDA"},
        [
            (
                "2017-01-20",
                "CNES",
                "2017-CONTRADICTING",
                "fr",
                "Le point",
                "climate",
                "release/cnes/2017-contradicting",
            ),
            (
                "2010-01-10",
                "JAXA",
                "2010-KITE",
                "en",
                "Kite is planned",
                "climate",
                "release/jaxa/2010-kite",
            ),
        ],
    ),
    (
        "shared-programme-evidence",
        {"agency": "CNES", "other": "JAXA"},
        [
            (
                "Kite",
                "CNES",
                "participates in",
                "planned",
                "0.9",
                "CNES plans Kite",
                "2010-01-10",
                "release/jaxa/2010-kite",
            ),
            (
                "Kite",
                "JAXA",
                "participates in",
                "planned",
                "0.9",
                "JAXA plans Kite",
                "2010-01-10",
                "release/jaxa/2010-kite",
            ),
            (
                "Kite",
                "JAXA",
                "leads",
                "underway",
                "0.9",
                "Kite, led by JAXA",
                "2014-12-10",
                "release/cnes/2014-joining",
            ),
            (
                "Kite",
                "JAXA",
                "participates in",
                "underway",
                "0.9",
                "Kite flies for JAXA",
                "2016-07-08",
                "release/nasa/2016-leaving",
            ),
            (
                "SIRIUS",
                "CNES",
                "participates in",
                "underway",
                "0.9",
                "CNES in SIRIUS",
                "2012-03-05",
                "release/cnes/2012-meeting",
            ),
            (
                "SIRIUS",
                "CNES",
                "participates in",
                "underway",
                "0.9",
                "SIRIUS of CNES",
                "2014-12-10",
                "release/cnes/2014-joining",
            ),
            (
                "SIRIUS",
                "JAXA",
                "participates in",
                "agreed",
                "0.9",
                "JAXA joins SIRIUS",
                "2014-12-10",
                "release/cnes/2014-joining",
            ),
        ],
    ),
    (
        "shared-programmes",
        {},
        [
            ("CNES", "JAXA", "2", "Kite; SIRIUS"),
            ("CNES", "NASA", "2", "Kite; SIRIUS"),
            ("JAXA", "NASA", "2", "Kite; SIRIUS"),
            ("CNES", "NASDA", "1", "ADEOS"),
        ],
    ),
    (
        "shared-programmes",
        {"since": "2012-03", "until": "2014"},
        [
            ("CNES", "JAXA", "1", "SIRIUS"),
            ("CNES", "NASA", "1", "SIRIUS"),
            ("JAXA", "NASA", "1", "SIRIUS"),
        ],
    ),
    (
        "signatories",
        {},
        [("Ana Dupont", "2", "CNES; ESA", "2", "2012-10-01", "2017-01-15", "id/person/ana-dupont")],
    ),
    (
        "signatories",
        {"min": "1"},
        [
            (
                "Ana Dupont",
                "2",
                "CNES; ESA",
                "2",
                "2012-10-01",
                "2017-01-15",
                "id/person/ana-dupont",
            ),
            ("Ken Sato", "1", "JAXA", "2", "2012-10-01", "2017-01-15", "id/person/ken-sato"),
        ],
    ),
    ("signatories", {"min": "3"}, []),
    (
        "silent-years",
        {"agency": "CNES", "other": "JAXA"},
        [
            ("CNES", "JAXA", "2011", "0"),
            ("CNES", "JAXA", "2013", "0"),
            ("CNES", "JAXA", "2015", "0"),
            ("CNES", "JAXA", "2016", "1"),
        ],
    ),
    (
        "timeline",
        {"entity": "Kite"},
        [
            (
                "2012-03-01",
                "meeting",
                "Meeting of CNES and JAXA",
                "CNES; JAXA",
                "completed",
                "id/meeting/2012-03-01-cnes-jaxa",
            ),
            (
                "2014-12-03",
                "launch",
                "Launch of Kite",
                None,
                "completed",
                "id/launch/2014-12-03-h-iia",
            ),
            (
                "2014-12-04",
                "launch",
                "Launch of Kite",
                None,
                "completed",
                "id/launch/2014-12-04-h-iia",
            ),
        ],
    ),
    (
        "topics-by-agency",
        {"agency": "CNES"},
        [
            ("CNES", "2010", "climate", "1"),
            ("CNES", "2012", "climate", "1"),
            ("CNES", "2017", "climate", "1"),
        ],
    ),
    (
        "two-hops",
        {"agency": "NASDA"},
        [("JAXA", "CNES", "2", "id/agency/jaxa"), ("NASA", "CNES", "2", "id/agency/nasa")],
    ),
    ("two-hops", {"agency": "CNES"}, []),
    (
        "unlinked-entities",
        {"kind": "Mission"},
        [
            ("Kite", "Mission", "5", "id/mission/kite"),
            ("ADEOS", "Mission", "1", "id/mission/adeos"),
            ("Mars-X", "Mission", "1", "id/mission/mars-x"),
        ],
    ),
    (
        "weak-facts",
        {"reason": "low-confidence"},
        [("Kite", "built by", "Tyvak", "1", "0.6", "built by Tyvak", "release/cnes/2014-joining")],
    ),
    (
        "weak-facts",
        {"entity": "SIRIUS"},
        [
            (
                "JAXA",
                "participates in",
                "SIRIUS",
                "1",
                "0.9",
                "JAXA joins SIRIUS",
                "release/cnes/2014-joining",
            )
        ],
    ),
    (
        "who-met-whom",
        {},
        [
            (
                "Ana Dupont",
                "President; directrice générale",
                "Ken Sato",
                "President; président",
                "3",
                "2012-03-01",
                "2017-01-15",
            )
        ],
    ),
    (
        "launches",
        {"since": "2015"},
        [
            (
                "2020",
                "Launch of Mars-X",
                "H-IIA",
                "Tanegashima",
                "Mars-X",
                None,
                "planned",
                "id/launch/2020-mars-x",
            )
        ],
    ),
]


@pytest.mark.parametrize(("name", "params", "expected"), GOLDEN)
def test_answer(wide_view: View, name: str, params: Params, expected: Cells) -> None:
    answer = run(name, wide_view, params)
    assert isinstance(answer, Rows)
    assert told(answer) == expected


def told(answer: Rows) -> Cells:
    """Return the cells as text, IRIs without their base."""
    return [
        tuple(cell and cell.removeprefix(DEFAULT_BASE) for cell in row) for row in answer.values()
    ]


def test_what_is_merely_discussed_counts_for_nothing(wide_view: View) -> None:
    """ESA may join Kite: that is told with its status, and counted nowhere."""
    counting = ("shared-programmes", "first-cooperation", "cooperation-forms", "weak-facts")
    for name in counting:
        answer = run(name, wide_view)
        assert isinstance(answer, Rows)
        assert not [row for row in told(answer) if "ESA" in str(row) and "Kite" in str(row)]
    roles = run("mission-roles", wide_view, {"mission": "Kite"})
    assert isinstance(roles, Rows)
    assert ("ESA", "discussed") in [(row[0], row[3]) for row in told(roles)]


def test_a_fact_that_repeats_is_one_row(wide_view: View) -> None:
    """Three releases say that CNES is in SIRIUS or shares it: the pair shares it once."""
    answer = run("shared-programmes", wide_view, {"agency": "NASA"})
    assert isinstance(answer, Rows)
    assert [row[:4] for row in told(answer)] == [
        ("CNES", "NASA", "2", "Kite; SIRIUS"),
        ("JAXA", "NASA", "2", "Kite; SIRIUS"),
    ]


def test_a_mission_that_was_launched_is_not_awaited(wide_view: View) -> None:
    """Kite was planned in 2010 and flew in 2014."""
    answer = run("announced-not-launched", wide_view)
    assert isinstance(answer, Rows)
    assert [row[0] for row in told(answer)] == ["Mars-X"]


@pytest.mark.parametrize("name", [query.name for query in catalogue()])
def test_each_query_is_seen_here_or_in_the_first_world(name: str) -> None:
    from tests.queries.test_answers import GOLDEN as FIRST

    assert [1 for known, _, rows in (*GOLDEN, *FIRST) if known == name and rows]
