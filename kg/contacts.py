"""The block of press contacts: who they are, their role, and, where asked for, phone and mail."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from kg.model import Contact, Fact, Linked, Mapping, Membership, Mention, Span
from kg.names import slug

_ROLE = re.compile(
    r"(?:press|media|communications?) (?:officer|attaché|contact|relations|manager)"
    r"|public (?:affairs|relations) officer"
    r"|attachée? de presse|responsable (?:presse|de la communication)"
    r"|chargée? de communication|relations presse",
    re.IGNORECASE,
)
_HEADING = re.compile(r"(?:press|media|communications?) contact", re.IGNORECASE)
"""What heads the block and is nobody's post."""
_PHONE = re.compile(
    r"\+\d(?:[ \u00a0().-]{0,2}\d){7,14}"
    r"|(?<!\d)0\d(?:[ \u00a0.-]?\d\d){4}(?!\d)"
    r"|(?<![\d-])\(?\d{3}\)?[ \u00a0.-]\d{3}[ .-]\d{4}(?!\d)"
)
_DIGITS = re.compile(r"\d[\d \u00a0().-]{7}")
"""What no phone number is without; most texts have none, and are looked through quickly."""
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
# How far from a name its role, phone or mail may stand: a few lines of a block.
_REACH = 250
_CONFIDENCE = 0.9
_Told = TypeVar("_Told", Fact, Membership)


@dataclass(frozen=True, slots=True)
class Officers:
    """The press officers of a release: their posts, and their phone and mail if asked for."""

    memberships: tuple[Membership, ...]
    contacts: tuple[Contact, ...]


def read(linked: Linked, *, with_details: bool = False) -> Officers:
    """Return the persons named in the block of contacts, with the role named beside them."""
    text = linked.document.text
    area = _block(linked)
    if area is None:
        return Officers((), ())
    roles = list(_ROLE.finditer(text, area.begin, area.end))
    phones = list(_PHONE.finditer(text, area.begin, area.end))
    mails = list(_MAIL.finditer(text, area.begin, area.end))
    people = [m for m in _people(linked, area) if _near(m.span, (*roles, *phones, *mails))]
    posts = tuple(
        Membership(m.entity, None, _role(roles, i), m.span, "contacts", _CONFIDENCE)
        for i, m in enumerate(people)
        if roles and not _HEADING.fullmatch(_role(roles, i))
    )
    if not with_details:
        return Officers(posts, tuple(Contact(m.entity) for m in people))
    contacts = tuple(
        Contact(m.entity, _paired(phones, people, i), _mail(mails, people, i))
        for i, m in enumerate(people)
    )
    return Officers(posts, contacts)


def without_details(mapping: Mapping) -> Mapping:
    """Return a mapping whose evidence quotes no phone number and no mail address."""
    text = mapping.release.text
    found = [
        *(_PHONE.finditer(text) if _DIGITS.search(text) else ()),
        *(_MAIL.finditer(text) if "@" in text else ()),
    ]
    details = sorted(Span(*m.span()) for m in found)
    if not details:
        return mapping

    def quoted(span: Span) -> Span:
        return _longest_without(text, span, details)

    return replace(
        mapping,
        facts=tuple(_quoting(f, quoted(f.evidence)) for f in mapping.facts),
        memberships=tuple(_quoting(m, quoted(m.evidence)) for m in mapping.memberships),
        events=tuple(replace(e, evidence=tuple(map(quoted, e.evidence))) for e in mapping.events),
    )


def _quoting(told: _Told, evidence: Span) -> _Told:
    return told if told.evidence == evidence else replace(told, evidence=evidence)


def _longest_without(text: str, span: Span, details: Sequence[Span]) -> Span:
    """Return the longest stretch of a span between the details that lie in it."""
    inside = [d for d in details if d.begin < span.end and span.begin < d.end]
    if not inside:
        return span
    begins = [span.begin, *(d.end for d in inside)]
    ends = [*(d.begin for d in inside), span.end]
    stretches = [_trimmed(text, b, e) for b, e in zip(begins, ends, strict=True) if b < e]
    return max(stretches, key=lambda s: s.end - s.begin)


def _trimmed(text: str, begin: int, end: int) -> Span:
    words = text[begin:end]
    return Span(begin + len(words) - len(words.lstrip()), begin + len(words.rstrip()))


def _block(linked: Linked) -> Span | None:
    block = [s.span for s in linked.document.sentences if s.part == "contacts"]
    return Span(block[0].begin, block[-1].end) if block else None


def _people(linked: Linked, area: Span) -> list[Mention]:
    """Return the first mention of each person in the block."""
    first: dict[str, Mention] = {}
    for mention in linked.mentions:
        inside = area.begin <= mention.span.begin and mention.span.end <= area.end
        if inside and linked.entities[mention.entity].kind == "Person":
            first.setdefault(mention.entity, mention)
    return list(first.values())


def _near(span: Span, details: Sequence[re.Match[str]]) -> bool:
    """Tell whether a role, phone or mail stands near: a person of a boilerplate has none."""
    return any(d.start() - span.end < _REACH and span.begin - d.end() < _REACH for d in details)


def _role(roles: Sequence[re.Match[str]], index: int) -> str:
    return " ".join(roles[min(index, len(roles) - 1)][0].split())


def _mail(mails: Sequence[re.Match[str]], people: Sequence[Mention], index: int) -> str | None:
    """Return the address that holds the person's surname, else the one in the person's place."""
    surname = slug(people[index].text.split()[-1])
    own = [m[0] for m in mails if surname in slug(m[0].split("@")[0])]
    return own[0] if own else _paired(mails, people, index)


def _paired(found: Sequence[re.Match[str]], people: Sequence[Mention], index: int) -> str | None:
    """Return the detail of a person: one for each in order, else what stands before the next."""
    if len(found) == len(people):
        return found[index][0]
    begin = people[index].span.end
    end = people[index + 1].span.begin if index + 1 < len(people) else begin + _REACH
    return next((f[0] for f in found if begin <= f.start() < end), None)
