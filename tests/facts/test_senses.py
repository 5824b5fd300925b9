"""French verbs are read however their subject, object, agent and partners stand to them."""

from __future__ import annotations

import pytest

from kg.facts import senses
from tests.facts.stage import scene, told

CASES = [
    # active, with all that may stand between a body and its verb
    (
        "Le CNES et la JAXA développent ensemble SWOT.",
        "cnes participatesIn swot; jaxa participatesIn swot; cnes cooperatesWith jaxa",
    ),
    ("Le CNES, maître d'ouvrage, exploitera SWOT.", "swot operatedBy cnes"),
    ("Les équipes du CNES ont fourni SEIS.", "cnes contributes seis"),
    # the subject after its verb
    ("SWOT, mission franco-américaine que pilote le CNES, est en orbite.", "cnes leads swot"),
    (
        "SWOT, à laquelle participent la NASA et l'ESA, est en orbite.",
        "nasa participatesIn swot; esa participatesIn swot; nasa cooperatesWith esa",
    ),
    # passive, participles
    ("SEIS est l'œuvre du CNES.", "seis builtBy cnes"),
    ("Mission conduite par le CNES, SWOT scrute les océans.", "cnes leads swot"),
    ("Construit par Airbus à Toulouse, SWOT est en orbite.", "swot builtBy airbus"),
    (
        "SWOT, préparé à l'École polytechnique, est en orbite.",
        "ecole-polytechnique participatesIn swot",
    ),
    ("SWOT a bénéficié du concours de l'ESA.", "esa participatesIn swot"),
    # what nothing is said of
    ("Le président du CNES a développé sa vision de SWOT.", ""),
    ("Le CNES n'exploitera pas SWOT.", ""),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_verbs_say_what_they_mean(text: str, expected: str) -> None:
    facts = {told(fact) for fact in senses.read(scene(text, "fr"))}
    assert facts == {line for line in expected.split("; ") if line}
