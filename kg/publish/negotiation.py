"""Which form a client gets: by suffix, by argument, by its Accept header (RFC 9110, 12.5.1)."""

from __future__ import annotations

import re
from typing import Final

from werkzeug.datastructures import LanguageAccept, MIMEAccept
from werkzeug.http import parse_accept_header

from kg.publish.formats import BY_MEDIA_TYPE, BY_SUFFIX, FORMS, PAGE, PAGES, Form

_CHARSET: Final = re.compile(r";\s*charset=[^;,]*", re.IGNORECASE)


def choose(accept: str | None, argument: str | None = None) -> Form | None:
    """Return the form for an Accept header and a `_mediatype` argument, which beats it.

    The argument is a media type or a suffix. No header, and "*/*", give the first form; None
    says that no form is acceptable.
    """
    if argument is not None:
        # A plus sign in an address that nobody encoded has become a space.
        wanted = argument.strip().replace(" ", "+")
        return BY_MEDIA_TYPE.get(wanted) or BY_SUFFIX.get(wanted)
    if accept is None or not accept.strip():
        return FORMS[0]
    best = accepted(accept).best_match([f.media_type for f in FORMS])
    return BY_MEDIA_TYPE[best] if best else None


def in_language(form: Form, accept_language: str | None) -> Form:
    """Return the form in the language that a client reads best: a page has one for each."""
    if form is not PAGE or not accept_language:
        return form
    wanted = parse_accept_header(accept_language, LanguageAccept)
    return PAGES[wanted.best_match(list(PAGES), PAGE.language)]


def accepted(header: str) -> MIMEAccept:
    """Return what an Accept header names; all our forms are UTF-8, so that a charset adds nothing."""
    return parse_accept_header(_CHARSET.sub("", header), MIMEAccept)
