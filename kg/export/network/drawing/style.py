"""The style sheet of a picture: on light paper by default, on dark where the reader wants that."""

from __future__ import annotations

from typing import Final

from kg.export.network.drawing.palette import TONES

_LIGHT: Final = {
    ".paper": "fill: #ffffff",
    ".head, .node-label": "fill: #1b2129",
    ".note": "fill: #56616f",
    ".tie line, .loop": "stroke: #8b97a5",
    ".tie polygon": "fill: #8b97a5",
    ".node-label": "fill: #1b2129; stroke: #ffffff",
    ".node circle, .node rect": "stroke: #ffffff",
}
_DARK: Final = {
    ".paper": "fill: #14181d",
    ".head": "fill: #e8ecf1",
    ".note": "fill: #a3aebb",
    ".tie line, .loop": "stroke: #66727f",
    ".tie polygon": "fill: #66727f",
    ".node-label": "fill: #e8ecf1; stroke: #14181d",
    ".node circle, .node rect": "stroke: #14181d",
}
_SHAPE: Final = """\
text { font-family: system-ui, sans-serif; }
.head { font-size: 20px; font-weight: 600; }
.note { font-size: 11.5px; }
.node-label { font-size: 12px; text-anchor: middle; stroke-width: 3.5px; stroke-linejoin: round; paint-order: stroke; }
.node circle, .node rect { stroke-width: 1.5px; }
.tie line, .loop { stroke-opacity: 0.7; stroke-linecap: round; }
.tie polygon { fill-opacity: 0.9; }
.loop { fill: none; }
.off { display: none; }
"""


def style_sheet() -> str:
    """Return the style sheet."""
    light = _rules(_LIGHT | {f".c{n}": f"fill: {tone.light}" for n, tone in enumerate(TONES)})
    dark = _rules(_DARK | {f".c{n}": f"fill: {tone.dark}" for n, tone in enumerate(TONES)})
    return f"{_SHAPE}{light}@media (prefers-color-scheme: dark) {{\n{dark}}}\n"


def _rules(rules: dict[str, str]) -> str:
    return "".join(f"{selector} {{ {declared}; }}\n" for selector, declared in rules.items())
