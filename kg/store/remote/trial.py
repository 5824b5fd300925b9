"""Find out, by a few triples that are taken away again, where an engine's default graph is.

Three kinds are known: a graph of its own (Oxigraph, Fuseki), none at all (Virtuoso), and a view of
all named graphs together (GraphDB; Oxigraph and Fuseki if set so), over which no counting is right.
"""

from __future__ import annotations

from dataclasses import replace

from pyoxigraph import NamedNode

from kg.errors import EndpointRefusedError, StoreError
from kg.store.remote.answers import read
from kg.store.remote.dataset import Dataset
from kg.store.remote.profile import Profile
from kg.store.remote.protocol import Endpoint
from kg.store.results import Boolean


def dataset_of(endpoint: Endpoint, profile: Profile) -> Profile:
    """Return the profile with the dataset to write to.

    Raises StoreError for an engine whose default graph is the union of the named ones.
    """
    dataset = profile.dataset
    if dataset.named or not takes_default(endpoint, dataset):
        return replace(profile, dataset=Dataset(dataset.base, named=True))
    if is_union(endpoint, dataset):
        raise StoreError(
            f"the default graph of {endpoint.query} is the union of its named graphs",
            "Turn that off in the engine's settings: facts that repeat would count many times.",
        )
    return profile


def takes_default(endpoint: Endpoint, dataset: Dataset) -> bool:
    """Tell whether the engine takes a triple without a graph."""
    line = _line(dataset, "default")
    try:
        endpoint.change(f"INSERT DATA {{ {line} }}")
    except EndpointRefusedError as error:
        if error.status not in (400, 500):
            raise
        return False
    endpoint.change(f"DELETE DATA {{ {line} }}")
    return True


def is_union(endpoint: Endpoint, dataset: Dataset) -> bool:
    """Tell whether a triple of a named graph is seen in the default graph."""
    line = _line(dataset, "named")
    block = f"GRAPH {scratch(dataset)} {{ {line} }}"
    endpoint.change(f"INSERT DATA {{ {block} }}")
    try:
        sparql = f"ASK {{ {line} }}"
        return read(endpoint.ask(sparql), sparql, endpoint.query) == Boolean(True)
    finally:
        endpoint.change(f"DELETE DATA {{ {block} }}")


def scratch(dataset: Dataset) -> NamedNode:
    """Return the graph for trials; nothing stays in it."""
    return NamedNode(f"{dataset.base}graph/scratch")


def _line(dataset: Dataset, name: str) -> str:
    node = f"{scratch(dataset).value}#{name}"
    return f"<{node}> <{node}> <{node}>"
