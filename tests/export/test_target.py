"""Where an export goes: a whole file or none."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from kg.errors import UnknownNameError, UsageError
from kg.export import network, rdf, table
from kg.export.formats import find, guess
from kg.export.target import opened


class DeliberateError(Exception):
    """Stands for any failure of a writer."""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def fail(target: Path) -> None:
    with opened(target) as out:
        out.write(b"half")
        raise DeliberateError


def test_a_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "out.nq"
    with opened(target) as out:
        out.write(b"whole")
        assert not target.exists()
    assert target.read_bytes() == b"whole"
    assert names(tmp_path) == ["out.nq"]


def test_a_writer_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(DeliberateError):
        fail(tmp_path / "out.nq")
    assert names(tmp_path) == []


def test_a_writer_that_fails_leaves_the_older_file_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "out.nq"
    target.write_bytes(b"older")
    with pytest.raises(DeliberateError):
        fail(target)
    assert target.read_bytes() == b"older"
    assert names(tmp_path) == ["out.nq"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link.nq").symlink_to(tmp_path / "real.nq")
    with opened(str(tmp_path / "link.nq")) as out:
        out.write(b"whole")
    assert (tmp_path / "link.nq").is_symlink()
    assert (tmp_path / "real.nq").read_bytes() == b"whole"


def test_a_place_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot write"), opened(tmp_path / "no" / "out.nq"):
        pytest.fail("there is nothing to write to")
    with pytest.raises(UsageError, match="cannot write"), opened(tmp_path):
        pytest.fail("a folder is no file")


def test_a_device_is_written_in_place() -> None:
    with opened("/dev/null") as out:
        out.write(b"gone")
    assert not Path("/dev/null").is_file()


def test_standard_output_is_a_dash(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    rdf.write([], "nq", "-")
    with opened("-") as out:
        out.write(b"told")
    assert capfdbinary.readouterr().out == b"told"


def test_a_stream_stays_open() -> None:
    stream = BytesIO()
    with opened(stream) as out:
        out.write(b"told")
    assert not stream.closed


@pytest.mark.parametrize("formats", [rdf.FORMATS, network.FORMATS, table.FORMATS])
def test_formats_have_names_and_suffixes_of_their_own(formats: tuple[object, ...]) -> None:
    for field in ("name", "suffix", "title"):
        assert len({getattr(format_, field) for format_ in formats}) == len(formats)


@pytest.mark.parametrize(
    ("target", "name"),
    [("a.gexf", "gexf"), ("A.CSV", "csv"), ("a.nodes.csv", "csv-nodes"), ("a.xyz", "graphml"),
     ("-", "graphml")],
)  # fmt: skip
def test_a_suffix_tells_the_format(target: str, name: str) -> None:
    assert guess(network.FORMATS, target, "graphml").name == name
    assert guess(network.FORMATS, BytesIO(), "graphml").name == "graphml"


def test_an_unknown_format_lists_those_that_there_are() -> None:
    with pytest.raises(UnknownNameError) as caught:
        find(network.FORMATS, "pdf")
    assert caught.value.remedy.startswith("Formats here: graphml, gexf, json, cyjs, csv,")
