"""The phenomena of the genre in English, one small release each, read by the whole mapping.

Each case shows the posts, facts and events of a release of 15 March 2021, less what it is not about.
"""

from __future__ import annotations

import pytest

from kg.model import Event, Mapping
from tests.facts.stage import mapping, short, told

_SHOWN = ("participant", "payload", "vehicle", "site")
_LENGTH = {"day": 10, "month": 7, "year": 4}

POSTS = [
    (
        "title before the name",
        "JAXA President Hiroshi Yamakawa spoke.",
        "hiroshi-yamakawa: President @ jaxa",
    ),
    (
        "title after the name",
        "Hiroshi Yamakawa, President of JAXA, spoke.",
        "hiroshi-yamakawa: President @ jaxa",
    ),
    (
        "title around the name",
        "The President of JAXA, Hiroshi Yamakawa, spoke.",
        "hiroshi-yamakawa: President @ jaxa",
    ),
    (
        "shared title",
        "The presidents of JAXA, Hiroshi Yamakawa, and of CNES, Philippe Baptiste, spoke.",
        "hiroshi-yamakawa: president @ jaxa; philippe-baptiste: president @ cnes",
    ),
    (
        "coordinated titles",
        "Philippe Baptiste, Chairman and CEO of CNES, spoke.",
        "philippe-baptiste: Chairman and CEO @ cnes",
    ),
    (
        "plural title before a list",
        "NASA astronauts Reid Wiseman and Victor Glover spoke.",
        "reid-wiseman: astronaut @ nasa; victor-glover: astronaut @ nasa",
    ),
    (
        "post in brackets",
        "The Korea AeroSpace Administration (KASA, Administrator Yoon Young-bin) spoke.",
        "yoon-young-bin: Administrator @ kasa",
    ),
    (
        "post with a colon",
        "The agency JAXA (President: YAMAKAWA Hiroshi) spoke.",
        "hiroshi-yamakawa: President @ jaxa",
    ),
    (
        "possessive before the post",
        "DLR was there; its director Anke Kaysser-Pyzalla spoke.",
        "anke-kaysser-pyzalla: director @ dlr",
    ),
    (
        "field in small letters",
        "The minister of innovation, David Tshere, spoke.",
        "david-tshere: minister of innovation @ -",
    ),
    (
        "two persons, two posts",
        "Emmanuel Macron, President of the French Republic, and Ann Leigh Bond, General Secretary, spoke.",
        "ann-leigh-bond: General Secretary @ -; emmanuel-macron: President of the French Republic @ -",
    ),
]
FACTS = [
    (
        "several craft at once",
        "CHEOPS is in orbit. SWOT and SMOS followed it. All three were built by Airbus.",
        "airbus participatesIn cheops; airbus participatesIn smos; airbus participatesIn swot",
    ),
    (
        "acronym after its name",
        "The Italian Space Agency (ASI) operates PRISMA.",
        "asi participatesIn prisma",
    ),
    (
        "name after its acronym",
        "ASI (Italian Space Agency) operates PRISMA.",
        "asi participatesIn prisma",
    ),
    ("apposition", "PRISMA, a small satellite of ASI, is in orbit.", "asi participatesIn prisma"),
    ("possessive", "ASI's PRISMA is in orbit.", "asi participatesIn prisma"),
    ("passive", "PRISMA is operated by ASI.", "asi participatesIn prisma"),
    (
        "participle before its noun",
        "Built by OHB Italia, PRISMA is in orbit.",
        "ohb participatesIn prisma",
    ),
    (
        "relative clause",
        "PRISMA, which ASI has been developing, is in orbit.",
        "asi participatesIn prisma",
    ),
    ("pronoun", "PRISMA looks at the Earth. It was developed by ASI.", "asi participatesIn prisma"),
    (
        "noun that points back",
        "PRISMA looks at the Earth. The satellite was developed by ASI.",
        "asi participatesIn prisma",
    ),
    (
        "the two agencies",
        "ASI and CNES met. The two agencies are developing PRISMA.",
        "asi participatesIn prisma; cnes participatesIn prisma",
    ),
    (
        "partner",
        "ASI is developing PRISMA with DLR.",
        "asi participatesIn prisma; dlr participatesIn prisma",
    ),
    (
        "verb left out",
        "PRISMA is due in 2022. ASI is providing the platform and DLR the camera.",
        "asi participatesIn prisma; dlr participatesIn prisma",
    ),
    ("denied", "ASI will not take part in PRISMA.", ""),
    ("considered", "ASI could take part in PRISMA.", ""),
]
EVENTS = [
    (
        "met",
        "Hiroshi Yamakawa met Philippe Baptiste on 3 March 2021.",
        "Meeting 2021-03-03 hiroshi-yamakawa philippe-baptiste",
    ),
    (
        "ellipsis",
        "Hiroshi Yamakawa and Philippe Baptiste were in Paris. The two men met on 3 March.",
        "Meeting 2021-03-03 hiroshi-yamakawa philippe-baptiste",
    ),
    (
        "today",
        "Hiroshi Yamakawa met Philippe Baptiste today.",
        "Meeting 2021-03-15 hiroshi-yamakawa philippe-baptiste",
    ),
    (
        "last month of that name",
        "Hiroshi Yamakawa met Philippe Baptiste last July.",
        "Meeting 2020-07 hiroshi-yamakawa philippe-baptiste",
    ),
    (
        "day by its number",
        "Hiroshi Yamakawa met Philippe Baptiste on the 9th.",
        "Meeting 2021-03-09 hiroshi-yamakawa philippe-baptiste",
    ),
    (
        "span of days",
        "Hiroshi Yamakawa met Philippe Baptiste from 2 to 4 March 2021.",
        "Meeting 2021-03-02 hiroshi-yamakawa philippe-baptiste",
    ),
    (
        "delegation",
        "CNES received a delegation from JAXA, headed by its President, Hiroshi Yamakawa, on 3 March 2021.",
        "Visit 2021-03-03 hiroshi-yamakawa jaxa",
    ),
    (
        "signing",
        "CNES and JAXA signed an agreement on 3 March 2021.",
        "AgreementSigning 2021-03-03 cnes jaxa",
    ),
    (
        "signing in the passive",
        "An agreement was signed by CNES and JAXA on 3 March 2021.",
        "AgreementSigning 2021-03-03 cnes jaxa",
    ),
    (
        "signature",
        "The signature of an agreement between CNES and JAXA took place on 3 March 2021.",
        "AgreementSigning 2021-03-03 cnes jaxa",
    ),
    (
        "name put to a text",
        "Botswana put its name to the Artemis Accords on 3 March 2021.",
        "AgreementSigning 2021-03-03 botswana",
    ),
    (
        "launch",
        "A Vega launched PRISMA from Kourou on 22 March 2019.",
        "Launch 2019-03-22 guiana-space-centre prisma vega",
    ),
    (
        "launch in the passive",
        "PRISMA was launched by a Vega from Kourou on 22 March 2019.",
        "Launch 2019-03-22 guiana-space-centre prisma vega",
    ),
    (
        "launch as a noun",
        "The launch of PRISMA on a Vega took place on 22 March 2019.",
        "Launch 2019-03-22 prisma vega",
    ),
    (
        "launch of what was named",
        "PRISMA is a satellite of ASI. Lift-off on a Vega took place on 22 March 2019.",
        "Launch 2019-03-22 prisma vega",
    ),
    ("launch to come", "PRISMA is targeted for launch in 2022.", "Launch 2022 planned prisma"),
    (
        "launch put off",
        "PRISMA, whose launch has been put back to June, is ready.",
        "Launch 2021-06 planned prisma",
    ),
    (
        "launch in a relative clause",
        "PRISMA, which a Vega placed in orbit on 22 March 2019, is fine.",
        "Launch 2019-03-22 prisma vega",
    ),
    (
        "all that a launch carried",
        "The flight launched 53 satellites, among them ESAIL for ESA, built by LuxSpace, NEMO-HD for SPACE-SI and GHGSat-C1, on 2 September 2020 on a Vega from Kourou.",
        "Launch 2020-09-02 esail ghgsat-c1 guiana-space-centre nemo-hd vega",
    ),
    (
        "names that nobody knew",
        "Four satellites were launched on board PSLV-C51 on 28 February 2021: Amazonia-1 for Brazil, SindhuNetra and UNITYsat.",
        "Launch 2021-02-28 amazonia-1 pslv-c51 sindhunetra unitysat",
    ),
    (
        "verb said once for two who met",
        "Hiroshi Yamakawa met Philippe Baptiste on 3 March and Jim Bridenstine on 4 March.",
        "Meeting 2021-03-03 hiroshi-yamakawa philippe-baptiste; Meeting 2021-03-04 hiroshi-yamakawa jim-bridenstine",
    ),
    (
        "bound since",
        "CNES and JAXA have been linked by a framework agreement since February 2006.",
        "AgreementSigning 2006-02 cnes jaxa",
    ),
    (
        "agreement that another rests on",
        "Cooperation between CNES and JAXA is governed by a framework agreement signed in 2008.",
        "AgreementSigning 2008 cnes jaxa",
    ),
    (
        "renewed by their heads",
        "CNES and Hiroshi Yamakawa renewed for five years their agreement on 3 March 2021.",
        "AgreementSigning 2021-03-03 cnes hiroshi-yamakawa",
    ),
    (
        "letters exchanged",
        "CNES and JAXA exchanged letters on 3 March 2021.",
        "AgreementSigning 2021-03-03 cnes jaxa",
    ),
    (
        "scheduled for a year",
        "PRISMA is in Turin and is scheduled for 2022.",
        "Launch 2022 planned prisma",
    ),
    (
        "one after another",
        "Three followed: Jason-1 in 2001, Jason-2 in 2008 and Jason-3 in 2016.",
        "Launch 2001 jason-1; Launch 2008 jason-2; Launch 2016 jason-3",
    ),
    (
        "rocket with its family",
        "India's Polar Satellite Launch Vehicle, PSLV-C51, launched Amazonia-1 on 28 February 2021.",
        "Launch 2021-02-28 amazonia-1 pslv-c51",
    ),
    ("no date set", "PRISMA is ready. No date for its launch has been set.", ""),
    ("not yet decided", "CNES and JAXA could sign an agreement.", ""),
    (
        "told twice",
        "CNES and JAXA signed an agreement on 3 March 2021. The agreement was signed by CNES and JAXA in Paris.",
        "AgreementSigning 2021-03-03 cnes jaxa",
    ),
]
KINDS = [
    (
        "mission by its noun",
        "The Arctic Observation Mission is on its way.",
        "mission/arctic-observation-mission",
    ),
    (
        "instrument by its noun",
        "The Auroral Boundary Imager is on its way.",
        "payload/auroral-boundary-imager",
    ),
    (
        "satellite before its noun",
        "The four Vargöga microsatellites are on their way.",
        "mission/vargoga",
    ),
    ("the next of a known name", "THEOS-3 was launched.", "mission/theos-3"),
    ("name that ends like a satellite's", "NIUSAT was launched.", "mission/niusat"),
    (
        "satellite by what follows",
        "It will fly on Kanyini II, a small satellite for the state.",
        "mission/kanyini-ii",
    ),
    (
        "university with its campus",
        "The University of Zembla, Davis spoke.",
        "organisation/university-zembla-davis",
    ),
    ("house of a firm in a land", "Airbus Slovenia spoke.", "organisation/airbus-slovenia"),
    (
        "site where a flight left",
        "PRISMA lifted off from Taiyuan.",
        "site/taiyuan-satellite-launch-center",
    ),
    (
        "body in its own language",
        "The Universidad Aeronáutica en Querétaro spoke.",
        "organisation/universidad-aeronautica-en-queretaro",
    ),
    (
        "laboratory of a body",
        "The Space Physics Laboratory of JAXA spoke.",
        "organisation/space-physics-laboratory",
    ),
    (
        "university of a land",
        "The University of Botswana spoke.",
        "organisation/university-botswana",
    ),
    (
        "person with a mission's name",
        "Claire Barclay spoke of the satellite.",
        "person/claire-barclay",
    ),
    ("country and not the city", "Mexico asks for partners.", "country/mexico"),
    ("form of a company", "The rocket of Baiterek JSC was shown.", "organisation/baiterek"),
]


