"""Known names: their case, their company, and what only looks like them."""

from __future__ import annotations

import pytest

from tests.mentions.reader import findings, keys, named


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The Hope spacecraft reached its orbit.", "en", ["Hope"]),
        ("Hope springs from the talks.", "en", []),
        ("We hope that the probe will fly.", "en", []),
        ("La sonde Hope est arrivée.", "fr", ["Hope"]),
        ("Hope, dont le lancement est proche, est prête.", "fr", ["Hope"]),
        ("The agency gave $4M for the 4M mission.", "en", ["4M"]),
        ("The Hope spacecraft flew. Today Hope sends pictures.", "en", ["Hope", "Hope"]),
        ("CAP SUR MARS\n\nLE CNES ET LA JAXA METTENT LE CAP SUR MARS", "fr", ["CNES", "JAXA"]),
        ("Le CNES garde le cap.", "fr", ["CNES"]),
        ("INDIA'S FIRST LUNAR ORBITER\n\nIt is ready.", "en", ["INDIA"]),
        ("Work on the Gateway goes on.", "en", ["the Gateway"]),
        ("An uncrewed Progress will bring food.", "en", ["Progress"]),
        ("They spoke of the laboratory Columbus.", "en", ["Columbus"]),
        ("They spoke of the good health of Odin.", "en", ["Odin"]),
        ("A success for Soyuz in French Guiana.", "en", ["Soyuz", "French Guiana"]),
        ("A Swift Response is wanted. Progress was made.", "en", []),
        ("It was launched in 1999 by an American Taurus.", "en", ["Taurus"]),
        ("Un Progress ravitaillera la station.", "fr", ["Progress"]),
    ],
)
def test_an_ordinary_word_is_a_name_in_company_alone(
    text: str, language: str, expected: list[str]
) -> None:
    assert named(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Sentinel-1B, Microscope and three cubesats went up.", "en"),
        ("Sentinel-1B, Microscope et OUFTI-1 sont partis.", "fr"),
        ("Microscope et Sentinel-1B sont partis.", "fr"),
    ],
)
def test_a_name_listed_with_a_sure_one_counts(text: str, language: str) -> None:
    assert "mission/microscope" in keys(text, language).values()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The probe will study Mercury, Venus and Mars.", "en"),
        ("La sonde étudiera Mercure, Vénus et Mars.", "fr"),
        ("They went from Earth to Mercury.", "en"),
    ],
)
def test_planets_are_no_missions(text: str, language: str) -> None:
    assert named(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "words", "key"),
    [
        ("From Rome comes ROSA, a receiver.", "en", "ROSA", "payload/rosa"),
        ("From Rome comes the ROSA atmospheric sounder.", "en", "ROSA", "payload/rosa"),
        ("ROSA and ESA signed.", "en", "ROSA", "agency/rosa"),
        ("Rome paid for the camera JANUS.", "en", "JANUS", "payload/janus"),
        ("MADRAS est un imageur.", "fr", "MADRAS", "payload/madras"),
        ("Il a parlé au siège de la NASA.", "fr", "NASA", "agency/nasa"),
        (
            "Il est venu au Centre spatial guyanais pour le lancement.",
            "fr",
            "Centre spatial guyanais",
            "site/guiana-space-centre",
        ),
        ("Elle contribue à la station lunaire Gateway.", "fr", "Gateway", "programme/gateway"),
        ("Leonardo supplied the laser.", "en", "Leonardo", "organisation/leonardo"),
        ("The satellite TC-2 flew.", "en", "TC-2", "mission/tc-2"),
        ("The instrument TERMA-2 flew.", "en", "TERMA-2", "payload/terma-2"),
    ],
)
def test_what_stands_beside_a_name_tells_which_of_its_bearers_is_meant(
    text: str, language: str, words: str, key: str
) -> None:
    assert keys(text, language)[words] == key


def test_a_planets_name_beside_its_noun_may_be_a_satellite() -> None:
    assert named("The Venus satellite flew.") == ["Venus"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Artemis Accords were signed.", "en"),
        ("La France a signé les accords Artemis.", "fr"),
    ],
)
def test_a_treaty_is_no_mention_of_the_programme_in_its_name(text: str, language: str) -> None:
    assert "programme/artemis" not in keys(text, language).values()


def test_the_programme_itself_is_a_mention() -> None:
    assert "programme/artemis" in keys("The Artemis programme goes on.").values()


@pytest.mark.parametrize(
    ("text", "language", "absent"),
    [
        ("UN ACCORD SUR LE CLIMAT EST SIGNÉ", "fr", "UN"),
        ("UN PAS VERS MARS POUR LE CNES", "en", "UN"),
        ("the space station is in orbit", "en", "space station"),
    ],
)
def test_words_in_capitals_or_lower_case_are_no_names(
    text: str, language: str, absent: str
) -> None:
    assert absent not in named(text, language)


def test_names_are_found_in_a_line_of_capitals() -> None:
    found = keys("CNES AND ROSCOSMOS SIGN AGREEMENT ON CHEOPS AND INSIGHT")
    assert found == {
        "CNES": "agency/cnes",
        "ROSCOSMOS": "agency/roscosmos",
        "CHEOPS": "mission/cheops",
        "INSIGHT": "mission/insight",
    }


def test_an_acronym_within_a_name_is_part_of_it() -> None:
    found = keys("The United Arab Emirates (UAE) Space Agency signed with NASA.")
    assert found["United Arab Emirates (UAE) Space Agency"] == "agency/uaesa"
    assert "country/united-arab-emirates" not in found.values()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the ESA-NASA mission", ["ESA", "NASA"]),
        ("the CNES–ISRO satellite", ["CNES", "ISRO"]),
        ("CNES/NASA teams", ["CNES", "NASA"]),
        ("NASA’s and ESA's people", ["NASA", "ESA"]),
    ],
)
def test_joined_and_owning_names_are_found_apart(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "language", "countries"),
    [
        ("The French and German teams", "en", ["country/france", "country/germany"]),
        ("la coopération franco-russe", "fr", ["country/france", "country/russia"]),
        ("un polish accord", "en", []),
    ],
)
def test_demonyms_point_to_countries(text: str, language: str, countries: list[str]) -> None:
    found = [c for _, c in findings(text, language).demonyms]
    assert found == countries or (not countries and len(found) <= 1)


def test_a_given_name_is_no_acronym() -> None:
    assert named("Ils se prénomment Antonia, Lisa et Tijmen.", "fr") == []
    assert named("La mission LISA suivra.", "fr") == ["LISA"]


def test_a_national_agency_needs_no_capital() -> None:
    assert "agency/asi" in keys("SEIS vient de l'agence spatiale italienne.", "fr").values()


def test_a_list_names_bodies_beside_known_ones() -> None:
    text = "Le projet a bénéficié du concours de l'ESA, de Zodiac Aerospace et d'Intespace."
    assert named(text, "fr", "Organisation") == ["Zodiac Aerospace", "Intespace"]
    assert named("Le CNES a salué l'ESA et Josef Dupont.", "fr", "Organisation") == []
