"""Statements 22 to 27: how much a document says, chosen by profile."""

from __future__ import annotations

import pytest
from rdflib import DCTERMS, RDF, Graph, Namespace, URIRef
from starlette.testclient import TestClient

from kg.publish.profiles import EVIDENCE, FACTS, LISTED
from kg.vocab import NIF, SKG
from tests.publish.conftest import PUBLIC

PATHS = ("doc/agency/cnes", "doc/release/cnes/pr025-2020", "doc/mission/bion-m2")
ALTR = Namespace("http://www.w3.org/ns/dx/connegp/altr#")
TURTLE = {"Accept": "text/turtle"}


def graph(client: TestClient, path: str, **headers: str) -> Graph:
    answer = client.get(
        f"/{path}", headers=TURTLE | {k.replace("_", "-"): v for k, v in headers.items()}
    )
    assert answer.status_code == 200
    return Graph().parse(data=answer.text)


@pytest.mark.parametrize("path", PATHS)
def test_22_the_profile_is_told(client: TestClient, path: str) -> None:
    assert f'<{FACTS.iri}>; rel="profile"' in client.get(f"/{path}").headers["Link"]
    told = client.get(f"/{path}?_profile=evidence").headers["Link"]
    assert f'<{EVIDENCE.iri}>; rel="profile"' in told


@pytest.mark.parametrize("path", PATHS)
def test_23_accept_profile_selects(client: TestClient, path: str) -> None:
    plain = graph(client, path)
    full = graph(client, path, Accept_Profile=f"<{EVIDENCE.iri}>")
    assert set(plain) < set(full)
    assert (None, RDF.type, URIRef(SKG.Claim)) not in plain
    assert (None, RDF.type, URIRef(SKG.Claim)) in full
    for span in full.objects(None, URIRef(SKG.evidence)):
        assert (span, URIRef(NIF.anchorOf), None) in full


def test_23_q_values_of_profiles_are_honoured(client: TestClient) -> None:
    header = f"<{EVIDENCE.iri}>;q=0.3, <{FACTS.iri}>;q=0.9"
    answer = client.get("/doc/agency/cnes", headers={"Accept-Profile": header})
    assert f'<{FACTS.iri}>; rel="profile"' in answer.headers["Link"]


@pytest.mark.parametrize("path", [*PATHS, "ontology"])
def test_24_and_25_what_is_listed_can_be_had(client: TestClient, path: str) -> None:
    listed = graph(client, f"{path}?_profile=alt")
    about = next(iter(listed.subjects(ALTR.hasRepresentation)))
    addresses = set(listed.objects(about, ALTR.hasRepresentation))
    assert addresses
    for address in addresses:
        answer = client.get(str(address).removeprefix(PUBLIC.rstrip("/")))
        media_type = str(listed.value(address, DCTERMS.format))
        profile = str(listed.value(address, DCTERMS.conformsTo))
        assert answer.status_code == 200
        assert answer.headers["Content-Type"].startswith(media_type)
        assert f'<{profile}>; rel="profile"' in answer.headers["Link"]


def test_24_the_list_is_a_page_too(client: TestClient) -> None:
    text = client.get("/doc/agency/cnes?_profile=alt", headers={"Accept": "text/html"}).text
    assert "application/ld+json" in text
    assert "evidence" in text


def test_26_tokens_are_mapped_to_iris(client: TestClient) -> None:
    told = client.get("/doc/agency/cnes").headers["Link"]
    for profile in (FACTS, EVIDENCE):
        assert f'rel="type"; token="{profile.token}"; anchor=<{profile.iri}>' in told


@pytest.mark.parametrize("name", [EVIDENCE.token, EVIDENCE.iri])
def test_27_arguments_beat_headers(client: TestClient, name: str) -> None:
    answer = client.get(
        "/doc/agency/cnes",
        params={"_profile": name, "_mediatype": "text/turtle"},
        headers={"Accept": "text/html", "Accept-Profile": f"<{FACTS.iri}>"},
    )
    assert answer.headers["Content-Type"] == "text/turtle"
    assert f'<{EVIDENCE.iri}>; rel="profile"' in answer.headers["Link"]


def test_a_profile_that_there_is_not_is_406(client: TestClient) -> None:
    answer = client.get("/doc/agency/cnes?_profile=nope")
    assert answer.status_code == 406
    assert LISTED.token not in answer.text
    assert EVIDENCE.token in answer.text
