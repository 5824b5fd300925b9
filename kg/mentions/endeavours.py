"""Missions, instruments and programmes that no lexicon knows, by the nouns beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from kg.anchors import Anchors, at_places, merge, plain
from kg.capitals import COINED, LOWER, UPPER
from kg.gates import Gate
from kg.languages import Language, load
from kg.mentions import announced, called, flown, headed, worded
from kg.mentions.coined import free, head_anchors, name_like, nameless
from kg.mentions.given import is_given
from kg.mentions.kinds import KINDS
from kg.mentions.longer import goes_on
from kg.mentions.taken import Taken
from kg.model import Found, Span

_PROPER = rf"[{UPPER}][{LOWER}]{{2,}}[\w-]*(?:[ ][{UPPER}][\w-]+){{0,2}}(?:[ ]\d{{1,2}})?"
_APPOSED = rf"[{UPPER}][\w-]+(?:[ ][{UPPER}][\w-]+){{1,2}}"
"""A name of two words or three, such as an apposition alone tells: "Farside Sentinel, mission de"."""
_CAPITAL = re.compile(rf"[{UPPER}](?<![\w-].)")
_NAME_FIRST = {"before-head", "apposition"}
"""Orders in which the name, with its capital, stands before the noun; in all others the noun is first."""
_SERIES = re.compile(
    rf"[{UPPER}](?<![\w/.-].)[\w]*[a-zA-Z](?:-[A-Z])?-[A-Z]?\d{{1,3}}[A-Z]?(?![\w-])"
)
_QUOTED = rf"[\"“«]\s?([{UPPER}\d][^\"”»\n]{{1,39}}?)\s?[\"”»]"


_HEADS = ("payload", "mission", "programme", "vehicle")
_FLIGHT = 120
_AROUND = 220
_BEFORE, _AFTER = 90, 100
"""How far a name may stand from the noun that tells what it is."""


@cache
def _heads(code: str) -> tuple[Anchors, dict[str, tuple[str, ...]]]:
    """Return the words that the nouns of all classes begin with, and the classes of each."""
    anchors = {head: head_anchors(code, head).words for head in _HEADS}
    words = dict.fromkeys(word for of_head in anchors.values() for word in of_head)
    return Anchors(words), {w: tuple(h for h in _HEADS if w in anchors[h]) for w in words}


def _nouns(low: str, code: str) -> dict[str, list[int]]:
    """Return where in plain text nouns of each class begin."""
    anchors, heads_of = _heads(code)
    places: dict[str, list[int]] = {head: [] for head in _HEADS}
    for at, word in anchors.every(low):
        for head in heads_of[word]:
            places[head].append(at)
    return places


@cache
def _patterns(code: str) -> tuple[tuple[str, str, Gate], ...]:
    """Return the patterns of names beside the nouns of each class: the class, the order, the pattern."""
    return tuple(
        (
            head,
            name.removeprefix("beside-"),
            worded.pattern(
                code,
                name,
                heads=worded.heads(code, head),
                proper=_PROPER,
                apposed=_APPOSED,
                quoted=_QUOTED,
            ),
        )
        for head in _HEADS
        for name in worded.named(code, "beside-")
    )


def find(
    text: str,
    names: Sequence[Found],
    language: Language,
    demonyms: Sequence[tuple[Span, str]],
) -> Iterator[Found]:
    """Yield coined names that stand beside "mission", "satellite", "instrument" and the like."""
    taken = [Taken(n.span for n in names), Taken(s for s, _ in demonyms)]
    bodies = nameless(language.code)
    told = frozenset(text[n.span.begin : n.span.end] for n in names if n.kind in _FLYING)
    beside = [
        f for f in _beside_nouns(text, names, taken, bodies, language.code) if f.name not in told
    ]
    yield from beside
    yield from _tailed(text, names)
    yield from _listed(text, [*beside, *names], taken, language)
    yield from announced.find(text, taken, language, _plurals(language.code))
    yield from _numbered(text, names, taken, language)
    yield from _next_of(text, names, language)
    yield from _of_fleet(text, names, language.code)
    satellites = list(_satellites(text, taken, language))
    yield from satellites
    yield from _made_alike(text, [*beside, *names, *satellites], taken, language)
    yield from flown.find(text, taken, language)
    yield from _compounds(text, names)
    yield from _programmes(text, names, language)
    yield from headed.find(text, names, taken, language)
    yield from called.find(text, taken, language)


_SATELLITE = re.compile(
    rf"[{UPPER}\d](?<![\w/.@-].)[\w]*?(?:SAT|Sat|sat|Cube)(?:-?[IVX]{{1,3}}|-?\d{{1,2}}[A-Z]?|-[A-Z]{{1,3}})?(?![\w@-])"
)
_KINDS_OF_SATELLITE = re.compile(
    r"(?:cube|nano|small|micro|mini|pico|femto|poly|v|com)-?sat|(?:eumet|intel|eutel|inmar|sar|cospas-sar)sat",
    re.IGNORECASE,
)
"""Sorts of satellites, and organisations whose names end like a satellite's."""


