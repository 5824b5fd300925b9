"""From what a user asks to options: dates, names, kinds and weights, or an error that says what fits.

On the command line all of it is text; in Python a year may be a number, a day a `date`, a list a list.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from typing import Final, TypeAlias, TypeVar

from kg.errors import UnknownNameError, UsageError
from kg.queries import resolve
from kg.store.base import View
from kg.store.ledger import REAL
from kg.views.options import ROLL_UPS, Options, Period
from kg.views.spec import ViewSpec
from kg.vocab import STATUSES, TOPICS

# A year, a month or a day: 2019, "2019-06", date(2019, 6, 30).
When: TypeAlias = str | int | date
# Names, in a list or in a text with commas.
Names: TypeAlias = str | Iterable[str]
# Kinds of ties, or how much each counts: {"meetings": 2}, "meetings=2".
Weights: TypeAlias = Names | Mapping[str, float]

Number = TypeVar("Number", int, float)

ALL: Final = "all"
_PARTS: Final = 3


def read(
    view: View,
    spec: ViewSpec,
    *,
    since: When | None = None,
    before: When | None = None,
    about: str | None = None,
    focus: str | None = None,
    hops: int = 1,
    min_weight: float = 0.0,
    status: Names | None = None,
    roll_up: Names | None = None,
    backbone: float | None = None,
    weight: Weights | None = None,
) -> Options:
    """Return the options that are meant; names are looked up in the store.

    None (or nothing at all) leaves an option out. UsageError, with what would fit, where a value does
    not.
    """
    return Options(
        period=_period(since, before),
        about=_subject(about, view) if about else "",
        focus=resolve(focus, view).value if focus else "",
        hops=_bounded("hops", hops, 1),
        min_weight=_bounded("min_weight", min_weight, 0),
        statuses=_statuses(status),
        roll_up=_roll_ups(roll_up),
        backbone=None if backbone is None else _level(backbone),
        weight=_weights(weight, spec),
    )


def day(when: When) -> str:
    """Return a day of a year (its first), a month (its first) or a day, in ISO form.

    >>> day(2019), day("2019"), day("2019-06"), day(date(2019, 6, 30))
    ('2019-01-01', '2019-01-01', '2019-06-01', '2019-06-30')
    """
    parts = str(when.date() if isinstance(when, datetime) else when).strip().split("-")
    full = "-".join([*parts, *(["01"] * (_PARTS - len(parts)))])
    try:
        return date.fromisoformat(full).isoformat()
    except ValueError as error:
        raise UsageError(
            f"{when!r} is no date", "Write YYYY, YYYY-MM or YYYY-MM-DD, as in 2019-06."
        ) from error


def _period(since: When | None, before: When | None) -> Period:
    period = Period(*(day(it) if it else "" for it in (since, before)))
    if period.since and period.before and period.since >= period.before:
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
        " ".join(
            [
                *hints,
                f"Topics: {', '.join(TOPICS)}.",
                "What is near an agency or a person, --focus shows.",
            ]
        ),
    )


def _bounded(name: str, value: Number, least: int) -> Number:
    if not least <= value < float("inf"):
        raise UsageError(f"{value!r} is no value for {name}", f"Give a number from {least} on.")
    return value


def _level(backbone: float) -> float:
    if not 0 < backbone <= 1:
        raise UsageError(
            f"{backbone!r} is no level for the backbone", "Give a number above 0, up to 1: 0.05."
        )
    return backbone


def _statuses(status: Names | None) -> tuple[str, ...]:
    names = _listed(status)
    if not names:
        return REAL
    wanted = STATUSES if names == [ALL] else _known(names, STATUSES, "status")
    return tuple(status for status in STATUSES if status in wanted)


def _roll_ups(roll_up: Names | None) -> tuple[str, ...]:
    wanted = _known(_listed(roll_up), ROLL_UPS, "roll-up")
    if {"esa", "member-states"} <= set(wanted):
        raise UsageError(
            "ESA cannot be one actor and its member states at once",
            "Roll up to esa, or to member-states.",
        )
    return tuple(step for step in ROLL_UPS if step in wanted)


def _weights(weight: Weights | None, spec: ViewSpec) -> tuple[tuple[str, float], ...]:
    """Read `programmes,missions` or `meetings=2,agreements=0.5`, or the same as a list or mapping."""
    if isinstance(weight, Mapping):
        given = {kind: _factor(kind, factor) for kind, factor in weight.items()}
    else:
        parts = (name.partition("=") for name in _listed(weight))
        given = {kind: _factor(kind, factor) if sign else 1.0 for kind, sign, factor in parts}
    _known(list(given), spec.kinds, f"tie of the view {spec.name}")
    return tuple(sorted(given.items()))


def _factor(kind: str, value: str | float) -> float:
    try:
        factor = float(value)
    except ValueError:
        factor = -1.0
    if not 0 < factor < float("inf"):
        raise UsageError(f"{value!r} is no weight for {kind}", f"Write a number above 0: {kind}=2.")
    return factor


def _listed(names: Names | None) -> list[str]:
    """Return names one by one, whether they came in a text with commas or as several."""
    given = names.split(",") if isinstance(names, str) and names else names or ()
    return [name.strip() for name in given]


def _known(names: list[str], known: Sequence[str], what: str) -> list[str]:
    """Return the names, all of which must be known."""
    for name in names:
        if name not in known:
            near = get_close_matches(name.casefold(), known, n=1)
            advice = f"Did you mean {near[0]!r}? " if near else ""
            raise UnknownNameError(f"no {what} is called {name!r}", f"{advice}{_list(known)}")
    return names


def _list(known: Iterable[str]) -> str:
    return f"There are: {', '.join(known)}."
