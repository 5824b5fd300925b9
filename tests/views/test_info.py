"""A store in numbers."""

from __future__ import annotations

from kg import __version__
from kg.views.info import info
from tests.views.sample import Told, founding, store


def test_a_store_in_numbers() -> None:
    esa = Told("n1-2021", "2021-03-01", publisher="esa")
    found = info(store(founding(), esa))
    assert (found.releases, found.first, found.last) == (2, "2020-02-17", "2021-03-01")
    assert [(c.thing.label, c.count) for c in found.publishers] == [("CNES", 1), ("ESA", 1)]
    assert [(c.thing.label, c.count) for c in found.classes] == [
        ("Agency", 4),
        ("Person", 3),
        ("Release", 2),
        ("Meeting", 1),
        ("Mission", 1),
        ("Programme", 1),
    ]
    assert found.claims == (("discussed", 1), ("completed", 4))
    assert (found.version, found.where) == (__version__, "memory")
    assert found.facts == len(founding().facts) + len(esa.facts)


def test_an_empty_store_in_numbers() -> None:
    found = info(store())
    assert (found.releases, found.facts, found.quads, found.first) == (0, 0, 0, "")
    assert (found.classes, found.publishers, found.claims) == ((), (), ())
