"""How quickly networks are made and measured.

    python benchmarks/network.py [--releases N] [--store DIR] [--rounds N] [--write]

*Making*: the agencies' network of a store of synthetic releases (`synthetic.py`), in the same run by
each way that there is: as the store keeps it for who asks first, made from the store's index (as with
other options, or when a change is left), made by SPARQL where there is no index (a remote service), by
an aggregate over pairs in SPARQL, which gives the counts alone, and by a loop over all quads, which
gives the missions alone. *Measuring*: all measures, by networkx
and by igraph. How long networks take to export, `export.py` measures.

The fastest of the rounds counts, in processor time, since what else the machine does only adds to it.
"""

from __future__ import annotations

import argparse
import gc
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from itertools import combinations
from pathlib import Path
from time import process_time
from types import SimpleNamespace

import page
from pyoxigraph import NamedNode
from synthetic import graphs, write

from kg import views
from kg.store.asked import AskedLedger
from kg.store.asking import PROLOGUE
from kg.store.embedded import EmbeddedStore
from kg.store.index.ledger import IndexedLedger
from kg.views.measures import MEASURES, measure
from kg.views.measures.weighted import Weighted
from kg.views.options import Options
from kg.vocab import RDF, SKG

PAIRS = """
SELECT ?a ?b (COUNT(DISTINCT ?thing) AS ?count) WHERE {
  ?a a skg:Agency . ?b a skg:Agency .
  { ?a skg:participatesIn|skg:leads|skg:contributes ?thing .
    ?b skg:participatesIn|skg:leads|skg:contributes ?thing }
  UNION
  { ?thing skg:participant|skg:witness ?a , ?b }
  FILTER(STR(?a) < STR(?b))
} GROUP BY ?a ?b
"""
HEAD = [
    "## Networks",
    "",
    f"`benchmarks/network.py`; {page.machine()}. Processor time, best of the rounds.",
    "",
]


def ways(store: EmbeddedStore) -> dict[str, Callable[[], object]]:
    """Return the ways to make the agencies' network, by name."""
    asked = SimpleNamespace(
        base=store.base, where=store.where, select=store.select, query=store.query,
        releases=store.releases, ledger=lambda: AskedLedger(store),
    )  # fmt: skip
    return {
        "the view with its quotes, as the store keeps it": lambda: views.build("agencies", store),
        "the view with its quotes, made from the index": lambda: _made(store),
        "its weights alone, from the index": lambda: _weights(store),
        "the view with its quotes, made by SPARQL": lambda: views.build("agencies", asked),
        "a SPARQL aggregate over pairs, counts alone": lambda: store.select(PROLOGUE + PAIRS),
        "a loop over all quads, missions alone": lambda: by_loop(store),
    }


def _made(store: EmbeddedStore) -> object:
    # An option that changes nothing, but that what is kept was not made with.
    return views.build("agencies", store, Options(hops=2))


def _weights(store: EmbeddedStore) -> object:
    study = views.study("agencies", store)
    return study.ties(study.rows)


def by_loop(store: EmbeddedStore) -> dict[tuple[str, str], int]:
    """Count what agencies share, from each quad that there is."""
    agencies, members = set(), defaultdict(set)
    for quad in store.engine.quads_for_pattern(None, None, None, None):
        property_ = quad.predicate.value
        if property_ == RDF.type and quad.object == NamedNode(SKG.Agency):
            agencies.add(quad.subject.value)
        elif property_ in (SKG.participatesIn, SKG.leads, SKG.contributes):
            members[quad.object.value].add(quad.subject.value)
    found: dict[tuple[str, str], int] = defaultdict(int)
    for group in members.values():
        for pair in combinations(sorted(group & agencies), 2):
            found[pair] += 1
    return found


def fastest(works: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the seconds that each work takes at best; in a round each has its turn."""
    seconds: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        for name, work in works.items():
            gc.collect()
            start = process_time()
            work()
            seconds[name].append(process_time() - start)
    return {name: min(times) for name, times in seconds.items()}


def making(store: EmbeddedStore, releases: int, rounds: int) -> Iterator[str]:
    """Yield a table of the ways to make a network."""
    graph = views.build("agencies", store)
    size = f"{graph.number_of_nodes()} agencies, {graph.number_of_edges()} ties"
    yield f"The agencies' network of {releases} synthetic releases ({size}):\n"
    times = fastest(ways(store), rounds)
    yield from table(times, next(iter(times.values())))


def measuring(store: EmbeddedStore, rounds: int) -> Iterator[str]:
    """Yield a table of the engines of the measures."""
    network = Weighted.of(views.build("agencies", store))
    names = [name for name in MEASURES if name != "community"]
    yield "All measures of this network, but the groups, which networkx finds for both:\n"
    works: dict[str, Callable[[], object]] = {
        "by igraph": lambda: measure(network, names, often=True),
        "by networkx": lambda: measure(network, names),
    }
    times = fastest(works, rounds)
    yield from table(times, times["by igraph"])


def table(times: dict[str, float], unit: float) -> Iterator[str]:
    """Yield times as a table, compared with one of them."""
    yield "| | seconds | ratio |"
    yield "|---|---:|---:|"
    for name, time in times.items():
        yield f"| {name} | {time:.3f} | {time / unit:.1f} |"
    yield ""


def main() -> None:
    """Measure, and print or write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--releases", type=int, default=10_000, help="releases in the store")
    parser.add_argument("--store", type=Path, help="use this folder, and make the store if need be")
    parser.add_argument("--rounds", type=int, default=3, help="rounds to take the best of")
    parser.add_argument("--write", action="store_true", help="put the figures into docs")
    chosen = parser.parse_args()
    temporary = tempfile.TemporaryDirectory() if chosen.store is None else nullcontext("")
    with temporary as made:
        folder = chosen.store or Path(made) / "store"
        if not folder.exists():
            write(folder, graphs(chosen.releases))
        # A writer makes the index again where it is of another version, and leaves the network.
        with EmbeddedStore.open(folder) as held:
            views.keep(held)
        with EmbeddedStore.open(folder, read_only=True) as store:
            assert isinstance(store.ledger(), IndexedLedger), "the store has no index"
            count = len(store.releases())
            lines = [*HEAD, *making(store, count, chosen.rounds), *measuring(store, chosen.rounds)]
    print("\n".join(lines))
    if chosen.write:
        page.put("networks", lines)


if __name__ == "__main__":
    main()
