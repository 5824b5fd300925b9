"""Signings of agreements: who signed, who is bound, who looked on, about what, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.dates import DatePhrase
from kg.encoding import marks
from kg.facts.apart import parted, with_each
from kg.facts.drafts import Draft, Stage, place_of, status_by_day
from kg.facts.kinship import first_pair
from kg.facts.meetings import real, when
from kg.facts.presence import in_presence
from kg.facts.status import denied
from kg.facts.tellings import Telling, countries, said_by_somebody
from kg.facts.timing import clause_dates, told, year_of_gathering
from kg.facts.wording import held, shapes
from kg.model import Day
from kg.patterns import expression, word_list

_BODIES = "AO"
_PAIR = 2
_INTENT = 60
_DENIED = 30


def read(stage: Stage, telling: Telling) -> Iterator[Draft]:
    """Yield the signings that a telling tells; it may go on "followed in October 1999 by a second"."""
    match = _followed(stage, telling)
    if match is None or not match.start():
        yield from _signed(stage, telling)
        return
    first = list(_signed(stage, replace(telling, clause=telling.clause.cut(0, match.start()))))
    yield from first
    yield from (_next(stage, telling, match, draft) for draft in first[-1:])


def following(stage: Stage, telling: Telling, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the signing that a sentence tells as the next of those before: "A second text had followed"."""
    match = _followed(stage, telling)
    before = [d for d in drafts if d.kind == "AgreementSigning"]
    if match is not None and not match.start() and before:
        yield _next(stage, telling, match, before[-1])


def _followed(stage: Stage, telling: Telling) -> re.Match[str] | None:
    return shapes(stage.scene.language.code, "event")["followed"].search(telling.text)


def _next(stage: Stage, telling: Telling, match: re.Match[str], draft: Draft) -> Draft:
    """Return the signing that followed another between the same: that of the day that `match` tells."""
    issued = stage.scene.linked.document.issued
    day = stage.scene.dates[marks(held(match, "d"))[0][1]].day
    return replace(
        draft,
        day=day,
        status=status_by_day(day, issued, "completed"),
        evidence=(telling.clause.span,),
        order=telling.clause.order,
        people=(),
        bodies=draft.bodies or stage.bodies_of(draft.people),
        witnesses=(),
        places=place_of(stage.scene, telling.clause.cut(match.start(), len(telling.text))),
        concerns=(),
        subjects=(),
        also=True,
    )


def _signed(stage: Stage, telling: Telling) -> Iterator[Draft]:
    code = stage.scene.language.code
    match = _signing(code, telling)
    many = shapes(code, "event").get("many")
    if match is None or said_by_somebody(telling):
        return
    if many is not None and many.search(telling.text) is not None:
        # "It has signed more than 25 agreements, with A and B among others": none of these is told.
        return
    said = _told(stage, telling, match)
    telling, other = parted(stage, telling, match)
    phrase, status = when(stage, telling, match, said, lately=False)
    if not real(phrase, status) or (said == "planned" and _past(stage, phrase)):
        return
    draft = _draft(stage, telling, status)
    day = _day(telling, phrase, year_of_gathering(telling.text, code))
    yield from _each(stage, telling, replace(draft, day=day))
    if other is not None:
        own = [d.day for _, d in clause_dates(stage.scene, other.clause)]
        yield replace(_draft(stage, other, status), day=next(iter(own), day), also=True)


def _day(telling: Telling, phrase: DatePhrase | None, gathering: Day | None) -> Day | None:
    """Return the day of a signing: no sentence before dates what was signed at a gathering of another year."""
    if phrase is None:
        return gathering
    own = telling.clause.span.begin <= phrase.span.begin < telling.clause.span.end
    other = gathering is not None and gathering.value.year != phrase.day.value.year
    return gathering if other and not own else phrase.day


def _past(stage: Stage, phrase: DatePhrase | None) -> bool:
    """Tell whether a date is not after the release: then it is not that of an intended signing."""
    issued = stage.scene.linked.document.issued
    return phrase is not None and issued is not None and phrase.day.value <= issued


