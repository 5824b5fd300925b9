"""Bad releases, stores and queries: told with the right exit code, and nothing half-written."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result

from tests.cli.conftest import RELEASE, Program, call
from tests.stores import Prepared

# What each bad file holds, and what is said of it; a binary file has no text in it at all.
BAD = {
    "empty.txt": (b"", "no text"),
    "blank.txt": (b" \n\t\n\xc2\xa0\n", "no text"),
    "binary.txt": (bytes(range(256)) * 40, "binary data"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary data"),
    "old.doc": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "an old Word or Office file"),
    "one-line.txt": (b"CNES met JAXA in Paris on 3 May 2019. " * 1_400_000, "over 5 MB"),
    "broken.jsonl": (b'{"text": "CNES met', "broken.jsonl"),
    "nowhere.txt": (None, "no such file"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of bad files with one good release between them."""
    folder = tmp_path_factory.mktemp("bad")
    for name, (content, _) in BAD.items():
        if content is not None:
            (folder / name).write_bytes(content)
    (folder / "good.txt").write_text(RELEASE, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def built(
    folder: Path, prepared: Prepared, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Result, Path]:
    """Return what building from all of them gave, the good one amid them, and the store."""
    store = prepared.at(tmp_path_factory.mktemp("bad-store") / "store")
    names = [*BAD]
    names.insert(3, "good.txt")
    return call("build", *(folder / name for name in names), "--store", store), store


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_told_with_its_remedy(built: tuple[Result, Path], name: str) -> None:
    lines = built[0].stderr.splitlines()
    (place,) = [i for i, line in enumerate(lines) if name in line]
    assert lines[place].startswith("spacekg: ")
    assert BAD[name][1] in lines[place]
    assert lines[place + 1].startswith("  ")


def test_the_others_still_go_in(built: tuple[Result, Path]) -> None:
    result, store = built
    assert result.exit_code == 3
    assert result.stdout.endswith(f"1 admitted, {len(BAD)} unreadable\n")
    assert json.loads(call("info", "--json", "--store", store).stdout)["releases"] == 1
    assert not list(store.glob("rejected/*"))


def facts(text: bytes) -> set[str]:
    lines = call("map", "-", stdin=text).stdout.splitlines()
    return {line for line in lines if "/graph/release/" in line}


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "cp1252", "iso8859-15"])
def test_any_common_encoding_is_read(checkout: Path, charset: str) -> None:
    text = (checkout / "examples" / "releases" / "fr" / "01.txt").read_text(encoding="utf-8")
    plain = text.replace("’", "'").replace("«\u202f", "« ").replace("œ", "oe")
    encoded = plain.encode(charset, errors="replace")
    assert facts(encoded) == facts(encoded.decode(charset).encode())


def test_a_release_without_a_date_goes_in_without_one(spacekg: Program) -> None:
    text = RELEASE.replace("Paris, 5 June 2019\n\n", "").replace(" on\n4 June 2019", "")
    result = spacekg("map", "-", stdin=text)
    assert result.exit_code == 0
    assert "terms/issued" not in result.stdout
    given = spacekg("map", "-", "--issued", "2019-06-05", stdin=text)
    assert 'terms/issued> "2019-06-05"' in given.stdout


def test_a_date_that_does_not_exist_is_noted_and_left_out(spacekg: Program) -> None:
    result = spacekg("map", "-", stdin=RELEASE.replace("5 June 2019", "31 June 2019"))
    assert result.exit_code == 0
    assert "no such day: " in result.stderr
    assert "-06-31" not in result.stdout


@pytest.mark.parametrize("text", ["a" * 200_000, "A" * 200_000, "Ab." * 60_000])
def test_a_text_without_a_space_ends_soon(checkout: Path, text: str) -> None:
    done = subprocess.run(
        [sys.executable, checkout / "cli.py", "map", "-"],
        input=text, capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip
    assert done.returncode == 3, done.stderr
    assert done.stdout == ""
    assert done.stderr.startswith("spacekg: stdin: ")


# Stores


def test_a_store_in_a_place_that_cannot_be(spacekg: Program, release: Path, tmp_path: Path) -> None:
    result = spacekg("build", release, "--store", release / "store")
    assert result.exit_code == 4
    assert f"{release / 'store'}" in result.stderr
    assert "or give another folder." in result.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_store_in_a_folder_without_rights(
    spacekg: Program, release: Path, tmp_path: Path
) -> None:
    tmp_path.chmod(0o500)
    assert spacekg("build", release, "--store", tmp_path / "store").exit_code == 4


def test_a_store_in_somebody_elses_folder(spacekg: Program, release: Path, tmp_path: Path) -> None:
    result = spacekg("build", release, "--store", tmp_path)
    assert result.exit_code == 4
    assert "Give an empty or a new folder." in result.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["release.txt"]


@pytest.fixture
def copied(store: Path, tmp_path: Path) -> Path:
    return shutil.copytree(store, tmp_path / "copy")


@pytest.mark.parametrize("command", [["info"], ["query", "meetings"], ["build", "release.txt"]])
def test_a_store_of_another_version(spacekg: Program, copied: Path, command: list[str]) -> None:
    about = copied / "spacekg.json"
    about.write_text(json.dumps(json.loads(about.read_text()) | {"format": 99}), encoding="utf-8")
    result = spacekg(*command, "--store", copied)
    assert result.exit_code == 4
    assert "format 99" in result.stderr
    assert "Install the spacekg that wrote it" in result.stderr


def test_a_damaged_store(spacekg: Program, copied: Path) -> None:
    (copied / "spacekg.json").write_text("{", encoding="utf-8")
    result = spacekg("info", "--store", copied)
    assert result.exit_code == 4
    assert "is damaged" in result.stderr
