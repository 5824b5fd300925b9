"""Posts: the title before, after and around the name, coordinated, shared, chained."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.facts.stage import reading, short

_LE_GALL = ("jean-yves-le-gall", "cnes")
CASES = [
    # The title stands before the name, after it, or around the organisation.
    ("en", "CNES President Jean-Yves Le Gall spoke.", {(*_LE_GALL, "President")}),
    ("en", "CNES's President, Jean-Yves Le Gall, spoke.", {(*_LE_GALL, "President")}),
    ("en", "Jean-Yves Le Gall, President of CNES, spoke.", {(*_LE_GALL, "President")}),
    ("en", "Jean-Yves Le Gall, the CNES president, spoke.", {(*_LE_GALL, "president")}),
    ("en", "Jean-Yves Le Gall is the President of CNES.", {(*_LE_GALL, "President")}),
    ("en", "The President of CNES, Jean-Yves Le Gall, spoke.", {(*_LE_GALL, "President")}),
    ("en", "Dr Jean-Yves Le Gall, President of CNES, spoke.", {(*_LE_GALL, "President")}),
    ("fr", "Jean-Yves Le Gall, Président du CNES, a parlé.", {(*_LE_GALL, "Président")}),
    ("fr", "Le Président du CNES, Jean-Yves Le Gall, a parlé.", {(*_LE_GALL, "Président")}),
    ("fr", "M. Jean-Yves Le Gall, président du CNES, a parlé.", {(*_LE_GALL, "président")}),
    ("en", "The President of CNES is Jean-Yves Le Gall.", {(*_LE_GALL, "President")}),
    (
        "en",
        "The President of CNES, Jean-Yves Le Gall, and Administrator of NASA, Bill Nelson, spoke.",
        {(*_LE_GALL, "President"), ("bill-nelson", "nasa", "Administrator")},
    ),
    (
        "en",
        "Willy Benz, professor of astrophysics at Bern and principal investigator of the mission, spoke.",
        {
            ("willy-benz", "-", "professor of astrophysics"),
            ("willy-benz", "-", "principal investigator"),
        },
    ),
    (
        "en",
        "Carole Mundell, who takes over in March as ESA's Director of Science, spoke.",
        {("carole-mundell", "esa", "Director of Science")},
    ),
    (
        "en",
        "They were received by Steve Collar, the company's Chief Executive.",
        {("steve-collar", "-", "Chief Executive")},
    ),
    # What a post is of stands before the body that it is at.
    (
        "en",
        "Selma Cherchali, head of Earth observation at CNES, spoke.",
        {("selma-cherchali", "cnes", "head of Earth")},
    ),
    (
        "en",
        "Sergei Krikalev, Executive Director of human space programmes at Roscosmos, spoke.",
        {("sergei-krikalev", "roscosmos", "Executive Director")},
    ),
    (
        "en",
        "Caroline Laurent, Director of Orbital Systems at CNES, spoke.",
        {("caroline-laurent", "cnes", "Director of Orbital Systems")},
    ),
    (
        "en",
        "NASA Earth Science Division Director Karen St. Germain spoke.",
        {("karen-st-germain", "nasa", "Science Division Director")},
    ),
    # Two of one body.
    (
        "en",
        "He met Jean-Yves Le Gall, President of CNES, and Lionel Suchet, Chief Operating Officer.",
        {(*_LE_GALL, "President"), ("lionel-suchet", "cnes", "Chief Operating Officer")},
    ),
    (
        "en",
        "CNES was represented by its President, Jean-Yves Le Gall, and by Lionel Suchet, Deputy Director.",
        {(*_LE_GALL, "President"), ("lionel-suchet", "cnes", "Deputy Director")},
    ),
    (
        "fr",
        "Il a rencontré Jean-Yves Le Gall, Président du CNES, et Lionel Suchet, directeur général délégué.",
        {(*_LE_GALL, "Président"), ("lionel-suchet", "cnes", "directeur général délégué")},
    ),
    (
        "en",
        "They met Jean-Yves Le Gall, President of CNES, and Geneviève Fioraso, Minister of Research.",
        {(*_LE_GALL, "President"), ("genevieve-fioraso", "-", "Minister of Research")},
    ),
    (
        "en",
        "NASA: Bill Nelson, Administrator; Pam Melroy, Deputy Administrator",
        {("bill-nelson", "nasa", "Administrator"), ("pam-melroy", "nasa", "Deputy Administrator")},
    ),
    # Of a centre; but what is the company's is not the centre's.
    (
        "en",
        "He went to the Toulouse Space Centre, where he was welcomed by its Director, Marc Pircher.",
        {("marc-pircher", "toulouse-space-centre", "Director")},
    ),
    (
        "en",
        "He went to the Toulouse Space Centre, where Marc Pircher, the company's Director, spoke.",
        {("marc-pircher", "-", "Director")},
    ),
    (
        "en",
        "It was signed in the presence of Presidents Xi Jinping and Emmanuel Macron.",
        {("xi-jinping", "-", "President"), ("emmanuel-macron", "-", "President")},
    ),
    # In French "le" after a name without a comma begins another's post.
    (
        "fr",
        "Il a réuni autour de Bill Nelson le Président du CNES, Jean-Yves Le Gall.",
        {(*_LE_GALL, "Président")},
    ),
    (
        "fr",
        "Kirt Costello, scientifique en chef de la NASA, a parlé.",
        {("kirt-costello", "nasa", "scientifique en chef")},
    ),
    (
        "en",
        "Lisa Campbell succeeds Sylvain Laporte as President of the Canadian Space Agency.",
        {("lisa-campbell", "csa", "President"), ("sylvain-laporte", "csa", "President")},
    ),
    (
        "en",
        "Li Guoping, Director of CNSA's Department of System Engineering, and Pei Zhaoyu, Director of NSSC, came.",
        {
            ("li-guoping", "department-system-engineering", "Director"),
            ("pei-zhaoyu", "nssc", "Director"),
        },
    ),
    (
        "fr",
        "Le chef de projet SWOT au CNES, Thierry Lafon, a parlé.",
        {("thierry-lafon", "cnes", "chef de projet")},
    ),
    # The agency is told by its country, with its acronym in brackets or without.
    (
        "fr",
        "Paul Durand, directeur général de l'agence spatiale mexicaine (AEM), a parlé.",
        {("paul-durand", "aem", "directeur général")},
    ),
    (
        "fr",
        "Paul Durand, directeur général de l'agence spatiale des Emirats arabes unis, a parlé.",
        {("paul-durand", "uaesa", "directeur général")},
    ),
    # "The agency" is the one named before.
    (
        "en",
        "At CNES, the agency's President, Jean-Yves Le Gall, spoke.",
        {(*_LE_GALL, "President")},
    ),
    # Several persons, each with a post.
    (
        "en",
        "The director general of ESA, Josef Aschbacher, the administrator of NASA, Bill Nelson, "
        "and JAXA President Hiroshi Yamakawa spoke.",
        {
            ("josef-aschbacher", "esa", "director general"),
            ("bill-nelson", "nasa", "administrator"),
            ("hiroshi-yamakawa", "jaxa", "President"),
        },
    ),
    (
        "fr",
        "Le directeur général de l'ESA, Josef Aschbacher, et l'administrateur de la NASA, "
        "Bill Nelson, ont parlé.",
        {
            ("josef-aschbacher", "esa", "directeur général"),
            ("bill-nelson", "nasa", "administrateur"),
        },
    ),
    # One title shared out.
    (
        "en",
        "The presidents of CNES, Jean-Yves Le Gall, and of ASI, Giorgio Saccoccia, spoke.",
        {(*_LE_GALL, "president"), ("giorgio-saccoccia", "asi", "president")},
    ),
    (
        "fr",
        "Les présidents du CNES, Jean-Yves Le Gall, et de l'ASI, Giorgio Saccoccia, ont parlé.",
        {(*_LE_GALL, "président"), ("giorgio-saccoccia", "asi", "président")},
    ),
    # A chain of posts of one person.
    (
        "en",
        "Jean-Yves Le Gall, President of CNES and Chairman of the IAF, spoke.",
        {(*_LE_GALL, "President"), ("jean-yves-le-gall", "iaf", "Chairman")},
    ),
    (
        "en",
        "Josef Aschbacher, Director General of ESA and leader of the delegation, spoke.",
        {
            ("josef-aschbacher", "esa", "Director General"),
            ("josef-aschbacher", "-", "leader of the delegation"),
        },
    ),
    # A title without organisation; heads of state and ambassadors.
    (
        "en",
        "French President Emmanuel Macron spoke.",
        {("emmanuel-macron", "-", "President")},
    ),
    (
        "en",
        "Pierre Levy, Ambassador of France to the Russian Federation, spoke.",
        {("pierre-levy", "-", "Ambassador of France to the Russian Federation")},
    ),
    (
        "fr",
        "Le président de la République, Emmanuel Macron, a parlé.",
        {("emmanuel-macron", "-", "président de la République")},
    ),
    # Two told together, in one order or the other.
    (
        "fr",
        "Le Président du CNES, Jean-Yves Le Gall, et celui de l'ASI, Roberto Battiston, étaient là.",
        {("jean-yves-le-gall", "cnes", "Président"), ("roberto-battiston", "asi", "Président")},
    ),
    (
        "fr",
        "Jean-Yves Le Gall et Josef Aschbacher, respectivement président du CNES et directeur général de l'ESA, ont parlé.",
        {
            ("jean-yves-le-gall", "cnes", "président"),
            ("josef-aschbacher", "esa", "directeur général"),
        },
    ),
    (
        "fr",
        "Les présidents du CNES et de l'ISRO, Jean-Yves Le Gall et K. Sivan, ont parlé.",
        {("jean-yves-le-gall", "cnes", "président"), ("k-sivan", "isro", "président")},
    ),
    (
        "fr",
        "Les directeurs généraux de l'ESA et de Roscosmos, Josef Aschbacher et Dmitri Rogozine, ont parlé.",
        {
            ("josef-aschbacher", "esa", "directeur général"),
            ("dmitry-rogozin", "roscosmos", "directeur général"),
        },
    ),
    # An honour before the name, a post on either side of it.
    (
        "fr",
        "Le général Jorge Rojas, commandant en chef de l'Armée de l'air, a parlé.",
        {("jorge-rojas", "armee-de-l-air", "commandant en chef")},
    ),
    (
        "fr",
        "Le ministre Ahmad Belhoul Al Falasi, président de l'ISRO, a parlé.",
        {
            ("ahmad-belhoul-al-falasi", "-", "ministre"),
            ("ahmad-belhoul-al-falasi", "isro", "président"),
        },
    ),
    # No post at all.
    ("en", "Jean-Yves Le Gall spoke of CNES.", set()),
    ("fr", "Jean-Yves Le Gall a parlé du CNES.", set()),
]


WAYS = [
    (code, text, {tuple(post.split(" / ")) for post in posts.split("; ")})
    for code, ways in tomllib.loads(
        Path(__file__).with_name("posts.toml").read_text(encoding="utf-8")
    ).items()
    for text, posts in ways
]


@pytest.mark.parametrize(("code", "text", "posts"), [*CASES, *WAYS])
def test_posts(code: str, text: str, posts: set[tuple[str, str, str]]) -> None:
    found = reading(text, code)
    held = {(short(m.person), short(m.organisation), m.title) for m in found.memberships}
    assert held == posts
    affiliated = {
        (short(f.subject), short(f.object)) for f in found.facts if f.predicate == "affiliatedWith"
    }
    assert affiliated == {(person, body) for person, body, _ in posts if body != "-"}


def test_a_post_told_twice_is_one_post() -> None:
    text = "CNES President Jean-Yves Le Gall spoke. Jean-Yves Le Gall, President of CNES, left."
    found = reading(text, "en")
    assert [m.title for m in found.memberships] == ["President"]


def test_a_bare_post_gives_way_to_the_same_with_its_organisation() -> None:
    text = "President Jean-Yves Le Gall spoke. Jean-Yves Le Gall, President of CNES, left."
    found = reading(text, "en")
    assert [short(m.organisation) for m in found.memberships] == ["cnes"]


def test_a_bare_post_of_a_known_head_is_at_the_body_that_its_sentence_names() -> None:
    text = "Four agreements were signed at the CNES pavilion by President Jean-Yves Le Gall."
    known: dict[str, tuple[str, ...]] = {"person/jean-yves-le-gall": ("agency/cnes",)}
    found = reading(text, "en", known)
    assert [short(m.organisation) for m in found.memberships] == ["cnes"]
    elsewhere = reading("Four agreements were signed by President Jean-Yves Le Gall.", "en", known)
    assert [m.organisation for m in elsewhere.memberships] == [None]


BEFORE = [
    ("en", "A second meeting was held at NOAA. Its Administrator, Anne Kerr, spoke.", "noaa"),
    (
        "en",
        "SUPARCO sent a delegation. Leading it was the agency's Chairman, Anne Kerr.",
        "suparco",
    ),
    (
        "en",
        "They saw the Institute of Biomedical Problems. The Director of the institute, Anatoly Grigoriev, spoke.",
        "imbp",
    ),
    (
        "en",
        "He went on to the DLR and to OHB. They spoke to Anne Kerr, Director of the company.",
        "ohb",
    ),
    ("fr", "Ils ont visité OHB à Brême. Anne Kerr, directrice de la société, a parlé.", "ohb"),
    (
        "en",
        "Anne Kerr, Director of Astrophysics at NASA Headquarters, spoke. NASA is glad.",
        "nasa",
    ),
]


@pytest.mark.parametrize(("code", "text", "body"), BEFORE)
def test_a_sentence_before_tells_whose_post_it_is(code: str, text: str, body: str) -> None:
    assert [short(m.organisation) for m in reading(text, code).memberships] == [body]


@pytest.mark.parametrize(
    "text",
    [
        "CNES met JAXA in Paris. Its President, Anne Kerr, spoke.",
        "CNES met JAXA in Paris. Leading it was the agency's Chairman, Anne Kerr.",
    ],
)
def test_of_two_bodies_none_is_said_to_be_meant(text: str) -> None:
    assert [m.organisation for m in reading(text, "en").memberships] == [None]