def _satellites(text: str, taken: Sequence[Taken], language: Language) -> Iterator[Found]:
    """Yield names that say themselves what they are: "NIUSAT", "UniCubeSat-GG", "ZACube-2"."""
    for begin, end in near_flight(text, language.code):
        for match in _SATELLITE.finditer(text, begin, end):
            span = Span(*match.span())
            sort = _KINDS_OF_SATELLITE.fullmatch(match[0]) is not None
            if free(span, taken) and not sort:
                yield Found(span, "Mission", match[0], (), "satellite-name")


def _beside_nouns(
    text: str, names: Sequence[Found], taken: Sequence[Taken], bodies: frozenset[str], code: str
) -> Iterator[Found]:
    nouns = _nouns(plain(text), code)
    windows = {head: merge((at - _BEFORE, at + _AFTER) for at in nouns[head]) for head in _HEADS}
    every = sorted({at for of_head in nouns.values() for at in of_head})
    around = merge((at - _BEFORE, at + _AFTER) for at in every)
    capitals = [m.start() for begin, end in around for m in _CAPITAL.finditer(text, begin, end)]
    # A pattern is compiled where a noun of its class first stands.
    for head, method, pattern in (one for one in _patterns(code) if windows[one[0]]):
        places = capitals if method in _NAME_FIRST else every
        for match in at_places(pattern.regex, text, places, windows[head]):
            words = match[match.lastindex or 1]
            if method == "apposition" and _of_a_person(text, match, words, code):
                continue
            # In quotes, a name may hold others: "Sky Hope" is not the Hope probe.
            span = Span(*match.span(match.lastindex or 1))
            longer = method == "quoted" and " " in words
            longer = longer or goes_on(text, span, names)
            if (longer or free(span, taken)) and name_like(words, bodies):
                yield Found(span, KINDS[head], words, (), method)


def _of_a_person(text: str, match: re.Match[str], words: str, code: str) -> bool:
    """Tell whether an apposition is a person's: "Paul Martin, ingénieur système"."""
    if " " not in words:
        return False
    after = text[match.end(match.lastindex or 1) : match.end()].casefold().split()
    posts = load(code).set("title")
    return is_given(words.split(maxsplit=1)[0]) or any(word.strip(",") in posts for word in after)


_TAIL = re.compile(rf"-[{UPPER}]\w*(?![\w-])")


def _tailed(text: str, names: Sequence[Found]) -> Iterator[Found]:
    """Yield what only begins with a known name: "LYRA-F" is no LYRA."""
    begins = {n.span.begin for n in names}
    for name in names:
        tail = _TAIL.match(text, name.span.end)
        if tail is None or name.kind not in _FLYING or name.method != "lexicon":
            continue
        if name.span.end + 1 not in begins:
            words = text[name.span.begin : tail.end()]
            yield Found(Span(name.span.begin, tail.end()), name.kind, words, (), "tailed")


