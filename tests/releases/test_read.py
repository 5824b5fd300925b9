"""What holds for `read` whatever the source: overrides, errors as values, limits."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import date
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import UnreadableError
from kg.model import Release
from kg.releases import Given, read
from kg.releases.source import MAX_TEXT
from tests.releases.makers import MAKERS, TITLE, URL, jsonl, only


def error_of(source: Path | str) -> UnreadableError:
    (error,) = read(str(source))
    assert isinstance(error, UnreadableError)
    assert error.remedy
    return error


def test_what_is_given_goes_before_what_the_source_says(tmp_path: Path) -> None:
    path = tmp_path / "release.jsonl"
    path.write_bytes(jsonl())
    said = Given(publisher="cnes", issued=date(2021, 1, 2), language="en", number="7")
    (release,) = read(str(path), given=said)
    assert isinstance(release, Release)
    assert (release.publisher, release.issued) == ("cnes", date(2021, 1, 2))
    assert (release.language, release.number) == ("en", "7")
    assert (release.title, release.source) == (TITLE, URL)


def test_nothing_given_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "release.jsonl"
    path.write_bytes(jsonl())
    assert list(read(str(path), given=Given())) == list(read(str(path)))


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "no text"),
        ("a.txt", b" \n\t\r\n \xc2\xa0 ", "no text"),
        ("a.txt", b"\xef\xbb\xbf", "no text"),
        ("a.txt", b"SOURCE: https://example.org/1\n\n", "no text"),
        ("a.txt", b"Text with \0 in it", "binary"),
        ("a.txt", bytes(range(1, 32)) * 9, "binary"),
        ("a.bin", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word"),
        ("a.rtf", rb"{\rtf1 CNES}", "RTF"),
        ("a.gz", b"\x1f\x8b\x08", "gzip"),
        ("a.pdf", b"", "PDF"),
        ("a.pdf", b"%PDF-1.4 and then nothing", "PDF"),
        ("a.docx", b"PK\x03\x04 and then nothing", "DOCX"),
        ("a.html", b"", "no text"),
        ("a.html", b" \xef\xbb\xbf", "no text"),
        ("a.html", b"<html><body><script>x()</script></body></html>", "no text"),
        ("a.eml", b"", "no header"),
        ("a.eml", b"Subject: x\n\n", "no text"),
        ("a.rss", b"", "no entry"),
        ("a.xml", b"<sitemap><url/></sitemap>", "no entry"),
        ("a.jsonl", b"\n\n", "no text"),
        ("missing.txt", None, "no such file"),
    ],
)
def test_what_cannot_be_read_is_said(
    name: str, data: bytes | None, words: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    error = error_of(path)
    assert words in error.message
    assert str(path) in error.message
    assert error.exit_code == 3


def test_a_folder_without_a_release_is_said(tmp_path: Path) -> None:
    assert "no release in this folder" in error_of(tmp_path).message


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("CNES")
    path.chmod(0)
    assert "cannot be read" in error_of(path).message


def test_an_error_of_the_disk_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("CNES")

    def broken(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", broken)
    assert "Input/output error" in error_of(path).message


@pytest.mark.parametrize("suffix", [".txt", ".html", ".jsonl"])
def test_fifty_megabytes_of_one_line_are_refused_at_once(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"a" * 50_000_001)
    begun = time.monotonic()
    error = error_of(path)
    assert time.monotonic() - begun < 5
    assert "no press release" in error.message
    assert "Split it" in error.remedy


def test_a_text_at_the_limit_is_read_and_one_over_it_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * MAX_TEXT)
    assert len(only(str(path)).text) == MAX_TEXT
    path.write_bytes(b"a" * (MAX_TEXT + 1))
    assert "over 5 MB" in error_of(path).message


@pytest.mark.parametrize("suffix", sorted(MAKERS))
def test_stdin_is_read_and_left_open(suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = TextIOWrapper(BytesIO(MAKERS[suffix]()))
    monkeypatch.setattr(sys, "stdin", stdin)
    release = only("-")
    assert release.text.startswith(TITLE)
    assert release.origin.startswith("stdin")
    assert not stdin.buffer.closed


def test_importing_the_room_loads_none_of_the_heavy_libraries() -> None:
    code = "import sys, kg.releases; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"trafilatura", "lxml", "pypdf", "docx", "feedparser", "charset_normalizer", "ssl"}
    assert not heavy & set(done.stdout.split())


BEGINNINGS = [
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"<html>",
    b"<rss>",
    b"<feed>",
    b'{"text": "',
    b"From: ",
]
ANY = st.one_of(
    st.binary(max_size=400),
    st.text(max_size=200).map(lambda drawn: drawn.encode("utf-8", "surrogatepass")),
    st.tuples(st.sampled_from(BEGINNINGS), st.binary(max_size=200)).map(b"".join),
)


@pytest.mark.parametrize("suffix", ["", *sorted(MAKERS)])
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=ANY)
def test_any_bytes_give_releases_or_say_why_not(suffix: str, tmp_path: Path, data: bytes) -> None:
    _check(tmp_path / f"any{suffix}", data)


@pytest.mark.parametrize("suffix", sorted(MAKERS))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(draw=st.data())
def test_any_damage_to_a_good_file_gives_releases_or_says_why_not(
    suffix: str, tmp_path: Path, draw: st.DataObject
) -> None:
    whole = MAKERS[suffix]()
    begin = draw.draw(st.integers(0, len(whole)))
    end = draw.draw(st.integers(begin, min(begin + 40, len(whole))))
    noise = draw.draw(st.binary(max_size=20))
    _check(tmp_path / f"any{suffix}", whole[:begin] + noise + whole[end:])


def _check(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    found = list(read(str(path)))
    assert found
    for release in found:
        if isinstance(release, Release):
            assert release.text.strip()
            assert "\r" not in release.text
            release.text.encode()
        else:
            assert release.remedy
