"""What a network is asked to show: a frozen record, the same for every view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kg.store.ledger import REAL

# What `--roll-up` may take together, see `kg.views.rollup`.
ROLL_UPS: Final = ("esa", "member-states", "successors")


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `since` on and before `before`, in ISO form; "" is no bound.

    Half-open, so that periods that follow each other hold each day once.
    """

    since: str = ""
    before: str = ""

    def __bool__(self) -> bool:
        return bool(self.since or self.before)

    def holds(self, day: str) -> bool:
        """Tell whether a day lies in the period; one that is not known ("") does only in none."""
        if not self:
            return True
        return bool(day) and self.since <= day and (not self.before or day < self.before)


ALWAYS: Final = Period()


@dataclass(frozen=True, slots=True)
class Options:
    """What a network shows; the default is all that is more than discussed.

    `about` and `focus` are IRIs. `weight` gives the kinds of ties that count, and how much each;
    none means each once. `backbone` is the level of significance of the disparity filter.
    """

    period: Period = ALWAYS
    about: str = ""
    focus: str = ""
    hops: int = 1
    min_weight: float = 0.0
    statuses: tuple[str, ...] = REAL
    roll_up: tuple[str, ...] = ()
    backbone: float | None = None
    weight: tuple[tuple[str, float], ...] = ()


DEFAULT: Final = Options()
