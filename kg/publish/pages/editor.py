"""The query editor: there where `make web` fetched it."""

from __future__ import annotations

from importlib.resources import files
from typing import Final

FILES: Final = ("yasgui.min.js", "yasgui.min.css")
FOLDER: Final = "web"


def has_editor() -> bool:
    """Tell whether the editor's files are part of this installation."""
    folder = files("kg.publish").joinpath(FOLDER)
    return all(folder.joinpath(name).is_file() for name in FILES)
