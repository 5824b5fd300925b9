"""The block of press contacts: who they are, their role, and, where asked for, phone and mail."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Contact, Linked, Membership, Mention, Span

_ROLE = re.compile(
    r"press officer|press attaché|media relations|attachée? de presse|responsable presse",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\+\d[\d\s().-]{7,}\d")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+\w")


@dataclass(frozen=True, slots=True)
class Officers:
    """The press officers of a release: their posts, and their phone and mail if asked for."""

    memberships: tuple[Membership, ...]
    contacts: tuple[Contact, ...]


def read(linked: Linked, *, with_details: bool = False) -> Officers:
    """Return the persons named in the block of contacts, with the role named beside them."""
    document = linked.document
    block = [s.span for s in document.sentences if s.part == "contacts"]
    if not block:
        return Officers((), ())
    area = Span(block[0].begin, block[-1].end)
    people = _people(linked, area)
    roles = list(_ROLE.finditer(document.text, area.begin, area.end))
    phones = _PHONE.findall(document.text, area.begin, area.end) if with_details else []
    mails = _MAIL.findall(document.text, area.begin, area.end) if with_details else []
    posts = [
        Membership(m.entity, None, _title(roles[min(i, len(roles) - 1)][0]), m.span, "contacts", 0.9)
        for i, m in enumerate(people)
        if roles
    ]
    contacts = [
        Contact(m.entity, _nth(phones, i), _nth(mails, i)) for i, m in enumerate(people)
    ]
    return Officers(tuple(posts), tuple(contacts))


def _people(linked: Linked, area: Span) -> list[Mention]:
    seen: set[str] = set()
    people = []
    for mention in linked.mentions:
        inside = area.begin <= mention.span.begin and mention.span.end <= area.end
        if inside and linked.entities[mention.entity].kind == "Person" and mention.entity not in seen:
            seen.add(mention.entity)
            people.append(mention)
    return people


def _title(role: str) -> str:
    return " ".join(role.split())


def _nth(values: list[str], index: int) -> str | None:
    return values[index] if index < len(values) else None
