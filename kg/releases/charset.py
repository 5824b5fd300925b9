"""Decodes bytes whose character set nobody vouches for.

UTF-8 is tried strictly: text in another set almost never passes. Else it is most likely one of
the sets that French and English were written in for thirty years, and for those a general detector
is too easily wrong (it read half of our French test texts in cp1252 and Mac Roman as Central
European). So the one is taken whose reading has the fewest characters that a release in these
languages does not hold; where that is still too many, the general detector is asked.
"""

from __future__ import annotations

import codecs
import re

from kg.errors import UnreadableError

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WESTERN = ("cp1252", "iso8859-15", "mac_roman", "cp850")

# Characters beyond ASCII that a release in a Western language does hold: French letters, those
# frequent in names from elsewhere, typographic signs. Not those that Central European letters turn
# into when seen as cp1252 (ì, ð, þ). A capital, a fraction or a sign inside a word gives a wrong
# set away: "activitÇs" is cp850 seen as Mac Roman, "c½ur" is ISO 8859-15 seen as cp1252.
_PLAUSIBLE = re.compile(
    r"[àâäæçéèêëîïôœöùûüÿñáíóúßå«»‘’–—·º²³µ×±®™©§\xa0\xad]"
    r"|(?<![a-z])[ÀÂÄÆÇÉÈÊËÎÏÔŒÖÙÛÜŸÑÁÍÓÚÅ¡¿£]|(?<![A-Za-zà-ÿ])[½¼¾](?![a-zà-ÿ])"
    r"|[…•°€“”](?![a-z])|(?<![a-z])[…•°€“”]|(?<=[a-z])ø(?=[a-z])|ã(?=o)|õ(?=e)"
)
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_MAX_IMPLAUSIBLE = 0.1
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MAX_CONTROLS = 0.01

_REMEDY = "Save it as UTF-8 text, or give it the suffix of its kind (.pdf, .docx, .html)."


def decode(data: bytes, origin: str, declared: str | None = None) -> tuple[str, str]:
    """Return the text in `data` and the name of its character set; `declared` is a hint."""
    text, charset = _marked(data, origin) or _utf8(data) or _guessed(data, origin, declared)
    if "\0" in text or len(_CONTROLS.findall(text)) > _MAX_CONTROLS * len(text):
        raise UnreadableError(f"{origin}: this is binary data, not text", _REMEDY)
    return text, charset


def _marked(data: bytes, origin: str) -> tuple[str, str] | None:
    for mark, charset in BOMS:
        if data.startswith(mark):
            try:
                return data.decode(charset), charset.removesuffix("-sig")
            except UnicodeDecodeError as error:
                raise UnreadableError(
                    f"{origin}: begins as {charset} but breaks off at byte {error.start}", _REMEDY
                ) from error
    return None


def _utf8(data: bytes) -> tuple[str, str] | None:
    return _strictly(data, "utf-8")


def _strictly(data: bytes, charset: str) -> tuple[str, str] | None:
    try:
        return data.decode(charset), charset
    except (UnicodeDecodeError, LookupError):
        return None


def _guessed(data: bytes, origin: str, declared: str | None) -> tuple[str, str]:
    if b"\0" in data:
        raise UnreadableError(f"{origin}: this is binary data, not text", _REMEDY)
    found = _declared(data, declared) or _western(data) or _detected(data)
    if found is None:
        raise UnreadableError(f"{origin}: its character set cannot be told", _REMEDY)
    return found


def _declared(data: bytes, declared: str | None) -> tuple[str, str] | None:
    """Decode as declared; Latin-1 and ASCII stand for cp1252 on the Web (WHATWG Encoding)."""
    if not declared:
        return None
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return None
    if not codecs.lookup(name)._is_text_encoding:
        return None
    return _strictly(data, "cp1252" if name in {"iso8859-1", "ascii"} else name)


def _western(data: bytes) -> tuple[str, str] | None:
    """Return the Western reading that is most plausible, if it is plausible at all."""
    readings = [found for charset in WESTERN if (found := _strictly(data, charset))]
    share, best = min(
        ((_implausible(found[0]), found) for found in readings), key=lambda judged: judged[0]
    )
    return best if share <= _MAX_IMPLAUSIBLE else None


def _implausible(text: str) -> float:
    """Return the share of odd ones among the characters beyond ASCII."""
    beyond = len(_BEYOND_ASCII.findall(text))
    return 1 - len(_PLAUSIBLE.findall(text)) / beyond if beyond else 0.0


def _detected(data: bytes) -> tuple[str, str] | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    # UTF-16 without a mark is noise to which the detector lends a meaning.
    known = best is not None and not best.encoding.startswith(("utf_16", "utf_32"))
    return (str(best), best.encoding) if best and known else None
