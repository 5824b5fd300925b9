"""What verbs say of bodies and what flies: who builds, develops, supplies, operates, leads, carries.

A verb of a class (the lists `verb-...` of a language) is read with its subject, object, agent and
partners, however they stand to each other: active, passive, as a participle, in a relative clause,
before its noun. The classes and their roles follow FrameNet's (Fillmore and Baker 2010).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.facts.clauses import Clause, Scene, has_part
from kg.facts.phrases import BODIES, THINGS, WORD, Part, Phrase, keys_of
from kg.facts.status import denied, status_of, window
from kg.facts.wording import shapes
from kg.gates import Bank, Gate
from kg.languages import load
from kg.model import Fact
from kg.patterns import expression

_CONFIDENCE, _FAINT = 0.75, 0.6
_BACK, _NEAR = 3, 7
_MARKS = ("‹A", "‹O", "‹S", "‹M")
_SHARES = frozenset({"build", "develop", "provide", "operate", "share"})
SAYS: dict[str, dict[str, str]] = {
    "build": {"M": "builtBy", "Y": "builtBy", "of-M": "participatesIn", "of-Y": "contributes"},
    "develop": {
        "M": "participatesIn",
        "G": "participatesIn",
        "Y": "builtBy",
        "of-M": "participatesIn",
        "of-G": "participatesIn",
        "of-Y": "contributes",
    },
    "provide": {
        "Y": "contributes",
        "of-M": "participatesIn",
        "of-Y": "contributes",
        "of-G": "participatesIn",
    },
    "operate": {"M": "operatedBy", "Y": "operatedBy", "of-M": "participatesIn"},
    "lead": {"M": "leads", "G": "leads", "of-M": "participatesIn"},
    "share": {"M": "participatesIn", "G": "participatesIn", "of-M": "participatesIn"},
    "order": {"M": "customer", "Y": "customer"},
}
"""What a verb of each class says of a mission, an instrument, a programme, or something of one."""
_PASSIVE = frozenset({"builtBy", "operatedBy", "customer"})
_MAKING = frozenset({"build", "develop", "operate", "share", "lead"})
_HELPED = {"M": "participatesIn", "G": "participatesIn"}
_ORDERED = frozenset({"build", "develop", "operate"})


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb of a clause: its class, its place, where its group begins, and whether it is passive."""

    sort: str
    at: int
    begin: int
    passive: bool


def read(scene: Scene) -> Iterator[Fact]:
    """Yield what the verbs of each clause say."""
    code = scene.language.code
    verbs = _verbs(code)
    if not verbs:
        return
    for clause in scene.clauses:
        if clause.part == "contacts" or not any(mark in clause.text for mark in _MARKS):
            continue
        text = aliased(clause.text, code)
        if verbs.keys().isdisjoint(WORD.findall(text.lower())):
            continue
        phrase = Phrase(text, code)
        named = _speaks(clause.text)
        for at in range(len(phrase.tokens)):
            sort = verbs.get(phrase.low(at))
            if sort is not None and _is_verb(phrase, at):
                verb = _verb(phrase, at, sort)
                told = _said if named else _of_topic
                yield from told(scene, clause, phrase, verb)


def _of_topic(scene: Scene, clause: Clause, phrase: Phrase, verb: _Verb) -> Iterator[Fact]:
    """Yield that who makes "the platform" or "the detectors" takes part in what the text is about."""
    if verb.sort not in _SHARES or clause.part != "body" or clause.quoted:
        return
    body = phrase.agent(verb.at + 1) if verb.passive else phrase.before(verb.begin, BODIES)
    near = (
        range(verb.begin - _NEAR, verb.begin) if verb.passive else range(verb.at, verb.at + _NEAR)
    )
    if body is None or not any(phrase.has(k, "part") for k in near):
        return
    words = window(phrase.text, *_span(phrase, verb, body))
    topic = topic_of(scene, clause)
    if topic is None or denied(scene.language.code, words):
        return
    status = status_of(scene.language.code, words, "underway")
    for one in scene.keys(body.text, "AOS"):
        yield Fact(one, "participatesIn", topic, clause.span, "frame-of-topic", _FAINT, status)


