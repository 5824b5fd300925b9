"""What a source's metadata states, brought into the form of a Release's fields."""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:$|[T ])")
_TAG = re.compile(r"([a-z]{2,3})(?:$|[-_])")


def day(stated: str | None) -> date | None:
    """Return the day of an ISO 8601 or RFC 5322 date, as written there, in its own time zone."""
    if not stated:
        return None
    iso = _ISO.match(stated.strip())
    try:
        return date.fromisoformat(iso[1]) if iso else _of_mail(stated)
    except (ValueError, OverflowError, IndexError, TypeError):
        return None


def _of_mail(stated: str) -> date:
    # Text and JSON lines do without what mails need, which takes a while to import.
    from email.utils import parsedate_to_datetime

    return parsedate_to_datetime(stated).date()


def language(tag: str | None) -> str | None:
    """Return the primary language of a tag ("fr" of "fr-FR"), or None where it is no tag."""
    found = _TAG.match(tag.strip().lower()) if tag else None
    return found[1] if found else None


def line(stated: str | None) -> str | None:
    """Return a title or a name on one line, or None where it says nothing."""
    return re.sub(r"[ \t\r\n\f\v]+", " ", stated).strip() or None if stated else None
