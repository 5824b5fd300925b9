"""Several agreements told at once: "two documents", "three agreements", "agreements with A and B"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from kg.facts.clauses import Clause, Scene
from kg.facts.drafts import Draft, Stage, merge, same_day
from kg.facts.wording import shapes
from kg.gates import Gate
from kg.patterns import expression, word_list

_PAIR = 2
_ORDINALS = ("first", "second", "third", "fourth")
_SIGNING = "AgreementSigning"
_NEAR, _FAR = 4, 12


def settle(stage: Stage, drafts: Iterable[Draft]) -> list[Draft]:
    """Return the events with every agreement that a document tells as one signing of its own."""
    told = list(drafts)
    found: list[Draft] = []
    for draft in told:
        found += _counted(stage, draft, told)
    return _told_apart(_singled([d for d in found if not _repeats(d, found)]))


def _counted(stage: Stage, draft: Draft, told: Sequence[Draft]) -> list[Draft]:
    """Replace "two documents" or "three agreements" by each of them, where the text tells them."""
    if draft.kind != _SIGNING or draft.count < _PAIR:
        return [draft]
    if len(draft.bodies) == draft.count + 1:
        # "Trois accords, avec A, B et C": one with each.
        single = replace(draft, subjects=(), concerns=(), count=1, plural=False)
        return [replace(single, bodies=(draft.bodies[0], b)) for b in draft.bodies[1:]]
    if len(draft.bodies) >= _PAIR:
        return _one_and_other(stage, draft)
    partners = _partners(stage.scene, draft)
    if len(partners) != draft.count:
        return [draft]
    single = replace(draft, subjects=(), concerns=(), count=1, plural=False)
    return [_with_partner(replace(single, bodies=(*draft.bodies, p)), told) for p in partners]


def _with_partner(draft: Draft, told: Sequence[Draft]) -> Draft:
    """Return the signing with one partner, with all that is told of it on its own."""
    for other in told:
        if (
            other.kind == _SIGNING
            and set(other.bodies) == set(draft.bodies)
            and same_day(other.day, draft.day)
        ):
            return merge(draft, other)
    return draft


def _repeats(draft: Draft, found: Sequence[Draft]) -> bool:
    """Tell whether a signing went into that of one partner."""
    return any(
        other is not draft
        and set(draft.evidence) < set(other.evidence)
        and other.bodies == draft.bodies
        and draft.kind == other.kind == _SIGNING
        and same_day(draft.day, other.day)
        and set(draft.subjects) <= set(other.subjects)
        for other in found
    )


def _one_and_other(stage: Stage, draft: Draft) -> list[Draft]:
    """Read "one, a charter, ... the other, an agreement, ..." after two were signed."""
    after = stage.scene.clauses[draft.order : draft.order + 1 + _NEAR]
    code = stage.scene.language.code
    patterns = shapes(code, "event")
    told: list[Draft] = []
    for name in _ORDINALS[: draft.count]:
        # An ordinal in the sentence itself, "the first on X, the second on Y", parts it.
        ordinal = patterns.get(name)
        clause = next((c for c in after if ordinal and ordinal.search(c.text)), None)
        if clause is None or ordinal is None or draft.count > len(_ORDINALS):
            return [draft]
        part = _part(stage.scene, draft, clause, ordinal)
        again = any(_alike(part, other) for other in told)
        told.append(replace(part, agreement=f"{name} {part.agreement}") if again else part)
    return told


def _alike(one: Draft, other: Draft) -> bool:
    return (one.subjects, one.agreement) == (other.subjects, other.agreement)


def _part(scene: Scene, draft: Draft, clause: Clause, ordinal: Gate) -> Draft:
    patterns = shapes(scene.language.code, "event")
    found = ordinal.search(clause.text)
    rest = clause.text[found.start() :] if found else clause.text
    following = patterns["second"].search(rest, 1)
    rest = rest[: following.start()] if following else rest
    noun = word_list(scene.language.code, "agreement").search(patterns["ordinal"].sub(" ", rest))
    between = patterns["between"].search(rest)
    parties = scene.keys(between["a"], "AOC") if between else ()
    return replace(
        draft,
        bodies=parties if len(parties) == _PAIR else draft.bodies,
        subjects=scene.keys(rest, "MYG")[:1],
        agreement=noun[0].lower() if noun else draft.agreement,
        evidence=(*draft.evidence, clause.span),
        count=1,
        plural=False,
    )


def _partners(scene: Scene, draft: Draft) -> tuple[str, ...]:
    """Return with whom the one signer is said to work in the sentences that follow."""
    own = draft.bodies[0] if draft.bodies else None
    found: list[str] = []
    lands: list[str] = []
    for clause in scene.clauses[draft.order + 1 : draft.order + 1 + _FAR]:
        agencies = scene.keys(clause.text, "A")
        others = tuple(a for a in agencies if a != own)
        if own in agencies and _agreed(scene, clause):
            found += others if len(others) == 1 else ()
            lands += () if others else scene.keys(clause.text, "C")
    partners = tuple(dict.fromkeys(found))
    return partners if len(partners) == draft.count else tuple(dict.fromkeys((*found, *lands)))


def _agreed(scene: Scene, clause: Clause) -> bool:
    code = scene.language.code
    return word_list(code, "coop").search(clause.text) is not None or (
        expression(code, "several-agreed").search(clause.text) is not None
        or word_list(code, "agreement").search(clause.text) is not None
    )


def _singled(drafts: Sequence[Draft]) -> list[Draft]:
    """Leave "agreements with A, B and C" out where the agreements are told one by one."""
    kept = list(drafts)
    for general in [d for d in drafts if d.kind == _SIGNING and d.plural]:
        single = [d for d in kept if _part_of(d, general)]
        if len(single) >= _PAIR:
            kept = [_told_by(d, general, single) for d in kept if d is not general]
    return kept


def _told_by(draft: Draft, general: Draft, single: Sequence[Draft]) -> Draft:
    """Give one of several agreements the day on which all were signed, and its signers."""
    if not any(draft is s for s in single):
        return draft
    return replace(draft, day=draft.day or general.day)


def _part_of(draft: Draft, general: Draft) -> bool:
    if draft.kind != _SIGNING or draft is general or not same_day(draft.day, general.day):
        return False
    return len(draft.bodies) >= _PAIR and set(draft.bodies) <= set(general.bodies)


def _told_apart(drafts: Sequence[Draft]) -> list[Draft]:
    """Label signings of the same parties on the same day by what each is about."""
    alike = {k: len(list(g)) for k, g in groupby(sorted(map(_same, drafts)))}
    return [
        replace(d, label=_subject(d)) if d.kind == _SIGNING and alike[_same(d)] > 1 else d
        for d in drafts
    ]


def _same(draft: Draft) -> tuple[str, str, tuple[str, ...]]:
    return draft.kind, str(draft.day), tuple(sorted(draft.bodies))


def _subject(draft: Draft) -> str:
    return draft.subjects[0].split("/", 1)[1] if draft.subjects else draft.agreement or ""
