"""Pictures: nothing lies on anything else, nothing depends on chance, and words say what is seen."""

from __future__ import annotations

import os
import subprocess
import sys
import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import combinations
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.export.network.drawing import lettering, png
from kg.export.network.drawing.layout import EXACT, layout
from kg.export.network.drawing.legend import heading, legend, note, rows, summary
from kg.export.network.drawing.palette import OTHER, colouring
from kg.export.network.drawing.picture import LETTERS, Mark, Picture, draw
from kg.export.network.strongest import readable, strengths, strongest
from tests.export.networks import exported, ring, sample
from tests.export.samples import NAMES

SVG = "{http://www.w3.org/2000/svg}"

networks = st.builds(
    lambda count, chance, seed: nx.relabel_nodes(
        nx.gnp_random_graph(count, chance, seed=seed), lambda n: f"Name of node {n:03}"
    ),
    st.integers(0, 30),
    st.floats(0, 0.3),
    st.integers(0, 9),
)


def room(mark: Mark) -> tuple[float, float, float, float]:
    """Return the rectangle that a node and its label take."""
    wide = max([mark.radius, *(lettering.width(line, LETTERS) / 2 for line in mark.lines)])
    words = len(mark.lines) * LETTERS * lettering.LINE
    up, down = (words, 0.0) if mark.above else (0.0, words)
    return (
        mark.x - wide,
        mark.y - mark.radius - up,
        mark.x + wide,
        mark.y + mark.radius + down,
    )


def overlaps(picture: Picture) -> Iterator[tuple[str, str]]:
    for one, other in combinations(picture.marks, 2):
        a, b = room(one), room(other)
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]:
            yield one.name, other.name


@settings(deadline=None, max_examples=40)
@given(networks)
def test_no_label_lies_on_another_node_or_label(graph: nx.Graph[str]) -> None:
    assert not list(overlaps(draw(readable(graph))))


def test_a_full_picture_is_as_readable_as_a_small_one() -> None:
    for graph in (ring(60), nx.star_graph(59), nx.complete_graph(60)):
        assert not list(overlaps(draw(readable(nx.relabel_nodes(graph, str)))))


def test_all_lies_on_the_paper() -> None:
    picture = draw(readable(ring(40)))
    for left, top, right, bottom in map(room, picture.marks):
        assert 0 < left < right < picture.width
        assert 0 < top < bottom < picture.height


def test_few_steps_are_a_short_way() -> None:
    path = layout([[1], [0, 2], [1, 3], [2]])
    assert abs(path[3][0] - path[0][0]) == pytest.approx(3, abs=0.1)
    assert layout([[]]) == [(0.0, 0.0)]


