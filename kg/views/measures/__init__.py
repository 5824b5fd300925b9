"""Measures of a network: who has most ties, who stands between others, which groups there are.

Up to 1,000 nodes networkx works them out, beyond that igraph, where the extra `graphs` is
installed; a test holds the two equal within 1e-9. What each measure is, is told in `MEASURES`. Where
a measure knows no direction, the two directions of a tie are added up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from typing import Any, Final, TypeAlias

from kg.views.measures import by_networkx, louvain
from kg.views.measures.weighted import Weighted

__all__ = ["MEASURES", "Weighted", "measure"]

Values: TypeAlias = "list[float]"
Engine: TypeAlias = "Mapping[str, Callable[[Weighted], Values]]"

MEASURES: Final[dict[str, str]] = {
    "degree": "how many others it is tied to",
    "strength": "the sum of the weights of its ties",
    "betweenness": "the share of shortest ways between others that lead through it, each tie one "
    "step (Freeman 1977)",
    "eigenvector": "how strongly it is tied to those who are strongly tied, 1 for the first; "
    "0 outside the largest component (Bonacich 1972)",
    "pagerank": "where a walk along ties, the heavier the likelier, spends its time; damping 0.85 "
    "(Brin and Page 1998)",
    "kcore": "the largest k so that it belongs to a group with k ties each among themselves "
    "(Seidman 1983)",
    "community": "the number of its group, 1 for the largest, by the Louvain method with a fixed "
    "seed (Blondel et al. 2008)",
    "constraint": "how much its ties are tied to each other: low for brokers (Burt 2004)",
}
# Whole numbers, of which the second is no quantity.
COUNTS: Final = ("degree", "kcore", "community")
GROUPS: Final = ("community",)
# The least constrained is the strongest broker; of all else the most comes first.
LOW_FIRST: Final = ("constraint", "community")

LARGE: Final = 1000


def measure(network: Weighted, names: Sequence[str], *, often: bool = False) -> dict[str, Values]:
    """Return for each measure a value for each node, in the order of the nodes.

    `often` says that many such networks will be measured, for which igraph is worth while earlier.
    UsageError where a measure cannot be worked out.
    """
    engine = _engine(large=often or len(network.nodes) > LARGE)
    return {name: engine[name](network) for name in names}


def _engine(*, large: bool) -> Engine:
    if large and find_spec("igraph") is not None:
        from kg.views.measures import by_igraph

        return {**by_igraph.MEASURES, **_OURS}
    return {**by_networkx.MEASURES, **_OURS}


# Louvain is networkx's at every size, so that a group is the same group whatever is installed.
_OURS: Final[dict[str, Any]] = {
    "degree": Weighted.degrees,
    "strength": Weighted.strengths,
    "community": louvain.communities,
}
