"""Whether two tellings of an encounter or a signing tell of one event."""

from __future__ import annotations

from collections.abc import Sequence

from kg.facts.drafts import Draft, merge, same_day

_SIGNING = "AgreementSigning"
_PAIR = 2


def add(drafts: list[Draft], draft: Draft) -> None:
    """Merge a draft into the event that it tells again, or add it as one more."""
    for i, known in enumerate(drafts):
        if known.kind == draft.kind and _same_event(known, draft):
            drafts[i] = merge(known, draft)
            return
    drafts.append(draft)


def _same_event(one: Draft, other: Draft) -> bool:
    if one.kind == "Visit" and one.places and other.places and one.places != other.places:
        return False
    if not _at_once(one, other) or not one.actors & other.actors:
        return False
    if (_other_agreement if one.kind == _SIGNING else _one_in_both)(one, other):
        return False
    people = set(one.people) & set(other.people)
    # Who only looked on while bodies signed tells nothing of who signed.
    if _signers(one) and _signers(other) and not people:
        return False
    if _signers(one) and _signers(other) and not _nested(one.people, other.people):
        return one.day == other.day and len(people) >= _PAIR
    fewer = min(len(one.actors), len(other.actors))
    return len(one.actors & other.actors) * 2 >= fewer


def _signers(draft: Draft) -> set[str]:
    """Return the persons of an event but for those who were only there."""
    return set(draft.people) - set(draft.witnesses)


def _one_in_both(one: Draft, other: Draft) -> bool:
    """Tell whether all that two encounters share is somebody and a body: a host with this guest, and with that."""
    shared = len(set(one.people) & set(other.people)), len(set(one.bodies) & set(other.bodies))
    apart = one.actors - other.actors and other.actors - one.actors
    return bool(apart) and max(shared) < _PAIR


def _at_once(one: Draft, other: Draft) -> bool:
    """Tell whether two tellings may be of one time.

    Who met without a day and who will meet on one meet twice.
    """
    planned = one.status != other.status and "planned" in (one.status, other.status)
    if planned and None in (one.day, other.day):
        return False
    return same_day(one.day, other.day) or _within(one, other)


def _within(one: Draft, other: Draft) -> bool:
    """Tell whether a meeting or visit of several days takes in the day of another telling."""
    if one.kind == "AgreementSigning" or one.day is None or other.day is None:
        return False
    return one.end is not None and one.day.value <= other.day.value <= one.end


def _nested(one: Sequence[str], other: Sequence[str]) -> bool:
    return set(one) <= set(other) or set(other) <= set(one)


def _other_agreement(one: Draft, other: Draft) -> bool:
    """Tell whether two signings are of different agreements: by subject, or by partner."""
    if other.also and one.agreement != other.agreement:
        return True
    if one.subjects and other.subjects and not set(one.subjects) & set(other.subjects):
        return True
    if (
        max(one, other, key=lambda d: d.count).count > 1
        and min(len(one.bodies), len(other.bodies)) < _PAIR
    ):
        return True
    small, big = sorted((one, other), key=lambda d: len(d.bodies))
    if len(small.bodies) < _PAIR:
        return False
    if not set(small.bodies) <= set(big.bodies):
        return True
    return len(small.bodies) < len(big.bodies) and big.plural and small.agreement is not None
