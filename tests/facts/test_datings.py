"""The day of an event, where its own sentence does not tell it."""

from __future__ import annotations

import pytest

from kg.facts import datings
from kg.facts.datings import KIND, NAME
from kg.facts.relations import Relation, relations
from kg.pipeline import Mapper
from tests.facts.stage import release

PAIR = "Jean-Yves Le Gall, President of CNES, and Hiroshi Yamakawa, President of JAXA,"
ELSEWHERE = "SPOT 7 was launched on 30 June 2014."


def signed_on(text: str) -> list[str]:
    """Return the days of the signings that a release of 15 March 2021 tells of."""
    return [
        event.day.value.isoformat() if event.day else ""
        for event in Mapper().map(release(text, "en")).events
        if event.kind == "AgreementSigning"
    ]


@pytest.fixture
def weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a sentence that opens with its day speak for it, more than what was read does."""
    weights = {"opens": 200, "issued": -300, "read": 100}
    model = Relation(NAME, turned=False, threshold=0, weights=weights)
    monkeypatch.setattr(datings, "relations", lambda: {KIND: (model,)})


def test_there_is_one_model_of_days() -> None:
    (model,) = relations()[KIND]
    assert (model.name, model.turned) == (NAME, False)


SIGNED = f"{PAIR} signed an agreement."


@pytest.mark.usefixtures("weighed")
@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"They spoke in Tokyo on 11 March 2021. {SIGNED}", "2021-03-11"),
        (f"9 March 2021 was fine. They spoke in Tokyo on 11 March 2021. {SIGNED}", "2021-03-09"),
        (f"9 March 2021 was fine. {PAIR} signed an agreement on 11 March 2021.", "2021-03-11"),
        (f"9 March 2021 was fine. {PAIR} signed an agreement in 1998.", "1998-01-01"),
        (f"19 March 2021 will be fine. They spoke on 11 March 2021. {SIGNED}", "2021-03-11"),
    ],
    ids=["read", "likelier", "plain", "vague", "later"],
)
def test_the_likeliest_day_is_taken(text: str, day: str) -> None:
    assert signed_on(text) == [day]


@pytest.mark.usefixtures("weighed")
def test_tellings_of_one_day_become_one() -> None:
    text = f"9 March 2021 was fine. {PAIR} signed an agreement on 9 March 2021. They spoke on 11 March 2021. {SIGNED}"
    assert signed_on(text) == ["2021-03-09"]


def test_each_day_not_later_than_the_release_is_a_choice() -> None:
    text = f"On 9 March 2021 they spoke. They will on 1 May 2021. {ELSEWHERE} {PAIR} then met."
    ((_, found),) = Mapper().observe(release(text, "en")).dated
    shown = {c.day.value.isoformat(): c.features for c in found}
    assert sorted(shown) == ["2014-06-30", "2021-03-09", "2021-03-15"]
    assert {"distance:1", "launch Meeting", "age:old", "rank:0"} <= shown["2014-06-30"]
    assert {"distance:3", "age:10", "rank:1", "before 0:on"} <= shown["2021-03-09"]
    assert "issued" in shown["2021-03-15"]
