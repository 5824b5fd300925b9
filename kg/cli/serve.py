"""`spacekg serve`: a store as linked data over HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from kg.cli.options import check_base, view_options

if TYPE_CHECKING:
    from kg.store.base import View

HOST: Final = "127.0.0.1"
PORT: Final = 8000


@click.command(short_help="Publish a store as linked data over HTTP.")
@view_options
@click.option("--host", default=HOST, show_default=True, help="Address to listen on.")
@click.option(
    "--port", default=PORT, show_default=True, type=click.IntRange(0, 65535),
    help="Port to listen on; 0 takes a free one.",
)  # fmt: skip
@click.option(
    "--public-base", metavar="URL", callback=lambda c, p, v: v and check_base(c, p, v),
    help="Address under which the world sees the site. By default http://HOST:PORT/.",
)  # fmt: skip
def command(view: View, host: str, port: int, public_base: str | None) -> None:
    """Publish a store: a page and six RDF forms for each thing, by content negotiation.

    \b
    Examples:
      spacekg serve --store demo
      spacekg serve --store mygraph --port 80 --host 0.0.0.0 --public-base https://example.org/space/
    """
    from kg.publish.server import application
    from kg.publish.server.running import listen, run

    with listen(host, port) as socket:
        address = f"http://{host}:{socket.getsockname()[1]}/"
        click.echo(f"spacekg: {view.where} at {address} (Ctrl-C stops)", err=True)
        run(application(view, public_base or address), socket)
