"""A sentence with its names replaced by marks, on which patterns read like sentences.

"CNES President Jean-Yves Le Gall met ..." becomes "‹A0› ‹T0› ‹P0› met ...": a cascade of patterns
over such strings is the method of FASTUS (Hobbs et al. 1997, "FASTUS: A cascaded finite-state
transducer for extracting information from natural-language text").

Marks: A agency, O organisation, P person, M mission, Y payload, G programme, V launch vehicle,
S site, C country, I city or other place, N demonym, T title of a post, D date.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from kg.model import Span

CODES = {
    "Agency": "A",
    "Organisation": "O",
    "Person": "P",
    "Mission": "M",
    "Payload": "Y",
    "Programme": "G",
    "LaunchVehicle": "V",
    "Site": "S",
    "Country": "C",
    "City": "I",
    "Place": "I",
    "Demonym": "N",
    "Title": "T",
    "Date": "D",
}
SLOTS = {
    "agency": "A",
    "org": "AO",
    "firm": "O",
    "body": "AOS",
    "person": "P",
    "mission": "M",
    "payload": "Y",
    "programme": "G",
    "endeavour": "MYG",
    "object": "MY",
    "frame": "MYG",
    "venture": "MG",
    "operated": "MYGSV",
    "vehicle": "V",
    "site": "S",
    "country": "C",
    "place": "CIS",
    "demonym": "N",
    "title": "T",
    "date": "D",
    "actor": "AOC",
}
_ENDEAVOURS = frozenset("MYG")
_PLAIN = (("\n", " "), ("\u00a0", " "), ("\u202f", " "), ("’", "'"), ("‹", "<"), ("›", ">"))
"""What the patterns need not know of; angle quotes of the text itself are no marks."""
_MARK = re.compile(r"‹([A-Z])(\d+)›")
_SLOT = re.compile(r"\{([a-z]+)(\+?)(?::([a-z]\w*))?\}")
_AND = (
    r"(?:,? (?:and|et|&|as well as|ainsi que|or|ou) |, ?|SLASH ?[-–—] ?)"
    r"(?:(?:both|of|by|to|with|du|de|par|avec|à|au|aux) ){0,1}(?:the |de la |la |le |l'|d'|de l')?"
    r"(?:(?:‹N\d+›|‹C\d+›'s) (?:\w+ )?(?:space )?(?:agency|organisation|organization|institute|ministry) "
    r"|‹C\d+›'s (?=‹)|agence spatiale ‹N\d+›,? "
    r"|(?:satellite|sonde|mission|cubesat|nanosatellite|microsatellite|atterrisseur|orbiteur|télescope) (?=‹M)"
    r"|(?:its|their|son|sa|leur) (?:[\w-]+ )?(?:partner|partenaire),? (?:[\w-]+ )?(?=‹[AO])"
    r"|(?:\w*radiomètre|\w*spectromètre|caméra|altimètre|sismomètre|sondeur|imageur|lidar|magnétomètre|détecteur"
    r"|récepteur|instrument|expérience|radar|télescope|microscope|accéléromètre|photomètre|capteur|diffusiomètre"
    r"|sounder|radiometer|camera|spectrometer|altimeter|imager|receiver)(?: [\w'-]+){0,2} (?=‹Y)"
    r"|(?:jeune |petite )?(?:société|firme|entreprise|start-up|équipementier|industriel|groupe|laboratoire|opérateur|PME|constructeur) (?:(?!d[eu]s? )[\w-]+ |‹N\d+› ){0,2})?"
)
_SEAT = r"(?:,? (?:in|of|for|de|du|d'|à|au|en|pour) ?(?:the |la |le |l')?‹[CI]\d+›(?:, ‹[CI]\d+›)?| \(‹[CI]\d+›\))?"
"""Where a body of a list sits, or whom it is for: "DLR for Germany and UKSA for the United Kingdom"."""
_SORT = (
    r"(?: (?:\w*(?:meters?|graphs?|scopes?|imagers?|sounders?)|cameras?|instruments?|radars?|lidars?|detectors?"
    r"|experiments?|sensors?|suites?|packages?|receivers?|antennas?))?"
)
"""What an instrument of a list is, as English says after its name: "the X radiometer and the Y camera"."""
_CRAFT = (
    r"(?: (?:(?:\w*satellite|cubesat|probe|mission|orbiter|lander|rover|telescope)s?|spacecraft))?"
)
"""What a mission of a list is, as English says after its name: "the X satellite and the Y probe"."""
_ITS = r"(?:‹[AO]\d+›'s |an? |its |their |son |sa |ses |une? )?"
"""Whose a further one is: "CFOSAT and NASA's SWOT", "its X camera and its Y radiometer"."""
_BETWEEN = {
    SLOTS["org"]: _SEAT,
    SLOTS["payload"]: _SORT,
    **dict.fromkeys((SLOTS[name] for name in ("mission", "object", "endeavour")), _CRAFT),
}


class Mark(NamedTuple):
    """A stretch of text to be replaced: its class code and its number within that class."""

    span: Span
    code: str
    number: int


def free(words: Span, marks: Sequence[Mark]) -> bool:
    """Tell whether no mark stands where words do."""
    return all(m.span.end <= words.begin or words.end <= m.span.begin for m in marks)


@dataclass(frozen=True, slots=True)
class Encoded:
    """An encoded stretch of text that still knows where each character came from."""

    text: str
    places: tuple[int, ...]
    origins: tuple[int, ...]

    def origin(self, at: int) -> int:
        """Return the offset in the release's text of the encoded character `at`."""
        which = bisect_right(self.places, at) - 1
        return self.origins[which] + (at - self.places[which])


