"""What all that answer from a store do alike: close at the end of a `with`, and hold a SELECT to be one."""

from __future__ import annotations

from abc import ABC, abstractmethod
from types import TracebackType
from typing import Self

from kg.errors import UsageError
from kg.store.base import Bindings, Result, Rows


class Closing(ABC):
    """Closes itself when a `with` statement ends."""

    @abstractmethod
    def close(self) -> None:
        """Let go of what it holds."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class Answering(Closing):
    """What views share, whichever engine answers; see `kg.store.base.View` for what they do."""

    @abstractmethod
    def query(self, sparql: str, bindings: Bindings | None = None) -> Result:
        """Answer a SPARQL query."""

    def select(self, sparql: str, bindings: Bindings | None = None) -> Rows:
        """Answer a SELECT query; UsageError where it is none."""
        answer = self.query(sparql, bindings)
        if not isinstance(answer, Rows):
            raise UsageError("the query is no SELECT", "Write SELECT ... WHERE { ... }.")
        return answer
