"""Press contacts: persons and roles always, phone and mail where asked for, and nowhere else."""

from __future__ import annotations

import pytest

from kg.model import Contact, Mapping, Release
from kg.pipeline import Mapper
from kg.vocab import FOAF, SKG

HEAD = "CNES TAKES STOCK OF ITS WORK\n\n15 March 2021\n\nCNES is at work on CHEOPS.\n\n"
TWO = """CONTACTS

Marie Dupont
Paul Martin

Press Officer
Media Relations

Tel. +33 (0)1 00 00 00 01
Tel. +33 (0)1 00 00 00 02

marie.dupont@example.org
paul.martin@example.org
"""
LINES = """Contacts

Marie Dupont, Press Officer, Tel. +33 1 00 00 00 01, marie.dupont@example.org
Paul Martin, Press Officer, Tel. +33 1 00 00 00 02, paul.martin@example.org
"""
CROSSED = TWO.replace(
    "marie.dupont@example.org\npaul.martin@example.org",
    "paul.martin@example.org\nmarie.dupont@example.org",
)
FRENCH = """Le satellite est le fruit des travaux de la France et de ses partenaires.

Contacts presse

Marie Dupont
Attachée de presse
Tél. 01 00 00 00 01
"""
BOILERPLATE = """Notes to editors

The satellite is named after Marie Dupont, who was a physicist. {}

Press office: +33 1 00 00 00 01
"""
DUPONT, MARTIN = "person/marie-dupont", "person/paul-martin"


def _mapped(block: str, *, contacts: bool) -> tuple[Mapper, Mapping]:
    mapper = Mapper(contacts=contacts)
    release = Release(text=HEAD + block, origin="test", publisher="agency/cnes")
    return mapper, mapper.map(release)


@pytest.mark.parametrize("block", [TWO, LINES, CROSSED], ids=["columns", "lines", "crossed"])
def test_two_officers_with_their_details(block: str) -> None:
    _, mapping = _mapped(block, contacts=True)
    found = {c.person: (c.phone, c.mail) for c in mapping.contacts}
    assert set(found) == {DUPONT, MARTIN}
    assert [(found[p][0] or "")[-1] for p in (DUPONT, MARTIN)] == ["1", "2"]
    assert found[DUPONT][1] == "marie.dupont@example.org"
    assert found[MARTIN][1] == "paul.martin@example.org"


@pytest.mark.parametrize("block", [TWO, LINES, CROSSED, FRENCH])
def test_no_details_unless_asked_for(block: str) -> None:
    mapper, mapping = _mapped(block, contacts=False)
    assert mapping.contacts[0] == Contact(DUPONT)
    told = " ".join(str(t) for t, _ in mapper.graph(mapping))
    assert "example.org/" not in told
    assert "@example" not in told
    assert "00 00" not in told
    assert FOAF.phone not in told


def test_roles_are_posts_without_organisation() -> None:
    _, mapping = _mapped(TWO, contacts=False)
    posts = {(m.person, m.organisation, m.title) for m in mapping.memberships}
    assert posts == {(DUPONT, None, "Press Officer"), (MARTIN, None, "Media Relations")}


def test_a_french_block() -> None:
    _, mapping = _mapped(FRENCH, contacts=True)
    assert mapping.contacts == (Contact(DUPONT, "01 00 00 00 01"),)
    assert [m.title for m in mapping.memberships] == ["Attachée de presse"]


def test_a_person_of_the_boilerplate_is_no_officer() -> None:
    _, mapping = _mapped(BOILERPLATE.format("She taught. " * 40), contacts=True)
    assert mapping.contacts == ()


def test_no_block_no_officers() -> None:
    _, mapping = _mapped("", contacts=True)
    assert mapping.contacts == ()


def test_evidence_quotes_no_detail_even_outside_the_block() -> None:
    text = "Marie Dupont, Director of CNES (+33 1 00 00 00 01, marie.dupont@example.org), spoke.\n"
    mapper, mapping = _mapped(text, contacts=False)
    (post,) = [m for m in mapping.memberships if m.person == DUPONT]
    quote = mapping.release.text[post.evidence.begin : post.evidence.end]
    assert quote == "Marie Dupont, Director of CNES ("
    assert "00 00" not in " ".join(str(t) for t, _ in mapper.graph(mapping))


@pytest.mark.parametrize(
    ("phone", "iri"),
    [
        ("+33 (0)1 00 00 00 01", "tel:+33100000001"),
        ("01 00 00 00 01", "tel:0100000001"),
        ("(202) 358-1600", "tel:2023581600"),
    ],
)
def test_a_number_as_it_is_dialled(phone: str, iri: str) -> None:
    block = f"Contacts\n\nMarie Dupont\nPress Officer\n{phone}\n"
    mapper, mapping = _mapped(block, contacts=True)
    graph = mapper.graph(mapping)
    assert [t.object.value for t in graph.facts if t.predicate.value == FOAF.phone] == [iri]  # type: ignore[union-attr]
    assert [t for t in graph.facts if t.predicate.value == SKG.pressOfficer]
