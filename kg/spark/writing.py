"""Write shards with Spark: into a folder that appears when it is whole."""

from __future__ import annotations

import platform
from collections import Counter
from collections.abc import Sequence
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Final

from kg.pipeline import Judge, Mapper, ontology_quads
from kg.releases import Given
from kg.shards import manifest
from kg.shards.manifest import Manifest
from kg.spark import inputs, linking, output
from kg.spark.files import Draft
from kg.spark.mapping import Task, head, judged
from kg.spark.session import session
from kg.store import admissible
from kg.store.graphs import Graphs
from kg.version import __version__

if TYPE_CHECKING:
    from pyspark import RDD
    from pyspark.sql import SparkSession

    from kg.spark.mapping import Head, Row

# Releases to a shard: some 20 MB packed, and a file that one process loads in seconds.
SHARD: Final = 5000


def write(
    sources: Sequence[str],
    folder: str,
    mapper: Mapper,
    *,
    master: str = "local[*]",
    given: Given | None = None,
    shards: int | None = None,
) -> Manifest:
    """Map and validate releases on Spark, write their shards into the new `folder`; return its manifest.

    Sources and folder are local paths or Hadoop's. `shards` is by default one for each 5,000 releases.
    Errors: UsageError where Spark cannot be had or the folder holds something, SpaceKGError where
    Spark gives up; then nothing is left behind.
    """
    inputs.check(sources)
    with session(master) as spark, Draft.of(spark, folder) as draft:
        told = _written(spark, draft, sources, Judge(mapper, given), shards)
        draft.put(manifest.FILE, told.text())
        draft.done()
    return told


def _written(
    spark: SparkSession, draft: Draft, sources: Sequence[str], judge: Judge, shards: int | None
) -> Manifest:
    context = spark.sparkContext
    task = context.broadcast(Task(judge))
    rows: RDD[Row] = inputs.placed(spark, sources).mapPartitions(partial(judged, task)).cache()
    heads: RDD[Head] = rows.map(head).cache()
    counted = heads.map(lambda h: (h.order[0], h.status)).countByValue()
    counts, read = Counter[str](), Counter[int]()
    for (source, status), count in counted.items():
        counts[status] += count
        read[source] += count
    gone = linking.superseded(heads)
    links = context.broadcast(linking.links(heads, gone))
    number = shards or max(1, -(-counts["admitted"] // SHARD))
    keyed = rows.map(lambda row: ((row.release, row.order), row))
    apart = keyed.repartitionAndSortWithinPartitions(
        number, partial(linking.shard_of, shards=number)
    )
    settled = apart.mapPartitions(lambda part: linking.settled(part, links.value)).cache()
    written, rejected = output.shards(settled, draft)
    rows.unpersist()
    output.aside(settled, draft)
    output.facts(spark, settled, draft)
    draft.put_packed(manifest.BASE, _base(judge.mapper))
    totals = {
        "facts": sum(shard.facts for shard in written),
        "evidence": sum(shard.evidence for shard in written),
        "read": counts.total(),
        "admitted": sum(shard.releases for shard in written),
        "rejected": rejected,
        "unreadable": counts["unreadable"],
        "superseded": len(gone),
        "translations": len(links.value),
    }
    return Manifest(
        base=judge.mapper.base,
        authority=judge.mapper.authority.digest,
        settings={
            "contacts": judge.mapper.contacts,
            "keep_text": judge.mapper.keep_text,
            "extractor": judge.mapper.extractor,
        },
        versions=_versions(),
        inputs=tuple({"path": s, "releases": read[n]} for n, s in enumerate(sources)),
        counts=totals,
        shards=tuple(written),
        checksum=output.checksum(settled),
    )


def _base(mapper: Mapper) -> str:
    """Return the ontology and the authority as sorted lines."""
    graphs = Graphs(mapper.base)
    contents = admissible.base_contents(
        graphs, ontology_quads(mapper.base), mapper.authority_quads()
    )
    lines = (f"{triple} {name} .\n" for name, triples in contents.items() for triple in triples)
    return "".join(sorted(lines))


def _versions() -> dict[str, str]:
    found = {"spacekg": __version__, "python": platform.python_version()}
    for name in ("pyspark", "pyoxigraph", "pyshacl", "shacl"):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found
