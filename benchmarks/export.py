"""How long exports take, and how much memory beyond that of the view.

    python benchmarks/export.py [--ties N] [--formats LIST] [--write]

A network of N ties (100,000) is made, of the shape that views have: a weight, counts, days and three
quotes a tie. Each format is written to a file in a process of its own; *time* is that of the writer, in
processor seconds, *beyond* is by how much the resident memory rose above that of the process that held
the network, and *of the view* the same as a share of what the network itself takes. networkx's own writers
stand beside ours, as a measure for other machines; where they cannot write such attributes the quotes are
left out for them.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from time import process_time

import networkx as nx
import page

from kg.export import network

MEGA = 1 << 20
BASE = "https://w3id.org/spacekg/"
WORDS = (
    "The two agencies agreed to build and to fly the mission together, and to share what it sees."
)


def large(ties: int) -> nx.Graph[str]:
    """Return a network of so many ties, twenty a node, with quotes that nobody shares."""
    chance = Random(7)
    graph: nx.Graph[str] = nx.Graph(name="benchmark")
    count = max(ties // 20, 50)
    keys = [f"{BASE}id/agency/a{number}" for number in range(count)]
    graph.add_nodes_from(
        (k, {"iri": k, "label": f"Agency {k[-4:]}", "class": "Agency"}) for k in keys
    )
    made = 0
    while made < ties:
        one, other = chance.sample(keys, 2)
        if not graph.has_edge(one, other):
            graph.add_edge(one, other, **_tie(made, chance))
            made += 1
    return nx.freeze(graph)


def _tie(number: int, chance: Random) -> dict[str, object]:
    release = f"{BASE}release/a/{number}"
    quotes = [
        {"text": f"{WORDS} ({number}, {place})", "release": release, "issued": "2019-03-01"}
        for place in range(3)
    ]
    return {
        "weight": round(chance.random() * 10, 6), "programmes": number % 5, "missions": number % 7,
        "meetings": number % 3, "shared": f"Mission {number}", "first": "2012-01-31",
        "last": "2019-03-01", "releases": 3, "quotes": quotes,
    }  # fmt: skip


def memory(name: str) -> int:
    """Return a figure of this process's memory in bytes (Linux: VmRSS now, VmHWM at most)."""
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith(name):
            return int(line.split()[1]) * 1024
    return 0


def flat(graph: nx.Graph[str]) -> nx.Graph[str]:
    """Return the network without its quotes, for writers that know no lists."""
    copy = nx.Graph(graph)
    for source, target, values in graph.edges(data=True):
        copy.add_edge(source, target, **values)
        del copy.edges[source, target]["quotes"]
    return copy


def _json(graph: nx.Graph[str], path: Path) -> None:
    with path.open("w", encoding="utf-8") as out:
        json.dump(nx.node_link_data(graph, edges="edges"), out)


THEIRS: dict[str, Callable[[nx.Graph[str], Path], None]] = {
    "networkx graphml": nx.write_graphml_xml,
    "networkx gexf": nx.write_gexf,
    "networkx json": _json,
}


def measure(name: str, ties: int) -> dict[str, float]:
    """Write one format in this process; return seconds, and bytes beyond the view."""
    empty = memory("VmRSS")
    graph = large(ties)
    if name in THEIRS and name != "networkx json":
        graph = flat(graph)
    held = memory("VmRSS")
    Path("/proc/self/clear_refs").write_text("5")  # forget the peak of making the network
    with tempfile.TemporaryDirectory() as folder:
        path, start = Path(folder) / "out", process_time()
        if name in THEIRS:
            THEIRS[name](graph, path)
        else:
            network.write(graph, name, path)
        took = process_time() - start
        size = path.stat().st_size
    return {"seconds": took, "beyond": memory("VmHWM") - held, "view": held - empty, "size": size}


def report(names: Sequence[str], ties: int) -> list[str]:
    """Measure each format in a process of its own; return a section for the page."""
    rows = []
    for name in names:
        command = [sys.executable, __file__, "--ties", str(ties), "--one", name]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        found = json.loads(done.stdout)
        rows.append(
            f"| {name} | {found['seconds']:.1f} | {found['size'] / MEGA:.1f} "
            f"| {found['beyond'] / MEGA:.1f} | {found['beyond'] / found['view']:.0%} |"
        )
    return [
        "## Exports of networks",
        "",
        f"`benchmarks/export.py`: {ties:,} ties with three quotes each, which take "
        f"{found['view'] / MEGA:.0f} MB of memory; {page.machine()}. Processor time; memory beyond that of the network.",
        "",
        "| format | seconds | file, MB | memory beyond, MB | of the network |",
        "|---|---|---|---|---|",
        *rows,
        "",
        "networkx's GraphML and GEXF are written without the quotes, which it refuses. Pictures, the page and Mermaid show",
        "the strongest ties.",
    ]


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ties", type=int, default=100_000)
    parser.add_argument("--formats", default="", help="names with commas between; all by default")
    parser.add_argument("--write", action="store_true", help="put the figures into docs")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(measure(given.one, given.ties)))
        return
    every = [*THEIRS, *(format_.name for format_ in network.FORMATS)]
    lines = report([n for n in given.formats.split(",") if n] or every, given.ties)
    print("\n".join(lines))
    if given.write:
        page.put("exports", lines)


if __name__ == "__main__":
    main()