def _signing(code: str, telling: Telling) -> re.Match[str] | None:
    """Return the words that say that an agreement is signed."""
    patterns = shapes(code, "event")
    match = patterns["sign"].search(patterns["mention"].sub(_blank, telling.text))
    if match is None or denied(code, telling.text[max(0, match.start() - _DENIED) : match.start()]):
        return None
    if expression(code, "signings-off", any_case=True).match(telling.text, match.end()) is not None:
        return None
    said = word_list(code, "agreement").search(telling.text) or patterns["sign-for"].search(
        telling.text
    )
    said = said or (patterns["sign-it"].search(telling.text) if "sign-it" in patterns else None)
    signers = match[0].casefold().startswith(("signator", "signataire", "pen to paper"))
    signers = signers or (match[0].casefold() == "signatures" and "exchang" in telling.text)
    signers = signers or match[0].casefold().startswith(("exchang", "échang"))
    return match if said or signers or telling.heading else None


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _told(stage: Stage, telling: Telling, match: re.Match[str]) -> str:
    """Return how real the words say that a signing is; a mere intention is discussed."""
    code, text = stage.scene.language.code, telling.text
    patterns = shapes(code, "event")
    before = text[max(0, match.start() - _INTENT) : match.start()]
    occasion = patterns["occasion"].search(before) or (
        # "The visit was an opportunity to take stock of ... | and to sign ..."
        patterns["onwards"].match(text)
        and patterns["occasion"].search(stage.scene.clauses[telling.clause.order].text)
    )
    if patterns["intent"].search(before) and not occasion:
        ahead = word_list(code, "planned").search(before) or _ahead(code, text[: match.start()])
        return "planned" if ahead else "discussed"
    return told(stage.scene, text, match.span())


def _ahead(code: str, before: str) -> bool:
    """Tell whether a sentence is in the future, so that what it is to sign is planned: "se rendra pour signer"."""
    ahead = shapes(code, "event").get("ahead")
    return ahead is not None and ahead.search(before) is not None


def _draft(stage: Stage, telling: Telling, status: str) -> Draft:
    scene = stage.scene
    code = scene.language.code
    patterns, several = shapes(code, "event"), expression(code, "signings-plural")
    witnesses = _witnesses(stage, telling)
    signers = tuple(p for p in telling.people if p not in witnesses)
    found = word_list(scene.language.code, "agreement").search(telling.text)
    noun = found[0].lower() if found else None
    return Draft(
        kind="AgreementSigning",
        day=None,
        status=status,
        evidence=(telling.clause.span,),
        order=telling.clause.order,
        rule="signing",
        people=telling.people,
        bodies=_parties(stage, telling, signers),
        witnesses=witnesses,
        places=place_of(scene, telling.clause),
        concerns=scene.keys(telling.text, "MYG"),
        agreement=noun,
        subjects=_about(stage, telling.text)[:1],
        also=patterns["also"].search(telling.text) is not None,
        count=_count(stage, telling.text),
        plural=noun is not None and several.search(noun) is not None,
    )


def _count(stage: Stage, text: str) -> int:
    """Return how many agreements are said to be signed; 1 where no number is given."""
    match = shapes(stage.scene.language.code, "event")["count"].search(text)
    if match is None:
        return 1
    return 1 + next(i for i, v in enumerate(match.groups(), 1) if v)


def _each(stage: Stage, telling: Telling, draft: Draft) -> Iterator[Draft]:
    """Yield a draft for each of several agreements: "one on A and one on B"."""
    every = shapes(stage.scene.language.code, "event")["each"].finditer(telling.text)
    subjects = [stage.scene.keys(m[0], "MYG")[0] for m in every]
    if len(subjects) < _PAIR:
        yield from _nouns(stage, telling, draft)
        return
    for subject in subjects:
        yield replace(draft, subjects=(subject,), concerns=(subject,), plural=False, count=1)


