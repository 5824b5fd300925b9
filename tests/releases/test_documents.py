"""PDF and Word: what their text layer and paragraphs hold, and what they lack."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pypdf
import pytest
from docx.document import Document

from kg.errors import UnreadableError
from kg.releases import read, source
from tests.releases.makers import only, pdf

RED = "The agencies met in Paris."


def stored(folder: Path, name: str, data: bytes) -> str:
    path = folder / name
    path.write_bytes(data)
    return str(path)


def word(document: Document) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def error_of(source: str) -> UnreadableError:
    (error,) = read(source)
    assert isinstance(error, UnreadableError)
    assert error.remedy
    return error


@pytest.mark.parametrize(
    ("pages", "text"),
    [
        ((RED,), RED),
        ((RED, RED), f"{RED}\n\n{RED}"),
        (("The agencies met", "in Paris."), "The agencies met\nin Paris."),
        ((RED, "", RED), f"{RED}\n\n{RED}"),
        (("First line\nsecond line",), "First line\nsecond line"),
    ],
)
def test_pages_follow_one_another(pages: tuple[str, ...], text: str, tmp_path: Path) -> None:
    assert only(stored(tmp_path, "a.pdf", pdf(*pages))).text == text


@pytest.mark.parametrize("pages", [(), ("",), ("", " ")])
def test_a_scan_is_told_as_one(pages: tuple[str, ...], tmp_path: Path) -> None:
    error = error_of(stored(tmp_path, "a.pdf", pdf(*pages)))
    assert "PDF without text" in error.message
    assert "OCR" in error.remedy


@pytest.mark.parametrize("password", ["", "secret"])
def test_a_locked_pdf_is_read_only_where_anyone_may(password: str, tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=BytesIO(pdf(RED)))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    path = stored(tmp_path, "a.pdf", file.getvalue())
    if password:
        assert "password" in error_of(path).message
    else:
        assert only(path).text == RED


@pytest.mark.parametrize(
    ("extracted", "text"),
    [("ﬁrst ﬂight, oﬃce", "first flight, office"), ("a\0b\x01", "ab"), ("a\ud835b", "ab")],
)
def test_what_is_the_font_s_is_no_text(
    extracted: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pypdf.PageObject, "extract_text", lambda _: extracted)
    assert only(stored(tmp_path, "a.pdf", pdf(RED))).text == text


def test_a_pdf_of_too_much_text_is_given_up_early(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_pages = []

    def long(_: pypdf.PageObject) -> str:
        read_pages.append(1)
        return "a" * (source.MAX_TEXT // 2 + 1)

    monkeypatch.setattr(pypdf.PageObject, "extract_text", long)
    assert "over 5 MB" in error_of(stored(tmp_path, "a.pdf", pdf(*[RED] * 9))).message
    assert len(read_pages) == 2


def test_tables_come_in_their_place_a_row_a_line(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Before")
    table = document.add_table(rows=2, cols=3)
    for number, cell in enumerate(("Mission", "Agency", "")):
        table.cell(0, number).text = cell
    table.cell(1, 0).merge(table.cell(1, 2)).text = "CHEOPS"
    document.add_paragraph("After")
    text = only(stored(tmp_path, "a.docx", word(document))).text
    assert text == "Before\n\nMission\tAgency\n\nCHEOPS\n\nAfter"


def test_a_document_s_title_comes_first_where_the_text_lacks_it(tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.title = "A new mission"
    document.add_paragraph(RED)
    release = only(stored(tmp_path, "a.docx", word(document)))
    assert (release.title, release.text) == ("A new mission", f"A new mission\n\n{RED}")


def test_an_empty_document_is_no_release_for_all_its_title(tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.title = "A new mission"
    assert "no text" in error_of(stored(tmp_path, "a.docx", word(document))).message


def test_a_zip_file_is_no_document(tmp_path: Path) -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "text")
    assert "DOCX" in error_of(stored(tmp_path, "a.zip", file.getvalue())).message


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused(tmp_path: Path) -> None:
    file = BytesIO(word(docx.Document()))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/zeros", bytes(2 * source.MAX_FILE))
    assert "over 100 MB" in error_of(stored(tmp_path, "a.docx", file.getvalue())).message
