"""The static site: what the server would answer, as files for any web host.

A file is written beside its place and moved there, and only where its bytes differ; what an
earlier run wrote and this one did not is taken away. What others put into the folder stays.
"""

from __future__ import annotations

import filecmp
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.errors import StoreError
from kg.publish import files as beside
from kg.publish import questions, redirects, site
from kg.publish.documents import Document, Store, overviews
from kg.publish.formats import ALL, PAGE
from kg.publish.metadata import files as extras
from kg.publish.pages import absent
from kg.publish.representation import render

LIST: Final = ".spacekg-files.json"


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site: its path below the folder, and its bytes, or the file that has them."""

    path: str
    body: bytes | Path


@dataclass(frozen=True, slots=True)
class Written:
    """What a run did to the folder, in files."""

    written: int
    unchanged: int
    removed: int


def files(store: Store) -> Iterator[File]:
    """Yield every file of the site: each document in each form, dumps and the like, rules for hosts."""
    for document in _documents(store):
        for form in ALL:
            shown = render(document, form, store)
            yield File(shown.path, shown.body)
    for path in beside.names(store):
        asset = beside.find(store, path)
        assert asset is not None
        yield File(path, asset.body)
    yield from (File(extra.path, extra.body) for extra in extras.all_of(store))
    yield from (File(name, text.encode()) for name, text in redirects.rules(store))
    yield File(redirects.ABSENT, absent.anywhere(store, PAGE.language))


def _documents(store: Store) -> Iterator[Document]:
    for path in site.paths(store):
        document = site.find(store, path)
        assert isinstance(document, Document), path
        yield document
    yield from questions.documents(store)
    # Where the server answers SPARQL, a copy says that it cannot.
    yield overviews.unasked(store)


def write(folder: Path, found: Iterable[File]) -> Written:
    """Bring a folder up to date with the files of a site; StoreError where it cannot be written."""
    try:
        return _write(folder, found)
    except OSError as error:
        raise StoreError(
            f"cannot write the site to {folder}: {error.strerror or error}",
            "Check the folder's rights and the free space, then run it again: it goes on from there.",
        ) from error


def _write(folder: Path, found: Iterable[File]) -> Written:
    folder.mkdir(parents=True, exist_ok=True)
    before, now = _listed(folder), set()
    written = 0
    for file in found:
        now.add(file.path)
        if _differs(folder / file.path, file.body):
            _put(folder / file.path, file.body)
            written += 1
    for path in sorted(before - now):
        (folder / path).unlink(missing_ok=True)
    _put(folder / LIST, json.dumps(sorted(now), indent=0, ensure_ascii=False).encode())
    return Written(written, len(now) - written, len(before - now))


def _listed(folder: Path) -> set[str]:
    """Return what an earlier run says it wrote, as far as it lies within the folder."""
    try:
        listed = json.loads((folder / LIST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return set()
    except ValueError as error:
        raise StoreError(
            f"{folder / LIST} is damaged: {error}", "Delete it, and run it again."
        ) from error
    root = folder.resolve()
    return {path for path in listed if (folder / path).resolve().is_relative_to(root)}


def _differs(path: Path, body: bytes | Path) -> bool:
    try:
        if isinstance(body, Path):
            return not filecmp.cmp(path, body, shallow=False)
        return path.stat().st_size != len(body) or path.read_bytes() != body
    except (FileNotFoundError, NotADirectoryError):
        return True


def _put(path: Path, body: bytes | Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        if isinstance(body, Path):
            shutil.copyfile(body, draft)
        else:
            draft.write_bytes(body)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