def topic_of(scene: Scene, clause: Clause) -> str | None:
    """Return the mission that a clause without one goes on about: the last one named, or the text's."""
    for before in reversed(scene.clauses[max(0, clause.order - _BACK) : clause.order]):
        named = scene.keys(before.text, "M")
        if named and not before.quoted:
            return named[0] if len(named) == 1 else None
    return scene.topic


def _speaks(text: str) -> bool:
    return any(mark in text for mark in ("‹M", "‹Y", "‹G"))


@cache
def _verbs(code: str) -> dict[str, str]:
    lists = load(code).words
    return {
        form: name.removeprefix("verb-")
        for name in lists
        if name.startswith("verb-")
        for form in lists[name]
    }


def aliased(text: str, code: str) -> str:
    """Put one verb for phrases that mean one: "is in charge of" is to handle."""
    bank, aliases = _aliases(code)
    for which in bank.open(text):
        words, pattern = aliases[which]
        text = pattern.sub(_standing_for(words), text)
    return text


@cache
def _aliases(code: str) -> tuple[Bank, tuple[tuple[str, Gate], ...]]:
    """Return the phrases that mean one verb, each with it; none makes another."""
    aliases = tuple((n.replace("-", " "), gate) for n, gate in shapes(code, "alias").items())
    return Bank(gate for _, gate in aliases), aliases


def _standing_for(words: str) -> Callable[[re.Match[str]], str]:
    """Return what puts words in the place of a match, padded to its length."""

    def by(match: re.Match[str]) -> str:
        return words.ljust(len(match[0]))

    return by


def _is_verb(phrase: Phrase, at: int) -> bool:
    """Tell whether a word is a verb where it stands: "will lead", and not "the lead"."""
    if phrase.ends_as(at, "verb-ending") or phrase.has(at, "participle", "finite"):
        return not phrase.has(at - 1, "article", "possessive")
    return phrase.helps(at - 1) or phrase.sort(at - 1) == BODIES or phrase.has(at - 1, "joint")


def _verb(phrase: Phrase, at: int, sort: str) -> _Verb:
    begin = at
    while phrase.helps(begin - 1):
        begin -= 1
    group = range(begin, at)
    be = any(phrase.has(k, "be") for k in group)
    participle = phrase.ends_as(at, "participle-ending") or phrase.has(at, "participle")
    had = any(phrase.has(k, "have") for k in group) and not be
    passive = participle and not had and (be or _reduced(phrase, begin, at))
    return _Verb(sort, at, begin, passive)


def _reduced(phrase: Phrase, begin: int, at: int) -> bool:
    """Tell whether a participle stands without its auxiliary: "X, built by Y", "designed and built"."""
    if phrase.after(at + 1, THINGS, far=3) and not phrase.has(at + 1, "by"):
        return False
    if phrase.has(at + 1, "article", "possessive") and phrase.agent(at + 1) is None:
        # "Teams from X, supported by Y, developed the software": it has its object.
        return False
    listed = phrase.low(begin - 1) == "," or phrase.has(begin - 1, "joint")
    joined = listed and phrase.ends_as(begin - 2, "participle-ending")
    opens = (
        begin == 0 or phrase.sort(begin - 1) == THINGS or phrase.low(begin - 1) in (",", ";", ":")
    )
    return joined or opens or phrase.agent(at + 1) is not None


