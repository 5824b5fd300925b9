"""What counts as found, invented and missed, one case at a time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.evaluation import Count, Finding, Gold, Tally, score
from kg.evaluation.gold import GoldEntity, GoldEvent, GoldFact
from kg.evaluation.tally import NOTHING, total
from tests.evaluation.graphs import Happening, Picture, Thing, picture

TEXT = "CNES President Ada Lee met Bo Ray of ISA in Rome about Sat-1, built by ISA for CNES."
ISA, CNES = ("e2", "e1")


def _entity(number: int, name: str, *kinds: str, optional: bool = False) -> GoldEntity:
    return GoldEntity(f"e{number}", name, (name,), kinds, optional)


GOLD = Gold(
    name="a",
    language="en",
    text=TEXT,
    source=None,
    entities=(
        _entity(1, "CNES", "Agency"),
        _entity(2, "ISA", "Agency", "Organisation"),
        _entity(3, "Ada Lee", "Person"),
        _entity(4, "Bo Ray", "Person"),
        _entity(5, "Sat-1", "Mission"),
        _entity(6, "Rome", "Site", optional=True),
    ),
    facts=(
        GoldFact("e3", "holdsPosition", "President"),
        GoldFact("e1", "cooperatesWith", "e2"),
        GoldFact("e5", "builtBy", "e2"),
    ),
    optional_facts=(GoldFact("e1", "leads", "e5"), GoldFact("e2", "locatedIn", "Rome")),
    events=(GoldEvent("Meeting", ("2020-02",), frozenset({"e1", "e2", "e3", "e4"})),),
)


def _drawn() -> Picture:
    return picture(GOLD, {})


def _counts(drawn: Picture, measure: str) -> Count:
    return score(GOLD, drawn.triples()).count(measure)


def test_the_gold_itself_is_perfect() -> None:
    tally = score(GOLD, _drawn().triples())
    assert [row.f1 for row in tally.table(details=True)] == [1.0] * len(tally.table(details=True))
    assert tally.count("entity") == Count(found=6)
    assert tally.count("fact:builtBy") == Count(found=1)
    assert (tally.stated, tally.grounding) == (4, 1.0)


def test_an_empty_graph_misses_all_that_is_required() -> None:
    tally = score(GOLD, ())
    assert tally.count("entity") == Count(missed=5)
    assert tally.count("fact") == Count(missed=3)
    assert tally.count("event") == Count(missed=1)
    assert tally.grounding == 0.0
    assert {finding.verdict for finding in tally.findings} == {"missed"}


def test_a_wrong_class_is_missed_and_invented_but_named() -> None:
    drawn = _drawn()
    drawn.things["e5"] = replace(drawn.things["e5"], kind="Programme")
    tally = score(GOLD, drawn.triples())
    assert tally.count("entity") == Count(found=5, invented=1, missed=1)
    assert tally.count("name") == Count(found=6)
    assert ("Mission", "Programme", 1) in tally.confused()
    assert Finding("entity", "missed", "Mission", "'Sat-1' (said to be Programme)") in (
        tally.findings
    )


def test_an_alternative_class_is_found() -> None:
    drawn = _drawn()
    drawn.things["e2"] = replace(drawn.things["e2"], kind="Organisation")
    tally = score(GOLD, drawn.triples())
    assert tally.count("entity") == Count(found=6)
    assert ("Agency", "Organisation", 1) in tally.confused()


def test_two_graph_entities_do_not_both_answer_for_one() -> None:
    drawn = _drawn()
    drawn.things["twin"] = drawn.things["e1"]
    tally = score(GOLD, drawn.triples())
    assert tally.count("entity") == Count(found=6, invented=1)
    assert (NOTHING, "Agency", 1) in tally.confused()


def test_an_optional_entity_is_not_missed() -> None:
    drawn = _drawn()
    del drawn.things["e6"]
    assert _counts(drawn, "entity") == Count(found=5)


def test_an_entity_without_a_mention_is_not_counted() -> None:
    drawn = _drawn()
    drawn.things["ghost"] = Thing("Person", "Nobody", ())
    assert _counts(drawn, "entity") == Count(found=6)


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        (("e2", "cooperatesWith", "e1"), Count(found=3)),
        (("e1", "leads", "e5"), Count(found=3)),
        (("e1", "participatesIn", "e5"), Count(found=3)),
        (("e2", "locatedIn", "e6"), Count(found=3)),
        (("e3", "holdsPosition", "President of CNES"), Count(found=3)),
        (("e2", "participatesIn", "e5"), Count(found=3, invented=1)),
        (("e5", "builtBy", "e1"), Count(found=3, invented=1)),
        (("e4", "holdsPosition", "President"), Count(found=3, invented=1)),
    ],
)
def test_a_further_fact(fact: tuple[str, str, str], expected: Count) -> None:
    drawn = _drawn()
    drawn.facts.append(fact)
    assert _counts(drawn, "fact") == expected


def test_an_invented_fact_is_told_with_its_quote() -> None:
    drawn = _drawn()
    drawn.facts = [("e5", "builtBy", "e1")]
    findings = score(GOLD, drawn.triples()).findings
    invented = Finding("fact", "invented", "builtBy", "'Sat-1' → 'CNES'", "CNES Pres")
    missed = Finding("fact", "missed", "builtBy", "'Sat-1' → 'ISA'")
    assert {invented, missed} <= set(findings)
    assert str(invented) == "invented fact: builtBy 'Sat-1' → 'CNES'  « CNES Pres »"
    assert str(missed) == "missed fact: builtBy 'Sat-1' → 'ISA'"


def test_evidence_at_the_wrong_place_is_not_grounded() -> None:
    drawn = _drawn()
    drawn.ungrounded = frozenset({"builtBy e2 e5"})
    tally = score(GOLD, drawn.triples())
    assert (tally.stated, tally.grounded) == (4, 3)
    assert tally.count("fact") == Count(found=3)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"date": "2020-02-29"}, Count(found=1)),
        ({"kind": "Visit"}, Count(found=1)),
        ({"actors": frozenset({"e3", "e4"})}, Count(found=1)),
        ({"actors": frozenset({"e3"})}, Count(invented=1, missed=1)),
        ({"date": "2020-03-01"}, Count(invented=1, missed=1)),
        ({"date": None}, Count(invented=1, missed=1)),
        ({"kind": "AgreementSigning"}, Count(invented=1, missed=1)),
    ],
)
def test_an_event(change: dict[str, object], expected: Count) -> None:
    drawn = _drawn()
    drawn.happenings = [replace(drawn.happenings[0], **change)]  # type: ignore[arg-type]
    assert _counts(drawn, "event") == expected


def test_one_event_told_as_two_is_invented_once() -> None:
    drawn = _drawn()
    drawn.happenings *= 2
    assert _counts(drawn, "event") == Count(found=1, invented=1)


def test_a_launch_gives_the_facts_of_what_it_carries() -> None:
    facts = (
        GoldFact("e5", "launchDate", "2020-02"),
        GoldFact("e5", "launchedBy", "e7"),
        GoldFact("e5", "launchSite", "e6"),
    )
    launch = GoldEvent("Launch", ("2020-02",), frozenset({"e5", "e7"}))
    rocket = replace(_entity(7, "R", "LaunchVehicle"), surfaces=("R",))
    gold = replace(GOLD, entities=(*GOLD.entities, rocket), facts=facts, events=(launch,))
    drawn = picture(gold, {0: "e6"})
    assert drawn.happenings == [
        Happening("Launch", "2020-02-01", frozenset({"e5", "e7"}), "e6", (0, 20))
    ]
    tally = score(gold, drawn.triples())
    assert tally.count("fact") == Count(found=3)
    assert tally.count("event:Launch") == Count(found=1)


def test_tallies_add_up() -> None:
    one, none = score(GOLD, _drawn().triples()), score(GOLD, ())
    both = total([one, none])
    assert both.count("entity") == Count(found=6, missed=5)
    assert both.count("entity").precision == 1.0
    assert both.count("entity").recall == pytest.approx(6 / 11)
    assert both.count("entity").f1 == pytest.approx(12 / 17)
    assert both.findings == [*one.findings, *none.findings]
    assert sum(n for *_, n in both.confused()) == 11
    assert total([]) == Tally()
    assert Count().f1 == Count().precision == Count().recall == 0.0
