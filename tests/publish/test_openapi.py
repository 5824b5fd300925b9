"""The OpenAPI description: schemathesis asks all that it describes, and no route is left out."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)
from starlette.applications import Starlette
from starlette.routing import Route

from kg.publish.addresses import Addresses
from kg.publish.openapi import describe
from kg.publish.server.app import site
from kg.publish.server.headers import Headers
from kg.vocab import DEFAULT_BASE
from tests.conftest import ROOT
from tests.publish.serving import PUBLIC
from tests.publish.world import world
from tests.servers.process import free_address, running

DESCRIBED = describe(Addresses(DEFAULT_BASE, PUBLIC))
OPERATIONS = [(path, method) for path, told in DESCRIBED["paths"].items() for method in told]
CHECKS = [
    negative_data_rejection,
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    unsupported_method,
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    address = free_address()
    start = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from tests.publish.serving import main; main({address!r})"
    place = tmp_path_factory.mktemp("server")
    with running([sys.executable, "-c", start], place, f"http://{address}/robots.txt"):
        yield f"http://{address}"


@schemathesis.serializer("application/sparql-query")
def _written(_: object, value: object) -> bytes:
    return str(value).encode()


@pytest.mark.parametrize(("path", "method"), OPERATIONS, ids=str)
def test_49_what_is_described_answers_as_described(server: str, path: str, method: str) -> None:
    schema = schemathesis.openapi.from_dict(DESCRIBED)
    operation = schema[path][method]

    @settings(max_examples=8, deadline=None, derandomize=True, database=None,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(case=operation.as_strategy())
    def ask(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(base_url=server, checks=CHECKS)

    ask()


PLAIN = {
    "/",
    "/openapi.json",
    "/robots.txt",
    "/sitemap.xml",
    "/context.jsonld",
    "/.well-known/void",
}
# Other addresses of what is described, the files of pages, and the parts of the sitemap.
OTHERS = {"/sparql/", "/sparql.*", "/query/", "/query.*", "/search.html", "/search.fr.html", "/reconcile/",
          "/assets/*", "/sitemap-*.xml"}  # fmt: skip


def test_49_every_route_with_parameters_is_described() -> None:
    described = set(map(_shape, DESCRIBED["paths"]))
    for path in (_shape(route.path) for route in _routes()):
        fits = re.compile(re.escape(path).replace(r"\*", ".*"))
        assert path in PLAIN | OTHERS or any(map(fits.fullmatch, described)), path


def _shape(path: str) -> str:
    return re.sub(r"\{[^}]*\}", "*", path)


def _routes() -> list[Route]:
    with world() as store:
        app = site(store, PUBLIC).app
        assert isinstance(app, Headers)
        assert isinstance(app._app, Starlette)
        return [route for route in app._app.routes if isinstance(route, Route)]
