"""The application: which address is answered by whom."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from starlette.applications import Starlette
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from kg.publish import files, reconcile
from kg.publish.addresses import Addresses
from kg.publish.documents import Store
from kg.publish.formats import PAGES
from kg.publish.imprint import Imprint
from kg.publish.metadata import files as extras
from kg.publish.server.documents import Documents
from kg.publish.server.extras import PATHS, Extras
from kg.publish.server.files import Files
from kg.publish.server.graphs import GraphStore
from kg.publish.server.headers import Headers
from kg.publish.server.openapi import OpenApi
from kg.publish.server.questions import Questions
from kg.publish.server.reconcile import PATHS as RECONCILE
from kg.publish.server.reconcile import Reconcile
from kg.publish.server.search import Search
from kg.publish.server.sparql import Sparql
from kg.publish.server.token import Token
from kg.publish.sparql.answerer import Answerer, answerer
from kg.publish.sparql.limits import Limits
from kg.store.base import View


@dataclass(frozen=True, slots=True)
class Site:
    """The application that publishes a store; `forget` lets go of what was worked out of it.

    `close` ends what the application began.
    """

    app: ASGIApp
    forget: Callable[[], None]
    close: Callable[[], Awaitable[None]]


def application(
    view: View,
    public: str,
    limits: Limits | None = None,
    imprint: Imprint | None = None,
    token: Token | None = None,
) -> ASGIApp:
    """Return the ASGI application that publishes a store under a public base address.

    `limits` bound the queries of strangers. The endpoint of the `imprint` is the site's own. Who knows
    the `token` may write graphs, where the view is a store that is open for writing.
    """
    return lasting(site(view, public, limits, imprint, token))


def lasting(found: Site) -> ASGIApp:
    """Return the application of a site that is closed when the server ends."""

    async def lived(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await live(receive, send, found.close)
        else:
            await found.app(scope, receive, send)

    return lived


def site(
    view: View,
    public: str,
    limits: Limits | None = None,
    imprint: Imprint | None = None,
    token: Token | None = None,
) -> Site:
    """Return what `application` runs, for who closes it at another time than the server's end."""
    addresses = Addresses(view.base, public)
    told = replace(imprint or Imprint(), endpoint=addresses.url("sparql"))
    store = Store(view, addresses, told)
    answering = answerer(view, limits or Limits())
    # Around it all, so that the answer to an error of ours carries the headers too.
    app = Headers(Starlette(routes=_routes(store, answering, token)))
    return Site(app, _forget, answering.close)


async def live(receive: Receive, send: Send, close: Callable[[], Awaitable[None]]) -> None:
    """Live as long as the server does, and close then (ASGI, "Lifespan Protocol")."""
    await receive()
    await send({"type": "lifespan.startup.complete"})
    await receive()
    await close()
    await send({"type": "lifespan.shutdown.complete"})


def _forget() -> None:
    files.forget()
    extras.forget()
    reconcile.forget()


def _routes(store: Store, answering: Answerer, token: Token | None) -> list[BaseRoute]:
    documents = Documents(store)
    sparql, questions = Sparql(store, answering), Questions(store, answering)

    def changed() -> None:
        answering.renew()
        sparql.forget()
        _forget()

    graphs = GraphStore(store, token, changed)
    return [
        Route("/sparql", sparql),
        Route("/sparql/", sparql),
        Route("/sparql.{form}", sparql),
        Route("/store", graphs),
        Route("/store/{name:path}", graphs),
        Route("/query", questions, methods=["GET", "HEAD"]),
        Route("/query/", questions, methods=["GET", "HEAD"]),
        Route("/query.{form}", questions, methods=["GET", "HEAD"]),
        Route("/query/{name}", questions, methods=["GET", "HEAD"]),
        Route("/openapi.json", OpenApi(store), methods=["GET", "HEAD"]),
        Route("/assets/{name:path}", Files(store).__call__, methods=["GET", "HEAD"]),
        *(Route(path, Reconcile(store)) for path in RECONCILE),
        *(Route(path, Extras(store), methods=["GET", "HEAD"]) for path in PATHS),
        *_searches(store, documents),
        Route("/{path:path}", documents, methods=["GET", "HEAD"]),
    ]


def _searches(store: Store, documents: Documents) -> list[Route]:
    search = Search(store, documents).__call__
    return [
        Route(f"/search{suffix}", search, methods=["GET", "HEAD"])
        for suffix in ("", *(f".{form.suffix}" for form in PAGES.values()))
    ]
