"""Date phrases: what they cover, and which day, month or year they mean."""

from __future__ import annotations

from datetime import date

import pytest

from kg import dates, languages
from tests.ways import ways

ISSUED = date(2016, 6, 15)
LENGTH = {"day": 10, "month": 7, "year": 4}
Shown = list[tuple[str, str]]


def found(text: str, language: str, issued: date | None = ISSUED) -> Shown:
    return [
        (text[p.span.begin : p.span.end], p.day.value.isoformat()[: LENGTH[p.day.precision]])
        for p in dates.find(text, languages.load(language), issued)
    ]


PHRASES = [
    ("en", "4 July 2014", "2014-07-04"),
    ("en", "the 4th of July 2014", "2014-07-04"),
    ("en", "July 4, 2014", "2014-07-04"),
    ("en", "Sept. 4th, 2015", "2015-09-04"),
    ("en", "2014-07-04", "2014-07-04"),
    ("en", "24/07/2014", "2014-07-24"),
    ("en", "three days ago", "2016-06-12"),
    ("en", "the day before yesterday", "2016-06-13"),
    ("fr", "il y a trois jours", "2016-06-12"),
    ("fr", "avant-hier", "2016-06-13"),
    ("en", "July 2014", "2014-07"),
    ("en", "mid-November 2016", "2016-11"),
    ("en", "mid-November", "2016-11"),
    ("en", "mid-2018", "2018"),
    ("en", "end-2018", "2018"),
    ("fr", "mi-2018", "2018"),
    ("en", "last June", "2015-06"),
    ("en", "early March 2017", "2017-03"),
    ("en", "last July", "2015-07"),
    ("en", "next July", "2016-07"),
    ("en", "spring 2016", "2016"),
    ("en", "the first half of 2020", "2020"),
    ("en", "Q3 2019", "2019"),
    ("en", "the second quarter of 2020", "2020"),
    ("en", "last month", "2016-05"),
    ("en", "this autumn", "2016"),
    ("en", "last autumn", "2015"),
    ("en", "last spring", "2016"),
    ("en", "next spring", "2017"),
    ("en", "the end of the year", "2016"),
    ("en", "14 April last", "2016-04-14"),
    ("en", "6 February last year", "2015-02-06"),
    ("en", "2016. 6. 6.", "2016-06-06"),
    ("fr", "automne dernier", "2015"),
    ("fr", "printemps prochain", "2017"),
    ("fr", "6 février de l’an dernier", "2015-02-06"),
    ("en", "next year", "2017"),
    ("en", "today", "2016-06-15"),
    ("en", "yesterday", "2016-06-14"),
    ("en", "last Friday", "2016-06-10"),
    ("en", "next Friday", "2016-06-17"),
    ("en", "Friday", "2016-06-10"),
    ("en", "14 June", "2016-06-14"),
    ("en", "4\u00a0July\u00a02014", "2014-07-04"),
    ("en", "4 July\n2014", "2014-07-04"),
    ("en", "29 February 2016", "2016-02-29"),
    ("fr", "le 1er juillet 2016", "2016-07-01"),
    ("fr", "lundi 13 juin 2016", "2016-06-13"),
    ("fr", "4 août 2014", "2014-08-04"),
    ("fr", "4 AOÛT 2014", "2014-08-04"),
    ("fr", "22 novembre dernier", "2015-11-22"),
    ("fr", "juillet dernier", "2015-07"),
    ("fr", "printemps 2016", "2016"),
    ("fr", "premier semestre 2020", "2020"),
    ("fr", "3e trimestre 2019", "2019"),
    ("fr", "mi-novembre 2016", "2016-11"),
    ("fr", "le mois dernier", "2016-05"),
    ("fr", "l’an dernier", "2015"),
    ("fr", "aujourd’hui", "2016-06-15"),
    ("fr", "aujourd'hui", "2016-06-15"),
    ("fr", "hier", "2016-06-14"),
    ("fr", "vendredi dernier", "2016-06-10"),
]


