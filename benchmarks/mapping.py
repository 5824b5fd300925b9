"""How many releases a second are mapped: warm, on one core, over the example texts.

    python benchmarks/mapping.py [--rounds N]

The engine is made ready and every text is mapped once before the clock starts. A round maps all
texts; the fastest round counts, since whatever else the machine does only ever adds time. The
last column compares each stage with the first one.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from time import perf_counter

from kg import resources
from kg.evaluation.gold import release_text
from kg.model import Release
from kg.pipeline import Mapper


def releases() -> tuple[Release, ...]:
    """Return the example texts, as the evaluation reads them."""
    paths = resources.files("examples/releases", ".txt")
    return tuple(Release(release_text(p.read_text(encoding="utf-8")), p.name) for p in paths)


def fastest(work: Callable[[], object], rounds: int) -> float:
    """Return the seconds that `work` takes at best."""
    work()
    seconds = []
    for _ in range(rounds):
        start = perf_counter()
        work()
        seconds.append(perf_counter() - start)
    return min(seconds)


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="rounds to take the best of")
    rounds = parser.parse_args().rounds
    start = perf_counter()
    mapper, texts = Mapper(), releases()
    mapper.map(texts[0])
    ready = perf_counter() - start
    stages: dict[str, Callable[[], object]] = {
        "map": lambda: [mapper.map(text) for text in texts],
        "map and write the graph": lambda: [mapper.graph(mapper.map(text)) for text in texts],
    }
    times = {name: fastest(work, rounds) for name, work in stages.items()}
    words = sum(len(text.text.split()) for text in texts)
    print(f"{len(texts)} releases, {words} words; ready, first release included: {ready:.2f} s")
    print(f"{'stage':26}{'releases/s':>12}{'words/s':>12}{'ms each':>10}{'ratio':>8}")
    base = times["map"]
    for name, time in times.items():
        each = 1000 * time / len(texts)
        rate = f"{len(texts) / time:>12.0f}{words / time:>12.0f}"
        print(f"{name:26}{rate}{each:>10.2f}{time / base:>8.2f}")


if __name__ == "__main__":
    main()
