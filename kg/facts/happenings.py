"""Encounters that no pattern reads: judged from all the words of a sentence that names who might meet.

For each kind a log-linear model, learned from annotated releases as those of `kg.facts.relations` are, and
kept beside them. A sentence is judged only where no pattern reads an encounter in it, and whose it is, when
and where is told by the same means as elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from kg.dates import recent
from kg.facts.clauses import Scene
from kg.facts.drafts import Draft, Stage, place_of, status_by_day
from kg.facts.listed import BULLET
from kg.facts.presence import attends
from kg.facts.relations import relations
from kg.facts.status import denied, status_of
from kg.facts.tellings import Telling, said_by_somebody
from kg.facts.timing import own_date, told_before
from kg.facts.wording import shapes
from kg.languages import Language, fields
from kg.model import Day
from kg.patterns import expression

RULE: Final = "judged-encounter"
"""The name that events of this reader bear as their rule."""
KIND: Final = "E"
"""The kind under which the models are kept."""
KINDS: Final = ("Meeting", "Visit")
"""What is judged: that something is signed, words say plainly enough for patterns."""
_BODIES: Final = "AO"
_WHO_AND_WHERE: Final = "PAODS"
_PAIR: Final = 2
_STEM: Final = 6
_SOME: Final = 3
_STEPS: Final = (2, 5, 9, 15)
_TOKEN: Final = re.compile(r"‹([A-Z])\d+›|[^\W\d_]+|[;:,()\"«»“”?]")
_OWNER: Final = re.compile(r"(?P<p>‹P\d+›)['’]s [\"“«]?(?P<things>[\w-]+(?: [\w-]+){0,2})")
_CONFIDENCE: Final = 0.55


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of a sentence that names who might meet: its draft but for the kind, and what it shows.

    `told` are the kinds of event that patterns read in it.
    """

    draft: Draft
    features: frozenset[str]
    told: frozenset[str]


def candidate(
    stage: Stage, telling: Telling, before: Sequence[Draft], told_here: Collection[str] = ()
) -> Candidate | None:
    """Return a telling as a candidate, or nothing where nobody could meet in it."""
    scene, clause = stage.scene, telling.clause
    if clause.part == "contacts" or clause.quoted:
        return None
    people = _acting(scene, telling)
    represented = stage.bodies_of(people)
    others = tuple(b for b in telling.bodies if b not in represented)
    if (not people and len(others) < _PAIR) or _no(stage, telling):
        return None
    bodies = represented if len(people) >= _PAIR else (*represented, *others)
    if "‹D" not in telling.text and _describes(scene, telling.text):
        return None
    status = status_of(scene.language.code, telling.text, "completed")
    phrase = own_date(scene, clause, (0, len(telling.text)), planned=status == "planned")
    if phrase is None:
        phrase = told_before(scene, clause, lately=True)
    status = status_by_day(phrase.day if phrase else None, scene.linked.document.issued, status)
    if status != "completed":
        return None
    draft = Draft(
        kind="",
        day=phrase.day if phrase else None,
        end=phrase.end if phrase else None,
        status=status,
        evidence=(clause.span,),
        order=clause.order,
        rule=RULE,
        people=people,
        bodies=bodies,
        places=place_of(scene, clause),
        concerns=scene.keys(telling.text, "MYG"),
        confidence=_CONFIDENCE,
    )
    features = frozenset(_features(stage, telling, draft, before))
    return Candidate(draft, features, frozenset(told_here))


def _acting(scene: Scene, telling: Telling) -> tuple[str, ...]:
    """Return the persons of a telling without those of whom it only names a thing: "Carl Sagan's book"."""
    known_fields = fields(scene.language.code)
    owners = [
        owner["p"]
        for owner in _OWNER.finditer(telling.text)
        if not any(map(known_fields.fullmatch, owner["things"].lower().split()))
    ]
    named = scene.keys(_OWNER.sub(" ", telling.text), "P")
    only = {p for p in scene.keys(" ".join(owners), "P") if p not in named}
    return tuple(p for p in telling.people if p not in only)


