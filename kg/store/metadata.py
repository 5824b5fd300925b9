"""The small file `spacekg.json` that makes a folder a store and says which version wrote it."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from kg.errors import StoreError, StoreVersionError
from kg.version import __version__
from kg.vocab import DEFAULT_BASE

# 1 had no index; a spacekg that knows of none must not write where there is one.
FORMAT = 2
READABLE = (1, FORMAT)
FILE = "spacekg.json"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a store says of itself; `digest` is of the ontology and authority that it holds."""

    base: str = DEFAULT_BASE
    digest: str = ""
    spacekg: str = __version__
    format: int = FORMAT


def read(folder: Path) -> Metadata:
    """Read the metadata of the store in `folder`, and refuse a store of another format."""
    path = folder / FILE
    try:
        return parsed(json.loads(path.read_text(encoding="utf-8")), f"the store in {folder}")
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(
            f"{path} is damaged: {error!r}", "Restore the folder from a backup, or build it again."
        ) from error
    except OSError as error:
        raise StoreError(f"cannot read {path}: {error.strerror}", "Check its rights.") from error


def parsed(content: dict[str, Any], what: str) -> Metadata:
    """Return the metadata in a JSON object, and refuse that of a newer format."""
    version = content["format"]
    if version not in READABLE:
        raise StoreVersionError(
            f"{what} has format {version!r}, this spacekg reads formats up to {FORMAT}",
            "Install the spacekg that wrote it, or a newer one; nothing was changed.",
        )
    return Metadata(**{field.name: content[field.name] for field in fields(Metadata)})


def write(folder: Path, metadata: Metadata) -> None:
    """Write the metadata in one step: a reader sees the old file or the new one."""
    path = folder / FILE
    draft = path.with_suffix(".json.new")
    with draft.open("w", encoding="utf-8") as file:
        json.dump(asdict(metadata), file, indent=2, sort_keys=True)
        file.write("\n")
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
