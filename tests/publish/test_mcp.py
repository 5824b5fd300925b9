"""`spacekg mcp`: the SDK's own client over a real process."""

from __future__ import annotations

import json
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters

from kg.store.embedded import EmbeddedStore
from tests.views.sample import founding

# Its own streams are closed by the end of the loop.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("mcp") / "store"
    with EmbeddedStore.open(place, create=True) as store:
        store.admit(founding().graph())
    return place


def asked(folder: Path, ask: Callable[[Client], Awaitable[Any]]) -> Any:
    """Start the command, ask it, and end it."""
    start = "from kg.cli import main; main()"
    parameters = StdioServerParameters(
        command=sys.executable, args=["-c", start, "mcp", "--store", str(folder)]
    )

    async def run() -> Any:
        with anyio.fail_after(60):
            async with Client(parameters) as client:
                return await ask(client)

    return anyio.run(run)


def called(folder: Path, tool: str, **arguments: Any) -> dict[str, Any]:
    answer = asked(folder, lambda client: client.call_tool(tool, arguments))
    assert not answer.is_error, answer
    return dict(json.loads(answer.content[0].text))


def test_the_tools_say_what_they_are_for(folder: Path) -> None:
    listed = asked(folder, lambda client: client.list_tools())
    tools = {tool.name: tool.description for tool in listed.tools}
    assert set(tools) == {"search", "describe", "explain", "list_queries", "run_query"}
    assert all(tools.values())


def test_each_statement_can_be_cited(folder: Path) -> None:
    found = called(folder, "explain", name="agency/cnes")
    said = [s for s in found["statements"] if s["sources"]]
    assert said
    for statement in said:
        for source in statement["sources"]:
            assert source["sentence"]
            assert source["release"].startswith("https://w3id.org/spacekg/release/cnes/")
            assert source["issued"] == "2020-02-17"


def test_words_are_found_with_their_release(folder: Path) -> None:
    found = called(folder, "search", text="CNES")
    assert any(name["iri"].endswith("agency/cnes") for name in found["names"])


def test_named_queries_are_listed_and_run(folder: Path) -> None:
    listed = called(folder, "list_queries")
    assert "meetings" in {query["name"] for query in listed["queries"]}
    rows = called(folder, "run_query", name="meetings")
    assert rows["rows"]
    assert len(rows["columns"]) == len(rows["rows"][0])


@pytest.mark.parametrize(
    ("tool", "name", "remedy"),
    [("run_query", "meetingz", "meetings"), ("describe", "nobody at all", "Give its IRI")],
)
def test_an_error_comes_with_its_remedy(folder: Path, tool: str, name: str, remedy: str) -> None:
    answer = asked(folder, lambda client: client.call_tool(tool, {"name": name}))
    assert answer.is_error
    assert remedy in answer.content[0].text
