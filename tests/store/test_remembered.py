"""A view that remembers: what it saves, and when it asks again. That it answers alike is the contract's."""

from __future__ import annotations

import pytest

from kg.errors import StoreError, UsageError
from kg.store.base import Bindings, Result
from kg.store.embedded import EmbeddedStore
from kg.store.remembered import RememberedView
from tests.store.samples import fact, release

STATED = "SELECT ?value WHERE { ?it ?property ?value }"


class _Counting(EmbeddedStore):
    """Counts the questions that reach it."""

    asked = 0

    def query(self, sparql: str, bindings: Bindings | None = None) -> Result:
        self.asked += 1
        return super().query(sparql, bindings)


@pytest.fixture
def store() -> _Counting:
    made = _Counting.memory()
    made.admit(release("one", [1, 2, 3]))
    return made


def _of(number: int) -> Bindings:
    subject, property_, _ = fact(number)
    return {"it": subject, "property": property_}


def test_what_was_just_asked_is_not_asked_again(store: _Counting) -> None:
    view, before = RememberedView(store), store.asked
    first = view.select(STATED, _of(1))
    assert first.rows == ((fact(1).object,),)
    assert view.select(STATED, {name: _of(1)[name] for name in ("property", "it")}) is first
    assert store.asked == before + 1


def test_other_words_and_other_things_are_other_questions(store: _Counting) -> None:
    view, before = RememberedView(store), store.asked
    assert view.select(STATED, _of(1)) != view.select(STATED, _of(2))
    assert view.query(STATED.replace("SELECT ?value", "ASK"), _of(1))
    assert store.asked == before + 3


def test_the_oldest_answer_is_forgotten_first(store: _Counting) -> None:
    view, before = RememberedView(store, kept=2), store.asked
    for number in (1, 2, 3, 2, 1):
        view.select(STATED, _of(number))
    assert store.asked == before + 4


def test_a_question_that_is_no_select_is_refused_as_elsewhere(store: _Counting) -> None:
    with pytest.raises(UsageError, match="no SELECT"):
        RememberedView(store).select("ASK { ?s ?p ?o }")


def test_it_closes_what_it_was_made_for(store: _Counting) -> None:
    with RememberedView(store) as view:
        view.select(STATED, _of(1))
    with pytest.raises(StoreError, match="closed"):
        view.select(STATED, _of(1))
