"""What several commands share: options for the base, the store, the output and the releases."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from kg.errors import UsageError
from kg.vocab import DEFAULT_BASE

if TYPE_CHECKING:
    from kg.store.base import View
    from kg.store.remote.opening import Address

F = TypeVar("F", bound=Callable[..., Any])

BASE_HELP: Final = "IRI under which entities, events and releases are named."
LANGUAGES: Final = ("en", "fr")
EXTRACTORS: Final = ("rules", "spacy")
AUTH: Final = ("basic", "digest", "bearer")
ENGINES: Final = ("auto", "pyshacl", "shacl")
KEPT: Final = ("contacts", "keep_text")
DAY: Final = click.DateTime(["%Y-%m-%d"])
# What no IRI may hold is not in it, nor what would end the path.
_SITE: Final = re.compile(r"""https?://[^\s"<>\\^`{|}?\#/]+/([^\s"<>\\^`{|}?\#]*/)?""")
FILE: Final = click.Path(exists=True, dir_okay=False, path_type=Path)


def check_base(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """Return the base IRI `value`, which must be absolute and end where a name can follow."""
    if not value.startswith(("http://", "https://")) or not value.endswith(("/", "#")):
        raise click.BadParameter(f"{value!r} is no base; write it as https://example.org/space/")
    return value


def check_public_base(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Return the address of a site, below which all its paths lie: a URL that ends in a slash."""
    if value is not None and not _SITE.fullmatch(value):
        raise click.BadParameter(
            f"{value!r} is no address of a site; write it as https://example.org/space/"
        )
    return value


def base_option(function: F) -> F:
    """Add `--base`: that of the command, else that of the program, else that of the environment."""
    return click.option(
        "--base",
        default=lambda: click.get_current_context().find_root().params["base"],
        callback=check_base,
        metavar="IRI",
        help=f"{BASE_HELP} By default that of SPACEKG_BASE, else {DEFAULT_BASE}",
    )(function)


def store_option(function: F) -> F:
    """Add `--store`, the folder of the graph; the environment may name it."""
    return click.option(
        "--store",
        envvar="SPACEKG_STORE",
        type=click.Path(file_okay=False),
        metavar="DIR",
        help="Folder of the store. By default that of SPACEKG_STORE.",
    )(function)


def output_option(function: F) -> F:
    """Add `-o`, the file to write; `-`, the default, is standard output."""
    return click.option(
        "-o", "--output", default="-", show_default=True, metavar="FILE", help="File to write."
    )(function)


def format_option(names: Sequence[str], default: str) -> Callable[[F], F]:
    """Add `-f`, the format to write; it arrives as `form`, None where the user named none."""
    return click.option(
        "-f",
        "--format",
        "form",
        type=click.Choice(names),
        help=f"Format to write. By default told by the suffix of the output, else {default}.",
    )


def given_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add what the user may say of the releases where they are silent; it arrives as `given`."""

    @click.option("--publisher", metavar="ID", help="Who published them, as cnes or esa.")
    @click.option("--issued", type=DAY, metavar="YYYY-MM-DD", help="Day of issue.")
    @click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the text.")
    @click.option("--source", metavar="URL", help="Where the release was published.")
    @wraps(function)
    def with_given(**options: Any) -> Any:
        from kg.releases import Given

        issued = options.pop("issued")
        given = Given(
            publisher=options.pop("publisher"),
            issued=issued.date() if issued else None,
            language=options.pop("lang"),
            source=options.pop("source"),
        )
        return function(given=given, **options)

    return with_given


def mapper_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add what decides how releases are read; the mapper made of it arrives as `mapper`."""

    @click.option(
        "--authority",
        "authority_files",
        multiple=True,
        type=FILE,
        metavar="FILE.ttl",
        help="Known individuals of your own, as Turtle; repeat for several.",
    )
    @click.option(
        "--extractor",
        type=click.Choice(EXTRACTORS),
        default=EXTRACTORS[0],
        show_default=True,
        help="What finds unknown names: rules alone, or spaCy's small models as well.",
    )
    @base_option
    @wraps(function)
    def with_mapper(
        authority_files: Sequence[Path], extractor: str, base: str, **options: Any
    ) -> Any:
        from kg.pipeline import Mapper

        kept = {name: options.pop(name) for name in KEPT if name in options}
        mapper = Mapper(base, authority_files=authority_files, extractor=extractor, **kept)
        return function(mapper=mapper, **options)

    return with_mapper


def engine_option(function: F) -> F:
    """Add `--engine`, what runs the shapes."""
    return click.option(
        "--engine",
        type=click.Choice(ENGINES),
        default=ENGINES[0],
        show_default=True,
        help="SHACL engine: auto takes the fast one, if installed, and pySHACL for rejects and a "
        "sample.",
    )(function)


def jobs_option(function: F) -> F:
    """Add `--jobs`, over how many processes the work is spread."""
    return click.option(
        "-j",
        "--jobs",
        type=click.IntRange(min=1),
        default=1,
        show_default=True,
        metavar="N",
        help="Processes that read, map and validate; for many releases, as many as there are cores.",
    )(function)


def tell_engine(engine: str) -> None:
    """Say once that validation is slow where the fast engine is not installed."""
    from kg.shapes import has_fast_engine

    if engine == ENGINES[0] and not has_fast_engine():
        click.echo(
            "spacekg: pySHACL validates, since the fast engine is not installed; for many releases: "
            "pip install 'spacekg[fast]'",
            err=True,
        )


def kept_options(function: F) -> F:
    """Add what a publisher may choose to keep of a release; goes above `mapper_options`."""
    contacts = click.option(
        "--contacts", is_flag=True, help="Keep phone and mail of press officers."
    )
    text = click.option("--keep-text", is_flag=True, help="Keep the whole text in the graph.")
    return contacts(text(function))


def endpoint_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add what names an engine; it arrives as `address`, None where none is named.

    Where the command has `--update-endpoint` (see `update_option`), that is part of it.
    """

    @click.option("--endpoint", metavar="URL", help="Use this SPARQL 1.1 service, and no store.")
    @auth_option
    @timeout_option
    @wraps(function)
    def with_address(endpoint: str | None, auth: str | None, timeout: float, **options: Any) -> Any:
        update = options.pop("update", None)
        if endpoint is not None:
            from kg.store.remote.opening import Address

            return function(address=Address(endpoint, update, auth, timeout), **options)
        for name, value in (("--update-endpoint", update), ("--auth", auth)):
            if value is not None:
                raise UsageError(f"{name} is given without --endpoint", "Name the service as well.")
        return function(address=None, **options)

    return with_address


def auth_option(function: F) -> F:
    """Add `--auth`, how to prove to a service who one is."""
    return click.option(
        "--auth",
        type=click.Choice(AUTH),
        help="How to prove who you are; with SPACEKG_USER and SPACEKG_PASSWORD, SPACEKG_TOKEN, "
        "or your netrc file. By default not at all.",
    )(function)


def timeout_option(function: F) -> F:
    """Add `--timeout`, the limit for a request to a service."""
    return click.option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True),
        default=60.0,
        show_default=True,
        metavar="SECONDS",
        help="Limit for each request to the service, to the last byte of its answer.",
    )(function)


