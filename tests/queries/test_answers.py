"""Each named query's answer on the small world, the same from every engine."""

from __future__ import annotations

import pytest

from kg.queries import catalogue, get, run
from kg.store.base import Rows, View
from kg.store.embedded import EmbeddedStore
from kg.vocab import DEFAULT_BASE

Cells = list[tuple[str | None, ...]]
Params = dict[str, str]

SHARED: Cells = [
    ("CNES", "Roscosmos", "2", "Bion-M2; Soyuz at the CSG"),
    ("CNES", "NASA", "1", "InSight"),
]
LAUNCH = (
    "2019-12-18",
    "Soyuz launch from the CSG",
    "Soyuz",
    "Guiana Space Centre",
    "ANGELS; CHEOPS",
    "CNES; ESA",
    "completed; underway",
)
MEETING = (
    "2020-02-14",
    "Meeting of CNES and Roscosmos",
    "French Embassy in Moscow",
    "CNES; CNSA; Roscosmos",
    "Dmitry Rogozin; Jean-Yves Le Gall; Pierre Levy",
    "completed; planned",
)
VISIT = (
    "2019-05",
    "Visite du CNES à l'IMBP",
    None,
    "CNES; IMBP",
    "Jean-Yves Le Gall",
    "completed",
)
AGREEMENT = (
    "2019-09-05",
    "Accord de coopération entre le CNES et Roscosmos",
    "CNES; Roscosmos",
    "Dmitry Rogozin; Jean-Yves Le Gall",
    "Bion-M2",
    None,
    "completed",
)
ROGOZIN = ("Dmitry Rogozin", "Director General")
LE_GALL = ("Jean-Yves Le Gall", "President; Président")
LEVY = ("Pierre Levy", "Ambassador of France")
PAIRS: Cells = [
    (*ROGOZIN, *LE_GALL, "2", "2019-09-05", "2020-02-14"),
    (*ROGOZIN, *LEVY, "1", "2020-02-14", "2020-02-14"),
    (*LE_GALL, *LEVY, "1", "2020-02-14", "2020-02-14"),
]
POSTS: Cells = [
    ("Dmitry Rogozin", "Director General", "Roscosmos", "2019-09-05", "2020-02-17", "2"),
    ("Jean-Yves Le Gall", "Président", "CNES", "2019-12-18", "2019-12-18", "1"),
    ("Jean-Yves Le Gall", "President", "CNES", "2020-02-17", "2020-02-17", "1"),
    ("Luc Hope", None, "Roscosmos", None, None, "0"),
    ("Pierre Levy", "Ambassador of France", None, "2020-02-17", "2020-02-17", "1"),
]
RELEASES: Cells = [
    ("2021-01-11", "CNSA", "2021-01-11-PLANS", "en", "Plans of CNSA", None),
    ("2020-02-17", "CNES", "PR025-2020", "en", "CNES and Roscosmos meet", "life sciences"),
    ("2019-12-18", "CNES", "CP200-2019", "fr", "Soyouz décolle", "climate"),
    ("2019-09-05", "Roscosmos", "2019-09-05-SIGNING", "en", "An agreement is signed", None),
]
FIRST = f"{DEFAULT_BASE}release/cnes/pr025-2020"
SIGNED = f"{DEFAULT_BASE}release/roscosmos/2019-09-05-signing"

