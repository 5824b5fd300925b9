"""Sentences are laid out with marks for names, posts, demonyms and dates."""

from __future__ import annotations

import re

import pytest

from kg.encoding import CODES, SLOTS, compile_pattern, marks
from tests.facts.stage import scene

CASES = [
    (
        "en",
        "Mr Jean-Yves Le Gall, President of CNES, spoke on 12 March 2021.",
        "‹P›, ‹T› of ‹A›, spoke on ‹D›.",
    ),
    ("en", "The European Space Agency (ESA) flew CHEOPS.", "The ‹A› flew ‹M›."),
    ("en", "French scientists use SEIS in Moscow.", "‹N› scientists use ‹Y› in ‹I›."),
    ("en", "It is Japan’s Copernicus.", "It is ‹C›'s ‹G›."),
    ("fr", "M. Jean-Yves Le Gall, Président du CNES, a parlé.", "‹P›, ‹T› du ‹A›, a parlé."),
    (
        "fr",
        "Jean-Yves Le Gall et Yannick d’Escatha sont là. MM. Le Gall et d’Escatha ont parlé.",
        "‹P› et ‹P› ont parlé.",
    ),
    (
        "en",
        "SEIS, a seismometer, flies on InSight. The seismometer was built in Cannes.",
        "‹Y› was built in ‹I›.",
    ),
    (
        "en",
        "SEIS is a seismometer on InSight. The camera was built in Cannes.",
        "The camera was built in ‹I›.",
    ),
    (
        "fr",
        "SEIS, un sismomètre, vole sur InSight. Le sismomètre est né à Cannes.",
        "‹Y› est né à ‹I›.",
    ),
    (
        "en",
        "SWOT is in orbit. This climate and ocean satellite was built in Cannes.",
        "‹M› was built in ‹I›.",
    ),
    (
        "en",
        "SWOT is the best: built in Cannes, it was launched by NASA.",
        "‹M› is the best: built in ‹I›, ‹M› was launched by ‹A›.",
    ),
    (
        "en",
        "CNES is here. As for SWOT, it is late. It was built by NASA.",
        "‹M› was built by ‹A›.",
    ),
    ("fr", "Ce 6 juin, SWOT s’envole.", "Ce ‹D›, ‹M› s'envole."),
    ("fr", "Une Ariane 5 emportera SWOT. Elle étudiera les océans.", "‹M› étudiera les océans."),
    ("fr", "Une Ariane 5 emportera SWOT. Elle décollera de nuit.", "‹V› décollera de nuit."),
    ("en", "A Soyuz will lift SWOT. It will study the oceans.", "‹M› will study the oceans."),
    ("en", "SWOT, successor to Jason-3, was built in Cannes.", "‹M› was built in ‹I›."),
    (
        "fr",
        "SWOT vole. Fruit d’une coopération entre le CNES et la NASA, la mission avance. Elle mesure les océans.",
        "‹M› mesure les océans.",
    ),
    ("fr", "L’Agence spatiale européenne (ESA) a lancé CHEOPS.", "L'‹A› a lancé ‹M›."),
]


def _shape(text: str) -> str:
    return re.sub(r"\d+(?=›)", "", text)


@pytest.mark.parametrize(("code", "text", "encoded"), CASES)
def test_encoding(code: str, text: str, encoded: str) -> None:
    assert _shape(scene(text, code).clauses[-1].text) == encoded


def test_what_a_mark_stands_for() -> None:
    laid = scene(
        "French engineers met Jean-Yves Le Gall, President of CNES, on 12 March 2021.", "en"
    )
    clause = laid.clauses[-1]
    by_code = dict(marks(clause.text))
    assert laid.entity(by_code["P"]).key == "person/jean-yves-le-gall"
    assert laid.title(by_code["T"]).text == "President"
    assert laid.country(by_code["N"]) == "country/france"
    assert laid.dates[by_code["D"]].day.value.isoformat() == "2021-03-12"
    assert laid.keys(clause.text, "A") == ("agency/cnes",)


def test_parts_of_a_release() -> None:
    laid = scene("CNES is at work.\n\nContacts\n\nPascale Bresson", "en")
    assert {c.part for c in laid.clauses} == {"title", "body", "contacts"}
    assert [c.order for c in laid.clauses] == list(range(len(laid.clauses)))


def test_a_list_slot_reads_all_its_members() -> None:
    found = compile_pattern("{org+:a} spoke").search("‹A1›, ‹O2› and the ‹A3› spoke")
    assert found is not None
    assert marks(found["a"]) == (("A", 1), ("O", 2), ("A", 3))


def test_a_slash_joins_bodies_but_no_endeavours() -> None:
    bodies = compile_pattern("{org+:a} x").search("‹A1›/‹A2› x")
    assert bodies is not None
    assert len(marks(bodies["a"])) == 2
    missions = compile_pattern("{mission+:m}").search("‹M1›/‹M2›")
    assert missions is not None
    assert marks(missions["m"]) == (("M", 1),)


def test_each_slot_is_of_codes_that_marks_have() -> None:
    assert set("".join(SLOTS.values())) <= set(CODES.values())
