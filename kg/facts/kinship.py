"""What follows between facts and events: whose cooperation a document is about, and what it implies.

Signing with each other, and meeting as heads of two bodies to speak of common work, is cooperation;
bodies that sign about a mission take part in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from kg.facts.clauses import Scene
from kg.facts.drafts import Draft, Stage
from kg.model import Entity, Fact, Span
from kg.patterns import expression, word_list

_PAIR = 2
_BODIES = {"Agency", "Organisation"}


def principal_pair(stage: Stage, drafts: Sequence[Draft]) -> tuple[str, ...]:
    """Return the two bodies whose cooperation the document is about, or nothing.

    They are those that its title names; else those of its first meeting or signing of two bodies;
    else the two agencies spoken of most.
    """
    entities = stage.scene.linked.entities
    titled = _titled_pair(stage.scene)
    if titled:
        return titled
    for kind in ("Meeting", "AgreementSigning"):
        for draft in sorted(drafts, key=lambda d: d.order):
            bodies = [b for b in draft.bodies if entities[b].kind in _BODIES]
            if draft.kind == kind and len(bodies) == _PAIR:
                return tuple(bodies)
    return _named_pair(stage.scene)


def first_pair(scene: Scene) -> tuple[str, ...]:
    """Return the two bodies that a document seems to be about before its events are read."""
    return _titled_pair(scene) or _named_pair(scene)


def _titled_pair(scene: Scene) -> tuple[str, ...]:
    for clause in scene.clauses:
        agencies = scene.keys(clause.text, "A")
        if clause.part == "title" and len(agencies) == _PAIR:
            return agencies
    return ()


def _named_pair(scene: Scene) -> tuple[str, ...]:
    counts = Counter(
        m.entity for m in scene.linked.mentions if scene.linked.entities[m.entity].kind == "Agency"
    )
    common = sorted(counts, key=lambda k: (-counts[k], k))[:_PAIR]
    return tuple(common) if len(common) == _PAIR else ()


def read(stage: Stage, drafts: Sequence[Draft], pair: tuple[str, ...] = ()) -> Iterator[Fact]:
    """Yield the cooperation and participation that meetings and signings imply.

    `pair` are the two bodies that the document is about: they sign about what its title names.
    """
    yield from _series(stage)
    yield from _national(stage)
    for draft in drafts:
        if draft.kind == "AgreementSigning" and draft.status != "discussed":
            yield from _signed(stage, draft, pair)
        elif draft.kind == "Meeting" and draft.status == "completed":
            yield from _met(stage, draft)


def _series(stage: Stage) -> Iterator[Fact]:
    """A satellite whose name continues a programme's belongs to it: MetOp-C, Sentinel-1B."""
    entities = stage.scene.linked.entities
    programmes = [e for e in entities.values() if e.kind == "Programme"]
    for mention in stage.scene.linked.mentions:
        mission = entities[mention.entity]
        for programme in programmes:
            if mission.kind == "Mission" and _continues(mission.label, programme.label):
                clause = _clause_of(stage, mention.span)
                if clause is not None:
                    yield Fact(
                        mission.key, "partOf", programme.key, clause, "series", 0.8, "underway"
                    )


def _continues(name: str, stem: str) -> bool:
    rest = name[len(stem) :]
    return (
        name.casefold().startswith(stem.casefold()) and re.match(r"[ -][\dA-Z]", rest) is not None
    )


def _national(stage: Stage) -> Iterator[Fact]:
    """ "The French Space Agency (CNES)" says whose agency it is."""
    scene = stage.scene
    countries = dict(scene.linked.findings.demonyms)
    for mention in scene.linked.mentions:
        if mention.method != "head-noun" or scene.linked.entities[mention.entity].kind != "Agency":
            continue
        words = [
            c for s, c in countries.items() if mention.span.begin <= s.begin < mention.span.end
        ]
        clause = _clause_of(stage, mention.span)
        if len(words) == 1 and clause is not None:
            yield Fact(
                mention.entity, "agencyOf", words[0], clause, "national-agency", 0.9, "underway"
            )


def _clause_of(stage: Stage, span: Span) -> Span | None:
    for clause in stage.scene.clauses:
        if clause.span.begin <= span.begin and span.end <= clause.span.end:
            return clause.span
    return None


def _main(stage: Stage, draft: Draft) -> tuple[str, ...]:
    """Return the bodies of a draft, less those of an agency's head who has another post too."""
    entities = stage.scene.linked.entities
    second = {
        body
        for person in draft.people
        for bodies in [stage.represents.get(person, ())]
        if any(entities[b].kind == "Agency" for b in bodies)
        for body in bodies
        if entities[body].kind != "Agency"
    }
    return tuple(b for b in draft.bodies if b not in second)


def _bodies(stage: Stage, draft: Draft) -> tuple[str, ...]:
    entities = stage.scene.linked.entities
    draft = replace(draft, bodies=_main(stage, draft))
    agencies = [b for b in draft.bodies if entities[b].kind == "Agency"]
    sent = set(stage.bodies_of(draft.people))
    if len(agencies) >= _PAIR:
        return tuple(
            b for b in draft.bodies if b in agencies or (b in sent and entities[b].kind in _BODIES)
        )
    absent = set(stage.bodies_of(draft.witnesses)) - set(
        stage.bodies_of(p for p in draft.people if p not in draft.witnesses)
    )
    return tuple(b for b in draft.bodies if entities[b].kind in _BODIES and b not in absent)


