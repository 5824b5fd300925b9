"""What the header of a release says: its day, number, title, publisher, language."""

from __future__ import annotations

from datetime import date

import pytest

from kg import documents
from kg.errors import UnreadableError
from kg.model import Document, Release

BODY_EN = "The President of CNES was in Beijing with the head of CNSA, and they signed for the two."
BODY_FR = (
    "Le président du CNES était à Pékin avec le directeur de la CNSA, et ils ont signé un accord."
)


def read(text: str, **given: str) -> Document:
    return documents.read(Release(text=text, origin="test", **given))  # type: ignore[arg-type]


def title(document: Document) -> str | None:
    span = document.title
    return document.text[span.begin : span.end] if span else None


HEADERS = [
    ("Paris, le 20 janvier 2016\nCP009-2016\n\nLe CNES et la NASA signent\n\n", BODY_FR,
     date(2016, 1, 20), "CP009-2016", "Le CNES et la NASA signent"),
    ("Press release\n\nPR025-2020\nParis, 14 February 2020\n\nCNES AND ROSCOSMOS STRENGTHEN\nTHEIR COOPERATION IN MOSCOW\n\n",
     BODY_EN, date(2020, 2, 14), "PR025-2020", "CNES AND ROSCOSMOS STRENGTHEN\nTHEIR COOPERATION IN MOSCOW"),
    ("4 Août 2014\n\nCooperation between France and China\n\n", BODY_EN,
     date(2014, 8, 4), None, "Cooperation between France and China"),
    ("4 August 2014\n\nLa coopération avec la Chine\n\n", BODY_FR,
     date(2014, 8, 4), None, "La coopération avec la Chine"),
    ("COMMUNIQUÉ DE PRESSE\nN° 12-2015\nParis, le mardi 14 avril 2015\n\nLe CNES renforce sa coopération\n\n",
     BODY_FR, date(2015, 4, 14), "12-2015", "Le CNES renforce sa coopération"),
    ("RELEASE: 18-045\nMay 5, 2018\n\nNASA Launches a Mission to Mars\n\n", BODY_EN,
     date(2018, 5, 5), "18-045", "NASA Launches a Mission to Mars"),
    ("N° 4–2021\n22 January 2021\n\nMedia are invited to the signing\n\n", BODY_EN,
     date(2021, 1, 22), "4-2021", "Media are invited to the signing"),
    ("January 12, 2021 (JST)\nNational Research and Development Agency\nJapan Aerospace Exploration Agency (JAXA)\n\nJAXA and UAE Sign an Agreement\n\n",
     BODY_EN, date(2021, 1, 12), None, "JAXA and UAE Sign an Agreement"),
    ("1er juillet 2016\n\nUn accord entre la France et l'Inde\n\n", BODY_FR,
     date(2016, 7, 1), None, "Un accord entre la France et l'Inde"),
    ("2016-07-01\n\nAn agreement of France and India\n\n", BODY_EN,
     date(2016, 7, 1), None, "An agreement of France and India"),
]  # fmt: skip


@pytest.mark.parametrize(("header", "body", "day", "number", "words"), HEADERS)
def test_headers(header: str, body: str, day: date, number: str | None, words: str) -> None:
    document = read(header + body)
    assert (document.issued, document.number, title(document)) == (day, number, words)
    assert not document.notes


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("WASHINGTON, Oct. 10, 2018 /PRNewswire/ -- ", date(2018, 10, 10)),
        ("BREMEN, Germany (ESA) — 3 October 2018. ", date(2018, 10, 3)),
        ("Paris, 20 January 2016 - ", date(2016, 1, 20)),
        ("(Daejeon, 28 July 2006) ", date(2006, 7, 28)),
        ("Berne, 18.12.2019 - ", date(2019, 12, 18)),
        ("Press Release No. 23-112 / Friday, April 28, 2023\n\n", date(2023, 4, 28)),
        ("Ministry of Science and Research | News | Bonn, 7 May 2013\n\n", date(2013, 5, 7)),
        (
            "Talks in Beijing\n\nSource: National Space Administration      Date: 2016-01-20\n\n",
            date(2016, 1, 20),
        ),
    ],
)
def test_datelines(dateline: str, day: date) -> None:
    assert read(dateline + BODY_EN).issued == day


