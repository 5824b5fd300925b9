"""Many releases on one machine: mapped, validated, loaded and asked; what a release costs as they grow.

    python benchmarks/scale.py [--releases 100000] [--jobs 2] [--plain 20] [--folder DIR] [--write]
    python benchmarks/scale.py --briefs 300000 [--jobs 2] [--write]
    python benchmarks/scale.py --notices 1000000 [--jobs 2] [--write]

Generated texts (benchmarks/releases.py) go through `kg.pipeline.build` with so many processes, into a store
on disk. At marks that grow by half an order of magnitude the processor time of all processes, the
clock and the memory are read; the slope is that of processor time over releases, both as logarithms,
where 1 means that a release costs the same however many there are. *Mapping alone* is the same without
a store. Then questions are asked of the store. *Plainly*: the first releases once more, with
pySHACL and rdflib's memory store in the place of ours, in the same run. *--briefs* maps and validates that
many releases of a title and a paragraph, *--notices* of a title and a sentence, and does nothing else: so a
million come to their end on a small machine. --write puts the figures into docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from math import log, nan
from multiprocessing import active_children
from pathlib import Path
from time import perf_counter, process_time, thread_time
from typing import Final, TypeVar

import rdflib

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import page
from benchmarks.releases import releases, write
from benchmarks.sentences import BRIEF, NOTICE
from kg import queries, shapes, views
from kg.jobs import ordered
from kg.pipeline import Judge, Mapper, build
from kg.releases import read
from kg.store.base import Rows
from kg.store.embedded import EmbeddedStore

T = TypeVar("T")

MARKS = (100, 300, 1000, 3000, 10_000, 30_000, 100_000, 300_000, 1_000_000)
TICKS, PAGE_SIZE, MEGA = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE"), 1_000_000
ASKED: tuple[tuple[str, dict[str, str]], ...] = (
    ("shared-programmes", {}),
    ("shared-programmes", {"agency": "CNES"}),
    ("meetings", {"participant": "CNES", "other": "ESA"}),
    ("agreements", {"party": "NASA", "other": "JAXA"}),
    ("launches", {"since": "2024-01-01"}),
    ("who-met-whom", {"since": "2024-01-01"}),
    ("timeline", {"entity": "CHEOPS"}),
)


@dataclass(frozen=True)
class Mark:
    """What so many releases took, from the first on: seconds, and megabytes at that moment.

    `writer` is the thread that admits, `engine` what else its process does: RocksDB sorts files in threads
    of its own.
    """

    releases: int
    processor: float
    writer: float
    engine: float
    clock: float
    memory: float
    workers: float


def marked(done: Iterable[object], total: int) -> Iterator[Mark]:
    """Run through what is done, and read the figures at the marks."""
    wanted = {*(m for m in MARKS if m < total), total}
    began, own, process, all_ = perf_counter(), thread_time(), process_time(), _processor()
    for count, _ in enumerate(done, 1):
        if count in wanted:
            writer = thread_time() - own
            engine = process_time() - process - writer
            times = _processor() - all_, writer, engine, perf_counter() - began
            memory = _resident(os.getpid()), sum(map(_resident, _workers()))
            print(f"... {count:,} in {times[0]:,.0f} s", file=sys.stderr, flush=True)
            yield Mark(count, *times, *memory)


def _workers() -> list[int]:
    return [child.pid for child in active_children() if child.pid is not None]


def _processor() -> float:
    """Return the processor time of this process and of its workers, ended ones too."""
    ended = os.times()
    ended_time = ended.children_user + ended.children_system
    return process_time() + ended_time + sum(map(_time_of, _workers()))


def _time_of(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _resident(pid: int) -> float:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE_SIZE / MEGA


def slope(marks: list[Mark], cost: Callable[[Mark], float]) -> float:
    """Return the slope of a cost over releases, in logarithms, by least squares.

    Both are counted from the first mark on: until then all is got ready, once.
    """
    first, *others = marks
    points = [(log(m.releases - first.releases), log(cost(m) - cost(first))) for m in others]
    if len(points) < 2:
        return nan
    x, y = (sum(p[i] for p in points) / len(points) for i in (0, 1))
    return sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points)


def mapped(texts: Path, count: int, jobs: int) -> list[Mark]:
    """Map and validate without a store."""
    pieces = ((str(texts), found) for found in islice(read(str(texts)), count))
    judged = ordered(Judge(Mapper()), pieces, jobs)
    return list(marked(chain.from_iterable(judged), count))


def built(texts: Path, folder: Path, count: int, jobs: int) -> tuple[list[Mark], Counter[str]]:
    """Build a store; return the marks and what became of the releases."""
    became: Counter[str] = Counter()

    def counted() -> Iterator[object]:
        with EmbeddedStore.open(folder, create=True) as store:
            for outcome in build([str(texts)], store, Mapper(), jobs=jobs):
                became[outcome.status] += 1
                yield outcome

    return list(marked(counted(), count)), became


def asked(folder: Path) -> Iterator[str]:
    """Yield a row of the table for each question."""
    with EmbeddedStore.open(folder, read_only=True) as store:
        yield f"| quads in the store | {store.count():,} | |"
        for name, params in ASKED:
            answer, seconds = _timed(partial(queries.run, name, store, params))
            told = " ".join((name, *(f"{key}={value}" for key, value in params.items())))
            rows = len(answer) if isinstance(answer, Rows) else 0
            yield f"| query {told} | {1000 * seconds:,.0f} ms | {rows:,} rows |"
        found, seconds = _timed(lambda: store.search("framework agreement"))
        yield f"| search: framework agreement | {1000 * seconds:,.0f} ms | {len(found.quotes)} shown |"
        network, seconds = _timed(lambda: views.build("agencies", store))
        yield f"| network of agencies | {1000 * seconds:,.0f} ms | {network.number_of_edges():,} ties |"


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    start = process_time()
    result = work()
    return result, process_time() - start


def plainly(texts: Path, count: int) -> tuple[float, float]:
    """Return milliseconds a release of ours and of pySHACL with rdflib, after the same mapping."""
    mapper = Mapper()
    graphs = [mapper.graph(mapper.map(r)) for r in islice(read(str(texts)), count)]
    with (
        tempfile.TemporaryDirectory() as place,
        EmbeddedStore.open(Path(place), create=True) as store,
    ):
        start = process_time()
        for graph in graphs:
            shapes.validate((*graph.facts, *graph.evidence), "shacl")
        store.admit_all(graphs)
        ours = process_time() - start
    dataset = rdflib.Dataset()
    start = process_time()
    for graph in graphs:
        shapes.validate((*graph.facts, *graph.evidence), "pyshacl")
        for name, triples in (
            (graph.facts_graph, graph.facts),
            (graph.evidence_graph, graph.evidence),
        ):
            lines = "\n".join(f"{t} ." for t in triples)
            dataset.graph(rdflib.URIRef(name)).parse(data=lines, format="nt")
            if name == graph.facts_graph:
                dataset.default_graph.parse(data=lines, format="nt")
    return 1000 * ours / count, 1000 * (process_time() - start) / count


def table(marks: list[Mark]) -> Iterator[str]:
    """Yield the marks as a table."""
    yield "| releases | processor, s | ms a release | of it the writer | its engine | clock, s | memory, MB | of the workers |"
    yield "|---:|---:|---:|---:|---:|---:|---:|---:|"
    for mark in marks:
        parts = (mark.processor, mark.writer, mark.engine)
        each, own, engine = (1000 * seconds / mark.releases for seconds in parts)
        told = f"{mark.processor:.1f} | {each:.1f} | {own:.1f} | {engine:.1f} | {mark.clock:.0f} | {mark.memory:.0f}"
        yield f"| {mark.releases:,} | {told} | {mark.workers:.0f} |"


def report(texts: Path, folder: Path, chosen: argparse.Namespace) -> Iterator[str]:
    """Measure, and yield the section."""
    yield "## Scale"
    yield ""
    yield f"`benchmarks/scale.py --releases {chosen.releases} --jobs {chosen.jobs}`; {page.machine()}."
    marks = mapped(texts, chosen.mapped, chosen.jobs)
    yield f"\nMapping and validation alone, streamed; slope {slope(marks, lambda m: m.processor):.2f}:\n"
    yield from table(marks)
    marks, became = built(texts, folder, chosen.releases, chosen.jobs)
    told = ", ".join(f"{count:,} {status}" for status, count in sorted(became.items()))
    yield f"\nInto a store on disk ({told}); slope {slope(marks, lambda m: m.processor):.2f}, of the writer alone {slope(marks, lambda m: m.writer):.2f}:\n"
    yield from table(marks)
    yield "\nAsked of that store, in processor time:\n"
    yield "| what | | |"
    yield "|---|---:|---:|"
    yield from asked(folder)
    ours, theirs = plainly(texts, chosen.plain)
    yield f"\nValidated and loaded plainly, by pySHACL and rdflib, over the first {chosen.plain} releases: {theirs:.1f} ms a release; by us {ours:.1f} ms; ratio {theirs / ours:.0f}."


SHORT: Final = {"briefs": BRIEF, "notices": NOTICE}
"""Releases that say less than others."""


def short(kind: str, texts: Path, count: int, jobs: int) -> Iterator[str]:
    """Measure briefs or notices, and yield the section."""
    yield f"## {kind.capitalize()}"
    yield ""
    yield f"`benchmarks/scale.py --{kind} {count} --jobs {jobs}`; {page.machine()}."
    words = sum(len(text.text.split()) for text in releases(1000, plan=SHORT[kind])) / 1000
    marks = mapped(texts, count, jobs)
    yield f"\nReleases of {words:.0f} words, mapped and validated, streamed; slope {slope(marks, lambda m: m.processor):.2f}:\n"
    yield from table(marks)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--releases", type=int, default=10_000, help="releases to build a store of")
    parser.add_argument("--mapped", type=int, default=3000, help="releases to map alone")
    parser.add_argument("--briefs", type=int, default=0, help="briefs to map, and nothing else")
    parser.add_argument("--notices", type=int, default=0, help="notices to map, nothing else")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--plain", type=int, default=20)
    parser.add_argument("--folder", type=Path, help="where to leave texts and store")
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    lines = []
    with tempfile.TemporaryDirectory() as place:
        folder = chosen.folder or Path(place)
        folder.mkdir(parents=True, exist_ok=True)
        texts = folder / "releases.jsonl"
        kind = next((name for name in SHORT if getattr(chosen, name)), None)
        if kind is not None:
            count = getattr(chosen, kind)
            write(texts, releases(count, plan=SHORT[kind]))
            told = short(kind, texts, count, chosen.jobs)
        else:
            write(texts, releases(max(chosen.releases, chosen.mapped)))
            told = report(texts, folder / "store", chosen)
        for line in told:
            print(line, flush=True)
            lines += line.split("\n")
    if chosen.write:
        page.put(kind or "scale", lines)


if __name__ == "__main__":
    main()
