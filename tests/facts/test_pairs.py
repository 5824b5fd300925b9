"""What is observed of two names that a document brings together."""

from __future__ import annotations

import pytest

from kg.facts import pairs
from kg.model import Release
from kg.pipeline import Mapper
from tests.facts.stage import scene

PRINCIPAL = ("agency/cnes", "agency/isro")


def found(text: str, code: str = "en") -> dict[tuple[str, str], pairs.Pair]:
    """Return the pairs of a small release, by the names of the two."""
    return {
        (p.one.split("/")[1], p.other.split("/")[1]): p
        for p in pairs.read(scene(text, code), PRINCIPAL)
    }


@pytest.mark.parametrize(
    ("text", "names", "kind"),
    [
        ("CNES and ISRO built SARAL.", ("cnes", "isro"), "BB"),
        ("SARAL was built by ISRO.", ("isro", "saral"), "BM"),
        ("SARAL lifted off on a PSLV.", ("saral", "pslv"), "MV"),
        ("SARAL lifted off on 25 February 2013.", ("2013-02-25", "saral"), "DM"),
        ("SARAL lifted off in 2013.", ("2013", "saral"), "DM"),
        ("SARAL is in orbit. The camera was made by CNES.", ("cnes", "saral"), "BM~"),
    ],
)
def test_two_names_are_a_pair_in_the_order_of_their_classes(
    text: str, names: tuple[str, str], kind: str
) -> None:
    assert found(text)[names].kind == kind


def test_what_one_sentence_pairs_is_no_pair_apart() -> None:
    pair = found("SARAL was built by ISRO. Its orbit was chosen by ISRO.")["isro", "saral"]
    assert (pair.kind, len(pair.meetings)) == ("BM", 1)


def test_names_far_from_each_other_are_no_pair() -> None:
    filler = "and so it went on for a long while " * 10
    assert ("cnes", "isro") not in found(f"CNES waited {filler}until ISRO came.")


def test_features_tell_words_between_and_beside_and_the_place_in_the_document() -> None:
    features = found("So CNES builds SARAL for all.")["cnes", "saral"].features()
    assert {"q:AbuildsM", "w:AM"} <= features
    assert {"b:<builds", "f:<builds", "l:<builds", "p:<so", "n:<for"} <= features
    assert {"prin1", "pub1", "k1:Agency", "k2:Mission"} <= features
    assert "prin2" not in features


def test_the_same_words_in_the_other_order_are_another_observation() -> None:
    ahead = found("CNES builds SARAL.")["cnes", "saral"].features()
    back = found("SARAL builds CNES.")["cnes", "saral"].features()
    assert "b:<builds" in ahead
    assert "b:>builds" in back


def test_a_post_is_observed_by_its_words() -> None:
    features = found("CNES, as its President said, stands behind SARAL.")[
        "cnes", "saral"
    ].features()
    assert any(f.endswith("Tpresid") for f in features)


def test_contacts_bring_nobody_together() -> None:
    assert not found("Nothing happened.\n\nContacts\nCNES and ISRO press office").get(
        ("cnes", "isro")
    )


def test_a_day_in_a_title_is_no_name() -> None:
    dated = "CNES signs on 3 May 2019 and on 4 May 2019\n\nIt lifted off on 5 May 2019."
    titled = Mapper().map(Release(dated, "dated"))
    assert [entity.key for entity in titled.entities] == ["agency/cnes"]
