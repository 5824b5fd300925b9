"""The forms of French verbs that releases use, from the infinitive: the third person, the participles.

Five patterns cover the verbs of making, giving and leading: -er, -ir like "fournir", -enir like
"soutenir", -uire and -cevoir.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

FINITE: Final = "finite"
PARTICIPLE: Final = "participle"
INFINITIVE: Final = "infinitive"
GERUND: Final = "gerund"

_GENDERS: Final = ("", "e", "s", "es")
_FUTURES: Final = ("a", "ont", "ait", "aient")
_ENDINGS: Final = {
    "er": ("er", ("e", "ent", "ait", "aient", "a", "èrent"), ("é",), "er"),
    "uire": ("uire", ("uit", "uisent", "uisait", "uisaient", "uisit", "uisirent"), ("uit",), "uir"),
    "cevoir": (
        "cevoir",
        ("çoit", "çoivent", "cevait", "cevaient", "çut", "çurent"),
        ("çu",),
        "cevr",
    ),
    "enir": (
        "enir",
        ("ient", "iennent", "enait", "enaient", "int", "inrent"),
        ("enu",),
        "iendr",
    ),
    "ir": ("ir", ("it", "issent", "issait", "issaient", "irent"), ("i",), "ir"),
}
"""By the ending of the infinitive: what to take off, finite endings, participles, stem of the future."""
_GRAVE: Final = re.compile(r"e([bcdfgjlmnprstv])$")
_EITHER: Final = re.compile(r"(?:e(?=[^aeiouyéè]$)|é(?=[^aeiouyéè]{1,2}$))([^aeiouyéè]{1,2})$")
_GERUNDS: Final = {
    "er": "ant",
    "uire": "uisant",
    "cevoir": "cevant",
    "enir": "enant",
    "ir": "issant",
}


def forms(infinitive: str) -> Iterator[tuple[str, str]]:
    """Yield each form of a verb with its mood: "finite", "participle", "infinitive" or "gerund"."""
    ending = next(e for e in _ENDINGS if infinitive.endswith(e))
    stem = infinitive.removesuffix(ending)
    own, finite, participles, future = _ENDINGS[ending]
    yield stem + own, INFINITIVE
    yield _soft(stem, _GERUNDS[ending]), GERUND
    for end in finite:
        yield _soft(_open(stem, end), end), FINITE
    for end in _FUTURES:
        yield _open(stem, future + end) + future + end, FINITE
    for end in participles:
        for gender in _GENDERS:
            if not (gender == "s" and end.endswith("s")):
                yield stem + end + gender, PARTICIPLE


def _soft(stem: str, end: str) -> str:
    """Return a form, with the sound of "c" and "g" kept before "a": "lançait", "dirigeait"."""
    if end.startswith("a") and stem.endswith("c"):
        return f"{stem[:-1]}ç{end}"
    if end.startswith("a") and stem.endswith("g"):
        return f"{stem}e{end}"
    return stem + end


def _open(stem: str, end: str) -> str:
    """Return the stem as it sounds before a mute ending: "mène", "gère", "intègre", "mènera"."""
    future = end.startswith("er") and end != "èrent"
    if end not in ("e", "ent") and not future:
        return stem
    closed = (_GRAVE if future else _EITHER).search(stem)
    return f"{stem[: closed.start()]}è{closed[1]}" if closed else stem
