"""Spark on this machine: the same quads as a build by one process, and by several."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kg import shards, spark
from kg.errors import UsageError
from kg.shards.manifest import Manifest
from tests.spark.conftest import GIVEN, TEXT, Careless, Expected, made
from tests.stores import Prepared

pytestmark = [
    pytest.mark.slow,
    # py4j leaves the sockets of a gateway to the collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

MASTER = "local[2]"


def lines_of(folder: Path) -> list[str]:
    """Return the quads of shards, sorted, read as any tool would."""
    found: list[str] = []
    for path in sorted(folder.glob("part-*.nq.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
            found += file
    return sorted(found)


@pytest.fixture(scope="module")
def written(sources: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("spark") / "shards"
    spark.write(sources, str(folder), Careless(), master=MASTER, given=GIVEN, shards=3)
    return folder


@pytest.fixture(scope="module")
def manifest(written: Path) -> Manifest:
    return shards.read(written)


def test_three_engines_give_the_same_quads(
    written: Path, manifest: Manifest, sources: list[str], expected: Expected, prepared: Prepared
) -> None:
    by_jobs = made(sources, 2, prepared.at(written.with_name("store")))
    assert lines_of(written) == expected.lines == by_jobs.lines
    assert manifest.checksum == expected.checksum == by_jobs.checksum


def test_the_manifest_counts_what_is_there(
    written: Path, manifest: Manifest, sources: list[str]
) -> None:
    counts = manifest.counts
    assert counts["superseded"] == 19
    assert counts["translations"] == 1
    assert (counts["rejected"], counts["unreadable"]) == (1, 3)
    assert counts["facts"] + counts["evidence"] == len(lines_of(written))
    assert [one["path"] for one in manifest.inputs] == sources
    assert sum(one["releases"] for one in manifest.inputs) == counts["read"]
    assert len(manifest.authority) == 64
    assert {p.name for p in written.iterdir()} == {
        *(shard.file for shard in manifest.shards),
        *("facts.parquet", "rejected", "base.nq.gz", "_manifest.json"),
    }


def test_each_shard_is_sorted_and_holds_releases_whole(written: Path, manifest: Manifest) -> None:
    assert len(manifest.shards) == 3
    seen: set[str] = set()
    for shard in manifest.shards:
        with gzip.open(written / shard.file, "rt", encoding="utf-8", newline="\n") as file:
            told = list(file)
        assert len(told) == shard.facts + shard.evidence
        graphs = list(dict.fromkeys(line.rsplit(" ", 2)[1] for line in told))
        releases = list(dict.fromkeys(g.replace("/evidence/", "/release/") for g in graphs))
        assert releases == sorted(releases)
        assert len(releases) == shard.releases
        assert seen.isdisjoint(releases)
        seen.update(releases)


def test_what_did_not_go_in_lies_beside_with_its_report(written: Path, expected: Expected) -> None:
    told = [
        json.loads(line)
        for path in sorted((written / "rejected").iterdir())
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    rejected = [one for one in told if one["status"] == "rejected"]
    assert {one["release"] for one in rejected} == expected.rejected
    assert all(one["report"].startswith("Does not conform") and one["quads"] for one in rejected)
    unreadable = [one["report"] for one in told if one["status"] == "unreadable"]
    assert any("a-empty.txt: no text" in report for report in unreadable)
    assert any("many.jsonl ({broken...)" in report for report in unreadable)


def test_the_facts_are_a_table_as_well(written: Path, manifest: Manifest) -> None:
    table = pq.read_table(written / "facts.parquet")
    assert table.num_rows == manifest.counts["facts"]
    kept = {line.rsplit(" ", 2)[1] for line in lines_of(written)}
    assert len(set(table["release"].to_pylist())) == len([g for g in kept if "/release/" in g])
    assert set(table.column_names) >= {"subject", "predicate", "object", "datatype", "language"}


def test_a_table_of_releases_is_read(prepared: Prepared, tmp_path: Path) -> None:
    texts = [TEXT, TEXT.replace("NASA", "ESA")]
    table = pa.table({"text": texts, "number": ["P1", "P2"], "publisher": ["cnes", None]})
    path = tmp_path / "releases.parquet"
    pq.write_table(table, path)
    lines = tmp_path / "same.jsonl"
    lines.write_text("\n".join(map(json.dumps, table.to_pylist())), encoding="utf-8")
    told = spark.write(
        [path.as_uri()], str(tmp_path / "shards"), Careless(), master=MASTER, given=GIVEN
    )
    assert told.counts["admitted"] == 2
    alone = made([str(lines)], 1, prepared.at(tmp_path / "store"))
    assert told.checksum == alone.checksum


def test_a_folder_that_holds_something_stays_as_it_is(written: Path, sources: list[str]) -> None:
    before = (written / "_manifest.json").read_bytes()
    with pytest.raises(UsageError, match="is not empty"):
        spark.write(sources, str(written), Careless(), master=MASTER, given=GIVEN)
    assert (written / "_manifest.json").read_bytes() == before
    assert not written.with_name("shards.building").exists()


def test_standard_input_is_not_for_a_cluster(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="standard input"):
        spark.write(["-"], str(tmp_path / "none"), Careless(), master=MASTER, given=GIVEN)
    assert not list(tmp_path.iterdir())


def test_any_file_system_of_hadoop_is_read_and_written(
    checkout: Path, prepared: Prepared, tmp_path: Path
) -> None:
    """As `hdfs://` would be: here one that Hadoop itself makes, a view of a folder (`viewfs://`)."""
    lines = tmp_path / "releases.jsonl"
    lines.write_text(json.dumps({"text": TEXT, "number": "P1"}), encoding="utf-8")
    link = f"spark.hadoop.fs.viewfs.mounttable.archive.link./press={tmp_path.as_uri()}"
    command = [sys.executable, "cli.py", "build", "viewfs://archive/press/releases.jsonl"]
    options = ["--engine", "spark", "--master", MASTER, "--publisher", "cnes"]
    done = subprocess.run(
        [*command, *options, "-o", "viewfs://archive/press/shards"],
        cwd=checkout,
        env=os.environ | {"PYSPARK_SUBMIT_ARGS": f"--conf {link} pyspark-shell"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    alone = made([str(lines)], 1, prepared.at(tmp_path / "store"))
    assert shards.read(tmp_path / "shards").checksum == alone.checksum
    assert not (tmp_path / "shards.building").exists()
