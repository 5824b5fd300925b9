"""What is known of one thing, with the words and the release of each statement."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode

from kg.errors import UnknownNameError
from kg.views.explain import explain
from kg.views.labels import fetch
from kg.views.records import Name, Statement
from kg.vocab import DCTERMS, OWL, SKG, SKOS
from tests.views.sample import Told, founding, iri, release, store


def said(statement: Statement) -> tuple[str, str, str]:
    """Return a statement as three labels."""
    object_ = statement.object
    label = object_ if isinstance(object_, str) else object_.label
    return statement.subject.label, statement.predicate.label, label


def one(*releases: Told, key: str) -> tuple[Statement, ...]:
    return explain(store(*releases), iri(key)).statements


def test_an_agency_is_explained_with_words_and_release() -> None:
    found = explain(store(founding()), iri("agency/cnes"))
    assert (found.thing.label, [c.label for c in found.classes]) == ("CNES", ["Agency"])
    assert [said(s) for s in found.statements] == [
        ("CNES", "participatesIn", "Bion-M2"),
        ("CNES", "participatesIn", "Soyuz at the CSG"),
    ]
    (sentence,) = found.statements[0].sentences
    assert (sentence.quote, sentence.status, sentence.confidence) == (
        "cnes on Bion-M2",
        "completed",
        0.9,
    )
    assert sentence.span.startswith(f"{release('pr025-2020')}/text#char=")
    told = sentence.release
    assert (told.iri, told.issued, told.title) == (
        release("pr025-2020"),
        "2020-02-17",
        "Title of pr025-2020",
    )
    assert told.publisher is not None
    assert told.publisher.label == "CNES"


def test_its_events_and_posts_are_told_with_all_that_took_part() -> None:
    found = explain(store(founding()), iri("agency/cnes"))
    (event,) = found.events
    assert (event.kind.label, event.date, event.precision, event.statuses) == (
        "Meeting",
        "2020-02-14",
        "day",
        ("completed",),
    )
    assert [role.thing.label for role in event.roles] == [
        "CNES",
        "Dmitry Rogozin",
        "Jean-Yves Le Gall",
        "Pierre Levy",
        "Roscosmos",
    ]
    assert [s.quote for s in event.sentences] == ["They met in Moscow."]
    (post,) = found.posts
    assert (post.person.label, post.title, post.as_of) == (
        "Jean-Yves Le Gall",
        "President",
        "2020-02-17",
    )
    assert post.organisation is not None
    assert [s.quote for s in post.sentences] == ["its President"]
    assert [r.iri for r in found.mentioned] == [release("pr025-2020")]


def test_what_is_only_discussed_is_listed_apart() -> None:
    found = explain(store(founding()), iri("agency/esa"))
    assert found.statements == ()
    assert [said(s) for s in found.discussed] == [("ESA", "participatesIn", "Bion-M2")]
    assert found.discussed[0].sentences[0].status == "discussed"
    mission = explain(store(founding()), iri("mission/bion-m2"))
    assert [said(s) for s in mission.statements] == [
        ("CNES", "participatesIn", "Bion-M2"),
        ("Roscosmos", "participatesIn", "Bion-M2"),
    ]
    assert len(mission.discussed) == 1


def test_an_event_explains_itself() -> None:
    found = explain(store(founding()), iri("meeting/2020-02-14-cnes-roscosmos"))
    assert [event.thing for event in found.events] == [found.thing]
    assert found.statements == ()


def test_names_and_identity() -> None:
    release_ = founding()
    cnes = iri("agency/cnes")
    release_.fact(cnes, SKOS.altLabel, Literal("Centre national d'études spatiales", language="fr"))
    release_.fact(cnes, OWL.sameAs, NamedNode("http://www.wikidata.org/entity/Q1"))
    release_.fact(cnes, SKG.since, Literal("1961"))
    found = explain(store(release_), cnes)
    assert found.names == (
        Name("CNES", "en", usual=True),
        Name("Centre national d'études spatiales", "fr", usual=False),
    )
    assert found.same_as == ("http://www.wikidata.org/entity/Q1",)
    # A literal is an object like any other; what no release claims has no sentence.
    (since,) = [s for s in found.statements if s.object == "1961"]
    assert since.sentences == ()


@pytest.mark.parametrize(
    ("languages", "words"),
    [(("en", "fr"), "launched on or from"), (("fr", "en"), "lancé par ou depuis")],
)
def test_ties_of_the_authority_are_told_in_words(languages: tuple[str, ...], words: str) -> None:
    labels = fetch(store(), [DCTERMS.relation], languages)
    assert labels[DCTERMS.relation] == words
    assert labels["https://example.org/other#term"] == "term"


def test_each_release_that_says_it_is_told_the_oldest_first() -> None:
    newer = Told("pr200-2021", "2021-01-01")
    newer.claim("agency/cnes", "participatesIn", "mission/bion-m2", "Again on Bion-M2.")
    statement = one(newer, founding(), key="agency/cnes")[0]
    assert [s.release.issued for s in statement.sentences] == ["2020-02-17", "2021-01-01"]


def test_an_unknown_thing_is_an_error() -> None:
    with pytest.raises(UnknownNameError, match="agency/nobody"):
        explain(store(founding()), iri("agency/nobody"))