def _said(scene: Scene, clause: Clause, phrase: Phrase, verb: _Verb) -> Iterator[Fact]:
    """Yield what one verb says, with its partners and its customer."""
    code = scene.language.code
    if verb.sort == "carry":
        body, thing = _carried(phrase, verb)
        predicates = {"Y": "carries"}
    else:
        body, thing = _parts(phrase, verb)
        predicates = SAYS[verb.sort]
        small = expression(code, "frames-small", any_case=True)
        if verb.sort == "develop" and small.search(clause.text):
            # Who develops a cubesat is its builder; who develops a mission may have it built.
            predicates = predicates | {"M": "builtBy"}
    if body is None or thing is None or _of_another(phrase, verb, thing):
        return
    words = window(phrase.text, *_span(phrase, verb, body, thing))
    if denied(code, words):
        return
    status = status_of(code, words, "underway")
    told = Told(scene, clause, f"frame-{verb.sort}", status)
    yield from told.of(body, thing, predicates)
    if verb.sort == "develop":
        yield from told.by_makers(body, thing)
    if verb.sort in _MAKING:
        for partner in phrase.partners(verb.at + 1):
            if partner.at != body.at:
                helped = {k: p for k, p in predicates.items() if p not in _PASSIVE} | _HELPED
                # Whom the leader works with takes part, and does not lead.
                only = partner.of or (verb.sort == "lead" and not _led_together(phrase, partner))
                yield from told.of(partner, thing, helped | _HELPED if only else predicates)
                yield from told.pairs(body, partner)
    for_whom = _customer(phrase, verb, thing) if verb.sort in _ORDERED and not thing.of else None
    if for_whom is not None:
        yield from told.of(for_whom, thing, SAYS["order"])


def _of_another(phrase: Phrase, verb: _Verb, thing: Part) -> bool:
    """Tell whether a verb is only wished for, or says nothing of the thing itself.

    "Built by a consortium led by X": X leads the consortium.
    """
    if verb.sort == "build":
        return phrase.wishes(verb.begin)
    if verb.sort == "operate":
        return phrase.on_ground(thing) or _led(phrase, verb, thing)
    return verb.sort == "lead" and verb.passive and phrase.has(verb.begin - 1, "group")


def _led(phrase: Phrase, verb: _Verb, thing: Part) -> bool:
    """Tell whether "run" is said of work, and not of what flies: "a mission run by X"."""
    beside = (verb.begin - 1, thing.at + 1)
    return phrase.has(verb.at, "running") and any(phrase.has(k, "undertaking") for k in beside)


def _customer(phrase: Phrase, verb: _Verb, thing: Part) -> Part | None:
    """Return for whom it is done: "built for X by Y", "Y built it for X"."""
    told = phrase.customer(verb.at + 1)
    after = not verb.passive and verb.sort != "operate" and thing.at > verb.at
    return phrase.customer(thing.at + 1) if told is None and after else told


def _led_together(phrase: Phrase, partner: Part) -> bool:
    """Tell whether a partner leads too: "led by X together with Y", "jointly with Y"."""
    before = range(max(0, partner.at - _BACK), partner.at)
    return any(phrase.has(k, "jointly") for k in before)


@dataclass(frozen=True, slots=True)
class Told:
    """What the facts of one verb have in common."""

    scene: Scene
    clause: Clause
    rule: str
    status: str

    def of(self, body: Part, thing: Part, predicates: dict[str, str]) -> Iterator[Fact]:
        """Yield what holds between each body and each thing, by the thing's class."""
        for one in self.scene.keys(body.text, "AOSM"):
            for kind, number in keys_of(thing):
                predicate = predicates.get(f"of-{kind}" if thing.of else kind)
                other = self.scene.mention(number).entity
                if predicate is not None and one != other:
                    ends = (other, one) if predicate in _PASSIVE else (one, other)
                    yield self.fact(ends[0], predicate, ends[1])

    def by_makers(self, body: Part, thing: Part) -> Iterator[Fact]:
        """Yield that a firm, an institute or a university builds the mission that it develops.

        An agency may have it built, and those who develop it with one have but a share.
        """
        if any(
            self.scene.linked.entities[k].kind == "Agency" for k in self.scene.keys(body.text, "A")
        ):
            return
        for fact in self.of(body, thing, {"M": "builtBy"}):
            firm = self.scene.linked.entities[fact.object].kind == "Organisation"
            if firm and not has_part(self.scene, self.clause, fact.subject):
                yield fact

    def pairs(self, body: Part, partner: Part) -> Iterator[Fact]:
        """Yield that the bodies work with their partners."""
        for one in self.scene.keys(body.text, "AO"):
            for other in self.scene.keys(partner.text, "AO"):
                yield self.fact(one, "cooperatesWith", other)

    def fact(self, one: str, predicate: str, other: str) -> Fact:
        """Return one fact of the verb."""
        span = self.clause.span
        return Fact(one, predicate, other, span, self.rule, _CONFIDENCE, self.status)


