"""What a picture says of itself in words: its title, its legend, and what one sees in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kg.export.network.drawing import lettering
from kg.export.network.drawing.palette import OTHER, is_square
from kg.export.network.drawing.picture import Line, Picture
from kg.export.network.strongest import strengths

SIZE: Final = 11.5
NAMED: Final = 5
_GAP: Final = 22.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of the legend, and the sign before it: a tone and a shape, or none."""

    text: str
    tone: int | None = None
    square: bool = False

    @property
    def width(self) -> float:
        """Return the room that it takes in a row."""
        sign = 0 if self.tone is None else 16
        return sign + lettering.width(self.text, SIZE) + _GAP


def heading(picture: Picture) -> str:
    """Return the title of the picture: that of the graph, else its name."""
    about = picture.part.graph.graph
    name = str(about.get("title") or about.get("name") or "network").replace("-", " and ")
    return name[:1].upper() + name[1:]


def note(picture: Picture) -> str:
    """Return how much the picture shows, and of which time."""
    ties = [values for _, _, values in picture.part.graph.edges(data=True)]
    firsts = [str(values["first"]) for values in ties if values.get("first")]
    lasts = [str(values["last"]) for values in ties if values.get("last")]
    told = picture.part.told()
    return f"{told} {min(firsts)} to {max(lasts)}." if firsts and lasts else told


def legend(picture: Picture) -> list[Entry]:
    """Return the entries: a colour each, then what sizes and widths mean."""
    return [*_colours(picture), *_sizes(picture)]


def rows(entries: Sequence[Entry], room: float) -> list[list[Entry]]:
    """Return the entries in rows that fit into `room`."""
    found: list[list[Entry]] = [[]]
    used = 0.0
    for entry in entries:
        if found[-1] and used + entry.width > room:
            found.append([])
            used = 0.0
        found[-1].append(entry)
        used += entry.width
    return found


def _colours(picture: Picture) -> Iterator[Entry]:
    colours = picture.colouring
    by_class = colours.attribute == "class"
    others = sum(tone == OTHER for tone in colours.tones.values())
    for name, tone in sorted(colours.tones.items(), key=lambda item: (item[1], item[0])):
        if tone == OTHER and others > 1:
            continue
        text = name if by_class else f"community {name}"
        yield Entry(text, tone, by_class and is_square(name))
    if others > 1:
        yield Entry("other", OTHER)


def _sizes(picture: Picture) -> Iterator[Entry]:
    if picture.lines:
        yield Entry("larger: more and stronger ties")
    weights = sorted(line.weight for line in picture.lines)
    if weights and weights[0] < weights[-1]:
        yield Entry(f"line width: weight {weights[0]:.3g} to {weights[-1]:.3g}")
    if picture.is_directed and picture.lines:
        yield Entry("arrow: from source to target")


def summary(picture: Picture) -> str:
    """Return the picture in words: how much it shows, and who stands out."""
    told = [f"{heading(picture)}, drawn as a network. {note(picture)}"]
    ties = sorted(picture.lines, key=lambda line: -line.weight)[:NAMED]
    if ties:
        told.append(f"Strongest ties: {'; '.join(between(picture, tie) for tie in ties)}.")
        found = strengths(picture.part.graph)
        first = sorted(picture.marks, key=lambda mark: -found[mark.key])[:NAMED]
        told.append(f"Most tied: {', '.join(mark.name for mark in first)}.")
    return " ".join(told)


def between(picture: Picture, line: Line) -> str:
    """Return a tie in words: its two ends and its weight."""
    joined = "to" if picture.is_directed else "and"
    ends = (picture.marks[line.source].name, picture.marks[line.target].name)
    return f"{ends[0]} {joined} {ends[1]} ({line.weight:.3g})"
