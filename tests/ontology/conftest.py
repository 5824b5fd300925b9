"""The ontology, parsed once a test."""

from __future__ import annotations

import pytest
from rdflib import Graph

from kg import resources


@pytest.fixture
def ontology() -> Graph:
    return Graph().parse(resources.folder("ontology") / "spacekg.ttl")
