"""The golden release: its text, the graph that it must map to, and how to write that again.

Where a change of the mapping is meant, look at what it changes and write the graph again:

    make golden        (that is: python -m tests.mapping.golden)
"""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kg import resources
from kg.model import Release, ReleaseGraph
from kg.pipeline import Mapper

_EXAMPLES = resources.folder("examples")
ENGLISH, FRENCH = (
    _EXAMPLES / "releases" / f"00-cnes-pr025-2020-twin-{code}.txt" for code in ("en", "fr")
)
GOLDEN = _EXAMPLES / "golden" / "00-cnes-pr025-2020-twin-en.nq"


def mapped(path: Path) -> ReleaseGraph:
    """Map an example as a release of CNES."""
    text = path.read_text(encoding="utf-8")
    mapper = Mapper()
    return mapper.graph(mapper.map(Release(text=text, origin=path.name, publisher="agency/cnes")))


def lines(graph: ReleaseGraph) -> list[str]:
    """Return a graph as sorted lines of N-Quads."""
    quads = (
        ox.Quad(triple.subject, triple.predicate, triple.object, ox.NamedNode(name))
        for triple, name in graph
    )
    return sorted(f"{quad} ." for quad in quads)


def main() -> None:
    """Write the golden graph again."""
    GOLDEN.write_text("\n".join(lines(mapped(ENGLISH))) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
