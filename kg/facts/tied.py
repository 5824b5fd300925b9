"""How the authority ties two that a document names: by a share, by having made it, by its launch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from kg.model import Entity, Fact, Ties

_FLIGHT: Final = "flight"
ELSEWHERE: Final = f"untied:{_FLIGHT}"
"""Of what is known to have flown on another vehicle, or from another site."""
_PRESUMED: Final = frozenset(
    {
        "cooperation-on-frame",
        "made-by-before",
        "named-together",
        "shared-work",
        "signing-about",
    }
)
"""Rules that take two to be tied for what stands around them, and not for words that say so.

Where the thing was known to be others', 22 of 23 of their facts were wrong in texts set aside (39 of 53 in the others).
"""
_ONLY_TIED: Final = frozenset({"shared-work"})
_OWN: Final = frozenset({"tied:shares", "tied:makers"})
_OTHERS: Final = frozenset({"untied:shares", "untied:makers"})


def how(one: Entity, other: Entity) -> Iterator[str]:
    """Yield how two are tied, and by what one of them is tied to others of the same class instead."""
    for first, last in ((one, other), (other, one)):
        # What flew on an Ariane 5 flew on the Ariane 5 ECA of the text, for all that is known.
        meant = {last.key, *last.ties.flight}
        for name, ends in zip(Ties._fields, first.ties, strict=True):
            if not meant.isdisjoint(ends):
                yield f"tied:{name}"
            elif _instead(name, ends, last):
                yield f"untied:{name}"


def _instead(name: str, ends: Iterable[str], other: Entity) -> bool:
    """Tell whether a tie is to others of its class than `other`.

    Who is not known cannot be in a list of the known; but what flew, flew once.
    """
    may_be = other.known or name == _FLIGHT
    return may_be and any(_class(key) == _class(other.key) for key in ends)


def _class(key: str) -> str:
    """Return the class that a key tells; agencies and other organisations are one."""
    name = key.split("/", maxsplit=1)[0]
    return "organisation" if name == "agency" else name


def borne_out(facts: Iterable[Fact], entities: dict[str, Entity]) -> Iterator[Fact]:
    """Yield facts, less those that are but presumed of a thing that is known to be others' instead.

    "CNES and CSA work together. ... SPOT 5": that is not CSA's.
    """
    for fact in facts:
        one, other = entities.get(fact.subject), entities.get(fact.object)
        if fact.rule in _PRESUMED and one is not None and other is not None:
            known = frozenset(how(one, other))
            if not known & _OWN and (known & _OTHERS or fact.rule in _ONLY_TIED):
                continue
        yield fact
