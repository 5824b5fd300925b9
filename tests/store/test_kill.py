"""A writer that is killed leaves each release wholly in the store or wholly out of it."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from benchmarks.crash import moments
from kg.store.embedded import EmbeddedStore
from kg.store.graphs import Graphs
from kg.vocab import DEFAULT_BASE
from tests.store.samples import dump, release
from tests.store.test_truth import facts_of, recomputed

SIZE = 40
# Each release is admitted, replaced by a smaller one, and admitted again, without end.
WRITE = """
import itertools, sys
from pathlib import Path
from benchmarks.crash import moments
from kg.store.embedded import EmbeddedStore
from tests.store.samples import release
from tests.store.test_kill import SIZE
with EmbeddedStore.open(Path(sys.argv[1])) as store:
    for turn in itertools.count():
        start = turn % 7
        store.admit(release(str(turn % 5), range(start, start + SIZE * (1 + turn % 2))))
        print(turn, flush=True)
"""


@pytest.mark.parametrize("turns", [1, 6, 11])
def test_a_killed_writer_leaves_whole_releases(tmp_path: Path, checkout: Path, turns: int) -> None:
    EmbeddedStore.open(tmp_path, create=True).close()
    with subprocess.Popen(
        [sys.executable, "-c", WRITE, str(tmp_path)], stdout=subprocess.PIPE, cwd=checkout
    ) as writer:
        assert writer.stdout is not None
        for _ in range(turns):
            assert writer.stdout.readline()
        writer.send_signal(signal.SIGKILL)
    with EmbeddedStore.open(tmp_path) as store:
        assert facts_of(store) == recomputed(store)
        assert store.releases()
        for name in store.releases():
            facts, evidence = _sizes(store, name)
            assert facts == evidence
            assert facts in (SIZE, SIZE * 2)
        store.admit(release("0", range(SIZE)))
        again = dump(store)
        assert not store.admit(release("0", range(SIZE))).changed
        assert dump(store) == again


def _sizes(store: EmbeddedStore, name: NamedNode) -> tuple[int, int]:
    graphs = Graphs(DEFAULT_BASE)
    return store.count(graphs.facts(name.value)), store.count(graphs.evidence(name.value))


@pytest.mark.slow
def test_a_build_that_is_killed_ends_as_one_that_never_was() -> None:
    told = list(moments(4, 60, seed=3))
    assert told[-1].endswith("every store whole, every dump the same")
