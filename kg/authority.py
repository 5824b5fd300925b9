"""The known names as a lexicon: which words may stand for which known individual.

Read from `ontology/authority/*.ttl` (and a user's own files). Every name is matched in one pass
by an Aho-Corasick automaton (Aho and Corasick 1975; the `ahocorasick_rs` library) over a folded
copy of the text that keeps each character's place, so that offsets need no second look-up.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pyoxigraph as ox
from ahocorasick_rs import AhoCorasick, MatchKind

from kg.errors import UnreadableError
from kg.names import fold, is_acronym, strip_accents
from kg.resources import files
from kg.vocab import DEFAULT_BASE, ORG, RDF, RDFS, SKG, SKOS

_ID = DEFAULT_BASE + "id/"
_LABELS = (RDFS.label, SKOS.altLabel, SKG.contextualLabel)
_SHORT = 3
_DESCRIPTION = re.compile(r"\bspace (?:agency|organi[sz]ation|centre|center)$")
"""What ends so describes an agency ("the Italian space agency ASI") and does not name it."""


@dataclass(frozen=True, slots=True)
class Known:
    """A known individual: its key ("agency/cnes"), class, labels, and what a mapping needs."""

    key: str
    kind: str
    label: str
    labels: tuple[tuple[str, str], ...]
    country: str | None = None
    since: str | None = None
    until: str | None = None
    posts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a surface: the individual, and whether it counts only in company."""

    key: str
    contextual: bool
    exact_case: bool
    surface: str


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of a text that are a known name: offsets, and the senses that fit their case."""

    begin: int
    end: int
    senses: tuple[Sense, ...]


@dataclass(frozen=True)
class Lexicon:
    """All known individuals and the automaton over their names."""

    known: dict[str, Known]
    senses: tuple[tuple[Sense, ...], ...]
    automaton: AhoCorasick
    demonyms: dict[str, str]
    digest: str
    by_fold: dict[str, tuple[str, ...]] = field(repr=False)

    def hits(self, text: str) -> Iterator[Hit]:
        """Yield known names in `text`, leftmost and longest, whole words only."""
        haystack = _flatten(text)
        for which, begin, end in self.automaton.find_matches_as_indexes(haystack):
            if _inside_word(haystack, begin, end):
                continue
            fitting = tuple(s for s in self.senses[which] if _fits(s, text[begin:end]))
            if fitting:
                yield Hit(begin, end, fitting)

    def lookup(self, name: str) -> tuple[str, ...]:
        """Return the keys of the individuals called `name`, whatever its case and accents."""
        return self.by_fold.get(fold(name), ())


class _Plain(dict[int, str]):
    """A translation table that works out each character's plain form when first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        plain = next((p for p in (strip_accents(char).lower(), char.lower()) if len(p) == 1), char)
        if char in "’‘ʼ´`":
            plain = "'"
        elif char in "‐‑–":
            plain = "-"
        elif char.isspace():
            plain = " "
        self[code] = plain
        return plain


_PLAIN = _Plain()


def _flatten(text: str) -> str:
    """Lower-case and strip accents, one character for one: offsets stay those of `text`."""
    return text.translate(_PLAIN)


def _inside_word(text: str, begin: int, end: int) -> bool:
    before = begin > 0 and text[begin - 1].isalnum() and text[begin].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return before or after


def _fits(sense: Sense, words: str) -> bool:
    """Tell whether the case of `words` fits: an acronym's exactly, a name's by its first letter."""
    if sense.exact_case:
        return words == sense.surface or (len(words) > _SHORT and words == sense.surface.upper())
    if _DESCRIPTION.search(words):
        return False
    return words[:1].isupper() or not sense.surface[:1].isupper()


def load(extra: Iterable[Path] = ()) -> Lexicon:
    """Return the lexicon of the packaged authority and of `extra` Turtle files."""
    return _load(tuple(extra))


@cache
def _load(extra: tuple[Path, ...]) -> Lexicon:
    triples: list[ox.Triple] = []
    digest = hashlib.sha256()
    for path in (*files("ontology/authority", ".ttl"), *extra):
        data = _bytes(path)
        digest.update(data)
        triples.extend(_parse(path, data))
    return _compile(triples, digest.hexdigest())


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(f"{path}: {error.strerror}", "Name a Turtle file.") from error


