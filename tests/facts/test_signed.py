"""Ways to tell that two agencies signed something, and when."""

from __future__ import annotations

import pytest

from kg.model import Release
from tests.facts.happenings import written
from tests.facts.stage import mapper
from tests.ways import ways

OPENING = {
    "en": "CNES and its partners\n\nParis, 3 May 2018",
    "fr": "Le CNES et ses partenaires\n\nParis, le 3 mai 2018",
}
BOTH = {"agency/cnes", "agency/cnsa"}
CASES = ways(__file__, "signed.toml")


@pytest.mark.parametrize(("code", "when", "sentence"), CASES)
def test_both_signed_on_that_day(code: str, when: str, sentence: str) -> None:
    events = mapper().map(Release(f"{OPENING[code]}\n\n{sentence}\n", "signed")).events
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
    events = mapper().map(Release(f"{OPENING['en']}\n\n{sentence}\n", "signed")).events
    assert not [event for event in events if event.kind == "AgreementSigning"]
