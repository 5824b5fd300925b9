"""A small world made by hand, of which each network can be worked out on paper.

CNES (France) and NASA (USA) fly InSight; with ESA they take part in the ISS, of which Columbus is a
part. CNES, NASA and ESA meet in 2018, CNES and BNSC met in 2008, before BNSC became UKSA. CNES and
NASA sign an agreement about InSight in 2014. An Ariane of ESA takes InSight (NASA's, whose customer
is the JPL) from Kourou, which is CNES's.
"""

from __future__ import annotations

from functools import cache

from pyoxigraph import Literal, NamedNode

from kg.store.base import View
from kg.vocab import ORG, RDF, SKG, XSD
from tests.views.sample import Told, iri, store

LABELS = {
    "agency/cnes": ("Agency", "CNES"),
    "agency/nasa": ("Agency", "NASA"),
    "agency/esa": ("Agency", "ESA"),
    "agency/bnsc": ("Agency", "BNSC"),
    "agency/uksa": ("Agency", "UKSA"),
    "country/france": ("Country", "France"),
    "country/usa": ("Country", "USA"),
    "country/uk": ("Country", "UK"),
    "country/chile": ("Country", "Chile"),
    "organisation/jpl": ("Organisation", "JPL"),
    "mission/insight": ("Mission", "InSight"),
    "mission/columbus": ("Mission", "Columbus"),
    "programme/iss": ("Programme", "ISS"),
    "person/legall": ("Person", "Le Gall"),
    "person/bolden": ("Person", "Bolden"),
    "person/dordain": ("Person", "Dordain"),
    "launch-vehicle/ariane": ("LaunchVehicle", "Ariane"),
    "launch-vehicle/ariane-5": ("LaunchVehicle", "Ariane 5"),
    "site/kourou": ("Site", "Kourou"),
    "site/ela-3": ("Site", "ELA-3"),
    "topic/exploration": ("Topic", "exploration"),
}
GIVEN = (
    ("agency/cnes", "agencyOf", "country/france"),
    ("agency/nasa", "agencyOf", "country/usa"),
    ("agency/bnsc", "agencyOf", "country/uk"),
    ("agency/uksa", "agencyOf", "country/uk"),
    ("agency/bnsc", "succeededBy", "agency/uksa"),
    ("country/france", "memberStateOf", "agency/esa"),
    ("country/uk", "memberStateOf", "agency/esa"),
    ("country/chile", "memberStateOf", "agency/esa"),
    ("launch-vehicle/ariane-5", "variantOf", "launch-vehicle/ariane"),
    ("launch-vehicle/ariane", "providedBy", "agency/esa"),
    ("site/ela-3", "locatedIn", "site/kourou"),
    ("site/kourou", "locatedIn", "country/france"),
    ("mission/columbus", "partOf", "programme/iss"),
    ("mission/insight", "customer", "organisation/jpl"),
)
# Chile is no member of ESA in fact; here it is from 2020 on.
YEARS = {
    "agency/bnsc": ("1985", "2010"),
    "agency/uksa": ("2010", ""),
    "membership/france-esa": ("1975", ""),
    "membership/uk-esa": ("1975", ""),
    "membership/chile-esa": ("2020", ""),
}


def told(key: str, issued: str, publisher: str = "cnes", of: str | None = None) -> Told:
    """Return a release that knows what everything is and is called."""
    made = Told(key, issued, publisher, translation_of=of)
    for entity, (class_, label) in LABELS.items():
        made.thing(entity, class_, label)
        if class_ in ("Mission", "Programme"):
            made.fact(iri(entity), RDF.type, NamedNode(SKG.Endeavour))
    return made


def given() -> Told:
    """Return what the authority would say: facts that no release shows."""
    made = told("pr000", "2000-01-01")
    for subject, property_, object_ in GIVEN:
        made.fact(iri(subject), SKG[property_], NamedNode(iri(object_)))
    for key, (since, until) in YEARS.items():
        for name, year in (("since", since), ("until", until)):
            if year:
                made.fact(iri(key), SKG[name], Literal(year, datatype=NamedNode(XSD.gYear)))
        if key.startswith("membership/"):
            state = key.removeprefix("membership/").removesuffix("-esa")
            made.fact(iri(key), RDF.type, NamedNode(ORG.Membership))
            made.fact(iri(key), ORG.member, NamedNode(iri(f"country/{state}")))
            made.fact(iri(key), ORG.organization, NamedNode(iri("agency/esa")))
    return made


def bnsc() -> Told:
    """Return the meeting of CNES and BNSC, told of the day after."""
    made = told("pr008", "2008-06-02")
    parties = ("agency/cnes", "agency/bnsc")
    made.event("meeting/2008", "Meeting", "2008-06-01", "CNES met BNSC.", *parties)
    return made


def insight() -> Told:
    """Return the agreement on InSight, and who takes part in it."""
    made = told("pr014", "2014-02-10")
    for agency in ("agency/cnes", "agency/nasa"):
        made.claim(agency, "participatesIn", "mission/insight", f"{agency} flies InSight.")
        made.claim("agreement/insight", "party", agency, f"{agency} signs.")
    made.claim("agency/nasa", "leads", "mission/insight", "NASA leads InSight.")
    made.claim("agency/esa", "participatesIn", "mission/insight", "ESA may join.", "discussed")
    signing = made.event(
        "agreement-signing/2014", "AgreementSigning", "2014-02-09", "They signed.",
        "agency/cnes", "agency/nasa", "person/legall", "person/bolden",
    )  # fmt: skip
    made.thing("agreement/insight", "Agreement", "Agreement on InSight")
    made.fact(signing, SKG.signs, NamedNode(iri("agreement/insight")))
    made.fact(signing, SKG.concerns, NamedNode(iri("mission/insight")))
    made.fact(made.iri, SKG.topic, NamedNode(iri("topic/exploration")))
    made.post("membership/legall", "person/legall", "agency/cnes", "President", "its President")
    return made


def station() -> Told:
    """Return NASA's release about the station, and the meeting of three."""
    made = told("r018", "2018-05-20", "nasa")
    for agency in ("agency/cnes", "agency/nasa", "agency/esa"):
        made.claim(agency, "participatesIn", "programme/iss", f"{agency} on the ISS.", "underway")
    made.claim("agency/esa", "contributes", "mission/columbus", "ESA gave Columbus.")
    made.event(
        "meeting/2018", "Meeting", "2018-05-18", "Three met.",
        "agency/cnes", "agency/nasa", "agency/esa",
        "person/legall", "person/bolden", "person/dordain",
    )  # fmt: skip
    made.claim("person/bolden", "affiliatedWith", "agency/nasa", "Bolden of NASA")
    return made


def launch() -> Told:
    """Return the launch of InSight."""
    made = told("pr019", "2018-05-06")
    node = made.event("launch/2018", "Launch", "2018-05-05", "Ariane 5 took InSight up.")
    made.fact(node, SKG.payload, NamedNode(iri("mission/insight")))
    made.fact(node, SKG.vehicle, NamedNode(iri("launch-vehicle/ariane-5")))
    made.fact(node, SKG.site, NamedNode(iri("site/ela-3")))
    return made


@cache
def world() -> View:
    """Return the store of the whole world."""
    return store(given(), bnsc(), insight(), station(), launch())
