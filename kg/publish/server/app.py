"""The application: which address is answered by whom."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.routing import Route

from kg.publish.addresses import Addresses
from kg.publish.documents import Store
from kg.publish.server.documents import Documents
from kg.store.base import View


def application(view: View, public: str) -> Starlette:
    """Return the ASGI application that publishes a store under a public base address."""
    store = Store(view, Addresses(view.base, public))
    return Starlette(routes=[Route("/{path:path}", Documents(store), methods=["GET", "HEAD"])])
