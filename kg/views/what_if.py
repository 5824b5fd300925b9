"""What would be lost without somebody or something: the only launcher, site or partner.

Without an agency its vehicles and sites are gone too, and what it alone did with another. This reads
what the releases and the authority tell: where they know one launcher, there may be another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from kg.errors import UsageError
from kg.queries import resolve
from kg.store.base import View
from kg.store.ledger import Ledger, Quote
from kg.views import evidence, labels
from kg.views.agencies import TAKES_PART
from kg.views.labels import Labels, Thing
from kg.views.options import DEFAULT, Options
from kg.views.owners import Owners
from kg.views.providers import Providers
from kg.views.shared import Reader
from kg.vocab import SKG

WITHOUT: Final = "without"
_ENDEAVOURS: Final = (SKG.Payload, SKG.Mission, SKG.Programme)
_PAIR: Final = 2

# Kind, endeavour, what is lost, who is left, sources.
_Found: TypeAlias = tuple[str, str, set[str], set[str], set[int]]


@dataclass(frozen=True, slots=True, order=True)
class Loss:
    """A programme, mission or payload that loses its only `kind` (launcher, site, partner, member).

    `who` is what it loses, `left` those whose it is, or who stay behind without a partner;
    `releases` counts the independent releases that say so, `first` and `last` are their days ("" where
    unknown), and `quotes` up to three of the sentences.
    """

    kind: str
    endeavour: Thing
    who: tuple[Thing, ...]
    left: tuple[Thing, ...]
    releases: int
    first: str
    last: str
    quotes: tuple[Quote, ...]


def removed(text: str, view: View) -> str:
    """Return the IRI of what `without:NAME` names."""
    verb, sign, name = text.partition(":")
    if verb.strip() != WITHOUT or not sign or not name.strip():
        raise UsageError(
            f"{text!r} asks nothing that is known", "Write without:NAME, as without:esa."
        )
    return resolve(name, view).value


def losses(view: View, gone: str, options: Options = DEFAULT) -> list[Loss]:
    """Return what is lost without the thing of this IRI, sorted."""
    reader = Reader(view, options.statuses)
    found = [*_launches(reader, gone), *_members(reader, gone)]
    things = {it for _, thing, who, left, _ in found for it in (thing, *who, *left)}
    called = labels.fetch(view, things)

    return sorted(_loss(it, called, reader.ledger) for it in found)


def _loss(found: _Found, called: Labels, ledger: Ledger) -> Loss:
    kind, thing, who, left, words = found
    chosen = evidence.chosen(ledger, words)
    quotes = ledger.quotes(chosen)
    first, last = evidence.bounds(ledger, (), words)
    return Loss(
        kind=kind,
        endeavour=called.thing(thing),
        who=_named(who, called),
        left=_named(left, called),
        releases=len(ledger.voices(words)),
        first=first,
        last=last,
        quotes=tuple(quotes[source] for source in chosen),
    )


def _named(iris: Iterable[str], called: Labels) -> tuple[Thing, ...]:
    return tuple(sorted(called.thing(iri) for iri in iris))


def _launches(reader: Reader, gone: str) -> Iterator[_Found]:
    """Yield what loses all its launch vehicles, or all its launch sites."""
    known, told = Providers(reader), reader.tellings(SKG.Launch)
    things, real = reader.instances(*_ENDEAVOURS), reader.events(SKG.Launch)
    owners = Owners(reader)
    launches: dict[str, set[str]] = defaultdict(set)
    for launch, endeavour in reader.links(SKG.payload):
        if launch in real and endeavour in things:
            launches[endeavour].add(launch)
    for endeavour, flights in launches.items():
        words = {source for flight in flights for source in told.get(flight, ())}
        for kind, used, whose in (
            ("launcher", known.vehicles, known.of_vehicle),
            ("site", known.sites, known.of_site),
        ):
            means = {it for flight in flights for it in used.get(flight, ())}
            if means and _all_gone(means, whose, gone):
                yield kind, endeavour, means, owners.of(endeavour) - {gone}, words


def _all_gone(means: Iterable[str], whose: Callable[[str], set[str]], gone: str) -> bool:
    """Tell whether each is what is gone, or is provided by nobody but that."""
    return all(it == gone or whose(it) == {gone} for it in means)


def _members(reader: Reader, gone: str) -> Iterator[_Found]:
    """Yield what loses one of two partners, or its only member."""
    bodies = reader.instances(SKG.Organisation, SKG.Agency)
    things = reader.instances(*_ENDEAVOURS)
    members: dict[str, dict[str, frozenset[int]]] = defaultdict(dict)
    for (body, thing), sources in reader.facts(*TAKES_PART).items():
        if body in bodies and thing in things:
            members[thing][body] = sources
    yield from _partners(members, gone)


def _partners(members: Mapping[str, Mapping[str, frozenset[int]]], gone: str) -> Iterator[_Found]:
    for thing, group in members.items():
        if gone in group and len(group) <= _PAIR:
            words = {source for sources in group.values() for source in sources}
            kind = "partner" if len(group) == _PAIR else "member"
            yield kind, thing, {gone}, group.keys() - {gone}, words
