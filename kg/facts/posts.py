"""Posts: who holds which title at which organisation.

A title belongs to the person before it ("X, President of CNES") or after it ("CNES President X");
where both stand beside it, a person that has a post already leaves it to the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.encoding import marks
from kg.facts import offices
from kg.facts.clauses import Clause, Scene
from kg.facts.offices import singular
from kg.facts.wording import held, shapes
from kg.gates import Gate
from kg.model import Fact, Membership
from kg.names import fold
from kg.patterns import expression

_TITLE = re.compile(r"‹T(\d+)›")
_OWNER = re.compile(r"‹([AOSC])(\d+)›")
_HONOUR = re.compile(r"‹T(\d+)› (?=‹P)")
_CONFIDENCE = 0.95
_MEMORY = 2


@dataclass(frozen=True, slots=True)
class Post:
    """A title in a clause, its person and organisation (mark numbers), and which side they stand."""

    title: int
    person: int
    organisation: int | None


def read(scene: Scene) -> tuple[list[Membership], list[Fact]]:
    """Return the posts of a document, each once, and the affiliations that they say."""
    memberships: dict[tuple[str, str | None, str], Membership] = {}
    facts: dict[tuple[str, str], Fact] = {}
    for clause in scene.clauses:
        if "‹P" in clause.text:
            _beside(scene, clause, memberships, facts)
        for person, body, title in (*_several(scene, clause), *offices.read(scene, clause)):
            if title is not None:
                one = Membership(person, body, title, clause.span, "post-plural", _CONFIDENCE)
                memberships.setdefault((person, body, title.casefold()), one)
            if body is not None:
                facts.setdefault((person, body), _belongs(person, body, clause, "post-plural"))
    posts = _without_repeats(memberships)
    return posts, [*facts.values(), *_ministers(scene, posts)]


def _beside(
    scene: Scene,
    clause: Clause,
    memberships: dict[tuple[str, str | None, str], Membership],
    facts: dict[tuple[str, str], Fact],
) -> None:
    """Add the posts that stand beside a name in a clause."""
    for post in clause_posts(scene, clause):
        person = scene.mention(post.person).entity
        body = scene.mention(post.organisation).entity if post.organisation is not None else None
        title = scene.title(post.title).text
        one = Membership(person, body, title, clause.span, "post", _CONFIDENCE)
        memberships.setdefault((person, body, title.casefold()), one)
        if body is not None:
            facts.setdefault((person, body), _belongs(person, body, clause, "post"))


def _belongs(person: str, body: str, clause: Clause, rule: str) -> Fact:
    return Fact(person, "affiliatedWith", body, clause.span, rule, _CONFIDENCE, "underway")


def _several(scene: Scene, clause: Clause) -> Iterator[tuple[str, str | None, str]]:
    """Yield (person, organisation, title) of the several whose posts one title tells."""
    if "‹P" in clause.text:
        yield from _plural(scene, clause)
        yield from _shared(scene, clause)
        yield from _crew(scene, clause)


def _ministers(scene: Scene, held: Sequence[Membership]) -> Iterator[Fact]:
    """Yield whose minister heads the ministry that the document names elsewhere by the same words."""
    code = scene.language.code
    minister = expression(code, "post-minister", any_case=True)
    ministry = expression(code, "post-ministry", any_case=True)
    named = {
        _area(ministry, m.text): m.entity for m in scene.linked.mentions if ministry.match(m.text)
    }
    for post in held:
        body = named.get(_area(minister, post.title)) if post.organisation is None else None
        if body is not None and minister.match(post.title):
            yield Fact(
                post.person, "affiliatedWith", body, post.evidence, "minister", 0.8, "underway"
            )


def _area(head: Gate, words: str) -> str:
    """Return what a minister or ministry is of, less the head noun."""
    return fold(head.sub("", words, count=1)).replace("’", "'").strip()


def _without_repeats(
    memberships: dict[tuple[str, str | None, str], Membership],
) -> list[Membership]:
    """Leave out a bare post where the same post is told with its organisation."""
    full = {(p, t) for p, o, t in memberships if o is not None}
    return [m for (p, o, t), m in memberships.items() if o is not None or (p, t) not in full]


def clause_posts(scene: Scene, clause: Clause) -> Iterator[Post]:
    """Yield the posts that a clause tells, left to right."""
    if "‹P" not in clause.text:
        return
    text = _without_honours(scene, clause.text)
    code = scene.language.code
    patterns = shapes(code, "post")
    holders: dict[int, int] = {}
    served: set[int] = set()
    led: set[int] = set()
    elsewhere = offices.claimed(code, clause.text)
    for match in _TITLE.finditer(text):
        if int(match[1]) in elsewhere:
            continue
        after = _of_next(text, match, patterns["after"].match(text, match.end()), code)
        before = patterns["before"].search(text[: match.start()])
        chained = patterns["chain"].search(text[: match.start()])
        if before is not None and _acts(text, match, code):
            before = None
        if after is not None and before is not None and marks(before["p"])[0][1] in led:
            # "Administrator of A, X, and Secretary of B, Y": each follows the post.
            before = None
        person = _person(after, before, chained, holders, served, code=code)
        if person is None:
            continue
        if after is not None and marks(after["p"])[0][1] == person:
            led.add(person)
        title = int(match[1])
        holders[title] = person
        served.add(person)
        # A delegate is sent to a body, and is none of its people.
        sent = expression(code, "post-sent").search(scene.title(title).text) is not None
        body = None if sent else _organisation(scene, clause, text, match)
        yield Post(title, person, body)


def _of_next(
    text: str, match: re.Match[str], after: re.Match[str] | None, code: str
) -> re.Match[str] | None:
    """Return who follows a post, but nobody whose own follows: "visite du président, X, maire"."""
    if after is None or "," not in (after["sep"] or ""):
        return after
    own = expression(code, "post-own").match(text, after.end())
    genitive = expression(code, "post-genitive")
    return None if own and genitive.search(text[: match.start()]) else after


_APPOSED = re.compile(r"[,.;:)»/]|$|\(| [-–—(‹»]")


def _acts(text: str, match: re.Match[str], code: str) -> bool:
    """Tell whether a post opens a clause of its own: "à l'invitation de X, la ministre visitera Y"."""
    subject = expression(code, "post-subject", any_case=True)
    if subject.search(text, 0, match.start()) is None or _APPOSED.match(text, match.end()):
        return False
    return expression(code, "post-apposed").match(text, match.end()) is None


def _without_honours(scene: Scene, text: str) -> str:
    """Leave out titles that only honour a person: "General X, Commander of Y" has one post."""
    honorific = scene.language.set("honorific")
    return _HONOUR.sub(
        lambda m: "" if scene.title(int(m[1])).text.casefold() in honorific else m[0], text
    )


def _person(
    after: re.Match[str] | None,
    before: re.Match[str] | None,
    chained: re.Match[str] | None,
    holders: dict[int, int],
    served: set[int],
    *,
    code: str,
) -> int | None:
    follows = marks(after["p"])[0][1] if after and after["p"] else None
    precedes = marks(before["p"])[0][1] if before else None
    if follows is not None and (after is None or "," not in (after["sep"] or "")):
        return follows
    if precedes is not None and (precedes not in served or _adds(before, code)):
        return precedes
    if follows is not None:
        return follows
    if chained is not None and _adds(chained, code):
        return holders.get(marks(chained["t"])[0][1])
    next_to = before is not None and expression(code, "post-next").fullmatch(before[0])
    return precedes if next_to else None


def _plural(scene: Scene, clause: Clause) -> Iterator[tuple[str, str | None, str]]:
    """Yield (person, organisation, title) of "the directors of A, X, and of B, Y"."""
    patterns = shapes(scene.language.code, "post")
    for name in ("plural", "pair", "pair-after", "pair-each"):
        for match in patterns[name].finditer(clause.text) if name in patterns else ():
            for person, body in (("p", "a"), ("q", "b")):
                bodies = scene.keys(held(match, body), "AO")
                who = scene.keys(held(match, person), "P")[0]
                yield who, bodies[0] if bodies else None, singular(match["t"])


def _shared(scene: Scene, clause: Clause) -> Iterator[tuple[str, str | None, str]]:
    """Yield (person, organisation, title) of who is named beside another of the same body.

    "X, President of A, and Y, Deputy Director General"; "A: X, Administrator; Y, Deputy Administrator".
    Ministers and ambassadors are of no such body.
    """
    patterns, text = shapes(scene.language.code, "post"), clause.text
    state = expression(scene.language.code, "state-post", any_case=True)
    for match in patterns["shared"].finditer(text):
        title = scene.title(marks(match["t"] or match["u"])[0][1]).text
        body = scene.keys(match["a"] or match["b"], "AO")[0]
        if not state.match(title):
            yield scene.keys(match["q"] or match["r"], "P")[0], body, title
    roster = patterns["roster"].match(text)
    if roster is None:
        return
    for post in clause_posts(scene, clause):
        if post.organisation is None:
            who = scene.mention(post.person).entity
            yield who, scene.keys(roster["a"], "AO")[0], scene.title(post.title).text


def _crew(scene: Scene, clause: Clause) -> Iterator[tuple[str, str | None, str]]:
    """Yield (person, organisation, title) of each of "NASA astronauts X, Y and Z"."""
    patterns = shapes(scene.language.code, "post")
    for name in ("crew", "crew-after"):
        for match in patterns[name].finditer(clause.text) if name in patterns else ():
            bodies = scene.keys(match["a"] or "", "AO")
            for person in scene.keys(match["p"], "P"):
                yield person, bodies[0] if bodies else None, singular(match["t"])


def _adds(before: re.Match[str] | None, code: str) -> bool:
    """Tell whether the words between a person and a further title join it to the first."""
    return before is not None and expression(code, "post-adds").search(before[0]) is not None


def _organisation(scene: Scene, clause: Clause, text: str, match: re.Match[str]) -> int | None:
    """Return whose post a title is, by the words before and after it, or by the sentences before."""
    patterns = shapes(scene.language.code, "post")
    owner = patterns["owner"].search(text[: match.start()])
    if owner is not None and owner["o"]:
        return marks(owner["o"])[0][1]
    of = patterns["of"].match(text, match.end())
    if of is not None:
        return _of_head_office(scene, _of_unit(scene, of))
    house = patterns["house"].match(text, match.end()) or patterns["house"].search(
        scene.title(int(match[1])).text
    )
    if owner is None and house is None:
        return None
    if _OWNER.search(text, 0, match.start()) is None:
        return _of_house_before(scene, clause, owner, house)
    return _of_house(scene, text[: match.start()], owner, house)


def _of_unit(scene: Scene, of: re.Match[str]) -> int:
    """Return the mention of the body that a post is at: who is at a directorate of NASA's is of NASA."""
    number = marks(of["o"] or of["o2"])[0][1]
    whole = held(of, "w")
    unit = expression(scene.language.code, "post-unit")
    is_unit = whole and unit.fullmatch(scene.mention(number).text) is not None
    return marks(whole)[0][1] if is_unit else number


