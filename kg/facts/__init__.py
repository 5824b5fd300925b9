"""Read facts, posts and events in a linked document, each with the sentence that says it.

One reader a file: `posts`, `rules` (the patterns of the language), `encounters` (meetings, visits,
signings), `launches`, `milestones`, `nearness`, `topics`; `kinship` holds what events imply.
"""

from __future__ import annotations

from kg.facts import encounters, kinship, launches, milestones, nearness, posts, rules, topics
from kg.facts.clauses import lay_out
from kg.facts.drafts import Stage
from kg.facts.events import to_event
from kg.languages import Language
from kg.model import Linked, Note, Reading

__all__ = ["read"]


def read(linked: Linked, language: Language) -> Reading:
    """Return what the document says: facts, memberships, events, topics, and notes."""
    scene = lay_out(linked, language)
    memberships, affiliations = posts.read(scene)
    stage = Stage(scene, _represents(affiliations), tuple(memberships))
    drafts = encounters.read(stage) + launches.read(stage) + milestones.read(stage)
    pair = kinship.principal_pair(stage, drafts)
    facts = [
        *affiliations,
        *stage.facts,
        *rules.read(scene, pair),
        *kinship.read(stage, drafts),
        *nearness.read(scene, pair),
    ]
    notes = tuple(Note("date", d.note, d.span) for d in scene.dates if d.note)
    return Reading(
        facts=kinship.settle(facts, linked.entities),
        memberships=tuple(memberships),
        events=tuple(to_event(d, linked) for d in drafts),
        topics=topics.read(linked.document),
        notes=notes,
    )


def _represents(affiliations: list[posts.Fact]) -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for fact in affiliations:
        table[fact.subject] = (*table.get(fact.subject, ()), fact.object)
    return table
