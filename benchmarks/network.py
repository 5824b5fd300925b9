"""How quickly networks are made and measured, and what memory a large one takes to export.

    python benchmarks/network.py [--releases N] [--store DIR] [--rounds N] [--page FILE]

*Making*: the agencies' network of a store of synthetic releases (`synthetic.py`), in the same run by
each way that there is: as the program does it from the store's index, as it does it by SPARQL where
there is none (a remote service), by an aggregate over pairs in SPARQL, which gives the counts alone,
and by a loop over all quads, which gives the missions alone. *Measuring*: all measures, by networkx
and by igraph. *Exporting*: a network of 100,000 ties, each with three quotes, in a process of its own
for each format; what the writing adds to the memory is compared with what the network itself takes.

The fastest of the rounds counts, in processor time, since what else the machine does only adds to it.
"""

from __future__ import annotations

import argparse
import gc
import resource
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from itertools import combinations
from pathlib import Path
from random import Random
from time import process_time
from types import SimpleNamespace

import networkx as nx
from pyoxigraph import NamedNode
from synthetic import graphs, write

from kg import views
from kg.export import network as export
from kg.store.asked import AskedLedger
from kg.store.asking import PROLOGUE
from kg.store.embedded import EmbeddedStore
from kg.views.measures import MEASURES, measure
from kg.views.measures.weighted import Weighted
from kg.vocab import RDF, SKG

TIES = 100_000
NODES = 2_000
FORMATS = ("graphml", "gexf", "json", "cyjs", "csv", "dot")
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
SECTION = "## Networks"


def ways(store: EmbeddedStore) -> dict[str, Callable[[], object]]:
    """Return the ways to make the agencies' network, by name."""
    asked = SimpleNamespace(
        base=store.base, where=store.where, select=store.select, query=store.query,
        releases=store.releases, ledger=lambda: AskedLedger(store),
    )  # fmt: skip
    return {
        "the view, from the index": lambda: views.build("agencies", store),
        "its weights alone, from the index": lambda: _weights(store),
        "the view, by SPARQL": lambda: views.build("agencies", asked),
        "a SPARQL aggregate over pairs, counts alone": lambda: store.select(PROLOGUE + PAIRS),
        "a loop over all quads, missions alone": lambda: by_loop(store),
    }


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


def large() -> nx.Graph[str]:
    """Return a network of the shape of a view's, with as many ties as are exported."""
    random = Random(1)
    names = [f"https://w3id.org/spacekg/id/agency/agency-{n:05}" for n in range(NODES)]
    graph: nx.Graph[str] = nx.Graph(name="agencies")
    for name in names:
        graph.add_node(name, iri=name, label=name[-12:], **{"class": "Agency"}, **_proof(name, 0))
    while graph.number_of_edges() < TIES:
        one, other = sorted(random.sample(names, 2))
        weight = round(random.paretovariate(1.5), 6)
        counts = {kind: random.randrange(9) for kind in views.get("agencies").kinds}
        place = graph.number_of_edges()
        graph.add_edge(one, other, weight=weight, **counts, **_proof(one, place))
    return graph


def _proof(name: str, place: int) -> dict[str, object]:
    quotes = [
        {
            "text": f"Sentence {place}-{n} tells that {name[-12:]} works together with another.",
            "release": f"https://w3id.org/spacekg/release/cnes/pr{place:06}-{n}",
            "issued": "2020-02-17",
        }
        for n in range(3)
    ]
    return {"first": "2000-01-01", "last": "2020-02-17", "releases": 3, "quotes": quotes}


def exporting() -> Iterator[str]:
    """Yield what each format takes to write the large network."""
    yield f"A network of {NODES} nodes and {TIES} ties, each with three quotes, written:\n"
    yield "| format | seconds | memory of the network, MB | writing adds, MB | MB written |"
    yield "|---|---:|---:|---:|---:|"
    for format_ in FORMATS:
        done = subprocess.run(
            [sys.executable, __file__, "--export", format_],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        yield f"| {format_} | {' | '.join(done.stdout.split())} |"
    yield ""


def export_one(format_: str) -> None:
    """Print seconds, the network's memory, what writing adds to it, and the size of the file."""
    bare = peak()
    graph = large()
    whole = peak()
    start = process_time()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "network"
        export.write(graph, format_, out)
        size = out.stat().st_size / (1 << 20)
    seconds = process_time() - start
    print(f"{seconds:.1f} {whole - bare:.0f} {peak() - whole:.0f} {size:.0f}")


def peak() -> float:
    """Return the most resident memory so far, in MB."""
    status = Path("/proc/self/status")
    if status.exists():  # what `getrusage` tells may be the memory of the parent process
        told = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(told["VmHWM"].split()[0]) / (1 << 10)
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def written(page: Path, lines: list[str]) -> None:
    """Put the lines into the page, in place of the section on networks."""
    text = page.read_text(encoding="utf-8")
    before, _, rest = text.partition(f"{SECTION}\n")
    after = rest.partition("\n## ")
    tail = f"\n## {after[2]}" if after[1] else ""
    body = "\n".join(lines).rstrip()
    page.write_text(f"{before.rstrip()}\n\n{SECTION}\n\n{body}\n{tail}", encoding="utf-8")


def main() -> None:
    """Measure, and print or write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--releases", type=int, default=10_000, help="releases in the store")
    parser.add_argument("--store", type=Path, help="use this folder, and make the store if need be")
    parser.add_argument("--rounds", type=int, default=3, help="rounds to take the best of")
    parser.add_argument("--page", type=Path, help="write the figures into this page")
    parser.add_argument("--export", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.export:
        export_one(chosen.export)
        return
    temporary = tempfile.TemporaryDirectory() if chosen.store is None else nullcontext("")
    with temporary as made:
        folder = chosen.store or Path(made) / "store"
        if not folder.exists():
            write(folder, graphs(chosen.releases))
        with EmbeddedStore.open(folder, read_only=True) as store:
            count = len(store.releases())
            lines = [*making(store, count, chosen.rounds), *measuring(store, chosen.rounds)]
    lines += exporting()
    if chosen.page:
        written(chosen.page, lines)
    else:
        print("\n".join(lines))


if __name__ == "__main__":
    main()
