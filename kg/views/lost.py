"""What would be lost, as a network: each endeavour tied to what it would lose, with the words.

Ties lead from a programme, mission or payload to the launcher, site or partner that it would lose, and
from a launcher or site to whose it is. Their `class` is the kind of loss, or `provider`. An endeavour
has the attribute `left`: whose it is, or who stays behind. It has no view of its own, since it is made
of losses (see `what_if`) and of nothing that can be narrowed down.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from kg.store.base import View
from kg.views import labels
from kg.views.labels import Thing, last_part
from kg.views.spec import CLASSES
from kg.views.what_if import Loss
from kg.vocab import SKG

if TYPE_CHECKING:
    import networkx as nx

PROVIDER: Final = "provider"
_CLASSES: Final = tuple(SKG[name] for name in ("LaunchVehicle", *CLASSES))


def network(view: View, gone: str, losses: Sequence[Loss]) -> nx.Graph[str]:
    """Return the losses without the thing of the IRI `gone` as a graph that cannot be changed."""
    import networkx as nx

    culprit = labels.fetch(view, [gone]).thing(gone)
    classes = view.ledger().instances(_CLASSES)
    graph: nx.DiGraph[str] = nx.DiGraph(name=f"Without {culprit.label}")
    for thing, left in sorted(_things(culprit, losses).items()):
        class_ = last_part(classes.get(thing.iri, ""))
        more = {"left": left} if left else {}
        graph.add_node(
            thing.iri, **{"iri": thing.iri, "label": thing.label, "class": class_, **more}
        )
    for one, other, told in sorted(_ties(culprit, losses), key=lambda tie: tie[:2]):
        ends = "/".join(end.iri.removeprefix(f"{view.base}id/") for end in (one, other))
        name = {"iri": f"{view.base}tie/what-if/{ends}", "label": f"{one.label} → {other.label}"}
        graph.add_edge(one.iri, other.iri, **name, **told)
    return nx.freeze(graph)


def _things(culprit: Thing, losses: Iterable[Loss]) -> dict[Thing, str]:
    """Return what is a node, and who is left with it."""
    found = {culprit: ""} if losses else {}
    for loss in losses:
        found.update(dict.fromkeys(loss.who, ""))
        found[loss.endeavour] = "; ".join(thing.label for thing in loss.left)
    return found


def _ties(culprit: Thing, losses: Iterable[Loss]) -> Iterator[tuple[Thing, Thing, dict[str, Any]]]:
    means: set[Thing] = set()
    for loss in losses:
        for thing in loss.who:
            yield loss.endeavour, thing, _told(loss)
        means.update(loss.who)
    for thing in means - {culprit}:
        yield thing, culprit, {"class": PROVIDER, "weight": 1.0, "releases": 0, "quotes": []}


def _told(loss: Loss) -> dict[str, Any]:
    return {
        "class": loss.kind,
        "weight": 1.0,
        "first": loss.first or None,
        "last": loss.last or None,
        "releases": loss.releases,
        "quotes": [{"text": q.text, "release": q.release, "issued": q.issued} for q in loss.quotes],
    }
