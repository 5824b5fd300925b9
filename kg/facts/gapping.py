"""Verbs that a sentence says once and means again: "A supplies the platform and B the camera".

The linguists' term is gapping (Ross 1970, "Gapping and the order of constituents"). The verb is put
where it is meant, so that all readers see a whole clause.
"""

from __future__ import annotations

from kg.facts.wording import shapes
from kg.gates import Gate
from kg.patterns import expression

_GAPPED = "gapped"
_MOST = 4


def whole(text: str, code: str) -> str:
    """Return an encoded clause with its verb said of each who does as much; at most a few times."""
    for name, pattern in shapes(code, "spoken").items():
        if name.startswith(_GAPPED):
            text = _filled(text, pattern, code)
    return text


def _filled(text: str, pattern: Gate, code: str) -> str:
    for _ in range(_MOST):
        match = pattern.search(text)
        if match is None:
            break
        text = f"{text[: match.end('b')]} {_without_also(match['v'], code)}{text[match.end('b') :]}"
    return text


def _without_also(verb: str, code: str) -> str:
    return expression(code, "gapping-also").sub("", verb)
