"""Every exception that spacekg raises on purpose.

An exception owns its exit code and says what to do next: the command line prints
`message` and `remedy` and exits with `exit_code`; a library user catches `SpaceKGError`.

Exit codes: 1 the data does not conform, 2 wrong usage, 3 input unreadable,
4 the store or the endpoint failed.
"""

from __future__ import annotations

from typing import ClassVar


class SpaceKGError(Exception):
    """Base of all deliberate errors: what went wrong, and the remedy."""

    exit_code: ClassVar[int] = 4

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message}\n  {self.remedy}" if self.remedy else self.message


class NotConformingError(SpaceKGError):
    """A graph violates the shapes."""

    exit_code = 1


class UsageError(SpaceKGError):
    """A command, option or parameter was used wrongly.

    `param` is the name of the query's parameter that is at fault, "" where none is.
    """

    exit_code = 2
    param: str = ""


class UnknownNameError(UsageError):
    """No entity, query, view, format or parameter has this name."""


class AmbiguousNameError(UsageError):
    """A name stands for several things; `candidates` lists them."""

    def __init__(self, message: str, candidates: tuple[str, ...], remedy: str = "") -> None:
        super().__init__(message, remedy)
        self.candidates = candidates


class UnreadableError(SpaceKGError):
    """An input (release, graph, query file) cannot be read or has no text."""

    exit_code = 3


class QuerySyntaxError(UnreadableError):
    """A SPARQL query or its header does not parse."""


class StoreError(SpaceKGError):
    """The store cannot be opened, read or written."""

    exit_code = 4


class StoreLockedError(StoreError):
    """Another process is writing to the store."""


class StoreVersionError(StoreError):
    """The store was written by a version that this one cannot read."""


class EndpointError(StoreError):
    """A SPARQL endpoint did not answer, or answered with an error."""


class EndpointRefusedError(EndpointError):
    """A SPARQL endpoint answered with an HTTP error, whose number is `status`.

    `challenge` names the method by which it wants to be told who asks, "" where it wants none.
    """

    def __init__(self, message: str, remedy: str = "", *, status: int, challenge: str = "") -> None:
        super().__init__(message, remedy)
        self.status = status
        self.challenge = challenge


class IncompleteAnswerError(EndpointError):
    """A SPARQL endpoint left out part of an answer, said so or not."""


class WorkerLostError(SpaceKGError):
    """A process that did a part of the work ended before it was done."""

    exit_code = 4


class ResourceMissingError(SpaceKGError):
    """The installation lacks a file that it ships (ontology, shapes, queries)."""

    exit_code = 4


class RequestRefusedError(UsageError):
    """A request to our server cannot be met; `status` is the HTTP status that says so.

    `retry` is after how many seconds it may be tried again, None where that is of no use.
    """

    def __init__(
        self, message: str, remedy: str = "", *, status: int, retry: int | None = None
    ) -> None:
        super().__init__(message, remedy)
        self.status = status
        self.retry = retry
