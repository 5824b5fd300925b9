"""French verbs in the forms that releases use."""

from __future__ import annotations

import pytest

from kg.languages.conjugation import FINITE, GERUND, INFINITIVE, PARTICIPLE, forms

CASES = [
    (
        "développer",
        "développe développent développait développa développera",
        "développé développées",
    ),
    ("mener", "mène mènent menait mena mènera mèneront", "mené menée"),
    ("gérer", "gère gèrent gérait gérera", "géré gérés"),
    ("intégrer", "intègre intégrait intégrera", "intégrée"),
    ("diriger", "dirige dirigeait dirigea dirigera", "dirigée"),
    ("lancer", "lance lançait lança lancera", "lancés"),
    ("fournir", "fournit fournissent fournissait fournira fourniraient", "fourni fournies"),
    ("soutenir", "soutient soutiennent soutenait soutiendra", "soutenu soutenues"),
    ("construire", "construit construisent construisait construira", "construit construites"),
    ("concevoir", "conçoit conçoivent concevait concevra", "conçu conçue"),
]


@pytest.mark.parametrize(("verb", "finite", "participles"), CASES)
def test_verbs_are_conjugated(verb: str, finite: str, participles: str) -> None:
    told = set(forms(verb))
    assert {(form, FINITE) for form in finite.split()} <= told
    assert {(form, PARTICIPLE) for form in participles.split()} <= told
    assert (verb, INFINITIVE) in told


def test_gerunds_keep_their_sound() -> None:
    gerunds = [
        form for verb in ("diriger", "lancer", "fournir") for form, m in forms(verb) if m == GERUND
    ]
    assert gerunds == ["dirigeant", "lançant", "fournissant"]
