"""What can be published: one kind of document a file, all listed here.

A kind finds the document at a path, or tells that it is not one of its own, and lists the paths
of all that it has.
"""

from typing import Final

from kg.publish.documents import (
    changes,
    classes,
    dataset,
    graphs,
    overviews,
    releases,
    things,
    vocabulary,
)
from kg.publish.documents.document import Document, Kind, Store

__all__ = ["KINDS", "Document", "Kind", "Store"]

KINDS: Final[tuple[Kind, ...]] = (
    overviews.KIND,
    vocabulary.KIND,
    dataset.KIND,
    changes.KIND,
    graphs.KIND,
    classes.KIND,
    releases.KIND,
    things.KIND,
)
