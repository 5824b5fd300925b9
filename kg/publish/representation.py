"""A document in one form: its bytes, and what headers say of them. A pure function of the store."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.utils import format_datetime

from kg.publish.documents import Document, Store
from kg.publish.formats import Form
from kg.publish.pages import page
from kg.publish.profiles import FACTS, Profile
from kg.publish.serialized import serialize


@dataclass(frozen=True, slots=True)
class Representation:
    """The bytes of a document in a form; `path` is its own, with the form's suffix."""

    path: str
    form: Form
    body: bytes
    modified: date | None = None

    @property
    def etag(self) -> str:
        """Return a strong validator: equal bytes have equal ones, in whatever form or place."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:32]}"'

    @property
    def last_modified(self) -> str | None:
        """Return the day of the newest release behind it as an HTTP date: no clock is asked."""
        if self.modified is None:
            return None
        return format_datetime(datetime.combine(self.modified, time(), UTC), usegmt=True)


def render(
    document: Document, form: Form, store: Store, profile: Profile = FACTS
) -> Representation:
    """Return the document in the form; a page shows its evidence in any profile."""
    if form.language:
        body = page(document, store, form.language)
    else:
        body = serialize(document, form, profile)
    return Representation(variant(document.path, form), form, body, document.modified)


def variant(path: str, form: Form) -> str:
    """Return the path of a document in one form; that of the home page is `index.html`."""
    return f"{path or 'index'}.{form.suffix}"
