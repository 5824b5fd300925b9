"""Persons, tied by the meetings that they attended and the agreements that they signed together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.store.base import View
from kg.views.network import project
from kg.views.ties import Sharing
from kg.vocab import SKG

if TYPE_CHECKING:
    import networkx as nx

SHARED: Final = (
    Sharing("meetings", (SKG.Meeting, SKG.Visit), (SKG.participant, SKG.witness), is_event=True),
    # Whoever only looks on does not sign.
    Sharing("signings", (SKG.AgreementSigning,), (SKG.participant,), is_event=True),
)


def build(view: View) -> nx.Graph[str]:
    """Return the network of the persons."""
    return project(view, "persons", SKG.Person, SHARED)
