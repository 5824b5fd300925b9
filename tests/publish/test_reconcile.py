"""The reconciliation service: names of a spreadsheet matched, as OpenRefine asks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from referencing import Registry, Resource
from starlette.testclient import TestClient

from kg.publish.server import application
from kg.store.embedded import EmbeddedStore
from tests.publish.conftest import PUBLIC
from tests.suites import suite


@pytest.fixture(scope="module")
def examples(packaged: EmbeddedStore) -> Iterator[TestClient]:
    """Return a client of the packaged examples."""
    with TestClient(application(packaged, PUBLIC), follow_redirects=False) as client:
        yield client


def batch(client: TestClient, **queries: Any) -> dict[str, Any]:
    answer = client.post("/reconcile", data={"queries": json.dumps(queries)})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


# As people write them: other case, accents left out, names turned round, slips of the hand, long and short names.
SHEET = {
    "agency": {
        "CNES": "cnes", "cnes": "cnes", "Centre national d'études spatiales": "cnes",
        "Centre National d'Etudes Spatiales": "cnes", "NASA": "nasa", "nasa ": "nasa",
        "National Aeronautics and Space Administration": "nasa",
        "National Aeronautic and Space Administration": "nasa", "ESA": "esa",
        "European Space Agency": "esa", "Agence spatiale européenne": "esa",
        "agence spatiale europeenne": "esa", "European Space Agencey": "esa", "JAXA": "jaxa",
        "Japan Aerospace Exploration Agency": "jaxa", "ISRO": "isro",
        "Indian Space Research Organisation": "isro", "Indian Space Research Organization": "isro",
        "Roscosmos": "roscosmos", "ROSCOSMOS": "roscosmos", "DLR": "dlr", "ASI": "asi",
        "Agenzia Spaziale Italiana": "asi",
    },
    "person": {
        "Jean-Yves Le Gall": "jean-yves-le-gall", "Le Gall, Jean-Yves": "jean-yves-le-gall",
        "JEAN-YVES LE GALL": "jean-yves-le-gall", "Jean Yves Le Gall": "jean-yves-le-gall",
        "Jean-Yves LeGall": "jean-yves-le-gall",
    },
}  # fmt: skip
CLASSES = {"agency": "Agency", "person": "Person"}


def test_a_spreadsheet_of_names_is_matched(examples: TestClient) -> None:
    wrong = []
    for kind, names in SHEET.items():
        queries = {f"q{n}": {"query": name, "type": CLASSES[kind]} for n, name in enumerate(names)}
        answers = batch(examples, **queries)
        for (name, key), answer in zip(names.items(), answers.values(), strict=True):
            found = answer["result"]
            if not found or found[0]["id"] != f"{kind}/{key}" or not found[0]["match"]:
                wrong.append((name, found[:2]))
    # Every one is matched; nothing is matched to another.
    assert wrong == []


@pytest.mark.parametrize("name", ["Ministry of Silly Walks", "", "Acme", "zzz", "Jean-Yves"])
def test_what_is_not_there_is_not_matched(examples: TestClient, name: str) -> None:
    found = batch(examples, q={"query": name})["q"]["result"]
    assert not any(candidate["match"] for candidate in found)


def test_limit_types_and_scores(examples: TestClient) -> None:
    found = batch(examples, q={"query": "space agency", "limit": 2})["q"]["result"]
    assert len(found) <= 2
    assert all(0 <= c["score"] <= 100 for c in found)
    persons = batch(examples, q={"query": "CNES", "type": "Person"})["q"]["result"]
    assert all("person/" in candidate["id"] for candidate in persons)


def test_a_country_tells_agencies_apart(examples: TestClient) -> None:
    def score(country: str) -> float:
        query = {"query": "CNES", "properties": [{"pid": "agencyOf", "v": country}]}
        return float(batch(examples, q=query)["q"]["result"][0]["score"])

    assert score("France") == 100
    assert score("Japan") == 70


def test_the_manifest_and_jsonp(examples: TestClient) -> None:
    answer = examples.get("/reconcile")
    manifest = answer.json()
    assert "0.2" in manifest["versions"]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert manifest["preview"]["url"].startswith(PUBLIC)
    script = examples.get("/reconcile?callback=cb.f_1")
    assert script.text == f"/**/cb.f_1({json.dumps(manifest)});"
    assert examples.get("/reconcile?callback=alert(1)//").status_code == 400


def test_suggest_preview_and_extension(examples: TestClient) -> None:
    entities = examples.get("/reconcile/suggest/entity?prefix=cne").json()["result"]
    assert "agency/cnes" in {entity["id"] for entity in entities}
    types = examples.get("/reconcile/suggest/type?prefix=miss").json()["result"]
    assert {"id": "Mission", "name": "mission"} in types
    properties = examples.get("/reconcile/suggest/property?prefix=agency").json()["result"]
    assert "agencyOf" in {p["id"] for p in properties}
    preview = examples.get("/reconcile/preview?id=agency/cnes")
    assert "<h1>" in preview.text
    assert "frame-ancestors *" in preview.headers["Content-Security-Policy"]
    assert examples.get("/reconcile/preview?id=nope").status_code == 404
    asked = {"ids": ["agency/cnes"], "properties": [{"id": "agencyOf"}]}
    rows = examples.get("/reconcile", params={"extend": json.dumps(asked)}).json()["rows"]
    assert rows == {"agency/cnes": {"agencyOf": [{"id": "country/france", "name": "France"}]}}


@pytest.mark.parametrize(
    "data", [{"queries": "no"}, {"queries": "[]"}, {"extend": "{\"ids\": 1}"},
             {"queries": "{\"q\": {\"query\": 1}}"}]
)  # fmt: skip
def test_what_cannot_be_read_is_400(examples: TestClient, data: dict[str, str]) -> None:
    assert examples.post("/reconcile", data=data).status_code == 400


@pytest.mark.parametrize(
    ("path", "schema"),
    [("/reconcile", "manifest"),
     ('/reconcile?queries={"q":{"query":"cnes"}}', "reconciliation-result-batch"),
     ("/reconcile/suggest/entity?prefix=c", "suggest-entities-response"),
     ("/reconcile/suggest/type?prefix=a", "suggest-types-response"),
     ("/reconcile/suggest/property?prefix=a", "suggest-properties-response"),
     ("/reconcile/properties?type=Agency", "data-extension-property-proposal"),
     ('/reconcile?extend={"ids":["agency/cnes"],"properties":[{"id":"agencyOf"}]}',
      "data-extension-response")],
)  # fmt: skip
def test_answers_fit_the_schemas(examples: TestClient, path: str, schema: str) -> None:
    folder = suite("reconciliation", "0.2/schemas of https://github.com/reconciliation-api/specs")
    found = {file.name: json.loads(file.read_text()) for file in folder.glob("*.json")}
    draft = "http://json-schema.org/draft-07/schema#"
    told = json.loads(json.dumps(found[f"{schema}.json"]))
    told["$schema"] = draft
    told.pop("$id", None)
    told.get("properties", {}).pop("authentication", None)
    registry: Registry[Any] = Registry()
    for name, content in found.items():
        content["$schema"] = draft
        content.pop("$id", None)
        registry = registry.with_resource(name, Resource.from_contents(content))
    jsonschema.Draft7Validator(told, registry=registry).validate(examples.get(path).json())
