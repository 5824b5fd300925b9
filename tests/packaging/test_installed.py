"""Every command, run from the wheel in another folder, with an empty home."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from kg.cli.program import COMMANDS
from kg.store.embedded import EmbeddedStore
from tests.packaging.conftest import Installed
from tests.publish.world import at
from tests.servers.process import free_address, running

TEXT = """\
CNES AND JAXA MEET IN PARIS

Paris, 5 June 2019

The President of CNES, Jean-Yves Le Gall, met Hiroshi Yamakawa, President of JAXA, in Paris.
"""
# In this order: each may use what those before it left in the folder.
TYPED = (
    "demo",
    "map release.txt -o release.nq",
    "build release.txt --store mine",
    "load --help",  # it takes in what a cluster wrote: see tests/shards
    "watch inbox --store mine --once",
    "infer --store mine",
    "validate release.nq",
    "query meetings --store mine -o meetings.csv",
    "queries",
    "network agencies --store spacekg-demo -o agencies.gexf",
    "export --store mine -o mine.trig",
    "explain CNES --store mine",
    "search JAXA --store mine",
    "info --store mine",
    "doctor --help",  # it examines an engine: see tests/store
    "remove cnes/2019-06-05-cnes-and-jaxa-meet-in-paris --store mine",
    "backup mine mine.nq.gz",
    "restore mine.nq.gz again",
    "diff mine again",
    "serve --help",  # it serves until it is stopped: see below
    # A store without the authority: its thousands of known things would take minutes to write.
    "publish site --store small --public-base https://example.org/space/",
    "check --help",
    "mcp --help",
    "evaluate",
)


@pytest.fixture(scope="module")
def outcome(ready: Installed) -> dict[str, tuple[int, str]]:
    """Return the exit code and the output of each command."""
    (ready.elsewhere / "release.txt").write_text(TEXT, encoding="utf-8")
    (ready.elsewhere / "inbox").mkdir()
    at(ready.elsewhere / "small")
    later = TEXT.replace("5 June", "6 June")
    (ready.elsewhere / "inbox" / "later.txt").write_text(later, encoding="utf-8")
    done = {}
    for line in TYPED:
        result = ready.spacekg(*line.split())
        done[line.split()[0]] = (result.returncode, result.stdout + result.stderr)
    return done


def test_no_command_is_left_out() -> None:
    assert tuple(line.split()[0] for line in TYPED) == COMMANDS


@pytest.mark.slow
@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_works_elsewhere(outcome: dict[str, tuple[int, str]], name: str) -> None:
    code, output = outcome[name]
    assert code == 0, output
    assert output or name in {"map", "query", "network", "export", "diff"}


@pytest.mark.slow
def test_nothing_is_written_but_what_was_asked(
    ready: Installed, outcome: dict[str, tuple[int, str]]
) -> None:
    assert outcome
    left = {p.name for p in Path(ready.elsewhere).iterdir()}
    asked = {"release.txt", "release.nq", "mine", "meetings.csv", "agencies.gexf", "mine.trig"}
    asked |= {"inbox", "spacekg-demo", "small", "mine.nq.gz", "again", "site"}
    assert left - {".cache"} == asked


@pytest.mark.slow
def test_serve_answers_from_the_wheel(
    ready: Installed, outcome: dict[str, tuple[int, str]]
) -> None:
    assert outcome["build"][0] == 0
    address = free_address()
    port = address.partition(":")[2]
    store = ready.elsewhere / "spacekg-demo"
    command: list[str | Path] = [ready.bin / "spacekg", "serve", "--store", store, "--port", port]
    with running(command, ready.elsewhere.parent, f"http://{address}/openapi.json"):
        with urlopen(
            f"http://{address}/sparql?query=ASK%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D"
        ) as answer:
            assert b"true" in answer.read()
        with urlopen(f"http://{address}/query/meetings.html") as answer:
            assert b"<table" in answer.read()


@pytest.mark.parametrize(
    "line", ["serve --store x", "publish site --store x --public-base https://x/"]
)
@pytest.mark.parametrize("library", ["starlette", "jinja2", "werkzeug"])
def test_a_bare_installation_says_what_to_install(tmp_path: Path, line: str, library: str) -> None:
    if (line.split(maxsplit=1)[0], library) == ("publish", "starlette"):
        pytest.skip("a static site needs no server")
    # A module that is None cannot be imported: as if it were not there.
    code = f"import sys; sys.modules[{library!r}] = None; from kg.cli import main; main()"
    EmbeddedStore.open(tmp_path / "x", create=True).close()
    done = subprocess.run(
        [sys.executable, "-c", code, *line.split()],
        cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 2
    assert f"needs {library}" in done.stderr
    assert "pip install 'spacekg[serve]'" in done.stderr
