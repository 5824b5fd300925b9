"""Values as JSON can hold them: days as text, and a number that is none (NaN, infinity) as null."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

_KEPT: Final = (str, bool, int)


def dump(value: object) -> str:
    """Return `value` as JSON on one line; what JSON has no form for is a TypeError."""
    return json.dumps(_plain(value), ensure_ascii=False, allow_nan=False)


def listed(items: Iterable[object]) -> Iterator[str]:
    """Yield a JSON list piece by piece, an item a line."""
    comma = "["
    for item in items:
        yield f"{comma}\n{dump(item)}"
        comma = ","
    yield "[]" if comma == "[" else "\n]"


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, _KEPT):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, Iterable):
        return [_plain(item) for item in value]
    raise TypeError(f"JSON has no {type(value).__name__}")
