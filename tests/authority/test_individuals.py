"""Each individual of the authority is named, typed and addressed by the rules."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.vocab import OWL, RDF, RDFS, SKG, SKOS
from tests.authority.reading import (
    BASE,
    NAMING,
    individuals,
    is_a,
    nodes,
    paths,
    ranges,
    report,
    segment,
)

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TAG = re.compile(r"([a-z]{2})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?")
_ENTITY = re.compile(r"http://www\.wikidata\.org/entity/Q[1-9]\d*")
# The languages of ISO 639-1 that the authority has names in; a new one is added here.
_LANGUAGES = re.compile(
    "ar|az|be|bg|cs|da|de|el|en|es|et|fa|fi|fr|he|hi|hr|hu|hy|id|it|ja|kk|ko|lb|lt|lv|ms|nb|nl|no"
    "|pl|pt|ro|ru|sk|sl|sr|sv|th|tr|uk|ur|uz|vi|zh"
)


def test_every_file_parses_and_holds_something() -> None:
    assert len(paths()) >= 5
    assert individuals()


def test_each_has_one_label_in_english_and_one_in_french() -> None:
    wrong = [
        f"{one.file}: {one.key}: labels in {tags}"
        for one in individuals()
        if (tags := sorted(o.language or "none" for o in one.literals(RDFS.label))) != ["en", "fr"]
    ]
    assert not wrong, report(wrong)


def test_the_iri_tells_the_class_and_a_slug() -> None:
    wrong = [
        f"{one.file}: {one.iri} is no {segment(one.kind)}/slug"
        for one in individuals()
        if one.kind and not _addressed(one.key, one.kind)
    ]
    assert not wrong, report(wrong)


def _addressed(key: str, kind: str) -> bool:
    head, _, slug = key.partition("/")
    return head == segment(kind) and _SLUG.fullmatch(slug) is not None


def test_names_are_tagged_with_a_language_trimmed_and_composed() -> None:
    wrong = [
        f"{one.file}: {one.key}: {text}"
        for one in individuals()
        for predicate in (*NAMING, SKG.demonym)
        for text in one.literals(predicate)
        if not _well_written(text)
    ]
    assert not wrong, report(wrong)


def _well_written(name: ox.Literal) -> bool:
    tag = _TAG.fullmatch((name.language or "").lower())
    known = tag is not None and _LANGUAGES.fullmatch(tag[1]) is not None
    composed = unicodedata.normalize("NFC", name.value) == name.value
    return known and composed and name.value == " ".join(name.value.split()) != ""


def test_no_name_is_both_contextual_and_not() -> None:
    wrong = [
        f"{one.file}: {one.key}: {name!r} is an altLabel and a contextualLabel"
        for one in individuals()
        for name in _texts(one.literals(SKOS.altLabel)) & _texts(one.literals(SKG.contextualLabel))
    ]
    assert not wrong, report(wrong)


def _texts(literals: list[ox.Literal]) -> set[str]:
    return {o.value for o in literals}


def test_no_link_dangles() -> None:
    wrong = [
        f"{node.file}: {node.key}: {target} is described nowhere"
        for node in nodes().values()
        for predicate in node.said
        for target in node.links(predicate)
        if target.startswith(BASE) and target not in nodes()
    ]
    assert not wrong, report(wrong)


def test_links_lead_where_the_ontology_says() -> None:
    wrong = [
        f"{one.file}: {one.key}: {predicate.removeprefix(SKG.iri)} leads to {target}"
        for one in individuals()
        for predicate in one.said.keys() & ranges().keys()
        for target in one.links(predicate)
        if (end := nodes().get(target)) and not is_a(end.kind or "", ranges()[predicate])
    ]
    assert not wrong, report(wrong)


def test_terms_of_our_own_are_in_the_vocabulary() -> None:
    wrong = [
        f"{node.file}: {node.key}: {term}"
        for node in nodes().values()
        for term in (*node.said, *node.links(RDF.type))
        if term.startswith(SKG.iri) and term.removeprefix(SKG.iri) not in SKG.terms
    ]
    assert not wrong, report(wrong)


def test_an_outside_identifier_is_well_formed_and_used_once() -> None:
    owners: dict[str, list[str]] = {}
    for one in individuals():
        for target in one.links(OWL.sameAs):
            owners.setdefault(target, []).append(one.key)
    wrong = [
        f"{target}: {', '.join(keys)}"
        for target, keys in owners.items()
        if len(keys) > 1 or ("wikidata" in target and not _ENTITY.fullmatch(target))
    ]
    assert not wrong, report(wrong)


@pytest.mark.parametrize("path", paths(), ids=lambda p: p.name)
def test_blocks_are_sorted_by_iri(path: Path) -> None:
    ours = [one for one in individuals() if one.file == path.name]
    assert [one.iri for one in ours] == sorted(one.iri for one in ours)
