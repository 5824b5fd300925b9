"""How well are releases mapped? Graphs of releases against annotations made by readers.

A gold set is a folder of `NN.gold.json` files, each with its text. Any program that turns a
text into a graph in the terms of the ontology can be measured; nothing else of it is looked at.

- entity: found when one of its names is a label or a mention of a graph entity of an accepted
  class; each graph entity answers for one gold entity, and one that answers for none is invented.
  "name" asks the same without the class.
- fact: relation and both ends agree. Optional facts are neither asked for nor held against.
- event: same kind, same date at the gold's precision, half of its participants (for a launch, of
  what flew) present.
- grounded: the share of facts and events with a span of evidence that gives its words in the text.
"""

from kg.evaluation.gold import Gold, GoldSet, gold_sets
from kg.evaluation.run import Evaluation, Result, evaluate
from kg.evaluation.score import score
from kg.evaluation.tally import Count, Finding, Row, Tally

__all__ = [
    "Count",
    "Evaluation",
    "Finding",
    "Gold",
    "GoldSet",
    "Result",
    "Row",
    "Tally",
    "evaluate",
    "gold_sets",
    "score",
]
