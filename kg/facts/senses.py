"""What French verbs say of bodies and what flies, however their subject and object stand to them.

The senses are those of `frames`; the verbs of each are the lists `sense-...` of the language's file,
by their infinitives, and `kg.languages.conjugation` knows their forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from kg.facts.clauses import Clause, Scene
from kg.facts.frames import SAYS, Told, aliased, span_of
from kg.facts.phrases import BODIES, THINGS, Part, keys_of
from kg.facts.status import denied, status_of, window
from kg.facts.walks import Walk
from kg.languages import conjugation, load
from kg.languages.conjugation import FINITE, GERUND, INFINITIVE, PARTICIPLE
from kg.model import Fact
from kg.patterns import expression

_PREFIX = "sense-"
_WORD = re.compile(r"[^\W\d_]+")
_JOIN = {
    "M": "participatesIn",
    "G": "participatesIn",
    "of-M": "participatesIn",
    "of-G": "participatesIn",
    "Y": "contributes",
}
_MORE = {
    "provide": {"M": "participatesIn"},
    "share": {"of-G": "participatesIn", "Y": "contributes", "of-Y": "contributes"},
}
"""What French verbs say beyond those senses: who gives a whole satellite, who pays for an instrument."""
_MAKING = frozenset({"build", "develop", "operate", "share", "lead", "join", "provide"})
_AT = frozenset({"build", "develop"})


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb where it stands: its sense, its place, where its group begins, and its mood."""

    sense: str
    at: int
    begin: int
    passive: bool
    reduced: bool


def read(scene: Scene) -> Iterator[Fact]:
    """Yield what the verbs of each clause say."""
    code = scene.language.code
    verbs = _verbs(code)
    if not verbs:
        return
    for clause in scene.clauses:
        if clause.part == "contacts" or not _names_both(clause.text):
            continue
        text = aliased(clause.text, code)
        if verbs.keys().isdisjoint(_WORD.findall(text.lower())):
            continue
        walk = Walk(text, code)
        for at, word in enumerate(walk.words):
            found = verbs.get(word)
            if found is not None:
                verb = _verb(walk, at, *found)
                if verb is not None:
                    yield from _said(scene, clause, walk, verb)


def _names_both(text: str) -> bool:
    return any(m in text for m in ("‹A", "‹O", "‹S", "‹M")) and any(
        m in text for m in ("‹M", "‹Y", "‹G")
    )


@cache
def _verbs(code: str) -> dict[str, tuple[str, frozenset[str]]]:
    """Return each form of a verb with its sense and its moods."""
    table: dict[str, tuple[str, frozenset[str]]] = {}
    words = load(code).words
    for name in words:
        for verb in words[name] if name.startswith(_PREFIX) else ():
            for form, mood in conjugation.forms(verb):
                moods = table[form][1] if form in table else frozenset()
                table[form] = (name.removeprefix(_PREFIX), moods | {mood})
    return table


def _verb(walk: Walk, at: int, sense: str, moods: frozenset[str]) -> _Verb | None:
    """Return the verb at a place, or nothing where the word is a noun there: "la livre"."""
    begin = at
    while walk.helps(begin - 1):
        begin -= 1
    group = range(begin, at)
    be = any(walk.has(k, "be") for k in group)
    reflexive = any(walk.has(k, "reflexive") for k in group)
    had = any(walk.has(k, "have") for k in group) and not be
    if PARTICIPLE in moods and not (FINITE in moods and not (be or had) and _finite(walk, at)):
        if had or reflexive:
            return _Verb(sense, at, begin, passive=False, reduced=False)
        return _Verb(sense, at, begin, passive=True, reduced=not be)
    if walk.has(at - 1, "article") and not walk.has(at - 1, "clitic"):
        return None
    if INFINITIVE in moods and walk.has(at - 1, "causative"):
        # "Le CNES fait construire X par Y": he who has it built does not build it.
        return None
    if FINITE in moods or INFINITIVE in moods or GERUND in moods:
        return _Verb(sense, at, begin, passive=False, reduced=False)
    return None


def _finite(walk: Walk, at: int) -> bool:
    """Tell whether a form that may be a participle is none: "qui conduit", and not "conduit par"."""
    return not any(walk.has(k, "by") for k in range(at + 1, at + 4))


