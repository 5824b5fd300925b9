"""Reads JSON lines: an object a line, its text and metadata under the keys below.

`text` is needed; `title`, `date` (YYYY-MM-DD), `publisher`, `lang`, `url` and `number` may stand
beside it, other keys are passed over. The file may be of any size: it is read line by line, and a
broken line is yielded as an error that names it. A `.json` file may also hold one such object, or
a list of them, written over many lines.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader

from kg.errors import UnreadableError
from kg.model import Release
from kg.releases.charset import decode
from kg.releases.prose import prose
from kg.releases.source import MAX_TEXT, Source, too_long
from kg.releases.stated import day, language, line
from kg.releases.text import extraction

MEDIA_TYPE = "application/jsonl"

# JSON may write a character in six (\u00e9).
MAX_LINE = 6 * MAX_TEXT

_REMEDY = 'A line is an object such as {"text": "...", "title": "...", "date": "2020-02-17"}.'
_FIELDS = ("text", "title", "date", "publisher", "lang", "url", "number")


@dataclass(frozen=True, slots=True)
class Item:
    """A JSON value that should be a release, and the character set that it was written in."""

    origin: str
    value: object
    charset: str


def read(source: Source) -> Iterator[Release | UnreadableError]:
    """Yield the release of each object, or the error that says why there is none."""
    empty = True
    for item in _written_out(source) if _is_written_out(source) else _by_line(source):
        empty = False
        yield _guarded(item) if isinstance(item, Item) else item
    if empty:
        raise UnreadableError(f"{source.origin}: no text", _REMEDY)


def read_line(data: bytes, origin: str) -> Release | UnreadableError:
    """Return the release on one line, for who has divided a file into lines already."""
    item = _line(data, origin)
    return _guarded(item) if isinstance(item, Item) else item


def read_object(value: dict[str, object], origin: str) -> Release | UnreadableError:
    """Return the release of an object that another format held, a row of a table perhaps."""
    return _guarded(Item(origin, value, "utf-8"))


def _is_written_out(source: Source) -> bool:
    """Tell a JSON file over many lines from JSON lines: no first line is an object by itself."""
    first = source.head().removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")[0].rstrip()
    return first.startswith(b"[") or first == b"{"


def _by_line(source: Source) -> Iterator[Item | UnreadableError]:
    """Yield the value on each line that is not empty, or what is wrong with it."""
    number = 0
    while data := source.stream.readline(MAX_LINE + 1):
        number += 1
        origin = f"{source.origin}:{number}"
        if len(data) > MAX_LINE:
            _skip_line(source.stream)
            yield too_long(origin, MAX_TEXT)
        elif data.strip(b" \t\r\n\xef\xbb\xbf"):
            yield _line(data, origin)


def _line(data: bytes, origin: str) -> Item | UnreadableError:
    try:
        return _parsed(data, origin)
    except UnreadableError as error:
        return error


def _skip_line(stream: BufferedReader) -> None:
    while (data := stream.readline(1 << 20)) and not data.endswith(b"\n"):
        pass


def _written_out(source: Source) -> Iterator[Item]:
    whole = _parsed(source.content(), source.origin)
    values = whole.value if isinstance(whole.value, list) else [whole.value]
    for number, value in enumerate(values, 1):
        yield Item(f"{source.origin}#{number}", value, whole.charset)


def _parsed(data: bytes, origin: str) -> Item:
    text, charset = decode(data, origin)
    try:
        return Item(origin, json.loads(text), charset)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"{origin}: no JSON ({error})", _REMEDY) from error


def _guarded(item: Item) -> Release | UnreadableError:
    try:
        return _release(item)
    except UnreadableError as error:
        return error


def _release(item: Item) -> Release:
    origin = item.origin
    if not isinstance(item.value, dict):
        raise UnreadableError(f"{origin}: a JSON value, but no object", _REMEDY)
    fields = {name: _string(item.value.get(name), name, origin) for name in _FIELDS}
    issued = day(fields["date"])
    if fields["date"] and issued is None:
        raise UnreadableError(
            f'{origin}: "date" is {fields["date"]!r}', "Write the date as YYYY-MM-DD."
        )
    return Release(
        text=prose(fields["text"] or "", origin),
        origin=origin,
        publisher=line(fields["publisher"]),
        number=line(fields["number"]),
        issued=issued,
        language=language(fields["lang"]),
        title=line(fields["title"]),
        source=line(fields["url"]),
        media_type=MEDIA_TYPE,
        extraction=extraction(item.charset),
    )


def _string(value: object, name: str, origin: str) -> str | None:
    if name == "number" and type(value) is int:
        return str(value)
    if value is None or isinstance(value, str):
        return value
    raise UnreadableError(f'{origin}: "{name}" is not a string', _REMEDY)
