"""A change that breaks off half-way is noticed and mended; one that is too large goes in pieces."""

from __future__ import annotations

import pytest

from kg.errors import EndpointError
from kg.store.remote import RemoteStore
from kg.vocab import DEFAULT_BASE
from tests.servers import Engine
from tests.servers.hostile import Habits, proxy
from tests.store.remotely import writable
from tests.store.samples import base_quads, dump, release
from tests.store.test_truth import facts_of, recomputed

ONE = f"{DEFAULT_BASE}release/test/one"
SIZE = 900
# Opening takes four updates; the first attempt, of the whole change, is refused and not counted.
OPENING = 4


@pytest.fixture
def filled(oxigraph: Engine) -> RemoteStore:
    """Return a store with an authority and two releases that share facts."""
    oxigraph.load([])
    store = RemoteStore.open(writable(oxigraph))
    store.load_base([], base_quads([1]))
    store.admit(release("one", range(0, SIZE, 2)))
    store.admit(release("two", range(5)))
    return store


def test_a_change_is_one_request(filled: RemoteStore, oxigraph: Engine) -> None:
    habits = Habits()
    with proxy(oxigraph, habits) as engine:
        store = RemoteStore.open(writable(engine))
        opened = len(habits.seen)
        store.admit(release("one", range(SIZE)))
    assert len(habits.seen) == opened + 1
    assert dump(store_of(oxigraph)) == dump(filled)


def test_what_is_too_large_goes_in_pieces(filled: RemoteStore, oxigraph: Engine) -> None:
    with proxy(oxigraph, Habits(body=250_000)) as engine:
        changed = RemoteStore.open(writable(engine)).admit(release("one", range(SIZE)))
    assert changed.added == SIZE // 2 * 3 - 2
    assert facts_of(filled) == recomputed(filled)
    assert filled.count() == 1 + 2 * SIZE + 10 + SIZE


@pytest.mark.parametrize("updates", range(4))
@pytest.mark.parametrize("numbers", [range(SIZE, 2 * SIZE), range(1, 2 * SIZE, 2)])
def test_an_interruption_is_mended(
    filled: RemoteStore, oxigraph: Engine, updates: int, numbers: range
) -> None:
    habits = Habits(body=250_000, updates=OPENING + updates)
    wanted = release("one", numbers)
    with proxy(oxigraph, habits) as engine:
        store = RemoteStore.open(writable(engine))
        assert len(habits.seen) == OPENING
        with pytest.raises(EndpointError):
            store.admit(wanted)
    # Whatever was reached, nothing stands in the default graph that nobody states.
    assert facts_of(filled) <= recomputed(filled)
    mended = store_of(oxigraph)
    assert mended.repaired == ((ONE,) if updates else ())
    assert (ONE in [r.value for r in mended.releases()]) is not bool(updates)
    assert facts_of(mended) == recomputed(mended)
    mended.admit(wanted)
    assert mended.count() == 1 + 10 + 2 * len(numbers) + len({*numbers, *range(5)})
    assert store_of(oxigraph).repaired == ()


def test_an_authority_in_pieces_is_loaded_again(oxigraph: Engine) -> None:
    oxigraph.load([])
    habits = Habits(body=200_000, updates=OPENING + 1)
    with proxy(oxigraph, habits) as engine:
        store = RemoteStore.open(writable(engine))
        with pytest.raises(EndpointError):
            store.load_base([], base_quads(range(3000)))
    mended = store_of(oxigraph)
    assert mended.repaired == (f"{DEFAULT_BASE}graph/ontology",)
    assert mended.count() == 0
    mended.load_base([], base_quads(range(3)))
    assert mended.count() == 6


def store_of(engine: Engine) -> RemoteStore:
    return RemoteStore.open(writable(engine))
