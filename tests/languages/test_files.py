"""The languages' files: the same keys in each, patterns that compile, months and weekdays whole."""

from __future__ import annotations

import re

import pytest

from kg.encoding import SLOTS, compile_pattern
from kg.facts.rules import rules
from kg.languages import CODES, Language, detect, fields, load
from kg.vocab import SKG, TOPICS

# Dates are written in ways of each language's own; macros serve the language's own patterns.
# What one language says in a way that the other lacks (pronouns that are objects, "et celui de") is
# asked for where the file has it.
_OWN = (
    "idioms",
    *(
        "date-",
        "macro-",
        "apposed-",
        "role-",
        "nearness-",
        "pronoun-object",
        "pronoun-later",
        "pronoun-thing",
        "anaphor-",
        "pointing-",
        "free-body",
        "nationals-",
        "event-him-with",
        "event-ahead",
        "visits-",
        "signings-owner",
        "signings-counterparts",
        "story-",
        "passengers-carried",
        "flights-pad",
        "near-owned",
        "frames-",
        "senses-",
        "office-",
        "mention-called-",
    ),
    *(
        "references-head",
        "post-alike",
        "post-sent",
        "post-unit",
        "post-each",
        "post-pair",
        "event-sign-it",
        "launch-both",
        "launch-it",
    ),
    *(
        "status-conditional",
        "event-cancelled",
        "alias-",
        "spoken-",
        "launch-several",
        "launch-craft",
        "event-earlier",
        "post-crew",
        "day-of-month",
        "launch-clock",
        "launch-first",
    ),
    *("mention-person-", "mention-partner-", "mention-listing"),
    *("mention-post-named", "mention-post-apposed", "mention-post-verb", "mention-post-body-is"),
    *("mention-headed-", "mention-beside-", "mention-shape-"),
    *("mention-flying-made", "mention-flying-launched"),
    *("event-sent", "event-absent", "event-own", "event-heads", "event-hosts", "event-delegated"),
    *("event-that-day", "event-gathering", "event-gapped", "event-third", "event-fourth"),
    "event-relative",
    *("launch-antecedent", "launch-eve", "launch-time", "launch-with", "launch-next"),
    *("launch-each", "launch-aside", "launch-pad", "launch-person"),
    *("mention-known-article", "mention-known-seat", "mention-known-agency-"),
    *("mention-body-post", "mention-body-next-person", "mention-body-unnamed"),
    *("mention-body-to", "mention-body-with-to", "mention-body-fields"),
    *(
        "mention-body-purpose",
        "mention-body-of-land",
        "mention-body-house",
        "mention-body-agency-of",
    ),
    *(
        "event-aside",
        "event-company",
        "event-looking-back",
        "event-he-visits",
        "launch-maiden",
        "event-he-opens",
        "event-attribute",
        "event-joined-by",
    ),
)
_OWN_WORDS = (
    "body-anaphor",
    "title-not",
    "verb-",
    "sense-",
    "shape-",
    "phrase-",
    "organisation-not-part",
    "office",
    "never-called",
)
"""What the reader of verbs needs, which a language may be without."""
_PROPERTIES = {
    *("affiliatedWith", "participatesIn", "leads", "contributes", "carries", "operatedBy"),
    *("builtBy", "customer", "partOf", "cooperatesWith", "agencyOf", "locatedIn"),
}


@pytest.fixture(params=CODES)
def language(request: pytest.FixtureRequest) -> Language:
    return load(str(request.param))


def _shared_keys(language: Language) -> set[str]:
    return {key for key in language.patterns if not key.startswith(_OWN)}


def test_there_are_english_and_french() -> None:
    assert CODES == ("en", "fr")
    with pytest.raises(KeyError):
        load("tlh")


