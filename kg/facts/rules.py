"""Read facts by the rules of a language's data file.

A rule is a pattern over encoded text, and what it says: "a participatesIn m" states the property
between each entity of group a and each of group m; "a cooperatesWith a" states it between all
pairs of a list. `when` names a word list of which a word must stand in the sentence, not denied;
`alone` says that only the rule's own words tell how real it is; `data` that it speaks of the data
of what flies. PAIR and TOPIC stand for the two bodies and the mission that the document is about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations

from kg.encoding import marks, slots
from kg.facts.clauses import Clause, Scene
from kg.facts.frames import topic_of
from kg.facts.status import denied, status_of, window
from kg.facts.wording import shapes
from kg.gates import Bank, Gate
from kg.languages import load
from kg.model import Fact
from kg.patterns import expression, gate, word_list

_ALL = "AOPMYGVSCI"
_FLYING = ("M", "Y", "G")
_NO = 8


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as compiled from a language's data."""

    name: str
    pattern: Gate
    says: tuple[tuple[str, str, str], ...]
    when: str | None
    unless: Gate | None
    confidence: float
    status: str
    takes: dict[str, str]
    alone: bool
    data: bool

    def could_say(self, codes: str) -> bool:
        """Tell whether a clause with marks of these codes has what the rule speaks of."""
        return any(self._within(subject, object_, codes) for subject, _, object_ in self.says)

    def _within(self, subject: str, object_: str, codes: str) -> bool:
        one, other = self.takes.get(subject), self.takes.get(object_)
        if any(t is not None and not any(c in codes for c in t) for t in (one, other)):
            return False
        return (
            one is None
            or one != other
            or subject == object_
            or sum(codes.count(c) for c in one) > 1
        )

    @property
    def affiliates(self) -> bool:
        """Tell whether the rule says to which body a person belongs."""
        return all(predicate == "affiliatedWith" for _, predicate, _ in self.says)

    @property
    def joint(self) -> bool:
        """Tell whether the rule speaks of what the document's two bodies do together."""
        return any("PAIR" in (subject, object_) for subject, _, object_ in self.says)


def _plans(code: str, text: str) -> str:
    """Return the word "planned" where the words before a joint undertaking speak of the future."""
    return "planned" if expression(code, "rules-future", any_case=True).search(text) else ""


@cache
def rules(code: str) -> tuple[Rule, ...]:
    """Return the rules of a language, in the order of its file."""
    language = load(code)
    found = []
    for rule in language.rules:
        text = language.expand(rule["pattern"])
        found.append(
            Rule(
                name=rule["name"],
                pattern=gate(text, code),
                says=tuple(_sentence(s) for s in rule["says"]),
                when=rule.get("when"),
                unless=gate(language.expand(rule["unless"]), code) if "unless" in rule else None,
                confidence=rule.get("confidence", 0.85),
                status=rule.get("status", "underway"),
                takes=slots(text),
                alone=rule.get("alone", False),
                data=rule.get("data", False),
            )
        )
    return tuple(found)


@cache
def bank(code: str) -> Bank:
    """Return the patterns of all rules of a language, by the places of the rules."""
    return Bank(rule.pattern for rule in rules(code))


@lru_cache(maxsize=256)
def _codes(text: str) -> str:
    """Return the codes of the marks in a clause, each at most twice; a clause is read more than once."""
    counts = Counter(code for code, _ in marks(text))
    return "".join(code * min(counts[code], 2) for code in sorted(counts))


@lru_cache(maxsize=4096)
def _speaking(code: str, codes: str) -> dict[int, Rule]:
    """Return the rules that could say something of a clause with marks of these codes, by place."""
    return {at: rule for at, rule in enumerate(rules(code)) if rule.could_say(codes)}


def _sentence(text: str) -> tuple[str, str, str]:
    subject, predicate, object_ = text.split()
    return subject, predicate, object_


def read(scene: Scene, pair: tuple[str, ...]) -> Iterator[Fact]:
    """Yield the facts that the rules find; PAIR in a rule stands for the two bodies in `pair`.

    Where the clause itself names two bodies or more, those are meant.
    """
    for clause in scene.clauses:
        if clause.part == "contacts" or "‹" not in clause.text:
            continue
        speaking = _speaking(scene.language.code, _codes(clause.text))
        for number in bank(scene.language.code).open(clause.text):
            rule = speaking.get(number)
            if rule is None:
                continue
            if rule.when and not _spoken(scene.language.code, rule.when, clause.text):
                continue
            yield from _apply(rule, scene, clause, pair)


def affiliations(scene: Scene) -> Iterator[Fact]:
    """Yield whom persons are said to belong to in so many words: "NASA's Jane Doe", "Jane Doe of NASA"."""
    code = scene.language.code
    for clause in scene.clauses:
        if clause.part == "contacts" or "‹P" not in clause.text or not _BODY.search(clause.text):
            continue
        for number in bank(code).open(clause.text):
            rule = rules(code)[number]
            if rule.affiliates and (not rule.when or _spoken(code, rule.when, clause.text)):
                yield from _apply(rule, scene, clause, ())


_BODY = re.compile("‹[AO]")


def _spoken(code: str, when: str, text: str) -> bool:
    """Tell whether one of the words `when` stands in `text`, and not as "no agreement"."""
    return any(
        not denied(code, text[max(0, cue.start() - _NO) : cue.start()])
        for cue in word_list(code, when).finditer(text)
    )


