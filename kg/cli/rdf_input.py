"""RDF files as graphs to validate: one for each release that a file tells of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import IO, TYPE_CHECKING, Final, cast

from kg.cli.streams import STANDARD, read_bytes
from kg.errors import UnreadableError

if TYPE_CHECKING:
    from pyoxigraph import Quad, RdfFormat, Triple

FORMATS: Final = ("nq", "trig", "ttl", "nt", "jsonld", "rdfxml")
_FACTS: Final = "graph/release/"
_EVIDENCE: Final = "graph/evidence/"
_SUFFIXES: Final = {"rdf": "rdfxml", "xml": "rdfxml", "json": "jsonld"}


def read_units(source: str, form: str | None) -> Iterator[tuple[str, tuple[Triple, ...]]]:
    """Yield a name and the triples of each release in the RDF file `source`, or in stdin.

    A format without graph names holds one unit, named after the file.
    """
    format_ = _format(source, form)
    graphs: dict[str, list[Triple]] = defaultdict(list)
    for quad in _parsed(source, format_):
        graphs[_unit(quad)].append(quad.triple)
    if not graphs:
        raise UnreadableError(f"{source}: holds no statement", "Give a file with RDF in it.")
    for name, triples in sorted(graphs.items()):
        yield f"{source}: {name}" if name else source, tuple(triples)


def read_quads(source: str) -> Iterator[Quad]:
    """Yield the quads of an RDF file, told by its name; it may be gzipped (`.nq.gz`)."""
    if source.endswith(".gz"):
        import gzip

        from pyoxigraph import parse

        try:
            with gzip.open(source, "rb") as file:
                yield from parse(
                    cast(IO[bytes], file), format=_format(source.removesuffix(".gz"), None)
                )
        except (OSError, EOFError, SyntaxError, ValueError) as error:
            raise UnreadableError(
                f"{source}: {error}", "Give a file of RDF that is whole."
            ) from error
    else:
        yield from _parsed(source, _format(source, None))


def _unit(quad: Quad) -> str:
    """Return what ties the facts and the evidence of one release together: `publisher/key`."""
    graph = getattr(quad.graph_name, "value", "")
    for part in (_FACTS, _EVIDENCE):
        _, found, key = graph.partition(part)
        if found:
            return key
    return graph


def _parsed(source: str, format_: RdfFormat) -> Iterable[Quad]:
    from pyoxigraph import parse

    try:
        yield from parse(read_bytes(source), format=format_)
    except (SyntaxError, ValueError) as error:
        raise UnreadableError(
            f"{source}: no {format_.name}: {error}", "Mend it, or name its format with --from."
        ) from error


def _format(source: str, form: str | None) -> RdfFormat:
    from pyoxigraph import RdfFormat

    suffix = "nq" if source == STANDARD else PurePath(source).suffix.lstrip(".").lower()
    name = form or _SUFFIXES.get(suffix, suffix)
    if name not in FORMATS:
        raise UnreadableError(
            f"{source}: not a file of RDF by its name",
            f"Name its format with --from ({', '.join(FORMATS)}); a press release is mapped "
            "first: spacekg map RELEASE | spacekg validate -",
        )
    found = RdfFormat.from_extension({"rdfxml": "rdf"}.get(name, name))
    assert found is not None
    return found
