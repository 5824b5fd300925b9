"""Read facts, posts and events in a linked document, each with the sentence that says it.

One reader a file: `posts`, `rules` (the patterns of the language), `encounters` (meetings, visits,
signings), `launches`, `milestones`, `nearness`, `roles`, `beside`, `topics`; `kinship` holds what events imply.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts import (
    beside,
    datings,
    encounters,
    frames,
    implied,
    kinship,
    launches,
    milestones,
    nearness,
    pairs,
    pointing,
    posts,
    references,
    relations,
    roles,
    rules,
    senses,
    spoken,
    tied,
    topics,
)
from kg.facts.clauses import Scene, lay_out
from kg.facts.datings import Choice
from kg.facts.drafts import Draft, Stage
from kg.facts.events import to_event
from kg.facts.happenings import Candidate
from kg.languages import Language
from kg.model import Entity, Fact, Linked, Membership, Note, Reading

__all__ = ["Observed", "observe", "read"]


@dataclass(frozen=True, slots=True)
class Observed:
    """What is learned from in a document, as patterns leave it.

    Pairs of names, sentences that might tell of an encounter, and the days that each encounter read may
    have been on.
    """

    pairs: tuple[pairs.Pair, ...]
    candidates: tuple[Candidate, ...]
    dated: tuple[tuple[Draft, tuple[Choice, ...]], ...]


def observe(
    linked: Linked, language: Language, known_posts: dict[str, tuple[str, ...]] | None = None
) -> Observed:
    """Return what is judged in a document, to learn how."""
    scene = lay_out(linked, language)
    stage, _ = _staged(scene, known_posts or {})
    seen, drafts = encounters.observe(stage)
    return Observed(
        pairs.read(scene, kinship.first_pair(scene)),
        tuple(seen),
        tuple((d, tuple(datings.choices(stage, d, drafts))) for d in drafts),
    )


def read(
    linked: Linked,
    language: Language,
    known_posts: dict[str, tuple[str, ...]] | None = None,
    *,
    judged: bool = True,
) -> Reading:
    """Return what the document says: facts, memberships, events, topics, and notes.

    `known_posts` says for whom a known person may stand where the text gives no affiliation; it
    makes no fact, but tells which bodies took part in an event. Without `judged` only what patterns
    read is told, from which the rest is learned.
    """
    scene = lay_out(linked, language)
    stage, affiliations = _staged(scene, known_posts or {})
    memberships, represents = stage.posts, stage.represents
    together: tuple[pairs.Pair, ...] = ()
    if judged:
        together = pairs.read(scene, kinship.first_pair(scene), relations.kinds())
    drafts = (
        encounters.read(stage, judged=judged)
        + launches.read(stage, together)
        + milestones.read(stage)
    )
    pair = kinship.principal_pair(stage, drafts)
    spoken_scene = spoken.read(scene, pair, represents)
    facts = [
        *affiliations,
        *stage.facts,
        *rules.read(spoken_scene, pair),
        *rules.read(spoken.plainer(spoken_scene), pair),
        *frames.read(spoken_scene),
        *senses.read(spoken_scene),
        *roles.read(scene),
        *beside.read(scene),
        *kinship.read(stage, drafts, pair),
        *nearness.read(scene, pair),
    ]
    told = {(f.subject, f.predicate, f.object) for f in facts}
    # What is read to fly on one mission is not judged to fly on another.
    aboard = {f.object for f in facts if f.predicate == "carries"}
    likely = relations.read(scene, relations.judge(together, told))
    facts += (f for f in likely if f.predicate != "carries" or f.object not in aboard)
    notes = tuple(Note("date", d.note, d.span) for d in scene.dates if d.note)
    return Reading(
        facts=_with_implied(facts, linked.entities),
        memberships=memberships,
        events=tuple(to_event(d, linked) for d in drafts),
        topics=topics.read(linked.document),
        notes=notes,
    )


def _staged(scene: Scene, known_posts: dict[str, tuple[str, ...]]) -> tuple[Stage, list[Fact]]:
    """Return a document with who holds which post in it, and who belongs to which body."""
    memberships, affiliations = posts.read(scene)
    known = _known(known_posts, scene.linked)
    for at, bare in enumerate(memberships):
        placed = references.placed(scene, bare, known)
        if placed is not None:
            memberships[at] = placed
            affiliations.append(_affiliation(placed))
    back = pointing.holders(scene, memberships)
    for post in (*references.unnamed(scene, memberships, known), *back):
        memberships.append(post)
        affiliations.append(_affiliation(post))
    affiliations += pointing.owners(scene)
    affiliations += pointing.sides(scene, memberships, {f.subject for f in affiliations})
    affiliations += pointing.known(scene, known, {f.subject for f in affiliations})
    represents = known | _represents([*affiliations, *rules.affiliations(scene)])
    return Stage(scene, represents, tuple(memberships)), affiliations


def _with_implied(facts: list[Fact], entities: dict[str, Entity]) -> tuple[Fact, ...]:
    """Return the facts, each once, with those that they imply."""
    own = _ordered(_given(facts, entities))
    told = tuple(tied.borne_out(kinship.settle(own, entities), entities))
    return kinship.settle((*told, *implied.read(told, entities)), entities)


def _given(facts: list[Fact], entities: dict[str, Entity]) -> list[Fact]:
    """Leave out that a firm gives an instrument which it builds, where another body is told to give it."""
    made = {(f.object, f.subject) for f in facts if f.predicate == "builtBy"}
    givers = {(f.subject, f.object) for f in facts if f.predicate == "contributes"}
    given = {thing for body, thing in givers - made}
    return [
        f
        for f in facts
        if f.predicate != "contributes"
        or f.object not in given
        or (f.subject, f.object) not in made
        or entities[f.subject].kind != "Organisation"
    ]


def _ordered(facts: list[Fact]) -> list[Fact]:
    """Leave out a country as customer where the same words tell of a body: "ordered by Italy's space agency"."""
    orders = [f for f in facts if f.predicate == "customer"]
    lands = {f for f in orders if f.object.startswith("country/")}
    by_bodies = {(f.subject, f.evidence) for f in orders if f not in lands}
    return [f for f in facts if f not in lands or (f.subject, f.evidence) not in by_bodies]


def _affiliation(post: Membership) -> Fact:
    body = post.organisation or ""
    return Fact(
        post.person, "affiliatedWith", body, post.evidence, post.rule, post.confidence, "underway"
    )


def _known(posts_of: dict[str, tuple[str, ...]], linked: Linked) -> dict[str, tuple[str, ...]]:
    """Return for known persons of the document the bodies of theirs that it names, if just one."""
    table: dict[str, tuple[str, ...]] = {}
    for key in linked.entities:
        bodies = tuple(dict.fromkeys(b for b in posts_of.get(key, ()) if b in linked.entities))
        if len(bodies) == 1:
            table[key] = bodies
    return table


def _represents(affiliations: list[Fact]) -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for fact in affiliations:
        table[fact.subject] = (*table.get(fact.subject, ()), fact.object)
    return table