def _of_head_office(scene: Scene, number: int) -> int:
    """Return the mention of the body whose head office a mention names, where the document names it too.

    Who is "at NASA Headquarters" is of NASA.
    """
    pattern = expression(scene.language.code, "post-head-office")
    office = pattern.fullmatch(scene.mention(number).text)
    if office is None:
        return number
    named = (n for n, m in enumerate(scene.linked.mentions) if m.text == office["o"])
    return next(named, number)


def _of_house(
    scene: Scene, text: str, owner: re.Match[str] | None, house: re.Match[str] | None
) -> int | None:
    """Return whose post "its Director", "the company's Director", "the Director of the centre" is.

    "Airbus, then the Centre, where X, its director": not Airbus's. "The centre, where the company's director":
    that is not the centre's.
    """
    owners = [*_OWNER.finditer(text)]
    if house is not None and house["site"]:
        owners = [m for m in owners if m[1] == "S"] or owners
    elif owner is not None and not owner["own"]:
        # "Visited the centre of A in France, where the company's director": no place is a company.
        owners = [m for m in owners if m[1] in "AO"] or owners
    last = owners[-1]
    own = owner is not None and owner["own"]
    if own and expression(scene.language.code, "house-before").search(text, last.end()):
        return None
    of_site = own or (owner is None and house is not None and house["site"])
    return int(last[2]) if last[1] in ("AOS" if of_site else "AO") else None


def _of_house_before(
    scene: Scene, clause: Clause, owner: re.Match[str] | None, house: re.Match[str] | None
) -> int | None:
    """Return whose post it is where the sentences before name the body: "Its Director", "the agency's Chairman".

    It is the only one's that the nearest of them names that the words may call.
    """
    codes = _called(owner, house)
    reach = 1 if owner is not None and owner["own"] else _MEMORY
    for before in reversed(scene.clauses[max(0, clause.order - reach) : clause.order]):
        if before.part != "body" or before.quoted:
            return None
        owners = [m for m in _OWNER.finditer(before.text) if m[1] in codes]
        if owners:
            one = {scene.mention(int(m[2])).entity for m in owners}
            return int(owners[-1][2]) if len(one) == 1 else None
    return None


def _called(owner: re.Match[str] | None, house: re.Match[str] | None) -> str:
    """Return the marks of what the words call: "its" any body, "the agency" one, "the centre" a place too."""
    if owner is not None and owner["own"]:
        return "AOS"
    match = house or owner
    groups = match.groupdict() if match is not None else {}
    if groups.get("agency"):
        return "A"
    return "OS" if groups.get("site") else "O"
