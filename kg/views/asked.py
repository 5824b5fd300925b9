"""From what a user types to options: dates, names, kinds and weights, or an error that says what fits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from difflib import get_close_matches
from typing import Final

from kg.errors import UnknownNameError, UsageError
from kg.queries import resolve
from kg.store.base import View
from kg.store.ledger import REAL
from kg.views.options import ROLL_UPS, Options, Period
from kg.views.spec import ViewSpec
from kg.vocab import STATUSES, TOPICS

ALL: Final = "all"
_PARTS: Final = 3


def read(
    view: View,
    spec: ViewSpec,
    *,
    since: str = "",
    before: str = "",
    about: str = "",
    focus: str = "",
    hops: int = 1,
    min_weight: float = 0.0,
    status: str = "",
    roll_up: str = "",
    backbone: float | None = None,
    weight: str = "",
) -> Options:
    """Return the options that are meant; names are looked up in the store.

    UsageError, with what would fit, where a value does not.
    """
    return Options(
        period=_period(since, before),
        about=_subject(about, view) if about else "",
        focus=resolve(focus, view).value if focus else "",
        hops=hops,
        min_weight=min_weight,
        statuses=_statuses(status),
        roll_up=_roll_ups(roll_up),
        backbone=backbone,
        weight=_weights(weight, spec),
    )


def day(text: str) -> str:
    """Return a day of a year (its first), a month (its first) or a day, in ISO form.

    >>> day("2019"), day("2019-06"), day("2019-06-30")
    ('2019-01-01', '2019-06-01', '2019-06-30')
    """
    parts = text.strip().split("-")
    full = "-".join([*parts, *(["01"] * (_PARTS - len(parts)))])
    try:
        return date.fromisoformat(full).isoformat()
    except ValueError as error:
        raise UsageError(
            f"{text!r} is no date", "Write YYYY, YYYY-MM or YYYY-MM-DD, as in 2019-06."
        ) from error


def _period(since: str, before: str) -> Period:
    period = Period(day(since) if since else "", day(before) if before else "")
    if since and before and period.since >= period.before:
        raise UsageError(
            f"no day lies from {period.since} on and before {period.before}",
            "The first day counts and the last does not: --from 2018 --to 2020 is 2018 and 2019.",
        )
    return period


def _subject(name: str, view: View) -> str:
    """Return the topic, programme, mission or payload of a name."""
    hints = []
    for class_ in ("Topic", "Endeavour"):
        try:
            return resolve(name, view, of=class_).value
        except UnknownNameError as error:
            hints += [error.remedy] if error.remedy.startswith("Did you mean") else []
    raise UnknownNameError(
        f"{view.where} knows no topic, programme or mission called {name!r}",
        " ".join([*hints, f"Topics: {', '.join(TOPICS)}."]),
    )


def _statuses(text: str) -> tuple[str, ...]:
    if not text:
        return REAL
    wanted = STATUSES if text.strip() == ALL else _known(text, STATUSES, "status")
    return tuple(status for status in STATUSES if status in wanted)


def _roll_ups(text: str) -> tuple[str, ...]:
    wanted = _known(text, ROLL_UPS, "roll-up") if text else []
    if {"esa", "member-states"} <= set(wanted):
        raise UsageError(
            "ESA cannot be one actor and its member states at once",
            "Roll up to esa, or to member-states.",
        )
    return tuple(step for step in ROLL_UPS if step in wanted)


def _weights(text: str, spec: ViewSpec) -> tuple[tuple[str, float], ...]:
    """Read `programmes,missions` or `meetings=2,agreements=0.5`."""
    pairs = (part.partition("=") for part in text.split(",")) if text else ()
    found: dict[str, float] = {}
    for name, sign, number in pairs:
        (kind,) = _known(name, spec.kinds, f"tie of the view {spec.name}")
        found[kind] = _factor(kind, number) if sign else 1.0
    return tuple(sorted(found.items()))


def _factor(kind: str, text: str) -> float:
    try:
        factor = float(text)
    except ValueError:
        factor = -1.0
    if not 0 < factor < float("inf"):
        raise UsageError(
            f"{text.strip()!r} is no weight for {kind}", f"Write a number above 0: {kind}=2."
        )
    return factor


def _known(text: str, known: Sequence[str], what: str) -> list[str]:
    """Return the names in a list with commas, all of which must be known."""
    names = [part.strip() for part in text.split(",")]
    for name in names:
        if name not in known:
            near = get_close_matches(name.casefold(), known, n=1)
            advice = f"Did you mean {near[0]!r}? " if near else ""
            raise UnknownNameError(f"no {what} is called {name!r}", f"{advice}{_list(known)}")
    return names


def _list(known: Iterable[str]) -> str:
    return f"There are: {', '.join(known)}."
