"""Posts whose holder or whose body an earlier sentence names: "L'astronaute de l'ESA", "son président, X"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from kg.encoding import marks
from kg.facts.clauses import Clause, Scene, leading
from kg.facts.wording import held, shapes
from kg.model import Fact, Membership
from kg.patterns import expression

_CONFIDENCE, _PRESUMED = 0.7, 0.6


def holders(scene: Scene, memberships: Sequence[Membership]) -> Iterator[Membership]:
    """Yield the posts that open a sentence and are those of the only person whom the one before names."""
    opening = shapes(scene.language.code, "pointing").get("holder")
    held = {m.person for m in memberships}
    for clause in scene.clauses if opening is not None else ():
        match = opening.match(clause.text) if opening is not None else None
        before = _before(scene, clause)
        people = _spoken_of(scene, before) if match and before else ()
        if match is None or len(people) != 1 or people[0] in held:
            continue
        title = scene.title(marks(match["t"])[0][1]).text
        owner = scene.keys(match["o"], "AO")[0]
        yield Membership(people[0], owner, title, clause.span, "points-back", _CONFIDENCE)


def _spoken_of(scene: Scene, clause: Clause) -> tuple[str, ...]:
    """Return the persons of a sentence; of several, those whom no preposition governs."""
    people = scene.keys(clause.text, "P")
    return people if len(people) == 1 else leading(scene, clause.text)


def owners(scene: Scene) -> Iterator[Fact]:
    """Yield whose people are told by "son président, X": those of the body that the sentence before is about."""
    own = shapes(scene.language.code, "pointing").get("own")
    for clause in scene.clauses if own is not None else ():
        for match in own.finditer(clause.text) if own is not None else ():
            for owner in _owner(scene, clause, match.start()):
                for person in scene.keys(held(match, "p"), "P"):
                    yield Fact(
                        person,
                        "affiliatedWith",
                        owner,
                        clause.span,
                        "own-post",
                        _CONFIDENCE,
                        "underway",
                    )


def known(
    scene: Scene, heads: Mapping[str, tuple[str, ...]], placed: Collection[str]
) -> Iterator[Fact]:
    """Yield for whom known persons stand whom no words place, where one sentence names both.

    "Jean-Yves Le Gall welcomed to CNES's head office ...": `heads` tells for each known person the
    one body of theirs that the document names, `placed` who is placed by words.
    """
    for person, bodies in heads.items():
        told = (
            c for c in scene.clauses if c.part != "contacts" and _names(scene, c, person, bodies)
        )
        clause = next(told, None) if person not in placed else None
        if clause is not None:
            yield Fact(
                person,
                "affiliatedWith",
                bodies[0],
                clause.span,
                "known-post",
                _PRESUMED,
                "underway",
            )


def sides(
    scene: Scene, memberships: Sequence[Membership], placed: Collection[str]
) -> Iterator[Fact]:
    """Yield whose people are told by "côté français, X et Y": the one agency's of that land.

    A minister or an ambassador stands for no agency.
    """
    pattern = shapes(scene.language.code, "pointing").get("side")
    state = expression(scene.language.code, "state-post", any_case=True)
    of_state = {m.person for m in memberships if state.match(m.title)}
    # Persons of whom no "of X" says elsewhere that they belong.
    free = expression(scene.language.code, "free-person")
    for clause in scene.clauses if pattern is not None else ():
        for match in pattern.finditer(clause.text) if pattern is not None else ():
            land = scene.country(marks(match["n"])[0][1])
            own = _of_land(scene, clause, land)
            alone = " ".join(m[0] for m in free.finditer(match["p"]))
            for person in scene.keys(alone, "P") if len(own) == 1 else ():
                if person not in placed and person not in of_state:
                    yield Fact(
                        person,
                        "affiliatedWith",
                        own[0],
                        clause.span,
                        "on-its-side",
                        _PRESUMED,
                        "underway",
                    )


def _of_land(scene: Scene, clause: Clause, land: str) -> list[str]:
    """Return the bodies of a land that were just named, else its agencies in the document."""
    entities = scene.linked.entities
    near = scene.clauses[max(0, clause.order - _NEAR) : clause.order + 1]
    named = dict.fromkeys(k for c in near for k in scene.keys(c.text, "AO"))
    own = [k for k in named if entities[k].country == land]
    return own or [e.key for e in entities.values() if e.kind == "Agency" and e.country == land]


_NEAR = 2


def _names(scene: Scene, clause: Clause, person: str, bodies: Sequence[str]) -> bool:
    named = "‹P" in clause.text and person in scene.keys(clause.text, "P")
    return named and bodies[0] in scene.keys(clause.text, "AO")


def _owner(scene: Scene, clause: Clause, at: int) -> tuple[str, ...]:
    """Return the body whose "son président" is: the only one named before it, else that of the sentence before."""
    named = scene.keys(clause.text[:at], "AO")
    last = clause.text.rfind("‹", 0, at)
    if named and expression(scene.language.code, "house-before").search(clause.text, last, at):
        # "Les salles d'A, puis le Centre spatial, où l'attendait X, son directeur": the centre's.
        return ()
    if named:
        return named if len(named) == 1 else ()
    before = _before(scene, clause)
    free = expression(scene.language.code, "free-body")
    body = free.search(before.text) if before is not None else None
    return scene.keys(body[0], "AO") if body else ()


def _before(scene: Scene, clause: Clause) -> Clause | None:
    """Return the sentence before a clause of the body, unless somebody speaks there."""
    if clause.part != "body" or clause.order == 0:
        return None
    before = scene.clauses[clause.order - 1]
    return None if before.quoted else before
