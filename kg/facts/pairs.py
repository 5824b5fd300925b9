"""Pairs of names that a document brings together, and what can be observed about each.

The observations are those of log-linear relation extraction (Kambhatla 2004, "Combining Lexical,
Syntactic, and Semantic Features with Maximum Entropy Models for Information Extraction"), less
syntax: the words between two names and beside them, what else stands there, and where in the
document they meet. What all sentences show that name both counts as one set.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations, permutations
from re import compile as pattern
from typing import Final, NamedTuple

from kg.dates import recent
from kg.encoding import CODES
from kg.facts import tied
from kg.facts.clauses import Clause, Scene
from kg.model import Day, Entity

CLASSES: Final = {c: c for c in "MYGVSD"} | {"A": "B", "O": "B"}
"""The class that pairs know each mark by: agencies and other organisations are both bodies."""
_OF_BODIES: Final = ("BB", "BG", "BM", "BY")
_OF_LAUNCHES: Final = ("DG", "DM", "DY", "GS", "GV", "MS", "MV", "SY", "VY")
KINDS: Final = frozenset((*_OF_BODIES, *_OF_LAUNCHES, "GM", "MY"))
"""The classes between which relations are sought, in the order of the alphabet."""
APART: Final = "~"
"""Ends the kind of a pair that no sentence names together: a mission, and what is told further on."""
_LISTED: Final = frozenset({"BB", "BM", "BY"})
_BODIES: Final = frozenset({"Agency", "Organisation"})
_NAMED: Final = "AOMYGVSD"
_DAY: Final = "day/"
_SHOWN_OF: Final = {"day": 10, "month": 7, "year": 4}
_POST: Final = "T"
_FURTHER: Final = "AOVSY"
_TIED: Final = "MYG"
_TOKEN: Final = pattern(r"‹([A-Z])(\d+)›|[^\W_]+|[;:,()\"«»?]")
_MARK: Final = pattern(r"‹([A-Z])(\d+)›")
_WORD: Final = pattern(r"(?<![‹\w])[^\W\d_]{4,}")
_STEM: Final = 6
_FAR: Final = 250
_SHOWN: Final = 6
_BRIEF: Final = 3
_STEPS: Final = (0, 1, 2, 4, 8, 16)
_MANY: Final = 4
_SOME: Final = 3


class Name(NamedTuple):
    """A mark of a name: its code, the key of what it names, and where it stands in the clause."""

    code: str
    key: str
    begin: int
    end: int


@dataclass(slots=True)
class Sentence:
    """A clause and its names; its words are looked at when a pair of it is first asked about."""

    scene: Scene
    clause: Clause
    names: list[Name]
    _about: tuple[str, ...] = ()
    _words: tuple[list[str], dict[int, int]] = field(default_factory=lambda: ([], {}))

    def about(self) -> tuple[str, ...]:
        """Return what holds of every pair of the sentence: its part, how many it names, its words."""
        if not self._about:
            counts = Counter(name.code for name in self.names)
            self._about = (
                f"part:{self.clause.part}{' quoted' * self.clause.quoted}",
                *(f"c{code}:{min(_SOME, counts[code])}" for code in "AOM"),
                *dict.fromkeys(f"s:{w[:_STEM].lower()}" for w in _WORD.findall(self.clause.text)),
            )
        return self._about

    def words(self) -> list[str]:
        """Return the stems of the words and the codes of the marks, that of a post with its words."""
        words, places = self._words
        if not words:
            for match in _TOKEN.finditer(self.clause.text):
                places[match.start()] = len(words)
                post = self.scene.title(int(match[2])).text if match[1] == _POST else ""
                words.append((match[1] or match[0].lower()[:_STEM]) + post.lower()[:_STEM])
        return words

    def place(self, name: Name) -> int:
        """Return which of the words a name is."""
        self.words()
        return self._words[1][name.begin]


class Meeting(NamedTuple):
    """A sentence that brings a pair together, and the two in it from left to right.

    Where it names but one of them, `last` is that one too, and `how` says how the other is meant.
    """

    sentence: Sentence
    first: Name
    last: Name
    how: str = ""

    @property
    def clause(self) -> Clause:
        """Return the clause."""
        return self.sentence.clause

    @property
    def stretch(self) -> tuple[int, int]:
        """Return from where to where in the encoded text the pair stands."""
        return self.first.begin, self.last.end

    def features(self) -> list[str]:
        """Return what the sentence shows of the pair."""
        sentence = self.sentence
        words, place = sentence.words(), sentence.place(self.first)
        if self.how:
            beside = _beside(words, place, first=self.first is sentence.names[0])
            return [*sentence.about(), *beside, self.how]
        last = sentence.place(self.last)
        return [*sentence.about(), *_between(words, place, last, self.first, self.last)]


@dataclass(slots=True)
class Pair:
    """Two entities of a document, in the order of their classes, and where they meet."""

    kind: str
    one: str
    other: str
    document: Surroundings
    meetings: list[Meeting] = field(default_factory=list)

    def features(self) -> frozenset[str]:
        """Return what the document shows of the pair."""
        told = (m.features() for m in self.meetings)
        return frozenset(chain(self.document.of(self), *told))


def read(scene: Scene, principal: Sequence[str], kinds: Container[str] = KINDS) -> tuple[Pair, ...]:
    """Return the pairs of a document, of these kinds; `principal` are the bodies that it is about."""
    found = _Found(Surroundings(scene, frozenset(principal)), kinds)
    for clause in scene.clauses:
        if clause.part != "contacts" and "‹" in clause.text:
            _together(scene, clause, found)
    _apart(scene, found)
    _tied(scene, found)
    return tuple(pair for pair in found.values() if pair.meetings)


class _Found(dict[tuple[str, str], Pair]):
    """The pairs found, by their keys."""

    def __init__(self, document: Surroundings, kinds: Container[str]) -> None:
        super().__init__()
        self.document, self.kinds = document, kinds

    def pair(self, left: Name, right: Name) -> Pair | None:
        """Return the pair of two names, a new one if need be; nothing where no relation is sought."""
        if left.key == right.key:
            return None
        one, other = CLASSES[left.code], CLASSES[right.code]
        ends = (left.key, right.key)
        if one > other or (one == other and ends[0] > ends[1]):
            one, other, ends = other, one, ends[::-1]
        if one + other not in self.kinds:
            return None
        pair = self.get(ends)
        if pair is None:
            pair = self[ends] = Pair(one + other, *ends, self.document)
        return pair


def _together(scene: Scene, clause: Clause, found: _Found) -> None:
    """Add the pairs that a sentence names."""
    sentence = Sentence(scene, clause, _names(scene, clause, _NAMED))
    listed = _lists(sentence)
    for left, right in combinations(sentence.names, 2):
        pair = found.pair(left, right) if right.begin - left.end <= _FAR else None
        if pair is not None and not (listed and pair.kind in _LISTED):
            pair.meetings.append(Meeting(sentence, left, right))


def _lists(sentence: Sentence) -> bool:
    """Tell whether a sentence lists things of several bodies: each is one's own, as rules read it."""
    things = {name.key for name in sentence.names if name.code in "MY"}
    bodies = {name.key for name in sentence.names if name.code in "AO"}
    return len(things) >= _SOME and len(bodies) > 1


