"""How quickly each named query answers over a large store, against a plain union store and rdflib, in one run.

    python benchmarks/library.py [--releases N] [--slice N] [--limit SECONDS] [--folder DIR] [--write]

The queries are asked of everything, with values only for the parameters that they cannot do without. With
--folder the stores stay there, and those of an earlier run are asked again. See benchmarks/queries.py for
what the union store and the slice are; --write puts the figures into docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import page
from benchmarks.queries import by_union, compared, fill, fill_union, needed, timed
from benchmarks.synthetic import World
from kg.pipeline import Mapper, ontology_quads
from kg.queries import bind, catalogue, run
from kg.store.base import View
from kg.store.bindings import with_values
from kg.store.embedded import EmbeddedStore


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
