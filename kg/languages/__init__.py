"""What differs between languages, as data: one TOML file a language beside this module.

A third language is a third file. The readers of facts ask a `Language` for words and
patterns and know no language themselves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from kg import kept
from kg.wordtries import trie

_FOLDER = Path(__file__).resolve().parent
_MACRO = "macro-"
CODES = tuple(sorted(p.stem for p in _FOLDER.glob("*.toml")))


@dataclass(frozen=True, slots=True)
class Language:
    """The words and patterns of one language, as its data file gives them.

    `macros` are the patterns that others name in angle brackets, in the order in which they are put there.
    `digest` is that of the file. `pipelines` are the packages that may hold a statistical model of it, the first installed counts.
    """

    code: str
    digest: str
    months: dict[str, int]
    weekdays: dict[str, int]
    numbers: dict[str, int]
    words: dict[str, tuple[str, ...]]
    patterns: dict[str, str]
    rules: tuple[dict[str, Any], ...]
    topics: dict[str, tuple[str, ...]]
    fields: dict[str, tuple[str, ...]]
    pipelines: tuple[str, ...] = ()
    periods: dict[str, str] = field(default_factory=dict)
    steps: dict[str, int] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    seasons: dict[str, int] = field(default_factory=dict)
    macros: dict[str, str] = field(default_factory=dict)

    def alternatives(self, name: str) -> str:
        """Return a regular expression that matches the longest word of the list `name`."""
        return trie(self.words[name])

    def expand(self, pattern: str) -> str:
        """Return a pattern with the file's macros in place of their names: `<missionword>`."""
        for named, value in self.macros.items():
            pattern = pattern.replace(named, value)
        return pattern

    def set(self, name: str) -> frozenset[str]:
        """Return the word list `name` as a set."""
        return _as_set(self.words[name])


@cache
def _as_set(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words)


@cache
def load(code: str) -> Language:
    """Return the language with this code; a KeyError where there is no such file."""
    if code not in CODES:
        raise KeyError(code)
    text = (_FOLDER / f"{code}.toml").read_bytes()
    digest = kept.digest(text)
    data = _data(code, text, digest)
    return Language(
        code=code,
        digest=digest,
        months={k: n for n, names in enumerate(data["months"], 1) for k in names.split()},
        weekdays={k: n for n, names in enumerate(data["weekdays"]) for k in names.split()},
        numbers=data.get("numbers", {}),
        periods=data.get("periods", {}),
        steps=data.get("steps", {}),
        counts=data.get("counts", {}),
        seasons=data.get("seasons", {}),
        words=_lists(data["words"]),
        patterns=data["patterns"],
        rules=tuple(data.get("rule", ())),
        topics=_lists(data["topics"]),
        fields=_lists(data["fields"]),
        pipelines=tuple(data.get("pipelines", ())),
        macros={
            f"<{name.removeprefix(_MACRO)}>": pattern
            for name, pattern in data["patterns"].items()
            if name.startswith(_MACRO)
        },
    )


def _data(code: str, text: bytes, digest: str) -> dict[str, Any]:
    """Return what a language's file holds, kept as JSON: that is read sixteen times sooner than TOML."""
    held: dict[str, Any]
    (held,) = kept.made(f"language-{code}", digest, lambda: [_parsed(text)])
    return held


def _parsed(text: bytes) -> dict[str, Any]:
    # Its import alone takes as long as reading what is kept.
    import tomllib

    return tomllib.loads(text.decode())


def _lists(table: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the lists of a table, whose items stand between semicolons."""
    return {
        name: tuple(item.strip() for item in items.split(";") if item.strip())
        for name, items in table.items()
    }


_ANY, _ENDING = r"\*", r"\w*"


@cache
def fields(code: str) -> re.Pattern[str]:
    """Return what matches a whole word in small letters; the group is the semantic field it belongs to."""
    return re.compile(
        "|".join(
            f"(?P<{name}>{'|'.join(re.escape(word).replace(_ANY, _ENDING) for word in words)})"
            for name, words in load(code).fields.items()
        )
    )


@cache
def _function_words(code: str) -> frozenset[str]:
    return load(code).set("function")


def detect(text: str) -> str:
    """Return the code of the language of `text`: the one whose function words are most frequent.

    With no such word at all, the answer is "en".
    """
    counts = function_counts(text)
    return max(sorted(counts), key=lambda code: counts[code])


def function_counts(text: str) -> dict[str, int]:
    """Count the function words of each language in the first 20,000 characters of `text`."""
    words = re.findall(r"[^\W\d_]+", text[:20_000].lower())
    return {code: sum(map(_function_words(code).__contains__, words)) for code in CODES}