def _describes(scene: Scene, text: str) -> bool:
    """Tell whether words only say who somebody is: "X is president of A, Y heads B"."""
    code = scene.language.code
    told_past = expression(code, "timing-told-past", any_case=True)
    return expression(code, "event-describes").search(text) is not None and not told_past.search(
        text
    )


def _no(stage: Stage, telling: Telling) -> bool:
    """Tell whether a telling denies, only adds to another, is a line of a list, or of something signed."""
    patterns = shapes(stage.scene.language.code, "event")
    only_adds = ("present", "sign", "absent", "attended", "no-encounter")
    return (
        said_by_somebody(telling)
        or BULLET.match(telling.text) is not None
        or denied(stage.scene.language.code, telling.text)
        or attends(stage.scene, telling.text) is not None
        or any(n in patterns and patterns[n].search(telling.text) for n in only_adds)
    )


def judged(one: Candidate, issued: date | None) -> str | None:
    """Return which kind of encounter a candidate tells, if any; what a release only looks back to is none."""
    day = one.draft.day
    if day is None or day.precision != "day" or not recent(day, issued):
        return None
    best = [
        (relation.weigh(one.features) - relation.threshold, relation.name)
        for relation in relations().get(KIND, ())
    ]
    over, kind = max(best, default=(-1, ""))
    return kind if over >= 0 else None


def _features(
    stage: Stage, telling: Telling, draft: Draft, before: Sequence[Draft]
) -> Iterator[str]:
    """Yield what a telling shows: its words one by one and in pairs, whom it names, when, and where."""
    scene, clause = stage.scene, telling.clause
    tokens = list(_TOKEN.finditer(telling.text))
    yield from _course(tokens, scene.language)
    words = [m[1] or m[0].lower()[:_STEM] for m in tokens]
    for word in words:
        if len(word) > _PAIR:
            yield f"s:{word}"
    for one, other in pairwise(words):
        yield f"b:{one} {other}"
    counts = Counter(w for w in words if len(w) == 1 and w.isupper())
    for code in "PAOCTDISMYGV":
        yield f"n{code}:{min(_SOME, counts[code])}"
    yield f"who:{min(_SOME, len(draft.people))}{min(_SOME, len(draft.bodies))}"
    named = scene.keys(telling.text, "P")
    yield f"meant:{bool(set(draft.people) - set(named))}"
    yield f"part:{clause.part}"
    yield f"at:{sum(clause.order > step for step in _STEPS)}"
    yield f"when:{_age(draft.day, stage)}{draft.day.precision if draft.day else ''}{draft.status}"
    last = next((d for d in reversed(before) if clause.order - d.order <= _PAIR), None)
    yield f"after:{last.kind if last else ''}"
    if any(d.day == draft.day and set(d.people) & set(draft.people) for d in before):
        yield "again"


def _course(tokens: Sequence[re.Match[str]], language: Language) -> Iterator[str]:
    """Yield what a sentence speaks of, in order: names, places, and words by their semantic field.

    Rare words tell so what frequent ones do: who "inspected a workshop" visited it as who "toured a factory".
    """
    small, known_fields = language.set("function"), fields(language.code)
    course: list[str] = []
    line: list[str] = []
    for match in tokens:
        word = match[0].lower()
        known = None if match[1] else known_fields.fullmatch(word)
        if known is not None:
            yield f"c:{known.lastgroup}"
            course.append(f"<{known.lastgroup}>")
            line.append(f"<{known.lastgroup}>")
        elif match[1]:
            course.append(match[1])
            if match[1] in _WHO_AND_WHERE and line[-1:] != [match[1]]:
                line.append(match[1])
        elif word in small:
            course.append(word)
    for one, other in pairwise(course):
        yield f"cb:{one} {other}"
    for one, other in pairwise(line):
        yield f"o:{one} {other}"
    for three in zip(line, line[1:], line[2:], strict=False):
        yield f"o:{' '.join(three)}"


def _age(day: Day | None, stage: Stage) -> str:
    issued = stage.scene.linked.document.issued
    if day is None or issued is None:
        return "none"
    if day.value > issued:
        return "ahead"
    return "lately" if recent(day, issued) else "long ago"
