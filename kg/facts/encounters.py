"""Meetings, visits and signings of a document, each once, told in one sentence or in several."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from kg.dates import recent
from kg.facts import (
    datings,
    gatherings,
    guests,
    happenings,
    listed,
    meetings,
    several,
    signings,
    talks,
    visits,
)
from kg.facts.alike import add
from kg.facts.drafts import Draft, Stage, merge, place_of
from kg.facts.events import key_of
from kg.facts.guests import Guests
from kg.facts.happenings import Candidate
from kg.facts.presence import attends
from kg.facts.references import resolve
from kg.facts.story import of_story
from kg.facts.tellings import Telling, tell
from kg.facts.timing import clause_dates, own_date
from kg.facts.wording import shapes
from kg.model import Day, Span
from kg.patterns import expression

_SIGNING = "AgreementSigning"
_OCCASIONS = (("Meeting", "encounters-meeting"), (_SIGNING, "encounters-signing"))
"""What events that somebody attends are called: the patterns of the words for each kind."""
_PAIR = 2
_CLOSE = 4
_STAY = 7
_OPENING, _PRESUMED = 8, 0.6


def read(stage: Stage, *, judged: bool = False) -> list[Draft]:
    """Return the meetings, visits and signings of a document, each once.

    Where `judged`, sentences in which patterns read nothing are weighed by their words.
    """
    return _read(stage, [], judged=judged)


def observe(stage: Stage) -> tuple[list[Candidate], list[Draft]]:
    """Return the sentences that might tell of an encounter, and the encounters that patterns read.

    From these it is learned which do, and on which days they were.
    """
    seen: list[Candidate] = []
    drafts = _read(stage, seen, judged=False)
    return seen, drafts


def _read(stage: Stage, seen: list[Candidate], *, judged: bool) -> list[Draft]:
    drafts: list[Draft] = []
    waiting: tuple[str, ...] = ()
    series: talks.Talks | None = None
    gathered = gatherings.read(stage)
    issued = stage.scene.linked.document.issued
    for telling in tell(
        stage.scene, resolve(stage.scene, stage.posts, stage.represents), stage.represents
    ):
        gathered = _gathered(drafts, gathered, telling.clause.order)
        _attend(stage, telling, drafts)
        _date(stage, telling, drafts)
        full, meant = guests.filled(stage, telling, drafts)
        told = list(_drafts(stage, telling, (full, meant), drafts))
        series = talks.opened(stage, telling, series)
        if not any(d.kind != "Meeting" for d in told):
            told = list(talks.partners(stage, telling, series)) or told
        if meant.told is not None and "‹D" not in telling.text:
            told = [replace(d, day=d.day or meant.told.day) for d in told]
        here = {d.kind for d in drafts if d.order == telling.clause.order}
        here.update(d.kind for d in told)
        one = _candidate(stage, full, drafts, here) if not (judged and here) else None
        if one is not None:
            seen.append(one)
            kind = happenings.judged(one, issued) if judged else None
            told = [replace(one.draft, kind=kind)] if kind is not None else told
        series = talks.renewed(series, told)
        for draft in told:
            if draft.kind == "AgreementSigning" and _only_watched(draft):
                waiting = () if _watch(stage, drafts, draft) else draft.witnesses
                continue
            watched = waiting if draft.kind == "AgreementSigning" else ()
            waiting = () if watched else waiting
            known = _dated(stage, _watched(draft, watched), drafts)
            add(drafts, of_story(stage, known, drafts))
    _gathered(drafts, gathered, len(stage.scene.clauses))
    worth = [d for d in listed.itemised(stage, drafts) if _worth(stage, d)]
    drafts = [_of_today(stage, d) for d in gatherings.settle(stage, worth)]
    told = several.settle(stage, (d for d in drafts if not _only_titled(stage, d, drafts)))
    return _once(_redated(told, datings.settle(stage, told)) if judged else told)


def _once(drafts: Iterable[Draft]) -> list[Draft]:
    """Return the events, as one those that bear one key: the same parties on the same day."""
    found: dict[str, Draft] = {}
    for draft in drafts:
        key = key_of(draft)
        found[key] = merge(found[key], draft) if key in found else draft
    return list(found.values())


def _redated(drafts: Sequence[Draft], judged: Sequence[Draft]) -> list[Draft]:
    """Return the events on the days that they are judged to have been on, those that become one as one."""
    found = [new for old, new in zip(drafts, judged, strict=True) if old.day == new.day]
    for old, new in zip(drafts, judged, strict=True):
        if old.day != new.day:
            add(found, new)
    return sorted(found, key=lambda d: d.order)


def _candidate(
    stage: Stage, telling: Telling, drafts: Sequence[Draft], told: Collection[str]
) -> Candidate | None:
    """Return a telling as one that might tell of an encounter, with the day that it would have."""
    one = happenings.candidate(stage, telling, drafts, told)
    if one is None:
        return None
    return replace(one, draft=of_story(stage, _dated(stage, one.draft, drafts), drafts))


def _gathered(drafts: list[Draft], waiting: Sequence[Draft], order: int) -> list[Draft]:
    """Add the gatherings told before a sentence; return those to come."""
    for gathering in waiting:
        if gathering.order < order:
            drafts[:] = gatherings.joined(drafts, gathering)
    return [gathering for gathering in waiting if gathering.order >= order]


def _only_titled(stage: Stage, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell whether only the title speaks of a signing that the text tells with its day."""
    titled = stage.scene.clauses[draft.order].part == "title" and len(draft.evidence) == 1
    if draft.kind != "AgreementSigning" or draft.day is not None or draft.people or not titled:
        return False
    return any(
        other.kind == draft.kind
        and other.day is not None
        and set(draft.bodies) & {*other.bodies, *_lands(stage, other.bodies)}
        for other in drafts
    )


