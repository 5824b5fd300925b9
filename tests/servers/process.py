"""Start a server as a process, wait until it answers, and end it whatever happens."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

PATIENCE = 60


def free_address() -> str:
    """Return an address on loopback that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{probe.getsockname()[1]}"


@contextmanager
def running(command: Sequence[str | Path], folder: Path, url: str) -> Iterator[None]:
    """Run a server in `folder` as long as the block lasts; it is up once `url` answers."""
    with (
        (folder / "output.txt").open("wb") as output,
        subprocess.Popen(command, cwd=folder, stdout=output, stderr=output) as process,
    ):
        try:
            _wait(url, process, folder)
            yield
        finally:
            # What it holds is thrown away with its folder: it need not tidy up.
            process.kill()


def _wait(url: str, process: subprocess.Popen[bytes], folder: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            urlopen(url, timeout=PATIENCE).close()
        except (URLError, ConnectionError):
            time.sleep(0.05)
        else:
            return
    raise AssertionError(f"no server at {url}: {(folder / 'output.txt').read_text()[-2000:]}")
