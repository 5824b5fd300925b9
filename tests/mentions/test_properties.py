"""Whatever the text: no crash, every mention gives its words, none overlap, twice the same."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import resources
from kg.errors import UnreadableError
from kg.model import Mapping, Release
from kg.pipeline import Mapper

PIECES = [
    "CNES", "NASA", "the European Space Agency (ESA)", "Jean-Yves Le Gall", "Mr Le Gall", "MM.", "Dr.",
    "President", "président", "de l'ISRO", "Mars", "VENµS", "the InSight mission", "Soyouz", "Kourou",
    "signed", "a rencontré", "met", "lancé", "on 31 February 2016", "le 20 janvier 2016", "last July",
    "Paris, 4 August 2014", "\n", "\n\n", "\u00a0", " ", ", ", ". ", "; ", " (", ")", " and ", " et ", "’s ",
    "«", "»", "-", "–", "Ministry of ", "Université de ", "Inc.", "GmbH", "Contacts", "‹A0›", "{org:a}", "œ",
    "🛰", "ISA", "UN", "ACCORD", "Hope", "A. B. Smith", "XYZ-2", "satellite ", "@cnes.fr", "http://nasa.gov/",
]  # fmt: skip
WORDS = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
ANY = st.text(max_size=300)
SENTENCES = [
    sentence
    for path in resources.files("examples/releases", ".txt")
    for sentence in re.split(r"(?<=[.!?\n])\s+", path.read_text(encoding="utf-8"))
]
PARTS = st.lists(st.sampled_from(SENTENCES), max_size=6)
QUIET = settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)


@cache
def mapper() -> Mapper:
    return Mapper()


def mapping(text: str) -> Mapping | None:
    text = unicodedata.normalize("NFC", text).replace("\r", "\n")
    try:
        return mapper().map(Release(text=text, origin="test"))
    except UnreadableError:
        return None


def check(text: str) -> None:
    found = mapping(text)
    if found is None:
        return
    end = 0
    known = {e.key for e in found.entities}
    for mention in found.mentions:
        span = mention.span
        assert found.release.text[span.begin : span.end] == mention.text
        assert mention.text.strip()
        assert span.begin >= end
        assert mention.entity in known
        end = span.end
    assert mapping(text) == found
    assert mapper().graph(found) == mapper().graph(found)


@QUIET
@given(WORDS)
def test_any_words_of_the_genre(text: str) -> None:
    check(text)


@QUIET
@given(ANY)
def test_any_text(text: str) -> None:
    check(text)


@QUIET
@given(WORDS, st.integers(0, 400))
def test_a_text_cut_anywhere(text: str, at: int) -> None:
    check(text[at:])


@QUIET
@given(PARTS, st.sampled_from((" ", "\n", "\n\n")))
def test_sentences_of_releases_in_any_order(parts: list[str], joint: str) -> None:
    check(joint.join(parts))
