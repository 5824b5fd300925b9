"""A second small world: two agencies with predecessors, told of over eight years.

It holds what misleads: facts that repeat, what is merely discussed, a plan that slips, a member
that leaves, a body that changes its name, releases that contradict each other, years of silence.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad

from kg.model import ReleaseGraph
from kg.store.base import Store
from kg.vocab import OWL, RDF, RDFS, SKG, SKOS
from tests.queries.world import ABOVE, ENTITIES, Telling, iri, name, ontology

ADDED = {
    "agency/jaxa": ("Agency", ("JAXA", "JAXA@fr")),
    "agency/nasda": ("Agency", ("NASDA", "NASDA@fr")),
    "agency/ukra": ("Agency", ("UKRA",)),
    "country/japan": ("Country", ("Japan", "Japon@fr")),
    "person/ana-dupont": ("Person", ("Ana Dupont",)),
    "person/ken-sato": ("Person", ("Ken Sato",)),
    "mission/adeos": ("Mission", ("ADEOS",)),
    "mission/kite": ("Mission", ("Kite", "Cerf-volant@fr")),
    "mission/mars-x": ("Mission", ("Mars-X",)),
    "payload/mascot": ("Payload", ("MASCOT",)),
    "site/tanegashima": ("Site", ("Tanegashima",)),
    "launch-vehicle/h-iia": ("LaunchVehicle", ("H-IIA",)),
    "meeting/2012-03-01-cnes-jaxa": ("Meeting", ("Meeting of CNES and JAXA",)),
    "agreement-signing/2012-10-01-cnes-jaxa": ("AgreementSigning", ("Signing",)),
    "agreement/2012-10-01-cnes-jaxa": ("Agreement", ("agreement of CNES and JAXA",)),
    "agreement-signing/2017-01-15-esa-jaxa": ("AgreementSigning", ("Signing",)),
    "agreement/2017-01-15-esa-jaxa": ("Agreement", ("agreement of ESA and JAXA",)),
    "launch/2014-12-03-h-iia": ("Launch", ("Launch of Kite",)),
    "launch/2014-12-04-h-iia": ("Launch", ("Launch of Kite",)),
    "launch/2020-mars-x": ("Launch", ("Launch of Mars-X",)),
}
ENTITIES.update(ADDED)
KNOWN = (
    ("agency/nasda", "succeededBy", "agency/jaxa"),
    ("agency/jaxa", "agencyOf", "country/japan"),
    ("site/tanegashima", "locatedIn", "country/japan"),
    ("launch-vehicle/h-iia", "providedBy", "agency/jaxa"),
)
ELSEWHERE = ("agency/jaxa", "agency/cnes", "agency/nasa", "agency/esa")


def authority() -> Iterator[Quad]:
    """Yield the known individuals of this world, some with an identifier elsewhere."""
    for key, (kind, names) in ENTITIES.items():
        if key.split("/")[0] in ("agency", "country", "topic", "site", "launch-vehicle"):
            for cls in (kind, *ABOVE.get(kind, ())):
                yield Quad(iri(key), NamedNode(RDF.type), NamedNode(SKG[cls]))
            yield from (Quad(iri(key), NamedNode(RDFS.label), name(text)) for text in names)
    yield Quad(iri("agency/jaxa"), NamedNode(SKOS.altLabel), name("Japan Aerospace Agency"))
    for s, p, o in KNOWN:
        yield Quad(iri(s), NamedNode(SKG[p]), iri(o))
    for key in ELSEWHERE:
        elsewhere = NamedNode(f"https://example.org/{key}")
        yield Quad(iri(key), NamedNode(OWL.sameAs), elsewhere)


def beginnings() -> ReleaseGraph:
    """Return what is told first: of a predecessor, and of a mission to come."""
    r = Telling("jaxa", "2010-kite", "2010-01-10", "en", "Kite is planned", ("climate",))
    r.fact("agency/nasda", "participatesIn", "mission/adeos", "NASDA flew ADEOS", "ended")
    r.fact("agency/cnes", "participatesIn", "mission/adeos", "with CNES", "ended")
    r.fact("agency/jaxa", "participatesIn", "mission/kite", "JAXA plans Kite", "planned")
    r.fact("agency/cnes", "participatesIn", "mission/kite", "CNES plans Kite", "planned")
    return r.graph()


def meeting() -> ReleaseGraph:
    """Return a release on a meeting, with a programme of two members."""
    r = Telling("cnes", "2012-meeting", "2012-03-05", "en", "CNES and JAXA meet")
    r.fact("agency/cnes", "cooperatesWith", "agency/jaxa", "CNES and JAXA cooperate", "underway")
    r.fact("agency/nasa", "participatesIn", "programme/sirius", "NASA in SIRIUS", "underway")
    r.fact("agency/cnes", "participatesIn", "programme/sirius", "CNES in SIRIUS", "underway")
    r.event(
        "meeting/2012-03-01-cnes-jaxa",
        "2012-03-01",
        [
            ("participant", "agency/cnes"),
            ("participant", "agency/jaxa"),
            ("participant", "person/ana-dupont"),
            ("participant", "person/ken-sato"),
            ("concerns", "mission/kite"),
        ],
        "met on 1 March",
        "completed",
    )
    r.fact("agency/esa", "participatesIn", "mission/kite", "ESA may join Kite", "discussed")
    r.post("person/ana-dupont", "agency/cnes", "President")
    r.post("person/ken-sato", "agency/jaxa", "President")
    return r.graph()


def signing() -> ReleaseGraph:
    """Return the partner's release on an agreement that followed."""
    r = Telling("jaxa", "2012-signing", "2012-10-02", "en", "An agreement", ("climate",))
    _sign(r, "2012-10-01-cnes-jaxa", "2012-10-01", ("agency/cnes", "agency/jaxa"))
    r.post("person/ana-dupont", "agency/cnes", "President")
    r.post("person/ken-sato", "agency/jaxa", "President")
    return r.graph()


