"""Learning what speaks for a relation from annotated releases."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from kg import resources
from kg.cli.training import found
from kg.evaluation.gold import Gold, GoldEntity, GoldEvent, GoldFact
from kg.evaluation.training import Example, days, examples, learn, sentences, written
from kg.facts.datings import KIND as DATED
from kg.facts.happenings import KIND
from kg.model import Release
from kg.pipeline import Mapper

NOTHING = frozenset[str]()


def pairs_of(
    text: str, facts: tuple[GoldFact, ...], optional: tuple[GoldFact, ...] = ()
) -> list[Example]:
    gold = Gold(
        name="01",
        language="en",
        text=text,
        source=None,
        entities=(
            GoldEntity("e1", "CNES", ("CNES",), ("Agency",)),
            GoldEntity("e2", "SARAL", ("SARAL",), ("Mission",)),
            GoldEntity("e3", "ISRO", ("ISRO",), ("Agency",)),
        ),
        facts=facts,
        optional_facts=optional,
        events=(),
    )
    mapper = Mapper(judged=False)
    release = Release(text=text, origin="01")
    mapping = mapper.map(release)
    return list(examples("01", gold, mapping, mapper.graph(mapping), mapper.observe(release).pairs))


def test_a_pair_bears_what_is_asked_for_and_what_is_allowed_of_it() -> None:
    (pair,) = (
        e
        for e in pairs_of(
            "SARAL is dear to CNES.",
            (GoldFact("e1", "participatesIn", "e2"),),
            (GoldFact("e2", "operatedBy", "e1"),),
        )
    )
    assert pair.wanted == {"participatesIn"}
    assert pair.allowed == {"operatedBy^"}


def test_cooperation_has_no_direction_and_what_rules_say_is_known() -> None:
    (pair,) = pairs_of("CNES cooperates with ISRO.", (GoldFact("e3", "cooperatesWith", "e1"),))
    assert pair.wanted == pair.said == {"cooperatesWith"}


def two(text: str, events: tuple[GoldEvent, ...]) -> Gold:
    return Gold(
        name="01",
        language="en",
        text=text,
        source=None,
        entities=(
            GoldEntity("e1", "Jean-Yves Le Gall", ("Jean-Yves Le Gall", "Le Gall"), ("Person",)),
            GoldEntity("e2", "Hiroshi Yamakawa", ("Hiroshi Yamakawa", "Yamakawa"), ("Person",)),
        ),
        facts=(),
        optional_facts=(),
        events=events,
    )


def sentences_of(text: str, *events: GoldEvent) -> list[Example]:
    gold = two(text, events)
    mapper = Mapper(judged=False)
    release = Release(text=text, origin="01")
    graph = mapper.graph(mapper.map(release))
    return list(sentences("01", gold, graph, mapper.observe(release).candidates))


PAIR = "Jean-Yves Le Gall of CNES and Hiroshi Yamakawa of JAXA"
TOGETHER = frozenset({"e1", "e2"})


def test_a_sentence_bears_the_encounter_that_it_tells() -> None:
    text = f"15 March 2021\n\n{PAIR} strolled in Tokyo on 12 March 2021."
    (told,) = sentences_of(text, GoldEvent("Meeting", ("2021-03-12",), TOGETHER))
    assert told.kind == KIND
    assert told.wanted == {"Meeting"}
    assert told.said == NOTHING
    assert told.allowed == {"Visit"}
    (optional,) = sentences_of(text, GoldEvent("Meeting", (None,), TOGETHER, optional=True))
    assert optional.wanted == NOTHING
    assert optional.allowed == {"Meeting"}
    (other_day,) = sentences_of(text, GoldEvent("Meeting", ("2020-01-01",), TOGETHER))
    assert (other_day.wanted, other_day.allowed) == (NOTHING, NOTHING)


def test_of_sentences_that_may_tell_an_encounter_the_best_alone_is_learned_from() -> None:
    text = f"15 March 2021\n\n{PAIR} met in Tokyo on 12 March 2021. Mr Le Gall and Mr Yamakawa strolled."
    (told,) = sentences_of(text, GoldEvent("Meeting", ("2021-03-12",), TOGETHER))
    assert told.wanted == {"Meeting"}
    assert told.said == {"Meeting", "Visit"}


@pytest.mark.parametrize(
    ("date", "wanted", "allowed"),
    [
        ("25 February 2013", True, False),
        ("in March 2014", False, True),
        ("1 January 2015", False, False),
    ],
)
def test_a_day_and_a_mission_bear_when_it_is_launched(
    date: str, *, wanted: bool, allowed: bool
) -> None:
    asked, free = (GoldFact("e2", "launchDate", d) for d in ("2013-02-25", "2014-03"))
    text = f"SARAL of CNES: {date}."
    (pair,) = [e for e in pairs_of(text, (asked,), (free,)) if e.kind == "DM"]
    assert bool(pair.wanted) is wanted
    assert bool(pair.allowed) is allowed
    assert pair.said == NOTHING


def test_each_day_that_an_encounter_may_have_been_on_is_right_or_not() -> None:
    text = (
        f"15 March 2021\n\nOn 12 March they spoke of X-1. X-1 flew on 3 May 2018. {PAIR} then met."
    )
    gold = two(text, (GoldEvent("Meeting", ("2021-03-12",), TOGETHER),))
    mapper = Mapper(judged=False)
    release = Release(text=text, origin="01")
    graph = mapper.graph(mapper.map(release))
    found = list(days("01", gold, graph, mapper.observe(release).dated))
    assert {e.kind for e in found} == {DATED}
    assert sorted((bool(e.wanted), "issued" in e.features) for e in found) == [
        (False, False),
        (False, True),
        (True, False),
    ]


def many(number: int) -> list[Example]:
    """Return pairs of `number` releases: the word "feeds" tells who takes part."""
    (model,) = pairs_of("CNES feeds SARAL.", ())
    return [
        replace(
            model,
            release=f"{i:02}",
            features=frozenset({"b:<feeds" if i % 2 else "b:<sees", f"s:{i}"}),
            wanted=frozenset({"participatesIn"}) if i % 2 else NOTHING,
            said=NOTHING,
        )
        for i in range(number)
    ]


def test_the_word_that_tells_is_learned() -> None:
    (model,) = learn(many(40))["BM"]
    assert (model["relation"], model["turned"]) == ("participatesIn", False)
    assert model["weights"]["b:<feeds"] > 0 > model["weights"]["b:<sees"]
    assert not any(f.startswith("s:") for f in model["weights"])
    assert model["weights"]["b:<sees"] < model["threshold"] <= model["weights"]["b:<feeds"]


@pytest.mark.parametrize(("kind", "learned"), [("BM", False), ("BM~", True)])
def test_of_what_no_sentence_names_together_what_rules_tell_counts_too(
    kind: str, *, learned: bool
) -> None:
    told = [replace(e, kind=kind, said=e.wanted) for e in many(40)]
    assert (kind in learn(told)) is learned


def test_what_no_sentence_names_together_is_let_in_where_it_is_told_best() -> None:
    """Four of five that feed take part, and two that see: as a share of all that would be enough."""
    takes_part = frozenset({"participatesIn"})
    blurred = [
        replace(e, kind="BM~", wanted=takes_part if (i % 10) in (1, 3, 5, 7, 0, 2) else NOTHING)
        for i, e in enumerate(many(100))
    ]
    (model,) = learn(blurred)["BM~"]
    sees, feeds = (model["weights"].get(f"b:<{word}", 0) for word in ("sees", "feeds"))
    assert model["threshold"] > (sees + feeds) / 2


def test_few_examples_teach_nothing() -> None:
    assert learn(many(12)) == {}


def test_what_is_not_right_often_enough_is_not_learned() -> None:
    blurred = [replace(e, features=frozenset({"b:<does"})) for e in many(40)]
    assert learn(blurred) == {}


def test_the_same_releases_teach_the_same() -> None:
    assert written(learn(many(40))) == written(learn(list(reversed(many(40)))))
    assert json.loads(written(learn(many(40))))["BM"]


def test_texts_set_aside_are_not_learned_from() -> None:
    (gold,) = {p.parent.parent for p in resources.files("examples/gold/fr", ".json")}
    releases = {e.release for e in found([gold / "fr"])}
    assert releases
    assert not releases & {"fr/03", "fr/06", "fr/08"}
