"""Web pages, feeds and mails: the main text, the metadata, the entries."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from kg.errors import UnreadableError
from kg.model import Release
from kg.releases import read
from kg.releases.markup import markup
from kg.releases.stated import day
from tests.releases.makers import BODY, FIRST, NBSP, TEXT, TITLE, html, mail, only, rss


def stored(folder: Path, name: str, data: bytes) -> str:
    path = folder / name
    path.write_bytes(data)
    return str(path)


def test_navigation_and_scripts_are_no_text(tmp_path: Path) -> None:
    text = only(stored(tmp_path, "a.html", html())).text
    assert text == TEXT
    for noise in ("Accueil", "Mentions légales", "secret"):
        assert noise not in text


def test_a_long_page_is_read_to_its_end(tmp_path: Path) -> None:
    body = "\n\n".join(f"{number}. {FIRST}" for number in range(200))
    assert only(stored(tmp_path, "a.html", html(body))).text == f"{TITLE}\n\n{body}"


def test_a_page_of_few_words_is_read_whole(tmp_path: Path) -> None:
    page = b"<html><body><p>CNES met ESA.<p>They agreed.</body></html>"
    assert only(stored(tmp_path, "a.html", page)).text == "CNES met ESA.\n\nThey agreed."


def test_a_page_that_draws_a_space_keeps_its_drawing(tmp_path: Path) -> None:
    body = BODY.replace("Bion", "⍽Bion").replace(NBSP, " ")
    drawn = body.replace("satellite", "satellite ⍽")
    assert "⍽" in only(stored(tmp_path, "a.html", html(drawn))).text


@pytest.mark.parametrize(
    ("charset", "declared"),
    [("utf-8", "utf-8"), ("utf-8", "iso-8859-1"), ("cp1252", "iso-8859-1"), ("cp1250", "cp1250")],
)
def test_a_page_s_character_set_is_told(charset: str, declared: str, tmp_path: Path) -> None:
    words = "Młodość źródło" if charset == "cp1250" else "L’œuvre a été signée"
    page = f'<html><head><meta charset="{declared}"></head><body><p>{words}</p></body></html>'
    assert only(stored(tmp_path, "a.html", page.encode(charset))).text == words


def test_xhtml_with_its_declaration_is_read(tmp_path: Path) -> None:
    page = b'<?xml version="1.0" encoding="UTF-8"?>\n' + html()
    assert only(stored(tmp_path, "a.xhtml", page)).text == TEXT


def test_a_day_in_the_words_of_a_page_is_not_its_metadata(tmp_path: Path) -> None:
    page = f"<html><body><p>On 18 December 2019 it flew.</p><p>{BODY}</p></body></html>"
    release = only(stored(tmp_path, "a.html", page.encode()))
    assert release.issued is None
    assert release.publisher is None


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("CNES &amp; ESA", "CNES & ESA"),
        ("<p>One\n two</p><p>Three</p>", "One two\n\nThree"),
        ("One<br>two<br/><br/>three", "One\n\ntwo\n\nthree"),
        ("<b>C</b>NES <i>met</i> ESA", "CNES met ESA"),
        ("<ul><li>a</li><li>b</li></ul>c", "a\n\nb\n\nc"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
        ("a<script>x()</script>b<style>p{}</style>c<!-- d -->e", "abce"),
        ("12&nbsp;&micro;m", f"12{NBSP}µm"),
        ("<p>&nbsp;</p><p>a", "a"),
        ("", ""),
        ("</div></div>a<p", "a"),
    ],
)
def test_a_fragment_gives_its_words(fragment: str, text: str) -> None:
    assert markup(fragment, "a") == text


def test_each_entry_of_a_feed_is_a_release_and_an_empty_one_is_told(tmp_path: Path) -> None:
    path = stored(tmp_path, "a.rss", rss(BODY, "", BODY))
    first, error, last = read(path)
    assert isinstance(first, Release)
    assert isinstance(last, Release)
    assert isinstance(error, UnreadableError)
    assert (first.origin, last.origin) == (f"{path}#1", f"{path}#3")
    assert first.text == TEXT
    assert f"{path}#2: no text" in error.message


def test_a_feed_s_loosely_written_day_is_made_out(tmp_path: Path) -> None:
    feed = rss().replace(b"Mon, 17 Feb 2020 23:30:00 -0800", b"17 February 2020")
    assert only(stored(tmp_path, "a.rss", feed)).issued == date(2020, 2, 17)


def test_a_feed_loads_nothing_that_it_points_to(tmp_path: Path) -> None:
    secret = stored(tmp_path, "secret.txt", b"secret words")
    feed = rss().decode().replace(TITLE, "&outside;")
    entity = f'<!DOCTYPE rss [<!ENTITY outside SYSTEM "file://{secret}">]><rss'
    for found in read(stored(tmp_path, "a.rss", feed.replace("<rss", entity).encode())):
        assert isinstance(found, UnreadableError) or "secret words" not in found.text


def test_a_mail_in_html_is_read(tmp_path: Path) -> None:
    assert only(stored(tmp_path, "a.eml", mail("html"))).text == TEXT


def test_a_mail_s_plain_text_goes_before_its_html(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"] = "presse@cnes.example"
    message.set_content("Plain words.\n")
    message.add_alternative("<p>Marked up words.</p>", subtype="html")
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf")
    release = only(stored(tmp_path, "a.eml", bytes(message)))
    assert (release.text, release.publisher) == ("Plain words.\n", "cnes.example")


def test_a_mail_with_nothing_but_an_attachment_is_told(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"] = "See attached"
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf")
    (error,) = read(stored(tmp_path, "a.eml", bytes(message)))
    assert isinstance(error, UnreadableError)
    assert "attached" in error.remedy


def test_a_mail_in_an_old_character_set_is_read(tmp_path: Path) -> None:
    head = b"From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=%s\r\n\r\n"
    for charset in (b"iso-8859-1", b"no-such-set"):
        data = head % charset + "Accord signé à Noël.\r\n".encode("cp1252")
        assert only(stored(tmp_path, "a.eml", data)).text == "Accord signé à Noël.\n"


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2020-02-17", date(2020, 2, 17)),
        (" 2020-02-17 09:00", date(2020, 2, 17)),
        ("Mon, 17 Feb 2020 23:30:00 -0800", date(2020, 2, 17)),
        ("2020-13-17", None),
        ("2020-02", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_a_stated_day_is_taken_as_written(stated: str | None, expected: date | None) -> None:
    assert day(stated) == expected
