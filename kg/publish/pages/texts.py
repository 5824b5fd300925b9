"""The words of pages in each language: one catalogue a language, `kg/publish/texts/en.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


class Texts:
    """The texts of one language by name; those with `{}` take what belongs there."""

    def __init__(self, language: str, texts: Mapping[str, str]) -> None:
        self.language = language
        self._texts = texts

    def __call__(self, name: str, *values: object) -> str:
        """Return the text of this name (KeyError where there is none), filled with `values`."""
        return self._texts[name].format(*values)

    def term(self, name: str) -> str:
        """Return what a term such as a status is called; itself where nobody says."""
        return self._texts.get(f"term.{name}", name)

    def number(self, value: int) -> str:
        """Return a number with its thousands apart."""
        return f"{value:,}".replace(",", self._texts["thousands"])

    def names(self) -> frozenset[str]:
        """Return the names of all texts."""
        return frozenset(self._texts)


@cache
def texts(language: str) -> Texts:
    """Return the catalogue of a language."""
    name = f"texts/{language}.toml"
    told = tomllib.loads((files("kg.publish") / name).read_text(encoding="utf-8"))
    flat = {
        key if group == "page" else f"{group}.{key}": text
        for group, found in told.items()
        for key, text in found.items()
    }
    return Texts(language, flat)
