"""`spacekg check`: our own server and static site keep the statements, and what is spoiled is seen."""

from __future__ import annotations

import json
import re
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from click.testing import CliRunner
from rdflib import RDF, Graph, Namespace

from kg.cli import main
from kg.publish.addresses import Addresses
from kg.publish.check import CHECKS, Finding, Outcome, run
from kg.publish.check.client import Answer, Client
from kg.publish.check.subject import Subject
from kg.publish.documents import Store
from kg.publish.static import files, write
from kg.store.embedded import EmbeddedStore
from tests.conftest import ROOT
from tests.publish.hosts import nginx, root_of_a_host
from tests.publish.serving import IMPRINT
from tests.servers.process import free_address, running

EARL = Namespace("http://www.w3.org/ns/earl#")
ODD_THING = "https://w3id.org/spacekg/id/agency/cnes"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a real server of the small store."""
    address = free_address()
    start = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from tests.publish.serving import main; main({address!r})"
    with running(
        [sys.executable, "-c", start],
        tmp_path_factory.mktemp("server"),
        f"http://{address}/robots.txt",
    ):
        yield f"http://{address}/"


def outcomes(findings: list[Finding]) -> dict[int, tuple[Outcome, str]]:
    return {finding.check.number: (finding.outcome, finding.told) for finding in findings}


def test_at_least_forty_statements_are_checked_from_outside() -> None:
    assert len(CHECKS) >= 40
    assert set(CHECKS) <= set(range(1, 65))
    assert all(check.title and check.remedy for check in CHECKS.values())


def test_our_server_keeps_them_all(server: str) -> None:
    found = outcomes(list(run(Subject(server, Client()))))
    assert {n: told for n, (outcome, told) in found.items() if outcome is not Outcome.PASSED} == {}


# What a host of files cannot do, by number: it reads no q-values, refuses nothing and knows no profiles.
BEYOND_FILES = {12, 13, 14, 16, 17, 18, 19, 34}


def test_our_static_site_keeps_what_a_host_of_files_can(published: EmbeddedStore) -> None:
    store = Store(published, Addresses(published.base, "https://data.example.org/space/"), IMPRINT)
    with root_of_a_host() as root:
        write(root / "space", files(store))
        (root / "space").chmod(0o755)
        with nginx(root, root / "space") as address:
            found = outcomes(list(run(Subject(f"{address}/space/", Client()))))
    failed = {n: told for n, (outcome, told) in found.items() if outcome is Outcome.FAILED}
    assert {n: failed[n] for n in set(failed) - BEYOND_FILES} == {}
    passed = {n for n, (outcome, _) in found.items() if outcome is Outcome.PASSED}
    assert {1, 2, 3, 4, 6, 7, 10, 11, 50, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62} <= passed


Spoil = Callable[[Answer], Answer]


@dataclass(slots=True)
class Spoiled(Client):
    """Asks the real server and spoils what it answers."""

    spoil: Spoil = field(default=lambda answer: answer)

    def send(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes | None = None
    ) -> Answer:
        return self.spoil(Client.send(self, method, url, headers, body))


def without(name: str) -> Spoil:
    return lambda answer: replace(
        answer, headers={k: v for k, v in answer.headers.items() if k != name}
    )


def header(name: str, value: str) -> Spoil:
    return lambda answer: replace(answer, headers={**answer.headers, name: value})


def status(before: int, after: int) -> Spoil:
    return lambda answer: replace(answer, status=after) if answer.status == before else answer


def text(pattern: str, other: str) -> Spoil:
    def spoil(answer: Answer) -> Answer:
        if answer.media_type in ("application/gzip",):
            return answer
        return replace(answer, body=re.sub(pattern, other, answer.text, flags=re.DOTALL).encode())

    return spoil


def only(media_type: str, spoil: Spoil) -> Spoil:
    return lambda answer: spoil(answer) if answer.media_type == media_type else answer


def at(part: str, spoil: Spoil) -> Spoil:
    return lambda answer: spoil(answer) if part in answer.url else answer


HTML, TURTLE, RESULTS = "text/html", "text/turtle", "application/sparql-results+json"
SPOILED: dict[int, Spoil] = {
    1: status(303, 302),
    2: text("foaf:primaryTopic", "foaf:page"),
    3: at("/ontology", status(200, 404)),
    4: status(404, 200),
    7: header("server", "http://127.0.0.1:8000/"),
    10: header("content-type", "text/turtle; charset=utf-8"),
    11: only("application/n-triples", text("rdf-schema#label", "rdf-schema#comment")),
    12: only(HTML, header("content-type", TURTLE)),
    13: status(406, 200),
    14: at(".jsonld", header("content-type", TURTLE)),
    15: without("vary"),
    16: without("content-location"),
    17: without("link"),
    18: header("etag", 'W/"weak"'),
    19: header("last-modified", "Thu, 26 Nov 2026 00:00:00 GMT"),
    20: lambda a: replace(a, headers={**a.headers, "x-size": str(len(a.body))}),
    21: only(TURTLE, header("content-type", "application/x-turtle")),
    22: header("link", '<https://w3id.org/spacekg/profile/facts>; rel="type"; token="facts"; anchor=<https://w3id.org/spacekg/profile/facts>'),
    24: at("_profile=alt", text("hasRepresentation", "hasNothing")),
    25: at("_profile=evidence", status(200, 500)),
    28: only(HTML, text("application/ld.json", "text/plain")),
    29: only(HTML, text("<title>.*?</title>", "<title>spacekg</title>")),
    30: only(HTML, text("https://w3id.org/spacekg/id/", "")),
    32: only(HTML, text("<(/?)(?:q|blockquote)", r"<\1span")),
    34: only(HTML, text("<head>", '<head><script src="https://cdn.example/x.js"></script>')),
    35: only(HTML, text("<main", "<script>alert(1)</script><main")),
    36: at("/sparql", only(TURTLE, text("service-description#", "nothing#"))),
    37: at("/sparql", only(TURTLE, text("https://data.example.org/space/sparql>", "http://elsewhere.example/sparql>"))),
    38: at("/sparql", only(TURTLE, text(r"void:triples \d+", "void:triples 1"))),
    39: at("/sparql", only(HTML, text("<(form|textarea)", "<div"))),
    40: status(400, 200),
    41: status(403, 200),
    42: status(403, 500),
    44: without("access-control-allow-origin"),
    46: only("text/tab-separated-values", text("Agency", "Other")),
    47: status(400, 200),
    49: at("openapi", text('"(example|default|enum)s?"', '"x"')),
    50: at("well-known", header("content-type", "application/octet-stream")),
    51: only(RESULTS, text(r'"\d+"', '"7"')),
    52: text("void:inDataset", "void:feature"),
    53: at("spacekg.ttl", text("rdfs:label", "rdfs:comment")),
    54: text("dcterms:publisher", "dcterms:source"),
    55: text("spdx.org/rdf/terms#checksum>", "spdx.org/rdf/terms#nothing>"),
    56: at("/changes", status(200, 404)),
    57: only(HTML, text("schema:Dataset", "schema:Thing")),
    58: at("robots", text("Sitemap", "Nothing")),
    59: at("/ontology", text("skos:definition", "skos:note")),
    60: text("dcat:contactPoint", "dcat:theme"),
    61: text("dcterms:bibliographicCitation", "dcterms:source"),
    62: status(200, 500),
}  # fmt: skip


@pytest.mark.parametrize("number", SPOILED)
def test_what_is_spoiled_is_seen(server: str, number: int) -> None:
    client = Spoiled(spoil=SPOILED[number])
    subject = Subject(server, client, "https://data.example.org/space/", ODD_THING)
    # What others have to find out is taken from answers that nobody spoiled.
    whole = Subject(server, Client(), "https://data.example.org/space/", ODD_THING)
    if number not in (51, 52, 54, 55, 60, 61):
        subject.__dict__["_described"] = whole._described
    if number != 1:
        subject.__dict__["document"] = whole.document
    (finding,) = run(subject, {number})
    assert finding.outcome is Outcome.FAILED, (number, finding)
    assert finding.told


class Broken(BaseHTTPRequestHandler):
    """Answers everything with the same page, as sites do that know no 404."""

    def do_GET(self) -> None:
        body = b"<html><head><title>Hello</title></head><body><script>1</script></body></html>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_HEAD = do_POST = do_OPTIONS = do_GET  # noqa: N815

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def broken() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Broken) as httpd:
        thread = threading.Thread(target=httpd.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{httpd.server_port}/"
        httpd.shutdown()
        thread.join()


def test_a_broken_site_fails_with_remedies(broken: str) -> None:
    done = CliRunner().invoke(main, ["check", broken, "--thing", f"{broken}id/x"])
    assert done.exit_code == 1
    assert "Redirect the IRIs of things to documents by 303." in done.output
    told = json.loads(CliRunner().invoke(main, ["check", broken, "-f", "json"]).stdout)
    outcomes_ = [finding["outcome"] for finding in told["findings"]]
    assert "passed" not in outcomes_
    assert outcomes_.count("failed") > 30


def test_the_report_can_be_had_as_earl(server: str) -> None:
    done = CliRunner().invoke(main, ["check", server, "-f", "earl", "--only", "1,4,50-52"])
    assert done.exit_code == 0, done.output
    graph = Graph().parse(data=done.stdout)
    assertions = set(graph.subjects(RDF.type, EARL.Assertion))
    assert len(assertions) == 5
    for assertion in assertions:
        result = graph.value(assertion, EARL.result)
        assert graph.value(result, EARL.outcome) == EARL.passed
        assert (assertion, EARL.test, None) in graph


def test_nobody_there_is_an_error_of_its_own() -> None:
    done = CliRunner().invoke(main, ["check", f"http://{free_address()}/"])
    assert done.exit_code == 4
    assert "Check the address" in done.output


@pytest.mark.parametrize("arguments", [["ftp://x/"], ["http://x/", "--only", "one"]])
def test_wrong_usage_is_told(arguments: list[str]) -> None:
    assert CliRunner().invoke(main, ["check", *arguments]).exit_code == 2


class Dribbling(BaseHTTPRequestHandler):
    """Sends a byte now and then, for ever."""

    stop = threading.Event()

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        while not self.stop.wait(0.05):
            try:
                self.wfile.write(b".")
            except OSError:
                return

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def test_a_site_that_never_ends_is_given_up() -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Dribbling) as httpd:
        thread = threading.Thread(target=httpd.serve_forever, daemon=True)
        thread.start()
        try:
            url = f"http://127.0.0.1:{httpd.server_port}/"
            done = CliRunner().invoke(main, ["check", url, "--timeout", "0.5"])
        finally:
            Dribbling.stop.set()
            httpd.shutdown()
            thread.join()
    assert done.exit_code == 4
    assert "no answer within 0.5 s" in done.output


def test_requests_are_bounded(server: str) -> None:
    findings = list(run(Subject(server, Client(most=5))))
    assert any("more than 5 requests" in finding.told for finding in findings)
