"""Names, titles and dates that say the same."""

from __future__ import annotations

import pytest

from kg.evaluation.agreement import fold, folded, same_date, same_title


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("CNES", "cnes"),
        ("The Gateway", "gateway"),
        ("l’Agence spatiale européenne", "agence spatiale europeenne"),
        ("de la Défense", "defense"),
        ("Bion-M2/MTB 2", "bion m2 mtb 2"),
        ("µSat", "usat"),
        ("Theia", "theia"),
        ("the", "the"),
        ("…", ""),
    ],
)
def test_fold(name: str, expected: str) -> None:
    assert fold(name) == expected


def test_folded_leaves_out_names_without_letters() -> None:
    assert folded(["ESA", "E.S.A.", "-"]) == {"esa", "e s a"}


@pytest.mark.parametrize(
    ("gold", "said", "expected"),
    [
        ("President", "President of CNES", True),
        ("Director General of Roscosmos", "Director General", True),
        ("Chairman", "Vice Chairman of ISRO", False),
        ("Chairman", "Vice Chairman ISRO", True),
        ("Ambassadeur de France", "ambassadeur", True),
        ("President", "Director", False),
        ("Minister", "State Secretary to the Minister of the Interior of Spain", False),
        ("Minister for Higher Education", "Minister of Higher Education", True),
        ("", "President", False),
    ],
)
def test_same_title(gold: str, said: str, expected: bool) -> None:
    assert same_title(gold, said) is expected
    assert same_title(said, gold) is expected


@pytest.mark.parametrize(
    ("gold", "said", "expected"),
    [
        ("2020-02-14", "2020-02-14", True),
        ("2020-02", "2020-02-01", True),
        ("2020", "2020-01-01", True),
        ("2020-02-14", "2020-02", True),
        ("2020-02-14", "2020-02-15", False),
        (None, "2020-02-14", False),
        ("2020", None, False),
    ],
)
def test_same_date(gold: str | None, said: str | None, expected: bool) -> None:
    assert same_date(gold, said) is expected
