"""Missions, instruments and programmes that no lexicon knows."""

from __future__ import annotations

import pytest

from tests.mentions.reader import named, read

COINED = [
    ("en", "the DUSTY-2 satellite", "DUSTY-2", "Mission"),
    ("en", "the satellite DuSat flew", "DuSat", "Mission"),
    ("en", "the cubesat Zoumi flew", "Zoumi", "Mission"),
    ("en", "the XYZCam camera", "XYZCam", "Payload"),
    ("en", "an instrument called XYZMag", "XYZMag", "Payload"),
    ("en", 'The mission, called "Sky Hope", flew.', "Sky Hope", "Mission"),
    ("en", "the XYZP programme", "XYZP", "Programme"),
    ("en", "Three instruments are on board: XYZMAG, from Oslo, and XYZCAM", "XYZMAG", "Payload"),
    ("en", "the radiometer miniXYZ", "miniXYZ", "Payload"),
    ("en", "the radio package XYZR relays data", "XYZR", "Payload"),
    ("en", "Radiometer for Dust and Ice (RADIXA) flew", "RADIXA", "Payload"),
    ("en", "1XYZS-PF, the first satellite of the land, flew", "1XYZS-PF", "Mission"),
    ("en", "XyzSAR, the land's first 2.5 kg satellite, flew", "XyzSAR", "Mission"),
    ("en", "Gamma Dust Monitor (GDM)", "Gamma Dust Monitor", "Payload"),
    ("en", "They spoke of Zoumi, the research programme on rockets.", "Zoumi", "Programme"),
    (
        "fr",
        "Ils ont parlé de Zoumi, le programme de recherche sur les fusées.",
        "Zoumi",
        "Programme",
    ),
    ("en", "Pléiades 1 is to follow.", "Pléiades 1", "Mission"),
    ("en", "One of the experiments, Zoumiflow, is a pump.", "Zoumiflow", "Payload"),
    (
        "en",
        "On board are two instruments:\n- Zoumi, from Oslo\n- Dusty, by ESA",
        "Dusty",
        "Payload",
    ),
    ("en", "The rocket carried two small payloads:\n- Zoumi, from Oslo\n", "Zoumi", "Mission"),
    ("fr", "le satellite Ténéré-2", "Ténéré-2", "Mission"),
    ("fr", "L'une des expériences, Zoumiflux, est une pompe.", "Zoumiflux", "Payload"),
    (
        "fr",
        "Deux instruments sont à bord :\n- Zoumi, d'Oslo\n- Poussin, par l'ESA",
        "Poussin",
        "Payload",
    ),
    ("fr", "l'instrument XYZCam", "XYZCam", "Payload"),
    ("fr", "le nanosatellite baptisé « Étoile du Sud »", "Étoile du Sud", "Mission"),
    ("fr", "le programme XYZP", "XYZP", "Programme"),
]


@pytest.mark.parametrize(("language", "text", "name", "kind"), COINED)
def test_coined_names_are_found(language: str, text: str, name: str, kind: str) -> None:
    assert name in named(text, language, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Pupils from PreK-12 came.",
        "the launch of the COP21 conference",
        'the agency said "no more of this"',
        "an R&D programme",
    ],
)
def test_other_things_with_numbers_are_none(text: str) -> None:
    assert named(text) == []


def test_a_programmes_name_with_its_noun_is_the_programme() -> None:
    linked = read("The Artemis Program goes on.")
    assert {m.text: m.entity for m in linked.mentions} == {"Artemis Program": "programme/artemis"}


def test_a_name_told_once_is_found_again() -> None:
    assert named("The DuSat satellite flew. DuSat works.") == ["DuSat", "DuSat"]


def test_a_name_joined_of_two_is_one() -> None:
    assert "Rosetta-Philae" in named("the Rosetta-Philae mission")


@pytest.mark.parametrize(
    ("language", "text", "expected", "kind"),
    [
        ("en", "the instruments XAB, YCD and ZEF", ["XAB", "YCD", "ZEF"], "Payload"),
        ("en", "The QRS and TUVx instruments fly.", ["QRS", "TUVx"], "Payload"),
        ("en", "the satellites SARAL and OPQX by ISRO and CNES", ["SARAL", "OPQX"], "Mission"),
        ("fr", "les instruments XAB, YCD et le ZEF", ["XAB", "YCD", "ZEF"], "Payload"),
    ],
)
def test_names_listed_with_one_that_flies_fly_too(
    language: str, text: str, expected: list[str], kind: str
) -> None:
    assert named(text, language, kind) == expected
