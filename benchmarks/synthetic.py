"""Synthetic releases of realistic shape, for benchmarks: about 301 quads each, the same for the same seed.

    python benchmarks/synthetic.py DIR --releases 10000     makes a store in DIR
    python benchmarks/synthetic.py FILE.nq --releases 1000  writes the releases' graphs

A world is made first: agencies, persons, programmes and missions, of which some are far more popular
than others (Zipf), and who takes part in what. Each release is about a few of them and says again what
others said before, in sentences of its own, and tells of a meeting, a signing or a launch. It goes
through `kg.graph`, as a release that was read does, so that its terms are always those of the model.
"""

from __future__ import annotations

import argparse
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import accumulate, islice
from pathlib import Path
from random import Random
from typing import TypeVar

from kg.graph import to_graph
from kg.model import (
    Day,
    Entity,
    Event,
    Fact,
    Mapping,
    Membership,
    Mention,
    Release,
    ReleaseGraph,
    Span,
)
from kg.names import slug
from kg.vocab import DEFAULT_BASE, TOPICS

T = TypeVar("T")

SEED = 20200217
BATCH = 500
AGENCIES, PERSONS, ORGANISATIONS = 60, 2000, 400
PROGRAMMES, MISSIONS, PAYLOADS = 150, 1500, 400
COUNTRIES, CITIES, SITES, VEHICLES = 60, 120, 20, 30
FIRST_DAY, DAYS = date(2000, 1, 1), 9400
SYLLABLES = (
    "ba be bo ca co da do fa ga ka la lo ma me mi na no pa ra re ri ro sa so ta te to va ve zo"
)
NAMED_AGAIN = 1
RULE, SURE = "synthetic", 0.9


class Zipf(Sequence[T]):
    """Items of which the first are drawn most often: the n-th with weight 1/n."""

    def __init__(self, items: Sequence[T]) -> None:
        self._items = items
        self._weights = list(accumulate(1 / rank for rank in range(1, len(items) + 1)))

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        return self._items[index]

    def draw(self, random: Random) -> T:
        """Return one item."""
        return self._items[bisect(self._weights, random.random() * self._weights[-1])]

    def several(self, random: Random, count: int) -> list[T]:
        """Return `count` different items."""
        found: dict[int, T] = {}
        while len(found) < min(count, len(self)):
            place = bisect(self._weights, random.random() * self._weights[-1])
            found[place] = self._items[place]
        return list(found.values())


@dataclass(frozen=True)
class Project:
    """A mission or a programme, and who has a part in it."""

    entity: Entity
    members: Zipf[Entity]
    whole: Entity | None = None
    payload: Entity | None = None


class World:
    """All that releases can speak of."""

    def __init__(self, seed: int = SEED) -> None:
        random = Random(seed)
        self._taken: set[str] = set()
        self.agencies = Zipf(self._named(random, "Agency", AGENCIES, "{} Space Agency"))
        self.organisations = Zipf(
            self._named(random, "Organisation", ORGANISATIONS, "{} Institute")
        )
        self.persons = Zipf(self._named(random, "Person", PERSONS, "{} {}"))
        self.countries = Zipf(self._named(random, "Country", COUNTRIES, "{}land"))
        self.cities = Zipf(self._named(random, "City", CITIES, "{}"))
        self.sites = Zipf(self._named(random, "Site", SITES, "{} Launch Site"))
        self.vehicles = Zipf(self._named(random, "LaunchVehicle", VEHICLES, "{} rocket"))
        payloads = self._named(random, "Payload", PAYLOADS, "{}-X")
        programmes = [
            self._project(random, entity)
            for entity in self._named(random, "Programme", PROGRAMMES, "{} Programme")
        ]
        self.programmes = Zipf(programmes)
        self.missions = Zipf(
            [
                self._project(random, entity, self.programmes.draw(random).entity, payloads)
                for entity in self._named(random, "Mission", MISSIONS, "{}sat")
            ]
        )

    def _named(self, random: Random, kind: str, count: int, form: str) -> list[Entity]:
        made: list[Entity] = []
        while len(made) < count:
            name = form.format(_word(random), _word(random))
            key = f"{_FOLDERS.get(kind, kind.lower())}/{slug(name)}"
            if key not in self._taken:
                self._taken.add(key)
                made.append(Entity(key, kind, name, (name,), known=True))
        return made

    def _project(
        self,
        random: Random,
        entity: Entity,
        whole: Entity | None = None,
        payloads: Sequence[Entity] = (),
    ) -> Project:
        members = self.agencies.several(random, 2 + min(10, int(random.paretovariate(1.2))))
        payload = random.choice(payloads) if payloads and random.random() < 0.3 else None
        return Project(entity, Zipf(members), whole, payload)