def update_option(function: F) -> F:
    """Add `--update-endpoint`, where a service takes updates; goes above `endpoint_options`."""
    return click.option(
        "--update-endpoint", "update", metavar="URL", help="Where the service takes updates."
    )(function)


def view_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--store` and `--endpoint`; what they name arrives opened, to be read, as `view`."""

    @store_option
    @endpoint_options
    @wraps(function)
    def with_view(store: str | None, address: Address | None, **options: Any) -> Any:
        with opened_view(store, address) as view:
            return function(view=view, **options)

    return with_view


def inferred_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add what `view_options` does, and `--inferred`: what follows is asked for as well."""

    @store_option
    @endpoint_options
    @click.option(
        "--inferred", is_flag=True,
        help="Ask for what follows from the facts as well; see `spacekg infer`.",
    )  # fmt: skip
    @wraps(function)
    def with_view(
        store: str | None, address: Address | None, *, inferred: bool, **options: Any
    ) -> Any:
        with opened_view(store, address, inferred=inferred) as view:
            return function(view=view, **options)

    return with_view


def opened_view(store: str | None, address: Address | None, *, inferred: bool = False) -> View:
    """Open what a command is to read: the service, or the store in a folder."""
    if address is not None:
        from kg.store.remote import RemoteView

        if inferred:
            raise UsageError(
                "--inferred asks a store on disk, and no service",
                "Ask the service for GRAPH <.../graph/inferred> in a query of your own.",
            )
        base = click.get_current_context().find_root().params["base"]
        return RemoteView(address.endpoint(), base=base)
    if store is not None:
        from kg.store import open_store

        return open_store(store, read_only=True, inferred=inferred)
    raise UsageError(
        "no store is named", "Give --store DIR or --endpoint URL, or set SPACEKG_STORE."
    )


def params_option(function: F) -> F:
    """Add `-p name=value`, as often as wanted; the values arrive as the mapping `params`."""
    return click.option(
        "-p",
        "--param",
        "params",
        multiple=True,
        metavar="NAME=VALUE",
        callback=_pairs,
        help="Value of a parameter; repeat for several.",
    )(function)


def _pairs(ctx: click.Context, param: click.Parameter, values: Sequence[str]) -> dict[str, str]:
    pairs = {}
    for value in values:
        name, sign, text = value.partition("=")
        if not sign or not name:
            raise click.BadParameter(f"{value!r} is no NAME=VALUE, as agency=CNES")
        pairs[name.strip()] = text
    return pairs
