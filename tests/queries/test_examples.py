"""Each named query answers the packaged releases alike on the engines that hold so much."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest

from kg.cli.queries import example_values
from kg.queries import NamedQuery, catalogue, run
from kg.store.base import Rows, View
from kg.store.embedded import EmbeddedStore
from tests.queries.conftest import shown

QUERIES = pytest.mark.parametrize("query", catalogue(), ids=lambda query: query.name)


@pytest.fixture(scope="module", params=["disk", "oxigraph", "virtuoso"])
def engine(
    request: pytest.FixtureRequest,
    packaged: EmbeddedStore,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[View]:
    folder: Path = tmp_path_factory.mktemp("examples")
    with shown(request.param, packaged, folder) as view:
        yield view


@pytest.mark.slow
@QUERIES
def test_every_engine_gives_the_same_answer(
    packaged: EmbeddedStore, engine: View, query: NamedQuery
) -> None:
    """By value, whatever the order of rows that sort alike."""
    values = example_values(query)
    assert _compared(run(query, engine, values)) == _compared(run(query, packaged, values))


@QUERIES
def test_the_columns_are_those_of_the_header(packaged: EmbeddedStore, query: NamedQuery) -> None:
    answer = run(query, packaged, example_values(query))
    assert isinstance(answer, Rows)
    assert answer.variables == tuple(column.name for column in query.columns)


def _compared(answer: object) -> list[str]:
    assert isinstance(answer, Rows)
    return sorted(str([_value(cell) for cell in row]) for row in answer.values())


def _value(cell: str | None) -> str | Decimal | None:
    try:
        return None if cell is None else Decimal(cell)
    except InvalidOperation:
        return cell