def joining() -> ReleaseGraph:
    """Return a release on a new member, a payload, and a launch that is planned."""
    r = Telling("cnes", "2014-joining", "2014-12-10", "en", "JAXA joins SIRIUS")
    r.fact("agency/jaxa", "participatesIn", "programme/sirius", "JAXA joins SIRIUS", "agreed")
    r.fact("agency/cnes", "participatesIn", "programme/sirius", "SIRIUS of CNES", "underway")
    r.fact("agency/jaxa", "leads", "mission/kite", "Kite, led by JAXA", "underway")
    r.fact("mission/kite", "carries", "payload/mascot", "Kite carries MASCOT")
    r.fact("agency/cnes", "contributes", "payload/mascot", "MASCOT by CNES")
    r.fact("mission/kite", "builtBy", "organisation/tyvak", "built by Tyvak", sure="0.6")
    r.fact("mission/kite", "customer", "agency/jaxa", "for JAXA")
    r.fact("agency/nasa", "participatesIn", "mission/mars-x", "NASA plans Mars-X", "planned")
    _launch(r, "2014-12-03-h-iia", "2014-12-03", "mission/kite", "completed")
    _launch(r, "2020-mars-x", "2020", "mission/mars-x", "planned")
    return r.graph()


def leaving() -> ReleaseGraph:
    """Return a release on a member that left, and on a mission under way."""
    r = Telling("nasa", "2016-leaving", "2016-07-08", "en", "NASA leaves SIRIUS")
    r.fact("agency/nasa", "participatesIn", "programme/sirius", "NASA left SIRIUS", "ended")
    r.fact("agency/jaxa", "participatesIn", "mission/kite", "Kite flies for JAXA", "underway")
    return r.graph()


def contradicting() -> ReleaseGraph:
    """Return a release that contradicts others, and in which a signatory has changed sides."""
    r = Telling("cnes", "2017-contradicting", "2017-01-20", "fr", "Le point", ("climate",))
    r.fact("agency/nasa", "participatesIn", "programme/sirius", "la NASA dans SIRIUS", "underway")
    r.fact("agency/nasa", "leads", "mission/kite", "Kite, dirigée par la NASA", "underway")
    _launch(r, "2014-12-04-h-iia", "2014-12-04", "mission/kite", "completed")
    _sign(r, "2017-01-15-esa-jaxa", "2017-01-15", ("agency/esa", "agency/jaxa"))
    r.post("person/ana-dupont", "agency/esa", "directrice générale@fr")
    r.post("person/ken-sato", "agency/nasda", "président@fr")
    return r.graph()


def settle_wide(store: Store) -> None:
    """Put the whole of this world into a store."""
    store.load_base(ontology(), authority())
    tellings = (beginnings(), meeting(), signing(), joining(), leaving(), contradicting())
    for release in tellings:
        store.admit(release)


def _sign(r: Telling, key: str, day: str, parties: tuple[str, str]) -> None:
    links = [("participant", "person/ana-dupont"), ("participant", "person/ken-sato")]
    links.append(("signs", f"agreement/{key}"))
    r.event(f"agreement-signing/{key}", day, links, "signed an agreement", "completed")
    for party in parties:
        r.fact(f"agreement/{key}", "party", party, "both parties")


def _launch(r: Telling, key: str, day: str, payload: str, status: str) -> None:
    links = [
        ("vehicle", "launch-vehicle/h-iia"),
        ("site", "site/tanegashima"),
        ("payload", payload),
    ]
    r.event(f"launch/{key}", day, links, "a launch", status)