def _said(scene: Scene, clause: Clause, walk: Walk, verb: _Verb) -> Iterator[Fact]:
    code = scene.language.code
    if verb.sense == "carry":
        body, thing = _carried(walk, verb)
        predicates = {"Y": "carries"}
    else:
        body, thing = _parts(walk, verb)
        predicates = _JOIN if verb.sense == "join" else SAYS[verb.sense]
        predicates = predicates | _MORE.get(verb.sense, {})
        if verb.sense == "lead" and verb.passive and walk.agent(verb.at + 1, places=False) is None:
            # "Menée conjointement avec l'ASC": who is only worked with leads nothing.
            predicates = {k: _JOIN.get(k, p) for k, p in predicates.items()}
    if body is None or thing is None or (verb.sense == "build" and walk.wishes(verb.begin)):
        return
    if verb.sense == "order" and expression(code, "senses-steers").search(clause.text):
        # "Commander le satellite depuis Toulouse": he who steers it has not bought it.
        return
    words = window(clause.text, *span_of(walk, (verb.begin, verb.at, body.at, thing.at), verb.at))
    if denied(code, words):
        return
    told = Told(scene, clause, f"sense-{verb.sense}", status_of(code, words, "underway"))
    yield from told.of(body, thing, predicates)
    if verb.sense in _MAKING:
        yield from _company(walk, verb, body, thing, told=told, predicates=predicates)


def _company(
    walk: Walk, verb: _Verb, body: Part, thing: Part, *, told: Told, predicates: dict[str, str]
) -> Iterator[Fact]:
    """Yield what holds of those with whom it is done, and that they all work together."""
    if verb.sense != "share":
        for one, other in combinations(told.scene.keys(body.text, "AO"), 2):
            yield told.fact(one, "cooperatesWith", other)
    for partner in walk.partners(verb.at + 1):
        if partner.at != body.at:
            helped = {k: _JOIN.get(k, p) for k, p in predicates.items()}
            yield from told.of(partner, thing, helped)
            yield from told.pairs(body, partner)


def _parts(walk: Walk, verb: _Verb) -> tuple[Part | None, Part | None]:
    """Return who does what a verb says, and to what."""
    if not verb.passive or (verb.sense == "join" and not verb.reduced):
        return _active(walk, verb)
    body = walk.agent(verb.at + 1, places=verb.sense in _AT)
    if body is None and verb.sense in _MAKING:
        body = next((p for p in walk.partners(verb.at + 1) if not p.of), None)
    return body, _patient(walk, verb, body) if body else None


def _active(walk: Walk, verb: _Verb) -> tuple[Part | None, Part | None]:
    """Return the subject, before its verb or after, and the object, or what "que" stands for."""
    relative = _relative(walk, verb.begin)
    inverted = walk.inverted(verb.at)
    if inverted is not None:
        if relative is not None:
            return inverted, walk.antecedent(relative, THINGS)
        if walk.sort(verb.begin - 1) == THINGS:
            return inverted, walk.part(verb.begin - 1)
    pointed = walk.part(verb.begin - 1) if walk.sort(verb.begin - 1) == THINGS else None
    body = walk.subject(verb.begin - 1 if pointed else verb.begin, BODIES)
    if body is None:
        return None, None
    return body, walk.after(verb.at + 1, THINGS) or pointed or _of_relative(walk, body)


def _patient(walk: Walk, verb: _Verb, body: Part) -> Part | None:
    """Return what something is done to: before the participle, or what its opening is about."""
    if not verb.reduced:
        return walk.subject(verb.begin, THINGS)
    if walk.opens(verb.begin) is not None:
        return walk.main(body.at)
    return walk.attached(verb.begin)


def _relative(walk: Walk, begin: int) -> int | None:
    """Return the place of the relative word that stands just before a verb's group."""
    k = begin - 1
    if walk.has(k, "which"):
        return k
    if walk.has(k, "to-which"):
        return k - 1 if walk.has(k - 1, "preposition") else k
    return None


def _of_relative(walk: Walk, body: Part) -> Part | None:
    """Return the thing of "Y que X construit", "M pour laquelle X fournit une caméra"."""
    k = body.at - 1
    while walk.has(k, "article", "kind") or walk.sort(k) in ("N", "C"):
        k -= 1
    if walk.has(k - 1, "before-that"):
        # "Tandis que X réalise": that stands for nothing.
        return None
    if walk.has(k, "which"):
        return walk.antecedent(k, THINGS)
    if walk.has(k, "to-which"):
        return walk.antecedent(k - 1 if walk.has(k - 1, "preposition") else k, THINGS, of=True)
    return None


def _carried(walk: Walk, verb: _Verb) -> tuple[Part | None, Part | None]:
    """Return what carries and what is carried."""
    if verb.passive:
        return None, None
    carrier = walk.subject(verb.begin, THINGS)
    if carrier is None or not any(code == "M" for code, _ in keys_of(carrier)):
        return None, None
    return carrier, walk.after(verb.at + 1, THINGS)
