"""A small store with names that put addresses to the test, and with things that are no more."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode

from kg.pipeline import ontology_quads
from kg.store.embedded import EmbeddedStore
from kg.store.index import schema
from kg.vocab import DCTERMS, DEFAULT_BASE, PREFIXES, SKG, XSD
from tests.views.sample import Told, founding, iri, store, told

# As the store holds them, below `id/`: encoded, of another script, with marks that need care.
ODD = {
    "mission/caf%C3%A9": "Café",
    "mission/étoile": "Étoile",
    "mission/луна-25": "Луна-25",
    "mission/o'neill-(test)": "O'Neill (test)",
    "mission/a.ttl": "A name that ends like a form",
    "mission/script": '</script><script>alert("x")</script>',
}
MERGED, SURVIVOR = "agency/old-name", "agency/cnes"
WITHDRAWN, REASON = "mission/hoax", "The release was a hoax."
# Withdrawn on a day that is told, for something that another graph describes.
ELSEWHERE, SINCE = "mission/doubled one", "2020-12-24"
OTHER = "https://example.org/missions/the-one"


def world() -> EmbeddedStore:
    """Return the store, the ontology in it, but no authority."""
    made = store(founding(), _odd())
    made.load_base(ontology_quads(DEFAULT_BASE), ())
    return made


def at(path: Path) -> Path:
    """Write that store to a folder that is not there yet."""
    with EmbeddedStore.open(path, create=True) as made, world() as small:
        made.engine.extend(small.quads())
    # The quads went past the index, which a writer makes again where it is not there.
    (path / schema.FILE).unlink()
    EmbeddedStore.open(path).close()
    return path


def _odd() -> Told:
    odd = told("pr001-2021", "2021-01-05")
    for key, label in ODD.items():
        odd.thing(key, "Mission", label)
        odd.claim("agency/cnes", "participatesIn", key, f"CNES takes part in {label}.")
    odd.fact(iri(MERGED), DCTERMS.isReplacedBy, NamedNode(iri(SURVIVOR)))
    odd.fact(iri(WITHDRAWN), SKG.withdrawn, Literal(REASON, language="en"))
    away = f"{DEFAULT_BASE}id/{quote(ELSEWHERE)}"
    odd.fact(away, SKG.withdrawn, Literal("It was here twice.", language="en"))
    odd.fact(away, DCTERMS.isReplacedBy, NamedNode(OTHER))
    odd.fact(
        away,
        f"{PREFIXES['prov']}invalidatedAtTime",
        Literal(f"{SINCE}T00:00:00Z", datatype=NamedNode(XSD.dateTime)),
    )
    return odd