def _apart(scene: Scene, found: _Found) -> None:
    """Add what is named further on, where a mission is still spoken of, and no sentence pairs with it.

    That is the mission named last, or the one that the document is about.
    """
    last: tuple[str, ...] = ()
    for clause in scene.clauses:
        here = scene.keys(clause.text, "M")
        if here or clause.part != "body":
            last = here or last
            continue
        meant = dict.fromkeys((*last[: len(last) == 1], *((scene.topic,) if scene.topic else ())))
        if "‹" not in clause.text or not meant:
            continue
        sentence = Sentence(scene, clause, _names(scene, clause, _FURTHER))
        for name in sentence.names:
            for mission in meant:
                how = f"by:{mission in last}{mission == scene.topic}"
                _meant(found, Meeting(sentence, name, name, how), Name("M", mission, 0, 0))


def _tied(scene: Scene, found: _Found) -> None:
    """Add what no sentence names with a mission, programme or instrument that the authority ties it to."""
    entities = scene.linked.entities
    ends = {
        key: [Name(CODES[entities[k].kind], k, 0, 0) for k in chain(*entity.ties) if k in entities]
        for key, entity in entities.items()
        if any(entity.ties)
    }
    for clause in scene.clauses if any(ends.values()) else ():
        if clause.part == "contacts" or "‹" not in clause.text:
            continue
        sentence = Sentence(scene, clause, _names(scene, clause, _TIED))
        for name in sentence.names:
            for other in ends.get(name.key, ()):
                _meant(found, Meeting(sentence, name, name, "by:tie"), other)


def _meant(found: _Found, meeting: Meeting, other: Name) -> None:
    """Add a sentence that names one of a pair and means the other, unless a sentence names both."""
    pair = found.pair(meeting.first, other)
    if pair is not None and (not pair.meetings or pair.kind.endswith(APART)):
        pair.kind = pair.kind.rstrip(APART) + APART
        pair.meetings.append(meeting)


def _names(scene: Scene, clause: Clause, codes: str) -> list[Name]:
    return [
        Name(m[1], _key(scene, m[1], int(m[2])), m.start(), m.end())
        for m in _MARK.finditer(clause.text)
        if m[1] in codes
    ]