def _nouns(stage: Stage, telling: Telling, draft: Draft) -> Iterator[Draft]:
    """Yield a draft for each of two texts that were signed: "a joint statement and a letter of intent"."""
    both = shapes(stage.scene.language.code, "event")["both-texts"].search(telling.text)
    nouns = word_list(stage.scene.language.code, "agreement")
    found = [nouns.search(both[name]) for name in ("one", "other")] if both else []
    told = [noun[0].lower() for noun in found if noun is not None]
    if len(set(told)) < _PAIR:
        yield from with_each(stage, telling, draft)
        return
    for noun in told:
        yield replace(draft, agreement=noun, plural=False, count=1, also=noun != told[0])


def _about(stage: Stage, text: str) -> tuple[str, ...]:
    match = shapes(stage.scene.language.code, "event")["about"].search(text)
    return stage.scene.keys(match["m"], "MYG") if match else ()


def _parties(stage: Stage, telling: Telling, signers: tuple[str, ...]) -> tuple[str, ...]:
    """Return who is bound: a country signed for; the signers' bodies; bodies or countries named."""
    scene = stage.scene
    patterns = shapes(scene.language.code, "event")
    signed_for = patterns["sign-for"].search(telling.text)
    if signed_for is not None:
        named = scene.keys(signed_for[0], "C")
        if named:
            # "X signed for France, and Y for India."
            lands = expression(scene.language.code, "signings-for-land", any_case=True)
            more = (k for m in lands.finditer(telling.text) for k in scene.keys(m[0], "C"))
            return tuple(dict.fromkeys((*named, *more)))
    by_lands = patterns["by-countries"].search(telling.text) if "by-countries" in patterns else None
    if by_lands is not None:
        return scene.keys(by_lands[0], "C")
    nations = expression(scene.language.code, "signings-nations", any_case=True)
    if not signers and nations.search(telling.text) is not None:
        return _two_lands(stage, telling)
    parties = stage.bodies_of(signers)
    between = patterns["between"].search(telling.text)
    if between is not None:
        counterparts = expression(scene.language.code, "signings-counterparts")
        named = scene.keys(counterparts.sub(" ", between["a"]), "AOC")
        if len(scene.keys(telling.text[between.end() :], _BODIES)) >= _PAIR:
            # Whose cooperation it is, and not who signs: "between France and Portugal: A and B sign".
            named = tuple(k for k in named if not k.startswith("country/"))
        parties = tuple(dict.fromkeys((*parties, *named)))
    if len(parties) < _PAIR:
        parties = tuple(dict.fromkeys((*parties, *_acting(stage, telling, parties))))
    if len(parties) < _PAIR and parties:
        partner = patterns["with-country"].search(telling.text)
        parties = (*parties, *(scene.keys(held(partner, "c"), "C") if partner else ()))
    if len(parties) == 1 and not signers:
        parties = (*parties, *_own(stage, telling, parties[0]))
    return parties


def _own(stage: Stage, telling: Telling, partner: str) -> tuple[str, ...]:
    """Return who publishes a release that tells with whom alone something was signed: "signed with NOAA"."""
    publisher = stage.scene.linked.document.publisher
    alone = expression(stage.scene.language.code, "signings-signed-with", any_case=True)
    if publisher is None or publisher == partner or alone.search(telling.text) is None:
        return ()
    return (publisher,)


