"""What Spark writes of settled releases: sorted quads, a table of facts, what was rejected."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pyoxigraph import Literal, RdfFormat, parse

from kg.shards import dump, manifest
from kg.shards.manifest import Shard
from kg.spark.files import Draft
from kg.spark.mapping import Row

if TYPE_CHECKING:
    from pyspark import RDD
    from pyspark.sql import SparkSession

_GZIP: Final = "org.apache.hadoop.io.compress.GzipCodec"
_FACTS: Final = "release string, subject string, predicate string, object string, datatype string, language string"


class Sums(NamedTuple):
    """What is in a partition: a shard, and beside it the number of rejected releases."""

    number: int
    shard: tuple[int, int, int, str]
    rejected: int


def shards(settled: RDD[Row], draft: Draft) -> tuple[list[Shard], int]:
    """Write the quads, a file a partition; return what is in each, and how many were rejected."""
    told = sorted(settled.mapPartitionsWithIndex(_summed).collect())
    # Spark ends each record with a line feed of its own.
    texts = _kept(settled).map(lambda row: (row.facts + row.evidence)[:-1])
    texts.saveAsTextFile(draft.at("quads"), _GZIP)
    files = draft.move_parts("quads", "part-{:05}.nq.gz", keep_empty=True)
    made = [Shard(file, *sums.shard) for file, sums in zip(files, told, strict=True)]
    return made, sum(sums.rejected for sums in told)


def _kept(settled: RDD[Row]) -> RDD[Row]:
    return settled.filter(_is_kept)


def _is_kept(row: Row) -> bool:
    return row.status == "admitted"


def _summed(number: int, rows: Iterable[Row]) -> Iterator[Sums]:
    found, releases, facts, evidence, rejected = hashlib.sha256(), 0, 0, 0, 0
    for row in rows:
        rejected += row.status == "rejected"
        if _is_kept(row):
            found.update((row.facts + row.evidence).encode())
            releases += 1
            facts += row.facts.count("\n")
            evidence += row.evidence.count("\n")
    yield Sums(number, (releases, facts, evidence, found.hexdigest()), rejected)


def checksum(settled: RDD[Row]) -> str:
    """Return the checksum of the sorted dump."""
    digests = _kept(settled).map(lambda row: (row.release, dump.digest(row.facts, row.evidence)))
    return dump.checksum(digests.sortByKey().toLocalIterator())


def aside(settled: RDD[Row], draft: Draft) -> None:
    """Write what was rejected or unreadable as JSON lines, each with its report."""
    others = settled.filter(lambda row: not _is_kept(row))
    others.map(_told).saveAsTextFile(draft.at("aside"))
    draft.move_parts("aside", manifest.REJECTED + "/part-{:05}.jsonl", keep_empty=False)


def _told(row: Row) -> str:
    told = {"release": row.release, "origin": row.origin, "status": row.status}
    told |= {"report": row.report, "quads": row.facts + row.evidence}
    return json.dumps(told, ensure_ascii=False)


def facts(spark: SparkSession, settled: RDD[Row], draft: Draft) -> None:
    """Write the facts as Parquet."""
    table = spark.createDataFrame(_kept(settled).flatMap(_cells), _FACTS)
    table.write.parquet(draft.at("table"), compression="zstd")
    draft.move_parts("table", manifest.FACTS + "/part-{:05}.parquet", keep_empty=True)


def _cells(row: Row) -> Iterator[tuple[Any, ...]]:
    for quad in parse(row.facts.encode(), RdfFormat.N_QUADS):
        subject, predicate, other = quad.subject.value, quad.predicate.value, quad.object
        is_text = isinstance(other, Literal)
        kind = other.datatype.value if isinstance(other, Literal) else None
        language = other.language if isinstance(other, Literal) else None
        yield row.release, subject, predicate, other.value, kind if is_text else None, language
