"""Reads a mail (EML): its body, plain text before HTML, with its subject as title.

Attachments are not read: save them as files of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.errors import UnreadableError
from kg.model import Release
from kg.releases.charset import decode
from kg.releases.libraries import parsing
from kg.releases.markup import markup
from kg.releases.prose import prose, titled
from kg.releases.source import Source
from kg.releases.stated import day, language, line

if TYPE_CHECKING:
    from email.message import EmailMessage

MEDIA_TYPE = "message/rfc822"

_REMEDY = "Save the mail anew, or its text as plain text."


def read(source: Source) -> Iterator[Release]:
    """Yield the one release of a mail."""
    from email import message_from_bytes
    from email.policy import default

    data = source.content()
    with parsing("mail", source.origin, _REMEDY):
        message = message_from_bytes(data, policy=default)
        if not message.keys():
            raise UnreadableError(f"{source.origin}: this is no mail, it has no header", _REMEDY)
        title = line(_header(message, "Subject"))
        yield Release(
            text=prose(titled(_body(message, source.origin), title), source.origin),
            origin=source.origin,
            publisher=_sender(message),
            issued=day(_header(message, "Date")),
            language=language(_header(message, "Content-Language")),
            title=title,
            source=source.url,
            media_type=MEDIA_TYPE,
            extraction="mail",
        )


def _header(message: EmailMessage, name: str) -> str | None:
    value = message.get(name)
    return None if value is None else str(value)


def _sender(message: EmailMessage) -> str | None:
    """Return the name of who sent it, else the site of the address."""
    from email.utils import parseaddr

    name, address = parseaddr(_header(message, "From") or "")
    return line(name) or line(address.rpartition("@")[2])


def _body(message: EmailMessage, origin: str) -> str:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        raise UnreadableError(
            f"{origin}: a mail without text", "Save what is attached to it as files of their own."
        )
    data = part.get_payload(decode=True)
    text, _ = decode(data if isinstance(data, bytes) else b"", origin, part.get_content_charset())
    return markup(text, origin) if part.get_content_subtype() == "html" else text
