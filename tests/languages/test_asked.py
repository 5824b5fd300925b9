"""The patterns that the code asks for by name: one that no language has would match nowhere, and nobody would know."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from kg.languages import CODES, load

ROOT = Path(__file__).parents[2] / "kg"
NAMES = {"pattern", "matches", "source", "has"}


def asked(tree: ast.AST) -> Iterator[str]:
    """Yield the keys that calls of `expression(code, name)` and `worded.pattern(code, name)` ask for."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        match call:
            case ast.Call(
                func=ast.Attribute(value=ast.Name("worded"), attr=name),
                args=[_, ast.Constant(str(key)), *_],
            ) if name in NAMES:
                yield f"mention-{key}"
            case ast.Call(func=ast.Name("expression"), args=[_, ast.Constant(str(key)), *_]):
                yield key


def test_each_pattern_asked_for_stands_in_a_file() -> None:
    known = set().union(*(load(code).patterns for code in CODES))
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in ROOT.rglob("*.py")]
    keys = {key for tree in trees for key in asked(tree)}
    assert "mention-listing" in keys
    assert "timing-beside" in keys
    assert keys <= known
