"""RDF: what is written is read back the same, in the same order whatever order it came in."""

from __future__ import annotations

import json
import random
from difflib import unified_diff
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    parse,
)
from rdflib import Dataset, Graph

from kg.errors import UnknownNameError, UsageError
from kg.export import rdf
from kg.export.rdf import context
from kg.export.rdf.ordering import Statements
from kg.export.rdf.prefixes import shorten
from kg.vocab import RDF, SKG
from tests.export.samples import NAMES, iris, literals, predicates

READ = {
    "nq": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}
NAMED = ("nq", "trig", "jsonld")

S, P, G = (NamedNode(f"https://example.org/{part}") for part in ("s", "p", "g"))

quads = st.builds(Quad, iris, predicates, iris | literals, iris | st.just(DefaultGraph()))


def written(given_: list[Quad], format_: str) -> bytes:
    out = BytesIO()
    rdf.write(given_, format_, out)
    return out.getvalue()


def read(data: bytes, format_: str) -> set[Quad]:
    return set(parse(data, READ[format_]))


def expected(given_: list[Quad], format_: str) -> set[Quad]:
    return set(given_) if format_ in NAMED else {Quad(*quad.triple) for quad in given_}


def test_every_format_is_tested() -> None:
    assert [format_.name for format_ in rdf.FORMATS] == list(READ)


@pytest.mark.parametrize("format_", READ)
@given(st.lists(quads, max_size=12))
def test_what_is_written_is_read_back(format_: str, given_: list[Quad]) -> None:
    assert read(written(given_, format_), format_) == expected(given_, format_)


@pytest.mark.parametrize("format_", READ)
def test_odd_names_survive(format_: str) -> None:
    given_ = [Quad(S, P, Literal(name, language="en"), G) for name in NAMES]
    assert read(written(given_, format_), format_) == expected(given_, format_)


@pytest.mark.parametrize("format_", READ)
@given(st.lists(quads, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(
    format_: str, given_: list[Quad], chance: random.Random
) -> None:
    shuffled = [*given_, *given_]
    chance.shuffle(shuffled)
    assert written(shuffled, format_) == written(given_, format_)


@pytest.mark.parametrize("format_", READ)
def test_nothing_gives_an_empty_and_valid_document(format_: str) -> None:
    assert read(written([], format_), format_) == set()


# What rdflib says of its own methods is not ours to mend.
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_rdflib_reads_our_json_ld_and_rdf_xml() -> None:
    given_ = [
        Quad(S, NamedNode(RDF.type), NamedNode(SKG.Agency), G),
        *(Quad(S, P, Literal(name, language="fr"), G) for name in NAMES),
    ]
    dataset = Dataset()
    dataset.parse(data=written(given_, "jsonld"), format="json-ld")
    assert len(dataset) == len(given_)
    graph = Graph().parse(data=written(given_, "rdfxml"), format="xml")
    assert {str(o) for o in graph.objects() if not str(o).startswith("http")} == set(NAMES)


def test_json_ld_is_compact_and_has_the_projects_context() -> None:
    document = json.loads(written([Quad(S, NamedNode(RDF.type), NamedNode(SKG.Agency))], "jsonld"))
    assert document["@context"]["skg"] == SKG.iri
    assert document["@graph"] == [{"@id": S.value, "@type": "skg:Agency"}]


def test_the_published_context_is_that_of_our_json_ld(checkout: Path) -> None:
    text = (checkout / "ontology" / "context.jsonld").read_text(encoding="utf-8")
    assert text == context.document(), "run `make docs`"
    node = {"@id": S.value, "@type": "skg:Agency"}
    quads = parse(json.dumps({**json.loads(text), **node}), RdfFormat.JSON_LD)
    assert list(quads) == [Quad(S, NamedNode(RDF.type), NamedNode(SKG.Agency))]


@pytest.mark.parametrize("format_", READ)
def test_two_exports_differ_in_a_line_or_two_where_a_fact_differs(format_: str) -> None:
    given_ = [Quad(NamedNode(f"{S.value}{n}"), P, Literal(f"{n}"), G) for n in range(40)]
    before = written(given_, format_).decode().splitlines()
    after = written([*given_, Quad(S, P, Literal("new"), G)], format_).decode().splitlines()
    changed = [line for line in unified_diff(before, after, lineterm="", n=0) if line[0] in "+-"]
    assert len(changed) <= 2 + 9


@pytest.mark.parametrize("format_", READ)
def test_triples_and_blank_nodes_are_taken_as_well(format_: str) -> None:
    out = BytesIO()
    rdf.write([Triple(BlankNode("b"), P, BlankNode("b"))], format_, out)
    (quad,) = read(out.getvalue(), format_)
    assert quad.subject == quad.object


@pytest.mark.parametrize(
    ("format_", "triple", "problem"),
    [
        ("rdfxml", Triple(S, P, Literal("bell \x07")), "control character"),
        ("rdfxml", Triple(S, NamedNode("https://example.org/1"), S), "property"),
        ("rdfxml", Triple(S, P, Triple(S, P, S)), "statements about statements"),
        ("jsonld", Triple(S, P, Triple(S, P, S)), "statements about statements"),
    ],
)
def test_what_a_format_cannot_carry_is_an_error(format_: str, triple: Triple, problem: str) -> None:
    with pytest.raises(UsageError, match=problem) as caught:
        rdf.write([triple], format_, BytesIO())
    assert "Export as nq" in caught.value.remedy


@given(st.lists(quads, max_size=30), st.integers(1, 5))
def test_statements_on_disk_are_those_in_memory(given_: list[Quad], run: int) -> None:
    small, large = Statements(graphs=True, run=run), Statements(graphs=True)
    for quad in given_:
        small.add(quad)
        large.add(quad)
    assert list(small) == list(large)


@pytest.mark.parametrize(
    ("iri", "short"),
    [
        (SKG.Agency, "skg:Agency"),
        (SKG.iri, SKG.iri),
        ("https://schema.org/a/b", "https://schema.org/a/b"),
        ("http://www.wikidata.org/entity/Q1", "wd:Q1"),
        ("https://example.org/x", "https://example.org/x"),
    ],
)
def test_prefixes_shorten_only_what_every_reader_expands(iri: str, short: str) -> None:
    assert shorten(iri) == short


def test_an_unknown_format_is_named_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="'tll'") as caught:
        rdf.write([], "tll", BytesIO())
    assert "Did you mean 'ttl'?" in caught.value.remedy