def test_all_files_have_the_same_keys() -> None:
    english, french = load("en"), load("fr")
    one, other = (
        {name for name in language.words if not name.startswith(_OWN_WORDS)}
        for language in (english, french)
    )
    assert one == other
    assert _shared_keys(english) == _shared_keys(french)
    assert set(english.topics) == set(french.topics) == set(TOPICS)
    assert set(english.fields) == set(french.fields)


def test_every_pattern_compiles(language: Language) -> None:
    for name, pattern in language.patterns.items():
        if not name.startswith(("date-", "apposed-")):
            compile_pattern(language.expand(pattern))


def test_every_slot_is_known_and_every_macro_used(language: Language) -> None:
    texts = [*language.patterns.values(), *(rule["pattern"] for rule in language.rules)]
    slots = {m for t in texts for m in re.findall(r"\{([a-z]+)\+?(?::[a-z]\w*)?\}", t)}
    dates = {"day", "month", "year", "weekday", "season"}
    assert slots - dates - {"head"} <= set(SLOTS)
    macros = {k.removeprefix("macro-") for k in language.patterns if k.startswith("macro-")}
    used = {m for t in texts for m in re.findall(r"(?<!\?P)<([a-z]+)>", t)}
    assert macros == used


def test_every_rule_says_what_its_pattern_finds(language: Language) -> None:
    for rule in rules(language.code):
        groups = set(rule.takes)
        for subject, predicate, object_ in rule.says:
            assert predicate in _PROPERTIES
            assert SKG[predicate]
            assert {subject, object_} <= groups | {"PAIR", "TOPIC"}, rule.name
        assert 0 < rule.confidence <= 1
        assert rule.when is None or rule.when in language.words


def test_word_lists_hold_no_word_twice(language: Language) -> None:
    for name, words in language.words.items():
        assert all(words), name


def test_months_and_weekdays(language: Language) -> None:
    assert set(language.months.values()) == set(range(1, 13))
    assert sorted(language.weekdays.values()) == list(range(7))


@pytest.mark.parametrize(
    ("code", "word", "field"),
    [
        ("en", "inspected", "visit"),
        ("en", "conferred", "meet"),
        ("en", "laboratories", "place"),
        ("en", "initialling", "sign"),
        ("en", "ministers", "post"),
        ("en", "satellite", None),
        ("en", "camera", None),
        ("fr", "parcourue", "visit"),
        ("fr", "entretenus", "meet"),
        ("fr", "ateliers", "place"),
        ("fr", "paraphé", "sign"),
        ("fr", "directrice", "post"),
        ("fr", "satellite", None),
    ],
)
def test_words_belong_to_semantic_fields(code: str, word: str, field: str | None) -> None:
    match = fields(code).fullmatch(word)
    assert (match.lastgroup if match else None) == field


def test_of_alternatives_the_longest_matches() -> None:
    language = load("en")
    words = language.words["small"]
    regex = re.compile(language.alternatives("small"))
    for word in words:
        found = regex.match(word + " ")
        assert found is not None
        assert found[0] == word


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The agency and its partners have signed the agreement.", "en"),
        ("L'agence et ses partenaires ont signé un accord dans la ville.", "fr"),
        ("CNES ROSCOSMOS", "en"),
        ("", "en"),
        ("123 456", "en"),
        (
            "The title of this release is in English. "
            + "Le reste est en français, avec les mots de la langue. " * 3,
            "fr",
        ),
    ],
)
def test_detect(text: str, code: str) -> None:
    assert detect(text) == code


def test_detection_looks_at_the_beginning_alone() -> None:
    assert (
        detect("the of and to in is was were " * 1_000 + "le la les des et un une " * 9_000) == "en"
    )


@pytest.mark.parametrize("code", ["en", "fr"])
def test_no_group_bears_the_name_of_a_macro(code: str) -> None:
    language = load(code)
    groups = {g for p in language.patterns.values() for g in re.findall(r"\(\?P(<\w+>)", p)}
    assert groups.isdisjoint(language.macros)
