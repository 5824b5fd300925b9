"""The founding release's twin maps to the golden graph, and says what a careful reader finds.

`make golden` writes examples/golden/ again; read its diff as you would read code.
"""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg import shapes
from kg.pipeline import Mapper
from kg.vocab import DCTERMS, FOAF, RDFS, SKG
from tests.mapping.golden import ENGLISH, GOLDEN, lines, mapped
from tests.mapping.said import Said, map_text, text_of

MEETING = "meeting/2020-02-14-cnes-roscosmos"
LAUNCH = "launch/2019-12-18-guiana-space-centre-soyuz"
MILESTONE = "milestone/2020-02-03-cardiomed"
FLOWN = {
    "mission/cosmo-skymed-second-generation",
    "mission/cheops",
    "mission/angels",
    "mission/eyesat",
    "mission/ops-sat",
}
CUSTOMERS = [
    ("mission/cosmo-skymed-second-generation", "agency/asi"),
    ("mission/cosmo-skymed-second-generation", "organisation/italian-ministry-of-defence"),
    ("mission/cheops", "agency/esa"),
    ("mission/angels", "agency/cnes"),
    ("mission/eyesat", "agency/cnes"),
    ("mission/ops-sat", "agency/esa"),
]
PARTICIPATION = [
    ("agency/cnes", "mission/bion-m2", {"planned"}),
    ("agency/roscosmos", "mission/bion-m2", {"planned"}),
    ("agency/cnes", "programme/cardiomed", {"underway"}),
    ("organisation/imbp", "programme/cardiomed", {"underway"}),
    ("organisation/imbp", "programme/sirius-20", {"planned", "underway"}),
    ("agency/cnes", "programme/soyuz-at-the-csg", {"planned", "underway"}),
    ("agency/roscosmos", "programme/soyuz-at-the-csg", {"planned", "underway"}),
]
TOPICS = {"climate", "exploration", "launch-vehicles", "life-sciences"}


def _canonical(nquads: str) -> set[ox.Quad]:
    data = ox.Dataset(ox.parse(nquads, format=ox.RdfFormat.N_QUADS))
    data.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return set(data)


def test_the_twin_maps_to_the_golden_graph() -> None:
    golden = _canonical(GOLDEN.read_text(encoding="utf-8"))
    now = _canonical("\n".join(lines(mapped(ENGLISH))))
    gone, new = (sorted(map(str, quads)) for quads in (golden - now, now - golden))
    assert (gone, new) == ([], []), "meant? then: make golden"


def test_the_golden_file_is_sorted_and_has_no_blank_node() -> None:
    written = GOLDEN.read_text(encoding="utf-8").splitlines()
    assert written == sorted(set(written))
    assert not [line for line in written if "_:" in line]


@pytest.mark.parametrize(
    ("version", "number", "language"),
    [
        ("twin", "PR025-2020", "en"),
        ("founding", "PR025-2020", "en"),
        ("french", "CP025-2020", "fr"),
    ],
)
def test_what_the_header_says(
    request: pytest.FixtureRequest, version: str, number: str, language: str
) -> None:
    said: Said = request.getfixturevalue(version)
    release = said.release
    assert said.graph.release.endswith(f"release/cnes/{number.lower()}")
    assert release[DCTERMS.identifier] == [number]
    assert release[DCTERMS.issued] == ["2020-02-17"]
    assert release[DCTERMS.language] == [language]
    assert release[DCTERMS.publisher] == ["agency/cnes"]
    (title,) = release[DCTERMS.title]
    assert title in said.text
    assert title.startswith(("FRANCE", "LA FRANCE"))


def test_press_officers_have_a_role(said: Said) -> None:
    people = {"person/pascale-bresson", "person/raphael-sart"}
    assert set(said.release[SKG.pressOfficer]) == people
    posts = said.posts()
    for person in people:
        ((title, body),) = posts[person]
        assert title in {"Press Officer", "Attachée de presse", "Attaché de presse"}
        assert body == ""
        (quote,) = said.quotes(said.post_node(person))
        assert quote in {"Pascale Bresson", "Raphaël Sart"}


def test_no_phone_and_no_mail_anywhere(said: Said) -> None:
    told = " ".join(f"{triple.subject} {triple.object}" for triple, _ in said.graph)
    numbers = "".join(c for c in told if c.isalnum())
    assert "@" not in told.replace('"@', "").replace("@en", "").replace("@fr", "")
    assert "mailto:" not in told
    assert "tel:" not in told
    assert "330100000" not in numbers
    assert "330144767" not in numbers


def test_phone_and_mail_where_they_are_asked_for() -> None:
    said = map_text(Mapper(contacts=True), text_of(ENGLISH))
    assert said.of("person/pascale-bresson", FOAF.phone) == {"tel:+33100000001"}
    assert said.of("person/pascale-bresson", FOAF.mbox) == {"mailto:pascale.bresson@example.org"}
    assert said.of("person/raphael-sart", FOAF.phone) == {"tel:+33100000002"}
    assert said.of("person/raphael-sart", FOAF.mbox) == {"mailto:raphael.sart@example.org"}
    assert shapes.validate((*said.graph.facts, *said.graph.evidence)).conforms