_FOLDERS = {"LaunchVehicle": "launch-vehicle"}


def _word(random: Random) -> str:
    return "".join(random.choice(SYLLABLES.split()) for _ in range(3)).capitalize()


@dataclass
class Writer:
    """A release under construction: its text, and what was read in it."""

    random: Random
    world: World
    issued: date
    language: str
    publisher: Entity
    text: str = ""
    entities: dict[str, Entity] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    posts: list[Membership] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    def say(self, *parts: str | Entity) -> Span:
        """Write a sentence, and return where it stands; entities in it are mentioned."""
        begin = len(self.text)
        for part in parts:
            words = part if isinstance(part, str) else part.label
            if isinstance(part, Entity):
                self.entities[part.key] = part
                span = Span(len(self.text), len(self.text) + len(words))
                self.mentions.append(Mention(span, words, part.key, RULE))
            self.text += words
        span = Span(begin, len(self.text))
        self.text += ".\n"
        return span

    def fact(self, subject: Entity, predicate: str, other: Entity, span: Span) -> None:
        """Note a fact that a sentence says."""
        status = "planned" if self.random.random() < 0.2 else "completed"
        fact = Fact(subject.key, predicate, other.key, span, RULE, SURE, status)
        if all((f.subject, f.predicate, f.object) != fact_key(fact) for f in self.facts):
            self.facts.append(fact)

    def event(self, kind: str, day: date, span: Span, *links: tuple[str, Entity]) -> None:
        """Note an event; its key is its kind, day and first two parties."""
        words = "-".join(sorted(entity.key.split("/")[1] for _, entity in links[:2]))
        folder = {"AgreementSigning": "agreement-signing"}.get(kind, kind.lower())
        names = " and ".join(entity.label for _, entity in links[:2])
        self.events.append(
            Event(
                key=f"{folder}/{day.isoformat()}-{words}",
                kind=kind,
                label=f"{kind} of {names}, {day.isoformat()}",
                day=Day(day),
                status="completed",
                links=tuple(sorted({(name, entity.key) for name, entity in links})),
                evidence=(span,),
                rule=RULE,
                confidence=SURE,
            )
        )

    @cached_property
    def near(self) -> date:
        """Return the day on which things happened: not long before the release."""
        return self.issued - timedelta(days=self.random.randrange(10))


def fact_key(fact: Fact) -> tuple[str, str, str]:
    """Return what makes a fact one fact."""
    return fact.subject, fact.predicate, fact.object


def graphs(
    count: int, seed: int = SEED, base: str = DEFAULT_BASE, start: int = 0
) -> Iterator[ReleaseGraph]:
    """Yield the graphs of `count` releases from the number `start` on."""
    world = World(seed)
    for number in range(start, start + count):
        yield to_graph(mapping(world, number, seed), base)


def mapping(world: World, number: int, seed: int = SEED) -> Mapping:
    """Return what is read in the release of that number."""
    random = Random(f"{seed} {number}")
    issued = FIRST_DAY + timedelta(days=random.randrange(DAYS))
    language = "fr" if random.random() < 0.3 else "en"
    writer = Writer(random, world, issued, language, world.agencies.draw(random))
    _lead(writer)
    _projects(writer)
    _happening(writer)
    _places(writer)
    title = writer.text.partition("\n")[0]
    release = Release(
        writer.text,
        f"{number}.txt",
        writer.publisher.key,
        f"PR{number:06}",
        issued,
        language,
        title,
        f"https://example.org/{number}",
    )
    return Mapping(
        release=release,
        publisher=writer.publisher.key.split("/")[1],
        key=f"pr{number:06}",
        entities=tuple(writer.entities[key] for key in sorted(writer.entities)),
        mentions=tuple(writer.mentions),
        facts=tuple(writer.facts),
        memberships=tuple(writer.posts),
        events=tuple(writer.events),
        topics=tuple(sorted(random.sample(TOPICS, 2))),
    )


