"""`spacekg publish`: a store as a static site of linked data."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.extras import needed
from kg.cli.imprint import imprint_options
from kg.cli.options import check_public_base, view_options
from kg.cli.progress import counted

if TYPE_CHECKING:
    from kg.publish.imprint import Imprint
    from kg.store.base import View


@click.command(short_help="Write a store as a static site of linked data.")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@view_options
@click.option(
    "--public-base", required=True, metavar="URL", callback=check_public_base,
    help="Address under which the world will see DIR, as https://example.org/space/.",
)  # fmt: skip
@click.option(
    "--sparql", metavar="URL", help="A SPARQL endpoint that answers for the data, if there is one."
)
@imprint_options
def command(
    view: View, folder: Path, public_base: str, sparql: str | None, imprint: Imprint
) -> None:
    """Write the pages and files that `spacekg serve` answers with to DIR, for any web host.

    Each thing gets a page and six RDF forms; beside them stand dumps, a description of the data in
    VoID and DCAT, a sitemap, and the rules by which Apache, nginx and Netlify send clients to the
    form that they accept. Run again, only what changed is rewritten.

    \b
    Example:
      spacekg publish site --store demo --public-base https://example.org/space/
    """
    with needed("serve", "publish"):
        from kg.publish.addresses import Addresses
        from kg.publish.documents import Store
        from kg.publish.static import files, write
        from kg.store.remembered import RememberedView

    # The forms of a document, and its pages in all languages, ask the same.
    remembered, addresses = RememberedView(view), Addresses(view.base, public_base)
    store = Store(remembered, addresses, replace(imprint, endpoint=sparql))
    done = write(folder, counted(files(store), "files"))
    click.echo(
        f"{done.written} files written, {done.unchanged} unchanged, {done.removed} removed"
        f" in {folder}"
    )
