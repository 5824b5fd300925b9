"""Checks of the endpoint (36 to 49). None of them asks for much, and none tries to change data for good."""

from __future__ import annotations

import json
from typing import Final
from urllib.parse import quote, urlencode

import pyoxigraph as ox

from kg.publish.check.client import Answer
from kg.publish.check.model import Failed, check, demand, need
from kg.publish.check.subject import BROWSER, HTML, TURTLE, Subject, triples, values
from kg.publish.metadata.terms import VOID
from kg.publish.terms import SD

_FORM: Final = "application/x-www-form-urlencoded"
_JSON: Final = "application/sparql-results+json"
_FORMATS: Final = {
    _JSON: ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    "text/csv": ox.QueryResultsFormat.CSV,
}
_SAMPLE: Final = "SELECT DISTINCT ?class WHERE { ?it a ?class } ORDER BY ?class LIMIT 20"
_COUNT: Final = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
# An address at which nobody is: RFC 6761, 6.4.
_NOWHERE: Final = "http://nowhere.invalid/"


def ask(site: Subject, query: str, accept: str = _JSON) -> Answer:
    """Ask the endpoint by GET."""
    return site.ask(f"{site.endpoint}?{urlencode({'query': query}, quote_via=quote)}", accept)


def count(site: Subject, query: str = _COUNT) -> int:
    """Return the number that a query counts."""
    answer = ask(site, query)
    demand(answer.status == 200, f"a count answers {answer.status}")
    try:
        return int(json.loads(answer.body)["results"]["bindings"][0]["n"]["value"])
    except (ValueError, KeyError, IndexError) as error:
        raise Failed("a count gives no number in JSON") from error


def _post(site: Subject, content_type: str, body: str) -> Answer:
    headers = {"Content-Type": content_type, "Accept": _JSON}
    return site.client.send("POST", site.here(site.endpoint), headers, body.encode())


@check(
    36, "GET without query describes the service", "Answer with the service description in Turtle."
)
def service_describes_itself(site: Subject) -> None:
    answer = site.ask(site.endpoint, TURTLE)
    demand(answer.media_type == TURTLE, f"{answer.status}, {answer.media_type}")
    demand(any(t.object == ox.NamedNode(SD.Service) for t in triples(answer)), "no sd:Service")


@check(37, "sd:endpoint is the public address", "Write the public base into the description.")
def endpoint_is_public(site: Subject) -> None:
    told = {
        str(t.object)[1:-1] for t in site.graph(site.endpoint) if t.predicate.value == SD.endpoint
    }
    demand(
        site.endpoint in told,
        f"sd:endpoint is {told or 'missing'}, the dataset says {site.endpoint}",
    )


@check(
    38,
    "The description counts the graphs",
    "List the default graph and each named graph with void:triples.",
)
def graphs_are_counted(site: Subject) -> None:
    graph = site.graph(site.endpoint)
    defaults = [str(t.object)[1:-1] for t in graph if t.predicate.value == SD.defaultGraph]
    demand(defaults, "no sd:defaultGraph")
    told = values(graph, defaults[0], VOID.triples)
    demand(told == [str(count(site))], f"void:triples is {told}, SPARQL counts {count(site)}")
    named = [t for t in graph if t.predicate.value == SD.name]
    demand(named, "no named graph is listed")


@check(39, "A browser gets an editor", "Answer a browser at the endpoint with a page and a form.")
def browser_gets_editor(site: Subject) -> None:
    answer = site.ask(site.endpoint, BROWSER)
    demand(answer.media_type == HTML, f"a browser gets {answer.media_type}")
    demand("<textarea" in answer.text or "<form" in answer.text, "the page has no form")


@check(40, "The SPARQL 1.1 Protocol's ways to ask", "See https://www.w3.org/TR/sparql11-protocol/.")
def protocol_is_kept(site: Subject) -> None:
    encoded = urlencode({"query": _SAMPLE})
    answers = (
        ask(site, _SAMPLE),
        _post(site, _FORM, encoded),
        _post(site, "application/sparql-query", _SAMPLE),
    )
    for answer in answers:
        demand(answer.status == 200, f"a query answers {answer.status}")
        demand(answer.body == answers[0].body, "GET and POST differ")
    demand(ask(site, "no query").status == 400, "a malformed query is not 400")
    demand(
        _post(site, "text/plain", _SAMPLE).status in (400, 415), "a POST of plain text is answered"
    )


@check(41, "Updates are refused", "Answer updates with 403 and change nothing.")
def updates_are_refused(site: Subject) -> None:
    before = count(site)
    # It would change nothing even where it is let through.
    update = f"DELETE DATA {{ <{_NOWHERE}s> <{_NOWHERE}p> <{_NOWHERE}o> }}"
    for content_type, body in (
        (_FORM, urlencode({"update": update})),
        ("application/sparql-update", update),
    ):
        status = _post(site, content_type, body).status
        demand(status in (400, 401, 403, 405, 415), f"an update answers {status}")
    demand(count(site) == before, "the data have changed")


