"""The company that a name keeps: whether the words around it show that it is one.

Nouns of its class near it ("the Hope probe"), what is said of craft alone ("the launch of Odin"),
or an article before a capital ("a Progress").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.authority import Sense
from kg.languages import load
from kg.mentions.kinds import KINDS
from kg.mentions.known.occurrence import BODIES, FLYING, Occurrence
from kg.patterns import expression

_BESIDE, _COMPANY, _REACH = 16, 45, 80
"""How far from a name stands what is just beside it, in its company, in its sentence."""
_ENDEAVOURS = ("mission", "payload", "programme", "vehicle")
_HEADS = {
    "Agency": ("agency", "organisation"),
    "Organisation": ("agency", "organisation"),
    "Site": ("site",),
    "Person": ("title", "honorific"),
}
_SENTENCE = re.compile(r"[.!?;]\s")
_NEXT_WORDS = re.compile(r"(?: [a-z][a-z-]+){1,3}")
"""What a noun after a name is among, an adjective or two between."""
_ORBITING = len("satellite ")


def counts(one: Occurrence, sense: Sense) -> bool:
    """Tell whether a sense counts where the words stand."""
    kind = one.kind_of(sense)
    if kind in FLYING and one.words.lower() in one.language.set("celestial"):
        return _named_as_planet(one, sense, kind)
    if not sense.contextual:
        return True
    # "INDIA'S FIRST LUNAR ORBITER": a line of capitals does not tell a name from a word.
    return not one.in_capitals() and _in_company(one, kind)


def called(one: Occurrence, sense: Sense) -> bool:
    """Tell whether the noun beside a name of several is that of the sense's own class."""
    return _accompanied(one, _own_nouns(one.language.code, one.kind_of(sense)), _BESIDE)


def tool_follows(one: Occurrence) -> bool:
    """Tell whether an instrument's noun follows: "the ROSA atmospheric sounder"."""
    after = _NEXT_WORDS.match(one.text, one.hit.end)
    nouns = one.language.set("payload-head")
    return after is not None and not nouns.isdisjoint(after[0].split())


def flown_from(one: Occurrence) -> bool:
    """Tell whether a town is where something flies from: "lancé de Kourou"."""
    pattern = expression(one.language.code, "mention-known-flown-from", any_case=True)
    return pattern.search(one.before(_REACH)) is not None


def sees_off(one: Occurrence) -> bool:
    """Tell whether what follows a town has something fly from it: "Kourou saw Vega rise"."""
    pattern = expression(one.language.code, "mention-known-sees-off", any_case=True)
    return pattern.match(one.text, one.hit.end) is not None


def _named_as_planet(one: Occurrence, sense: Sense, kind: str) -> bool:
    """Tell whether a planet's name is a craft's: "the Venus satellite" may be VENµS."""
    # A mission or probe of Venus is another's.
    own = any(one.words == label for label, _ in one.labels(sense))
    around = f"{one.before(_ORBITING)}{one.words}{one.after(_ORBITING)}"
    orbiting = expression(one.language.code, "mention-known-orbiting", any_case=True)
    if not own and orbiting.search(around) is None:
        return False
    return _accompanied(one, _company(one.language.code, kind), _BESIDE)


def _in_company(one: Occurrence, kind: str) -> bool:
    """Tell whether the words around a name that is also a word show that it is one."""
    if kind == "Mission" and _told_of_craft(one):
        return True
    if kind == "Site" and flown_from(one):
        return True
    if kind in FLYING | {"LaunchVehicle"} and _alone(one, kind):
        return True
    reach = _BESIDE if kind in BODIES else _COMPANY
    return _accompanied(one, _company(one.language.code, kind), reach)


def _told_of_craft(one: Occurrence) -> bool:
    """Tell whether what is said is said of a mission alone, whatever its name."""
    code = one.language.code
    to_fly = expression(code, "mention-known-to-fly").match(one.text, one.hit.end)
    life = expression(code, "mention-known-life-of").search(one.before(_COMPANY))
    return to_fly is not None or life is not None


def _alone(one: Occurrence, kind: str) -> bool:
    """Tell whether a capital after an article tells a name: "a Progress", "on the Gateway"."""
    if one.goes_on():
        return False
    code = one.language.code
    article = expression(code, "mention-known-article").match(one.words)
    if article is not None and one.words[article.end()].isupper():
        return True
    before = one.before(_REACH)
    if kind == "LaunchVehicle":
        return expression(code, "mention-known-flies-on").search(before) is not None
    one_of = expression(code, "mention-known-one-of")
    if kind == "Mission" and one.words[0].isupper() and one_of.search(before):
        return True
    around = f"{before[-_BESIDE:]}|{one.after(_BESIDE)}"
    return _craft(code).search(around) is not None


def _accompanied(one: Occurrence, company: re.Pattern[str], reach: int) -> bool:
    """Tell whether a noun of the kind (mission, rover, instrument) stands within reach."""
    before = _SENTENCE.split(one.before(reach))[-1]
    after = _SENTENCE.split(one.after(reach))[0]
    return company.search(f"{before} | {after}") is not None


@cache
def _company(code: str, kind: str) -> re.Pattern[str]:
    """Return the nouns that stand beside names of a class."""
    words = load(code).words
    lists = [words.get(f"{head}-head") or words[head] for head in _HEADS.get(kind, _ENDEAVOURS)]
    return whole(word for entries in lists for word in entries)


@cache
def _own_nouns(code: str, kind: str) -> re.Pattern[str]:
    """Return the nouns of just one class: "programme" for a Programme."""
    head = next((h for h, k in KINDS.items() if k == kind), "mission")
    return whole(load(code).words[f"{head}-head"])


@cache
def _craft(code: str) -> re.Pattern[str]:
    """Return nouns that tell a known name beside them to be a craft: "a Progress freighter"."""
    nouns = load(code).alternatives("craft-noun")
    return re.compile(rf"(?<!\w)(?:{nouns}) \||\| (?:{nouns})s?(?!\w)")


def whole(words: Iterable[str]) -> re.Pattern[str]:
    """Return whole words, or their plurals, in any case."""
    longest = sorted({re.escape(w) for w in words}, key=lambda w: (-len(w), w))
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest)})s?(?!\w)", re.IGNORECASE)
