"""Ways to tell that two agencies signed something, and when."""

from __future__ import annotations

import pytest

from kg.model import Event, Release
from tests.facts.happenings import written
from tests.facts.stage import mapper
from tests.ways import ways

OPENING = {
    "en": "CNES and its partners\n\nParis, 3 May 2018",
    "fr": "Le CNES et ses partenaires\n\nParis, le 3 mai 2018",
}
BOTH = {"agency/cnes", "agency/cnsa"}
CASES = ways(__file__, "signed.toml")


def _events(code: str, sentence: str) -> tuple[Event, ...]:
    return mapper().map(Release(f"{OPENING[code]}\n\n{sentence}\n", "signed")).events


@pytest.mark.parametrize(("code", "when", "sentence"), CASES)
def test_both_signed_on_that_day(code: str, when: str, sentence: str) -> None:
    events = _events(code, sentence)
    signed = [
        written(event.day)
        for event in events
        if event.kind == "AgreementSigning" and event.day and {k for _, k in event.links} >= BOTH
    ]
    assert signed == [when]


@pytest.mark.parametrize(
    "sentence",
    [
        "CNES and CNSA are bound by friendship.",
        "The ship bound for CNSA carries a radar of CNES.",
        "CNES and CNSA work under an agreement.",
        "Nothing binds CNES and CNSA since 2 May.",
    ],
)
def test_what_is_no_signing(sentence: str) -> None:
    events = _events("en", sentence)
    assert not [event for event in events if event.kind == "AgreementSigning"]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (
            "en",
            "In 1992 CNES and CNSA had signed a first agreement, followed in October 1999 by a second.",
        ),
        (
            "en",
            "CNES and CNSA signed a first agreement in 1992. A second text, on climate, followed in October 1999.",
        ),
        (
            "fr",
            "C'est en 1992 que le CNES et la CNSA avaient signé un premier accord, suivi en octobre 1999 d'un second.",
        ),
        (
            "fr",
            "Le CNES et la CNSA ont signé un accord en 1992. Un second texte avait suivi à Paris en octobre 1999.",
        ),
    ],
)
def test_what_was_signed_next_is_another_signing(code: str, sentence: str) -> None:
    events = _events(code, sentence)
    signed = [e for e in events if e.kind == "AgreementSigning" and {k for _, k in e.links} >= BOTH]
    assert [written(e.day) for e in signed if e.day] == ["1992", "1999-10"]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (
            "en",
            "France and China are old partners. The two countries signed an agreement on 2 May.",
        ),
        (
            "fr",
            "La France et la Chine ont signé le 2 mai un accord spatial, et leurs agences le mettront en œuvre.",
        ),
    ],
)
def test_two_countries_sign_for_themselves(code: str, sentence: str) -> None:
    events = _events(code, sentence)
    parties = [{k for link, k in e.links if link == "party"} for e in events]
    assert parties == [{"country/france", "country/china"}]
