"""Plain text: the source line, line ends, normal form, character sets."""

from __future__ import annotations

import codecs
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UnreadableError
from kg.releases import discover, read
from kg.releases.charset import decode
from kg.releases.prose import prose
from tests.releases.makers import NBSP, URL, only

EVALUATION = Path(__file__).resolve().parents[3] / "shared" / "evaluation" / "dev"

FRENCH = (
    "Le président du CNES a reçu à Paris son homologue allemand : les deux délégués ont évoqué "
    "la sûreté des lanceurs, l'étude du climat et l'Île de Ré, où naîtra le prochain projet."
)
SHORT = "Accord signé à Noël."
# Every accented letter of French that the set has, and what typographers add in it.
TYPOGRAPHIC = f"« L’œuvre »{NBSP}: où Zoë, Anaïs… goûtèrent l’été – 12 µm, 5 €, n° 3, Œuvre, çà"


@pytest.mark.parametrize(
    ("begin", "text", "source"),
    [
        (f"SOURCE: {URL}\n\n", "Texte\n", URL),
        (f"SOURCE: {URL}\r\n\r\n", "Texte\n", URL),
        (f"\ufeffSOURCE: {URL}\n\n", "Texte\n", URL),
        (f"SOURCE: {URL}\n\n", "\nTexte\n", URL),
        (f"SOURCE: {URL}\n", f"SOURCE: {URL}\nTexte\n", None),
        ("SOURCE: \n\n", "SOURCE: \n\nTexte\n", None),
        ("SOURCE: our own staff\n\n", "SOURCE: our own staff\n\nTexte\n", None),
        (f"\nSOURCE: {URL}\n\n", f"\nSOURCE: {URL}\n\nTexte\n", None),
    ],
)
def test_a_source_line_is_metadata_and_not_text(
    begin: str, text: str, source: str | None, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes((begin + text.removeprefix(begin) if source else text).encode())
    release = only(str(path))
    assert (release.text, release.source) == (text, source)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("a\r\r\nb", "a\n\nb"),
        ("\ufeff\n\n  a  \n\n", "\n\n  a  \n\n"),
        ("e\u0301te\u0301", "été"),
        ("12\u00b5m \u0153 \u00a0\u202f", "12\u00b5m \u0153 \u00a0\u202f"),
        ("5 \u212b", "5 \u00c5"),
    ],
)
def test_the_text_is_the_whole_file_in_nfc_with_line_feeds(raw: str, text: str) -> None:
    assert prose(raw, "a") == text


@given(st.text())
def test_text_once_read_stays_as_it_is(raw: str) -> None:
    try:
        text = prose(raw, "a")
    except UnreadableError:
        return
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    assert text.startswith("\ufeff") or prose(text, "a") == text


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (FRENCH, "utf-8"),
        (FRENCH, "cp1252"),
        (FRENCH, "latin-1"),
        (FRENCH, "mac_roman"),
        (FRENCH, "cp850"),
        (SHORT, "cp1252"),
        (SHORT, "latin-1"),
        (SHORT, "mac_roman"),
        (TYPOGRAPHIC, "utf-8"),
        (TYPOGRAPHIC, "cp1252"),
        (TYPOGRAPHIC, "mac_roman"),
        ("Sœur Emmanuelle à Liège : 2 € d'œuvres", "iso8859-15"),
        ("It lasted 2½ years and cost £5 at São Tomé", "cp1252"),
        ("The orbiter’s “first” pass – at 400 km… was perfect", "cp1252"),
        ("In Köln, Jürgen Müller für Großprojekte", "latin-1"),
        ("A Agência assinou um acordo de cooperação; missões à noite", "latin-1"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy, děl Česká kancelář", "cp1250"),
        ("Роскосмос и Французское космическое агентство подписали соглашение", "cp1251"),
        ("宇宙航空研究開発機構は、打ち上げに成功しました。", "shift_jis"),
    ],
)
def test_character_sets_are_told_apart(text: str, charset: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(charset))
    release = only(str(path))
    assert release.text == text
    assert (release.extraction == "text") == (charset == "utf-8")


@pytest.mark.parametrize(
    ("mark", "charset"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_tells_the_set_and_goes(mark: bytes, charset: str) -> None:
    text, _ = decode(mark + TYPOGRAPHIC.encode(charset), "a")
    assert prose(text, "a") == TYPOGRAPHIC


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (codecs.BOM_UTF16_LE + b"a", "breaks off"),
        ("CNES".encode("utf-16-le"), "binary"),
        (bytes(range(128, 256)) * 3, "cannot be told"),
    ],
)
def test_what_cannot_be_decoded_is_said(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words) as caught:
        decode(data, "a")
    assert "UTF-8" in caught.value.remedy


@pytest.mark.parametrize(
    ("declared", "text"),
    [
        ("windows-1250", "Młodość, źródło"),
        ("iso-8859-1", "l’œuvre"),
        ("no-such-set", "café"),
        ("rot13", "café"),
        ("base64", "café"),
        ("a\0b", "café"),
    ],
)
def test_a_declared_set_helps_where_it_is_one(declared: str, text: str) -> None:
    data = text.encode("cp1250" if declared == "windows-1250" else "cp1252")
    assert decode(data, "a", declared)[0] == text


@pytest.mark.parametrize("declared", ["cp1252", "utf-16", "ascii"])
def test_utf_8_goes_before_what_is_declared(declared: str) -> None:
    assert decode("été".encode(), "a", declared) == ("été", "utf-8")


@pytest.mark.skipif(not EVALUATION.is_dir(), reason="the shared evaluation set is not here")
def test_the_evaluation_set_is_read_as_its_referee_reads_it() -> None:
    sources = list(discover([str(EVALUATION)]))
    assert len(sources) == 39
    for source in sources:
        release = only(source)
        raw = Path(source).read_text(encoding="utf-8")
        assert release.text == unicodedata.normalize("NFC", raw.split("\n", 2)[2])
        assert release.source == raw.split("\n", 1)[0].removeprefix("SOURCE: ")
        assert not any(isinstance(found, UnreadableError) for found in read(source))
