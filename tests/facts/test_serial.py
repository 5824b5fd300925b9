"""Launches told one after another in a sentence, each with its own day."""

from __future__ import annotations

import pytest

from kg.model import Release
from kg.pipeline import Mapper
from tests.facts import stage
from tests.facts.happenings import mapper

NAMED = {
    "en": "News from orbit\n\nParis, 3 May 2018\n\nThe HYPATIA satellite and the SOCRATA satellite measure waves.",
    "fr": "Nouvelles de l'espace\n\nParis, le 3 mai 2018\n\nLe satellite HYPATIA et le satellite SOCRATA mesurent les vagues.",
}
TOLD = [
    ("en", "HYPATIA and SOCRATA were launched on 7 December 2001 and 20 June 2008 respectively."),
    ("en", "HYPATIA was launched on 7 December 2001 and SOCRATA on 20 June 2008."),
    ("en", "HYPATIA was launched on 7 December 2001, SOCRATA on 20 June 2008."),
    ("en", "HYPATIA was launched on 7 December 2001; SOCRATA followed on 20 June 2008."),
    ("en", "HYPATIA (7 December 2001) and SOCRATA (20 June 2008) were launched by a Delta II."),
    (
        "en",
        "HYPATIA, launched on 7 December 2001, and SOCRATA, launched on 20 June 2008, are in orbit.",
    ),
    (
        "en",
        "HYPATIA, in orbit since 7 December 2001, and SOCRATA, in orbit since 20 June 2008, are in good health.",
    ),
    ("en", "After HYPATIA, launched on 7 December 2001, came SOCRATA, launched on 20 June 2008."),
    ("en", "A Delta II launched HYPATIA on 7 December 2001 and SOCRATA on 20 June 2008."),
    (
        "en",
        "It was with a Delta II that HYPATIA, on 7 December 2001, then SOCRATA, on 20 June 2008, were launched.",
    ),
    (
        "en",
        "Two satellites, HYPATIA on 7 December 2001 and SOCRATA on 20 June 2008, were launched by a Delta II.",
    ),
    (
        "en",
        "HYPATIA and SOCRATA were both launched by a Delta II, the first on 7 December 2001, the second on 20 June 2008.",
    ),
    ("en", "HYPATIA took off on 7 December 2001, and its successor SOCRATA on 20 June 2008."),
    ("en", "On 7 December 2001 HYPATIA was launched, and on 20 June 2008 SOCRATA."),
    ("en", "HYPATIA went up on 7 December 2001 and SOCRATA on 20 June 2008."),
    (
        "en",
        "The launches of HYPATIA, on 7 December 2001, and SOCRATA, on 20 June 2008, were successful.",
    ),
    (
        "fr",
        "HYPATIA et SOCRATA ont été lancés respectivement le 7 décembre 2001 et le 20 juin 2008.",
    ),
    ("fr", "HYPATIA a été lancé le 7 décembre 2001 et SOCRATA le 20 juin 2008."),
    ("fr", "HYPATIA a été lancé le 7 décembre 2001, SOCRATA le 20 juin 2008."),
    ("fr", "HYPATIA a été lancé le 7 décembre 2001 ; SOCRATA a suivi le 20 juin 2008."),
    ("fr", "HYPATIA (7 décembre 2001) et SOCRATA (20 juin 2008) ont été lancés par un Delta II."),
    ("fr", "HYPATIA, lancé le 7 décembre 2001, et SOCRATA, lancé le 20 juin 2008, sont en orbite."),
    (
        "fr",
        "HYPATIA, en orbite depuis le 7 décembre 2001, et SOCRATA, en orbite depuis le 20 juin 2008, vont bien.",
    ),
    ("fr", "Après HYPATIA, lancé le 7 décembre 2001, est venu SOCRATA, lancé le 20 juin 2008."),
    ("fr", "Un Delta II a lancé HYPATIA le 7 décembre 2001 et SOCRATA le 20 juin 2008."),
    (
        "fr",
        "Deux satellites, HYPATIA le 7 décembre 2001 et SOCRATA le 20 juin 2008, ont été lancés par un Delta II.",
    ),
    (
        "fr",
        "HYPATIA et SOCRATA ont été lancés par un Delta II, le premier le 7 décembre 2001, le second le 20 juin 2008.",
    ),
    (
        "fr",
        "HYPATIA et SOCRATA se sont envolés à bord d’un Delta II, l’un le 7 décembre 2001, l’autre le 20 juin 2008.",
    ),
    ("fr", "Le 7 décembre 2001, HYPATIA a été lancé, et le 20 juin 2008 SOCRATA."),
    (
        "fr",
        "Les lancements de HYPATIA, le 7 décembre 2001, et de SOCRATA, le 20 juin 2008, ont réussi.",
    ),
]
DAYS = {("mission/hypatia", "2001-12-07"), ("mission/socrata", "2008-06-20")}


def launches(code: str, sentence: str, by: Mapper | None = None) -> list[tuple[str, str, set[str]]]:
    """Return what flew, when, and on and from what, of each launch."""
    events = (by or mapper()).map(Release(f"{NAMED[code]}\n\n{sentence}\n", "serial")).events
    found = []
    for event in events:
        if event.kind == "Launch" and event.day is not None:
            (payload,) = [key for role, key in event.links if role == "payload"]
            rest = {key for role, key in event.links if role != "payload"}
            found.append((payload, event.day.value.isoformat(), rest))
    return found


@pytest.mark.parametrize(("code", "sentence"), TOLD)
def test_each_has_its_own_day(code: str, sentence: str) -> None:
    assert {(what, day) for what, day, _ in launches(code, sentence)} == DAYS


def test_each_has_the_rocket_and_the_site_that_its_own_words_tell() -> None:
    told = launches(
        "en",
        "HYPATIA was launched on 7 December 2001 by a Delta II from Vandenberg, "
        "and SOCRATA on 20 June 2008 by a Rockot.",
    )
    assert sorted((what, sorted(rest)) for what, _, rest in told) == [
        ("mission/hypatia", ["launch-vehicle/delta-ii", "site/vandenberg"]),
        ("mission/socrata", ["launch-vehicle/rockot"]),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "A Delta II launched HYPATIA on 7 December 2001 and SOCRATA on 20 June 2008.",
        "HYPATIA (7 December 2001) and SOCRATA (20 June 2008) were launched by a Delta II.",
    ],
)
def test_they_share_the_rocket_that_is_told_of_both(sentence: str) -> None:
    told = launches("en", sentence)
    assert [rest for _, _, rest in told] == [{"launch-vehicle/delta-ii"}] * len(DAYS)


@pytest.mark.parametrize(
    "sentence",
    [
        "HYPATIA was launched on 7 December 2001, and SOCRATA will be delivered on 20 June 2018.",
        "HYPATIA was launched on 7 December 2001; the agreement on SOCRATA was signed on 20 June 2008.",
    ],
)
def test_what_is_told_of_another_day_is_no_launch(sentence: str) -> None:
    told = launches("en", sentence, stage.mapper())
    assert {what for what, _, _ in told} == {"mission/hypatia"}
