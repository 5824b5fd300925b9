"""Names that two individuals share are listed, each with its reason, and no other names are."""

from __future__ import annotations

from pathlib import Path

from kg.names import strip_accents
from tests.authority.reading import individuals, report

KNOWN = Path(__file__).with_name("known_collisions.txt")


def spelling(name: str) -> str:
    """Return `name` as the lexicon compares it: without case, accents and curly quotes."""
    return strip_accents(name).casefold().replace("’", "'")


def collisions() -> dict[str, list[str]]:
    """Return the spellings of several individuals, unless all bear it in company only."""
    bearers: dict[str, dict[str, bool]] = {}
    for one in individuals():
        if one.kind == "Topic":
            continue  # a topic's labels are words that point to it, not names
        for name, contextual in one.names():
            owners = bearers.setdefault(spelling(name), {})
            owners[one.key] = owners.get(one.key, True) and contextual
    return {
        name: sorted(owners)
        for name, owners in bearers.items()
        if len(owners) > 1 and not all(owners.values())
    }


def known() -> dict[str, str]:
    """Return the listed names with their reasons."""
    rows = [r for r in KNOWN.read_text("utf-8").splitlines() if r and not r.startswith("#")]
    pairs = [row.partition("  # ") for row in rows]
    return {name: reason for name, _, reason in pairs}


def test_a_shared_name_is_listed() -> None:
    listed = {spelling(name) for name in known()}
    wrong = [f"{n}: {', '.join(k)}" for n, k in collisions().items() if n not in listed]
    assert not wrong, report(wrong)


def test_a_listed_name_is_still_shared() -> None:
    shared = collisions()
    stale = [name for name in known() if spelling(name) not in shared]
    assert not stale, report(stale)


def test_each_listed_name_has_a_reason_and_stands_once() -> None:
    rows = [r for r in KNOWN.read_text("utf-8").splitlines() if r and not r.startswith("#")]
    assert len(rows) == len(known())
    assert all(known().values())
