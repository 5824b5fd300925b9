"""A small picture of what a thing is tied to: it stands in the middle, its neighbours around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Final

from kg.publish.pages.setting import Ref

WIDTH: Final = 720
HEIGHT: Final = 320
_MOST: Final = 12
_FEWEST: Final = 2
_LONGEST: Final = 20
# Nearer to the vertical than this, a name stands above its point and not beside it.
_UPRIGHT: Final = 0.05


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A neighbour with its place, and on which side of it its name is written."""

    name: str
    x: int
    y: int
    side: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The middle's name, the neighbours, and how many more there are."""

    name: str
    neighbours: tuple[Neighbour, ...]
    left: int
    width: int = WIDTH
    height: int = HEIGHT


def picture(name: str, things: Iterable[Ref]) -> Picture | None:
    """Return the picture of a thing with those that it is told with most often.

    None where it has too few neighbours with pages of their own.
    """
    times = Counter(ref for ref in things if ref.address and not _is_far(ref))
    names = [ref.label for ref, _ in times.most_common() if ref.label != name]
    if len(names) < _FEWEST:
        return None
    shown = names[:_MOST]
    placed = tuple(_placed(label, place, len(shown)) for place, label in enumerate(shown))
    return Picture(_short(name), placed, len(names) - len(shown))


def _is_far(ref: Ref) -> bool:
    return ref.address.startswith(("http://", "https://")) or "#" in ref.address


def _placed(name: str, place: int, count: int) -> Neighbour:
    """Place on an ellipse; names go outwards, half a step off the vertical so that none meet."""
    angle = 2 * pi * (place + 0.5) / count - pi / 2
    x, y = WIDTH / 2 + WIDTH * 0.22 * cos(angle), HEIGHT / 2 + HEIGHT * 0.42 * sin(angle)
    side = "middle" if abs(cos(angle)) < _UPRIGHT else "start" if cos(angle) > 0 else "end"
    return Neighbour(_short(name), round(x), round(y), side)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
