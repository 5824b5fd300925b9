"""Missions, instruments and programmes that no lexicon knows, by the nouns beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from kg.anchors import Anchors, at_places, merge, plain
from kg.languages import Language, load
from kg.mentions import announced, flown, headed
from kg.mentions.capitals import LOWER, UPPER
from kg.mentions.coined import COINED, free, head_anchors, name_like
from kg.mentions.given import is_given
from kg.mentions.kinds import KINDS
from kg.mentions.longer import goes_on
from kg.mentions.taken import Taken
from kg.model import Found, Span

_PROPER = rf"[{UPPER}][{LOWER}]{{2,}}[\w-]*(?:[ ][{UPPER}][\w-]+){{0,2}}(?:[ ]\d{{1,2}})?"
_APPOSED = rf"[{UPPER}][\w-]+(?:[ ][{UPPER}][\w-]+){{1,2}}"
"""A name of two words or three, such as an apposition alone tells: "Farside Sentinel, mission de"."""
_CAPITAL = re.compile(rf"(?<![\w-])[{UPPER}]")
_NAME_FIRST = {"before-head", "apposition"}
"""Orders in which the name, with its capital, stands before the noun; in all others the noun is first."""
_SERIES = re.compile(
    rf"(?<![\w/.-])[{UPPER}][\w]*[a-zA-Z](?:-[A-Z])?-[A-Z]?\d{{1,3}}[A-Z]?(?![\w-])"
)
_QUOTED = rf"[\"“«]\s?([{UPPER}\d][^\"”»\n]{{1,39}}?)\s?[\"”»]"


_HEADS = ("payload", "mission", "programme", "vehicle")
_NOUNS = {"Program", "Programme"}
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
def _patterns(code: str) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Return the patterns of names beside the nouns of each class: the class, the order, the pattern."""
    return tuple(
        (head, method, re.compile(text))
        for head in _HEADS
        for method, text in _texts(code, load(code).alternatives(f"{head}-head")).items()
    )


def _texts(code: str, heads: str) -> dict[str, str]:
    """Return the patterns of names beside `heads`, by the order of noun and name."""
    if code == "en":
        adjectives = r"(?:[a-z][\w-]+ ){0,2}"
        orders = {
            "before-head": rf"(?<![\w-])({COINED})(?:['’]s)? {adjectives}(?:{heads})\b",
            "after-head": rf"\b(?:{heads})s?,? (?:called |named |dubbed |known as )?({COINED}|[a-z]{{1,5}}[A-Z]{{3,}})(?![\w-])",
            "proper": rf"\b(?:(?:nano|micro|mini|cube|small)?sat(?:ellite)?s?|spacecraft|probes?|rover|lander|orbiter) ({_PROPER})(?![\w-])",
        }
    else:
        orders = {
            "after-head": rf"\b(?:{heads})s?,? (?:{LOWER_WORDS} ){{0,2}}?(?:baptisée? |nommée? |dénommée? |appelée? |du nom d(?:e |['’]))?({COINED}|(?<!, ){_PROPER}|(?<=é ){_PROPER})(?![\w-])",
            "qualified": rf"\b(?:{heads})s?(?: (?:(?:à|de|en|des) |d['’])?{LOWER_WORDS}){{0,3}}?(?:,| ?:)? ({COINED})(?![\w-])",
            "of-kind": rf"\b(?:{heads})s? (?:de |d['’]){LOWER_WORDS}(?: {LOWER_WORDS})? ({_PROPER})(?![\w-])",
            "apposition": rf"(?<![\w-])(?:({COINED}), (?:une? |l['’]|le |la )?|({_APPOSED}|[{UPPER}][{LOWER}]{{4,}}), (?:une? |l['’]une? des |première? |deuxième )?)(?:{LOWER_WORDS} ){{0,2}}?(?:{heads})(?![\w-])",
        }
    quoted = rf"\b(?:{heads})s?,? (?:called |named |dubbed |baptisée? )?{_QUOTED}"
    return {**orders, "quoted": quoted}


LOWER_WORDS = rf"(?!(?:de|du|des|la|le|les|une?|et|par|avec|en|au|aux|sur|dans|pour|à|qui|que|est|a|ont|sont)\b)[{LOWER}][\w-]+"


def find(
    text: str,
    names: Sequence[Found],
    language: Language,
    demonyms: Sequence[tuple[Span, str]],
) -> Iterator[Found]:
    """Yield coined names that stand beside "mission", "satellite", "instrument" and the like."""
    taken = [Taken(n.span for n in names), Taken(s for s, _ in demonyms)]
    bodies = language.set("celestial")
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
    yield from _programmes(text, names)
    yield from headed.find(text, names, taken, language)


