"""Drafts of events as events: their keys, labels and links."""

from __future__ import annotations

from kg.facts.drafts import Draft, natural_key, status_by_day
from kg.model import Event, Linked

_KINDS = {
    "Meeting": "meeting",
    "Visit": "visit",
    "AgreementSigning": "agreement-signing",
    "Launch": "launch",
    "Milestone": "milestone",
}
_NOUNS = {
    "Meeting": "Meeting",
    "Visit": "Visit",
    "AgreementSigning": "Signing",
    "Launch": "Launch",
    "Milestone": "Milestone",
}


def to_event(draft: Draft, linked: Linked) -> Event:
    """Return the event of a draft."""
    return Event(
        key=key_of(draft),
        kind=draft.kind,
        label=_label(draft, linked),
        day=draft.day,
        end=draft.end,
        # Told as done in one sentence and dated by another: what is to come is not done.
        status=status_by_day(draft.day, linked.document.issued, draft.status),
        links=tuple(dict.fromkeys(_links(draft))),
        evidence=tuple(sorted(draft.evidence)),
        rule=draft.rule,
        confidence=draft.confidence,
        agreement=draft.agreement,
    )


def key_of(draft: Draft) -> str:
    """Return the key of a draft's event, made of its kind, its day and its parties."""
    kind = _KINDS[draft.kind]
    if draft.kind == "Launch":
        parts = [*draft.vehicles, *draft.sites] or list(draft.payloads)
        if not (draft.day and draft.day.precision == "day" and draft.vehicles):
            parts = [*parts, *draft.payloads]
        return natural_key(kind, draft.day, parts)
    if draft.kind == "Milestone":
        return natural_key(kind, draft.day, draft.concerns)
    parts = list(draft.bodies) or list(draft.people)
    if draft.kind == "Visit":
        parts = [*draft.people, *draft.places]
    return natural_key(kind, draft.day, parts, draft.label)


def _label(draft: Draft, linked: Linked) -> str:
    def name(key: str) -> str:
        return linked.entities[key].label

    noun = _NOUNS[draft.kind]
    if draft.kind == "Launch":
        what = ", ".join(map(name, draft.payloads))
        return f"{noun} of {what}" + (f" on {name(draft.vehicles[0])}" if draft.vehicles else "")
    if draft.kind == "Milestone":
        return f"{noun} of {', '.join(map(name, draft.concerns))}: {draft.label}"
    of = draft.bodies or draft.people
    if draft.kind == "Visit":
        where = f" to {name(draft.places[0])}" if draft.places else ""
        return f"{noun} of {', '.join(map(name, draft.people))}{where}"
    if draft.kind == "AgreementSigning" and draft.agreement:
        return f"Signing of {draft.agreement} by {' and '.join(map(name, of))}"
    return f"{noun} of {' and '.join(map(name, of))}"


def _links(draft: Draft) -> list[tuple[str, str]]:
    links = [("participant", k) for k in (*draft.people, *draft.bodies)]
    links += [("witness", k) for k in draft.witnesses]
    links += [("place", k) for k in draft.places]
    links += [("concerns", k) for k in draft.concerns]
    links += [("payload", k) for k in draft.payloads]
    links += [("vehicle", k) for k in draft.vehicles]
    links += [("site", k) for k in draft.sites]
    if draft.kind == "AgreementSigning":
        links += [("party", k) for k in draft.bodies]
    return links