def _lead(it: Writer) -> None:
    """Write who publishes and who heads the agency."""
    head = it.world.persons.draw(it.random)
    it.say(it.publisher, " and its partners move on with cooperation in space")
    span = it.say(head, ", President of ", it.publisher, ", spoke of it on ", it.issued.isoformat())
    it.posts.append(Membership(head.key, it.publisher.key, "President", span, RULE, SURE))
    it.fact(head, "affiliatedWith", it.publisher, span)


def _projects(it: Writer) -> None:
    """Write of a programme or a mission, and who takes part in it."""
    projects = it.world.missions if it.random.random() < 0.6 else it.world.programmes
    project = projects.draw(it.random)
    one, other = project.members.several(it.random, 2)
    span = it.say(one, " and ", other, " take part in ", project.entity)
    for member in (one, other):
        it.fact(member, "participatesIn", project.entity, span)
    third = project.members.draw(it.random)
    span = it.say("The head of ", project.entity, " is ", third, ", as before")
    it.fact(third, "leads", project.entity, span)
    if project.whole is not None:
        span = it.say(project.entity, " belongs to ", project.whole)
        it.fact(project.entity, "partOf", project.whole, span)
    if project.payload is not None:
        span = it.say(one, " gives ", project.payload, " to ", project.entity)
        it.fact(one, "contributes", project.payload, span)
        it.fact(project.entity, "carries", project.payload, span)
    body = it.world.organisations.draw(it.random)
    it.fact(it.publisher, "cooperatesWith", body, it.say(it.publisher, " works with ", body))


def _happening(it: Writer) -> None:
    """Write of a meeting, and of a signing or a launch."""
    one, other = it.world.agencies.several(it.random, 2)
    persons = it.world.persons.several(it.random, 2)
    city = it.world.cities.draw(it.random)
    kind = "Visit" if it.random.random() < 0.2 else "Meeting"
    span = it.say(persons[0], " of ", one, " met ", persons[1], " of ", other, " in ", city)
    parties = [("participant", party) for party in (one, other, *persons)]
    it.event(kind, it.near, span, *parties, ("place", city))
    if it.random.random() < 0.3:
        span = it.say(one, " and ", other, " signed a memorandum there")
        both = [(role, party) for role in ("participant", "party") for party in (one, other)]
        it.event("AgreementSigning", it.near, span, *both)
    if it.random.random() < 0.2:
        mission = it.world.missions.draw(it.random).entity
        vehicle = it.world.vehicles.draw(it.random)
        site = it.world.sites.draw(it.random)
        span = it.say("A ", vehicle, " took ", mission, " into orbit from ", site)
        links = (("vehicle", vehicle), ("site", site), ("payload", mission))
        it.event("Launch", it.near, span, *links)


def _places(it: Writer) -> None:
    """Write names alone: half of a release's mentions add no fact."""
    it.say("Many look to ", it.world.countries.draw(it.random), " these days")
    others = (it.world.agencies, it.world.organisations, it.world.persons, it.world.cities)
    for number in range(NAMED_AGAIN):
        it.say("More was said of ", others[number % len(others)].draw(it.random))


def write(path: Path, releases: Iterable[ReleaseGraph]) -> None:
    """Put the releases into the store `path`, or into the file, where its name ends in .nq."""
    from kg.store.embedded import EmbeddedStore

    if path.suffix == ".nq":
        with path.open("w", encoding="utf-8") as file:
            for graph in releases:
                file.writelines(f"{triple} <{name}> .\n" for triple, name in graph)
        return
    with EmbeddedStore.open(path, create=True) as store:
        made = iter(releases)
        while batch := list(islice(made, BATCH)):
            store.admit_all(batch)


def main() -> None:
    """Write as many releases as asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path, help="folder of a store, or FILE.nq")
    parser.add_argument("--releases", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=SEED)
    chosen = parser.parse_args()
    write(chosen.output, graphs(chosen.releases, chosen.seed))


if __name__ == "__main__":
    main()
