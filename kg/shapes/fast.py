"""The engine of the package `shacl`, in Rust. Cost: 0.6 ms a release, half of it to read the triples."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, Triple, parse, serialize

from kg.shapes import source
from kg.shapes.results import Result, Term, single

if TYPE_CHECKING:
    from shacl import Result as FastResult
    from shacl import Shapes


@cache
def has_fast_engine() -> bool:
    """Return whether the optional package `shacl` is installed."""
    return find_spec("shacl") is not None


def shacl(triples: Collection[Triple], shapes: str = "") -> frozenset[Result]:
    """Return what the fast engine finds; `shapes` are others than ours, as Turtle."""
    return judged(as_text(triples), shapes)


def as_text(triples: Collection[Triple]) -> str:
    """Return triples as the engine reads them: N-Triples, which costs it least."""
    return (serialize(triples, format=RdfFormat.N_TRIPLES) or b"").decode()


def judged(text: str, shapes: str = "") -> frozenset[Result]:
    """Return what the engine finds in a graph given as N-Triples."""
    report = _compiled(shapes or source.text()).validate_text(text, format="ntriples")
    return frozenset(map(_result, report.results))


@cache
def _compiled(shapes: str) -> Shapes:
    from shacl import Shapes

    return Shapes.from_text(shapes, format="turtle")


def _result(result: FastResult) -> Result:
    return Result(
        _term(result.focus_node),
        single(_term(result.path)) if result.path and result.path.startswith("<") else None,
        _term(result.value) if result.value else None,
        result.severity,
        str(result.source_shape).strip("<>"),
        result.component,
    )


def _term(text: str) -> Term:
    """Read one term in N-Triples syntax."""
    term: Term = next(iter(parse(f"<x:s> <x:p> {text} .", format=RdfFormat.N_TRIPLES))).object
    return term