_SATELLITE = re.compile(
    rf"(?<![\w/.@-])[{UPPER}\d][\w]*?(?:SAT|Sat|sat|Cube)(?:-?[IVX]{{1,3}}|-?\d{{1,2}}[A-Z]?|-[A-Z]{{1,3}})?(?![\w@-])"
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
    for head, method, pattern in _patterns(code):
        places = capitals if method in _NAME_FIRST else every
        for match in at_places(pattern, text, places, windows[head]):
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


_NEXT = re.compile(rf"(?:,? (?:and|et|&) |, )(?:the |le |la |l['’])?({COINED})(?![\w-])")
_PREVIOUS = re.compile(rf"(?<![\w-])({COINED})(?:,? (?:and|et|&) |, )(?:the |le |la |l['’])?$")
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
    bodies = language.set("celestial")
    plural = _plurals(language.code)
    for anchor in anchors:
        begin, end = anchor.span.begin, anchor.span.end
        around = text[max(0, begin - _PLURAL) : end + _PLURAL]
        if anchor.kind not in ("Mission", "Payload") or plural.search(around) is None:
            continue
        for span in (*_onward(text, end), *_back(text, begin)):
            words = text[span.begin : span.end]
            if free(span, taken) and name_like(words, bodies):
                yield Found(span, anchor.kind, words, (), "listed")


_ALIKE = re.compile(
    rf" (?:and|et) (?P<name>[{UPPER}][{LOWER}]{{3,}}[\w-]*)(?=,? \(|, (?:tous deux |toutes deux |both )?"
    r"(?:(?:conçu|construit|développé|réalisé|fabriqué|fourni|lancé|embarqué|financé)e?s|built|designed|developed|made)\b)"
)
"""A name of one word joined to a known one, of which both the same making is told."""


def _made_alike(
    text: str, anchors: Sequence[Found], taken: Sequence[Taken], language: Language
) -> Iterator[Found]:
    """Yield what was made with a mission: "SRMSAT et Jugnu, conçus par des étudiants"."""
    bodies = language.set("celestial")
    for anchor in anchors:
        match = _ALIKE.match(text, anchor.span.end) if anchor.kind in _KINDS_MADE else None
        if match is None:
            continue
        span = Span(*match.span("name"))
        if free(span, taken) and name_like(match["name"], bodies) and not is_given(match["name"]):
            yield Found(span, anchor.kind, match["name"], (), "listed")


_KINDS_MADE = {"Mission", "Payload"}


def _onward(text: str, at: int) -> Iterator[Span]:
    match = _NEXT.match(text, at)
    while match is not None:
        yield Span(*match.span(1))
        match = _NEXT.match(text, match.end())


def _back(text: str, at: int) -> Iterator[Span]:
    match = _PREVIOUS.search(text[max(0, at - _LONGEST) : at])
    while match is not None:
        begin = max(0, at - _LONGEST) + match.start(1)
        yield Span(begin, begin + len(match[1]))
        at = begin
        match = _PREVIOUS.search(text[max(0, at - _LONGEST) : at])


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
    bodies = language.set("celestial")
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


_NUMBER = re.compile(
    r"-(?:[A-Z]?\d{1,3}[A-Z]?|[A-Z])(?![\w-])"
    r"| \d[A-Z]?(?=[,.]| (?:is|was|will|has|had|est|sera|a|suivra|doit)\b)"
)


def _next_of(text: str, names: Sequence[Found], language: Language) -> Iterator[Found]:
    """Yield the numbered ones of known names: THEOS-1, a Kairos-2, the rocket PSLV-C63."""
    for name in names:
        number = _NUMBER.match(text, name.span.end)
        if number is None or name.kind not in _NUMBERED:
            continue
        span = Span(name.span.begin, number.end())
        kind = "Mission" if name.kind == "Programme" else name.kind
        if kind == "Mission" and _tool(language.code).match(text, span.end):
            kind = "Payload"
        yield Found(span, kind, text[span.begin : span.end], (), "numbered")


_FLEET = re.compile(
    r" \d{1,2}[A-Z]?(?![\w%-])(?! (?:%|percent|pour|per|km|kg|kilo|milli|ans|years|mois|months|jours|days|heures|hours"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b)",
    re.IGNORECASE,
)
"""The number of a satellite after its operator's name: "Optus 10", "Intelsat 30"."""


def _of_fleet(text: str, names: Sequence[Found], code: str) -> Iterator[Found]:
    """Yield satellites named after their operator, where the text speaks of flight."""
    for name in names:
        number = _FLEET.match(text, name.span.end) if name.kind == "Organisation" else None
        if number is None or " " in text[name.span.begin : name.span.end]:
            continue
        span = Span(name.span.begin, number.end())
        if any(b <= span.begin and span.end <= e for b, e in near_flight(text, code)):
            yield Found(span, "Mission", text[span.begin : span.end], (), "numbered")


@cache
def _tool(code: str) -> re.Pattern[str]:
    """Return what calls an instrument one, after its name: "Argos 4, the latest instrument"."""
    heads = load(code).alternatives("payload-head")
    return re.compile(rf", (?:an?|the|une?|le|la|l['’]) ?(?:[\w-]+ ){{0,3}}?(?:{heads})\b", re.I)


_PROGRAMME = re.compile(
    rf"(?<![\w-])(?:[Tt]he )?(?P<name>(?:[{UPPER}][\w-]+ ){{1,3}}Program(?:me)?)(?!\w)"
)
_FLYING = {"Mission", "Payload", "Programme"}
_NUMBERED = {*_FLYING, "LaunchVehicle"}


def _programmes(text: str, names: Sequence[Found]) -> Iterator[Found]:
    """Yield "Apprenticeship Program"; after a known programme's name, it is that programme."""
    if "Program" not in text:
        return
    by_begin = {n.span.begin: n for n in names}
    for match in _PROGRAMME.finditer(text):
        span = Span(*match.span("name"))
        first = by_begin.get(span.begin)
        if first is None or not first.keys:
            if not any(n.span.begin <= span.begin and span.end <= n.span.end for n in names):
                yield Found(span, "Programme", match["name"], (), "programme-name")
        elif first.kind in _FLYING and text[first.span.end : span.end].strip() in _NOUNS:
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
