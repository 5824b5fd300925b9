"""How quickly releases are mapped, how soon the engine is ready, and what memory it takes.

    python benchmarks/mapping.py [--rounds N] [--releases N]

One core, over the example texts. *Speed*: every text is mapped once before the clock starts; a round
maps all texts, the stages take turns within it, and the fastest round of each counts, in processor time,
since whatever else the machine does only ever adds to it. The ratio compares each stage with the first one; that
is the figure to compare between machines. spaCy's line is there where the extra [models] is. *Ready*:
a new process, from its first line to its first mapped release, without and with the compiled lexicon in
the cache. *Memory*: resident, while texts that are all different go through one mapper: the examples with
their paragraphs in another order, other years, and names of persons and satellites that no other has, drawn with
a fixed seed. `--releases 100000` takes about twenty minutes.
"""

from __future__ import annotations

import argparse
import gc
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import chain, cycle, islice
from pathlib import Path
from random import Random
from time import process_time

from kg import resources
from kg.errors import UsageError
from kg.evaluation.gold import release_text
from kg.model import Release
from kg.pipeline import Mapper

STATM = Path("/proc/self/statm")
MEGA = 1 << 20
MARKS = (1_000, 10_000, 50_000, 100_000)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
GET_READY = """
from time import perf_counter
start = perf_counter()
import sys
from pathlib import Path
from kg import kept
kept.folder = lambda: Path(sys.argv[1])
from kg.model import Release
from kg.pipeline import Mapper
Mapper().map(Release("CNES and NASA met in Paris on 3 May 2018.", "ready"))
print(perf_counter() - start)
"""


def releases() -> tuple[Release, ...]:
    """Return the example texts, as the evaluation reads them."""
    paths = resources.files("examples/releases", ".txt")
    return tuple(Release(release_text(p.read_text(encoding="utf-8")), p.name) for p in paths)


def different(texts: tuple[Release, ...]) -> Iterator[Release]:
    """Yield the texts for ever, each time in another order, with years and names of its own."""
    draw = Random(2020)
    for number, release in enumerate(cycle(texts)):
        head, *body = release.text.split("\n\n")
        draw.shuffle(body)
        text = YEAR.sub(lambda _: str(draw.randint(1990, 2030)), "\n\n".join((head, *body)))
        name = "".join(
            draw.choice(("ba", "do", "ki", "lu", "mer", "no", "ste", "vi")) for _ in "name"
        )
        more = (
            f"\n\nDr Anna {name.capitalize()}, director of the Testsat-{number} satellite, "
            f"and Jean {name[::-1].capitalize()} met on {1 + number % 28} May 2018.\n"
        )
        yield Release(text + more, f"{number} {release.origin}")


def on_one_core() -> None:
    """Let the libraries that spaCy calculates with use one thread, as the engine itself does."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"


def stages(texts: tuple[Release, ...]) -> dict[str, Callable[[], object]]:
    """Return what to time, by name."""
    rules = Mapper()
    found: dict[str, Callable[[], object]] = {
        "map": lambda: [rules.map(text) for text in texts],
        "map and write the graph": lambda: [rules.graph(rules.map(text)) for text in texts],
    }
    try:
        spacy = Mapper(extractor="spacy")
    except UsageError as error:
        print(f"without spaCy: {error.message}")
    else:
        found["map, extractor spacy"] = lambda: [spacy.map(text) for text in texts]
    return found


def fastest(works: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the seconds that each work takes at best; in a round each has its turn."""
    for work in works.values():
        work()
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            start = process_time()
            work()
            seconds[name].append(process_time() - start)
    return {name: min(times) for name, times in seconds.items()}


def speed(texts: tuple[Release, ...], rounds: int) -> Iterator[str]:
    """Yield a table of the stages."""
    words = sum(len(text.text.split()) for text in texts)
    yield f"{len(texts)} releases, {words} words, best of {rounds} rounds"
    yield f"{'stage':26}{'releases/s':>12}{'words/s':>12}{'ms each':>10}{'ratio':>8}"
    times = fastest(stages(texts), rounds)
    for name, time in times.items():
        each = 1000 * time / len(texts)
        rate = f"{len(texts) / time:>12.0f}{words / time:>12.0f}"
        yield f"{name:26}{rate}{each:>10.2f}{time / times['map']:>8.2f}"


def ready(rounds: int) -> Iterator[str]:
    """Yield how soon a new process has mapped its first release."""
    with tempfile.TemporaryDirectory() as folder:
        cold = _start(folder)
        warm = min(_start(folder) for _ in range(rounds))
    yield f"ready after {cold:.2f} s without the compiled lexicon, {warm:.2f} s with it"


def _start(folder: str) -> float:
    done = subprocess.run(
        [sys.executable, "-c", GET_READY, folder], capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def memory(texts: tuple[Release, ...], number: int) -> Iterator[str]:
    """Yield what memory is taken while `number` different releases are mapped."""
    mapper, source, done = Mapper(), different(texts), 0
    for text in texts:
        mapper.graph(mapper.map(text))
    yield f"{done:>8} different releases mapped: {resident():.0f} MB"
    for mark in sorted({*(m for m in MARKS if m < number), number}):
        for text in islice(source, mark - done):
            mapper.graph(mapper.map(text))
        done = mark
        yield f"{done:>8} different releases mapped: {resident():.0f} MB"


def resident() -> float:
    """Return the resident memory now, or at most so far where the system tells no more, in MB."""
    gc.collect()
    if STATM.exists():
        return int(STATM.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / MEGA
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / MEGA


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="rounds to take the best of")
    parser.add_argument("--releases", type=int, default=2000, help="releases to watch memory over")
    chosen = parser.parse_args()
    on_one_core()
    texts = releases()
    # Memory goes before speed, since spaCy's would be taken for the engine's.
    lines = chain(ready(chosen.rounds), memory(texts, chosen.releases), speed(texts, chosen.rounds))
    for line in lines:
        print(line, flush=True)


if __name__ == "__main__":
    main()
