"""Read the header of a query file: its leading `#+` lines, in a strict small part of YAML.

    #+ summary: one line
    #+ description: |
    #+   lines of text
    #+ params:
    #+   - name: min
    #+     type: number

A value is the rest of its line, without quotes. Whatever does not fit is told with its line:
a header that is half understood would bind half the parameters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from kg.queries.model import COLUMN_KINDS, EDGES, GROUPS, KINDS, Column, Param
from kg.vocab import SKG

_START = "#+"
_SECTION = re.compile(r"(\w+):[ \t]*(.*)")
_ENTRY = re.compile(r"[ \t]+(-[ \t]+)?(\w+):[ \t]*(.*)")
_NAME = re.compile(r"[a-z]\w*", re.ASCII)
_PARAM_KEYS = ("name", "type", "help", "default", "example", "required", "of", "edge", "choices")
_COLUMN_KEYS = ("name", "type", "help")
_Part = TypeVar("_Part", Param, Column)


class HeaderError(Exception):
    """A header line that cannot be understood."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line


@dataclass(frozen=True, slots=True)
class Header:
    """What a header says."""

    summary: str = ""
    title: str = ""
    title_fr: str = ""
    group: str = GROUPS[0]
    description: str = ""
    silence: str = ""
    params: tuple[Param, ...] = ()
    columns: tuple[Column, ...] = ()


@dataclass(slots=True)
class _Section:
    """A key at the margin, the rest of its line, and the indented lines below."""

    line: int
    key: str
    value: str
    body: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Entry:
    """One item of a list: its keys and values."""

    line: int
    values: dict[str, str] = field(default_factory=dict)

    def one_of(self, key: str, allowed: tuple[str, ...]) -> str:
        """Return the value of `key`, the first of the allowed ones where it is missing."""
        value = self.values.get(key, allowed[0])
        if value not in allowed:
            raise HeaderError(self.line, f"{key} {value!r} is none of: {', '.join(allowed)}")
        return value


def read_header(text: str) -> Header:
    """Read the leading `#+` lines of a query file; HeaderError says which line is wrong."""
    sections: dict[str, _Section] = {}
    for section in _sections(text):
        if section.key not in Header.__dataclass_fields__:
            known = ", ".join(Header.__dataclass_fields__)
            raise HeaderError(section.line, f"unknown key {section.key!r}; known are: {known}")
        if section.key in sections:
            raise HeaderError(section.line, f"{section.key} is said twice")
        sections[section.key] = section
    return Header(
        summary=_line(sections.get("summary")),
        title=_line(sections.get("title")),
        title_fr=_line(sections.get("title_fr")),
        group=_group(sections.get("group")),
        description=_block(sections.get("description")),
        silence=_block(sections.get("silence")),
        params=_parts(sections.get("params"), _PARAM_KEYS, _param),
        columns=_parts(sections.get("columns"), _COLUMN_KEYS, _column),
    )


def _sections(text: str) -> Iterator[_Section]:
    section = None
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith(_START):
            break
        content = line.removeprefix(_START).removeprefix(" ").rstrip()
        if match := _SECTION.fullmatch(content):
            if section:
                yield section
            section = _Section(number, match[1], match[2])
        elif section and (not content or content[0].isspace()):
            section.body.append((number, content))
        else:
            raise HeaderError(number, "expected 'key: value', or an indented line of the last key")
    if section:
        yield section


def _line(section: _Section | None) -> str:
    if section and section.body:
        raise HeaderError(section.body[0][0], f"{section.key} is one line")
    return section.value if section else ""


def _block(section: _Section | None) -> str:
    if section is None:
        return ""
    if section.value != "|":
        return _line(section)
    return "\n".join(content.strip() for _, content in section.body).strip()


def _group(section: _Section | None) -> str:
    group = _line(section) or GROUPS[0]
    if section and group not in GROUPS:
        raise HeaderError(section.line, f"group {group!r} is none of: {', '.join(GROUPS)}")
    return group


def _parts(
    section: _Section | None, keys: tuple[str, ...], make: Callable[[_Entry], _Part]
) -> tuple[_Part, ...]:
    if section is None:
        return ()
    if section.value:
        raise HeaderError(section.line, f"{section.key} takes a list of '- name: ...' below it")
    parts = tuple(make(entry) for entry in _entries(section, keys))
    names = [part.name for part in parts]
    for name in names:
        if not _NAME.fullmatch(name) or names.count(name) > 1:
            raise HeaderError(section.line, f"{section.key}: the name {name!r} is twice or no name")
    return parts


def _entries(section: _Section, keys: tuple[str, ...]) -> list[_Entry]:
    entries: list[_Entry] = []
    for number, content in section.body:
        match = _ENTRY.fullmatch(content)
        if match and match[1]:
            entries.append(_Entry(number))
        if not match or not entries:
            raise HeaderError(number, "expected '- name: value' or 'key: value'")
        if match[2] not in keys or match[2] in entries[-1].values:
            raise HeaderError(number, f"{match[2]} is said twice or none of: {', '.join(keys)}")
        entries[-1].values[match[2]] = match[3]
    return entries


def _param(entry: _Entry) -> Param:
    if "type" not in entry.values:
        raise HeaderError(entry.line, f"a parameter needs a type, one of: {', '.join(KINDS)}")
    values, kind = entry.values, entry.one_of("type", KINDS)
    of = values.get("of")
    if of is not None and of not in SKG.terms:
        raise HeaderError(entry.line, f"of: {of!r} is no class of the ontology")
    choices = tuple(c.strip() for c in values.get("choices", "").split(",") if c.strip())
    if bool(choices) is not (kind == "choice"):
        raise HeaderError(entry.line, "a choice, and nothing else, has choices")
    return Param(
        name=values.get("name", ""),
        kind=kind,
        help=values.get("help", ""),
        default=values.get("default"),
        example=values.get("example"),
        required=entry.one_of("required", ("no", "yes")) == "yes",
        of=of,
        edge=entry.one_of("edge", EDGES),
        choices=choices,
    )


def _column(entry: _Entry) -> Column:
    return Column(
        name=entry.values.get("name", ""),
        help=entry.values.get("help", ""),
        kind=entry.one_of("type", COLUMN_KINDS),
    )
