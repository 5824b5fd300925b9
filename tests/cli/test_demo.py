from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Program


@pytest.fixture(scope="module")
def shown(spacekg: Program, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """Return what the demo shows, and its store."""
    store = tmp_path_factory.mktemp("demo") / "demo"
    result = spacekg("demo", "--store", store)
    assert result.exit_code == 0, result.output
    return result.stdout, store


def test_every_example_goes_in(shown: tuple[str, Path], checkout: Path) -> None:
    count = sum(1 for _ in (checkout / "examples" / "releases").rglob("*.txt"))
    assert f"Of {count} press releases, {count} went in, 0 put aside." in shown[0]


def test_the_demo_answers_and_explains(shown: tuple[str, Path]) -> None:
    out, store = shown
    assert "Which agencies share programmes?" in out
    assert any("CNES" in line and "Roscosmos" in line for line in out.splitlines())
    assert f"$ spacekg explain Bion-M2 --store {store}" in out
    assert "CNES participates in Bion-M2" in out
    assert "PR025-2020" in out


def test_the_demo_fits_a_terminal(shown: tuple[str, Path]) -> None:
    out, store = shown
    lines = [line for line in out.splitlines() if str(store) not in line]
    assert max(map(len, lines)) <= 100


def test_what_to_type_next_works(spacekg: Program, shown: tuple[str, Path], tmp_path: Path) -> None:
    out, _ = shown
    typed = [line for line in out.splitlines() if line.startswith("spacekg ")]
    assert len(typed) >= 4
    for line in typed:
        words = line.partition("  ")[0].split()[1:]
        words = [str(tmp_path / w) if w.endswith(".gexf") else w for w in words]
        if "RELEASES" not in words:
            assert spacekg(*words).exit_code == 0, line
    assert (tmp_path / "agencies.gexf").is_file()


def test_the_demo_can_be_run_again(spacekg: Program, shown: tuple[str, Path]) -> None:
    result = spacekg("demo", "--store", shown[1])
    assert result.exit_code == 0
    assert "0 went in, " in result.stdout
    assert " were in already" in result.stdout
