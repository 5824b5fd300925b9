"""A process that answers queries, one after the other, and can be ended at any time.

    python -m kg.publish.sparql.worker FOLDER ROWS SECONDS MEMORY SIZE

Oxigraph cannot be stopped while it answers, and takes what memory it needs; a process can be stopped,
and its memory is bounded by the operating system. Jobs come on standard input, each a
line of JSON with the path of a file for the answer; for each goes out a line that tells how it went.
A clock of the operating system ends a process whose query takes too long, whoever has forgotten it.
"""

from __future__ import annotations

import json
import resource
import signal
import sys
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from kg.errors import RequestRefusedError
from kg.publish.sparql.answering import Job, ask, write
from kg.store.embedded import EmbeddedStore

_PAGE: Final = resource.getpagesize()
_GRACE: Final = 2.0
# Oxigraph lists all that could stand where a query fails to parse.
_LONGEST: Final = 1000


def main(folder: str, rows: str, seconds: str, memory: str, size: str) -> None:
    """Answer the jobs on standard input until it ends."""
    with EmbeddedStore.open(Path(folder), read_only=True) as store:
        _bound(int(memory), int(size))
        _tell({"ready": True})
        for line in sys.stdin:
            signal.setitimer(signal.ITIMER_REAL, float(seconds) + _GRACE)
            told = answer(store.engine, json.loads(line), int(rows))
            signal.setitimer(signal.ITIMER_REAL, 0)
            _tell(told)


def answer(engine: ox.Store, record: dict[str, Any], rows: int) -> dict[str, Any]:
    """Answer one job; what a client has to know of a failure is told, and no more."""
    path = Path(record.pop("path"))
    job = Job.load(record)
    try:
        found, cut = ask(engine, job, rows)
        with path.open("wb") as out:
            told = write(found, cut, job, out)
    except RequestRefusedError as error:
        return {"status": error.status, "message": str(error)[:_LONGEST]}
    except MemoryError:
        return {
            "status": HTTPStatus.SERVICE_UNAVAILABLE,
            "message": "the query takes more memory than one may have",
        }
    except OSError as error:
        # A file that is larger than the limit, first of all.
        sys.stderr.write(f"spacekg: a query failed: {error}\n")
        return {
            "status": HTTPStatus.SERVICE_UNAVAILABLE,
            "message": "the answer is too large, or could not be read",
        }
    except (RuntimeError, ValueError) as error:
        return {
            "status": HTTPStatus.BAD_REQUEST,
            "message": f"the query cannot be answered: {error}",
        }
    return {"status": HTTPStatus.OK, "form": told.form, "graph": told.is_graph, "cut": told.cut}


def _bound(memory: int, size: int) -> None:
    """Bound what this process may take from now on, and what it may write."""
    now = int(Path("/proc/self/statm").read_text().split()[0]) * _PAGE if _has_proc() else 0
    if now:
        resource.setrlimit(resource.RLIMIT_AS, (now + memory, now + memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def _has_proc() -> bool:
    return Path("/proc/self/statm").exists()


def _tell(record: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(record) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    # Ctrl-C in a terminal is for the server, which ends us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    main(*sys.argv[1:])