_PLURAL = 60
_LONGEST = 40


@cache
def _plurals(code: str) -> re.Pattern[str]:
    """Return the nouns that announce or end a list of names: "instruments", "satellites"."""
    words = load(code).words
    many = {w for head in ("payload-head", "mission-head") for w in words[head] if w.endswith("s")}
    longest = sorted(map(re.escape, many), key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(longest)})\b", re.IGNORECASE)


def _listed(
    text: str, anchors: Sequence[Found], taken: Sequence[Taken], language: Language
) -> Iterator[Found]:
    """Yield coined names listed with one that flies: "the instruments SEIS, XYZ and ABC"."""
    bodies = nameless(language.code)
    plural = _plurals(language.code)
    for anchor in anchors:
        begin, end = anchor.span.begin, anchor.span.end
        around = text[max(0, begin - _PLURAL) : end + _PLURAL]
        if anchor.kind not in ("Mission", "Payload") or plural.search(around) is None:
            continue
        for span in (*_onward(text, end, language.code), *_back(text, begin, language.code)):
            words = text[span.begin : span.end]
            if free(span, taken) and name_like(words, bodies):
                yield Found(span, anchor.kind, words, (), "listed")


def _made_alike(
    text: str, anchors: Sequence[Found], taken: Sequence[Taken], language: Language
) -> Iterator[Found]:
    """Yield what was made with a mission: "SRMSAT et Jugnu, conçus par des étudiants"."""
    bodies = nameless(language.code)
    alike = worded.pattern(language.code, "flying-alike")
    for anchor in anchors:
        match = alike.match(text, anchor.span.end) if anchor.kind in _KINDS_MADE else None
        if match is None:
            continue
        span = Span(*match.span("name"))
        if free(span, taken) and name_like(match["name"], bodies) and not is_given(match["name"]):
            yield Found(span, anchor.kind, match["name"], (), "listed")


_KINDS_MADE = {"Mission", "Payload"}


def _onward(text: str, at: int, code: str) -> Iterator[Span]:
    following = worded.pattern(code, "flying-next")
    match = following.match(text, at)
    while match is not None:
        yield Span(*match.span(1))
        match = following.match(text, match.end())


def _back(text: str, at: int, code: str) -> Iterator[Span]:
    previous = worded.pattern(code, "flying-previous")
    match = previous.search(text[max(0, at - _LONGEST) : at])
    while match is not None:
        begin = max(0, at - _LONGEST) + match.start(1)
        yield Span(begin, begin + len(match[1]))
        at = begin
        match = previous.search(text[max(0, at - _LONGEST) : at])


@cache
def _flight(code: str) -> Anchors:
    words = load(code).words
    lists = ("mission-head", "payload-head", "vehicle-head", "launch")
    return Anchors(word for name in lists for word in words[name])


@lru_cache(maxsize=4)
def near_flight(text: str, code: str) -> list[tuple[int, int]]:
    """Return where a text speaks of flight: there "Name-2" is a spacecraft, and no other thing."""
    return _flight(code).windows(plain(text), _FLIGHT, _FLIGHT)


def _numbered(
    text: str, names: Sequence[Found], taken: Sequence[Taken], language: Language
) -> Iterator[Found]:
    """Yield numbered names ("Ténéré-2") where the text speaks of flight, or the stem is known."""
    stems = {n.span.begin: n for n in names}
    bodies = nameless(language.code)
    for match in _SERIES.finditer(text):
        span = Span(*match.span())
        stem = stems.get(span.begin)
        if stem is not None and stem.span.end < span.end:
            continue
        if not free(span, taken) or not name_like(match[0], bodies):
            continue
        if any(b <= span.begin and span.end <= e for b, e in near_flight(text, language.code)):
            yield Found(span, _sort(text, span, language.code), match[0], (), "numbered")


