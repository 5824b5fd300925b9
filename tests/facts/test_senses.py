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
    # some of what a mission has are a subject of their own
    ("Parmi les expériences de SWOT, sept sont coordonnées par le CNES.", ""),
    # of what something comes is none of what is said
    ("SWOT, successeur de Jason-3, est exploité par le CNES.", "swot operatedBy cnes"),
    (
        "Construit par Airbus, à partir de la plateforme de Mars Express, SWOT est en orbite.",
        "swot builtBy airbus",
    ),
    # with whom it is done may stand before what it is done to
    (
        "Le CNES a conçu avec l'ESA l'instrument SEIS.",
        "seis builtBy cnes; esa contributes seis; cnes cooperatesWith esa",
    ),
    ("Le CNES prépare avec l'ESA l'exploitation des mesures de SEIS.", ""),
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
    (
        "SWOT, projet que pilote le CNES, et auquel participent l'ESA et la JAXA, est en orbite.",
        "cnes leads swot; esa participatesIn swot; jaxa participatesIn swot; esa cooperatesWith jaxa",
    ),
    # lists of bodies and of things
    (
        "Le CNES et l'agence spatiale CNSA fournissent SEIS ainsi que les deux autres instruments, ECLAIRs et MXT.",
        "cnes contributes seis; cnes contributes eclairs; cnes contributes mxt; cnsa contributes seis;"
        " cnsa contributes eclairs; cnsa contributes mxt; cnes cooperatesWith cnsa",
    ),
    # words that point back
    (
        "SWOT a été construit par Airbus ; il sera exploité par l'ESA.",
        "swot builtBy airbus; swot operatedBy esa",
    ),
    (
        "SWOT est en orbite. Construit à Cannes par Airbus, il observera la Terre.",
        "swot builtBy airbus",
    ),
    (
        "SWOT est en orbite. Les satellites ont été construits par Airbus.",
        "swot builtBy airbus",
    ),
    (
        "SEIS a été livré par le CNES ; la caméra ChemCam l'a été par le JPL.",
        "cnes contributes seis; jpl contributes chemcam",
    ),
    (
        "SEIS a été fourni par un consortium mené par le DLR et le CNES.",
        "dlr contributes seis; cnes contributes seis; dlr cooperatesWith cnes",
    ),
    # phrases that mean a verb
    ("SEIS, contribution du CNES, a été livré.", "cnes contributes seis"),
    ("SWOT est en construction chez Airbus.", "swot builtBy airbus"),
    ("Le CNES met à disposition SEIS.", "cnes contributes seis"),
    (
        "Le CNES a fêté SWOT avec l'ISRO. L'agence indienne fournit SEIS.",
        "isro contributes seis",
    ),
    (
        "SWOT est en orbite. Le projet a bénéficié du concours de l'ESA, de Zodiac Aerospace et d'Intespace.",
        "esa participatesIn swot; zodiac-aerospace participatesIn swot; intespace participatesIn swot",
    ),
    # what nothing is said of
    ("Le président du CNES a développé sa vision de SWOT.", ""),
    ("Le CNES n'exploitera pas SWOT.", ""),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_verbs_say_what_they_mean(text: str, expected: str) -> None:
    facts = {told(fact) for fact in senses.read(scene(text, "fr"))}
    assert facts == {" ".join(line.split()) for line in expected.split("; ") if line}
