"""The options of a build on a cluster."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, Final

import click
from click.core import ParameterSource

from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.store.remote.opening import Address

SPARK: Final = "spark"
LOCAL: Final = "local[*]"


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where Spark runs, and where it writes."""

    master: str
    output: str
    shards: int | None

    def asked(self, ctx: click.Context, engine: str, address: Address | None) -> bool:
        """Tell whether the build is one on a cluster; UsageError for options that do not fit."""
        if engine != SPARK:
            if self.output or self.shards or self.master != LOCAL:
                raise UsageError(
                    "--master, --shards and -o are for --engine spark", "Give --store DIR instead."
                )
            return False
        if not self.output:
            raise UsageError("--engine spark writes shards, and no place is given", "Give -o DIR.")
        # A store that the environment names is meant for other commands.
        store = ctx.get_parameter_source("store") is ParameterSource.COMMANDLINE
        if store or address is not None:
            raise UsageError(
                "--engine spark fills no store", f"Then run: spacekg load {self.output} --store DIR"
            )
        return True


def spark_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--master`, `--shards` and `-o`; they arrive as `cluster`."""

    @click.option(
        "--master",
        default=LOCAL,
        show_default=True,
        metavar="URL",
        help="Spark's master, as spark://host:7077.",
    )
    @click.option(
        "--shards",
        type=click.IntRange(min=1),
        metavar="N",
        help="Files to write. By default one for each 5000 releases.",
    )
    @click.option("-o", "--output", default="", metavar="DIR", help="New folder for the shards.")
    @wraps(function)
    def with_cluster(master: str, shards: int | None, output: str, **options: Any) -> Any:
        return function(cluster=Cluster(master, output, shards), **options)

    return with_cluster