def test_a_large_network_is_laid_out_by_pivots() -> None:
    count = EXACT + 50
    around = [[(n - 1) % count, (n + 1) % count] for n in range(count)]
    points = layout(around)
    across = [abs(complex(*points[n]) - complex(*points[(n + 1) % count])) for n in range(count)]
    opposite = abs(complex(*points[0]) - complex(*points[count // 2]))
    assert max(across) < 4
    assert opposite > count / 5


def test_the_picture_is_the_same_whatever_the_hash_order() -> None:
    code = (
        "import sys; from tests.export.networks import exported, ring;"
        "sys.stdout.buffer.write(exported(ring(25), 'svg'))"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert found == {exported(ring(25), "svg")}


@pytest.mark.parametrize("directed", [False, True])
def test_svg_has_a_shape_a_node_and_a_line_a_tie(directed: bool) -> None:
    graph = sample(directed=directed)
    root = ElementTree.fromstring(exported(graph, "svg"))
    classes = [group.get("class") for group in root.iter(f"{SVG}g")]
    assert classes.count("node") == len(graph)
    assert classes.count("tie") == graph.number_of_edges()
    assert len(list(root.iter(f"{SVG}polygon"))) == graph.number_of_edges() * directed
    assert root.get("role") == "img"
    told = [root.findtext(f"{SVG}{name}") for name in ("title", "desc")]
    assert told[0] == "Sample"
    assert (told[1] or "").startswith("Sample, drawn as a network. 12 nodes, 11 ties.")


def test_every_odd_name_stands_in_the_svg() -> None:
    root = ElementTree.fromstring(exported(sample(), "svg"))
    # Long names are broken into lines at blanks.
    shown = {"".join("".join(text.itertext()).split()) for text in root.iter(f"{SVG}text")}
    assert {"".join(name.split()) for name in NAMES} <= shown


def test_two_arrows_between_two_nodes_lie_side_by_side_and_a_loop_is_a_ring() -> None:
    graph: nx.Graph[str] = nx.DiGraph([("a", "b"), ("b", "a"), ("a", "a")])
    root = ElementTree.fromstring(exported(graph, "svg"))
    places = {(line.get("y1"), line.get("y2")) for line in root.iter(f"{SVG}line")}
    assert len(places) == 2
    assert sum(c.get("class") == "loop" for c in root.iter(f"{SVG}circle")) == 1


def test_the_strongest_ties_alone_and_it_says_so() -> None:
    part = strongest(ring(900), nodes=60, ties=200)
    assert len(part.graph) == 60
    assert "n00899" in part.graph
    assert all(part.graph.degree(key) for key in part.graph)
    assert part.told().startswith("The strongest ties alone: 60 of 900 nodes, ")
    assert "60 of 900 nodes" in exported(ring(900), "svg").decode()
    whole = strongest(ring(9), nodes=60, ties=200)
    assert (whole.is_whole, whole.told()) == (True, "9 nodes, 18 ties.")


def test_what_hangs_together_still_does_where_ties_are_left_out() -> None:
    graph = nx.relabel_nodes(nx.complete_graph(40), str)
    for source, target in graph.edges:
        graph.edges[source, target]["weight"] = (
            9.0 if (int(source) < 20) == (int(target) < 20) else 1.0
        )
    part = strongest(graph, nodes=60, ties=50)
    assert part.graph.number_of_edges() == 50
    assert nx.is_connected(part.graph)
    assert part.told() == "The strongest ties alone: all 40 nodes, 50 of 780 ties."


def test_a_nodes_strength_is_the_weight_of_its_ties_in_both_directions() -> None:
    graph: nx.Graph[str] = nx.DiGraph()
    graph.add_weighted_edges_from([("a", "b", 2.0), ("b", "c", 0.5)])
    assert strengths(graph) == {"a": 2.0, "b": 2.5, "c": 0.5}


def test_colours_tell_the_community_where_there_is_one_else_the_class() -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from((f"n{n}", {"class": "Mission" if n % 2 else "Agency"}) for n in range(30))
    assert colouring(graph).tones == {"Agency": 0, "Mission": 1}
    for number, key in enumerate(graph):
        graph.nodes[key]["community"] = number // 2 if number > 9 else 0
    colours = colouring(graph)
    assert colours.attribute == "community"
    assert colours.tone("n0") == 0
    assert colours.tone("n29") == OTHER
    words = [entry.text for entry in legend(draw(readable(graph)))]
    assert words[0] == "community 0"
    assert words[-1] == "other"


def test_the_words_of_a_picture() -> None:
    graph: nx.Graph[str] = nx.Graph(name="agency-programme")
    graph.add_edge("a", "b", weight=3.0, first="2019-01-02", last="2020-02-14")
    graph.add_edge("b", "c", weight=0.5, first=None, last=None)
    picture = draw(readable(graph))
    assert heading(picture) == "Agency and programme"
    assert note(picture) == "3 nodes, 2 ties. 2019-01-02 to 2020-02-14."
    assert summary(picture).endswith(
        "Strongest ties: a and b (3); b and c (0.5). Most tied: b, a, c."
    )
    assert "line width: weight 0.5 to 3" in [entry.text for entry in legend(picture)]
    graph.graph["title"] = "Who flies what"
    assert heading(draw(readable(graph))) == "Who flies what"


def test_the_legend_breaks_into_rows() -> None:
    found = rows(legend(draw(readable(sample()))), 100)
    assert len(found) > 1
    assert all(found)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("CNES", ("CNES",)),
        ("Swedish National Space Board", ("Swedish National", "Space Board")),
        ("a\nb", ("a b",)),
        ("", ("",)),
        ("x" * 40, ("x" * 23 + "…",)),
    ],
)
def test_labels_are_short_lines(name: str, lines: tuple[str, ...]) -> None:
    assert lettering.lines(name) == lines


def test_a_very_long_name_ends_after_three_lines() -> None:
    found = lettering.lines(
        "National Institute of Very Long Names for Research and Much Else Besides"
    )
    assert len(found) == 3
    assert found[-1].endswith("…")


def test_wide_letters_take_more_room() -> None:
    assert lettering.width("宇宙", 10) > lettering.width("WM", 10) > lettering.width("il", 10)
    assert lettering.width("\u0301", 10) == 0


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = 8
    while place < len(data):
        length = int.from_bytes(data[place : place + 4], "big")
        kind, body = data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        check = data[place + 8 + length : place + 12 + length]
        assert zlib.crc32(kind + body) == int.from_bytes(check, "big")
        yield kind, body
        place += 12 + length


def test_png_says_what_it_shows() -> None:
    pytest.importorskip("resvg_py", reason="pip install resvg_py")
    graph: nx.Graph[str] = nx.Graph([("ESA", "CNES")], name="agencies")
    told = [body for kind, body in chunks(exported(graph, "png")) if kind == b"tEXt"]
    assert told[0] == b"Title\0Agencies"
    assert told[1].startswith(b"Description\0Agencies, drawn as a network. 2 nodes, 1 tie.")
    other: nx.Graph[str] = nx.Graph([("宇宙", "CNES")])
    assert b"iTXt" in dict(chunks(exported(other, "png")))


def test_png_without_its_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(UsageError, match="resvg") as caught:
        exported(sample(), "png")
    assert "pip install 'spacekg[draw]'" in caught.value.remedy


def test_png_without_a_font_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("resvg_py", reason="pip install resvg_py")
    monkeypatch.setattr(png, "FACES", ("No Such Face",))
    with pytest.raises(UsageError, match="a font") as caught:
        png.Png(BytesIO())
    assert "fonts-dejavu-core" in caught.value.remedy