def _apply(rule: Rule, scene: Scene, clause: Clause, pair: tuple[str, ...]) -> Iterator[Fact]:
    for match in rule.pattern.finditer(clause.text):
        words = window(clause.text, *match.span())
        code = scene.language.code
        if rule.unless is not None and rule.unless.search(words):
            continue
        if denied(code, match[0]) or (not rule.data and _of_data(clause.text, match, code)):
            continue
        status = status_of(code, match[0] if rule.alone else words, rule.status)
        if rule.joint and status == rule.status:
            status = status_of(code, _plans(code, clause.text[: match.end()]), status)
        for subject, predicate, object_ in rule.says:
            for one, other in _pairs(scene, clause, match, subject, object_, pair=pair):
                # Whose somebody is does not hang on what he says may come.
                real = rule.status if predicate == "affiliatedWith" else status
                yield Fact(one, predicate, other, clause.span, rule.name, rule.confidence, real)


_BACK = 40


def _of_data(text: str, match: re.Match[str], code: str) -> bool:
    """Tell whether only the data of what flies are spoken of: "exploite les images de Sentinel-2"."""
    data = shapes(code, "nearness").get("data")
    if data is None:
        return False
    return any(
        words is not None
        and words[1:2] in _FLYING
        and data.search(text[max(0, match.start(name) - _BACK) : match.start(name)]) is not None
        for name, words in match.groupdict().items()
    )


def _pairs(
    scene: Scene,
    clause: Clause,
    match: re.Match[str],
    subject: str,
    object_: str,
    *,
    pair: tuple[str, ...],
) -> Iterator[tuple[str, str]]:
    if subject == "PAIR":
        left = _of_lands(scene, match[0], _meant(scene, clause, pair))
    elif subject == "TOPIC":
        left = _spoken_of(scene, clause, match.start())
    else:
        left = scene.keys(_own_list(scene, clause.text, match, subject), _ALL)
    if subject == object_:
        yield from combinations(left, 2)
        return
    if object_ == "TOPIC":
        right = _spoken_of(scene, clause, match.start())
    elif object_ == "PAIR":
        right = _of_lands(scene, match[0], _meant(scene, clause, pair))
    else:
        right = _keys(scene, _own_list(scene, clause.text, match, object_))
    for one in left:
        for other in right:
            if one != other:
                yield one, other


def _own_list(scene: Scene, text: str, match: re.Match[str], name: str) -> str:
    """Return what a group holds, less a last body that goes on as a subject of its own.

    "Built by A, and B supports the operations": B builds nothing. "X and Y is by A": only Y is.
    """
    words = _told_last(match[name] or "")
    patterns = shapes(scene.language.code, "list")
    opens = match.start(name) == min(
        match.start(group) for group in match.groupdict() if match[group]
    )
    governed = patterns["by"].search(text[: match.start(name)]) is not None
    flies = opens and not governed and words[1:2] in _FLYING
    if flies and patterns["single"].match(text, match.end(name)):
        return words[words.rindex("‹") :]
    last = patterns["next"].search(words)
    if last is None or not governed:
        return words
    return words[: last.start()] if patterns["finite"].match(text, match.end(name)) else words


def _told_last(words: str) -> str:
    """Return of a list only the last thing where that was named before: "X and Y, the latter built by"."""
    found = marks(words)
    return words[words.rindex("‹") :] if len(found) > 1 and found[-1] in found[:-1] else words


def _spoken_of(scene: Scene, clause: Clause, begin: int) -> tuple[str, ...]:
    """Return the mission that "its instrument" is of: the clause's own, else what it goes on about."""
    own = scene.keys(clause.text[:begin], "M")
    if own:
        return own if len(own) == 1 else ()
    # A scene may hold some of its clauses alone.
    before = next((c for c in scene.clauses if c.order == clause.order - 1), clause)
    # A mission that a sentence is about, after what its opening says of it.
    opens = expression(scene.language.code, "rules-opening").match(before.text)
    topic = scene.mention(int(opens[1])).entity if opens else topic_of(scene, clause)
    return (topic,) if topic is not None else ()


def _meant(scene: Scene, clause: Clause, pair: tuple[str, ...]) -> tuple[str, ...]:
    """Return the two bodies that a clause names, else those of the document."""
    named = scene.keys(clause.text, "AO")
    return named if len(named) == len("ab") else pair


def _of_lands(scene: Scene, words: str, pair: tuple[str, ...]) -> tuple[str, ...]:
    """Return the pair, but nobody where "franco-japonais" speaks of the lands of others."""
    lands = {scene.country(n) for code, n in marks(words) if code == "N"}
    if len(lands) != len("ab"):
        return pair
    bodies = [scene.linked.entities[body] for body in pair if body in scene.linked.entities]
    # Who is known to be of no land, as ESA, is not one of two lands' bodies.
    others = any(b.country not in lands for b in bodies if b.country or b.known)
    return () if others else pair


def _keys(scene: Scene, encoded: str) -> tuple[str, ...]:
    """Return the entities of a group; a demonym stands for its country."""
    countries = tuple(scene.country(n) for code, n in marks(encoded) if code == "N")
    return (*scene.keys(encoded, _ALL), *countries)
