"""The engines by their names, and the one that lets each do what it is best at."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final, Protocol
from zlib import crc32

from pyoxigraph import Triple

from kg.errors import UnknownNameError, UsageError
from kg.shapes import fast
from kg.shapes.fast import has_fast_engine, shacl
from kg.shapes.reference import pyshacl
from kg.shapes.results import Result, conform

# The reference engine judges one in so many of the graphs that the fast one could pass.
SAMPLE: Final = 100


class Engine(Protocol):
    """A SHACL validator over the shapes that ship with the package."""

    def __call__(self, triples: Collection[Triple]) -> frozenset[Result]:
        """Return all results, each once, warnings too."""


def referee(triples: Collection[Triple]) -> frozenset[Result]:
    """Let the fast engine pass what conforms; the reference engine judges rejects and a sample."""
    if not has_fast_engine():
        return pyshacl(triples)
    text = fast.as_text(triples)
    if _sampled(text):
        return pyshacl(triples)
    results = fast.judged(text)
    return results if conform(results) else pyshacl(triples)


def _sampled(text: str) -> bool:
    """Tell whether a graph is of the sample: one in a hundred, by its content alone."""
    return crc32(text.encode()) % SAMPLE == 0


ENGINES: Final[Mapping[str, Engine]] = {"auto": referee, "pyshacl": pyshacl, "shacl": shacl}


def named(name: str) -> Engine:
    """Return the engine of that name; UsageError where it is not installed."""
    if name not in ENGINES:
        raise UnknownNameError(f"no SHACL engine {name!r}", f"Use one of {', '.join(ENGINES)}.")
    if name == "shacl" and not has_fast_engine():
        remedy = "Install it with: pip install 'spacekg[fast]'; or use the engine pyshacl."
        raise UsageError("the SHACL engine 'shacl' is not installed", remedy)
    return ENGINES[name]