def _signed(stage: Stage, draft: Draft, pair: tuple[str, ...]) -> Iterator[Fact]:
    bodies = _bodies(stage, draft)
    status = "planned" if draft.status == "planned" else "agreed"
    if len(bodies) > _PAIR + 1:
        return
    for one, other in combinations(bodies, _PAIR):
        yield Fact(one, "cooperatesWith", other, draft.evidence[0], "signing-implies", 0.9, status)
    for span in draft.evidence:
        clause = next((c for c in stage.scene.clauses if c.span == span), None)
        if clause is None or len(bodies) != _PAIR:
            continue
        pattern = expression(stage.scene.language.code, "kinship-about", any_case=True)
        about = pattern.search(clause.text)
        title = " ".join(c.text for c in stage.scene.clauses if c.part == "title")
        things = stage.scene.keys(about["m"], "MG") if about else ()
        titled = stage.scene.keys(title, "M") if set(bodies) == set(pair) else ()
        for thing in dict.fromkeys((*things, *titled)):
            for body in bodies:
                yield Fact(body, "participatesIn", thing, span, "signing-about", 0.8, status)


def _met(stage: Stage, draft: Draft) -> Iterator[Fact]:
    """Two bodies whose heads met to speak of common work cooperate."""
    bodies = tuple(
        b for b in _bodies(stage, draft) if stage.scene.linked.entities[b].kind == "Agency"
    )
    if len(bodies) != _PAIR:
        return
    code = stage.scene.language.code
    text = " ".join(c.text for c in stage.scene.clauses)
    if word_list(code, "coop").search(text):
        yield Fact(*_sorted(bodies), draft.evidence[0], "meeting-implies", 0.8, "underway")


def _sorted(bodies: tuple[str, ...]) -> tuple[str, str, str]:
    return bodies[0], "cooperatesWith", bodies[1]


_ENDEAVOURS = {"Mission", "Payload", "Programme"}
# A space centre is a site, and where it acts an organisation too (kg.graph states both).
_ACTING = _BODIES | {"Site"}
_PLACES = {"Site", "City", "Country", "Place"}
# What the shapes ask of each property's ends: one fact that does not fit would bar a release.
_RANGES = {
    "affiliatedWith": ({"Person"}, _ACTING),
    "agencyOf": (_BODIES, {"Country"}),
    "builtBy": (_ENDEAVOURS, _ACTING),
    "carries": ({"Mission"}, {"Payload"}),
    "contributes": (_ACTING, {"Payload"}),
    "cooperatesWith": (_BODIES, _BODIES),
    "customer": (_ENDEAVOURS, _BODIES | {"Country"}),
    "leads": (_ACTING, _ENDEAVOURS),
    "locatedIn": (_PLACES | _BODIES, _PLACES),
    "operatedBy": (_ENDEAVOURS | {"Site", "LaunchVehicle"}, _ACTING),
    # Who works on an instrument contributes or builds it.
    "participatesIn": (_ACTING, {"Mission", "Programme"}),
    "partOf": (_ENDEAVOURS, {"Programme"}),
}


def settle(facts: Iterable[Fact], entities: dict[str, Entity]) -> tuple[Fact, ...]:
    """Keep each fact once, the surest telling of it, where its ends are of fitting classes."""
    best: dict[tuple[str, str, str], Fact] = {}
    for fact in _surest(facts):
        subjects, objects = _RANGES[fact.predicate]
        if (
            _kind(fact.subject, entities) not in subjects
            or _kind(fact.object, entities) not in objects
        ):
            continue
        one, other = fact.subject, fact.object
        if fact.predicate == "cooperatesWith":
            one, other = sorted((one, other))
        key = (one, fact.predicate, other)
        if key not in best or _rank(fact) > _rank(best[key]):
            best[key] = Fact(
                one, fact.predicate, other, fact.evidence, fact.rule, fact.confidence, fact.status
            )
    return tuple(best[k] for k in sorted(best))


def _surest(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Let the surest reading of a clause say how real it is: "could sign" is no cooperation yet."""
    told: dict[tuple[str, str, str, Span], Fact] = {}
    for fact in facts:
        one, other = fact.subject, fact.object
        if fact.predicate == "cooperatesWith":
            one, other = sorted((one, other))
        known = told.setdefault((one, fact.predicate, other, fact.evidence), fact)
        if fact.confidence > known.confidence:
            told[one, fact.predicate, other, fact.evidence] = fact
    yield from told.values()


def _kind(key: str, entities: dict[str, Entity]) -> str | None:
    """Return the class of what a key stands for; a demonym names a country that is no mention."""
    if key in entities:
        return entities[key].kind
    return "Country" if key.startswith("country/") else None


def _rank(fact: Fact) -> tuple[bool, float, int]:
    return fact.status != "discussed", fact.confidence, -fact.evidence.begin
