"""`spacekg serve`: a store as linked data over HTTP."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kg.cli.extras import needed
from kg.cli.imprint import imprint_options
from kg.cli.options import check_public_base, endpoint_options, opened_view, store_option
from kg.errors import UsageError

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from kg.publish.imprint import Imprint
    from kg.store.base import View
    from kg.store.remote.opening import Address

HOST: Final = "127.0.0.1"
PORT: Final = 8000


@click.command(short_help="Publish a store as linked data over HTTP.")
@store_option
@endpoint_options
@click.option("--host", default=HOST, show_default=True, help="Address to listen on.")
@click.option(
    "--port", default=PORT, show_default=True, type=click.IntRange(0, 65535),
    help="Port to listen on; 0 takes a free one.",
)  # fmt: skip
@click.option(
    "--public-base", metavar="URL", callback=check_public_base,
    help="Address under which the world sees the site. By default http://HOST:PORT/.",
)  # fmt: skip
@imprint_options
@click.option(
    "--token", "token_file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path),
    help="Let who knows the word in FILE write graphs at /store. By default nobody may.",
)  # fmt: skip
@click.option(
    "--query-seconds", default=30.0, show_default=True, metavar="SECONDS",
    type=click.FloatRange(min=0, min_open=True), help="Longest time for a SPARQL query.",
)  # fmt: skip
@click.option(
    "--query-rows", default=100_000, show_default=True, metavar="ROWS",
    type=click.IntRange(min=1), help="Most rows, or triples, that an answer gives.",
)  # fmt: skip
@click.option(
    "--query-memory", default=1024, show_default=True, metavar="MB",
    type=click.IntRange(min=16), help="Most memory that a SPARQL query may take.",
)  # fmt: skip
@click.option(
    "--workers", metavar="N", type=click.IntRange(min=1),
    help="SPARQL queries answered at once. By default one for each processor, two at least.",
)  # fmt: skip
def command(
    *,
    store: str | None,
    address: Address | None,
    token_file: Path | None,
    host: str,
    port: int,
    public_base: str | None,
    imprint: Imprint,
    query_seconds: float,
    query_rows: int,
    query_memory: int,
    workers: int | None,
) -> None:
    """Publish a store: a page and six RDF forms for each thing, and a SPARQL endpoint at /sparql.

    The endpoint is read-only, calls no other service, and bounds the time, rows and memory of a query.
    A store that is built on meanwhile is shown anew as soon as the build ends.

    \b
    Examples:
      spacekg serve --store demo
      spacekg serve --store mygraph --port 80 --host 0.0.0.0 --public-base https://example.org/space/
    """
    with needed("serve", "serve"):
        from kg.publish.server.app import lasting, site
        from kg.publish.server.fresh import Fresh
        from kg.publish.server.running import listen, run
        from kg.publish.server.token import Token
        from kg.publish.sparql.limits import Limits
    from kg.store.moment import moment

    token = Token.read(token_file) if token_file is not None else None
    limits = Limits(seconds=query_seconds, rows=query_rows, memory=query_memory << 20)
    if workers is not None:
        limits = replace(limits, workers=workers)
    with ExitStack() as stack:
        bound = stack.enter_context(listen(host, port))
        here = f"http://{host}:{bound.getsockname()[1]}/"
        made = partial(
            site, public=public_base or here, limits=limits, imprint=imprint, token=token
        )
        if store is not None and address is None and token is None and Path(store).is_dir():
            opened = partial(opened_view, store, None)
            app: ASGIApp = Fresh(opened, made, partial(moment, Path(store)))
            where = store
        else:
            view = stack.enter_context(_opened(store, address, writes=token is not None))
            app, where = lasting(made(view)), view.where
        click.echo(f"spacekg: {where} at {here} (Ctrl-C stops)", err=True)
        run(app, bound)


def _opened(store: str | None, address: Address | None, *, writes: bool) -> View:
    """Open what is published: to read, or for its one writer where graphs may be written."""
    if not writes:
        return opened_view(store, address)
    if store is None:
        raise UsageError("--token needs a --store", "An engine elsewhere has ways to be written.")
    from kg.store.embedded import EmbeddedStore

    return EmbeddedStore.open(Path(store))
