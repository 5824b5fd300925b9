"""A view, read once from a store, and its network in whole, in a period, or by some releases."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Final

from kg.store.base import View
from kg.views import filters, kept, network, rollup
from kg.views.about import subject
from kg.views.kept import Parts
from kg.views.options import Options, Period
from kg.views.rollup import Affiliations, RollUp
from kg.views.shared import Reader, Shared
from kg.views.spec import CLASSES, ViewSpec
from kg.views.ties import Factors, Ties, project, ties_some
from kg.vocab import SKG

if TYPE_CHECKING:
    import networkx as nx

_CLASSES: Final = tuple(SKG[name] for name in CLASSES)


@contextmanager
def no_collection() -> Iterator[None]:
    """Let Python not look for circles of rubbish meanwhile: rows are many, and hold none."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


class Study:
    """The rows of a view, filtered as the options say, ready to be projected as often as wanted."""

    def __init__(self, spec: ViewSpec, view: View, options: Options) -> None:
        self.spec, self.view, self.options = spec, view, options
        self._reader = Reader(view, options.statuses)
        self.ledger = self._reader.ledger

    @property
    def factors(self) -> Factors:
        """Return how much each kind of tie counts; those that are not asked for have none."""
        return dict(self.options.weight) or dict.fromkeys(self.spec.kinds, 1.0)

    @cached_property
    def rows(self) -> list[Shared]:
        """Return the rows of the period and subject that are asked for, rolled up, if they tie."""
        rows: Iterable[Shared] = self.spec.rows(self._reader)
        if self.options.about:
            rows = filters.about(rows, subject(self._reader, self.options.about), self.ledger)
        with no_collection():
            rolled = rollup.rolled(self._within(rows), self._steps(), self.ledger)
            return [shared for shared in rolled if ties_some(shared)]

    def in_period(self, period: Period) -> list[Shared]:
        """Return the rows of a shorter period."""
        return list(filters.in_period(self.rows, period, self.ledger))

    def ties(self, rows: Iterable[Shared]) -> Ties:
        """Return the ties that are shown of what these rows tie."""
        return self.shown(project(rows, self.factors))

    def shown(self, found: Ties) -> Ties:
        """Return those of the ties that the options leave."""
        options = self.options
        if options.backbone is not None:
            found = filters.backbone(found, options.backbone, directed=self.spec.directed)
        if options.min_weight > 0:
            found = filters.at_least(found, options.min_weight)
        return filters.near(found, options.focus, options.hops) if options.focus else found

    def network(self, rows: Iterable[Shared] | None = None) -> nx.Graph[str]:
        """Return the network, of all rows unless others are given, as a graph that is frozen."""
        return network.frozen(self.spec, self.parts() if rows is None else self._made(rows))

    def parts(self) -> Parts:
        """Return the nodes and edges of the network, as the store keeps them or made now."""
        found = kept.read(self.ledger) if kept.is_kept(self.spec, self.options) else None
        return found or self._made(self.rows)

    def _made(self, rows: Iterable[Shared]) -> Parts:
        with no_collection():
            found = self.ties(rows)
            return network.written(self.spec, found, self.view, self.ledger, self._classes)

    @cached_property
    def _classes(self) -> dict[str, str]:
        return self._reader.instances(*_CLASSES)

    def _within(self, rows: Iterable[Shared]) -> Iterable[Shared]:
        period = self.options.period
        return filters.in_period(rows, period, self.ledger) if period else rows

    def _steps(self) -> Iterator[RollUp]:
        """Yield the roll-ups in their order: today's agencies, ESA whole or in parts, countries."""
        wanted, countries = self.options.roll_up, self.spec.countries
        if "successors" in wanted:
            yield rollup.to_successors(self._reader.links(SKG.succeededBy))
        if not countries and not {"esa", "member-states"} & set(wanted):
            return
        known = Affiliations(self.view)
        if "esa" in wanted:
            yield rollup.to_esa(known)
        if "member-states" in wanted:
            yield rollup.to_member_states(known, agencies=not countries)
        if countries:
            yield rollup.to_countries(known)
