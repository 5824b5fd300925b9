"""Which facts of a release nothing shows: neither a claim, nor the node's own evidence.

The shapes judge each node by itself, and graphs that are no release's as well; that each fact of a
release has a claim of its own is a matter between its two graphs, and is asked here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from pyoxigraph import NamedNode, Triple

from kg.errors import NotConformingError
from kg.vocab import RDF, SKG

# So many are named; who sends facts without evidence has to mend all of them alike.
_NAMED: Final = 10


def check(release: str, facts: Collection[Triple], evidence: Iterable[Triple]) -> None:
    """Raise NotConformingError where a fact between things has no claim with its words.

    What the release says of itself needs none; events and posts show their own words, and an
    agreement is shown by its signing.
    """
    missing = sorted(unshown(release, facts, evidence), key=str)
    if not missing:
        return
    listed = [f"{t.subject} {t.predicate} {t.object}" for t in missing[:_NAMED]]
    more = [f"and {len(missing) - _NAMED} more"] if len(missing) > _NAMED else []
    raise NotConformingError(
        "\n  ".join(
            (
                f"{len(missing)} facts of <{release}> have no claim: for each, add to the evidence a skg:Claim with "
                "rdf:subject, rdf:predicate, rdf:object and skg:evidence.",
                *listed,
                *more,
            )
        )
    )


def unshown(
    release: str, facts: Collection[Triple], evidence: Iterable[Triple]
) -> frozenset[Triple]:
    """Return the facts that neither a claim nor evidence of their own shows."""
    claimed = _claimed((*facts, *evidence))
    showing = {t.subject for t in facts if t.predicate.value == SKG.evidence}
    kept = NamedNode(SKG.Agreement)
    agreements = {t.subject for t in facts if t.predicate.value == RDF.type and t.object == kept}
    exempt = {NamedNode(release), *showing, *agreements}
    return frozenset(
        t for t in facts
        if t.predicate.value.startswith(SKG.iri) and t.subject not in exempt
        and (t.subject, t.predicate, t.object) not in claimed
    )  # fmt: skip


def _claimed(triples: Iterable[Triple]) -> set[tuple[object, object, object]]:
    """Return the statements that claims make."""
    parts: dict[str, dict[object, object]] = {RDF.subject: {}, RDF.predicate: {}, RDF.object: {}}
    for triple in triples:
        if triple.predicate.value in parts:
            parts[triple.predicate.value][triple.subject] = triple.object
    subjects, predicates, objects = parts.values()
    return {(one, predicates.get(it), objects.get(it)) for it, one in subjects.items()}
