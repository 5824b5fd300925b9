"""The figures of an evaluation as Markdown tables, and their place in a page.

What was seen while rules were written is told apart from what was set aside, since only the latter
says how unseen releases are mapped. Nothing here depends on the clock or the machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from kg.errors import UnreadableError
from kg.evaluation.run import Evaluation, Result
from kg.evaluation.tally import NOTHING, Count, Tally, total

ASIDE: Final = {
    "en-cnes": frozenset({"03", "06", "09", "12", "15"}),
    "en-world": frozenset({"03", "06", "09", "12", "15"}),
    "fr": frozenset({"03", "06", "08"}),
    "written-en": frozenset(str(number) for number in range(45, 65)),
    "written-en2": frozenset(str(number) for number in range(41, 51)),
    "written-fr": frozenset(str(number) for number in range(33, 49)),
    "written-fr2": frozenset(str(number) for number in range(20, 25)),
    "written-en3": frozenset(str(number) for number in range(63, 91)),
    "written-fr3": frozenset(str(number) for number in range(13, 27)),
    "written-en4": frozenset(str(number) for number in range(101, 151)),
    "written-fr4": frozenset(str(number) for number in range(34, 51)),
    "written-en5": frozenset(str(number) for number in range(37, 57)),
    "written-fr5": frozenset(f"{number:02}" for number in range(9, 13)),
    "written-en6": frozenset(str(number) for number in range(33, 45)),
    "written-fr6": frozenset(str(number) for number in range(15, 21)),
    "written-en7": frozenset(str(number) for number in range(15, 21)),
    "written-fr7": frozenset({"06", "07"}),
    "written-en8": frozenset(str(number) for number in range(22, 31)),
    "written-fr8": frozenset(str(number) for number in range(13, 19)),
    "reworded-en": frozenset(str(number) for number in range(22, 43)),
    "reworded-fr": frozenset({"06", "07", "08", "09", "10"}),
}
"""The texts of our sets that nobody looks at while writing rules, and from which nothing is learned."""

BEGIN: Final = "<!-- figures: written by make evaluate, do not edit -->"
END: Final = "<!-- end of figures -->"
_PART: Final = {False: "seen", True: "set aside"}
_MEASURES: Final = {"entity": "entities", "fact": "facts", "event": "events"}
_SHARES: Final = ("P", "R", "F1")
_Parts = dict[str, list[Result]]


def figures(evaluation: Evaluation) -> str:
    """Return the tables: by set, by language, by relation, kind of event and class of entity."""
    results = evaluation.results
    whole = _divided(results, lambda result: "all")
    by_set = {**_divided(results, lambda result: result.set), **whole}
    sections = (
        ("By set", _by_part("set", by_set)),
        ("By language", _by_part("language", _divided(results, lambda result: result.language))),
        ("By relation", _by_detail("relation", "fact", whole)),
        ("By kind of event", _by_detail("event", "event", whole)),
        ("By class of entity", _by_detail("class", "entity", whole)),
    )
    return "\n\n".join("\n".join((f"### {title}", "", *lines)) for title, lines in sections)


def renewed(page: str, words: str) -> str:
    """Return the page with `words` between its two marks."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise UnreadableError(
            "the page has no place for figures", f"Write {BEGIN} and {END} in it."
        )
    return f"{before}{BEGIN}\n\n{words}\n\n{END}{after}"


def is_aside(set_name: str, name: str) -> bool:
    """Tell whether a text was set aside."""
    return name in ASIDE.get(set_name, ())


def _divided(results: Iterable[Result], name: Callable[[Result], str]) -> _Parts:
    """Return the results by name and by whether they were seen, sorted."""
    parts: _Parts = {}
    for result in results:
        parts.setdefault(f"{name(result)}, {_PART[is_aside(result.set, result.name)]}", []).append(
            result
        )
    return dict(sorted(parts.items()))


def _by_part(title: str, parts: _Parts) -> Iterator[str]:
    """Yield a table with a line a part."""
    columns = (f"{name} {share}" for name in _MEASURES.values() for share in _SHARES)
    yield from _head(title, "texts", *columns, "grounded")
    for name, results in parts.items():
        tally = total(result.tally for result in results)
        shares = (cell for measure in _MEASURES for cell in _shares(tally.count(measure)))
        yield _row(name, str(len(results)), *shares, f"{tally.grounding:.3f}")


def _by_detail(title: str, measure: str, parts: _Parts) -> Iterator[str]:
    """Yield a table with a line a relation, kind or class, and columns for each part."""
    tallies = [total(result.tally for result in results) for results in parts.values()]
    columns = (f"{part}: {cell}" for part in parts for cell in ("asked", *_SHARES))
    yield from _head(title, *(column.removeprefix("all, ") for column in columns))
    for detail in _details(tallies, measure):
        counts = [tally.count(f"{measure}:{detail}") for tally in tallies]
        yield _row(detail, *(cell for count in counts for cell in (_asked(count), *_shares(count))))


def _asked(count: Count) -> str:
    return str(count.found + count.missed)


def _details(tallies: Iterable[Tally], measure: str) -> list[str]:
    measures = {name for tally in tallies for name, _ in tally.counts}
    return sorted(name.partition(":")[2] for name in measures if name.startswith(f"{measure}:"))


def _shares(count: Count) -> tuple[str, str, str]:
    """Return precision, recall and F1; no share of nothing."""
    said, asked = count.found + count.invented, count.found + count.missed
    return (
        f"{count.precision:.2f}" if said else NOTHING,
        f"{count.recall:.2f}" if asked else NOTHING,
        f"{count.f1:.2f}" if said + asked else NOTHING,
    )


def _head(first: str, *columns: str) -> Iterator[str]:
    yield _row(first, *columns)
    yield _row("---", *("--:" for _ in columns))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
