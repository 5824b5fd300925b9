"""The example texts: the founding release's twins come first, and nothing is there twice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg import resources

FOLDER = resources.folder("examples") / "releases"
ENGLISH, FRENCH = (FOLDER / f"00-cnes-pr025-2020-twin-{code}.txt" for code in ("en", "fr"))
NAMES = (
    "Jean-Yves Le Gall",
    "Dmitry Rogozin",
    "Mr Le Gall and Mr Rogozin",
    "Director General of Roscosmos",
    "French Embassy in Moscow",
    "Guiana Space Centre (CSG)",
    "Italian Ministry of Defence",
    "European Space Agency (ESA)",
    "SIRIUS-20 (Scientific International Research in Unique Terrestrial Station)",
    "Space Climate Observatory (SCO)",
    "Soyuz at the CSG",
)
ANYWHERE = (
    *("Jean-Yves Le Gall", "Pierre Levy", "Pascale Bresson", "Raphaël Sart", "Roscosmos", "CNES"),
    *("CHEOPS", "ANGELS", "EyeSat", "OPS-SAT", "Tyvak", "ESA", "ASI", "Bion-M2/MTB 2"),
    *("SIRIUS-20", "IMBP", "Cardiomed", "Space Climate Observatory (SCO)", "(CSG)", "025-2020"),
)


def _body(text: str) -> str:
    return text[text.index("-2020\n") : text.index("\nCONTACTS\n")]


def _runs(text: str, length: int) -> set[tuple[str, ...]]:
    """Return all runs of `length` words that hold no name."""
    found = set()
    for part in re.split("|".join(re.escape(name) for name in NAMES), text):
        words = re.findall(r"\w+", part.casefold())
        found |= {tuple(words[n : n + length]) for n in range(len(words) - length + 1)}
    return found


def test_the_twins_come_first() -> None:
    assert resources.files("examples/releases", ".txt")[:2] == (ENGLISH, FRENCH)


def test_there_are_forty_one_texts_and_no_two_are_the_same() -> None:
    texts = [path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.txt")]
    assert len(texts) == len(set(texts)) == 41


@pytest.mark.parametrize("path", [ENGLISH, FRENCH], ids=["en", "fr"])
def test_a_twin_tells_the_facts(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [name for name in ANYWHERE if name not in text] == []


@pytest.mark.parametrize("path", [ENGLISH, FRENCH], ids=["en", "fr"])
def test_contacts_of_a_twin_are_invented(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert set(re.findall(r"@(\S+)", text)) == {"example.org"}
    assert all(set(digits) <= set("0012 ") for digits in re.findall(r"\(0\)1([\d ]+)", text))


def test_the_versions_run_in_parallel() -> None:
    english, french = (
        _body(p.read_text(encoding="utf-8")).split("\n\n") for p in (ENGLISH, FRENCH)
    )
    assert len(english) == len(french)


def test_no_clause_of_the_founding_release_is_here(shared: Path) -> None:
    original = (shared / "releases" / "cnes-pr025-2020.txt").read_text(encoding="utf-8")
    ours = ENGLISH.read_text(encoding="utf-8")
    assert _runs(_body(ours), 5) & _runs(_body(original), 5) == set()


_PHONE = re.compile(
    r"(?:\+\d{2} ?(?:\(0\) ?)?|\b0)[1-9](?:[ .]\d\d){4}\b|\b\d{3}[-.]\d{3}[-.]\d{4}\b"
)
_NOBODYS = re.compile(r"1 99 00|1 00 00|01 99 00|-555-01")
"""Numbers that are kept free for stories, and such as cannot be dialled."""
_MAIL = re.compile(r"[\w.-]+@(?P<host>[\w.-]+\.\w+)")


def test_no_text_gives_anybodys_number_or_mail_address() -> None:
    texts = {p: p.read_text(encoding="utf-8") for p in sorted(FOLDER.parent.rglob("*.txt"))}
    given = [
        (path.name, match[0])
        for path, text in texts.items()
        for match in (*_PHONE.finditer(text), *_MAIL.finditer(text))
        if not _NOBODYS.search(match[0]) and not match[0].endswith(("@example.org", ".example"))
    ]
    assert given == []
