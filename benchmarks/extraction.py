"""Measure the mapping on the gold set and write the figures into docs/extraction.md.

    python benchmarks/extraction.py [--print] [--extractor NAME]

What is seen and what is set aside is told apart. With --print, or another extractor than the rules,
the tables go to standard output and the page stays as it is.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from kg import resources
from kg.evaluation import evaluate, report
from kg.mentions import EXTRACTORS
from kg.pipeline import Mapper

PAGE = Path(__file__).resolve().parent.parent / "docs" / "extraction.md"


def tables(extractor: str = "rules") -> str:
    """Return the figures of the packaged gold set."""
    mapper = Mapper(extractor=extractor)
    gold = resources.folder("examples") / "gold"
    return report.figures(evaluate(gold, lambda release: mapper.graph(mapper.map(release))))


def main() -> None:
    """Measure, and write or print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--print", action="store_true", help="print, and leave the page as it is")
    parser.add_argument("--extractor", choices=EXTRACTORS, default="rules")
    chosen = parser.parse_args()
    words = tables(chosen.extractor)
    if chosen.print or chosen.extractor != "rules":
        print(words)
        return
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(report.renewed(page, words), encoding="utf-8")
    print(f"{PAGE.name} holds the new figures")


if __name__ == "__main__":
    main()
