"""Find the data that ships with the package: ontology, shapes, queries, examples.

In a wheel they lie in `kg/_resources/`; in a checkout, beside `kg/`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kg.errors import ResourceMissingError

_PACKAGE = Path(__file__).resolve().parent


@cache
def root() -> Path:
    """Return the folder that holds `ontology/`, `shapes/`, `queries/` and `examples/`."""
    installed = _PACKAGE / "_resources"
    found = installed if installed.is_dir() else _PACKAGE.parent
    if not (found / "ontology").is_dir():
        raise ResourceMissingError(
            f"no ontology in {found}", "Install spacekg again: its data files are gone."
        )
    return found


def folder(name: str) -> Path:
    """Return the resource folder `name` ("ontology", "shapes", "queries", "examples")."""
    path = root() / name
    if not path.is_dir():
        raise ResourceMissingError(
            f"no folder {name!r} in {root()}", "Install spacekg again: its data files are gone."
        )
    return path


def files(name: str, suffix: str) -> tuple[Path, ...]:
    """Return the files below resource folder `name` that end in `suffix`, sorted by path."""
    return tuple(sorted(folder(name).rglob(f"*{suffix}")))
