"""Meetings and visits that a story goes on to tell of: ahead, of delegations, and in a series of talks."""

from __future__ import annotations

import pytest

from kg.model import Event, Release
from tests.facts.happenings import written
from tests.facts.stage import mapper
from tests.facts.test_signed import OPENING
from tests.ways import ways

MET = {
    "en": "Jean-Yves Le Gall, President of CNES, met K. Radhakrishnan, Chairman of ISRO, on Tuesday.",
    "fr": "Jean-Yves Le Gall, Président du CNES, a reçu mardi K. Radhakrishnan, Président de l'ISRO.",
}
TALKS = {
    "en": "In Lisbon, Jean-Yves Le Gall, President of CNES, held a series of talks on Tuesday.",
    "fr": "À Lisbonne, Jean-Yves Le Gall, Président du CNES, a enchaîné mardi les entretiens.",
}
STORIES = ways(__file__, "encounters_in_stories.toml")
SERIES = ways(__file__, "talks.toml")


def _encounters(text: str) -> list[Event]:
    events = mapper().map(Release(text, "story")).events
    return [e for e in events if e.kind in ("Meeting", "Visit")]


def _names(event: Event) -> set[str]:
    return {key.split("/")[1] for role, key in event.links if role == "participant"}


@pytest.mark.parametrize(("code", "when", "who", "story"), STORIES)
def test_one_more_is_told(code: str, when: str, who: list[str], story: str) -> None:
    found = _encounters(f"{OPENING[code]}\n\n{MET[code]} {story}\n")
    others = [e for e in found if not (e.day and written(e.day) == "2018-05-01")]
    assert [e.day and written(e.day) for e in others] == [when]
    assert set(who) <= _names(others[0])


@pytest.mark.parametrize(("code", "sentences"), SERIES)
def test_each_partner_of_a_series_is_met(code: str, sentences: str) -> None:
    found = _encounters(f"{OPENING[code]}\n\n{TALKS[code]} {sentences}\n")
    both = [_names(e) & {"marie-lenoir", "paul-lambert"} for e in found]
    assert sorted(map(sorted, filter(None, both))) == [["marie-lenoir"], ["paul-lambert"]]
    assert all("jean-yves-le-gall" in _names(e) for e in found)
    assert {e.day and written(e.day) for e in found} == {"2018-05-01"}


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("en", "At the Ilan Ramon conference, Mr Le Gall gave a lecture on 26 April."),
        (
            "fr",
            "Invité de la conférence internationale Ilan Ramon, M. Le Gall s'est rendu en Israël le 26 avril.",
        ),
    ],
)
def test_whose_name_a_conference_bears_is_not_there(code: str, sentence: str) -> None:
    found = _encounters(f"{OPENING[code]}\n\n{MET[code]} {sentence}\n")
    assert all("ilan-ramon" not in _names(e) for e in found)
