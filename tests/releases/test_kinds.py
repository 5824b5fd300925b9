"""One release, written as each kind of source, is read back with its words and its metadata."""

from __future__ import annotations

import sys
import unicodedata
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import pytest

from kg.errors import UnreadableError
from kg.releases import read
from tests.releases.makers import ISSUED, MAKERS, NBSP, PDF_TEXT, TEXT, TITLE, URL, only


@dataclass(frozen=True)
class Told:
    """What a kind of source tells beside the text."""

    suffix: str
    media_type: str
    library: str
    fields: frozenset[str]


ALL = {
    "title": TITLE,
    "issued": ISSUED,
    "language": "fr",
    "publisher": "CNES Presse",
    "source": URL,
}
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LETTER = frozenset({"title", "issued", "language", "publisher"})
KINDS = [
    Told(".txt", "text/plain", "text", frozenset({"source"})),
    Told(".html", "text/html", "trafilatura", frozenset(ALL)),
    Told(".pdf", "application/pdf", "pypdf", frozenset()),
    Told(".docx", WORD, "python-docx", frozenset({"title"})),
    Told(".eml", "message/rfc822", "mail", LETTER),
    Told(".rss", "application/rss+xml", "feedparser", frozenset(ALL)),
    Told(".atom", "application/atom+xml", "feedparser", frozenset(ALL)),
    Told(".jsonl", "application/jsonl", "text", frozenset(ALL)),
]


@pytest.fixture(params=KINDS, ids=lambda kind: kind.suffix)
def kind(request: pytest.FixtureRequest) -> Told:
    assert isinstance(request.param, Told)
    return request.param


def written(folder: Path, suffix: str, named: str | None = None) -> str:
    path = folder / f"release{suffix if named is None else named}"
    path.write_bytes(MAKERS[suffix]())
    return str(path)


def said(suffix: str, text: str) -> str:
    """Return what `text` says, where the kind of source has no paragraphs of its own."""
    return " ".join(text.split()) if suffix == ".pdf" else text.removesuffix("\n")


def test_the_words_come_through_to_the_letter(kind: Told, tmp_path: Path) -> None:
    release = only(written(tmp_path, kind.suffix))
    expected = PDF_TEXT if kind.suffix == ".pdf" else TEXT
    assert said(kind.suffix, release.text) == said(kind.suffix, expected)
    for planted in ("œ", "µ", "é", "’", NBSP):
        assert planted in release.text


def test_what_the_source_says_of_itself_is_kept_and_nothing_guessed(
    kind: Told, tmp_path: Path
) -> None:
    release = only(written(tmp_path, kind.suffix))
    for name, value in ALL.items():
        assert getattr(release, name) == (value if name in kind.fields else None), name


def test_how_the_text_was_got_is_recorded(kind: Told, tmp_path: Path) -> None:
    release = only(written(tmp_path, kind.suffix))
    assert release.media_type == kind.media_type
    own = kind.library in {"text", "mail"}
    assert release.extraction == (
        kind.library if own else f"{kind.library} {version(kind.library)}"
    )


def test_without_a_suffix_the_first_bytes_tell_the_kind(kind: Told, tmp_path: Path) -> None:
    assert only(written(tmp_path, kind.suffix, "")).media_type == kind.media_type


def test_the_text_is_in_nfc_with_line_feeds(kind: Told, tmp_path: Path) -> None:
    text = only(written(tmp_path, kind.suffix)).text
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text


def test_reading_twice_gives_the_same(kind: Told, tmp_path: Path) -> None:
    source = written(tmp_path, kind.suffix)
    assert list(read(source)) == list(read(source))


@pytest.mark.parametrize(
    ("suffix", "module"),
    [(".html", "trafilatura"), (".pdf", "pypdf"), (".docx", "docx"), (".rss", "feedparser")],
)
def test_a_missing_library_is_named_with_the_way_to_install_it(
    suffix: str, module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    (error,) = read(written(tmp_path, suffix))
    assert isinstance(error, UnreadableError)
    assert module in error.message
    assert error.remedy == "pip install 'spacekg[sources]'"


@pytest.mark.parametrize("suffix", [".txt", ".eml", ".jsonl"])
def test_these_kinds_need_no_library(
    suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("trafilatura", "lxml", "pypdf", "docx", "feedparser"):
        monkeypatch.setitem(sys.modules, module, None)
    assert only(written(tmp_path, suffix)).text.startswith(TITLE)
