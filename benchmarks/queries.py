"""How quickly a store of many releases answers, against a plain union store, in one run.

    python benchmarks/queries.py [--releases N] [--limit SECONDS] [--write]

The whole store: a first build, questions, searches, networks and admissions, over N synthetic releases.
*Union*: the same releases in Oxigraph whose default graph is the union of all named graphs. Times are processor
time where the work is in this process (so that they hold on a busy machine), and each question has the limit.
The library of named queries has a benchmark of its own, library.py. --write puts the figures into
docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from statistics import median
from time import perf_counter, process_time, thread_time

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import page
from benchmarks.synthetic import World, graphs
from kg import shapes, views
from kg.model import ReleaseGraph
from kg.queries import get, run
from kg.store.embedded import EmbeddedStore

BATCH, ADMITTED, ROUNDS = 2000, 200, 3
MEETINGS = """
PREFIX skg: <https://w3id.org/spacekg/ontology#>
SELECT ?year (COUNT(DISTINCT ?event) AS ?meetings) WHERE {{
  ?event skg:participant <{}> , <{}> ; a skg:Meeting ; skg:date ?day BIND(YEAR(?day) AS ?year)
}} GROUP BY ?year ORDER BY ?year"""
SHARED = """
PREFIX skg: <https://w3id.org/spacekg/ontology#>
SELECT ?a ?b (COUNT(DISTINCT ?e) AS ?n) WHERE {
  ?a a skg:Agency ; skg:participatesIn|skg:leads ?e .
  ?b a skg:Agency ; skg:participatesIn|skg:leads ?e FILTER(STR(?a) < STR(?b))
} GROUP BY ?a ?b"""
UNION = """
import sys, time, pyoxigraph as ox
store, start = ox.Store.read_only(sys.argv[1]), time.process_time()
rows = sum(1 for _ in store.query(sys.argv[2], use_default_graph_as_union=True))
print(time.process_time() - start, rows)
"""


def timed(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the milliseconds of processor time that work takes at best."""
    times = []
    for _ in range(rounds):
        start = process_time()
        work()
        times.append(1000 * (process_time() - start))
    return min(times)


def batches(count: int) -> Iterator[list[ReleaseGraph]]:
    """Yield the releases in lists."""
    made = graphs(count)
    while batch := list(islice(made, BATCH)):
        yield batch


def fill(store: EmbeddedStore, count: int) -> tuple[int, float, float]:
    """Put the releases in; return their quads, and the seconds of processor and of clock."""
    quads, spent, clock = 0, 0.0, 0.0
    for batch in batches(count):
        quads += sum(len(g.facts) + len(g.evidence) for g in batch)
        start, began = process_time(), perf_counter()
        store.admit_all(batch)
        spent, clock = spent + process_time() - start, clock + perf_counter() - began
    return quads, spent, clock


def fill_union(folder: Path, count: int) -> None:
    """Make a store of named graphs alone."""
    store = ox.Store(str(folder))
    for batch in batches(count):
        store.bulk_extend(
            [Quad(*parts(t), NamedNode(name)) for graph in batch for t, name in graph]
        )
    store.flush()


def parts(triple: ox.Triple) -> tuple[ox.NamedNode, ox.NamedNode, ox.Literal | ox.NamedNode]:
    """Return the terms of a triple."""
    return triple.subject, triple.predicate, triple.object  # type: ignore[return-value]


def by_union(folder: Path, query: str, limit: int) -> str:
    """Return how long a union store takes, or that it takes longer than the limit."""
    command = [sys.executable, "-c", UNION, str(folder), query]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=limit)
    except subprocess.TimeoutExpired:
        return f"over {limit * 1000}"
    return f"{1000 * float(done.stdout.split()[0]):.1f}"


def admitted(store: EmbeddedStore, count: int) -> tuple[float, float]:
    """Return the median milliseconds of validating and admitting one release more.

    First those of this thread, then those of all: after a build the engine tidies up in threads of its own.
    """
    own, all_ = [], []
    for graph in graphs(ADMITTED, start=count):
        start, began = thread_time(), process_time()
        assert shapes.validate((*graph.facts, *graph.evidence)).conforms
        store.admit(graph)
        own.append(1000 * (thread_time() - start))
        all_.append(1000 * (process_time() - began))
    return median(own), median(all_)


def large(count: int, limit: int, folder: Path) -> list[str]:
    """Return the table of what is asked of a large store."""
    world = World()
    one, other = (f"https://w3id.org/spacekg/id/{world.agencies[n].key}" for n in (0, 1))
    with EmbeddedStore.open(folder / "whole", create=True) as store:
        quads, spent, clock = fill(store, count)
    memory = getrusage(RUSAGE_SELF).ru_maxrss / 1024
    fill_union(folder / "union", count)
    meetings = MEETINGS.format(one, other)
    with EmbeddedStore.open(folder / "whole", read_only=True) as view:
        mission = world.missions[200].entity.label
        figures = [
            (
                "shared-programmes (named query)",
                1000,
                timed(lambda: run(get("shared-programmes"), view, {})),
                "-",
            ),
            (
                "agency pairs by shared programmes",
                1000,
                timed(lambda: view.query(SHARED)),
                by_union(folder / "union", SHARED, limit),
            ),
            (
                "evidence of a mission (named query)",
                20,
                timed(lambda: run(get("evidence"), view, {"entity": mission})),
                "-",
            ),
            (
                "meetings of two agencies by year",
                50,
                timed(lambda: view.query(meetings)),
                by_union(folder / "union", meetings, limit),
            ),
            ("search: space agency", 200, timed(lambda: view.search("space agency")), "-"),
            (
                "search: memorandum signed",
                200,
                timed(lambda: view.search("memorandum signed")),
                "-",
            ),
            (
                "network of agencies, with quotes",
                300,
                timed(lambda: views.build("agencies", view)),
                "-",
            ),
        ]
    with EmbeddedStore.open(folder / "whole") as store:
        own, all_ = admitted(store, count)
        admission = "validation and admission of one release"
        figures.append((admission, 15, own, "-"))
        figures.append((f"{admission}, and what the engine tidies up meanwhile", "-", all_, "-"))
    return [
        f"First build of {count} releases, {quads} quads, index included, {BATCH} releases at once: "
        f"{quads / spent / 1000:.0f} thousand quads a second of processor time, {quads / clock / 1000:.0f} thousand "
        f"by the clock (goal: 60); {memory:.0f} MB of memory at most.",
        "",
        f"Over {count} releases, in milliseconds of processor time (best of {ROUNDS}):",
        "",
        "| what | spacekg | goal | union store |",
        "|---|---|---|---|",
        *(f"| {what} | {ms:.1f} | {goal} | {union} |" for what, goal, ms, union in figures),
    ]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--releases", type=int, default=10_000)
    parser.add_argument("--limit", type=int, default=40, help="seconds for one question")
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        lines = [
            "## Queries",
            "",
            f"`benchmarks/queries.py`; {page.machine()}.",
            "",
            *large(chosen.releases, chosen.limit, Path(place)),
        ]
    print("\n".join(lines))
    if chosen.write:
        page.put("queries", lines)


if __name__ == "__main__":
    main()
