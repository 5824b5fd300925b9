"""Plain names that wording alone introduces: of satellites, instruments and persons."""

from __future__ import annotations

import pytest

from tests.facts.stage import linked
from tests.ways import ways

_KINDS = {"Mission", "Payload", "Person"}
WAYS = [(code, text, set(names.split("; "))) for code, text, names in ways(__file__, "called.toml")]


def _found(text: str, code: str) -> set[str]:
    document = linked(text, code)
    named = [(document.entities[m.entity].kind, m.text) for m in document.mentions]
    return {f"{kind} {name}" for kind, name in named if kind in _KINDS}


@pytest.mark.parametrize(("code", "text", "names"), WAYS)
def test_called(code: str, text: str, names: set[str]) -> None:
    assert _found(text, code) == names


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Today, a satellite built by students was launched."),
        ("en", "Originally, the spacecraft was to carry two instruments."),
        ("en", "Another is a satellite for students."),
        ("en", "The Doppler radar is on board."),
        ("en", "It carries the Nano Camera, a camera of students."),
        ("fr", "Hier, un satellite construit par des étudiants a été lancé."),
        ("fr", "Désormais, le satellite est en orbite."),
    ],
)
def test_no_word_that_only_opens_a_sentence_is_a_name(code: str, text: str) -> None:
    found = _found(text, code)
    assert not {name for name in found if "Camera" not in name}
    assert not {name for name in found if name.endswith(" Camera") and "Nano" not in name}
