"""Names that end in their noun, stand before one, or are listed as what flew, in English.

"Arctic Observation Mission", "four Vargöga microsatellites", "launched four satellites: A and B".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.languages import Language
from kg.mentions.capitals import LOWER, UPPER
from kg.mentions.coined import COINED, free, name_like
from kg.mentions.given import is_given
from kg.mentions.taken import Taken
from kg.model import Found, Span

_HEADED = {
    "Mission": "Mission|Satellite|Telescope|Orbiter|Explorer|Lander|Rover|Probe|Constellation|Pathfinder",
    "Payload": "Imager|Spectrometer|Spectrograph|Camera|Radiometer|Altimeter|Magnetometer|Seismometer"
    "|Sounder|Lidar|Experiment|Coronagraph|Interferometer|Polarimeter|Scatterometer|Photometer"
    "|Spectropolarimeter|Mapper|Analy[sz]er|Sensor|Detector|Accelerometer|Retroreflector|Dosimeter|Profiler",
}
_TITLED = {
    kind: re.compile(
        rf"(?<![\w-])((?:[{UPPER}][\w/&-]+ ){{1,5}}(?:{heads})(?: \d{{1,2}}|-\d{{1,2}})?)(?![\w-])"
    )
    for kind, heads in _HEADED.items()
}
_NOUN_FIRST = re.compile(
    rf"(?<![\w-])((?:[{UPPER}][\w-]+ )?(?:{_HEADED['Payload']}|Instrument) for (?:the )?[{UPPER}][\w-]+"
    rf"(?:(?: (?:of|and|the|in|for|on))* [{UPPER}][\w-]+){{0,6}}) \(([{UPPER}]{{2,}}[\w-]*)\)"
)
"""A name whose noun stands first, with its acronym: "Radiometer for the Study of Dust (RASTUD)"."""
_SHORT = re.compile(rf" \(([{UPPER}][\w-]*[{UPPER}\d][\w-]*)\)")
_GENERIC = frozenset(
    {
        *("the", "a", "an", "this", "our", "its", "their", "each", "every", "no", "any"),
        *("space", "earth", "observation", "small", "lunar", "mars", "new", "next", "generation"),
        *("satellite", "weather", "commercial", "human", "first", "second", "third", "science"),
        *("solar", "remote", "sensing", "radio", "communications", "communication", "imaging"),
        *("telecommunications", "national", "joint", "research", "deep", "robotic", "large"),
        *("optical", "radar", "sample", "return", "infrared", "ground", "based", "flagship"),
    }
)
_SATELLITES = (
    *("satellites", "satellite", "microsatellites", "microsatellite", "nanosatellites"),
    *(
        "nanosatellite",
        "cubesats",
        "cubesat",
        "CubeSats",
        "CubeSat",
        "lander",
        "rover",
        "orbiter",
        "probe",
    ),
)
_BEFORE_SATELLITE = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Aa]n?|'s|’s) "
    rf"([{UPPER}][{LOWER}]{{3,}}(?:-\d+)?) (?:(?:[a-z]+-)?[a-z]+ ){{0,2}}(?:{'|'.join(_SATELLITES)})\b"
)


def find(
    text: str, names: Sequence[Found], taken: Sequence[Taken], language: Language
) -> Iterator[Found]:
    """Yield the missions and instruments that their own nouns betray."""
    yield from _titled(text, names, taken, language)
    for match in _NOUN_FIRST.finditer(text):
        for span in (Span(*match.span(1)), Span(*match.span(2))):
            if free(span, taken):
                yield Found(span, "Payload", match[1], (), "noun-first")
    yield from _before_satellites(text, taken, language)
    yield from _aboard(text, taken, language)
    yield from _flown(text, taken, language)
    yield from _described(text, taken, language)


_DESCRIBED = re.compile(
    rf"(?<![.!?] )(?<!\n)(?<![\w’'-])([{UPPER}][\w-]*[{LOWER}\d](?: (?:[IVX]{{1,4}}|\d{{1,3}}))?), an? (?:[a-z][\w-]+ ){{0,3}}?"
    r"(?:satellite|nanosatellite|microsatellite|cubesat|CubeSat|rover|lander|orbiter|probe|spacecraft|space telescope)"
    r"(?= (?:of|for|from|to|that|which|built|developed|designed|with|by|carrying|weighing)\b|[,.;])"
)


def _described(text: str, taken: Sequence[Taken], language: Language) -> Iterator[Found]:
    """Yield a proper name that the next words describe: "Kanyini II, a small satellite for ..."."""
    stop = language.set("celestial") | language.set("function") | _GENERIC
    for match in _DESCRIBED.finditer(text):
        span = Span(*match.span(1))
        known = match[1].casefold() in stop or is_given(match[1].split()[0])
        if free(span, taken) and not known:
            yield Found(span, "Mission", match[1], (), "described")


def _titled(
    text: str, names: Sequence[Found], taken: Sequence[Taken], language: Language
) -> Iterator[Found]:
    """Yield names that end in their noun: "Arctic Observation Mission", "Auroral Boundary Imager"."""
    by_begin = {n.span.begin: n for n in names}
    for kind, pattern in _TITLED.items():
        for match in pattern.finditer(text):
            begin, end = match.span(1)
            words = match[1].split()
            numbered = words[-1][-1].isdigit()
            while (
                words
                and not numbered
                and (
                    begin in by_begin or words[0].casefold() in _GENERIC | language.set("function")
                )
            ):
                known = by_begin.get(begin)
                if known is not None and known.span.end >= end:
                    words = []
                    break
                words.pop(0)
                begin = end - len(" ".join(words))
            own = [w for w in words[:-1] if w.casefold() not in _GENERIC]
            span = Span(begin, end)
            if own and free(span, taken) and not _headline(text, begin):
                yield Found(span, kind, text[begin:end], (), "titled")
                short = _SHORT.match(text, end)
                if short is not None and free(Span(*short.span(1)), taken):
                    yield Found(Span(*short.span(1)), kind, text[begin:end], (), "acronym")


_FLYING_LIST = re.compile(
    r"\b(?:launch\w*|lift(?:s|ed)? ?-?off|orbit(?:ed|s)?|carr(?:y|ied|ies|ying)|aboard|on board|deployed)\b"
)
_PASSENGERS = re.compile(
    r"\b(?:satellites|payloads|passengers|spacecraft|(?:nano|micro|pico)satellites|[Cc]ube[Ss]ats)\b"
)
_LISTED_NAME = re.compile(
    rf"(?:: |, |; |\band |\bnamely |\bincluding |\bamong them |\bsatellites |\b[Cc]ube[Ss]ats )({COINED})(?![\w’'-])"
)
_INSTRUMENTS = re.compile(
    r"\b(?:instruments|experiments|payloads|sensors|cameras|spectrometers|telescopes)\b[^.;:\n]{0,60}: "
)
_TITLE = 12
"""As many words as a title has; a longer line that ends in a full stop is a sentence."""
_SENTENCE = re.compile(r"[^.\n]+(?:\.(?=\w)[^.\n]+)*")


def _flown(text: str, taken: Sequence[Taken], language: Language) -> Iterator[Found]:
    """Yield coined names in a list of what flew: "launched four satellites: A for X, B and C"."""
    bodies = language.set("celestial")
    for sentence in _SENTENCE.finditer(text):
        if not (_FLYING_LIST.search(sentence[0]) and _PASSENGERS.search(sentence[0])):
            continue
        for match in _LISTED_NAME.finditer(text, *sentence.span()):
            span = Span(*match.span(1))
            long = len(match[1]) > len("ABC")
            if long and free(span, taken) and name_like(match[1], bodies):
                yield Found(span, "Mission", match[1], (), "listed")


def _aboard(text: str, taken: Sequence[Taken], language: Language) -> Iterator[Found]:
    """Yield coined names in a list of instruments: "three instruments are on board: A, from X, and B"."""
    bodies = language.set("celestial")
    for announced in _INSTRUMENTS.finditer(text):
        end = text.find("\n", announced.end())
        rest = text[: end if end >= 0 else len(text)]
        for match in _LISTED_NAME.finditer(rest, announced.end() - len(": ")):
            if ". " in rest[announced.end() : match.start()]:
                break
            span = Span(*match.span(1))
            if free(span, taken) and name_like(match[1], bodies):
                yield Found(span, "Payload", match[1], (), "listed")


def _headline(text: str, at: int) -> bool:
    """Tell whether a line has most of its words in capitals, as titles do, and no full stop."""
    line = text[text.rfind("\n", 0, at) + 1 : (text.find("\n", at) + 1 or len(text) + 1) - 1]
    if line.rstrip().endswith(".") and len(line.split()) > _TITLE:
        return False
    words = [w for w in line.split() if len(w) > len("and")]
    return sum(w[:1].isupper() for w in words) > len(words) // 2 + 1


def _before_satellites(text: str, taken: Sequence[Taken], language: Language) -> Iterator[Found]:
    """Yield a proper name before "satellites" or "lander": "four Vargöga microsatellites"."""
    stop = language.set("celestial") | language.set("function") | _GENERIC
    for match in _BEFORE_SATELLITE.finditer(text):
        span = Span(*match.span(1))
        if (
            free(span, taken)
            and match[1].casefold() not in stop
            and not _headline(text, span.begin)
        ):
            yield Found(span, "Mission", match[1], (), "before-head")