def _span(phrase: Phrase, verb: _Verb, *parts: Part) -> tuple[int, int]:
    return span_of(phrase, (verb.begin, verb.at, *(p.at for p in parts)), verb.at)


def span_of(phrase: Phrase, places: Sequence[int], verb: int) -> tuple[int, int]:
    """Return where the words at `places` stand in the clause, those far from the verb left out."""
    near = [p for p in places if abs(p - verb) < len("twenty words or so")]
    return phrase.tokens[min(near)].begin, phrase.tokens[max(near)].end


def _parts(phrase: Phrase, verb: _Verb) -> tuple[Part | None, Part | None]:
    """Return who does what a verb says, and to what."""
    if verb.passive:
        body = phrase.agent(verb.at + 1)
        if body is None or _sold(phrase, verb, body):
            return None, None
        if _fronted(phrase, verb):
            return body, _main(phrase, body.at)
        bare = not any(phrase.has(k, "be") for k in range(verb.begin, verb.at))
        attached = phrase.attached(verb.begin) or phrase.joined(verb.begin) if bare else None
        return body, attached or phrase.before(verb.begin, THINGS)
    body = phrase.before(verb.begin, BODIES)
    if body is None:
        return None, None
    thing = phrase.after(verb.at + 1, THINGS)
    return body, thing or _relative(phrase, body)


def _sold(phrase: Phrase, verb: _Verb, body: Part) -> bool:
    """Tell whether bodies only sell what is ordered: "ordered by the government from X"."""
    by = next((k for k in range(verb.at + 1, body.at) if phrase.has(k, "by")), body.at)
    return verb.sort == "order" and any(phrase.has(k, "from") for k in range(by, body.at))


def _fronted(phrase: Phrase, verb: _Verb) -> bool:
    """Tell whether a participle opens its clause: "Built by X, the Y is"."""
    k = verb.begin - 1
    while k >= 0 and (
        phrase.low(k) in ('"', ",")
        or phrase.has(k, "joint")
        or phrase.ends_as(k, "participle-ending")
    ):
        k -= 1
    return k < 0 or phrase.low(k) in (";", ":")


def _main(phrase: Phrase, at: int) -> Part | None:
    """Return the thing that the main clause after an opening participle begins with."""
    for k in range(at + 1, len(phrase.tokens)):
        if phrase.low(k) == ",":
            if phrase.has(k + 1, "pronoun"):
                return None
            found = phrase.after(k + 1, THINGS)
            if found is not None:
                # "Made by X, this receiver is to fly on Y": nothing is said of who made Y.
                return None if found.of else Part(found.text, found.at)
    return None


def _relative(phrase: Phrase, body: Part) -> Part | None:
    """Return the thing of "the Y which X builds", "the M for which X supplies a camera"."""
    k = body.at - 1
    while phrase.has(k, "article", "kind") or phrase.sort(k) in ("N", "C"):
        k -= 1
    return phrase.antecedent(k, THINGS) if phrase.has(k, "relative") else None


def _carried(phrase: Phrase, verb: _Verb) -> tuple[Part | None, Part | None]:
    """Return what carries and what is carried."""
    if verb.passive:
        return None, None
    carrier = phrase.before(verb.begin, THINGS)
    if carrier is None or not re.match(r"‹M", carrier.text):
        return None, None
    return carrier, phrase.after(verb.at + 1, THINGS)
