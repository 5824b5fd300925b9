"""Sets of triples that rules can look things up in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Protocol

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

Subject = NamedNode | BlankNode | Triple
Object = NamedNode | BlankNode | Literal | Triple


class Triples(Protocol):
    """A set of triples; None in a pattern stands for anything."""

    def __contains__(self, triple: object, /) -> bool: ...

    def matching(
        self, subject: Subject | None, predicate: NamedNode, object_: Object | None
    ) -> Iterator[Triple]:
        """Yield the triples that match."""
        ...

    def holds(self, subject: Subject | None, predicate: NamedNode, object_: Object | None) -> bool:
        """Tell whether a triple matches."""
        ...


class Closed(Protocol):
    """What is stated and what was inferred from it, told apart."""

    @property
    def stated(self) -> Triples:
        """Return the stated triples."""
        ...

    @property
    def inferred(self) -> Triples:
        """Return the triples that follow, none of them stated."""
        ...


class Memory:
    """Triples in memory, found by subject or object of a predicate. Cost: three sets a triple."""

    def __init__(self, triples: Iterable[Triple] = ()) -> None:
        self._all: set[Triple] = set()
        self._by_subject: dict[tuple[NamedNode, Subject], set[Triple]] = defaultdict(set)
        self._by_object: dict[tuple[NamedNode, Object], set[Triple]] = defaultdict(set)
        for triple in triples:
            self.add(triple)

    def __contains__(self, triple: object, /) -> bool:
        return triple in self._all

    def __iter__(self) -> Iterator[Triple]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def add(self, triple: Triple) -> None:
        """Put a triple in."""
        self._all.add(triple)
        self._by_subject[triple.predicate, triple.subject].add(triple)
        self._by_object[triple.predicate, triple.object].add(triple)

    def discard(self, triple: Triple) -> None:
        """Take a triple out, if it is there."""
        self._all.discard(triple)
        self._by_subject[triple.predicate, triple.subject].discard(triple)
        self._by_object[triple.predicate, triple.object].discard(triple)

    def matching(
        self, subject: Subject | None, predicate: NamedNode, object_: Object | None
    ) -> Iterator[Triple]:
        """Yield the triples that match; one end must be given."""
        if subject is not None:
            found = self._by_subject.get((predicate, subject), ())
            yield from (t for t in tuple(found) if object_ is None or t.object == object_)
        elif object_ is not None:
            yield from tuple(self._by_object.get((predicate, object_), ()))

    def holds(self, subject: Subject | None, predicate: NamedNode, object_: Object | None) -> bool:
        """Tell whether a triple matches."""
        return next(self.matching(subject, predicate, object_), None) is not None


class Amended:
    """Triples less some and more others, without a copy of the many that stay."""

    def __init__(self, *parts: Triples) -> None:
        self._parts = parts
        self.gone: set[Triple] = set()
        self.come = Memory()

    def __contains__(self, triple: object, /) -> bool:
        if triple in self.come:
            return True
        return triple not in self.gone and any(triple in part for part in self._parts)

    def put(self, triple: Triple) -> None:
        """Let a triple be there."""
        self.come.add(triple)

    def take(self, triple: Triple) -> None:
        """Let a triple be there no more."""
        self.come.discard(triple)
        self.gone.add(triple)

    def matching(
        self, subject: Subject | None, predicate: NamedNode, object_: Object | None
    ) -> Iterator[Triple]:
        """Yield the triples that match, some of them twice."""
        yield from self.come.matching(subject, predicate, object_)
        for part in self._parts:
            for triple in part.matching(subject, predicate, object_):
                if triple not in self.gone:
                    yield triple

    def holds(self, subject: Subject | None, predicate: NamedNode, object_: Object | None) -> bool:
        """Tell whether a triple matches."""
        return next(self.matching(subject, predicate, object_), None) is not None
