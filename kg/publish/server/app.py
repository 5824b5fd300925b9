"""The application: which address is answered by whom."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.routing import Route

from kg.publish.addresses import Addresses
from kg.publish.documents import Store
from kg.publish.formats import PAGES
from kg.publish.server.documents import Documents
from kg.publish.server.files import Files
from kg.publish.server.search import Search
from kg.store.base import View


def application(view: View, public: str) -> Starlette:
    """Return the ASGI application that publishes a store under a public base address."""
    store = Store(view, Addresses(view.base, public))
    documents = Documents(store)
    return Starlette(
        routes=[
            Route("/assets/{name:path}", Files(store).__call__, methods=["GET", "HEAD"]),
            *_searches(store, documents),
            Route("/{path:path}", documents, methods=["GET", "HEAD"]),
        ]
    )


def _searches(store: Store, documents: Documents) -> list[Route]:
    search = Search(store, documents).__call__
    return [
        Route(f"/search{suffix}", search, methods=["GET", "HEAD"])
        for suffix in ("", *(f".{form.suffix}" for form in PAGES.values()))
    ]
