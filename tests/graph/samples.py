"""A mapping made by hand, with one of each thing that a graph holds."""

from __future__ import annotations

from datetime import date

from kg.model import (
    Contact,
    Day,
    Entity,
    Event,
    Fact,
    Mapping,
    Membership,
    Mention,
    Note,
    Release,
    Span,
)

TEXT = "CNES President Ann Lee could join Argo with ESA; both signed an accord at Évry, café."
CNES, ESA, ANN, ARGO = "agency/cnes", "agency/esa", "person/ann-lee", "mission/argo"
ALL = Span(0, len(TEXT))


def _mention(words: str, entity: str) -> Mention:
    begin = TEXT.index(words)
    return Mention(Span(begin, begin + len(words)), words, entity, "known")


def mapping() -> Mapping:
    """Return a mapping of TEXT."""
    return Mapping(
        release=Release(
            text=TEXT,
            origin="test",
            publisher=CNES,
            number="PR001-2021",
            issued=date(2021, 3, 15),
            language="en",
            title="An accord",
            source="https://example.org/1",
        ),
        publisher="cnes",
        key="pr001-2021",
        entities=(
            Entity(CNES, "Agency", "CNES", known=True),
            Entity(ESA, "Agency", "ESA", known=True),
            Entity(ARGO, "Mission", "Argo", ("ARGO",)),
            Entity(ANN, "Person", "Ann Lee"),
            Entity("site/evry", "Site", "Évry"),
        ),
        mentions=(_mention("CNES", CNES), _mention("Évry", "site/evry")),
        facts=(
            Fact(CNES, "participatesIn", ARGO, ALL, "some rule", 0.85, "discussed"),
            Fact(CNES, "cooperatesWith", ESA, ALL, "other-rule", 0.9, "agreed"),
        ),
        memberships=(Membership(ANN, CNES, "President", Span(0, 22), "post", 0.95),),
        events=(
            Event(
                key="agreement-signing/2021-03-15-cnes-esa",
                kind="AgreementSigning",
                label="Signing of accord by CNES and ESA",
                day=Day(date(2021, 3, 15)),
                status="completed",
                links=(
                    ("participant", CNES),
                    ("participant", ESA),
                    ("party", CNES),
                    ("party", ESA),
                    ("concerns", ARGO),
                    ("place", "site/evry"),
                ),
                evidence=(ALL,),
                rule="signing",
                confidence=0.9,
                agreement="accord",
            ),
        ),
        topics=("policy-and-law",),
        contacts=(Contact(ANN, "+33 (0)1 00 00 00 01", "ann.lee@example.org"),),
        notes=(Note("date", "Friday contradicts 2021-03-13", None),),
    )