def encode(text: str, span: Span, marks: Iterable[Mark]) -> Encoded:
    """Encode `text[span]`; `marks` are sorted, lie within the span and do not overlap."""
    parts: list[str] = []
    places, origins = [0], [span.begin]
    at, length, begin = span.begin, 0, span.begin
    whole = _plain(text[begin : span.end])
    for mark in marks:
        plain = whole[at - begin : mark.span.begin - begin]
        token = f"‹{mark.code}{mark.number}›"
        parts += (plain, token)
        places += (length + len(plain), length + len(plain) + len(token))
        origins += (mark.span.begin, mark.span.end)
        length += len(plain) + len(token)
        at = mark.span.end
    return Encoded("".join((*parts, whole[at - begin :])), tuple(places), tuple(origins))


def _plain(text: str) -> str:
    for sign, stands_for in _PLAIN:
        text = text.replace(sign, stands_for)
    return text


@cache
def compile_pattern(pattern: str) -> re.Pattern[str]:
    """Compile a pattern with slots, in any case."""
    return re.compile(filled(pattern), re.IGNORECASE)


def filled(pattern: str) -> str:
    """Fill the slots of a pattern: `{org:a}` is one organisation, `{org+:a}` a list of them."""

    def slot(match: re.Match[str]) -> str:
        one = f"‹[{SLOTS[match[1]]}]\\d+›"
        # "A/B" are two bodies, but two names of one endeavour, or it and what it carries.
        flies = set(SLOTS[match[1]]) <= _ENDEAVOURS
        join = _AND.replace("SLASH", "" if flies else "/|") + (_ITS if flies else "")
        seat = _BETWEEN.get(SLOTS[match[1]], "")
        body = f"{one}(?:{seat}{join}{one})*" if match[2] else one
        return f"(?P<{match[3]}>{body})" if match[3] else f"(?:{body})"

    return _SLOT.sub(slot, pattern)


def slots(pattern: str) -> dict[str, str]:
    """Return the codes that each named slot of a pattern takes: `{org:a}` gives {"a": "AO"}."""
    return {m[3]: SLOTS[m[1]] for m in _SLOT.finditer(pattern) if m[3]}


@lru_cache(maxsize=4096)
def marks(encoded: str | None) -> tuple[tuple[str, int], ...]:
    """Return the (code, number) of each mark in a stretch of encoded text."""
    return tuple((m[1], int(m[2])) for m in _MARK.finditer(encoded or ""))
