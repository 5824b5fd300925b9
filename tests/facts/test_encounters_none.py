"""What is no event, though it has an event's words: welcomes of progress, old agreements, landings."""

from __future__ import annotations

import pytest

from tests.facts.happenings import told

NOTHING = [
    (
        "en",
        "CNES President Jean-Yves Le Gall and ISRO Chairman K. Sivan welcomed the progress of TRISHNA.",
    ),
    (
        "en",
        "Jean-Yves Le Gall, President of CNES, succeeded Yannick d'Escatha in 2013. He was previously Chairman of Arianespace.",
    ),
    ("en", "The mission meets the requirements set by ESA and NASA in 2015."),
    ("en", "ESA and NASA agreed to share data from SOHO under a memorandum of understanding."),
    ("en", "The instrument was received by NASA from CNES on 5 May 2017."),
    (
        "en",
        "SWOT, developed by CNES and NASA with contributions from CSA and UKSA, will study the oceans.",
    ),
    (
        "en",
        "Jim Bridenstine, NASA Administrator, and Jan Wörner, ESA Director General, issued statements on the successful flight of Orion.",
    ),
    ("en", "The Gateway will orbit the Moon and host instruments from ESA and JAXA from 2024."),
    ("en", "Philae, carried by Rosetta, landed on 12 November 2014."),
    ("en", "CNES and NASA celebrated the 25th anniversary of TOPEX/Poseidon on 10 August 2017."),
    ("en", "Thomas Pesquet, ESA astronaut, returned to Earth on 2 June 2017 in a Soyuz."),
    (
        "en",
        "The joint working group of CNES and ISRO will meet again next year to review the projects.",
    ),
    (
        "en",
        "CNES operates the Guiana Space Centre, from which Ariane 5, Soyuz and Vega are launched.",
    ),
    (
        "en",
        "COSPAS-SARSAT, founded in 1979 under an agreement between Canada, France, Russia and the United States, has saved lives.",
    ),
    (
        "en",
        "About CNES: Founded in 1961 by General de Gaulle, the French space agency proposes France's space policy to government.",
    ),
    ("en", "Orbiting 800 km above Earth, Jason-3 measures the oceans from its launch orbit."),
    (
        "fr",
        "Jean-Yves Le Gall, Président du CNES, et K. Sivan, Président de l'ISRO, se félicitent des progrès de TRISHNA.",
    ),
    ("fr", "L'instrument a été reçu par la NASA le 5 mai 2017."),
    ("fr", "Le SCO réunit le CNES, l'ESA et la NASA autour du climat."),
    (
        "fr",
        "Fondé en 1961 par le général de Gaulle, le CNES propose la politique spatiale de la France.",
    ),
    ("fr", "Le projet SVOM répond aux attentes signées de la France et de la Chine."),
    ("fr", "Thomas Pesquet est revenu sur Terre le 2 juin 2017 à bord d'un Soyouz."),
    ("fr", "Le CNES et la NASA ont célébré le 10 août 2017 les 25 ans de TOPEX/Poseidon."),
    ("fr", "Le CNES opère le Centre spatial guyanais, d'où sont lancés Ariane 5, Soyouz et Vega."),
    (
        "fr",
        "Lors de la conférence de presse, Jean-Yves Le Gall, Président du CNES, a dressé le bilan de l'année 2018 avec MicroCarb et SWOT.",
    ),
    ("fr", "Au départ de la coopération, le CNES et l'ISRO ont développé Megha-Tropiques."),
    (
        "fr",
        "Aucune rencontre n'a eu lieu entre Jean-Yves Le Gall, Président du CNES, et K. Sivan, Président de l'ISRO.",
    ),
    (
        "fr",
        "La visite de Jim Bridenstine, Administrateur de la NASA, à Toulouse, prévue le 25 juin, a été annulée.",
    ),
    ("fr", "Aucun accord n'a été signé entre le CNES et l'ISRO."),
    ("fr", "Le système Galileo réunit les deux partenaires, le CNES et l'ESA."),
]


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_nothing_is_told(language: str, text: str) -> None:
    heading = {
        "en": "CNES and partners in space today",
        "fr": "Le CNES et ses partenaires dans l'espace",
    }
    kinds = ("Meeting", "Visit", "AgreementSigning", "Launch")
    assert told(f"{heading[language]}\n\n{text}", language, *kinds) == []
