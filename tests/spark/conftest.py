"""Sources of all kinds, and what a build on this machine makes of them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.model import Mapping, ReleaseGraph
from kg.pipeline import Mapper, build
from kg.releases import Given
from kg.shards import dump
from kg.store.embedded import EmbeddedStore
from tests.stores import Prepared

TEXT = "CNES TAKES STOCK OF ITS WORK\n\n15 March 2021\n\nCNES operates SWOT with NASA.\n"
GIVEN = Given(publisher="agency/cnes")


class Careless(Mapper):
    """A mapper whose graphs of some releases lack their evidence."""

    def graph(self, mapping: Mapping) -> ReleaseGraph:
        graph = super().graph(mapping)
        if "CARELESS" not in mapping.release.text:
            return graph
        kept = tuple(t for t in graph.evidence if "anchorOf" not in t.predicate.value)
        return ReleaseGraph(
            graph.release, graph.facts_graph, graph.evidence_graph, graph.facts, kept
        )


@dataclass(frozen=True)
class Expected:
    """The sorted dump of a store, its checksum, and the names of what was rejected."""

    lines: list[str]
    checksum: str
    rejected: set[str]


@pytest.fixture(scope="session", autouse=True)
def java(checkout: Path) -> Iterator[None]:
    """Let Spark's workers find the tests; skip where there is no Spark or no Java."""
    pytest.importorskip("pyspark", reason="pip install 'spacekg[spark]'")
    if shutil.which("java") is None:
        pytest.skip("no Java here: apt install openjdk-17-jre-headless")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(checkout))
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        patch.delenv("SPARK_HOME", raising=False)
        # These machines live for some seconds: to make their code faster takes longer than it saves.
        patch.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
        yield


@pytest.fixture(scope="session")
def sources(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return files, a folder and JSON lines: good, bad, twice the same name, two languages."""
    folder = tmp_path_factory.mktemp("sources")
    (folder / "a-empty.txt").write_text("", encoding="utf-8")
    (folder / "b-careless.txt").write_text(
        TEXT.replace("TAKES", "CARELESS TAKES"), encoding="utf-8"
    )
    (folder / "c-odd.txt").write_text(TEXT.replace("SWOT", "SWOT \u2028 “\\”"), encoding="utf-8")
    told = [
        {"text": TEXT.replace("NASA", body), "number": f"N{n % 9}"} for n, body in enumerate(BODIES)
    ]
    lines = [json.dumps(one, ensure_ascii=n % 2 == 0) for n, one in enumerate(told)]
    (folder / "many.jsonl").write_text("\n".join([*lines, "", "{broken"]), encoding="utf-8")
    examples = checkout / "examples" / "releases"
    twins = sorted(map(str, examples.glob("*.txt")))
    return [str(folder / "many.jsonl"), *twins, str(folder), str(examples / "fr" / "01.txt")]


BODIES = ("NASA", "ESA", "JAXA", "ISRO", "DLR", "ASI", "Roscosmos") * 2


@pytest.fixture(scope="session")
def expected(
    sources: list[str], prepared: Prepared, tmp_path_factory: pytest.TempPathFactory
) -> Expected:
    """Return what a build by one process makes of the sources."""
    return made(sources, 1, prepared.at(tmp_path_factory.mktemp("expected") / "store"))


def made(sources: list[str], jobs: int, folder: Path) -> Expected:
    """Build into a store that holds no release yet."""
    with EmbeddedStore.open(folder) as store:
        outcomes = list(build(sources, store, Careless(), GIVEN, jobs=jobs))
        graphs = [g for g in store.graphs() if "/release/" in g.value or "/evidence/" in g.value]
        lines = sorted(f"{quad} .\n" for g in graphs for quad in store.quads(g))
        rejected = {o.graph.release for o in outcomes if o.graph and o.status == "rejected"}
        return Expected(lines, dump.checksum(dump.of_view(store)), rejected)
