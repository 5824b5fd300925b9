"""Posts that stand for their holders: "the President of CNES", "le ministre", "the Administrator".

A post without a name beside it is read as the one person who holds it in the same document.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.encoding import marks
from kg.facts.clauses import Clause, Scene, first_mentions
from kg.facts.posts import clause_posts
from kg.model import Membership
from kg.patterns import expression

_TITLE = re.compile(r"‹T(\d+)›(?!,? ?‹P)")
_REACH = 40
"""What stands before a post is sought no farther away."""


@dataclass(frozen=True, slots=True)
class _Reference:
    """A post that is used without its holder's name: its place, its title and whose it is.

    `national` is true for "the French President", which no body's president is.
    """

    begin: int
    end: int
    title: str
    owner: str | None
    national: bool


def resolve(
    scene: Scene, memberships: Iterable[Membership], represents: Mapping[str, tuple[str, ...]]
) -> tuple[Clause, ...]:
    """Return the clauses with references to posts replaced by the marks of those who hold them.

    `represents` tells for whom persons stand whose post is not told. The offsets of such a clause's
    text no longer lead to the release; its span does.
    """
    posts = tuple(memberships)
    first = first_mentions(scene)
    return tuple(_resolved(scene, clause, posts, represents, first) for clause in scene.clauses)


def unnamed(
    scene: Scene, memberships: Sequence[Membership], known: dict[str, tuple[str, ...]]
) -> Iterator[Membership]:
    """Yield the posts of heads whom the text names, and whose post it tells elsewhere.

    "Jean-Yves Le Gall a signé ... Le Président du CNES s'est entretenu ...": where just one person
    whom the text names is known to stand for the body, or is the only one of no post, and nobody is
    said to hold the post.
    """
    held = {m.person for m in memberships}
    head = expression(scene.language.code, "references-head", any_case=True)
    taken = {m.organisation for m in memberships if head.match(m.title)}
    for clause in scene.clauses:
        if clause.part != "body" or "‹T" not in clause.text:
            continue
        for reference in _references(scene, clause):
            owner = reference.owner
            if owner is None or owner in taken or not head.match(reference.title):
                continue
            people = [p for p, bodies in known.items() if owner in bodies and p not in held]
            people = people or _left_over(scene, clause, held, known)
            if len(people) == 1:
                yield Membership(people[0], owner, reference.title, clause.span, "known-head", 0.7)


def _left_over(
    scene: Scene, clause: Clause, held: Collection[str], known: Mapping[str, tuple[str, ...]]
) -> list[str]:
    """Return the persons of the sentences up to a clause of whom no post is told, if all others have one."""
    parts = (c for c in scene.clauses if c.part != "contacts")
    named = {p: c.order for c in reversed([*parts]) for p in scene.keys(c.text, "P")}
    free = [p for p in named if p not in held]
    return (
        free if len(free) == 1 and named[free[0]] <= clause.order and free[0] not in known else []
    )


def placed(scene: Scene, post: Membership, known: dict[str, tuple[str, ...]]) -> Membership | None:
    """Return a post told without its body as that at the one body its holder is known to head.

    "Agreements were signed at the CNES pavilion by President Jean-Yves Le Gall": the sentence must
    name the body.
    """
    bodies = known.get(post.person, ())
    chief = expression(scene.language.code, "references-chief", any_case=True)
    if post.organisation is not None or len(bodies) != 1 or not chief.match(post.title):
        return None
    clause = next((c for c in scene.clauses if c.span == post.evidence), None)
    if clause is None or bodies[0] not in scene.keys(clause.text, "AO"):
        return None
    return replace(post, organisation=bodies[0], rule="known-head", confidence=0.7)


def _resolved(
    scene: Scene,
    clause: Clause,
    posts: Sequence[Membership],
    represents: Mapping[str, tuple[str, ...]],
    first: dict[str, int],
) -> Clause:
    text = clause.text
    if "‹T" not in text:
        return clause
    for reference in sorted(_references(scene, clause), key=lambda r: -r.begin):
        named = scene.keys(clause.text, "P")
        person = _holder(reference, posts, represents, named, scene.language.code)
        if person is not None and person in first:
            mark = f"‹P{first[person]}›"
            text = text[: reference.begin] + mark + text[reference.end :]
    return clause if text == clause.text else clause._replace(text=text)


def _references(scene: Scene, clause: Clause) -> Iterator[_Reference]:
    text, code = clause.text, scene.language.code
    stands_before = expression(code, "references-before", any_case=True)
    whose = expression(code, "references-of")
    named = {post.title for post in clause_posts(scene, clause)}
    for match in _TITLE.finditer(text):
        number = int(match[1])
        before = stands_before.search(text, max(0, match.start() - _REACH), match.start())
        if number in named or before is None or _other(text, before.start(), code):
            continue
        of = whose.match(text, match.end())
        owner = of["o"] if of else before["o"]
        if owner is None and before["article"] is None:
            continue
        end = of.end() if of else match.end()
        title, national = scene.title(number).text, before["n"] is not None
        yield _Reference(before.start(), end, title, _key(scene, owner), national)


def _other(text: str, at: int, code: str) -> bool:
    """Tell whether the words before place `at` say that another than the holder is meant."""
    other = expression(code, "references-other", any_case=True)
    return other.search(text, max(0, at - _REACH), at) is not None


def _key(scene: Scene, owner: str | None) -> str | None:
    return scene.mention(marks(owner)[0][1]).entity if owner else None


def _holder(
    reference: _Reference,
    posts: Sequence[Membership],
    represents: Mapping[str, tuple[str, ...]],
    named: Collection[str],
    code: str,
) -> str | None:
    """Return the one person who holds the post; nobody where two might be meant.

    Of two, the one that the sentence names is not meant: "at M. X's invitation, the minister".
    """
    people = {
        p.person
        for p in posts
        if _same_post(p.title, reference.title)
        and (reference.owner is None or p.organisation in (reference.owner, None))
        and not (reference.national and p.organisation)
    }
    if reference.owner is not None:
        # Whose other posts are elsewhere is not meant by "the head of X".
        elsewhere = {p.person for p in posts if p.organisation not in (None, reference.owner)}
        people -= elsewhere - {p.person for p in posts if p.organisation == reference.owner}
    sure = {p.person for p in posts if p.organisation == reference.owner and p.person in people}
    found = sure if reference.owner is not None and sure else people
    found = found - set(named) if len(found) > 1 else found
    standing = {p for p, bodies in represents.items() if reference.owner in bodies}
    chief = expression(code, "references-chief", any_case=True)
    if not sure and len(standing) == 1 and chief.match(reference.title):
        # "President Nicolas Sarkozy ... the President of CNES": who is known to stand for CNES.
        found = standing
    return next(iter(found)) if len(found) == 1 else None


def _same_post(one: str, other: str) -> bool:
    """Tell whether one title begins with the other: "minister", "Minister of Research"."""
    small, big = sorted((one.casefold().split(), other.casefold().split()), key=len)
    return big[: len(small)] == small
