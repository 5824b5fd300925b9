"""`_manifest.json`: the lineage of a folder of shards, and what must be found in it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from kg.errors import UnreadableError

FILE: Final = "_manifest.json"
BASE: Final = "base.nq.gz"
FACTS: Final = "facts.parquet"
REJECTED: Final = "rejected"
FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class Shard:
    """One file of quads: how many releases and quads, and the SHA-256 of its unpacked lines."""

    file: str
    releases: int
    facts: int
    evidence: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a folder of shards was made from and by, and what is in it.

    `authority` is the SHA-256 of the authority's Turtle, `checksum` that of the sorted dump (see
    `kg.shards.dump`). Nothing in it depends on when or on how many machines it was made.
    """

    base: str
    authority: str
    settings: dict[str, Any]
    versions: dict[str, str]
    inputs: tuple[dict[str, Any], ...]
    counts: dict[str, int]
    shards: tuple[Shard, ...]
    checksum: str
    format: int = field(default=FORMAT)

    def text(self) -> str:
        """Return the manifest as the text of its file."""
        return json.dumps(asdict(self), indent=2, sort_keys=True, ensure_ascii=False) + "\n"

    @property
    def releases(self) -> int:
        """Return how many releases the shards hold."""
        return sum(shard.releases for shard in self.shards)


def read(folder: Path) -> Manifest:
    """Return the manifest of a folder; UnreadableError where it has none that can be read."""
    path = folder / FILE
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["format"] != FORMAT:
            raise UnreadableError(
                f"{path} has format {content['format']!r}, this spacekg reads format {FORMAT}",
                "Install the spacekg that wrote it, or a newer one.",
            )
        shards = tuple(Shard(**shard) for shard in content.pop("shards"))
        return Manifest(**content | {"shards": shards, "inputs": tuple(content["inputs"])})
    except OSError as error:
        raise UnreadableError(
            f"{folder} holds no shards: no {FILE} in it ({error.strerror})",
            "Name the folder that spacekg build --engine spark -o wrote, whole.",
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableError(f"{path} is damaged: {error!r}", "Write the shards again.") from error
