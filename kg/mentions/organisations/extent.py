"""Where a name of a body begins and ends, of the words that have its shape."""

from __future__ import annotations

import re

from kg.mentions.organisations.nouns import strong
from kg.mentions.organisations.reading import OWNERS, Reading
from kg.model import Span
from kg.patterns import expression

_NAMED_KINDS = frozenset(
    {"Agency", "Person", "Mission", "Payload", "Programme", "Organisation", "LaunchVehicle"}
)
_PARENTS = OWNERS | {"Site"}
_POSSESSIVE = len("'s")
_AFTER_NAME = re.compile(r", [A-Z]")


def trimmed(reading: Reading, span: Span) -> Span | None:
    """Leave out a leading article, an owner, and what follows "and" where another name begins."""
    text, code = reading.text, reading.language.code
    lead = expression(code, "mention-body-lead").match(text, span.begin, span.end)
    begin = _after_known(reading, lead.end() if lead else span.begin, span.end)
    end = _before_head(reading, begin, _before_known(reading, begin, span.end))
    end = _before_receiver(reading, begin, end)
    post = expression(code, "mention-body-post").search(text, begin + 1, end)
    begin, end = _without_owner(reading, begin, post.start() if post else end)
    words = expression(code, "mention-body-loose-end").sub("", _without_parent(reading, begin, end))
    words = _without_seat(
        reading, begin, expression(code, "mention-body-honorific-end").sub("", words)
    )
    possessive = expression(code, "mention-body-possessive").match(words, len(words) - _POSSESSIVE)
    end = begin + (possessive.start() if possessive else len(words))
    return Span(begin, end) if end > begin else None


def with_campus(reading: Reading, span: Span) -> Span:
    """Return the name of a university with its campus: "University of North Carolina at Chapel Hill"."""
    code = reading.language.code
    campus = expression(code, "mention-body-campus").match(reading.text, span.end)
    if campus is None or not expression(code, "mention-body-with-campus").match(
        reading.text, span.begin
    ):
        return span
    return Span(span.begin, campus.end())


def _after_known(reading: Reading, begin: int, end: int) -> int:
    """Begin a name after a known body that it is only listed with: "Airbus and | X University"."""
    for name in reading.names:
        if name.span.begin == begin and name.span.end < end and name.kind in OWNERS:
            joints = expression(reading.language.code, "mention-body-joint")
            joint = joints.match(reading.text, name.span.end)
            if joint is not None:
                return joint.end()
    return begin


def _before_known(reading: Reading, begin: int, end: int) -> int:
    """End a name before another that is only listed with it."""
    joints = expression(reading.language.code, "mention-body-joint-end")
    for name in reading.names:
        if begin < name.span.begin < end and name.kind in _NAMED_KINDS:
            joint = joints.search(reading.text, begin, name.span.begin)
            if joint is not None:
                return joint.start()
    return end


def _before_head(reading: Reading, begin: int, end: int) -> int:
    """End a name before "and the Ministry of": two bodies are two names."""
    text, code = reading.text, reading.language.code
    person = expression(code, "mention-body-next-person").search(text, begin, end)
    if person is not None and _AFTER_NAME.match(text, end):
        # "of CNSA's Department of Engineering, | and Pei Zhaoyu, Deputy Director of ...".
        return person.start()
    one, article = expression(code, "mention-body-one"), expression(code, "mention-body-article")
    nouns = strong(code)
    fields = expression(code, "mention-body-fields")
    for joint in expression(code, "mention-body-joint").finditer(text, begin, end):
        if fields.match(text, begin) and fields.fullmatch(text, joint.end(), end):
            # "Ministry of Post and Information and Communication Technologies": one, of many fields.
            continue
        if one.search(text, begin, joint.start()) or article.match(text, joint.end()):
            return joint.start()
        if nouns.search(text, begin, joint.start()) and nouns.search(text, joint.end(), end):
            return joint.start()
    return end


def _before_receiver(reading: Reading, begin: int, end: int) -> int:
    """End a name before "à" where its head noun has none: "le Centre spatial | à bord", "Délégation à la mer"."""
    text, code = reading.text, reading.language.code
    to = expression(code, "mention-body-to").search(text, begin, end)
    if to is None or expression(code, "mention-body-with-to").match(text, begin):
        return end
    return to.start()


def _without_owner(reading: Reading, begin: int, end: int) -> tuple[int, int]:
    """Leave out whose a body is, or what is a body's: "Utopia's | Ministry", "Ministry | 's people"."""
    code = reading.language.code
    owners = list(expression(code, "mention-body-owner").finditer(reading.text, begin, end))
    if not owners:
        return begin, end
    if strong(code).search(reading.text, begin, owners[0].start()):
        return begin, owners[0].start()
    return owners[-1].end(), end


def _without_parent(reading: Reading, begin: int, end: int) -> str:
    """Leave out the body that a part is of: "Space Physics Laboratory | of VSSC"."""
    code = reading.language.code
    for name in reading.names:
        if begin < name.span.begin and name.span.end == end and name.kind in _PARENTS:
            link = expression(code, "mention-body-of-parent").search(
                reading.text, begin, name.span.begin
            )
            own = reading.text[begin : link.start()] if link else ""
            if " " in own and strong(code).search(own):
                return own
    return reading.text[begin:end]


def _without_seat(reading: Reading, begin: int, words: str) -> str:
    """Leave out the town of a firm: "Ball Aerospace | of Boulder", but "University of Bern"."""
    code = reading.language.code
    seat = expression(code, "mention-body-seat").search(words)
    if seat is None or not expression(code, "mention-body-firm").search(words[: seat.start()]):
        return words
    town = begin + seat.start("town")
    towns = {n.span.begin for n in reading.names if n.kind == "City"}
    # No body is the aerospace or the industries of a town: what follows "of" is where it sits.
    trade = expression(code, "mention-body-trade").search(words[: seat.start()])
    return words[: seat.start()] if town in towns or trade is not None else words