def _key(scene: Scene, code: str, number: int) -> str:
    """Return the key of what a mark names; that of a day is made of it."""
    return day_key(scene.dates[number].day) if code == "D" else scene.mention(number).entity


def day_key(day: Day) -> str:
    """Return how pairs name a day, month or year."""
    return _DAY + day.value.isoformat()[: _SHOWN_OF[day.precision]]


def _between(words: Sequence[str], i: int, j: int, left: Name, right: Name) -> list[str]:
    """Return what stands between and beside the names at places `i` and `j`."""
    inner = words[i + 1 : j]
    side = ">" if CLASSES[left.code] > CLASSES[right.code] else "<"
    features = [
        f"w:{left.code}{right.code}",
        f"d:{left.code}{right.code}{sum(len(inner) > step for step in _STEPS)}",
        f"p:{side}{words[i - 1] if i else ''}",
        f"n:{side}{words[j + 1] if j + 1 < len(words) else ''}",
    ]
    if len(inner) <= _BRIEF:
        features.append(f"q:{left.code}{' '.join(inner)}{right.code}")
    if inner:
        features += (f"f:{side}{inner[0]}", f"l:{side}{inner[-1]}")
    if len(inner) > 2 * _SHOWN:
        inner = [*inner[:_SHOWN], *inner[-_SHOWN:]]
    features += [f"b:{side}{word}" for word in inner]
    return features


def _beside(words: Sequence[str], i: int, *, first: bool) -> Iterator[str]:
    """Yield what stands beside a name that is alone in its sentence."""
    code = words[i]
    yield f"first:{code}{first}{min(_SOME, i)}"
    for step in (1, 2):
        if i >= step:
            yield f"p{step}:{code}{words[i - step]}"
    for step in (1, 2, 3):
        if i + step < len(words):
            yield f"n{step}:{code}{words[i + step]}"


def _partners(entities: Mapping[str, Entity]) -> dict[str, set[str]]:
    """Return whom each body of a document shares one of its missions or instruments with."""
    found: dict[str, set[str]] = {}
    for thing in entities.values():
        bodies = [
            key
            for key in (*thing.ties.shares, *thing.ties.makers)
            if key in entities and entities[key].kind in _BODIES
        ]
        for one, other in permutations(bodies, 2):
            found.setdefault(one, set()).add(other)
    return found


class Surroundings:
    """What a document as a whole shows of a pair."""

    def __init__(self, scene: Scene, principal: frozenset[str]) -> None:
        self.scene, self.principal = scene, principal
        self.titled = frozenset(
            name.key
            for clause in scene.clauses
            if clause.part == "title"
            for name in _names(scene, clause, _NAMED)
        )
        self.counts = Counter(m.entity for m in scene.linked.mentions)
        kinds = Counter(scene.linked.entities[key].kind for key in self.counts)
        self.partners = _partners(scene.linked.entities)
        self.days = {day_key(d.day): d.day for d in scene.dates}
        self.agencies = min(_MANY, kinds["Agency"])
        self.missions = min(_MANY, kinds["Mission"])

    def of(self, pair: Pair) -> Iterator[str]:
        """Yield what the document shows of a pair beyond the sentences that name it."""
        yield f"m:{min(_MANY, len(pair.meetings))}"
        yield f"A:{self.agencies}"
        yield f"M:{self.missions}"
        yield from self._of_one("2", pair.other)
        if pair.one in self.days:
            yield from self._of_day(self.days[pair.one], pair)
            return
        yield from self._of_one("1", pair.one)
        entities = self.scene.linked.entities
        lands = entities[pair.one].country, entities[pair.other].country
        if None not in lands:
            yield f"same:{lands[0] == lands[1]}"
        yield from tied.how(entities[pair.one], entities[pair.other])
        if pair.one in self.partners and pair.other in self.partners[pair.one]:
            yield "partners"

    def _of_day(self, day: Day, pair: Pair) -> Iterator[str]:
        issued = self.scene.linked.document.issued
        launched = self.scene.linked.entities[pair.other].launched
        if launched is not None:
            told = pair.one.removeprefix(_DAY)
            same = told.startswith(launched) or launched.startswith(told)
            yield f"launched:{same and min(len(told), len(launched))}"
        yield f"precision:{day.precision}"
        if issued is not None:
            yield f"ahead:{day.value > issued}"
            yield f"lately:{recent(day, issued)}"

    def _of_one(self, side: str, key: str) -> Iterator[str]:
        entity = self.scene.linked.entities[key]
        yield f"k{side}:{entity.kind}{'' if entity.known else '?'}"
        yield f"n{side}:{min(_MANY, self.counts[key])}"
        if key in self.titled:
            yield "t" + side
        if key == self.scene.topic:
            yield "topic" + side
        if key == self.scene.linked.document.publisher:
            yield "pub" + side
        if key in self.principal:
            yield "prin" + side
