"""What writers have in common whose document is whole once a graph is written."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    import networkx as nx


class Pieces(ABC):
    """Writes one graph as text, piece by piece, so that it need not be in memory whole."""

    def __init__(self, out: BinaryIO, /) -> None:
        self._out = out

    @abstractmethod
    def pieces(self, graph: nx.Graph[str], /) -> Iterator[str]:
        """Yield the document."""

    def write(self, item: nx.Graph[str], /) -> None:
        """Write the graph."""
        self._out.writelines(piece.encode() for piece in self.pieces(item))

    def finalize(self) -> None:  # noqa: B027 - nobody needs more
        """Do nothing: the document is whole."""
