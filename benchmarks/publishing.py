"""How long it takes to publish a store as a static site, and in how much memory.

    python benchmarks/publishing.py [--releases 200] [--store DIR] [--write]

A store of synthetic releases, or the one in DIR, is published twice, each time by a process of its own: to a folder that is
empty, and once more, when nothing has changed. *Memory* is the most that the process had resident (Linux).
--write puts the figures into docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import page
from benchmarks.synthetic import graphs
from kg.publish import site
from kg.publish.addresses import Addresses
from kg.publish.documents import Store
from kg.publish.static import File, files, write
from kg.store.embedded import EmbeddedStore
from kg.store.remembered import RememberedView

PUBLIC = "https://data.example.org/space/"
KILO, MEGA = 1 << 10, 1 << 20


def build(folder: Path, releases: int) -> None:
    """Make the store."""
    with EmbeddedStore.open(folder, create=True) as store:
        store.admit_all(list(graphs(releases)))


def publish(store: Path, folder: Path) -> dict[str, float]:
    """Publish the store in this process; return what came out, and what it took."""
    sizes: list[int] = []
    with EmbeddedStore.open(store, read_only=True) as view:
        published = Store(RememberedView(view), Addresses(view.base, PUBLIC))
        began, used = perf_counter(), process_time()
        done = write(folder, _weighed(files(published), sizes))
        took = {"seconds": perf_counter() - began, "processor": process_time() - used}
        documents = sum(1 for _ in site.paths(published))
    # Linux tells kilobytes.
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILO
    return {**took, "documents": documents, "files": len(sizes), "bytes": sum(sizes),
            "written": done.written, "memory": memory}  # fmt: skip


def _weighed(found: Iterable[File], sizes: list[int]) -> Iterator[File]:
    for file in found:
        yield file
        sizes.append(len(file.body) if isinstance(file.body, bytes) else file.body.stat().st_size)


def apart(store: Path, folder: Path) -> dict[str, float]:
    """Publish the store in a process of its own."""
    command = [sys.executable, __file__, "--store", str(store), "--to", str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def measure(store: Path, folder: Path) -> list[str]:
    """Return the lines of the section."""
    runs = [("the first time", apart(store, folder)), ("again", apart(store, folder))]
    first = runs[0][1]
    lines = [
        f"{first['documents']:.0f} documents, {first['files']:.0f} files, {first['bytes'] / MEGA:.0f} MB.",
        "",
        "| | files written | s by the clock | s of processor time | ms a document | memory, MB |",
        "|---|---|---|---|---|---|",
    ]
    for name, run in runs:
        each = 1000 * run["processor"] / run["documents"]
        lines.append(
            f"| {name} | {run['written']:.0f} | {run['seconds']:.0f} | {run['processor']:.0f} | {each:.1f} "
            f"| {run['memory'] / MEGA:.0f} |"
        )
    return lines


def main() -> None:
    """Build, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--releases", type=int, default=200)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--to", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    if chosen.to:
        print(json.dumps(publish(chosen.store, chosen.to)))
        return
    with tempfile.TemporaryDirectory() as place:
        store = chosen.store or Path(place) / "store"
        if not store.exists():
            build(store, chosen.releases)
        lines = measure(store, Path(place) / "site")
    print("\n".join(lines))
    if chosen.write:
        head = f"`benchmarks/publishing.py`; {page.machine()}. A static site, as `spacekg publish` writes it."
        page.put("publishing", ["## Publishing", "", head, "", *lines])


if __name__ == "__main__":
    main()