def _lands(stage: Stage, bodies: Sequence[str]) -> set[str]:
    """Return whose bodies they are: "France and Japan sign" tells of their agencies."""
    entities = stage.scene.linked.entities
    return {land for b in bodies if b in entities and (land := entities[b].country) is not None}


def _of_today(stage: Stage, draft: Draft) -> Draft:
    """Give an undated meeting or signing that a release opens with the day of the release.

    Nothing in its sentence may tell of another time.
    """
    issued = stage.scene.linked.document.issued
    clause = stage.scene.clauses[draft.order]
    opens = sum(c.part == "body" for c in stage.scene.clauses[: draft.order]) <= _OPENING
    if draft.day is not None or issued is None or draft.status != "completed" or not opens:
        return draft
    earlier = shapes(stage.scene.language.code, "event").get("earlier")
    dated = any(d.day.value < issued for _, d in clause_dates(stage.scene, clause))
    after = shapes(stage.scene.language.code, "event").get("just-after")
    # "Après le tir, ...": that is the same day.
    text = after.sub("", clause.text) if after is not None else clause.text
    told = dated or earlier is None or earlier.search(text) is not None
    if draft.kind == "Visit" or clause.part != "body" or told:
        return draft
    return replace(draft, day=Day(issued, "day"), confidence=min(draft.confidence, _PRESUMED))


def _drafts(
    stage: Stage, telling: Telling, with_guests: tuple[Telling, Guests], drafts: Sequence[Draft]
) -> Iterator[Draft]:
    """Yield what a telling tells, given also with the names of guests that it only means."""
    full, meant = with_guests
    hosted = visits.welcomed(stage, telling, drafts)
    if hosted is not None:
        yield hosted
    elif not meetings.off(stage, telling):
        visited = list(visits.read(stage, full))
        # "He visited X, where he was welcomed by Y" tells of one encounter, not of two.
        one = bool(visited) and visits.received_there(stage.scene, telling.text)
        # By whom those were received who came on a day that is not told, that tells the day.
        one = one or (meant.told is not None and meant.told.kind == "Visit" and not meant.told.day)
        met = [] if one else list(meetings.read(stage, full))
        yield from met
        # "A received a delegation of B, led by X" tells of one encounter as well.
        yield from (v for v in visited if v.people or not any(v.actors <= m.actors for m in met))
        if not visited:
            for gone in visits.delegation(stage, telling, drafts):
                # By whom guests told of before were received, they met: that is told once.
                if not (met and full is not telling and set(gone.people) - set(meant.people)):
                    yield gone
    yield from signings.following(stage, telling, drafts)
    for draft in signings.read(stage, telling):
        yield _on_occasion(stage, telling, draft, drafts)