def _posts(found: Mapping) -> set[str]:
    posts = found.memberships
    return {f"{short(p.person)}: {p.title} @ {short(p.organisation)}" for p in posts}


def _event(event: Event) -> str:
    day = event.day
    shown = day.value.isoformat()[: _LENGTH[day.precision]] if day else "undated"
    names = sorted({short(key) for name, key in event.links if name in _SHOWN})
    return " ".join(
        [event.kind, shown, *(["planned"] if event.status == "planned" else []), *names]
    )


def _expected(text: str) -> set[str]:
    return {part for part in text.split("; ") if part}


@pytest.mark.parametrize(("what", "text", "expected"), POSTS)
def test_posts(what: str, text: str, expected: str) -> None:
    assert _posts(mapping(text, "en")) == _expected(expected), what


@pytest.mark.parametrize(("what", "text", "expected"), FACTS)
def test_who_takes_part(what: str, text: str, expected: str) -> None:
    facts = mapping(text, "en").facts
    found = {told(f) for f in facts if f.predicate == "participatesIn" and f.status != "discussed"}
    assert found == _expected(expected), what


@pytest.mark.parametrize(("what", "text", "expected"), EVENTS)
def test_events(what: str, text: str, expected: str) -> None:
    assert {_event(event) for event in mapping(text, "en").events} == _expected(expected), what


@pytest.mark.parametrize(("what", "text", "expected"), KINDS)
def test_unknown_and_doubtful_names(what: str, text: str, expected: str) -> None:
    assert expected in {entity.key for entity in mapping(text, "en").entities}, what
