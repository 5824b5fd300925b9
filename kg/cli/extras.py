"""Commands whose libraries are an extra say how to install it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kg.errors import UsageError


@contextmanager
def needed(extra: str, command: str) -> Iterator[None]:
    """Turn a missing import into an error that names the extra of which it is a part."""
    try:
        yield
    except ImportError as error:
        missing = (error.name or "a library").partition(".")[0]
        raise UsageError(
            f"spacekg {command} needs {missing}, which is not installed",
            f"pip install 'spacekg[{extra}]'",
        ) from error
