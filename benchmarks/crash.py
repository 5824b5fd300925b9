"""Kill a build at random moments, and see whether the store is whole each time.

    python benchmarks/crash.py [--moments 200] [--releases 300] [--seed N]

A process builds a store of synthetic releases in batches, now and then replaces or removes one, and
is killed with SIGKILL. After reopening: each release is wholly in or wholly out, the default graph is
the union of what is stated, counts agree, and the index says what SPARQL says. Then the build is
taken up again, and killed again. In the end the store must equal one that was never killed.
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import DefaultGraph, Triple

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.synthetic import graphs
from kg.model import ReleaseGraph
from kg.store.asked import AskedLedger
from kg.store.base import View
from kg.store.embedded import EmbeddedStore
from kg.store.graphs import Graphs
from kg.store.index.ledger import IndexedLedger
from kg.store.ledger import Ledger
from kg.vocab import DEFAULT_BASE, SKG

BATCH = 20
ROLES = (SKG.participatesIn, SKG.leads, SKG.participant, SKG.party)


def build(folder: Path, count: int, seed: int) -> None:
    """Put the releases in; take up where an earlier build was killed."""
    made = list(graphs(count, seed))
    print("ready", flush=True)
    with EmbeddedStore.open(folder, create=True) as store:
        for start in range(0, count, BATCH):
            batch = made[start : start + BATCH]
            print(start, flush=True)
            if store.admit_all(batch):
                # What is new is taken out and put in again, so that all kinds of change are met.
                store.remove(batch[0].release)
                store.admit(batch[0])


def check(folder: Path, made: list[ReleaseGraph]) -> int:
    """Return how many releases the store holds; AssertionError where it is not whole."""
    names = Graphs(DEFAULT_BASE)
    known = {graph.release: graph for graph in made}
    with EmbeddedStore.open(folder) as store:
        held = [release.value for release in store.releases()]
        for release in held:
            facts, evidence = (
                {q.triple for q in store.quads(name)}
                for name in (names.facts(release), names.evidence(release))
            )
            assert facts == set(known[release].facts), f"{release}: facts in part"
            assert evidence == set(known[release].evidence), f"{release}: evidence in part"
        shown = {g.value.partition("/graph/evidence/")[2] for g in store.graphs()} - {""}
        assert len(shown) == len(held), "evidence without facts"
        assert stated(store) == {q.triple for q in store.quads(DefaultGraph())}, "default graph"
        assert store.count() == sum(1 for _ in store.quads()), "counts"
        ledger = store.ledger()
        assert isinstance(ledger, IndexedLedger), "index not in step"
        assert said(ledger) == said(AskedLedger(store)), "index"
    return len(held)


def stated(view: View) -> set[Triple]:
    """Return the union of the graphs of facts."""
    return {q.triple for g in view.graphs() if "/evidence/" not in g.value for q in view.quads(g)}


def said(ledger: Ledger) -> list[object]:
    """Return what a ledger answers, with words in place of numbers."""
    claims = ledger.claims(ROLES)
    words = ledger.quotes({claim.source for claim in claims})
    pairs = [sorted(ledger.pairs(role)) for role in ROLES]
    return [pairs, sorted((c.subject, c.object, words[c.source]) for c in claims)]


def kill_after(folder: Path, seconds: float, count: int, seed: int) -> bool:
    """Build, and kill the process so long after it is ready; tell whether it was at work still."""
    command = [sys.executable, __file__, "--build", str(folder), "--releases", str(count)]
    with subprocess.Popen(
        [*command, "--seed", str(seed)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            return True
    assert process.returncode == 0
    return False


def dump(folder: Path) -> list[str]:
    """Return the lines of a store."""
    with EmbeddedStore.open(folder, read_only=True) as store:
        return [str(quad) for quad in store.quads()]


def moments(count: int, size: int, seed: int) -> Iterator[str]:
    """Kill `count` times; a build that comes to its end is compared, and another one begun."""
    chance, made = random.Random(seed), list(graphs(size, seed))
    with tempfile.TemporaryDirectory() as place:
        whole, folder = Path(place, "whole"), Path(place, "killed")
        start = time.monotonic()
        build(whole, size, seed)
        length, expected = time.monotonic() - start, dump(whole)
        kills = builds = 0
        while kills < count:
            if kill_after(folder, chance.uniform(0, length), size, seed):
                kills += 1
                held = check(folder, made) if (folder / "spacekg.json").exists() else 0
                yield f"{kills:4} killed with {held} releases in"
                continue
            check(folder, made)
            assert dump(folder) == expected, "not the dump of a build that was never killed"
            builds += 1
            yield f"     build {builds} came to its end, as one never killed"
            shutil.rmtree(folder)
        kill_after(folder, 3600, size, seed)
        assert dump(folder) == expected, "not the dump of a build that was never killed"
        yield f"{kills} kills, {builds + 1} builds ended: every store whole, every dump the same"


def main() -> None:
    """Kill, check and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moments", type=int, default=200)
    parser.add_argument("--releases", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--build", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.build:
        build(chosen.build, chosen.releases, chosen.seed)
        return
    for line in moments(chosen.moments, chosen.releases, chosen.seed):
        print(line, flush=True)


if __name__ == "__main__":
    main()
