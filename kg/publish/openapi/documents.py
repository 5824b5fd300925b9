"""Things, the documents about them, the search and the dumps."""

from __future__ import annotations

from typing import Final

from kg.publish.formats import ALL, FORMS
from kg.publish.openapi.parts import (
    TEXT,
    Json,
    answer,
    argument,
    content,
    failures,
    media_type,
    operation,
    step,
)
from kg.publish.pages.search import LONGEST
from kg.publish.profiles import ARGUMENT, EVIDENCE, FACTS, LISTED

_KIND: Final = step("class", "A class of the ontology, in small letters", "agency")
_NAME: Final = step("name", "The key of a thing", "cnes")
_PUBLISHER: Final = step("publisher", "Who published the release", "cnes")
_KEY: Final = step("key", "The key of the release", "pr025-2020")
_CLASS: Final = step("class", "A class of the ontology", "Agency")
_GRAPH: Final = step("graph", "The name of a graph", "ontology")
_DUMP: Final = step("file", "The name of a dump, as /dataset lists them", "spacekg.ttl")
_WAYS: Final = {
    "/id/{class}/{name}": ("thing", "A thing", (_KIND, _NAME)),
    "/release/{publisher}/{key}": ("release", "A release", (_PUBLISHER, _KEY)),
}
_DOCUMENTS: Final[dict[str, tuple[str, str, tuple[Json, ...]]]] = {
    "/doc/{class}/{name}": ("thing-document", "What is said of a thing", (_KIND, _NAME)),
    "/doc/release/{publisher}/{key}": ("release-document", "What a release says", (_PUBLISHER, _KEY)),
    "/doc/class/{class}": ("class-document", "The members of a class", (_CLASS,)),
    "/graph/{graph}": ("graph-document", "A named graph", (_GRAPH,)),
    "/ontology": ("ontology", "The ontology", ()),
    "/dataset": ("dataset", "What the dataset is, and where to get it", ()),
    "/network": ("network", "The network of agencies", ()),
}  # fmt: skip
# A page for browsers, text for others, whatever was asked for.
_SAID: Final = {"text/html": {}, "application/problem+json": {}, **TEXT}


def paths() -> Json:
    """Return the paths of what can be read."""
    return {
        **{path: {"get": _thing(*told)} for path, told in _WAYS.items()},
        **{path: {"get": _document(*told)} for path, told in _DOCUMENTS.items()},
        "/search": {"get": _search()},
        "/dump/{file}": {"get": _dump()},
    }


def _thing(name: str, summary: str, steps: tuple[Json, ...]) -> Json:
    return operation(
        name, f"{summary}: leads to the document about it", steps,
        {"303": answer("Location has the document"), **_fates()},
    )  # fmt: skip


def _document(name: str, summary: str, steps: tuple[Json, ...]) -> Json:
    profiles = [profile.token for profile in (FACTS, EVIDENCE, LISTED)]
    told = "How much is said, in place of an Accept-Profile header; `alt` lists what there is"
    return operation(
        name, summary, [*steps, media_type(ALL), argument(ARGUMENT, told, profiles[0], enum=profiles)],
        {
            "200": answer("The document", content(ALL)),
            "304": answer("The client has it already"),
            **_fates(),
            **failures("406"),
        },
    )  # fmt: skip


def _fates() -> Json:
    return {
        "301": answer("Merged into another thing, whose address Location has"),
        "404": answer("Nothing lies at this address", _SAID),
        "410": answer("Withdrawn; the text says why", _SAID),
    }


def _search() -> Json:
    words = argument(
        "q", "Words of names or of quotes", "cnes", required=True, minLength=1, maxLength=LONGEST
    )
    found = answer("What was found, as a page; without words a document as others", content(ALL))
    return operation("search", "Find names and quotes", [words], {"200": found, **failures("406")})


def _dump() -> Json:
    told = {"200": answer("The file", {"application/gzip": {}, **content(FORMS)}), "304": answer("The client has it already")}  # fmt: skip
    return operation(
        "dump", "Download all", [_DUMP], {**told, "404": answer("There is no such dump", _SAID)}
    )
