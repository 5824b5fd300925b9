"""What the publisher of a site says of it: options that `serve` and `publish` share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

import click

_ADDRESSES: Final = ("http://", "https://", "mailto:")


def _address(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is not None and not value.startswith(_ADDRESSES):
        raise click.BadParameter(f"{value!r} is no address; write https://... or mailto:...")
    return value


def imprint_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add who publishes and where to write to; it arrives as `imprint`."""

    @click.option("--publisher-name", metavar="NAME", help="Who publishes the data.")
    @click.option(
        "--contact", metavar="URL", envvar="SPACEKG_CONTACT", callback=_address,
        help="Where to write to or to report errors: https://... or mailto:...",
    )  # fmt: skip
    @click.option(
        "--previous-version", metavar="URL", callback=_address,
        help="Where the previous version of the data lies, if it is kept.",
    )  # fmt: skip
    @wraps(function)
    def with_imprint(
        publisher_name: str | None,
        contact: str | None,
        previous_version: str | None,
        **options: Any,
    ) -> Any:
        from kg.publish.imprint import Imprint

        told = Imprint(contact=contact, previous=previous_version)
        if publisher_name:
            told = Imprint(publisher_name, contact, previous=previous_version)
        return function(imprint=told, **options)

    return with_imprint
