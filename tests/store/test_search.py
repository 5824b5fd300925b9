"""Words are found in names and quotes alike, whatever holds the store."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, Store

from kg.errors import UsageError
from kg.store import words
from kg.store.base import View
from kg.store.search import Name, ask_all
from tests.store.conftest import Mirror
from tests.views import sample

TEXT = st.text(st.characters(max_codepoint=0x17F, exclude_categories=["Cs", "Cc"]), max_size=12)


@pytest.fixture
def view(mirror: Mirror) -> View:
    late = sample.told("pr030-2020", "2020-03-01")
    late.thing("mission/etoile", "Mission", "Étoile filante")
    late.claim("agency/cnes", "leads", "mission/etoile", "Le CNES mène l'Étoile, dit-on à Moscow.")
    late.mention("agency/esa", "ESA in Moscow")
    return mirror(sample.store(sample.founding(), late))


@pytest.mark.parametrize(
    ("text", "names", "quotes"),
    [
        ("etoile", ["Étoile filante"], ["Le CNES mène l'Étoile, dit-on à Moscow."]),
        ("ÉTOILE FILANTE", ["Étoile filante"], []),
        ("filante etoile", ["Étoile filante"], []),
        ('"filante etoile"', [], []),
        ("fil", [], []),
        ("fil*", ["Étoile filante"], []),
        ("moscow", [], ["Le CNES mène l'Étoile, dit-on à Moscow.", "They met in Moscow."]),
        ("l'etoile", [], ["Le CNES mène l'Étoile, dit-on à Moscow."]),
        ("csg", ["Soyuz at the CSG"], ["cnes at CSG", "roscosmos at CSG"]),
        ("esa", ["ESA"], ["ESA could join"]),
        ("OR NEAR( * etoile", [], []),
    ],
)
def test_finds(view: View, text: str, names: list[str], quotes: list[str]) -> None:
    found = view.search(text)
    assert [name.label for name in found.names] == names
    assert [quote.text for quote in found.quotes] == quotes or sorted(
        quote.text for quote in found.quotes
    ) == sorted(quotes)
    assert found == ask_all(view, text)


def test_the_limit_is_told(view: View) -> None:
    found = view.search("moscow", 1)
    assert [quote.issued for quote in found.quotes] == ["2020-03-01"]
    assert (found.more_names, found.more_quotes) == (False, True)
    assert not view.search("moscow", 2).more_quotes


def test_names_come_with_their_thing_and_the_closest_first(view: View) -> None:
    first, *others = view.search("c*", 5).names
    assert first == Name("CNES", "en", sample.iri("agency/cnes"))
    assert others


@pytest.mark.parametrize("text", ["", "  ", '"', "*", "...", '""'])
def test_nothing_to_search_for_is_told(view: View, text: str) -> None:
    with pytest.raises(UsageError, match="nothing to search for"):
        view.search(text)


@given(TEXT, TEXT)
def test_a_text_with_a_word_matches_its_pattern(word: str, around: str) -> None:
    store = Store()
    for folded in words.words(word):
        pattern = words.pattern(folded).replace("\\", "\\\\")
        text = Literal(f"{around} {word}")
        assert store.query(f'ASK {{ FILTER(REGEX({text}, "{pattern}")) }}')


def test_folding() -> None:
    assert words.words("L'Étoile-Œuvre n° 4_b, ÇA!") == [
        "l",
        "etoile",
        "œuvre",
        "n",
        "4",
        "b",
        "ca",
    ]
