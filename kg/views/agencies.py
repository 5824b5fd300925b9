"""Agencies, tied by the programmes, missions and meetings that they share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.store.base import View
from kg.views.network import project
from kg.views.ties import Sharing
from kg.vocab import SKG

if TYPE_CHECKING:
    import networkx as nx

TAKES_PART: Final = (SKG.participatesIn, SKG.leads, SKG.contributes)

SHARED: Final = (
    Sharing("programmes", (SKG.Programme,), TAKES_PART),
    Sharing("missions", (SKG.Mission, SKG.Payload), TAKES_PART),
    Sharing("meetings", (SKG.Meeting, SKG.Visit), (SKG.participant, SKG.witness), is_event=True),
)


def build(view: View) -> nx.Graph[str]:
    """Return the network of the agencies."""
    return project(view, "agencies", SKG.Agency, SHARED)