GOLDEN: list[tuple[str, Params, Cells]] = [
    ("shared-programmes", {}, SHARED),
    ("shared-programmes", {"min": "2"}, SHARED[:1]),
    ("shared-programmes", {"min": "3"}, []),
    ("shared-programmes", {"agency": "nasa"}, SHARED[1:]),
    ("shared-programmes", {"agency": "CNSA"}, []),
    (
        "shared-programmes",
        {"until": "2019"},
        [("CNES", "NASA", "1", "InSight"), ("CNES", "Roscosmos", "1", "Soyuz at the CSG")],
    ),
    ("shared-programmes", {"since": "2020-02", "agency": "Roscosmos"}, SHARED[:1]),
    ("shared-programmes", {"since": "2020-02-18", "min": "0"}, []),
    ("meetings", {}, [MEETING, VISIT]),
    ("meetings", {"participant": "Pierre Lévy"}, [MEETING]),
    ("meetings", {"participant": "organisation/imbp"}, [VISIT]),
    ("meetings", {"until": "2018"}, []),
    ("meetings", {"until": "2019-05"}, [VISIT]),
    ("meetings", {"since": "2019-05-02", "until": "2020-02-14"}, [MEETING]),
    ("who-met-whom", {}, PAIRS),
    ("who-met-whom", {"person": "Jean-Yves Le Gall"}, [PAIRS[0], PAIRS[2]]),
    (
        "who-met-whom",
        {"until": "2019"},
        [(*ROGOZIN, *LE_GALL, "1", "2019-09-05", "2019-09-05")],
    ),
    ("who-met-whom", {"since": "2021"}, []),
    ("launches", {}, [LAUNCH]),
    ("launches", {"customer": "European Space Agency", "vehicle": "soyouz"}, [LAUNCH]),
    ("launches", {"customer": "NASA"}, []),
    ("launches", {"since": "2020"}, []),
    (
        "contributions",
        {},
        [("CNES", "SEIS", "InSight", "NASA"), ("CNSA", "HOPE", None, None)],
    ),
    ("contributions", {"mission": "InSight"}, [("CNES", "SEIS", "InSight", "NASA")]),
    ("contributions", {"organisation": "ESA"}, []),
    ("contributions", {"organisation": "CNSA"}, [("CNSA", "HOPE", None, None)]),
    ("agreements", {}, [AGREEMENT]),
    ("agreements", {"party": "CNES", "since": "2019-09-05"}, [AGREEMENT]),
    ("agreements", {"party": "Dmitri Rogozine"}, [AGREEMENT]),
    ("agreements", {"party": "NASA"}, []),
    ("persons", {}, POSTS),
    ("persons", {"organisation": "CNES", "until": "2019"}, POSTS[1:2]),
    ("persons", {"since": "2022"}, []),
    ("persons", {"person": "Luc Hope"}, POSTS[3:4]),
    ("releases", {}, RELEASES),
    ("releases", {"publisher": "CNES", "about": "climat"}, RELEASES[2:3]),
    ("releases", {"publisher": "ASI"}, []),
    ("releases", {"since": "2019-12", "until": "2020"}, RELEASES[1:3]),
    ("timeline", {"entity": "ASI"}, []),
    ("evidence", {"entity": "ASI"}, []),
    ("agency-profile", {"agency": "ASI"}, []),
    (
        "timeline",
        {"entity": "CNES"},
        [
            ("2019-05", "visit", "Visite du CNES à l'IMBP", "CNES; IMBP", "completed"),
            (
                "2019-09-05",
                "agreement signing",
                "Signing of an agreement of CNES and Roscosmos",
                None,
                "completed",
            ),
            ("2019-12-18", "launch", "Soyuz launch from the CSG", None, "completed; underway"),
            (
                "2020-02-14",
                "meeting",
                "Meeting of CNES and Roscosmos",
                "CNES; CNSA; Roscosmos",
                "completed; planned",
            ),
        ],
    ),
    (
        "timeline",
        {"entity": "bion-m2", "until": "2019"},
        [
            (
                "2019-09-05",
                "agreement signing",
                "Signing of an agreement of CNES and Roscosmos",
                None,
                "completed",
            )
        ],
    ),
    (
        "agency-profile",
        {"agency": "roskosmos"},
        [
            ("agency of", "Russia"),
            ("met", "CNES"),
            ("met", "CNSA"),
            ("party to", "Accord de coopération entre le CNES et Roscosmos"),
            ("person", "Dmitry Rogozin"),
            ("person", "Luc Hope"),
            ("takes part in", "Bion-M2"),
            ("takes part in", "Soyuz at the CSG"),
        ],
    ),
    (
        "evidence",
        {"entity": "SCO"},
        [
            (
                "CNES",
                "participates in",
                "Space Climate Observatory",
                "completed",
                "0.9",
                "the observatory",
                "2020-02-17",
                FIRST,
            ),
            (
                "Roscosmos",
                "participates in",
                "Space Climate Observatory",
                "discussed",
                "0.9",
                "could join",
                "2020-02-17",
                FIRST,
            ),
        ],
    ),
    (
        "evidence",
        {"entity": "Pierre Levy"},
        [
            (
                "Ambassador of France",
                "member",
                "Pierre Levy",
                None,
                None,
                "Ambassador of France",
                "2020-02-17",
                FIRST,
            ),
            (
                "Meeting of CNES and Roscosmos",
                "witness",
                "Pierre Levy",
                "completed",
                None,
                "met on 14 February",
                "2020-02-17",
                FIRST,
            ),
        ],
    ),
    (
        "evidence",
        {"entity": "agreement-signing/2019-09-05-cnes-roscosmos"},
        [
            (
                "Signing of an agreement of CNES and Roscosmos",
                "status",
                "completed",
                "completed",
                None,
                "signed on Thursday",
                "2019-09-05",
                SIGNED,
            ),
        ],
    ),
]


@pytest.mark.parametrize(("name", "params", "expected"), GOLDEN)
def test_answer(view: View, name: str, params: Params, expected: Cells) -> None:
    answer = run(name, view, params)
    assert isinstance(answer, Rows)
    told = [row[: len(expected[0])] for row in answer.values()] if expected else answer.values()
    assert told == expected


@pytest.mark.parametrize("name", [query.name for query in catalogue()])
def test_columns_are_those_of_the_header(world: EmbeddedStore, name: str) -> None:
    query = get(name)
    params = {param.name: param.example or "" for param in query.params if param.required}
    answer = run(query, world, params)
    assert isinstance(answer, Rows)
    assert answer.variables == tuple(column.name for column in query.columns)


@pytest.mark.parametrize("name", [query.name for query in catalogue()])
def test_an_empty_store_gives_no_rows(name: str) -> None:
    query = get(name)
    store = EmbeddedStore.memory()
    needed = [p for p in query.params if p.required or (p.kind == "entity" and p.default)]
    if not needed:
        assert run(query, store).values() == []  # type: ignore[union-attr]


def test_the_discussed_is_no_fact(world: EmbeddedStore) -> None:
    """Roscosmos could join the observatory: that is told as evidence, and shared by nobody."""
    rows = run("shared-programmes", world, {"agency": "Roscosmos"})
    assert "Space Climate Observatory" not in str(rows)
