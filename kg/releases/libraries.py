"""The libraries of the extra `sources`, loaded only when a release needs them, as is what asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kg.errors import UnreadableError


@contextmanager
def needed(library: str, origin: str) -> Iterator[None]:
    """Turn a missing import of `library` into an error that says how to install it."""
    import logging

    # What these libraries log ("invalid pdf header") would go to stderr without a handler.
    logging.getLogger(library).addHandler(logging.NullHandler())
    try:
        yield
    except ImportError as error:
        raise UnreadableError(
            f"{origin}: reading this kind of file needs {library}", "pip install 'spacekg[sources]'"
        ) from error


@contextmanager
def parsing(kind: str, origin: str, remedy: str) -> Iterator[None]:
    """Turn whatever a library raises over a broken file into an error that says so.

    These parsers raise anything on damaged input (KeyError, RecursionError, their own), and one
    broken file must not end a run.
    """
    try:
        yield
    except UnreadableError:
        raise
    except Exception as error:
        reason = str(error) or type(error).__name__
        raise UnreadableError(f"{origin}: a broken {kind} ({reason})", remedy) from error


def name_and_version(distribution: str) -> str:
    """Return a library's name and version, as an extraction is recorded."""
    from importlib.metadata import version

    return f"{distribution} {version(distribution)}"
