"""How soon a page is rendered, and how soon SPARQL is answered, over a store of many entities.

    python benchmarks/serving.py [--entities 100000] [--pages 200] [--store DIR] [--write]

Synthetic releases go in, then further missions, each with a label and an agency, until the store knows so many entities.
Documents of entities drawn with a fixed seed are rendered in this process, as a server would do, as HTML and as
Turtle; the median of processor time counts. A query that has one row goes through a worker process as a stranger's would,
by the clock. --store keeps the store; --write puts the figures into docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from pyoxigraph import Literal, NamedNode, Quad

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import page
from benchmarks.synthetic import graphs
from kg.publish.addresses import Addresses
from kg.publish.documents import Document, Store
from kg.publish.documents.things import find
from kg.publish.formats import BY_SUFFIX, PAGE, Form
from kg.publish.representation import render
from kg.publish.sparql.answerer import answerer
from kg.publish.sparql.answering import Job
from kg.publish.sparql.limits import Limits
from kg.store.embedded import EmbeddedStore
from kg.vocab import DEFAULT_BASE, RDF, RDFS, SKG

PUBLIC = "https://data.example.org/space/"
RELEASES = 1000
BATCH = 100
KNOWN = f'SELECT DISTINCT ?it {{ ?it a ?c FILTER(STRSTARTS(STR(?it), "{DEFAULT_BASE}id/")) }}'


def build(folder: Path, entities: int) -> None:
    """Make the store."""
    with EmbeddedStore.open(folder, create=True) as store:
        made = list(graphs(RELEASES))
        for start in range(0, len(made), BATCH):
            store.admit_all(made[start : start + BATCH])
        known = [row[0] for row in store.select(KNOWN).rows]
        agencies = sorted(
            n.value for n in known if isinstance(n, NamedNode) and "/agency/" in n.value
        )
        store.engine.bulk_extend(
            quad
            for number in range(entities - len(known))
            for quad in _mission(number, agencies[number % len(agencies)])
        )


def _mission(number: int, agency: str) -> tuple[Quad, ...]:
    it = NamedNode(f"{DEFAULT_BASE}id/mission/further-{number}")
    return (
        Quad(it, NamedNode(RDF.type), NamedNode(SKG.Mission)),
        Quad(it, NamedNode(RDFS.label), Literal(f"Further {number}", language="en")),
        Quad(NamedNode(agency), NamedNode(SKG.participatesIn), it),
    )


def rendered(store: Store, paths: list[str], form: Form) -> tuple[float, float]:
    """Return the median and the longest of the milliseconds of processor time for a document."""
    times = []
    for path in paths:
        start = process_time()
        document = find(store, path)
        assert isinstance(document, Document)
        render(document, form, store)
        times.append(1000 * (process_time() - start))
    return median(times), max(times)


async def asked(view: EmbeddedStore, rounds: int) -> float:
    """Return the median of the milliseconds that a small query takes, by the clock."""
    answering = answerer(view, Limits(workers=1))
    job = Job("SELECT ?s WHERE { ?s ?p ?o } LIMIT 1", "json", "ttl")
    times = []
    for _ in range(rounds):
        start = perf_counter()
        _, out = await answering.answer(job)
        out.close()
        times.append(1000 * (perf_counter() - start))
    await answering.close()
    return median(times)


def measure(folder: Path, pages: int) -> list[str]:
    """Return the lines of the table."""
    with EmbeddedStore.open(folder, read_only=True) as view:
        store = Store(view, Addresses(view.base, PUBLIC))
        known = sorted(
            row[0].value for row in view.select(KNOWN).rows if isinstance(row[0], NamedNode)
        )
        draw = random.Random(2020)
        kinds: dict[str, Callable[[str], bool]] = {
            "any entity": lambda iri: True,
            "an entity that releases tell of": lambda iri: "/mission/further-" not in iri,
            "an agency": lambda iri: "/id/agency/" in iri,
        }
        lines = [f"{len(known)} entities, {view.count()} quads.", ""]
        lines += ["| document | form | median ms | longest ms |", "|---|---|---|---|"]
        for kind, fits in kinds.items():
            some = [iri for iri in known if fits(iri)]
            paths = [
                store.addresses.document(iri) or ""
                for iri in draw.sample(some, min(pages, len(some)))
            ]
            for form in (PAGE, BY_SUFFIX["ttl"]):
                middle, longest = rendered(store, paths, form)
                lines.append(f"| {kind} | {form.suffix} | {middle:.1f} | {longest:.1f} |")
        small = asyncio.run(asked(view, 50))
        return [
            *lines,
            "",
            f"A query of one row, through a worker process: {small:.1f} ms by the clock.",
        ]


def main() -> None:
    """Build, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entities", type=int, default=100_000)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = chosen.store or Path(place) / "store"
        if not folder.exists():
            build(folder, chosen.entities)
        lines = measure(folder, chosen.pages)
    print("\n".join(lines))
    if chosen.write:
        head = f"`benchmarks/serving.py`; {page.machine()}. Milliseconds of processor time to find and render a document."
        page.put("serving", ["## Serving", "", head, "", *lines])


if __name__ == "__main__":
    main()
