"""How quickly each named query answers over a large store, against a plain union store and rdflib, in one run.

    python benchmarks/library.py [--releases N] [--slice N] [--limit SECONDS] [--folder DIR] [--write]

The queries are asked of everything, with values only for the parameters that they cannot do without. With
--folder the stores stay there, and those of an earlier run are asked again. The union store is that of
queries.py. rdflib holds a slice of the releases, since it takes long to load: the queries run on both over that
slice, and must give as many rows. --write puts the figures into docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from math import exp, log
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import page
from benchmarks.queries import by_union, fill, fill_union, timed
from benchmarks.synthetic import World
from kg.pipeline import Mapper, ontology_quads
from kg.queries import NamedQuery, bind, catalogue, run
from kg.queries.model import Param
from kg.store.base import View
from kg.store.bindings import with_values
from kg.store.embedded import EmbeddedStore
from kg.vocab import SKG
from tests.queries.engines import RdflibView


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Raise TimeoutError in Python code that takes longer."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def fill_whole(folder: Path, count: int) -> None:
    """Make a store of the releases, the ontology and the authority."""
    with EmbeddedStore.open(folder, create=True) as store:
        store.load_base(ontology_quads(store.base), Mapper().authority_quads())
        fill(store, count)


def asked(view: View, union: Path, limit: int) -> list[str]:
    """Return the table of the library's queries over the whole store."""
    world = World()
    lines = ["| query | asked of | spacekg | union store | rows |", "|---|---|---|---|---|"]
    for query in catalogue():
        params = needed(query, world, view)
        rows = len(run(query, view, params))  # type: ignore[arg-type]
        here = timed(lambda q=query, p=params: run(q, view, p))  # type: ignore[misc]
        plain = by_union(
            union, with_values(query.sparql, bind(query, params, view).bindings), limit
        )
        about = ", ".join(value.removeprefix(view.base) for value in params.values())
        lines.append(f"| {query.name} | {about or 'everything'} | {here:.0f} | {plain} | {rows} |")
        print(lines[-1], file=sys.stderr)
    return lines


def needed(query: NamedQuery, world: World, view: View) -> dict[str, str]:
    """Return values for the parameters that a query cannot do without."""
    # A known entity that is a default, such as ESA, is none of this world.
    wanted = (p for p in query.params if p.required or (p.kind == "entity" and p.default))
    return {param.name: value(param, world, view) for param in wanted}


def value(param: Param, world: World, view: View) -> str:
    """Return what a parameter may be: the best known of its kind, the second for an `other`."""
    if param.kind == "date":
        return "2015-01-01"
    if param.of == "Event":
        return (
            view.select(f"SELECT ?it WHERE {{ ?it a <{SKG.Meeting}> }} LIMIT 1").values()[0][0]
            or ""
        )
    if param.of == "Endeavour" or param.name == "object":
        return world.missions[0].entity.label
    return world.agencies[1 if param.name == "other" else 0].label


def library(view: View, slice_: View, limit: int) -> Iterator[tuple[str, float, float, int, int]]:
    """Yield each query of the library: milliseconds and rows, here and in rdflib."""
    world = World()
    for query in catalogue():
        params = needed(query, world, view)
        try:
            ours = len(run(query, view, params))  # type: ignore[arg-type]
            here = timed(lambda q=query, p=params: run(q, view, p))  # type: ignore[misc]
            with within(limit):
                start = process_time()
                theirs = len(run(query, slice_, params))  # type: ignore[arg-type]
                there = 1000 * (process_time() - start)
        except TimeoutError:
            there, theirs = 1000.0 * limit, -1
        yield query.name, here, there, ours, theirs


def compared(count: int, limit: int, folder: Path) -> list[str]:
    """Return the table of the library's queries over a slice."""
    with EmbeddedStore.open(folder / "slice", create=True) as store:
        fill(store, count)
        slice_ = RdflibView(store.quads())
        rows = list(library(store, slice_, limit))
    lines = [
        f"The library's queries over {count} releases, in milliseconds:",
        "",
        "| query | spacekg | rdflib | ratio | rows |",
        "|---|---|---|---|---|",
    ]
    for name, here, there, ours, theirs in rows:
        cut = ">" if theirs < 0 else ""
        same = str(ours) if theirs in (ours, -1) else f"{ours}, rdflib {theirs}"
        lines.append(
            f"| {name} | {here:.1f} | {cut}{there:.0f} | {cut}{there / here:.0f} | {same} |"
        )
    mean = exp(sum(log(there / here) for _, here, there, _, _ in rows) / len(rows))
    return [*lines, "", f"Geometric mean: {mean:.0f} times rdflib's speed."]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--releases", type=int, default=10_000)
    parser.add_argument("--slice", type=int, default=150)
    parser.add_argument("--limit", type=int, default=10, help="seconds for one question")
    parser.add_argument("--folder", type=Path, help="keep the stores there, or ask those that are")
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = chosen.folder or Path(place)
        for name, make in (("whole", fill_whole), ("union", fill_union)):
            if not (folder / name).exists():
                make(folder / name, chosen.releases)
        with EmbeddedStore.open(folder / "whole", read_only=True) as view:
            table = asked(view, folder / "union", chosen.limit)
        lines = [
            "## The library",
            "",
            f"`benchmarks/library.py`; {page.machine()}.",
            "",
            f"Over {chosen.releases} releases, in milliseconds of processor time. The union store is asked once, for "
            f"{chosen.limit} seconds by the clock; it counts a fact once for each release, so that its rows are not the same.",
            "",
            *table,
            "",
            *compared(chosen.slice, chosen.limit, Path(place)),
        ]
    print("\n".join(lines))
    if chosen.write:
        page.put("library", lines)


if __name__ == "__main__":
    main()
