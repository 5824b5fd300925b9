"""Examine an engine: ask it harmless questions, and say what is unusual and how we get by.

Nothing is written but to graphs below `{base}graph/scratch`, only where an update endpoint is given, and
all of it is taken away again.
"""

from kg.store.remote.doctor.examination import Examination, examine
from kg.store.remote.doctor.finding import Finding

__all__ = ["Examination", "Finding", "examine"]
