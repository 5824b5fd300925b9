"""Reconciliation: names in a spreadsheet matched to things of the graph.

The W3C community group's Reconciliation Service API 0.2, which OpenRefine speaks.
"""

from kg.publish.reconcile import names


def forget() -> None:
    """Read the names anew when one is next asked for: a store has changed."""
    names.read.cache_clear()
