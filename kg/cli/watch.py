"""`spacekg watch`: take in releases as they appear."""

from __future__ import annotations

import signal
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.build import EXIT_CODES, REJECTED, put_aside, summary, tell
from kg.cli.opening import opened_store
from kg.cli.options import (
    endpoint_options,
    engine_option,
    given_options,
    kept_options,
    mapper_options,
    store_option,
    tell_engine,
    update_option,
)
from kg.errors import StoreError, UsageError

if TYPE_CHECKING:
    from kg.pipeline import Mapper, Outcome
    from kg.releases import Given
    from kg.store.base import Store
    from kg.store.remote.opening import Address


@click.command(short_help="Take in new releases as they appear in folders and feeds.")
@click.argument("sources", nargs=-1, required=True, metavar="FOLDER|FEED...")
@store_option
@update_option
@endpoint_options
@click.option("--once", is_flag=True, help="Look once and end, as cron wants it.")
@click.option(
    "--interval", type=click.FloatRange(min=1), default=300.0, show_default=True,
    metavar="SECONDS", help="Pause between two looks; the first pause where something fails.",
)  # fmt: skip
@click.option(
    "--settle", type=click.FloatRange(min=0), default=2.0, show_default=True,
    metavar="SECONDS", help="How long a file must have been left alone before it is taken.",
)  # fmt: skip
@click.option(
    "--attempts", type=click.IntRange(min=1), default=5, show_default=True,
    metavar="N", help="How often what fails is tried, with pauses that double.",
)  # fmt: skip
@click.option(
    "--state", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="What was taken already. By default watch.sqlite in the store's folder.",
)  # fmt: skip
@click.option(
    "--rejected", type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
    help="Folder for what does not conform or cannot be read. By default rejected in the store's "
    "folder, or in this one with --endpoint.",
)  # fmt: skip
@given_options
@kept_options
@mapper_options
@engine_option
@click.option("-q", "--quiet", is_flag=True, help="Tell only what was not admitted.")
@click.pass_context
def command(
    ctx: click.Context,
    *,
    sources: tuple[str, ...],
    store: str | None,
    address: Address | None,
    once: bool,
    interval: float,
    settle: float,
    attempts: int,
    state: Path | None,
    rejected: Path | None,
    given: Given,
    mapper: Mapper,
    engine: str,
    quiet: bool,
) -> None:
    """Take new releases into a store as they appear, each once, until it is told to end.

    A folder is looked through for new and changed files, a feed or any other address is asked for
    what changed (by ETag and Last-Modified), every --interval seconds. What was taken is remembered
    across restarts. What does not conform goes into DIR/rejected with its report; what cannot be
    read is tried again, in vain --attempts times, and then reported there. The store is open only
    while something goes in. SIGTERM and Ctrl-C end the work between two releases.

    \b
    Examples:
      spacekg watch incoming/ --store mygraph
      spacekg watch https://example.org/releases.rss --publisher esa --store mygraph
      spacekg watch incoming/ --once --store mygraph
    """
    from kg.pipeline import Judge
    from kg.watch import Settings, State, Watcher, looking

    looking.check(sources)
    aside = rejected or Path(REJECTED if address else Path(store or "") / REJECTED)
    tell_engine(engine)
    opener = partial(opened_store, store, address, base=mapper.base, create=True)
    counts: Counter[str] = Counter()
    with State(_state_file(state, store, opener)) as remembered, _told_to_end() as stop:
        watcher = Watcher(
            sources,
            Judge(mapper, given, engine),
            opener,
            remembered,
            partial(_tell, counts, aside, quiet=quiet),
            lambda words: click.echo(f"spacekg: {words}", err=True),
            Settings(interval, settle, attempts),
            stop,
        )
        watcher.look() if once else watcher.watch()
    click.echo(summary(counts, aside))
    ctx.exit(max((EXIT_CODES[status] for status in counts), default=0) if once else 0)


def _state_file(
    state: Path | None, store: str | None, opener: Callable[[], AbstractContextManager[Store]]
) -> Path:
    """Return where the state lies; beside a store, which is made where there is none."""
    if state is not None:
        return state
    if store is None:
        raise UsageError(
            "nothing says where to remember what was taken", "Give --store DIR or --state FILE."
        )
    from kg.store.metadata import FILE as STORE
    from kg.watch.state import FILE

    if not (Path(store) / STORE).is_file():
        with opener():
            pass
    return Path(store) / FILE


@contextmanager
def _told_to_end() -> Iterator[threading.Event]:
    """Let the signals that end a program set an event instead, as long as the block lasts."""
    stop = threading.Event()
    signals = (signal.SIGTERM, signal.SIGINT)
    before = [signal.signal(number, lambda *_: stop.set()) for number in signals]
    try:
        yield stop
    finally:
        for number, handler in zip(signals, before, strict=True):
            signal.signal(number, handler)


def _tell(counts: Counter[str], aside: Path, outcome: Outcome, *, quiet: bool) -> None:
    counts[outcome.status] += 1
    put_aside(aside, outcome)
    _report(aside, outcome)
    tell(outcome, quiet=quiet)


def _report(aside: Path, outcome: Outcome) -> None:
    """Keep the report of what could not be read; forget it once the source can be."""
    from kg.names import slug

    path = aside / f"{slug(outcome.origin)[-100:]}.unreadable.txt"
    if outcome.error is None:
        path.unlink(missing_ok=True)
        return
    try:
        aside.mkdir(exist_ok=True)
        path.write_text(f"{outcome.origin}\n{outcome.error}\n", encoding="utf-8")
    except OSError as error:
        raise StoreError(
            f"cannot write {path}: {error.strerror}",
            "Check the folder's rights and the free space.",
        ) from error