def test_a_dateline_in_french_has_a_dotted_day() -> None:
    assert read("Berne, 18.12.2019 - " + BODY_FR).issued == date(2019, 12, 18)


def test_a_day_in_a_title_of_many_words_is_no_field_of_a_header() -> None:
    title = "From the first flight of 3 May 2004 / to the last that anybody saw with his own eyes"
    assert read(f"{title}\n\n{BODY_EN}").issued is None


def test_a_day_in_the_text_is_not_the_releases() -> None:
    assert (
        read(
            "A title of four words\n\n" + BODY_EN + " It was on 4 July 2014 in Rome, they say."
        ).issued
        is None
    )


@pytest.mark.parametrize("day", ["31 February 2016", "February 30, 2016", "31 novembre 2016"])
def test_a_day_that_never_was_is_noted_and_no_day_made_of_it(day: str) -> None:
    body = BODY_FR if "novembre" in day else BODY_EN
    document = read(f"{day}\n\nA title of four words\n\n{body}")
    assert document.issued is None
    assert [n.message for n in document.notes] == [f"no such day: {day}"]


def test_what_the_source_states_goes_before_what_the_header_says() -> None:
    release = Release(
        text="Paris, 4 July 2014\n\n" + BODY_EN, origin="test", issued=date(2015, 1, 1), number="X1"
    )
    document = documents.read(release)
    assert (document.issued, document.number) == (date(2015, 1, 1), "X1")


@pytest.mark.parametrize(
    ("stated", "text", "code"),
    [
        ("fr", BODY_EN, "en"),
        ("en", BODY_FR, "fr"),
        ("fr-FR", BODY_FR, "fr"),
        ("EN_us", BODY_EN, "en"),
        ("de", BODY_FR, "fr"),
        ("fr", "CNES NASA", "fr"),
        ("", BODY_FR, "fr"),
    ],
)
def test_a_stated_language_is_checked_against_the_text(stated: str, text: str, code: str) -> None:
    assert read(text, language=stated).language == code


@pytest.mark.parametrize(
    ("source", "text", "publisher"),
    [
        ("https://cnes.fr/en/x", BODY_EN, "agency/cnes"),
        ("https://www.nasa.gov/x", BODY_EN, "agency/nasa"),
        ("https://global.jaxa.jp/press/", BODY_EN, "agency/jaxa"),
        ("https://www.kari.re.kr/", BODY_EN, "re"),
        ("https://www.asi.it/x", BODY_EN, "agency/asi"),
        ("", BODY_EN + "\n\nContact\npress@cnes.fr", "agency/cnes"),
        ("", "BREMEN, Germany (ESA) — 3 October 2018. " + BODY_EN, "ESA"),
        ("", BODY_EN, None),
    ],
)
def test_publishers(source: str, text: str, publisher: str | None) -> None:
    found = read(text, source=source).publisher
    assert found == publisher or (publisher == "re" and found in {"re", "kari"})


def test_sentences_know_their_parts() -> None:
    text = f"Paris, 4 July 2014\n\nA title of four words\n\n{BODY_EN}\n\nContacts\nErna Novak"
    parts = {s.part for s in read(text).sentences}
    assert parts == {"title", "body", "contacts"}


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("InSight flew on an Atlas V. He also met Elon Musk.", 2),
        ("He flew with John V. Smith on a Soyuz.", 1),
        ("M. Le Gall est venu. Il a signé.", 2),
        ("MM. Kumar et Le Gall ont signé pour les deux.", 1),
        ("Dr. Novak of the U.S. team came. She signed.", 2),
        ("S. Somanath and A. S. Kiran Kumar met.", 1),
        ("The India-U.S. Forum took place.", 1),
        ("She met Gina Raimondo, U.S.\nNational Security Advisor Jake Sullivan came too.", 1),
        ("They met in the U.S.\n\nNASA said so.", 2),
        ("Received were the heads of both the delegations by Sarah B.\nPatel of CNES.", 1),
        ("It flew on a Proton-M.\nNext is Vega C.\nThey talked.", 3),
    ],
)
def test_abbreviations_end_no_sentence(text: str, sentences: int) -> None:
    assert len(read(text).sentences) == sentences


def test_a_text_without_spaces_is_no_release() -> None:
    with pytest.raises(UnreadableError, match="without a space"):
        read("x" * 10_000)
