"""Posts that whole sentences tell: by verbs, by nouns of office, from one holder to the next."""

from __future__ import annotations

import pytest

from kg.facts import offices
from tests.facts.stage import reading, short
from tests.ways import ways

WAYS = [
    (code, text, set(posts.split("; "))) for code, text, posts in ways(__file__, "offices.toml")
]


@pytest.mark.parametrize(("code", "text", "posts"), WAYS)
def test_offices(code: str, text: str, posts: set[str]) -> None:
    found = reading(text, code)
    told = {(short(m.person), short(m.organisation), m.title) for m in found.memberships}
    posted = {(person, body) for person, body, _ in told}
    belongs = {
        (short(f.subject), short(f.object)) for f in found.facts if f.predicate == "affiliatedWith"
    }
    told |= {(person, body, "*") for person, body in belongs - posted}
    assert {" / ".join(post) for post in told} == posts


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The Council of Ministers appointed Jean Duprey President of CNES."),
        ("fr", "Le Conseil des ministres a nommé Jean Duprey président du CNES."),
    ],
)
def test_who_appoints_for_another_is_not_whom_the_post_is_of(code: str, text: str) -> None:
    found = reading(text, code)
    belongs = {short(f.object) for f in found.facts if f.predicate == "affiliatedWith"}
    assert belongs == {"cnes"}


def test_he_is_nobody_where_two_may_be_meant() -> None:
    found = reading("It was spring. Ann Lowes met Jean Duprey. He is President of CNES.", "en")
    assert not found.memberships


@pytest.mark.parametrize(
    ("plural", "one"),
    [("chairmen", "chairman"), ("directeurs généraux", "directeur général"), ("heads", "head")],
)
def test_one_of_several_titles(plural: str, one: str) -> None:
    assert offices.singular(plural) == one
