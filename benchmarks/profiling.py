"""Where the time of a release goes: a profile of mapping, of validation and of the writer.

    python benchmarks/profiling.py [--releases 300] [--write]

Generated releases go through one process under cProfile, mapped and validated first, then admitted to a
store on disk in batches. A row is the share of all that is done within a function; rows that are indented
are a part of the row above them. The profiler makes small functions look slower than they are. --write
puts the table into docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import page
from benchmarks.releases import releases, write
from kg.model import ReleaseGraph
from kg.pipeline import BATCH, Judge, Mapper, admit, prepare
from kg.releases import read
from kg.store.embedded import EmbeddedStore

Rows = tuple[tuple[str, str, str], ...]
# What is shown: the words of the table, the end of the module's path, the function.
READING: Rows = (
    ("mapping", "pipeline.py", "map"),
    ("- header, sentences", "documents.py", "read"),
    ("- names and posts found", "mentions/__init__.py", "find"),
    ("- names linked", "entities/__init__.py", "link"),
    ("- facts and events", "facts/__init__.py", "read"),
    ("quads", "graph.py", "to_graph"),
    ("validation", "shapes/__init__.py", "validate"),
)
WRITING: Rows = (
    ("translations: links of the release", "translations.py", "linked"),
    ("translations: links of others", "translations.py", "translated"),
    ("admission", "embedded.py", "admit_all"),
    ("- what the default graph lacks", "changes.py", "additions"),
    ("- quads to the disk", "changes.py", "apply"),
    ("- index", "index/writer.py", "record"),
    ("- what the index is told", "index/rows.py", "statements"),
)


def profiled(work: Callable[[], object]) -> pstats.Stats:
    """Return the profile of some work."""
    profiler = cProfile.Profile(process_time)
    profiler.runcall(work)
    return pstats.Stats(profiler)


def table(stats: pstats.Stats, rows: Rows, count: int) -> Iterator[str]:
    """Yield a row for each function: its share, and milliseconds a release."""
    total = stats.total_tt  # type: ignore[attr-defined]
    yield "| part | share | ms a release |"
    yield "|---|---:|---:|"
    for words, module, name in rows:
        seconds = sum(
            entry[3]
            for (path, _, function), entry in stats.stats.items()  # type: ignore[attr-defined]
            if path.endswith(f"kg/{module}") or (path.endswith(module) and "/kg/" in path)
            if function == name
        )
        yield f"| {words} | {100 * seconds / total:.0f} % | {1000 * seconds / count:.2f} |"
    yield f"| all | 100 % | {1000 * total / count:.2f} |"


def report(count: int) -> Iterator[str]:
    """Measure, and yield the section."""
    with tempfile.TemporaryDirectory() as place:
        texts = Path(place, "releases.jsonl")
        write(texts, releases(2 * count))
        found = [(str(texts), release) for release in read(str(texts))]
        judge = Judge(Mapper(), engine="shacl")
        graphs: list[ReleaseGraph] = []

        def reading(some: list[tuple[str, object]]) -> None:
            graphs.extend(o.graph for piece in some for o in judge(piece) if o.graph)

        # The first half makes ready what is made once.
        reading(found[:count])
        stats = profiled(lambda: reading(found[count:]))
        yield "## Where the time goes"
        yield ""
        yield f"`benchmarks/profiling.py --releases {count}`, under a profiler; {page.machine()}. Mapped and validated:"
        yield ""
        yield from table(stats, READING, count)
        with EmbeddedStore.open(Path(place, "store"), create=True) as store:
            prepare(store, judge.mapper)

            def writing(some: Iterator[ReleaseGraph]) -> None:
                while batch := list(islice(some, BATCH)):
                    admit(batch, store)

            writing(iter(graphs[:count]))
            stats = profiled(lambda: writing(iter(graphs[count:])))
        yield ""
        yield "Admitted to a store on disk:"
        yield ""
        yield from table(stats, WRITING, count)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--releases", type=int, default=300)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    lines = []
    for line in report(chosen.releases):
        print(line, flush=True)
        lines.append(line)
    if chosen.write:
        page.put("profile", lines)


if __name__ == "__main__":
    main()