def _parse(path: Path, data: bytes) -> list[ox.Triple]:
    try:
        return [q.triple for q in ox.parse(data, format=ox.RdfFormat.TURTLE)]
    except (SyntaxError, ValueError) as error:
        raise UnreadableError(f"{path}: {error}", "Mend the Turtle and try again.") from error


def _compile(triples: list[ox.Triple], digest: str) -> Lexicon:
    index: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = {}
    for t in triples:
        if isinstance(t.subject, ox.NamedNode) and isinstance(t.object, ox.NamedNode | ox.Literal):
            properties = index.setdefault(t.subject.value, {})
            properties.setdefault(t.predicate.value, []).append(t.object)
    posts = _posts(index)
    known: dict[str, Known] = {}
    surfaces: dict[str, list[Sense]] = {}
    demonyms: dict[str, str] = {}
    for iri in sorted(index):
        entry = _known(iri, index[iri], posts)
        if entry is None:
            continue
        known[entry.key] = entry
        _add_senses(entry, index[iri], surfaces)
        for word in index[iri].get(SKG.demonym, ()):
            demonyms[word.value.casefold()] = entry.key
    names = sorted(surfaces)
    by_fold: dict[str, list[str]] = {}
    for name in names:
        keys = by_fold.setdefault(fold(name), [])
        keys.extend(s.key for s in surfaces[name] if s.key not in keys)
    return Lexicon(
        known=known,
        senses=tuple(tuple(surfaces[n]) for n in names),
        automaton=AhoCorasick(names, matchkind=MatchKind.LeftmostLongest),
        demonyms=demonyms,
        digest=digest,
        by_fold={k: tuple(v) for k, v in by_fold.items()},
    )


def _posts(
    index: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]],
) -> dict[str, list[tuple[str, str]]]:
    posts: dict[str, list[tuple[str, str]]] = {}
    for properties in index.values():
        members = properties.get(ORG.member, ())
        for member in members:
            for place in properties.get(ORG.organization, ()):
                since = properties.get(SKG.since, [ox.Literal("")])[0].value
                posts.setdefault(member.value, []).append((place.value.removeprefix(_ID), since))
    return posts


def _known(
    iri: str,
    properties: dict[str, list[ox.NamedNode | ox.Literal]],
    posts: dict[str, list[tuple[str, str]]],
) -> Known | None:
    kinds = [t.value.removeprefix(SKG.iri) for t in properties.get(RDF.type, ()) if t.value.startswith(SKG.iri)]
    labels = [o for o in properties.get(RDFS.label, ()) if isinstance(o, ox.Literal)]
    if not iri.startswith(_ID) or not labels or not kinds or kinds[0] == "Topic":
        return None
    english = [o.value for o in labels if o.language == "en"]
    country = properties.get(SKG.agencyOf) or properties.get(SKG.locatedIn) or [None]
    return Known(
        key=iri.removeprefix(_ID),
        kind=kinds[0],
        label=sorted(english or [o.value for o in labels])[0],
        labels=tuple(sorted((o.value, o.language or "") for o in labels)),
        country=country[0].value.removeprefix(_ID) if country[0] is not None else None,
        since=_first(properties, SKG.since),
        until=_first(properties, SKG.until),
        posts=tuple(sorted(posts.get(iri, ()))),
    )


def _first(properties: dict[str, list[ox.NamedNode | ox.Literal]], term: str) -> str | None:
    values = properties.get(term)
    return values[0].value if values else None


def _add_senses(
    entry: Known,
    properties: dict[str, list[ox.NamedNode | ox.Literal]],
    surfaces: dict[str, list[Sense]],
) -> None:
    needing = {o.value.strip() for o in properties.get(SKG.contextualLabel, ())}
    for term in _LABELS:
        for label in properties.get(term, ()):
            name = label.value.strip()
            flat = _flatten(name)
            contextual = name in needing or len(name) < _SHORT - 1
            sense = Sense(entry.key, contextual, is_acronym(name), name)
            senses = surfaces.setdefault(flat, [])
            if all((s.key, s.surface) != (sense.key, sense.surface) for s in senses):
                senses.append(sense)


