"""Relations that no pattern reads, judged by learned weights."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.facts import datings, happenings, pairs, relations
from kg.facts.relations import Relation
from kg.model import Mapping
from kg.pipeline import Mapper
from tests.facts.stage import release, scene, told

PRINCIPAL = ("agency/cnes", "agency/isro")


def mapping(text: str, code: str = "en") -> Mapping:
    return Mapper().map(release(text, code))


def judged(text: str, model: dict[str, int], monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Return what a model of our own for bodies and missions finds in a small release."""
    relation = Relation("participatesIn", turned=False, threshold=10, weights=model)
    monkeypatch.setattr(relations, "relations", lambda: {"BM": (relation,)})
    view = scene(text, "en")
    found = relations.judge(pairs.read(view, PRINCIPAL), ())
    return {f"{told(f)} {f.status}" for f in relations.read(view, found)}


def test_a_relation_holds_where_enough_speaks_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    model = {"b:<feeds": 6, "w:AM": 4}
    assert judged("CNES feeds SARAL.", model, monkeypatch) == {"cnes participatesIn saral underway"}
    assert judged("CNES sees SARAL.", model, monkeypatch) == set()


def test_what_is_denied_is_not_said_and_what_may_be_is_discussed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    model = {"w:AM": 10}
    assert judged("CNES does not feed SARAL.", model, monkeypatch) == set()
    assert judged("CNES could feed SARAL.", model, monkeypatch) == {
        "cnes participatesIn saral discussed"
    }


def test_the_sentence_that_speaks_most_is_the_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    model = {"w:AM": 5, "b:<feeds": 6}
    relation = Relation("participatesIn", turned=False, threshold=10, weights=model)
    monkeypatch.setattr(relations, "relations", lambda: {"BM": (relation,)})
    view = scene("CNES likes SARAL. CNES feeds SARAL. CNES sees SARAL.", "en")
    (found,) = relations.judge(pairs.read(view, PRINCIPAL), ())
    assert "feeds" in found.meeting.clause.text


def test_what_is_told_is_not_judged_again(monkeypatch: pytest.MonkeyPatch) -> None:
    view = scene("CNES feeds SARAL.", "en")
    together = pairs.read(view, PRINCIPAL)
    relation = Relation("participatesIn", turned=False, threshold=-9, weights={})
    monkeypatch.setattr(relations, "relations", lambda: {"BM": (relation,)})
    assert len(relations.judge(together, ())) == 1
    told_already = [("agency/cnes", "participatesIn", "mission/saral")]
    assert relations.judge(together, told_already) == ()


def test_who_belongs_to_a_body_is_not_looked_for_at_another() -> None:
    found = mapping("Jean-Yves Le Gall, President of CNES, and K. Sivan, Chairman of ISRO, spoke.")
    assert {told(f) for f in found.facts if f.predicate == "affiliatedWith"} == {
        "jean-yves-le-gall affiliatedWith cnes",
        "k-sivan affiliatedWith isro",
    }


def test_a_mission_and_a_vehicle_make_a_launch(monkeypatch: pytest.MonkeyPatch) -> None:
    relation = Relation("launchedBy", turned=False, threshold=5, weights={"b:<waits": 5})
    monkeypatch.setattr(relations, "relations", lambda: {"MV": (relation,)})
    (event,) = mapping("SWOT waits for a Falcon 9 in 2022.").events
    assert {("payload", "mission/swot"), ("vehicle", "launch-vehicle/falcon-9")} <= set(event.links)
    assert (event.kind, event.status) == ("Launch", "planned")


def launch_days(
    text: str, weights: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> list[tuple[str, str]]:
    """Return what flew when, where days and missions are weighed so."""
    relation = Relation("launchDate", turned=True, threshold=5, weights=weights)
    monkeypatch.setattr(relations, "relations", lambda: {"DM": (relation,)})
    return sorted(
        (key, event.day.value.isoformat() if event.day else "")
        for event in mapping(text).events
        for link, key in event.links
        if link == "payload"
    )


def test_a_mission_and_a_day_make_a_launch(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = {"b:>waits": 5, "b:>longs": 6}
    text = "SWOT waits for 5 May 2022."
    assert launch_days(text, weights, monkeypatch) == [("mission/swot", "2022-05-05")]
    both = "SWOT waits for 5 May 2022. SWOT longs for 7 May 2022."
    assert launch_days(both, weights, monkeypatch) == [("mission/swot", "2022-05-07")]
    assert launch_days("SWOT does not wait for 5 May 2022.", {"w:MD": 5}, monkeypatch) == []


def test_what_is_read_to_fly_on_one_day_is_judged_to_fly_on_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "SWOT was launched on 16 December 2021. SWOT waits for 5 May 2022."
    days = launch_days(text, {"b:>waits": 5}, monkeypatch)
    assert days == [("mission/swot", "2021-12-16")]


def test_what_stands_in_no_launch_makes_none(monkeypatch: pytest.MonkeyPatch) -> None:
    relation = Relation("operatedBy", turned=False, threshold=5, weights={"b:<waits": 5})
    monkeypatch.setattr(relations, "relations", lambda: {"MS": (relation,)})
    found = mapping("SWOT waits at ESTEC.")
    assert found.events == ()
    assert [told(f) for f in found.facts if f.rule == relations.RULE] == ["swot operatedBy estec"]


def test_judged_facts_say_so() -> None:
    """Their rule and their confidence tell a reader that no pattern stands behind them."""
    text = "CNES, ISRO and JAXA all have a hand in SARAL, as the CNES team says of SARAL."
    for fact in mapping(text).facts:
        assert (fact.rule == relations.RULE) == (fact.rule == "judged")
        assert fact.rule != relations.RULE or fact.confidence < 0.7


def test_the_weights_are_whole_numbers_of_known_relations() -> None:
    data = json.loads(Path(relations.__file__).with_name("relations.json").read_text("utf-8"))
    assert {kind.rstrip(pairs.APART) for kind in data} <= {
        *pairs.KINDS,
        happenings.KIND,
        datings.KIND,
    }
    weights = [w for models in data.values() for m in models for w in m["weights"].values()]
    assert weights
    assert all(type(w) is int for w in weights)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("CFOSAT's radar was developed by Thales Alenia Space.", "en"),
        ("Le radar SWIM de CFOSAT a été développé par Thales Alenia Space.", "fr"),
    ],
)
def test_who_makes_a_part_is_not_judged_to_build_the_whole(text: str, code: str) -> None:
    assert "cfosat builtBy thales-alenia-space" not in {told(f) for f in mapping(text, code).facts}


def test_what_is_read_to_fly_on_one_mission_is_not_judged_to_fly_on_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    relation = Relation("carries", turned=False, threshold=-1, weights={})
    monkeypatch.setattr(relations, "relations", lambda: {"MY": (relation,)})
    text = "InSight carries SEIS. SEIS was shown beside SWOT and CHEOPS."
    found = {told(f) for f in mapping(text).facts if f.predicate == "carries"}
    assert found == {"insight carries seis"}