def _acting(stage: Stage, telling: Telling, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Return the bodies that act in a telling, or the countries where they are what is bound."""
    scene = stage.scene
    owner = expression(scene.language.code, "signings-owner")
    owned = owner.finditer(telling.text) if telling.people else ()
    owners = scene.keys(" ".join(m[0] for m in owned), _BODIES)
    # "A protocol on JAXA's Hayabusa2, signed by X": JAXA is no party.
    others = scene.keys(owner.sub(" ", telling.text), _BODIES)
    bodies = tuple(b for b in telling.bodies if b not in owners or b in others)
    attribute = shapes(scene.language.code, "event").get("attribute")
    signed = attribute.search(telling.text) if attribute is not None else None
    if signed is not None:
        # "Le contrat signé en 2018 prévoyait que X ...": who comes after is no party.
        opening = telling.text[: signed.start()]
        if shapes(scene.language.code, "event")["ellipsis"].search(opening) is None:
            bodies = scene.keys(opening, _BODIES)
        return bodies if len(bodies) >= _PAIR else _recalling(stage, telling)
    if len(bodies) >= _PAIR or (bodies and telling.people):
        return _subjects(stage, telling) or bodies
    before = () if telling.people else _recalling(stage, telling)
    if before and set(bodies) <= set(before):
        # "The framework agreement between the agency and A was signed in 2015."
        return before
    if shapes(scene.language.code, "event")["nations"].search(telling.text) and not parties:
        return _two_lands(stage, telling)
    named = scene.keys(telling.text, "C")
    return bodies or (named if len(named) == _PAIR else ())


def _subjects(stage: Stage, telling: Telling) -> tuple[str, ...]:
    """Return the two bodies or more that stand before what they signed, if nobody is signed with.

    "A and B signed a protocol on training at C": C is no party.
    """
    scene = stage.scene
    sign = shapes(scene.language.code, "event")["sign"].search(telling.text)
    signed_with = expression(scene.language.code, "signings-with")
    if sign is None or signed_with.search(telling.text, sign.end()) is not None:
        return ()
    before = scene.keys(telling.text[: sign.start()], _BODIES)
    return before if len(before) >= _PAIR else ()


def _recalling(stage: Stage, telling: Telling) -> tuple[str, ...]:
    """Return the two bodies whose work a part of a sentence recalls that names none.

    They stand beside it, "Cooperation between A and B rests on | an agreement signed in 2008", or
    are those told of before.
    """
    scene = stage.scene
    whole = scene.clauses[telling.clause.order].text
    if telling.text == whole:
        # "The memorandum had first been signed in 2019": by those told of before.
        again = shapes(scene.language.code, "event")["that-text"].match(whole)
        if again is None:
            return ()
        known = (
            telling.before.bodies,
            _headed(telling),
            first_pair(scene) if "‹D" in whole else (),
        )
        own = set(scene.keys(whole, _BODIES))
        return next((pair for pair in known if pair and own <= set(pair)), ())
    named = scene.keys(whole.replace(telling.text, " "), _BODIES)
    lands = scene.keys(whole.replace(telling.text, " "), "C")
    if len(named) == _PAIR or len(named) + len(lands) == _PAIR:
        # "Relations between ESA and Australia rest on | a treaty signed in 1979."
        return named if len(named) == _PAIR else (*named, *lands)
    return () if scene.keys(whole, "CP") else telling.before.bodies


def _headed(telling: Telling) -> tuple[str, ...]:
    """Return the two bodies whose heads were told of last."""
    heads = tuple(body for body, _ in telling.before.heads)
    return heads if len(heads) == _PAIR else ()


def _two_lands(stage: Stage, telling: Telling) -> tuple[str, ...]:
    """Return the two countries that a telling means: its own, else those told of before."""
    named = stage.scene.keys(telling.text, "C")
    return named if len(named) == _PAIR else telling.before.countries or _first_pair(stage)


def _first_pair(stage: Stage) -> tuple[str, ...]:
    """Return the two countries that the document first names together."""
    scene = stage.scene
    pairs = (countries(scene, c) for c in scene.clauses if c.part != "contacts")
    return next((p for p in pairs if len(p) == _PAIR), ())


def _witnesses(stage: Stage, telling: Telling) -> tuple[str, ...]:
    """Return the persons in whose presence something was signed, or who attended its signing."""
    scene = stage.scene
    patterns = shapes(scene.language.code, "event")
    text = telling.text
    attended = patterns["attended"].search(text)
    if attended is not None:
        return scene.keys(text[: attended.start()], "P")
    return in_presence(scene, text, patterns["sign"])
