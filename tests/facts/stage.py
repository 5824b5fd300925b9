"""A sentence as the readers of facts see it, as part of a small release of our own."""

from __future__ import annotations

from functools import cache

from kg import documents, entities, facts, languages, mentions
from kg.facts.clauses import Scene, lay_out
from kg.model import Fact, Linked, Mapping, Reading, Release
from kg.pipeline import Mapper

HEADS = {
    "en": "News of the week in space\n\n15 March 2021\n\n",
    "fr": "Nouvelles de la semaine spatiale\n\n15 mars 2021\n\n",
}


@cache
def mapper() -> Mapper:
    # What patterns read is told here; what is judged beyond them has tests of its own.
    return Mapper(judged=False)


def release(text: str, code: str) -> Release:
    return Release(text=HEADS[code] + text, origin="test", publisher="agency/cnes", language=code)


def linked(text: str, code: str) -> Linked:
    language = languages.load(code)
    document = documents.read(release(text, code))
    found = mentions.find(document, mapper().lexicon, language)
    return entities.link(document, found, mapper().lexicon)


def scene(text: str, code: str) -> Scene:
    """Return the scene of a release with this body."""
    return lay_out(linked(text, code), languages.load(code))


def reading(text: str, code: str, known_posts: dict[str, tuple[str, ...]] | None = None) -> Reading:
    return facts.read(linked(text, code), languages.load(code), known_posts, judged=False)


def mapping(text: str, code: str) -> Mapping:
    return mapper().map(release(text, code))


def short(key: str | None) -> str:
    """Return a key without its class."""
    return key.split("/", 1)[1] if key else "-"


def told(fact: Fact) -> str:
    return f"{short(fact.subject)} {fact.predicate} {short(fact.object)}"
