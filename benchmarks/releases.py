"""Releases as text, as agencies write them, for benchmarks: the same for the same seed and number.

    python benchmarks/releases.py FILE.jsonl --releases 100000 [--seed N] [--start N]
    python benchmarks/releases.py DIR --releases 1000           a text file for each
    python benchmarks/releases.py FILE.jsonl --brief            a title and a paragraph each

Headers, meetings, agreements, launches, quotations, press contacts; three in ten are French. The
names are those of the authority, few of them in most releases (Zipf: the n-th with weight 1/n), and
one sentence in some names what nobody knows. A mission has few partners, its own instruments, and one
launch, however many releases tell of it. A release depends on the seed and its number alone, so that
any part of a million can be made by itself.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.sentences import BRIEF, ENGLISH, FRENCH, HEADERS, MONTHS, PLAN, POSTS, TOPICS
from benchmarks.synthetic import SYLLABLES, Zipf
from kg import authority
from kg.authority import Known

SEED = 20200217
FIRST_DAY, DAYS = date(2000, 1, 1), 9400
FRENCH_SHARE, SPARE = 0.3, 0.6
# How many agencies, other bodies and instruments an endeavour has at most; all were launched before the first release.
PARTNERS, BODIES, PAYLOADS, YEARS_BEFORE = 5, 2, 3, 10
# Whom most releases are about; the rest follows in an order drawn with the seed.
FAMOUS = ("cnes", "esa", "nasa", "roscosmos", "jaxa", "isro", "dlr", "asi", "csa", "cnsa", "uksa")


@dataclass(frozen=True)
class Text:
    """A release as its publisher would send it."""

    number: str
    publisher: str
    language: str
    text: str

    def line(self) -> str:
        """Return it as a line of JSON."""
        told = {"text": self.text, "number": self.number, "publisher": self.publisher}
        return json.dumps(told | {"lang": self.language}, ensure_ascii=False)


@dataclass(frozen=True)
class Endeavour:
    """A mission or programme, with what belongs to it in all releases."""

    known: Known
    agencies: tuple[Known, ...]
    bodies: tuple[Known, ...]
    payloads: tuple[Known, ...]
    vehicle: Known
    site: Known
    launched: date


class World:
    """The names of the authority, by class, the famous ones first, and which belong together."""

    def __init__(self, seed: int = SEED) -> None:
        random, known = Random(seed), authority.load().known
        self._by_kind: dict[str, list[Known]] = {}
        for key in sorted(known):
            self._by_kind.setdefault(known[key].kind, []).append(known[key])
        for some in self._by_kind.values():
            random.shuffle(some)
        agencies = self._by_kind["Agency"]
        places = {f"agency/{name}": place for place, name in enumerate(FAMOUS)}
        agencies.sort(key=lambda agency: places.get(agency.key, len(places)))
        heads = [p for p in self._by_kind["Person"] if p.posts]
        self.heads: dict[str, list[Known]] = {}
        for person in heads:
            for body, _ in person.posts:
                self.heads.setdefault(body, []).append(person)
        self.agencies = Zipf([a for a in agencies if a.key in self.heads])
        self._drawn = {kind: Zipf(some) for kind, some in self._by_kind.items()}
        endeavours: dict[str, list[Endeavour]] = {}
        by_agency: dict[str, list[Endeavour]] = {}
        for kind in ("Mission", "Programme"):
            for known_one in self._by_kind[kind]:
                endeavour = self._endeavour(known_one, Random(f"{seed} {known_one.key}"))
                endeavours.setdefault(kind, []).append(endeavour)
                for agency in endeavour.agencies if kind == "Mission" else ():
                    by_agency.setdefault(agency.key, []).append(endeavour)
        self._drawn_endeavours = {kind: Zipf(some) for kind, some in endeavours.items()}
        self._of_agency = {key: Zipf(some) for key, some in by_agency.items()}

    def _endeavour(self, known: Known, random: Random) -> Endeavour:
        def some(kind: str, most: int) -> tuple[Known, ...]:
            return tuple(self._drawn[kind].several(random, random.randint(1, most)))

        return Endeavour(
            known,
            tuple(self.agencies.several(random, random.randint(2, PARTNERS))),
            some("Organisation", BODIES),
            tuple(random.sample(self._by_kind["Payload"], random.randint(1, PAYLOADS))),
            self._drawn["LaunchVehicle"].draw(random),
            self._drawn["Site"].draw(random),
            FIRST_DAY - timedelta(days=random.randrange(1, 365 * YEARS_BEFORE)),
        )

    def one(self, random: Random, kind: str) -> Known:
        """Return an individual of a class."""
        return self._drawn[kind].draw(random)

    def endeavour(self, random: Random, *kinds: str) -> Endeavour:
        """Return a mission or a programme."""
        return self._drawn_endeavours[random.choice(kinds)].draw(random)

    def another(self, random: Random, agency: Known, first: Endeavour) -> Endeavour:
        """Return a mission in which an agency takes part, the first one where it has none."""
        missions = self._of_agency.get(agency.key)
        return missions.draw(random) if missions else first


def release(world: World, number: int, seed: int = SEED, plan: tuple[str, ...] = PLAN) -> Text:
    """Return the release of that number, with the parts of `plan`."""
    random = Random(f"{seed} {number}")
    language = "fr" if random.random() < FRENCH_SHARE else "en"
    issued = FIRST_DAY + timedelta(days=random.randrange(DAYS))
    words = _words(world, random, language, issued)
    sentences = FRENCH if language == "fr" else ENGLISH
    told = f"PR{number:07}-{issued.year}"
    title = random.choice(sentences["title"]).format_map(words)
    shown = title.upper() if random.random() < SPARE else title
    head = (HEADERS[language], _day(issued, language), told, shown)
    text = "\n\n".join([*head, *_paragraphs(random, plan, sentences, words)])
    return Text(told, words["publisher"], language, text)


def _paragraphs(
    random: Random,
    plan: tuple[str, ...],
    sentences: dict[str, tuple[str, ...]],
    words: dict[str, str],
) -> Iterator[str]:
    said: list[str] = []
    for part in plan:
        if part != "|" and (part in ("meeting", "contacts") or random.random() < SPARE + 0.2):
            said.append(random.choice(sentences[part]).format_map(words))
        elif part == "|" and said:
            yield " ".join(said)
            said = []
    if said:
        yield " ".join(said)


def _words(world: World, random: Random, language: str, issued: date) -> dict[str, str]:
    """Return what the gaps of the sentences are filled with."""
    main = world.endeavour(random, "Mission", "Programme")
    a, b = random.sample(main.agencies, 2)
    other = world.another(random, a, main)
    named = {"m": main.known, "n": other.known, "o": random.choice(other.bodies)}
    named |= {"payload": random.choice(main.payloads), "city": world.one(random, "City")}
    named |= {"vehicle": other.vehicle, "site": other.site, "a": a, "b": b}
    words = {gap: _name(known, language) for gap, known in named.items()} | {"publisher": a.key}
    for role, agency in (("p", a), ("q", b)):
        person = _name(random.choice(world.heads[agency.key]), language)
        post = random.choice(POSTS[language]).format(words["a" if agency is a else "b"])
        words |= {f"{role}_name": person, f"{role}_post": post, role: f"{person}, {post},"}
    words["r_name"] = f"{_coined(random)} {_coined(random)}"
    words["coined"] = f"{_coined(random)}Sat-{random.randrange(1, 9)}"
    words["topic"] = random.choice(TOPICS[language])
    words["day"] = _day(issued - timedelta(days=random.randrange(4)), language)
    words["later"] = _day(other.launched, language)
    words["year"] = str(issued.year + random.randrange(1, 6))
    words["two"] = f"{random.randrange(100):02}"
    return words


def _name(known: Known, language: str) -> str:
    return next((text for text, tag in known.labels if tag == language), known.label)


def _day(day: date, language: str) -> str:
    return f"{day.day} {MONTHS[language].split()[day.month - 1]} {day.year}"


def _coined(random: Random) -> str:
    return "".join(random.choice(SYLLABLES.split()) for _ in range(3)).capitalize()


def releases(
    count: int, seed: int = SEED, start: int = 0, plan: tuple[str, ...] = PLAN
) -> Iterator[Text]:
    """Yield `count` releases from the number `start` on."""
    world = World(seed)
    return (release(world, number, seed, plan) for number in range(start, start + count))


def write(path: Path, texts: Iterator[Text]) -> None:
    """Write releases as JSON lines, or each into a file of a folder."""
    if path.suffix == ".jsonl":
        with path.open("w", encoding="utf-8") as file:
            file.writelines(f"{text.line()}\n" for text in texts)
        return
    path.mkdir(parents=True, exist_ok=True)
    for text in texts:
        (path / f"{text.number.lower()}.txt").write_text(text.text, encoding="utf-8")


def main() -> None:
    """Write as many releases as asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path, help="FILE.jsonl, or a folder for text files")
    parser.add_argument("--releases", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--start", type=int, default=0, help="number of the first")
    parser.add_argument("--brief", action="store_true", help="a title and a paragraph each")
    chosen = parser.parse_args()
    plan = BRIEF if chosen.brief else PLAN
    write(chosen.output, releases(chosen.releases, chosen.seed, chosen.start, plan))


if __name__ == "__main__":
    main()
