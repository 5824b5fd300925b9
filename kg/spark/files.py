"""The folder that Spark writes to, on any file system that Hadoop knows: there when it is whole."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from kg.errors import UsageError

if TYPE_CHECKING:
    from types import TracebackType

    from pyspark.sql import SparkSession


class Draft:
    """A folder under another name, which is moved to its place at the end, or taken away."""

    def __init__(self, files: Any, java: Any, target: str) -> None:
        self._files, self._java, self._target = files, java, target
        self.folder = f"{target}.building"

    @classmethod
    def of(cls, spark: SparkSession, folder: str) -> Self:
        """Prepare to write the new `folder`; UsageError where it holds something."""
        target = folder if "://" in folder else Path(folder).absolute().as_uri()
        context: Any = spark.sparkContext
        java = context._jvm.org.apache.hadoop.fs
        files = java.Path(target).getFileSystem(context._jsc.hadoopConfiguration())
        # Its hidden files of checksums would be taken for ours.
        files.setWriteChecksum(False)
        path = java.Path(target)
        if files.exists(path) and len(files.listStatus(path)):
            raise UsageError(f"{folder} is not empty", "Name a folder that does not exist yet.")
        draft = cls(files, java, target.rstrip("/"))
        # What a build that was killed had begun.
        draft._drop(draft.folder)
        return draft

    def __enter__(self) -> Self:
        self._files.mkdirs(self._path(self.folder))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._drop(self.folder)

    def at(self, name: str) -> str:
        """Return the address of a file or folder in the draft."""
        return f"{self.folder}/{name}"

    def put(self, name: str, text: str) -> None:
        """Write a file."""
        self._write(name, text.encode())

    def put_packed(self, name: str, text: str) -> None:
        """Write a file, gzipped."""
        self._write(name, gzip.compress(text.encode(), mtime=0))

    def move_parts(self, part: str, named: str, *, keep_empty: bool) -> list[str]:
        """Take the numbered files out of what Spark wrote into `part`; return their new names.

        `named` is the new name, with `{}` for the number. Without `keep_empty` those that hold nothing
        go.
        """
        moved: list[str] = []
        for status in sorted(self._files.listStatus(self._path(self.at(part))), key=_name):
            name = _name(status)
            if not name.startswith("part-") or not (keep_empty or status.getLen()):
                continue
            moved.append(named.format(len(moved) if not keep_empty else int(name[5:10])))
            target = self._path(self.at(moved[-1]))
            self._files.mkdirs(target.getParent())
            self._files.rename(status.getPath(), target)
        self._drop(self.at(part))
        return moved

    def done(self) -> None:
        """Move the draft to its place."""
        target = self._path(self._target)
        self._files.delete(target, False)
        self._files.rename(self._path(self.folder), target)

    def _write(self, name: str, data: bytes) -> None:
        stream = self._files.create(self._path(self.at(name)), True)
        try:
            stream.write(bytearray(data))
        finally:
            stream.close()

    def _drop(self, folder: str) -> None:
        self._files.delete(self._path(folder), True)

    def _path(self, address: str) -> Any:
        return self._java.Path(address)


def _name(status: Any) -> str:
    return str(status.getPath().getName())
