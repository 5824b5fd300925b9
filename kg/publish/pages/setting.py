"""What a page is written with: the store, its language, its links, and what things are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kg.publish.documents.document import Store
from kg.publish.pages.links import Links
from kg.publish.pages.texts import Texts, texts
from kg.store.asking import ask, batches, values
from kg.views.labels import LANGUAGES, called, last_part
from kg.views.records import ReleaseInfo
from kg.vocab import SKG

_WITH_PAGE = """
SELECT DISTINCT ?it ?title WHERE {{ {things} ?it a ?class OPTIONAL {{ ?it dcterms:title ?title }} }}"""


@dataclass(frozen=True, slots=True)
class Ref:
    """What a thing is called, and where to read about it: "" where a link would lead nowhere.

    `language` is that of the label where it is not the page's.
    """

    label: str
    iri: str
    address: str = ""
    language: str = ""


class Refs:
    """The things that it was asked for; any other is called by what it ties, or its last part."""

    def __init__(self, found: Mapping[str, Ref], language: str) -> None:
        self._found, self._language = found, language

    def __getitem__(self, iri: str) -> Ref:
        return self._found.get(iri) or Ref(called(iri, self._language) or iri, iri)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the writers of pages share."""

    store: Store
    links: Links
    texts: Texts

    @classmethod
    def of(cls, store: Store, path: str, language: str) -> Setting:
        """Return the setting of the page at a path."""
        return cls(store, Links(path, store.addresses, language), texts(language))

    @property
    def language(self) -> str:
        """Return the language of the page."""
        return self.links.language

    def languages(self) -> tuple[str, ...]:
        """Return the languages in the order in which the page would have them."""
        return (self.language, *(other for other in LANGUAGES if other != self.language))

    def refs(self, iris: Iterable[str]) -> Refs:
        """Return the labels and addresses of these things, asked for at once."""
        wanted = sorted({iri for iri in iris if iri})
        labels, pages = self._labels(wanted), self._pages(wanted)
        found = {iri: self._ref(iri, labels.get(iri), pages) for iri in wanted}
        return Refs(found, self.language)

    def release(self, info: ReleaseInfo) -> Ref:
        """Return a release by its title."""
        label = info.title or last_part(info.iri)
        language = info.language if info.language != self.language else ""
        return Ref(
            label,
            info.iri,
            self.links.page(info.iri) if info.title or info.issued else "",
            language,
        )

    def day(self, text: str, precision: str = "day") -> str:
        """Return a day as people write it: "14 February 2020", or only its month or year."""
        try:
            day = date.fromisoformat(text)
        except ValueError:
            return text
        month = self.texts(f"month.{day.month}")
        if precision == "year":
            return str(day.year)
        if precision == "month":
            return f"{month} {day.year}"
        first = self.texts("first") if day.day == 1 else str(day.day)
        return f"{first} {month} {day.year}"

    def _ref(self, iri: str, label: tuple[str, str] | None, pages: Mapping[str, str]) -> Ref:
        text, language = label or (pages.get(iri) or called(iri, self.language) or iri, "")
        other = language if language != self.language else ""
        return Ref(text, iri, self._address(iri, pages), other)

    def _address(self, iri: str, pages: Mapping[str, str]) -> str:
        if iri in pages or iri.startswith(SKG.iri):
            return self.links.page(iri)
        is_ours = iri.startswith(self.store.addresses.base)
        return iri if iri.startswith(("http://", "https://")) and not is_ours else ""

    def _labels(self, iris: Iterable[str]) -> dict[str, tuple[str, str]]:
        order = {language: place for place, language in enumerate(self.languages())}
        found: dict[str, tuple[int, str, str]] = {}
        for iri, text, language in self.store.view.ledger().labels(set(iris)):
            rank = (order.get(language, len(order)), text, language)
            if iri not in found or rank < found[iri]:
                found[iri] = rank
        return {iri: (text, language) for iri, (_, text, language) in found.items()}

    def _pages(self, iris: Iterable[str]) -> dict[str, str]:
        """Return the things of the store that have a page, with a title if they have one."""
        ours = (iri for iri in iris if self.store.addresses.document(iri) is not None)
        found: dict[str, str] = {}
        for batch in batches(ours):
            query = _WITH_PAGE.format(things=values("it", batch))
            found |= {row[0]: row[1] for row in ask(self.store.view, query)}
        return found
