"""The IRIs of what metadata tell of: the dataset, its parts and versions, the catalogue."""

from __future__ import annotations

from typing import Final

from kg.publish.documents.document import DATASET, Store
from kg.publish.metadata import counts, dumps
from kg.publish.metadata.dumps import Dump

CHANGES: Final = "changes"
TITLES: Final = {
    "en": "Space cooperation in press releases",
    "fr": "La coopération spatiale dans les communiqués de presse",
}
DESCRIPTIONS: Final = {
    "en": "Who works with whom in space, on what, when and where, as the press releases of space "
    "agencies tell it; each statement comes with the release and the words that say it.",
    "fr": "Qui travaille avec qui dans l'espace, à quoi, quand et où, d'après les communiqués de "
    "presse des agences spatiales ; chaque énoncé est accompagné du communiqué et des mots qui le disent.",
}
KEYWORDS: Final = {
    "en": ("space agencies", "international cooperation", "space missions", "press releases"),
    "fr": ("agences spatiales", "coopération internationale", "missions spatiales"),
}


def dataset(store: Store) -> str:
    """Return the IRI of the dataset: what is stated."""
    return store.addresses.url(DATASET)


def part(store: Store, name: str) -> str:
    """Return the IRI of something that the dataset's document tells of besides."""
    return f"{dataset(store)}#{name}"


def distribution(store: Store, dump: Dump) -> str:
    """Return the IRI of the distribution that a dump is."""
    return part(store, dump.path.rpartition("/")[2])


def version(store: Store) -> str:
    """Return the version: the day of the newest release, and the first digits of the content's SHA-256."""
    _, last = counts.days(store)
    digest = dumps.of(store).told.digest[:8]
    return f"{last.isoformat()}.{digest}" if last else digest


def version_path(store: Store) -> str:
    """Return the path of the version's own document."""
    return f"{DATASET}/{version(store)}"


def citation(store: Store) -> str:
    """Return how the dataset is to be cited."""
    return (
        f"{store.imprint.publisher}: {TITLES['en']}. Version {version(store)}. "
        f"{store.addresses.url(version_path(store))} (CC BY 4.0)"
    )
