"""The patterns of a language as gates: what each needs is worked out once for all releases to come.

Working out what three hundred patterns need takes longer than mapping many releases. It is kept in
the user's cache folder, under the digest of the patterns and of the code that reads them.
"""

from __future__ import annotations

import sys
from functools import cache

from kg import kept
from kg.encoding import filled
from kg.gates import Gate, WordList
from kg.languages import Language, load
from kg.needs import Needs, needed

_OTHERS = ("macro-", "date-", "apposed-", "mention-", "post-")
"""What begins so in a language's file is part of patterns, or is no gate."""
_SOURCES = ("needs.py", "patterns.py")


@cache
def gate(pattern: str, code: str = "") -> Gate:
    """Return the gate of a pattern with slots, of the language `code` or of none."""
    full = filled(pattern)
    return Gate(full, code, _needs(code).get(full) if code else None)


@cache
def word_list(code: str, name: str) -> Gate:
    """Return the gate of a word list of a language: whole words, in any case."""
    return WordList(load(code).words[name], load(code).alternatives(name), code)


@cache
def _needs(code: str) -> dict[str, Needs]:
    """Return what each pattern of a language needs."""
    patterns = _patterns(load(code))
    # Python's parser of patterns may change what it gives from version to version.
    version = "{}.{}".format(*sys.version_info)
    digest = kept.digest(version, *patterns, code=_SOURCES)
    folder = kept.folder()
    told = kept.read(folder, f"patterns-{code}", digest) if folder else None
    try:
        return dict(zip(patterns, map(_read, told or ()), strict=True))
    except (TypeError, ValueError):
        found = [needed(pattern) for pattern in patterns]
        if folder:
            data = [[sorted(words) for words in needs] for needs in found]
            kept.write(folder, f"patterns-{code}", digest, data)
        return dict(zip(patterns, found, strict=True))


def _read(data: list[list[str]]) -> Needs:
    return tuple(frozenset(words) for words in data)


def _patterns(language: Language) -> list[str]:
    """Return the patterns of a language's file that are gates, filled, each once."""
    texts = [t for name, t in language.patterns.items() if not name.startswith(_OTHERS)]
    for rule in language.rules:
        texts += [rule[key] for key in ("pattern", "unless") if key in rule]
    return list(dict.fromkeys(filled(language.expand(text)) for text in texts))
