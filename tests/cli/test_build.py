from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import Triple

from kg import shapes
from kg.pipeline import BATCH
from kg.shapes import Report
from tests.cli.conftest import RELEASE, TITLE, Program
from tests.stores import Prepared


@pytest.fixture
def store(prepared: Prepared, tmp_path: Path) -> Path:
    """Return a store of this test's own that holds no release yet."""
    return prepared.at(tmp_path / "store")


@pytest.fixture
def strict(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no release conform whose graph says what the small release says."""
    judge = shapes.validate

    def validate(triples: Iterable[Triple], engine: str = "auto") -> Report:
        graph = tuple(triples)
        report = judge(graph, engine)
        is_ours = any(TITLE in str(triple) for triple in graph)
        return Report(False, report.findings) if is_ours else report

    monkeypatch.setattr(shapes, "validate", validate)


def releases_in(spacekg: Program, store: Path) -> int:
    count = json.loads(spacekg("info", "--json", "--store", store).stdout)["releases"]
    assert isinstance(count, int)
    return count


def test_a_release_goes_in_once(spacekg: Program, release: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    first = spacekg("build", release, "--store", store)
    assert first.exit_code == 0, first.output
    assert first.stdout.startswith(f"admitted    {release} as cnes/2019-06-05-")
    assert first.stdout.endswith("1 admitted\n")
    before = spacekg("export", "--store", store).stdout_bytes
    again = spacekg("build", release, "--store", store)
    assert again.stdout.endswith("1 unchanged\n")
    assert spacekg("export", "--store", store).stdout_bytes == before


def test_a_release_mapped_again_replaces_what_it_said(
    spacekg: Program, release: Path, store: Path
) -> None:
    spacekg("build", release, "--store", store)
    release.write_text(RELEASE.replace("MMX", "Hera"), encoding="utf-8")
    assert "1 admitted" in spacekg("build", release, "--store", store).stdout
    facts = spacekg("export", "--store", store, "--graph", "facts").stdout
    claims = [line for line in facts.splitlines() if "participatesIn" in line]
    assert releases_in(spacekg, store) == 1
    assert not any("/mmx>" in line for line in claims)


@pytest.mark.usefixtures("strict")
def test_a_release_that_does_not_conform_is_put_aside(
    spacekg: Program, release: Path, twin: Path, store: Path
) -> None:
    result = spacekg("build", release, twin, "--store", store)
    assert result.exit_code == 1
    assert f"rejected    {release}" in result.stdout
    assert f"1 admitted, 1 rejected (see {store / 'rejected'})" in result.stdout
    assert releases_in(spacekg, store) == 1
    graph, report = sorted((store / "rejected").iterdir())
    assert graph.suffix == ".nq"
    assert graph.read_bytes() == spacekg("map", release).stdout_bytes
    assert report.name.endswith(".report.txt")
    assert report.read_text(encoding="utf-8").startswith(f"{release}\nDoes not conform")


def test_a_mended_release_is_aside_no_more(spacekg: Program, release: Path, store: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shapes, "validate", lambda *_: Report(False, ()))
        assert spacekg("build", release, "--store", store).exit_code == 1
    assert len(list((store / "rejected").iterdir())) == 2
    assert spacekg("build", release, "--store", store).exit_code == 0
    assert not list((store / "rejected").iterdir())


def test_unreadable_is_worse_than_rejected(
    spacekg: Program, release: Path, store: Path, tmp_path: Path, strict: None
) -> None:
    result = spacekg("build", tmp_path / "nowhere.txt", release, "--store", store)
    assert result.exit_code == 3
    assert "1 rejected, 1 unreadable" in result.stdout


def test_quiet_tells_only_what_did_not_go_in(
    spacekg: Program, release: Path, store: Path, tmp_path: Path
) -> None:
    result = spacekg("build", "-q", release, tmp_path / "no.txt", "--store", store)
    assert result.stdout == "1 admitted, 1 unreadable\n"
    assert "no.txt: no such file" in result.stderr


def test_a_release_without_a_date_is_told(spacekg: Program, store: Path) -> None:
    text = RELEASE.replace("Paris, 5 June 2019\n\n", "").replace(" on\n4 June 2019", "")
    result = spacekg("build", "-", "--store", store, stdin=text)
    assert result.exit_code == 0
    assert "give it with --issued YYYY-MM-DD" in result.stdout


def test_the_environment_names_the_store(
    spacekg: Program, release: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPACEKG_STORE", str(store))
    assert spacekg("build", release).exit_code == 0
    assert "holds     1 releases" in spacekg("info").stdout


def test_several_processes_tell_and_store_the_same(
    spacekg: Program, checkout: Path, release: Path, prepared: Prepared, tmp_path: Path
) -> None:
    sources = (checkout / "examples" / "releases" / "fr", release, tmp_path / "no.txt")
    alone, together = (prepared.at(tmp_path / name) for name in ("alone", "together"))
    one = spacekg("build", *sources, "--store", alone)
    two = spacekg("build", *sources, "--store", together, "--jobs", "2")
    assert (two.exit_code, two.stdout, two.stderr) == (one.exit_code, one.stdout, one.stderr)
    assert spacekg("diff", alone, together).exit_code == 0


@pytest.mark.slow
def test_an_interrupted_build_is_taken_up_again(
    spacekg: Program, checkout: Path, store: Path, prepared: Prepared, tmp_path: Path
) -> None:
    sources = checkout / "examples" / "releases"
    lines = tmp_path / "many.jsonl"
    # Short ones for a first batch, which goes in soon; the long ones take seconds after it. Each has a
    # year of its own, since those of the same day are compared with each other.
    texts = [RELEASE.replace("2019", str(1970 + n)) for n in range(BATCH)]
    texts += (p.read_text(encoding="utf-8") for p in sorted(sources.rglob("*.txt")))
    told = [json.dumps({"text": text, "number": str(n)}) for n, text in enumerate(texts)]
    lines.write_text("\n".join(told), encoding="utf-8")
    build = [sys.executable, "cli.py", "build", str(lines), "--jobs", "2", "--store", str(store)]
    with subprocess.Popen(
        build, cwd=checkout, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b"admitted")
        process.send_signal(signal.SIGINT)
        process.stdout.read()
        assert process.stderr.read().strip() == b"spacekg: stopped"
    assert process.returncode == 130
    held = releases_in(spacekg, store)
    assert 0 < held < len(told)
    taken_up = spacekg("build", lines, "--jobs", "2", "--store", store).stdout
    assert f"{len(told) - held} admitted, {held} unchanged" in taken_up
    whole = prepared.at(tmp_path / "whole")
    spacekg("build", lines, "--store", whole)
    assert spacekg("diff", whole, store).exit_code == 0


def test_no_store_is_wrong_usage(spacekg: Program, release: Path) -> None:
    result = spacekg("build", release)
    assert result.exit_code == 2
    assert "Give --store DIR, set SPACEKG_STORE, or give --endpoint" in result.stderr


def test_a_store_keeps_its_base(spacekg: Program, release: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    base = "https://example.org/space/"
    assert spacekg("build", release, "--store", store, "--base", base).exit_code == 0
    result = spacekg("build", release, "--store", store)
    assert result.exit_code == 4
    assert f"Give --base {base}" in result.stderr
