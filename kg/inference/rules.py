"""The rules, forward (what follows from a triple) and backward (does a triple follow).

They are those of the OWL 2 RL profile (W3C, section 4.3) for the features at hand: cax-sco,
prp-spo1, prp-dom, prp-rng, prp-inv1, prp-inv2, prp-symp, prp-trp, prp-fp. Equality goes no
further: what two equal things have is not copied from one to the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from pyoxigraph import BlankNode, NamedNode, Triple

from kg.inference.schema import SAME_AS, TYPE, Schema
from kg.inference.triples import Object, Triples

Node = NamedNode | BlankNode


def consequences(triple: Triple, schema: Schema, known: Triples) -> Iterator[Triple]:
    """Yield what follows in one step from `triple` and the `known` ones; some of it twice."""
    yield from _alone(triple, schema)
    yield from _joined(triple, schema, known)


def follows(triple: Triple, schema: Schema, known: Triples) -> bool:
    """Tell whether `triple` follows in one step from `known`."""
    if triple.predicate == TYPE and _has_class(triple, schema, known):
        return True
    if triple.predicate == SAME_AS and _is_same(triple, schema, known):
        return True
    return _holds_below(triple, schema, known) or _holds_turned(triple, schema, known)


def _alone(triple: Triple, schema: Schema) -> Iterator[Triple]:
    """Yield what follows from the triple and the schema alone."""
    subject, predicate, object_ = triple.subject, triple.predicate, triple.object
    for above in schema.above_property.get(predicate, ()):
        yield Triple(subject, above, object_)
    for class_ in schema.domains.get(predicate, ()):
        yield Triple(subject, TYPE, class_)
    if not _is_node(object_):
        return
    for class_ in schema.ranges.get(predicate, ()):
        yield Triple(object_, TYPE, class_)
    for other in schema.inverses.get(predicate, ()):
        yield Triple(object_, other, subject)
    if predicate in schema.symmetric:
        yield Triple(object_, predicate, subject)
    if predicate == TYPE and isinstance(object_, NamedNode):
        for class_ in schema.above_class.get(object_, ()):
            yield Triple(subject, TYPE, class_)


def _joined(triple: Triple, schema: Schema, known: Triples) -> Iterator[Triple]:
    """Yield what follows from the triple together with a second one."""
    subject, predicate, object_ = triple.subject, triple.predicate, triple.object
    if not _is_node(object_):
        return
    if predicate in schema.transitive:
        for further in known.matching(object_, predicate, None):
            yield Triple(subject, predicate, further.object)
        for before in known.matching(None, predicate, subject):
            yield Triple(before.subject, predicate, object_)
    if predicate in schema.functional:
        for other in known.matching(subject, predicate, None):
            if _is_node(other.object) and other.object != object_:
                yield Triple(object_, SAME_AS, other.object)
                yield Triple(other.object, SAME_AS, object_)


def _has_class(triple: Triple, schema: Schema, known: Triples) -> bool:
    node, class_ = triple.subject, triple.object
    if not isinstance(class_, NamedNode):
        return False
    return (
        any(Triple(node, TYPE, low) in known for low in schema.below_class.get(class_, ()))
        or any(
            known.holds(node, property_, None) for property_ in schema.with_domain.get(class_, ())
        )
        or any(
            known.holds(None, property_, node) for property_ in schema.with_range.get(class_, ())
        )
    )


def _is_same(triple: Triple, schema: Schema, known: Triples) -> bool:
    one, other = triple.subject, triple.object
    return one != other and any(
        Triple(pair.subject, property_, other) in known
        for property_ in schema.functional
        for pair in known.matching(None, property_, one)
    )


def _holds_below(triple: Triple, schema: Schema, known: Triples) -> bool:
    """Tell whether a property below this one, or a chain of this one, says so."""
    subject, predicate, object_ = triple.subject, triple.predicate, triple.object
    below = schema.below_property.get(predicate, ())
    if any(Triple(subject, low, object_) in known for low in below):
        return True
    return predicate in schema.transitive and any(
        Triple(step.object, predicate, object_) in known
        for step in known.matching(subject, predicate, None)
        if _is_node(step.object)
    )


def _holds_turned(triple: Triple, schema: Schema, known: Triples) -> bool:
    """Tell whether the triple stands the other way around."""
    subject, predicate, object_ = triple.subject, triple.predicate, triple.object
    if not _is_node(object_):
        return False
    if predicate in schema.symmetric and Triple(object_, predicate, subject) in known:
        return True
    inverses = schema.inverses.get(predicate, ())
    return any(Triple(object_, other, subject) in known for other in inverses)


def _is_node(term: Object) -> TypeGuard[Node]:
    return isinstance(term, NamedNode | BlankNode)