@pytest.mark.parametrize(
    ("language", "text", "words", "day"),
    [
        (
            "en",
            "on 3 May 2004, and in October of the same year",
            "October of the same year",
            "2004-10",
        ),
        (
            "fr",
            "le 3 mai 2004, puis en octobre de la même année",
            "octobre de la même année",
            "2004-10",
        ),
        ("en", "on 27 and 28 March 2012. On the second day", "On the second day", "2012-03-28"),
        ("fr", "les 27 et 28 mars 2012. Le second jour", "Le second jour", "2012-03-28"),
        ("en", "from 7 to 9 June. On the last day of the visit", "On the last day", "2016-06-09"),
        ("en", "from 7 to 9 June. The last day of an era", "June. The", ""),
        ("fr", "du 7 au 9 juin. Le premier jour", "Le premier jour", "2016-06-07"),
        ("en", "from 23 May to 3 June. On the Tuesday", "Tuesday", "2016-05-24"),
        ("fr", "du 23 mai au 3 juin. Le mardi, ils", "mardi", "2016-05-24"),
        ("en", "from 1 to 9 June 2010. On Tuesday", "Tuesday", "2016-06-14"),
        ("en", "on 3 June; three days later they", "three days later", "2016-06-06"),
        ("en", "on 3 June. Two weeks earlier they", "Two weeks earlier", "2016-05-20"),
        ("fr", "le 3 juin ; trois jours plus tôt", "trois jours plus tôt", "2016-05-31"),
        ("en", "on 3 June. That evening they", "That evening", "2016-06-03"),
        ("fr", "le 3 juin. Ce jour-là, ils", "Ce jour-là", "2016-06-03"),
        (
            "en",
            "on 3 June. X, launched on 8 May 2012, is old. On the day before the signing he met",
            "On the day before the signing",
            "2016-06-02",
        ),
        (
            "fr",
            "le 3 juin. X, lancé le 8 mai 2012, vieillit. La veille de la cérémonie, il",
            "La veille de la cérémonie",
            "2016-06-02",
        ),
        (
            "en",
            "on 3 June. X flew on 8 May 2012." + " It works well." * 20 + " The next day they",
            "The next day",
            "2016-06-04",
        ),
    ],
)
def test_dates_that_go_on_from_one_before(language: str, text: str, words: str, day: str) -> None:
    if day:
        assert (words, day) in found(text, language)
    else:
        assert len(found(text, language)) == 1


def test_without_it_a_whole_date_of_the_opening_gives_the_others_their_year() -> None:
    text = "They met on 25 September 2013. It flew on 7 May. They sign today, or on Monday."
    days = [p.day.value for p in dates.find(text, languages.load("en"), None)]
    assert days == [date(2013, 9, 25), date(2013, 5, 7)]
    far = "x " * 500 + text
    assert [p.day.value for p in dates.find(far, languages.load("en"), None)] == days[:1]


TOLD = ways(__file__, "told.toml")


@pytest.mark.parametrize(("language", "day", "text"), TOLD)
def test_a_sentence_tells_its_day(language: str, day: str, text: str) -> None:
    assert day in [meant for _, meant in found(text, language, date(2018, 5, 3))]


@pytest.mark.parametrize(("language", "phrase", "meant"), PHRASES)
def test_phrases(language: str, phrase: str, meant: str) -> None:
    text = f"({phrase}) they met."
    assert found(text, language) == [(phrase, meant)]


YEARS = [
    ("en", "since 1966", "1966"),
    ("en", "in 2018", "2018"),
    ("en", "with 2021 as the target", "2021"),
    ("fr", "à l'horizon 2025", "2025"),
    ("fr", "d’ici 2020", "2020"),
    ("fr", "depuis 1966", "1966"),
]


@pytest.mark.parametrize(("language", "text", "year"), YEARS)
def test_years_alone_need_a_word_before_them(language: str, text: str, year: str) -> None:
    assert found(text, language) == [(year, year)]


