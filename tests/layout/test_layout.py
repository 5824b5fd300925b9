"""What a text is set with is left out for reading, and everything found stands where it stood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import layout
from kg.model import Mapping, Release, Span
from kg.pipeline import Mapper

LINE = "NASA and ISRO are preparing the launch of NISAR, a satellite with an upgrade"


@pytest.mark.parametrize(
    ("given_text", "read"),
    [
        ("CNES and NASA met.", "CNES and NASA met."),
        ("Met.  We are  glad.", "Met. We are glad."),
        ("A\tB", "A B"),
        (f"{LINE}\n    of the radar.", f"{LINE} of the radar."),
        (f"{LINE}\nof the radar.", f"{LINE}\nof the radar."),
        (f"{LINE}\n  - CNES", f"{LINE}\n- CNES"),
        (f"{LINE}\n  2) CNES", f"{LINE}\n2) CNES"),
        (f"{LINE}\n   \nParis", f"{LINE}\n\nParis"),
        ("   PRESS RELEASE\n   Paris, 3 May 2018", " PRESS RELEASE\nParis, 3 May 2018"),
        ("the [lunar Gateway](https://nasa.gov/g(1)) is", "the lunar Gateway is"),
        ("the [lunar\n    Gateway](https://nasa.gov/g) is", "the lunar\nGateway is"),
        ("[1] and (https://nasa.gov)", "[1] and (https://nasa.gov)"),
        ("**Gateway:** NASA", "Gateway: NASA"),
        ("**Gateway: ** NASA", "Gateway: NASA"),
        ("<u>SCO:</u> France", "SCO: France"),
    ],
)
def test_the_words_alone_are_read(given_text: str, read: str) -> None:
    assert layout.plain(Release(given_text, "text")).release.text == read


@given(st.text(alphabet="aB1.- \n\t*[]()", max_size=80))
def test_every_character_is_told_where_it_stood(text: str) -> None:
    plain = layout.plain(Release(text, "text"))
    for at, char in enumerate(plain.release.text):
        span = plain.back(Span(at, at + 1))
        assert text[span.begin : span.end].startswith(char) or char in " \n"


def mapped(text: str) -> Mapping:
    return Mapper().map(Release(text, "text"))


def told(mapping: Mapping) -> set[tuple[str, str, str]]:
    return {(f.subject, f.predicate, f.object) for f in mapping.facts}


SET = f"""Washington, 3 May 2018 - NASA

-   {LINE}
    made by the Indian Space Research
    Organisation ([ISRO](https://www.isro.gov.in/)).  **CNES** and the European
    Space Agency (ESA) signed   an agreement on 2 May 2018.
"""


def test_names_and_facts_are_found_across_indented_lines_and_links() -> None:
    mapping = mapped(SET)
    assert ("agency/cnes", "cooperatesWith", "agency/esa") in told(mapping)
    assert {e.key for e in mapping.entities} >= {"agency/esa", "agency/isro", "mission/nisar"}
    agreed = [e for e in mapping.events if e.kind == "AgreementSigning"]
    assert [e.day and e.day.value.isoformat() for e in agreed] == ["2018-05-02"]


def test_offsets_and_words_are_those_of_the_text_as_it_stands() -> None:
    mapping = mapped(SET)
    assert mapping.release.text == SET
    words = {m.entity: m.text for m in mapping.mentions}
    assert words["agency/isro"] == "ISRO"
    assert "European\n    Space Agency" in {m.text for m in mapping.mentions}
    assert all(SET[m.span.begin : m.span.end] == m.text for m in mapping.mentions)
    signed = next(e for e in mapping.events if e.kind == "AgreementSigning")
    quotes = [SET[s.begin : s.end] for s in signed.evidence]
    assert quotes == [
        "CNES** and the European\n    Space Agency (ESA) signed   an agreement on 2 May 2018."
    ]
