"""What `make web` fetched: the query editor, and what draws the whole network."""

from __future__ import annotations

from importlib.resources import files
from typing import Final

EDITOR: Final = ("yasgui.min.js", "yasgui.min.css")
NETWORK: Final = ("graphology.umd.min.js", "sigma.min.js")
FOLDER: Final = "web"


def has(names: tuple[str, ...]) -> bool:
    """Tell whether these files are part of this installation."""
    folder = files("kg.publish").joinpath(FOLDER)
    return all(folder.joinpath(name).is_file() for name in names)


def fetched() -> tuple[str, ...]:
    """Return the names of the files that are there: all that one thing needs, or none of it."""
    return tuple(name for names in (EDITOR, NETWORK) if has(names) for name in names)
