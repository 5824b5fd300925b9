"""The options that all networks take; what they say arrives as the view's `study`."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

import click

_OPTIONS: Final = (
    click.option("--from", "since", metavar="DATE", help="From this day, month or year on."),
    click.option("--to", "before", metavar="DATE", help="Before this day, month or year."),
    click.option("--about", metavar="NAME", help="Only what has to do with this topic, programme or mission."),
    click.option("--focus", metavar="NAME", help="Only what is near this one."),
    click.option("--hops", type=click.IntRange(1), default=1, show_default=True, metavar="N", help="How many steps from the focus."),
    click.option("--min-weight", type=click.FloatRange(0), default=0.0, metavar="W", help="Only ties that weigh so much."),
    click.option("--weight", metavar="KINDS", help="Which kinds of ties count, and how much: programmes,missions or meetings=2,agreements=5. By default each counts once."),
    click.option("--status", metavar="LIST", help="How real it is: of discussed, planned, agreed, underway, completed and ended, or all. By default all but discussed."),
    click.option("--roll-up", metavar="LIST", help="Who counts as whom: esa (its members as ESA) or member-states (ESA as its members of that day); successors (predecessors as today's)."),
    click.option("--backbone", type=click.FloatRange(0, 1, min_open=True), is_flag=False, flag_value=0.05, metavar="[P]", help="Only ties that are stronger than chance, at this level (0.05 if none is given)."),
)  # fmt: skip
_NAMES: Final = (
    "since", "before", "about", "focus", "hops", "min_weight", "weight", "status", "roll_up",
    "backbone",
)  # fmt: skip


def network_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add what narrows a network down; needs `view` and `name`, and gives `study`."""

    @wraps(function)
    def with_study(view: Any, name: str, **options: Any) -> Any:
        from kg import views
        from kg.views import asked

        given = {key: options.pop(key) for key in _NAMES}
        study = views.study(name, view, asked.read(view, views.get(name), **given))
        return function(view=view, study=study, **options)

    for option in reversed(_OPTIONS):
        with_study = option(with_study)
    return with_study
