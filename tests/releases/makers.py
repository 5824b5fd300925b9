"""Writes the same release as a file of each kind, for the tests to read back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from email.message import EmailMessage
from io import BytesIO
from xml.sax.saxutils import escape

import docx

from kg.model import Release
from kg.releases import read

NBSP, THIN = "\u00a0", "\u202f"
TITLE = "Le CNES et Roscosmos préparent Bion-M2"
FIRST = (
    f"Le 14 février, les équipes ont salué l’œuvre commune{NBSP}: des capteurs de 12{THIN}µm, "
    "suivis depuis Toulouse et Moscou pendant toute la durée du vol habité, au cœur du projet."
)
SECOND = (
    "The two agency heads reviewed the experiments that French and Russian laboratories are to "
    "fly on the next biological satellite, and agreed to meet again in Paris in the autumn."
)
BODY = f"{FIRST}\n\n{SECOND}"
TEXT = f"{TITLE}\n\n{BODY}"
ISSUED = date(2020, 2, 17)
URL = "https://presse.example.org/fr/cp-025"


def only(source: str) -> Release:
    """Return the one release in `source`."""
    (release,) = read(source)
    if not isinstance(release, Release):
        raise release
    return release


def text() -> bytes:
    return f"SOURCE: {URL}\n\n{TEXT}\n".encode()


def html(body: str = BODY, title: str = TITLE) -> bytes:
    parts = "".join(f"<p>{escape(part)}</p>" for part in body.split("\n\n"))
    page = f"""<!DOCTYPE html><html lang="fr-FR"><head><meta charset="utf-8">
<title>{title}</title><link rel="canonical" href="{URL}">
<meta property="og:site_name" content="CNES Presse">
<meta property="article:published_time" content="2020-02-17T09:00:00+01:00"></head>
<body><nav><ul><li><a href="/">Accueil</a></li><li><a href="/x">Contact</a></li></ul></nav>
<main><article><h1>{title}</h1>{parts}</article></main>
<footer><p>Mentions légales</p></footer><script>var secret = 1;</script></body></html>"""
    return page.encode()


def word() -> bytes:
    document = docx.Document()
    document.core_properties.title = TITLE
    for line in [TITLE, "", *BODY.split("\n\n")]:
        document.add_paragraph(line)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def mail(subtype: str = "plain") -> bytes:
    message = EmailMessage()
    message["From"] = '"CNES Presse" <presse@cnes.example>'
    message["To"] = "redaction@journal.example"
    message["Subject"] = TITLE
    message["Date"] = "Mon, 17 Feb 2020 23:30:00 -0800"
    body = BODY if subtype == "plain" else f"<p>{BODY}</p>".replace("\n\n", "</p><p>")
    message.set_content(body, subtype=subtype)
    message["Content-Language"] = "fr"
    return bytes(message)


def rss(*bodies: str) -> bytes:
    items = "".join(
        f"<item><title>{TITLE}</title><link>{URL}</link>"
        f"<pubDate>Mon, 17 Feb 2020 23:30:00 -0800</pubDate>"
        f"<description>{escape(_marked_up(body))}</description></item>"
        for body in bodies or (BODY,)
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>'
        f"<title>CNES Presse</title><language>fr-fr</language>{items}</channel></rss>"
    ).encode()


def atom() -> bytes:
    return (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">'
        f"<title>CNES Presse</title><entry><title>{TITLE}</title><link href='{URL}'/>"
        "<published>2020-02-17T23:30:00-08:00</published><summary>Court.</summary>"
        f"<content type='html'>{escape(_marked_up(BODY))}</content></entry></feed>"
    ).encode()


def _marked_up(body: str) -> str:
    return "".join(f"<p>{escape(part)}</p>" for part in body.split("\n\n"))


def jsonl(**more: object) -> bytes:
    item: dict[str, object] = {
        "text": TEXT,
        "title": TITLE,
        "date": "2020-02-17",
        "publisher": "CNES Presse",
        "lang": "fr",
        "url": URL,
        "number": "PR025-2020",
    }
    return json.dumps(item | more).encode() + b"\n"


def pdf(*pages: str, trailer: str = "") -> bytes:
    """Return a PDF with a text layer in a standard font (its characters are those of cp1252)."""
    fonts = "<< /Font << /F 3 0 R >> >>"
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        content = b"BT /F 12 Tf 50 750 Td 14 TL %s ET" % b" ".join(_shown(page))
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources {fonts} "
            f"/Contents {5 + 2 * number} 0 R >>".encode(),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        ]
    return _numbered(objects, trailer)


def _shown(page: str) -> Iterator[bytes]:
    for line in page.splitlines():
        yield b"<%s> Tj T*" % line.encode("cp1252").hex().encode()


def _numbered(objects: list[bytes], trailer: str) -> bytes:
    file = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start, size = len(file), len(objects) + 1
    file += b"xref\n0 %d\n0000000000 65535 f \n" % size
    file += b"".join(b"%010d 00000 n \n" % place for place in places)
    file += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (size, trailer.encode())
    return bytes(file + b"startxref\n%d\n%%%%EOF\n" % start)


# What a standard PDF font cannot show.
PDF_TEXT = TEXT.replace(THIN, NBSP)

MAKERS: dict[str, Callable[[], bytes]] = {
    ".txt": text,
    ".html": html,
    ".docx": word,
    ".eml": mail,
    ".rss": rss,
    ".atom": atom,
    ".jsonl": jsonl,
    ".pdf": lambda: pdf(PDF_TEXT),
}
