"""Who writes about whom: from the publisher of releases to the agencies that they say things of.

A name in passing counts for nothing: an edge counts the facts and the events that the publisher's
releases tell of the other agency. Directed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final, NamedTuple, TypeAlias

from kg.views.agencies import FLIES_FOR, MEETINGS, PRESENT, TAKES_PART
from kg.views.shared import Reader, Shared
from kg.views.spec import ViewSpec
from kg.vocab import DCTERMS, SKG

_FACTS: Final = (*TAKES_PART, *FLIES_FOR, SKG.builtBy, SKG.party, SKG.cooperatesWith)
_EVENTS: Final = (*MEETINGS, SKG.AgreementSigning, SKG.Launch)
# By thing and publisher: for each agency the sources.
_Heard: TypeAlias = dict[tuple[str, str], dict[str, set[int]]]


class _Telling(NamedTuple):
    """That a source tells something of an agency."""

    thing: str
    agency: str
    source: int


def rows(reader: Reader) -> Iterator[Shared]:
    """Yield each fact and event that a publisher's releases tell of agencies."""
    agencies, by = reader.instances(SKG.Agency), _publishers(reader)
    facts = (
        _Telling(thing, agency, source)
        for (subject, object_), sources in reader.facts(*_FACTS).items()
        for agency, thing in ((subject, object_), (object_, subject))
        for source in sources
    )
    yield from _rows(reader, "facts", _heard(facts, agencies, by, reader))
    known, told = reader.events(*_EVENTS), reader.tellings(*_EVENTS)
    events = (
        _Telling(event, agency, source)
        for event, agency in reader.links(*PRESENT)
        if event in known
        for source in told.get(event, ())
    )
    yield from _rows(reader, "events", _heard(events, agencies, by, reader))


def _publishers(reader: Reader) -> dict[int, str]:
    """Return who published each release, by the release's number."""
    who = dict(sorted(reader.links(DCTERMS.publisher)))
    releases = reader.ledger.releases()
    return {number: who[release] for number, release in releases.items() if release in who}


def _heard(
    tellings: Iterable[_Telling],
    agencies: Collection[str],
    by: Mapping[int, str],
    reader: Reader,
) -> _Heard:
    """Return what is told of agencies by others than themselves."""
    found: _Heard = defaultdict(lambda: defaultdict(set))
    for thing, agency, source in tellings:
        publisher = by.get(reader.ledger.release(source), agency)
        if agency in agencies and publisher != agency:
            found[thing, publisher][agency].add(source)
    return found


def _rows(reader: Reader, kind: str, heard: _Heard) -> Iterator[Shared]:
    for (thing, publisher), told in sorted(heard.items()):
        others = {agency: frozenset(sources) for agency, sources in sorted(told.items())}
        every = frozenset().union(*others.values())
        yield Shared(kind, thing, {publisher: every}, others, reader.days(thing))


VIEW: Final = ViewSpec(
    "releases",
    "Who writes about whom: publishers and the agencies of which they tell (directed).",
    ("facts", "events"),
    rows,
    directed=True,
)
