"""The tables of figures, and the page that shows them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg import resources
from kg.errors import UnreadableError
from kg.evaluation import Evaluation, Result, Tally, evaluate, gold_sets, report
from kg.pipeline import Mapper

FOLDER = resources.folder("examples") / "gold"


def result(home: str, name: str, language: str, found: int, missed: int) -> Result:
    tally = Tally()
    for outcome, times in (("found", found), ("missed", missed)):
        for _ in range(times):
            tally.tick(outcome, "entity", "fact", "fact:leads")
    tally.ground(True)
    return Result(home, name, language, tally)


@pytest.fixture
def evaluation() -> Evaluation:
    return Evaluation(
        (
            result("fr", "01", "fr", 3, 1),
            result("fr", "03", "fr", 1, 1),
            result("mine", "03", "en", 1, 0),
        )
    )


def rows(words: str, title: str) -> dict[str, list[str]]:
    """Return the lines of the table below a heading by their first cell, without the rule."""
    section = words.split(f"### {title}\n\n")[1].split("\n\n", maxsplit=1)[0]
    cells = [[c.strip() for c in line.strip("|").split("|")] for line in section.splitlines()]
    return {first: rest for first, *rest in cells if first != "---"}


def test_what_was_set_aside_is_told_apart(evaluation: Evaluation) -> None:
    table = rows(report.figures(evaluation), "By set")
    assert list(table) == [
        "set", "fr, seen", "fr, set aside", "mine, seen", "all, seen", "all, set aside",
    ]  # fmt: skip
    assert table["fr, seen"][:4] == ["1", "1.00", "0.75", "0.86"]
    assert table["fr, set aside"][:4] == ["1", "1.00", "0.50", "0.67"]
    assert table["all, seen"][0] == "2"
    assert {row[-1] for name, row in table.items() if name != "set"} == {"1.000"}


def test_each_relation_has_its_line(evaluation: Evaluation) -> None:
    table = rows(report.figures(evaluation), "By relation")
    assert table["relation"][0] == "seen: asked"
    assert table["leads"] == ["5", "1.00", "0.80", "0.89", "2", "1.00", "0.50", "0.67"]


def test_nothing_asked_gives_no_share(evaluation: Evaluation) -> None:
    assert rows(report.figures(evaluation), "By set")["fr, seen"][7:10] == ["—", "—", "—"]


def test_every_text_set_aside_is_there() -> None:
    sets = (*gold_sets(FOLDER), *gold_sets(FOLDER.parent / "written"))
    names = {s.name: {gold.name for gold in s.golds} for s in sets}
    assert report.ASIDE.keys() == names.keys()
    assert all(chosen <= names[name] for name, chosen in report.ASIDE.items())


@pytest.mark.parametrize(("folder", "share"), [("gold", 3), ("written", 4)])
def test_enough_texts_are_set_aside(folder: str, share: int) -> None:
    sets = gold_sets(FOLDER.parent / folder)
    chosen = sum(len(report.ASIDE[s.name]) for s in sets)
    assert chosen * share >= sum(len(s.golds) for s in sets)


def test_a_page_keeps_what_is_around_the_figures() -> None:
    page = f"before\n{report.BEGIN}\nold\n{report.END}\nafter\n"
    once = report.renewed(page, "new")
    assert once == f"before\n{report.BEGIN}\n\nnew\n\n{report.END}\nafter\n"
    assert report.renewed(once, "new") == once


@pytest.mark.parametrize("page", ["", report.BEGIN, f"{report.END}{report.BEGIN}"])
def test_a_page_without_the_marks(page: str) -> None:
    with pytest.raises(UnreadableError, match="no place for figures"):
        report.renewed(page, "new")


def shape(words: str) -> list[str]:
    """Return headings and tables without their figures; of details only what the columns are.

    Which relations have a line depends on what is invented, and changes with the rules.
    """
    parts, details = words.split("### By relation")
    heads = [line for line in details.splitlines() if ": asked" in line or line.startswith("#")]
    return [*re.sub(r"\d\.\d+|—", "x", parts).splitlines(), *heads]


def test_the_page_shows_what_make_evaluate_writes(checkout: Path) -> None:
    page = (checkout / "docs" / "extraction.md").read_text(encoding="utf-8")
    shown = page.partition(report.BEGIN)[2].partition(report.END)[0].strip()
    mapper = Mapper()
    result = evaluate(FOLDER, lambda release: mapper.graph(mapper.map(release)))
    assert shape(shown) == shape(report.figures(result))
