"""What follows from the stated facts, by RDFS and the OWL Lite features that the ontology uses.

Sub-classes, sub-properties, domains, ranges, inverse, symmetric, transitive and functional
properties. `Schema` reads them off an ontology, `consequences` and `follows` are the rules, and
`maintain` keeps the inferred triples true while stated ones come and go. What follows is kept
apart from what is stated: no triple is both.
"""

from kg.inference.maintain import Maintenance, conclude, maintain
from kg.inference.rules import consequences, follows
from kg.inference.schema import Schema
from kg.inference.triples import Closed, Memory, Triples

__all__ = [
    "Closed",
    "Maintenance",
    "Memory",
    "Schema",
    "Triples",
    "conclude",
    "consequences",
    "follows",
    "maintain",
]
