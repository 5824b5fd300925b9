"""Which form of an answer a client gets: by argument, by its Accept header."""

from __future__ import annotations

from kg.publish.formats import Form
from kg.publish.negotiation import accepted
from kg.publish.sparql.formats import ALIASES


def names(forms: tuple[Form, ...]) -> dict[str, Form]:
    """Return the media types by which the forms can be asked for, the usual ones first."""
    by_suffix = {form.suffix: form for form in forms}
    usual = {form.media_type: form for form in forms}
    return usual | {n: by_suffix[s] for n, s in ALIASES.items() if s in by_suffix}


def choose(forms: tuple[Form, ...], accept: str | None, argument: str | None) -> Form | None:
    """Return the form for an Accept header and an argument, which beats it; None: none will do.

    The argument is a media type or a suffix.
    """
    known = names(forms)
    if argument is not None:
        wanted = argument.strip().replace(" ", "+")
        by_suffix = {form.suffix: form for form in forms}
        return by_suffix.get(wanted) or _named(known, wanted)
    if accept is None or not accept.strip():
        return forms[0]
    best = accepted(accept).best_match(list(known))
    return _named(known, best) if best else None


def _named(known: dict[str, Form], media_type: str) -> Form | None:
    form = known.get(media_type)
    if form is None or form.media_type == media_type:
        return form
    return Form(form.suffix, media_type, form.writer, form.graphs)
