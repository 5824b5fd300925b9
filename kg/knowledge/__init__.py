"""The graph as an analyst meets it in Python: ask, describe, explain, draw the network.

`kg.open` gives a `KnowledgeGraph`. Its answers are plain Python values, become data frames on
request, and show themselves as tables in a notebook.
"""

from kg.knowledge.answer import Answer
from kg.knowledge.description import Description, Fact
from kg.knowledge.graph import KnowledgeGraph

__all__ = ["Answer", "Description", "Fact", "KnowledgeGraph"]
