"""The founding release's twins, and the founding release itself where it is there, mapped."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.pipeline import Mapper
from tests.mapping.golden import ENGLISH, FRENCH
from tests.mapping.said import Said, map_text, text_of


@pytest.fixture(scope="session")
def mapper() -> Mapper:
    return Mapper()


@pytest.fixture(scope="session")
def twin(mapper: Mapper) -> Said:
    return map_text(mapper, text_of(ENGLISH))


@pytest.fixture(scope="session")
def french(mapper: Mapper) -> Said:
    return map_text(mapper, text_of(FRENCH))


@pytest.fixture(scope="session")
def founding(mapper: Mapper, shared: Path) -> Said:
    path = shared / "releases" / "cnes-pr025-2020.txt"
    if not path.is_file():
        pytest.skip("no founding release beside this checkout")
    return map_text(mapper, text_of(path))


@pytest.fixture(params=["twin", "french", "founding"])
def said(request: pytest.FixtureRequest) -> Said:
    """Return each version of the founding release in turn."""
    found: Said = request.getfixturevalue(request.param)
    return found
