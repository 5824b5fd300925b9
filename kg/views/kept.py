"""The network that is asked for first, kept in the store's index, so that to show it is a look-up.

It is the agencies' with default options. Whoever changes a store leaves it behind (`views.keep`); the
index forgets it with the next change, and it is not found by code that would make it otherwise.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from kg import kept
from kg.store.ledger import Ledger
from kg.views.options import DEFAULT, Options
from kg.views.shared import Pair
from kg.views.spec import ViewSpec

if TYPE_CHECKING:
    from kg.store.embedded import EmbeddedStore

NAME: Final = "agencies"
_ROOM: Final = "views"

Attributes: TypeAlias = dict[str, Any]
# What a network is made of: its nodes and its edges, each with its attributes.
Parts: TypeAlias = tuple[dict[str, Attributes], dict[Pair, Attributes]]


def is_kept(spec: ViewSpec, options: Options) -> bool:
    """Tell whether this is the network that stores keep."""
    return spec.name == NAME and options == DEFAULT


def read(ledger: Ledger) -> Parts | None:
    """Return the network that is kept with this ledger, None where none is or it was outdated."""
    text = ledger.kept(NAME, _code())
    if text is None:
        return None
    nodes, edges = json.loads(text)
    return dict(nodes), {(one, other): attributes for one, other, attributes in edges}


def write(store: EmbeddedStore, parts: Parts) -> None:
    """Keep the network until the store changes."""
    nodes, edges = parts
    content = [list(nodes.items()), [(*pair, attributes) for pair, attributes in edges.items()]]
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    store.remember(NAME, _code(), text)


@cache
def _code() -> str:
    """Return the digest of the code that makes networks of a ledger."""
    room = files("kg").joinpath(_ROOM)
    names = sorted(it.name for it in room.iterdir() if it.name.endswith(".py"))
    return kept.digest(code=(f"{_ROOM}/{name}" for name in names))
