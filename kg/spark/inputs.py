"""Finds releases for Spark: JSON lines, Parquet, files of any kind, below local or Hadoop paths.

JSON lines and Parquet are divided by Spark. Other local files are a list of paths, which workers open
themselves (Spark's own `wholeTextFiles` takes 30 seconds for a thousand); on a cluster that asks for
a file system that all machines share. Files at a Hadoop address (hdfs://, s3a://) are read by Spark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from io import BufferedReader, BytesIO
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import unquote

from kg.errors import UsageError
from kg.releases import discover, read_opened
from kg.releases.jsonlines import read_line, read_object
from kg.releases.source import STDIN, Source, is_url
from kg.spark.mapping import Placed

if TYPE_CHECKING:
    from pyspark import RDD
    from pyspark.sql import SparkSession

_LINES: Final = (".jsonl", ".ndjson")
_PACKED: Final = (".gz", ".bz2", ".zst")
_TABLE: Final = ".parquet"
# So many paths make a partition: some seconds of work.
_PATHS: Final = 200
_FEW: Final = 4


def check(sources: Iterable[str]) -> None:
    """Refuse what no cluster can read, before there is one; UsageError."""
    if STDIN in sources:
        raise UsageError("Spark cannot read standard input", "Name a file, or build with --jobs.")


def placed(spark: SparkSession, sources: Iterable[str]) -> RDD[Placed]:
    """Return the releases of all sources, or where to read them, each with its place in the order."""
    found = [
        rdd for number, source in enumerate(sources) for rdd in _of_source(spark, source, number)
    ]
    return spark.sparkContext.union(found)


def _of_source(spark: SparkSession, source: str, number: int) -> Iterator[RDD[Placed]]:
    if "://" in source and not is_url(source):
        yield from _of_files(spark, [source], number, hadoop=True)
        return
    local = _is_table(source)
    paths = [source] if local else [_absolute(p) for p in discover([source])]
    yield from _of_files(spark, paths, number, hadoop=False)


def _of_files(
    spark: SparkSession, paths: list[str], number: int, *, hadoop: bool
) -> Iterator[RDD[Placed]]:
    for kind, some in groupby(sorted(paths, key=_kind), key=_kind):
        group = [path if hadoop or is_url(path) else _absolute(path) for path in some]
        if kind == "lines":
            yield _lines(spark, group, number)
        elif kind == "table":
            yield _tables(spark, group, number)
        elif hadoop:
            yield _contents(spark, group, number)
        else:
            slices = max(len(group) // _PATHS, min(-(-len(group) // _FEW), _cores(spark)))
            pieces = [((number, _place(path), 0, 0), (path, None)) for path in group]
            yield spark.sparkContext.parallelize(pieces, slices)


def _lines(spark: SparkSession, paths: list[str], number: int) -> RDD[Placed]:
    table = spark.read.text(paths).selectExpr(
        "value", "_metadata.file_path AS path", "_metadata.file_block_start AS block"
    )
    return table.rdd.mapPartitions(partial(_of_lines, number))


def _of_lines(number: int, rows: Iterable[Any]) -> Iterator[Placed]:
    """Yield the releases of lines, which come in the order of their block of the file."""
    for (path, block), some in groupby(rows, key=lambda row: (row.path, row.block)):
        origin = _origin(path)
        for count, row in enumerate(some):
            if row.value.strip():
                order = (number, _place(origin), block, count)
                yield order, (origin, read_line(row.value.encode(), _named(origin, row.value)))


def _named(origin: str, line: str) -> str:
    """Say which line it is: nobody has counted them, so by its beginning."""
    return f"{origin} ({line[:60].strip()}...)"


def _tables(spark: SparkSession, paths: list[str], number: int) -> RDD[Placed]:
    table = spark.read.parquet(*paths).selectExpr(
        "*", "_metadata.file_path AS _path", "_metadata.row_index AS _row"
    )
    return table.rdd.map(partial(_of_row, number))


def _of_row(number: int, row: Any) -> Placed:
    value: dict[str, Any] = {
        name: cell.isoformat()[:10] if isinstance(cell, date) else cell
        for name, cell in row.asDict().items()
    }
    origin, count = _origin(value.pop("_path")), value.pop("_row")
    found = read_object(value, f"{origin}:{count + 1}")
    return (number, _place(origin), count, 0), (origin, found)


def _contents(spark: SparkSession, paths: list[str], number: int) -> RDD[Placed]:
    table = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(paths)
    return table.select("path", "content").rdd.flatMap(partial(_of_content, number))


def _of_content(number: int, row: Any) -> Iterator[Placed]:
    stream = BufferedReader(cast(Any, BytesIO(row.content)))
    source = Source(row.path, stream, PurePosixPath(row.path).suffix.lower())
    for count, found in enumerate(read_opened(source)):
        yield (number, _place(row.path), 0, count), (row.path, found)


def _kind(path: str) -> str:
    if _is_table(path):
        return "table"
    name = path.lower()
    for packed in _PACKED:
        name = name.removesuffix(packed)
    return "lines" if name.endswith(_LINES) else "one"


def _is_table(path: str) -> bool:
    return path.rstrip("/").lower().endswith(_TABLE)


def _place(path: str) -> str:
    """Return a path so that it sorts as files below a folder are found."""
    return path.replace("/", "\0")


def _origin(uri: str) -> str:
    return (
        unquote(uri.removeprefix("file://").removeprefix("file:"))
        if uri.startswith("file:")
        else uri
    )


def _absolute(path: str) -> str:
    return path if is_url(path) else str(Path(path).absolute())


def _cores(spark: SparkSession) -> int:
    return 4 * int(spark.sparkContext.defaultParallelism)
