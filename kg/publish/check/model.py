"""A check, and what it found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from kg.publish.check.subject import Subject


class Failed(Exception):  # noqa: N818
    """The site does not keep the statement; the message says what it did instead."""


class Inapplicable(Exception):  # noqa: N818
    """The site has nothing that the statement speaks of, or it cannot be seen from outside."""


class Outcome(StrEnum):
    """What became of a check, by the words of EARL (W3C, 2017)."""

    PASSED = "passed"
    FAILED = "failed"
    INAPPLICABLE = "inapplicable"


Asking: TypeAlias = "Callable[[Subject], None]"


@dataclass(frozen=True, slots=True)
class Check:
    """A statement that can be asked from outside: its number, what it says, what to do if it fails."""

    number: int
    title: str
    remedy: str
    ask: Asking


@dataclass(frozen=True, slots=True)
class Finding:
    """A check, what became of it, and what was seen."""

    check: Check
    outcome: Outcome
    told: str = ""


# Filled by the modules of checks, which `kg.publish.check.running` imports.
CHECKS: Final[dict[int, Check]] = {}


def check(number: int, title: str, remedy: str) -> Callable[[Asking], Asking]:
    """Enter a function as the check of a statement."""

    def enter(ask: Asking) -> Asking:
        assert number not in CHECKS, number
        CHECKS[number] = Check(number, title, remedy, ask)
        return ask

    return enter


def demand(holds: object, told: str) -> None:
    """Raise Failed with what was seen, unless it holds."""
    if not holds:
        raise Failed(told)


def need(holds: object, told: str) -> None:
    """Raise Inapplicable with what is missing, unless it is there."""
    if not holds:
        raise Inapplicable(told)
