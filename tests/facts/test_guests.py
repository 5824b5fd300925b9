"""What guests do whom a text calls "the delegation" or "the visitors"."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kg.model import Release
from tests.facts.stage import mapper

RECEIVED = {
    "en": "CNES news\n\nParis, 3 May 2018\n\nJean-Yves Le Gall, President of CNES, received "
    "Zhang Kejian, Administrator of CNSA, in Paris on Monday 30 April.",
    "fr": "Le CNES et ses partenaires\n\nParis, le 3 mai 2018\n\nJean-Yves Le Gall, Président du "
    "CNES, a reçu Zhang Kejian, Administrateur de la CNSA, à Paris lundi 30 avril.",
}
HOST = "person/marc-pircher"
CASES = [
    (code, sentence)
    for code, sentences in tomllib.loads(
        Path(__file__).with_name("guests.toml").read_text(encoding="utf-8")
    ).items()
    for sentence in sentences
]


def wednesday(text: str) -> list[set[str]]:
    """Return who was at each meeting or visit of 2 May."""
    events = mapper().map(Release(text, "guests")).events
    return [
        {key for _, key in e.links}
        for e in events
        if e.kind in ("Meeting", "Visit") and e.day and e.day.value.isoformat() == "2018-05-02"
    ]


@pytest.mark.parametrize(("code", "sentence"), CASES)
def test_the_guest_is_meant_and_not_his_host_of_before(code: str, sentence: str) -> None:
    found = wednesday(f"{RECEIVED[code]} {sentence}\n")
    assert found
    assert all("person/zhang-kejian" in who for who in found)
    assert not any("person/jean-yves-le-gall" in who for who in found)
    assert any(HOST in who for who in found) == ("Pircher" in sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The delegation from ISRO visited the Toulouse Space Centre on Wednesday.",
        "The Japanese delegation visited the Toulouse Space Centre on Wednesday.",
        "K. Sivan, Chairman of ISRO, was among the guests on Wednesday.",
        "The visitors centre of CNES was opened on Wednesday.",
    ],
)
def test_other_guests_are_not_meant(sentence: str) -> None:
    found = wednesday(f"{RECEIVED['en']} {sentence}\n")
    assert not any("person/zhang-kejian" in who for who in found)


def test_who_is_announced_as_the_head_of_a_delegation_is_meant() -> None:
    text = (
        "CNES news\n\nParis, 3 May 2018\n\nThe Chinese delegation was headed by the CMA "
        "Administrator, Zheng Guoguang. On Wednesday the visitors were given a tour of the "
        "EUMETSAT control centre.\n"
    )
    assert [who & {"person/zheng-guoguang"} for who in wednesday(text)] == [
        {"person/zheng-guoguang"}
    ]
