"""Score one graph against one annotated release."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Quad, Triple

from kg.evaluation.agreement import fold, same_date, same_title
from kg.evaluation.align import Alignment, align, shown_kind
from kg.evaluation.events import pair_events
from kg.evaluation.gold import Gold, GoldFact
from kg.evaluation.said import Said, SaidFact
from kg.evaluation.tally import NOTHING, Finding, Tally


def score(gold: Gold, graph: Iterable[Triple | Quad]) -> Tally:
    """Compare `graph`, mapped from the gold's text, with `gold`."""
    scorer = _Scorer(gold, Said(graph))
    scorer.score_entities()
    scorer.score_facts()
    scorer.score_events()
    return scorer.tally


class _Scorer:
    """The state of one comparison."""

    def __init__(self, gold: Gold, said: Said) -> None:
        self.gold, self.said = gold, said
        self.ends: Alignment = align(gold, said)
        self.tally = Tally()

    def score_entities(self) -> None:
        for entity in self.gold.entities:
            if not entity.optional or entity.id in self.ends.typed:
                self._score_entity(entity.id, entity.kinds, entity.name)
        optional = {entity.id for entity in self.gold.entities if entity.optional}
        for iri in self.said.entities:
            if self.ends.end(iri) not in optional:
                self._score_said_entity(iri)

    def _score_entity(self, identifier: str, kinds: tuple[str, ...], name: str) -> None:
        iri = self.ends.graph_of.get(identifier)
        self.tally.tick("found" if iri else "missed", "name")
        shown = shown_kind(self.said.entities[iri], kinds) if iri else NOTHING
        self.tally.confusion[kinds[0], shown] += 1
        if identifier in self.ends.typed:
            self.tally.tick("found", "entity", f"entity:{kinds[0]}")
            return
        self.tally.tick("missed", "entity", f"entity:{kinds[0]}")
        as_what = f"{name!r} (said to be {shown})" if iri else repr(name)
        self.tally.report(Finding("entity", "missed", kinds[0], as_what))

    def _score_said_entity(self, iri: str) -> None:
        entity, answers_for = self.said.entities[iri], self.ends.end(iri)
        shown = shown_kind(entity, ())
        if answers_for is None:
            self.tally.tick("invented", "name")
            self.tally.confusion[NOTHING, shown] += 1
        if answers_for not in self.ends.typed:
            self.tally.tick("invented", "entity", f"entity:{shown}")
            self.tally.report(Finding("entity", "invented", shown, repr(entity.label)))

    def score_facts(self) -> None:
        found = set()
        for fact in _merged(self.said.facts):
            self.tally.ground(self.said.is_grounded(fact.evidence, self.gold.text))
            hit = next((f for f in self.gold.facts if self._agrees(f, fact)), None)
            if hit is not None:
                found.add(hit)
            elif not self._is_allowed(fact):
                self._report_invented_fact(fact)
        for wanted in self.gold.facts:
            self._score_fact(wanted, wanted in found)

    def _score_fact(self, fact: GoldFact, is_found: bool) -> None:
        self.tally.tick("found" if is_found else "missed", "fact", f"fact:{fact.relation}")
        if not is_found:
            what = f"{self.gold.named(fact.subject)!r} → {self.gold.named(fact.object)!r}"
            self.tally.report(Finding("fact", "missed", fact.relation, what))

    def _report_invented_fact(self, fact: SaidFact) -> None:
        self.tally.tick("invented", "fact", f"fact:{fact.relation}")
        what = f"{self.said.label(fact.subject)!r} → {self.said.label(fact.object)!r}"
        quote = self.said.quote(fact.evidence)
        self.tally.report(Finding("fact", "invented", fact.relation, what, quote))

    def _is_allowed(self, fact: SaidFact) -> bool:
        """Tell whether a fact is right though not asked for; who leads also takes part."""
        if any(self._agrees(allowed, fact) for allowed in self.gold.optional_facts):
            return True
        if fact.relation != "participatesIn":
            return False
        leads = SaidFact(fact.subject, "leads", fact.object, fact.evidence)
        known = (*self.gold.facts, *self.gold.optional_facts)
        return any(self._agrees(wanted, leads) for wanted in known)

    def _agrees(self, wanted: GoldFact, fact: SaidFact) -> bool:
        if wanted.relation != fact.relation:
            return False
        subject = self.ends.end(fact.subject)
        if fact.relation == "cooperatesWith":
            return {subject, self.ends.end(fact.object)} == {wanted.subject, wanted.object}
        return subject == wanted.subject and self._objects_agree(wanted, fact)

    def _objects_agree(self, wanted: GoldFact, fact: SaidFact) -> bool:
        if fact.relation == "holdsPosition":
            return same_title(wanted.object, fact.object)
        if fact.relation == "launchDate":
            return same_date(wanted.object, fact.object)
        if wanted.is_literal:
            return fold(wanted.object) in self.said.names(fact.object)
        return self.ends.end(fact.object) == wanted.object

    def score_events(self) -> None:
        pairs = pair_events(self.gold.events, self.said.events, self.ends)
        for number, event in enumerate(self.gold.events):
            if not event.optional:
                self._score_event(number, number in pairs)
        answering = set(pairs.values())
        for number, said in enumerate(self.said.events):
            self.tally.ground(self.said.is_grounded(said.evidence, self.gold.text))
            if number not in answering:
                self._report_invented_event(number)

    def _score_event(self, number: int, is_found: bool) -> None:
        event = self.gold.events[number]
        self.tally.tick("found" if is_found else "missed", "event", f"event:{event.kind}")
        if not is_found:
            names = ", ".join(sorted(self.gold.named(actor) for actor in event.actors))
            what = f"{event.dates[0] or 'undated'}: {names}"
            self.tally.report(Finding("event", "missed", event.kind, what))

    def _report_invented_event(self, number: int) -> None:
        event = self.said.events[number]
        self.tally.tick("invented", "event", f"event:{event.kind}")
        actors = event.participants | event.payloads | event.vehicles
        names = ", ".join(sorted(self.said.label(iri) for iri in actors))
        what = f"{event.date or 'undated'}: {names}"
        quote = self.said.quote(event.evidence)
        self.tally.report(Finding("event", "invented", event.kind, what, quote))


def _merged(facts: Iterable[SaidFact]) -> tuple[SaidFact, ...]:
    """Return each fact once; cooperation is one fact in either direction."""
    once: dict[tuple[str, ...], SaidFact] = {}
    for fact in facts:
        ends = (fact.subject, fact.object)
        key = tuple(sorted(ends)) if fact.relation == "cooperatesWith" else ends
        once.setdefault((fact.relation, *key), fact)
    return tuple(once.values())
