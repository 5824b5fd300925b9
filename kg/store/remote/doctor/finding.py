"""One thing that was found out of an engine."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.store.remote.dataset import Dataset
from kg.store.remote.protocol import Endpoint
from kg.store.remote.trial import scratch


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found (`says`), and how the store gets by (`way`, "" where nothing is needed).

    `usual` is True for what the specifications ask for, False for a quirk, None where it could
    not be found out.
    """

    name: str
    usual: bool | None
    says: str
    way: str = ""


@dataclass(slots=True)
class Patient:
    """The engine under examination, and what one probe learns for the next.

    `limit` is the number of rows after which answers are cut, None where none was met.
    """

    endpoint: Endpoint
    dataset: Dataset
    limit: int | None = None
    scratches: list[str] = field(default_factory=list)

    def scratch(self, name: str) -> str:
        """Return a graph to write trials to, as SPARQL writes its IRI; it is dropped at the end."""
        graph = f"<{scratch(self.dataset).value}/{name}>"
        if graph not in self.scratches:
            self.scratches.append(graph)
        return graph