def test_the_meeting(said: Said) -> None:
    assert said.typed("Meeting") == {MEETING}
    assert said.of(MEETING, SKG.date) == {"2020-02-14"}
    assert said.of(MEETING, SKG.datePrecision) == {"day"}
    assert said.of(MEETING, SKG.status) == {"completed"}
    assert said.of(MEETING, SKG.place) == {"site/french-embassy-moscow"}
    assert said.of(MEETING, SKG.witness) == {"person/pierre-levy"}
    assert said.of(MEETING, SKG.participant) == {
        "person/jean-yves-le-gall",
        "person/dmitry-rogozin",
        "person/pierre-levy",
        "agency/cnes",
        "agency/roscosmos",
    }
    assert any("Jean-Yves Le Gall" in quote for quote in said.quotes(MEETING))


def test_the_posts(said: Said) -> None:
    posts = said.posts()
    ((title, body),) = posts["person/jean-yves-le-gall"]
    assert (title, body) in {("President", "agency/cnes"), ("Président", "agency/cnes")}
    ((title, body),) = posts["person/dmitry-rogozin"]
    assert title in {"Director General", "Directeur général"}
    assert body == "agency/roscosmos"
    ((title, body),) = posts["person/pierre-levy"]
    assert title.startswith(("Ambassador", "Ambassadeur"))
    assert title.endswith(("to the Russian Federation", "en Fédération de Russie"))
    assert body == ""
    for person, name in (("jean-yves-le-gall", "Le Gall"), ("pierre-levy", "Levy")):
        (quote,) = said.quotes(said.post_node(f"person/{person}"))
        assert name in quote


def test_who_works_where(said: Said) -> None:
    assert said.statements("affiliatedWith") == {
        ("person/jean-yves-le-gall", "affiliatedWith", "agency/cnes"),
        ("person/dmitry-rogozin", "affiliatedWith", "agency/roscosmos"),
    }


def test_the_launch(said: Said) -> None:
    assert said.typed("Launch") == {LAUNCH}
    assert said.of(LAUNCH, SKG.date) == {"2019-12-18"}
    assert said.of(LAUNCH, SKG.status) == {"completed"}
    assert said.of(LAUNCH, SKG.vehicle) == {"launch-vehicle/soyuz"}
    assert said.of(LAUNCH, SKG.site) == {"site/guiana-space-centre"}
    assert said.of(LAUNCH, SKG.payload) == FLOWN
    assert any("CHEOPS" in quote and "2019" in quote for quote in said.quotes(LAUNCH))


def test_whose_the_payloads_are(said: Said) -> None:
    found = said.statements("customer")
    assert found == {(s, "customer", o) for s, o in CUSTOMERS}
    for thing, customer in CUSTOMERS:
        assert "EyeSat" in said.claim(thing, "customer", customer).words
    assert said.statements("operatedBy") == {
        ("mission/ops-sat", "operatedBy", "organisation/tyvak")
    }
    assert "Tyvak" in said.claim("mission/ops-sat", "operatedBy", "organisation/tyvak").words


@pytest.mark.parametrize(("body", "endeavour", "statuses"), PARTICIPATION)
def test_who_takes_part(said: Said, body: str, endeavour: str, statuses: set[str]) -> None:
    assert endeavour in said.of(body, SKG.participatesIn)
    claim = said.claim(body, "participatesIn", endeavour)
    assert claim.status in statuses
    assert any(name in claim.words for name in ("Bion", "Cardiomed", "SIRIUS", "CSG"))


def test_bion_m2_carries_mtb_2(said: Said) -> None:
    assert "MTB" in said.claim("mission/bion-m2", "carries", "payload/mtb-2").words


def test_the_first_phase_of_cardiomed_is_completed(said: Said) -> None:
    assert said.typed("Milestone") == {MILESTONE}
    assert said.of(MILESTONE, SKG.date) == {"2020-02-03"}
    assert said.of(MILESTONE, SKG.status) == {"completed"}
    assert said.of(MILESTONE, SKG.concerns) == {"programme/cardiomed"}
    (label,) = said.of(MILESTONE, RDFS.label)
    assert label.endswith(("first phase", "première phase"))
    assert any("3" in quote and "phase" in quote for quote in said.quotes(MILESTONE))


def test_the_space_climate_observatory_is_mentioned(said: Said) -> None:
    assert "programme/space-climate-observatory" in said.typed("Programme")


def test_who_cooperates(said: Said) -> None:
    assert said.statements("cooperatesWith") == {
        ("agency/cnes", "cooperatesWith", "agency/roscosmos"),
        ("agency/cnes", "cooperatesWith", "organisation/imbp"),
    }
    assert "IMBP" in said.claim("agency/cnes", "cooperatesWith", "organisation/imbp").words
    assert "Roscosmos" in said.claim("agency/cnes", "cooperatesWith", "agency/roscosmos").words


def test_the_topics(said: Said) -> None:
    assert set(said.release[SKG.topic]) == {f"topic/{topic}" for topic in TOPICS}


def test_each_quote_is_in_the_text(said: Said) -> None:
    spans = [node for node in said.evidence if "/text#char=" in node]
    assert len(spans) > 50
    assert all(said.words(span) for span in spans)


def test_it_conforms(said: Said) -> None:
    report = shapes.validate((*said.graph.facts, *said.graph.evidence))
    assert report.conforms, report.text()