def _sort(text: str, span: Span, code: str) -> str:
    """Return "Payload" where the text around speaks of instruments and of nothing that flies them."""
    around = plain(text[max(0, span.begin - _AROUND) : span.end + _AROUND])
    flies = any(
        True for head in ("mission", "vehicle") for _ in head_anchors(code, head).starts(around)
    )
    tools = any(True for _ in head_anchors(code, "payload").starts(around))
    return "Payload" if tools and not flies else "Mission"


def _next_of(text: str, names: Sequence[Found], language: Language) -> Iterator[Found]:
    """Yield the numbered ones of known names: THEOS-1, a Kairos-2, the rocket PSLV-C63."""
    pattern = worded.pattern(language.code, "flying-number")
    for name in names:
        number = pattern.match(text, name.span.end)
        if number is None or name.kind not in _NUMBERED:
            continue
        span = Span(name.span.begin, number.end())
        kind = "Mission" if name.kind == "Programme" else name.kind
        if kind == "Mission" and _tool(language.code).match(text, span.end):
            kind = "Payload"
        yield Found(span, kind, text[span.begin : span.end], (), "numbered")


def _of_fleet(text: str, names: Sequence[Found], code: str) -> Iterator[Found]:
    """Yield satellites named after their operator, where the text speaks of flight."""
    fleet = worded.pattern(code, "flying-fleet", any_case=True)
    for name in names:
        number = fleet.match(text, name.span.end) if name.kind == "Organisation" else None
        if number is None or " " in text[name.span.begin : name.span.end]:
            continue
        span = Span(name.span.begin, number.end())
        if any(b <= span.begin and span.end <= e for b, e in near_flight(text, code)):
            yield Found(span, "Mission", text[span.begin : span.end], (), "numbered")


def _tool(code: str) -> Gate:
    """Return what calls an instrument one, after its name: "Argos 4, the latest instrument"."""
    heads = worded.heads(code, "payload")
    return worded.pattern(code, "flying-tool", any_case=True, heads=heads)


_FLYING = {"Mission", "Payload", "Programme"}
_NUMBERED = {*_FLYING, "LaunchVehicle"}


def _programmes(text: str, names: Sequence[Found], language: Language) -> Iterator[Found]:
    """Yield "Apprenticeship Program"; after a known programme's name, it is that programme."""
    nouns = language.words["programme-noun"]
    if not any(noun in text for noun in nouns):
        return
    by_begin = {n.span.begin: n for n in names}
    for match in worded.pattern(language.code, "flying-programme").finditer(text):
        span = Span(*match.span("name"))
        first = by_begin.get(span.begin)
        if first is None or not first.keys:
            if not any(n.span.begin <= span.begin and span.end <= n.span.end for n in names):
                yield Found(span, "Programme", match["name"], (), "programme-name")
        elif first.kind in _FLYING and text[first.span.end : span.end].strip() in nouns:
            yield Found(span, first.kind, first.name, first.keys, "programme-name")


def _compounds(text: str, names: Sequence[Found]) -> Iterator[Found]:
    """Yield names coined of two joined by a hyphen: "Rosetta-Philae", "DLR-TUBSAT"."""
    by_begin = {n.span.begin: n for n in names}
    for name in names:
        joined = by_begin.get(name.span.end + 1)
        if text[name.span.end : name.span.end + 1] != "-":
            continue
        if joined is not None and name.kind in _FLYING and joined.kind in _FLYING:
            span = Span(name.span.begin, joined.span.end)
            yield Found(span, "Mission", text[span.begin : span.end], (), "compound")
        elif joined is None and name.kind in ("Agency", "Mission"):
            rest = re.match(COINED + r"(?![\w-])", text[name.span.end + 1 :])
            if rest:
                span = Span(name.span.begin, name.span.end + 1 + rest.end())
                yield Found(span, "Mission", text[span.begin : span.end], (), "compound")
