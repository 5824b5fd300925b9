"""How real something is: a conditional is discussed, a future planned, a denial nothing."""

from __future__ import annotations

import pytest

from kg.facts.status import denied, status_of, window
from kg.patterns import word_list
from kg.pipeline import Mapper
from kg.vocab import RDF, SKG
from tests.facts.stage import mapping, reading, told

CNES_ARTEMIS = "cnes participatesIn artemis"
CNES_SWOT = "cnes participatesIn swot"
CNES_NASA = "cnes cooperatesWith nasa"
CASES = [
    ("en", "CNES takes part in Artemis.", {CNES_ARTEMIS: "underway"}),
    ("en", "CNES could join the Artemis programme.", {CNES_ARTEMIS: "discussed"}),
    ("en", "CNES might possibly join the Artemis programme.", {CNES_ARTEMIS: "discussed"}),
    ("en", "CNES is considering taking part in Artemis.", {CNES_ARTEMIS: "discussed"}),
    ("en", "CNES will take part in Artemis.", {CNES_ARTEMIS: "planned"}),
    ("en", "CNES is to take part in Artemis.", {CNES_ARTEMIS: "planned"}),
    ("en", "CNES does not take part in Artemis.", {}),
    ("en", "CNES never joined Artemis.", {}),
    ("en", "CNES is not partner of NASA in SWOT.", {}),
    (
        "en",
        "CNES is not only a partner of NASA in SWOT.",
        {CNES_NASA: "underway", CNES_SWOT: "underway", "nasa participatesIn swot": "underway"},
    ),
    (
        "en",
        "An agreement on cooperation between CNES and NASA could be signed next year.",
        {CNES_NASA: "discussed"},
    ),
    ("fr", "Le CNES participe au programme Artemis.", {CNES_ARTEMIS: "underway"}),
    ("fr", "Le CNES pourrait participer au programme Artemis.", {CNES_ARTEMIS: "discussed"}),
    ("fr", "Le CNES envisage de participer au programme Artemis.", {CNES_ARTEMIS: "discussed"}),
    ("fr", "Le CNES participera au programme Artemis.", {CNES_ARTEMIS: "planned"}),
    ("fr", "Le CNES doit participer au programme Artemis.", {CNES_ARTEMIS: "planned"}),
    ("fr", "Le CNES ne participe pas au programme Artemis.", {}),
    (
        "fr",
        "Un accord de coopération entre le CNES et la NASA pourrait être signé l'an prochain.",
        {CNES_NASA: "discussed"},
    ),
]


@pytest.mark.parametrize(("code", "text", "facts"), CASES)
def test_status(code: str, text: str, facts: dict[str, str]) -> None:
    assert {told(f): f.status for f in reading(text, code).facts} == facts


def test_a_discussed_claim_has_no_triple_in_the_facts() -> None:
    graph = Mapper().graph(mapping("CNES could join the Artemis programme.", "en"))
    stated = {t.predicate.value for t in graph.facts}
    assert SKG.participatesIn not in stated
    claims = [t.subject for t in graph.evidence if str(t.object) == f"<{SKG.Claim}>"]
    (claim,) = claims
    said = {t.predicate.value: str(t.object) for t in graph.evidence if t.subject == claim}
    assert said[SKG.status] == '"discussed"'
    assert said[RDF.predicate] == f"<{SKG.participatesIn}>"


def test_a_firm_sentence_outweighs_a_conditional_one() -> None:
    text = "CNES could join the Artemis programme. CNES takes part in Artemis."
    assert {told(f): f.status for f in reading(text, "en").facts} == {CNES_ARTEMIS: "underway"}


def test_a_window_holds_whole_words_of_its_clause() -> None:
    text = "Nothing here; a mission now nearing the planet, cooperation"
    begin = text.index("mission")
    assert window(text, begin, begin + 7) == " a mission now nearing the planet, "
    assert window("x" * 60 + " it goes on", 61, 63) == " it goes on"


@pytest.mark.parametrize(
    ("code", "words", "status"),
    [
        ("en", "they hope to", "discussed"),
        ("en", "they will", "planned"),
        ("en", "they did", "completed"),
        ("fr", "ils mettront en place", "planned"),
        ("fr", "l'opera", "completed"),
        ("fr", "ils participeraient", "discussed"),
        ("fr", "elle permettrait", "discussed"),
        ("fr", "ils opéraient ensemble", "completed"),
    ],
)
def test_status_of_words(code: str, words: str, status: str) -> None:
    assert status_of(code, words, "completed") == status


@pytest.mark.parametrize(
    ("code", "words", "no"),
    [
        ("en", "it is not so", True),
        ("en", "not only this", False),
        ("en", "a notable thing", False),
        ("fr", "il n'est pas là", True),
        ("fr", "non seulement", False),
    ],
)
def test_denials(code: str, words: str, no: bool) -> None:
    assert denied(code, words) is no


def test_a_word_list_is_read_as_whole_words() -> None:
    assert word_list("en", "negative").search("nothing annotated") is None
