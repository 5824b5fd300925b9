"""Laws that hold for all rows: projection, periods, the backbone, roll-ups."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import pairwise, permutations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.store.asked import AskedLedger
from kg.views import filters, rollup
from kg.views.asked import day
from kg.views.options import Period
from kg.views.shared import Pair, Shared
from kg.views.ties import Tie, Ties, project
from tests.views.sample import store
from tests.views.world import told

# Many rows are made for each example, which on a busy machine takes its time.
law = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

KINDS = ("programmes", "missions", "meetings")
ACTORS = st.sampled_from("abcdefg")
DAYS = st.dates(date(2000, 1, 1), date(2009, 12, 31)).map(date.isoformat)


def source(issued: str, release: int, place: int) -> int:
    """Return the number of a source, as ledgers make them: its day comes first."""
    number = date.fromisoformat(issued).toordinal() if issued else 0
    return ((number << 64 | release) << 64) | place


SOURCES = st.builds(source, DAYS | st.just(""), st.integers(1, 9), st.integers(0, 99))
MEMBERS = st.dictionaries(ACTORS, st.frozensets(SOURCES, max_size=3), max_size=5)
ROWS = st.lists(
    st.builds(
        Shared,
        kind=st.sampled_from(KINDS),
        thing=st.uuids().map(str),
        members=MEMBERS,
        others=st.none(),
        days=st.frozensets(DAYS, max_size=1),
        spread=st.booleans(),
    ),
    max_size=8,
)
LEDGER = AskedLedger(store(told("pr1", "2020-01-01")))


def brute(rows: list[Shared], factors: dict[str, float]) -> dict[Pair, float]:
    """Return the weights of ties, pair by pair, as the definition says."""
    found: dict[Pair, float] = defaultdict(float)
    for shared in rows:
        for one, other in permutations(shared.members, 2):
            if one < other and factors.get(shared.kind):
                share = 1 / (len(shared.members) - 1) if shared.spread else 1
                found[one, other] += factors[shared.kind] * share
    return found


@law
@given(ROWS, st.dictionaries(st.sampled_from(KINDS), st.floats(0.1, 10)))
def test_the_projection_is_that_of_the_definition(
    rows: list[Shared], factors: dict[str, float]
) -> None:
    found = {pair: round(tie.weight, 6) for pair, tie in project(rows, factors).ties.items()}
    assert found == {pair: round(weight, 6) for pair, weight in brute(rows, factors).items()}


@law
@given(ROWS)
def test_an_occasion_gives_each_member_one(rows: list[Shared]) -> None:
    for shared in rows:
        if shared.spread and len(shared.members) > 1:
            ties = project([shared], dict.fromkeys(KINDS, 1.0)).ties
            for member in shared.members:
                total = sum(tie.weight for pair, tie in ties.items() if member in pair)
                assert round(total, 9) == 1


@law
@given(ROWS, st.lists(DAYS, min_size=1, max_size=4, unique=True))
def test_periods_that_follow_each_other_hold_each_day_once(
    rows: list[Shared], bounds: list[str]
) -> None:
    edges = ["1999-01-01", *sorted(bounds), "2011-01-01"]
    parts = [Period(a, b) for a, b in pairwise(edges)]
    happened = [shared for shared in rows if shared.days]
    for shared in happened:
        held = [it for it in parts for _ in filters.in_period([shared], it, LEDGER)]
        assert len(held) == 1
    for shared in rows:
        if shared.days:
            continue
        told_ = [
            (member, one)
            for part in parts
            for it in filters.in_period([shared], part, LEDGER)
            for member, sources in it.members.items()
            for one in sources
        ]
        assert len(told_) == len(set(told_))


@law
@given(DAYS, DAYS, DAYS)
def test_a_period_holds_its_first_day_and_not_its_last(a: str, b: str, c: str) -> None:
    first, last = sorted((a, b))
    assert Period(first, last).holds(c) == (first <= c < last)
    assert not Period(first, last).holds("")


@law
@given(st.dates(date(1000, 1, 1)))
def test_a_day_is_read_as_it_is_written(it: date) -> None:
    assert day(it.isoformat()) == it.isoformat()
    assert day(f"{it:%Y-%m}") == it.replace(day=1).isoformat()


TIES = st.dictionaries(
    st.tuples(ACTORS, ACTORS).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0.1, 100).map(Tie),
    max_size=12,
)
LEVELS = st.floats(0.01, 1)


@law
@given(TIES, LEVELS, LEVELS, st.booleans())
def test_a_stricter_backbone_is_part_of_a_laxer_one(
    ties: dict[Pair, Tie], a: float, b: float, directed: bool
) -> None:
    network = Ties(ties, defaultdict())
    strict, lax = (
        set(filters.backbone(_named(network), level, directed=directed).ties)
        for level in sorted((a, b))
    )
    assert strict <= lax <= set(ties)


def _named(network: Ties) -> Ties:
    ends = {end: None for pair in network.ties for end in pair}
    return Ties(network.ties, ends)  # type: ignore[arg-type]


@law
@given(TIES)
def test_the_disparity_does_not_depend_on_the_scale(ties: dict[Pair, Tie]) -> None:
    larger = {pair: Tie(tie.weight * 8) for pair, tie in ties.items()}
    assert filters.disparity(ties) == filters.disparity(larger)


def test_the_disparity_is_that_of_the_paper() -> None:
    # One tie of 8 among three of strength 10: (1 - 0.8) ** 2; the other ends have one tie each.
    ties = {("a", "b"): Tie(8), ("a", "c"): Tie(1), ("a", "d"): Tie(1)}
    chances = filters.disparity(ties)
    assert [round(chances["a", it], 9) for it in "bcd"] == [0.04, 0.81, 0.81]
    assert list(filters.backbone(_named(Ties(ties, {})), 0.05).ties) == [("a", "b")]


@law
@given(ROWS, st.dictionaries(ACTORS, ACTORS))
def test_a_roll_up_loses_no_source(rows: list[Shared], targets: dict[str, str]) -> None:
    def step(actor: str, _: str) -> tuple[str, ...]:
        return (targets.get(actor, actor),)

    for before, after in zip(rows, rollup.rolled(rows, [step], LEDGER), strict=True):
        assert set().union(*before.members.values()) == set().union(*after.members.values())
        assert set(after.members) == {targets.get(it, it) for it in before.members}


@law
@given(st.lists(st.tuples(ACTORS, ACTORS), max_size=8), ACTORS)
def test_successors_end_even_where_they_run_in_a_circle(
    links: list[tuple[str, str]], actor: str
) -> None:
    found = rollup.to_successors(links)(actor, "")
    assert found
    assert actor in found or any(one == actor for one, _ in links)
