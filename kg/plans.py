"""How a pattern is searched for, in any case or in one: what it needs, how it begins, and what it is a choice between.

All of it is worked out from the pattern itself, and changes no answer.
"""

from __future__ import annotations

from typing import NamedTuple

from kg.alternatives import alternatives
from kg.beginnings import beginning
from kg.needs import Needs, needed
from kg.syntax import parsed


class Plan(NamedTuple):
    """A pattern to be compiled, what its matches need, and its alternatives where they are tried one by one."""

    source: str
    needs: Needs
    parts: tuple[Plan, ...] = ()


def plan(pattern: str) -> Plan:
    """Return how `pattern` is searched for."""
    whole = _planned(pattern, pattern)
    each = alternatives(pattern) if _takes_characters(pattern) else ()
    return whole._replace(parts=tuple(_planned(one.alone, one.grouped) for one in each))


def _planned(pattern: str, source: str) -> Plan:
    """Return the plan of a pattern that is to be compiled as `source`."""
    ahead = beginning(pattern)
    return Plan(f"{ahead}(?:{source})" if ahead else source, needed(pattern))


def _takes_characters(pattern: str) -> bool:
    """Tell whether no match is empty: of empty ones it is hard to say which come one after another."""
    return bool(parsed(pattern).getwidth()[0])