@check(42, "LOAD, SERVICE and FROM reach nothing", "Refuse them, or let them find nothing.")
def nothing_is_reached(site: Subject) -> None:
    for query in (
        f"SELECT * WHERE {{ SERVICE <{_NOWHERE}> {{ ?s ?p ?o }} }}",
        f"SELECT * FROM <{_NOWHERE}> WHERE {{ ?s ?p ?o }}",  # noqa: S608
        "SELECT * FROM <file:///etc/passwd> WHERE { ?s ?p ?o }",
    ):
        answer = ask(site, query)
        demand(answer.status in (200, 400, 403), f"{query} answers {answer.status}")
        if answer.status == 200:
            demand(not json.loads(answer.body)["results"]["bindings"], f"{query} finds something")
    status = _post(site, _FORM, urlencode({"update": f"LOAD <{_NOWHERE}>"})).status
    demand(status in (400, 401, 403, 405, 415), f"LOAD answers {status}")


@check(
    44,
    "CORS on success, error and OPTIONS",
    "Send Access-Control-Allow-Origin: * with every answer.",
)
def others_may_ask(site: Subject) -> None:
    origin = {"Origin": "https://elsewhere.example"}
    address = site.here(site.endpoint)
    preflight = site.client.send(
        "OPTIONS", address, {**origin, "Access-Control-Request-Method": "POST"}
    )
    for answer in (ask(site, _SAMPLE), ask(site, "no query"), preflight):
        told = answer.headers.get("access-control-allow-origin")
        demand(told, f"an answer with {answer.status} lets no other site read it")


@check(46, "CSV, TSV, JSON and XML say the same", "Write all formats from the same rows.")
def formats_agree(site: Subject) -> None:
    rows = {}
    for accept, form in _FORMATS.items():
        answer = ask(site, _SAMPLE, accept)
        demand(answer.media_type == accept, f"asked for {accept}, got {answer.media_type}")
        if accept == "text/csv":
            rows[accept] = [line for line in answer.text.splitlines()[1:] if line]
            continue
        read = ox.parse_query_results(answer.body, form)
        if not isinstance(read, ox.QuerySolutions):
            raise Failed(f"{accept} holds no rows")
        rows[accept] = [str(row[0])[1:-1] for row in read]
    demand(all(found == rows[_JSON] for found in rows.values()), "the formats differ")


def _paths(site: Subject) -> dict[str, dict[str, object]]:
    answer = site.ask("openapi.json")
    need(answer.status == 200, "the site has no openapi.json")
    try:
        paths = json.loads(answer.body)["paths"]
    except (ValueError, KeyError) as error:
        raise Failed("openapi.json is no OpenAPI") from error
    return {path: told for path, told in paths.items() if "/query/" in path}


def _queries(site: Subject) -> list[str]:
    """Return the names of the named queries."""
    names = {path.partition("/query/")[2].partition(".")[0] for path in _paths(site)}
    found = sorted(name for name in names if name and "{" not in name)
    need(found, "no named query is listed")
    return found


@check(
    47,
    "Named queries answer; a bad parameter is 400 and named",
    "Serve query/NAME.json, .csv and .html.",
)
def named_queries_answer(site: Subject) -> None:
    answered = 0
    for name in _queries(site):
        answers = [site.ask(f"query/{name}.{form}") for form in ("json", "csv", "html")]
        if answers[0].status == 400:
            # It needs a parameter, and says so.
            continue
        for answer in answers:
            demand(answer.status == 200, f"{answer.url} answers {answer.status}")
        answered += 1
        bad = site.ask(f"query/{name}.json?no-such-parameter=1")
        demand(bad.status == 400, f"{bad.url} answers {bad.status}")
        demand("no-such-parameter" in bad.text, f"{bad.url} does not name the parameter")
    demand(answered, "no named query answers without parameters")


@check(
    48, "No parameter injects SPARQL", "Bind parameters as terms; never paste them into a query."
)
def parameters_are_terms(site: Subject) -> None:
    asked = {""}
    for path, told in _paths(site).items():
        parameters = _parameters(told)
        name = path.partition("/query/")[2].partition(".")[0]
        if "{" in name or name in asked or not parameters:
            continue
        asked.add(name)
        evil = urlencode({parameters[0]: '" } UNION { ?s ?p ?o } #> . } ; DROP ALL #'})
        answer = site.ask(f"query/{name}.json?{evil}")
        demand(answer.status in (200, 400, 404), f"{answer.url} answers {answer.status}")


def _parameters(told: dict[str, object]) -> list[str]:
    get = told.get("get")
    listed = get.get("parameters", []) if isinstance(get, dict) else []
    return [p["name"] for p in listed if isinstance(p, dict) and p.get("in") == "query"]


@check(49, "OpenAPI lists the named queries with examples", "Give each parameter an example.")
def openapi_has_examples(site: Subject) -> None:
    _queries(site)
    for path, told in _paths(site).items():
        get = told.get("get")
        listed = get.get("parameters", []) if isinstance(get, dict) else []
        for parameter in listed:
            given = json.dumps(parameter)
            demand("example" in given or "enum" in given or "default" in given,
                   f"{path}: {parameter.get('name', '?')} has no example")  # fmt: skip