SPANS = [
    ("en", "on the night of 3 to 4 July 2014", date(2014, 7, 3), date(2014, 7, 4)),
    ("en", "from 12 to 15 May 2016", date(2016, 5, 12), date(2016, 5, 15)),
    ("en", "on May 12-15, 2016", date(2016, 5, 12), date(2016, 5, 15)),
    ("en", "30 June to 1 July 2016", date(2016, 6, 30), date(2016, 7, 1)),
    ("fr", "dans la nuit du 3 au 4 juillet 2014", date(2014, 7, 3), date(2014, 7, 4)),
    ("fr", "du 12 au 15 mai 2016", date(2016, 5, 12), date(2016, 5, 15)),
    ("fr", "du 30 juin au 1er juillet 2016", date(2016, 6, 30), date(2016, 7, 1)),
    ("fr", "les 12 et 13 mai", date(2016, 5, 12), date(2016, 5, 13)),
    ("fr", "les jeudi 12 et vendredi 13 mai", date(2016, 5, 12), date(2016, 5, 13)),
    ("fr", "les 11, 12 et 13 mai", date(2016, 5, 11), date(2016, 5, 13)),
    ("en", "on Thursday 12 and Friday 13 May", date(2016, 5, 12), date(2016, 5, 13)),
    ("en", "on 11, 12 and 13 May", date(2016, 5, 11), date(2016, 5, 13)),
]


@pytest.mark.parametrize(("language", "text", "begin", "end"), SPANS)
def test_spans_have_two_ends(language: str, text: str, begin: date, end: date) -> None:
    (phrase,) = dates.find(text, languages.load(language), ISSUED)
    assert (phrase.day.value, phrase.end) == (begin, end)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Monday 14 June 2016"), ("fr", "le lundi 14 juin 2016")],
)
def test_a_weekday_that_contradicts_is_kept_and_noted(language: str, text: str) -> None:
    (phrase,) = dates.find(text, languages.load(language), ISSUED)
    assert phrase.day.value == date(2016, 6, 14)
    assert phrase.note is not None
    assert "2016-06-14" in phrase.note


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "31 February 2016"),
        ("en", "February 30, 2016"),
        ("en", "31 June"),
        ("en", "29 February 2015"),
        ("fr", "le 31 novembre 2016"),
        ("fr", "le 30 février 2016"),
    ],
)
def test_a_day_that_never_was_gives_no_date(language: str, text: str) -> None:
    assert found(text, language) == []
    assert len(dates.impossible(text, languages.load(language))) == 1


@pytest.mark.parametrize(
    "text", ["31 July 2016", "29 February", "30 June 2016", "at 10:30 in May 2016"]
)
def test_days_that_were_are_not_doubted(text: str) -> None:
    assert dates.impossible(text, languages.load("en")) == ()


@pytest.mark.parametrize("text", ["last July", "14 June", "today", "Friday", "next year"])
def test_without_the_releases_day_what_needs_it_is_left_out(text: str) -> None:
    assert found(text, "en", None) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It may march on, said Jan, augustly; the 1960s, 20201 marks, ISO 2014-99-99."),
        ("fr", "On a été mardi gras; 2020 euros; le marsouin."),
    ],
)
def test_other_words_and_numbers_are_no_dates(language: str, text: str) -> None:
    assert [w for w, _ in found(text, language) if w not in {"mardi"}] == []


def test_iso_dates_are_read_where_they_stand() -> None:
    assert list(dates.iso("2014-07-04, 2014-13-01 and 2015-01-02")) == [
        date(2014, 7, 4),
        date(2015, 1, 2),
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Elle a été reçue. Mardi matin, elle a visité le centre.", "2016-06-14"),
        ("Un rendez-vous, lundi à Paris, l'a permis.", "2016-06-13"),
        ("Il a rencontré mardi 7 le Directeur.", "2016-06-07"),
    ],
)
def test_weekdays_in_french_stand_beside_times_and_places(text: str, day: str) -> None:
    assert [d for _, d in found(text, "fr")] == [day]
