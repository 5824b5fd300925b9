"""The graph for assistants: a server of the Model Context Protocol, each answer with its sources.

Tools search, describe, run named queries and explain. What spacekg says of a wrong request, with its
remedy, reaches the assistant as the tool's error, so that it can ask better.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any, Final, TypeAlias

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError

from kg import queries
from kg.errors import SpaceKGError
from kg.store.base import Rows, View
from kg.version import __version__
from kg.views.explain import explain
from kg.views.records import Explanation, Sentence, Statement

Json: TypeAlias = dict[str, Any]
MOST: Final = 200
_INSTRUCTIONS: Final = """\
A knowledge graph of space cooperation, read from press releases of space agencies. Every statement
comes with the sentence that says it and its release: quote and cite them. "discussed" is no fact.
Names may be names, keys such as agency/cnes, or IRIs."""


def server(view: View) -> MCPServer[Any]:
    """Return the server over a view; `run("stdio")` serves one assistant."""
    made: MCPServer[Any] = MCPServer(
        "spacekg", instructions=_INSTRUCTIONS, version=__version__, log_level="WARNING"
    )
    for tool in _Tools(view).all():
        made.tool()(tool)
    return made


class _Tools:
    """The tools; their docstrings are what the assistant reads."""

    def __init__(self, view: View) -> None:
        self._view = view

    def all(self) -> tuple[Callable[..., Json], ...]:
        return (self.search, self.describe, self.explain, self.list_queries, self.run_query)

    def search(self, text: str, limit: int = 10) -> Json:
        """Find words in what things are called and in the sentences of releases."""
        with _told():
            found = self._view.search(text, max(1, min(limit, MOST)))
        return {
            "names": [name._asdict() for name in found.names],
            "sentences": [passage._asdict() for passage in found.quotes],
            "more": found.more_names or found.more_quotes,
        }

    def describe(self, name: str) -> Json:
        """Tell what a thing is: its names, classes, and what is known of it, a source for each statement."""
        found = self._explained(name)
        return {**_head(found), "statements": [_statement(s, 1) for s in found.statements]}

    def explain(self, name: str, sentences: int = 3) -> Json:
        """Tell all that is known of a thing, with the sentences and releases that say so."""
        found, most = self._explained(name), max(1, min(sentences, 20))
        return {
            **_head(found),
            "statements": [_statement(s, most) for s in found.statements],
            "discussed": [_statement(s, most) for s in found.discussed],
            "events": [
                {
                    "event": asdict(event.thing),
                    "date": event.date,
                    "statuses": list(event.statuses),
                    "roles": [{"role": r.name, **asdict(r.thing)} for r in event.roles],
                    "sources": [_source(s) for s in event.sentences[:most]],
                }
                for event in found.events
            ],
            "posts": [
                {
                    "person": post.person.label,
                    "title": post.title,
                    "organisation": post.organisation.label if post.organisation else "",
                    "as_of": post.as_of,
                    "sources": [_source(s) for s in post.sentences[:most]],
                }
                for post in found.posts
            ],
        }

    def list_queries(self) -> Json:
        """List the named queries with their parameters and columns."""
        return {
            "queries": [
                {
                    "name": query.name,
                    "summary": query.summary,
                    "parameters": [
                        {
                            "name": p.name,
                            "help": p.help,
                            "required": p.required,
                            "example": p.example,
                        }
                        for p in query.params
                    ],
                    "columns": {column.name: column.help for column in query.columns},
                }
                for query in queries.catalogue()
            ]
        }

    def run_query(self, name: str, parameters: dict[str, str] | None = None) -> Json:
        """Run a named query; ask `explain` for the sentences behind a row."""
        with _told():
            answer = queries.run(name, self._view, parameters)
        if not isinstance(answer, Rows):
            raise ToolError(f"the query {name} gives no rows")
        rows = answer.values()
        return {
            "columns": list(answer.variables),
            "rows": [list(row) for row in rows[:MOST]],
            "more": len(rows) > MOST,
        }

    def _explained(self, name: str) -> Explanation:
        with _told():
            return explain(self._view, queries.resolve(name, self._view).value)


@contextmanager
def _told() -> Iterator[None]:
    """Turn an error of ours into the tool's, with its remedy."""
    try:
        yield
    except SpaceKGError as error:
        raise ToolError(str(error)) from error


def _head(found: Explanation) -> Json:
    return {
        "thing": asdict(found.thing),
        "classes": [thing.label for thing in found.classes],
        "names": sorted({name.text for name in found.names}),
        "same_as": list(found.same_as),
    }


def _statement(statement: Statement, most: int) -> Json:
    end = statement.object
    return {
        "subject": asdict(statement.subject),
        "predicate": statement.predicate.label,
        "object": end if isinstance(end, str) else asdict(end),
        "sources": [_source(sentence) for sentence in statement.sentences[:most]],
        "more_sources": max(0, len(statement.sentences) - most),
    }


def _source(sentence: Sentence) -> Json:
    release = sentence.release
    return {
        "sentence": " ".join(sentence.quote.split()),
        "status": sentence.status,
        "span": sentence.span,
        "release": release.iri,
        "title": release.title,
        "publisher": release.publisher.label if release.publisher else "",
        "issued": release.issued,
        "source": release.source,
    }
