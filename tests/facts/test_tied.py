"""What the authority knows of two names that a text brings together."""

from __future__ import annotations

import pytest

from kg.facts import tied
from kg.model import Entity, Fact, Release, Span, Ties
from kg.pipeline import Mapper

CRAFT = Entity(
    "mission/swot",
    "Mission",
    "SWOT",
    known=True,
    ties=Ties(("agency/nasa",), ("organisation/jpl",), ("launch-vehicle/falcon-9",)),
)


def entity(key: str, *, known: bool = True, family: tuple[str, ...] = ()) -> Entity:
    return Entity(key, "any", key, known=known, ties=Ties(flight=family))


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (entity("agency/nasa"), {"tied:shares", "untied:makers"}),
        (entity("organisation/jpl"), {"untied:shares", "tied:makers"}),
        (entity("organisation/x", known=False), set()),
        (entity("launch-vehicle/falcon-9"), {"tied:flight"}),
        (entity("launch-vehicle/block-5", family=("launch-vehicle/falcon-9",)), {"tied:flight"}),
        (entity("launch-vehicle/vega"), {"untied:flight"}),
        (entity("launch-vehicle/x", known=False), {"untied:flight"}),
        (entity("site/kourou"), set()),
    ],
)
def test_ties_and_what_is_there_instead(other: Entity, told: set[str]) -> None:
    assert set(tied.how(CRAFT, other)) == told == set(tied.how(other, CRAFT))


@pytest.mark.parametrize(
    ("body", "rule", "stays"),
    [
        ("agency/nasa", "signing-about", True),
        ("organisation/jpl", "signing-about", True),
        # Words that say so outweigh what is known; what is but presumed does not.
        ("agency/csa", "signing-about", False),
        ("agency/csa", "shared-work", False),
        ("agency/csa", "frame-develop", True),
        # Of whom nothing is known, much may be presumed, but not by two sentences.
        ("organisation/x", "signing-about", True),
        ("organisation/x", "shared-work", False),
    ],
)
def test_what_is_presumed_of_others_things_is_not_told(
    body: str, rule: str, *, stays: bool
) -> None:
    entities = {CRAFT.key: CRAFT, body: entity(body, known=body != "organisation/x")}
    fact = Fact(body, "participatesIn", CRAFT.key, Span(0, 1), rule, 0.6, "underway")
    assert list(tied.borne_out([fact], entities)) == [fact] * stays


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        ("The launch of InSight on 5 May 2018 was followed by ESA's New Norcia station.", set()),
        ("InSight was launched from New Norcia on 5 May 2018.", {"site/new-norcia"}),
    ],
)
def test_a_site_known_not_to_be_the_launch_site_is_so_only_where_the_text_says_it(
    text: str, sites: set[str]
) -> None:
    (launch,) = Mapper().map(Release(text, "text")).events
    assert {key for link, key in launch.links if link == "site"} == sites