def _on_occasion(stage: Stage, telling: Telling, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """Let what was signed "on this occasion" have the day and the parties of the meeting before.

    "At the end of the visit" names what it was at: its last day, however long before that was told.
    """
    code = stage.scene.language.code
    if shapes(code, "event")["same"].search(telling.text) is None:
        return draft
    closing = shapes(code, "event")["closing"].search(telling.text)
    if closing is not None and "‹D" not in telling.text and draft.status == "completed":
        draft = replace(draft, day=_closed(stage, closing, drafts) or draft.day)
    known = _last_told(stage, draft.order, drafts)
    if known is not None:
        draft = replace(draft, day=draft.day or known.day)
        if len(draft.actors) < _PAIR:
            draft = replace(draft, people=known.people, bodies=known.bodies)
    return draft


def _closed(stage: Stage, closing: re.Match[str], drafts: Sequence[Draft]) -> Day | None:
    """Return the last day of the visit or meeting told of last, whichever the words name."""
    kind = "Visit" if closing["visit"] else "Meeting"
    issued = stage.scene.linked.document.issued
    done = [d for d in drafts if d.kind == kind and d.day is not None and d.status == "completed"]
    lately = [d for d in done if d.people and recent(_day(d), issued)]
    if not lately or lately[-1].day is None or lately[-1].day.precision != "day":
        return None
    end = lately[-1].end
    return Day(end) if end is not None and (issued is None or end <= issued) else lately[-1].day


def _last_told(stage: Stage, order: int, drafts: Sequence[Draft]) -> Draft | None:
    """Return the dated meeting or signing that was told of last, not long before a sentence."""
    for clause in reversed(stage.scene.clauses[max(0, order - _CLOSE) : order + 1]):
        for known in reversed(drafts):
            if known.kind != "Visit" and known.day is not None and clause.span in known.evidence:
                return known
    return None


def _date(stage: Stage, telling: Telling, drafts: list[Draft]) -> None:
    """Give the signing told last the day and place that its ceremony is said to have had.

    A day that was told for it stays, unless that of the signing itself is near: "a visit that ended
    today, during which they signed ... The signing, on Tuesday, was attended by ...".
    """
    scene = stage.scene
    held = shapes(scene.language.code, "event")["held"].search(telling.text)
    if held is None or not drafts or drafts[-1].kind != _SIGNING:
        return
    last = drafts[-1]
    phrase = own_date(scene, telling.clause, held.span(), planned=False)
    if phrase is not None and (last.day is None or _near(last.day, phrase.day)):
        last = replace(last, day=phrase.day)
    drafts[-1] = replace(last, places=last.places or place_of(scene, telling.clause))


def _near(one: Day, other: Day) -> bool:
    """Tell whether two days are of one visit."""
    days = abs((one.value - other.value).days)
    return {one.precision, other.precision} == {"day"} and days <= _STAY


def _attend(stage: Stage, telling: Telling, drafts: list[Draft]) -> None:
    """Add those of whom a later sentence says that they were at a signing or meeting."""
    scene = stage.scene
    patterns = shapes(scene.language.code, "event")
    joined = attends(scene, telling.text) is not None
    if not joined and patterns["present"].search(telling.text) is None:
        return
    text = patterns["absent"].sub(" ", telling.text) if "absent" in patterns else telling.text
    people = scene.keys(text, "P")
    sent = patterns["sent"].finditer(text) if joined and "sent" in patterns else iter(())
    bodies = tuple(b for m in sent for b in scene.keys(m["a"] or m["b"], "AO"))
    meant = _attended(stage, telling, drafts)
    if meant is not None:
        more = tuple(p for p in people if p not in drafts[meant].people)
        span = telling.clause.span
        drafts[meant] = _watched(_also(drafts[meant], span), more)
        if drafts[meant].kind == "Meeting":
            drafts[meant] = _represented(drafts[meant], bodies)


def _attended(stage: Stage, telling: Telling, drafts: Sequence[Draft]) -> int | None:
    """Return the place of the meeting or signing that somebody attended: the last of its kind.

    What the release only looks back to is none of those.
    """
    issued = stage.scene.linked.document.issued
    code = stage.scene.language.code
    kinds = [k for k, name in _OCCASIONS if expression(code, name).search(telling.text)]
    kinds = kinds or [_SIGNING, "Meeting"]
    every = [i for i, d in enumerate(drafts) if d.kind in (_SIGNING, "Meeting")]
    lately = [i for i in every if drafts[i].day is None or recent(_day(drafts[i]), issued)]
    told = [i for i in lately or every if drafts[i].kind in kinds] or lately or every
    return told[-1] if told else None


def _old(stage: Stage, draft: Draft) -> bool:
    """Tell whether a draft is of long before the release."""
    issued = stage.scene.linked.document.issued
    return draft.day is not None and not recent(_day(draft), issued)


def _also(draft: Draft, span: Span) -> Draft:
    """Return an event of which one more sentence tells."""
    return replace(draft, evidence=tuple(dict.fromkeys((*draft.evidence, span))))


def _day(draft: Draft) -> Day:
    return draft.day or Day(date.min)


def _represented(draft: Draft, bodies: tuple[str, ...]) -> Draft:
    """Return a meeting with the bodies that are said to have been represented at it."""
    return replace(draft, bodies=tuple(dict.fromkeys((*draft.bodies, *bodies))))


def _watched(draft: Draft, witnesses: tuple[str, ...]) -> Draft:
    if not witnesses:
        return draft
    return replace(
        draft,
        people=tuple(dict.fromkeys((*draft.people, *witnesses))),
        witnesses=tuple(dict.fromkeys((*draft.witnesses, *witnesses))),
    )


def _only_watched(draft: Draft) -> bool:
    return (
        bool(draft.witnesses)
        and set(draft.people) == set(draft.witnesses)
        and len(draft.bodies) < _PAIR
    )


def _watch(stage: Stage, drafts: list[Draft], draft: Draft) -> bool:
    """Add witnesses to the signing told just before; tell whether there is one.

    Of two that one sentence tells, it is not the one that it only looks back to.
    """
    every = range(len(drafts) - 1, -1, -1)
    for i in sorted(every, key=lambda i: (-drafts[i].order, _old(stage, drafts[i]), -i)):
        if drafts[i].kind == "AgreementSigning" and draft.order - drafts[i].order <= _CLOSE:
            drafts[i] = _watched(drafts[i], draft.witnesses)
            drafts[i] = replace(drafts[i], day=drafts[i].day or draft.day)
            return True
    return False


def _dated(stage: Stage, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """Give an undated draft the day on which the same people were last said to be together."""
    if draft.day is not None or draft.status != "completed":
        return draft
    for known in reversed(drafts):
        precise = (
            known.day is not None
            and (known.day.precision == "day" or known.order == draft.order - 1)
            and known.status == "completed"
        )
        # What bodies once did is no day for what their people do now.
        lately = known.people or recent(_day(known), stage.scene.linked.document.issued)
        if precise and lately and _same_company(draft, known):
            return replace(draft, day=known.day)
    return draft


def _same_company(draft: Draft, known: Draft) -> bool:
    if draft.people and known.people:
        return bool(set(draft.people) & set(known.people))
    return len(set(draft.bodies) & set(known.bodies)) >= _PAIR


def _worth(stage: Stage, draft: Draft) -> bool:
    """Tell whether somebody did it: a visit and a country's signature need but one."""
    alone = draft.kind == "Visit" or any(b.startswith("country/") for b in draft.bodies)
    if draft.kind == "AgreementSigning" and not alone and not draft.plural and draft.count == 1:
        # A minister and her ministry sign nothing with each other; of several agreements the others
        # may be told further on.
        others = set(draft.bodies) - set(stage.bodies_of(draft.people))
        return len(draft.people) + len(others) >= _PAIR or len(draft.bodies) >= _PAIR
    return len(draft.actors) >= (1 if alone else _PAIR)
