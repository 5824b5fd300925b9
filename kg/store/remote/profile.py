"""What must be known of an engine before it is asked: found by one question when it is opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kg.store.remote.answers import read
from kg.store.remote.dataset import Dataset
from kg.store.remote.protocol import Endpoint

# Engines that cut graphs (CONSTRUCT, DESCRIBE) after so many rows, and do not say so.
_CUTS_GRAPHS: Final = ("virtuoso",)


@dataclass(frozen=True, slots=True)
class Profile:
    """`server` is the engine as it calls itself, "" where it does not."""

    dataset: Dataset
    server: str = ""

    @property
    def cuts_graphs(self) -> bool:
        """Tell whether graphs are cut without a word, so that their rows must be looked at."""
        return self.server.casefold().startswith(_CUTS_GRAPHS)


def look(endpoint: Endpoint, base: str) -> Profile:
    """Ask whether the store's default graph has a name here, and who answers."""
    named = Dataset(base, named=True)
    sparql = f"ASK {{ GRAPH {named.copy} {{ ?s ?p ?o }} }}"
    answer = endpoint.ask(sparql)
    found = read(answer, sparql, endpoint.query)
    return Profile(Dataset(base, named=bool(found)), answer.headers.get("Server", ""))
