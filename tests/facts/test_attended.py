"""Who else was at a meeting or signing, as the sentence after it tells."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kg.model import Release
from tests.facts.happenings import mapper

TOLD = {
    ("en", "meeting"): "CNES and ESA\n\nParis, 3 May 2018\n\nOn Wednesday 2 May in Paris, "
    "Jean-Yves Le Gall, President of CNES, met Jan Wörner, Director General of ESA.",
    ("en", "signing"): "CNES and ESA\n\nParis, 3 May 2018\n\nOn Wednesday 2 May in Paris, "
    "Jean-Yves Le Gall, President of CNES, and Jan Wörner, Director General of ESA, "
    "signed an agreement on MERLIN.",
    ("fr", "meeting"): "Le CNES et l’ESA\n\nParis, le 3 mai 2018\n\nMercredi 2 mai à Paris, "
    "Jean-Yves Le Gall, Président du CNES, a rencontré Jan Wörner, Directeur général de l’ESA.",
    ("fr", "signing"): "Le CNES et l’ESA\n\nParis, le 3 mai 2018\n\nMercredi 2 mai à Paris, "
    "Jean-Yves Le Gall, Président du CNES, et Jan Wörner, Directeur général de l’ESA, "
    "ont signé un accord sur MERLIN.",
}
ALL = {"person/jean-yves-le-gall", "person/jan-worner", "person/philippe-baptiste"}
WAYS = tomllib.loads(Path(__file__).with_name("attended.toml").read_text(encoding="utf-8"))
CASES = [
    (code, kind, sentence)
    for code, kinds in WAYS.items()
    for kind, sentences in kinds.items()
    for sentence in sentences
]


@pytest.mark.parametrize(("code", "kind", "sentence"), CASES)
def test_who_else_was_there_joins_the_event(code: str, kind: str, sentence: str) -> None:
    (event,) = mapper().map(Release(f"{TOLD[code, kind]} {sentence}\n", "attended")).events
    assert {key for _, key in event.links} >= ALL


def test_a_signing_told_with_its_onlookers_first_stays_one() -> None:
    text = (
        "CNES and ESA\n\nParis, 3 May 2018\n\nOn 2 May, CNES and ESA signed an agreement on MERLIN. "
        "Looking on was Philippe Baptiste, Ambassador of France. Jean-Yves Le Gall, President of CNES, "
        "and Jan Wörner, Director General of ESA, signed the agreement.\n"
    )
    (event,) = mapper().map(Release(text, "attended")).events
    assert {key for _, key in event.links} >= ALL - {"person/philippe-baptiste"}
