"""Names of which only the French words around them tell what they are."""

from __future__ import annotations

import pytest

from tests.facts.stage import linked

BETRAYED = (
    ("Claudie Haigneré, Présidente d'Universcience, était là.", "Universcience", "Organisation"),
    ("Le satellite Intelsat 30 a été lancé par Ariane.", "Intelsat 30", "Mission"),
    ("Le préfet de Guyane, Éric Vaubert, a parlé.", "Éric Vaubert", "Person"),
    (
        "L'équipe est menée par Jean Vallon, chercheur au CNRS, et de Bimal Ghoshal, du CESBIO.",
        "Bimal Ghoshal",
        "Person",
    ),
    ("Il a vu les responsables d'Orbitek, maître d'œuvre du satellite.", "Orbitek", "Organisation"),
    ("Les données seront traitées par le centre ICARE de Lille.", "ICARE", "Organisation"),
    ("Le pôle AERIS archivera les données.", "AERIS", "Organisation"),
    (
        "L'Université nationale autonome du Mexique a conçu la caméra.",
        "Université nationale autonome du Mexique",
        "Organisation",
    ),
    ("Thierry Vallon, son homologue au CNES, l'accompagnait.", "Thierry Vallon", "Person"),
    ("La ministre italienne Stefania Verdi a parlé.", "Stefania Verdi", "Person"),
    (
        "Le satellite SRMSAT et Jugnu, conçus par des étudiants, voleront aussi.",
        "Jugnu",
        "Mission",
    ),
    ("Le satellite a été construit par Zenitara Dynamics.", "Zenitara Dynamics", "Organisation"),
    ("L'instrument a été fourni par Orbalia, à Lyon.", "Orbalia", "Organisation"),
    (
        "Le moteur, que développe Kerlink Propulsion, volera en 2025.",
        "Kerlink Propulsion",
        "Organisation",
    ),
    ("La jeune pousse bordelaise Zéphalis a signé un contrat.", "Zéphalis", "Organisation"),
    ("Zéphalis, jeune entreprise bordelaise, a signé un contrat.", "Zéphalis", "Organisation"),
    ("L'opérateur de télécommunications Rascom a signé un contrat.", "Rascom", "Organisation"),
    ("Le groupe industriel Hemeria a signé un contrat.", "Hemeria", "Organisation"),
    ("Le CETHIL, laboratoire lyonnais, a conçu la caméra.", "CETHIL", "Organisation"),
    (
        "Le laboratoire GEOPS de l'Université Paris-Saclay a conçu la caméra.",
        "GEOPS",
        "Organisation",
    ),
    (
        "L'Université de technologie de Kaunas a conçu la caméra.",
        "Université de technologie de Kaunas",
        "Organisation",
    ),
    (
        "L'université Félix-Houphouët-Boigny a conçu la caméra.",
        "université Félix-Houphouët-Boigny",
        "Organisation",
    ),
    (
        "L'École supérieure d'ingénieurs de Tunis a conçu la caméra.",
        "École supérieure d'ingénieurs de Tunis",
        "Organisation",
    ),
    (
        "L'Institut royal météorologique de Belgique a conçu la caméra.",
        "Institut royal météorologique de Belgique",
        "Organisation",
    ),
    (
        "Le Centre national d'études météorologiques de Dakar a conçu la caméra.",
        "Centre national d'études météorologiques de Dakar",
        "Organisation",
    ),
    ("L'Agence gabonaise d'études et d'observations spatiales (AGEOS) a signé.", "AGEOS", "Agency"),
    ("L'Agence spatiale du Rwanda a signé un accord.", "Agence spatiale du Rwanda", "Agency"),
    (
        "L'Office national de météorologie du Niger a signé.",
        "Office national de météorologie du Niger",
        "Organisation",
    ),
    (
        "Le ministère malgache de l'Environnement et du Développement durable a signé.",
        "ministère malgache de l'Environnement et du Développement durable",
        "Organisation",
    ),
    ("Le ministère des Armées a signé un accord.", "ministère des Armées", "Organisation"),
    (
        "La Direction générale de l'aviation civile a signé.",
        "Direction générale de l'aviation civile",
        "Organisation",
    ),
    (
        "Le Conseil régional d'Occitanie a signé un accord.",
        "Conseil régional d'Occitanie",
        "Organisation",
    ),
    (
        "La Fondation Prince Albert II a signé un accord.",
        "Fondation Prince Albert II",
        "Organisation",
    ),
    (
        "L'Organisation mondiale du tourisme a signé un accord.",
        "Organisation mondiale du tourisme",
        "Organisation",
    ),
    (
        "Le Secrétariat général de la mer a signé un accord.",
        "Secrétariat général de la mer",
        "Organisation",
    ),
    ("Le nanosatellite Kiboko sera lancé en 2025.", "Kiboko", "Mission"),
    ("Kiboko, nanosatellite kényan, sera lancé en 2025.", "Kiboko", "Mission"),
    ("Les satellites Kiboko-1 et Kiboko-2 seront lancés en 2025.", "Kiboko-1", "Mission"),
    ("La mission d'observation des pôles ARCTIS sera lancée en 2025.", "ARCTIS", "Mission"),
    ("ARCTIS sera lancée en 2025 par une Vega C.", "ARCTIS", "Mission"),
    ("Le lancement d'ARCTIS est prévu en 2025.", "ARCTIS", "Mission"),
    ("La sonde jovienne Galileia sera lancée en 2025.", "Galileia", "Mission"),
    ("Baptisé Uhuru, ce satellite sera lancé en 2025.", "Uhuru", "Mission"),
    ("Ce satellite, qui porte le nom d'Uhuru, sera lancé en 2025.", "Uhuru", "Mission"),
    ("Le satellite emportera POLARIX, un polarimètre.", "POLARIX", "Payload"),
    ("Le satellite emportera le polarimètre POLARIX.", "POLARIX", "Payload"),
    (
        "Le satellite emportera trois instruments : POLARIX, MAGNOX et un radar.",
        "MAGNOX",
        "Payload",
    ),
    ("L'expérience de biologie Cytobox volera à bord de l'ISS.", "Cytobox", "Payload"),
    ("L'instrument, dénommé Thermis, sera livré en 2025.", "Thermis", "Payload"),
    ("La caméra Thermis-2 sera livrée en 2025.", "Thermis-2", "Payload"),
    ("Le télescope grand champ WIDEX sera livré en 2025.", "WIDEX", "Payload"),
    ("Le programme de recherche Alizé se poursuit.", "Alizé", "Programme"),
    ("Le programme TERRAFRIQ se poursuit.", "TERRAFRIQ", "Programme"),
    ("Le lanceur Zephyrion décollera de Kourou.", "Zephyrion", "LaunchVehicle"),
    ("Une fusée Dnieprov-2 a lancé le satellite.", "Dnieprov-2", "LaunchVehicle"),
    ("La base d'Alcântara Nord accueille le tir.", "base d'Alcântara Nord", "Site"),
    ("Le cosmodrome de Plessetovsk accueille le tir.", "cosmodrome de Plessetovsk", "Site"),
    ("Le centre spatial de Malindi a reçu les signaux.", "centre spatial de Malindi", "Site"),
    ("L'antenne de la station de Hartebeek a reçu les signaux.", "station de Hartebeek", "Site"),
    ("M. Kwame Asantewaa a signé l'accord.", "Kwame Asantewaa", "Person"),
    ("Aïssatou Bâ-Ndiaye, directrice de l'ASECNA, a signé.", "Aïssatou Bâ-Ndiaye", "Person"),
    (
        "La ministre sénégalaise de la Recherche, Mme Ndèye Coumba Sarr, a signé.",
        "Ndèye Coumba Sarr",
        "Person",
    ),
    ("« C'est un grand jour », s'est réjoui Temwani Chirwa.", "Temwani Chirwa", "Person"),
    ("Le chercheur Temwani Chirwa a parlé.", "Temwani Chirwa", "Person"),
    ("L'ingénieure en chef Temwani Chirwa a parlé.", "Temwani Chirwa", "Person"),
    ("Temwani Chirwa (CNES) a parlé.", "Temwani Chirwa", "Person"),
    ("Selon Temwani Chirwa, le satellite est prêt.", "Temwani Chirwa", "Person"),
    (
        "Pour Temwani Chirwa, responsable du projet, le satellite est prêt.",
        "Temwani Chirwa",
        "Person",
    ),
    ("Le général Temwani Chirwa a parlé.", "Temwani Chirwa", "Person"),
    (
        "Étaient présents Temwani Chirwa, président de l'agence, et Lin Xiaoyu, son adjointe.",
        "Lin Xiaoyu",
        "Person",
    ),
    (
        "Accompagné de Temwani Chirwa, président de l'agence, il a parlé.",
        "Temwani Chirwa",
        "Person",
    ),
    (
        "Temwani Chirwa, qui dirige la science spatiale à l'ESA, a parlé.",
        "Temwani Chirwa",
        "Person",
    ),
    ("Le docteur Ravi Shankaran a parlé.", "Ravi Shankaran", "Person"),
    (
        "En présence de S.E. M. Tariku Gebre, ambassadeur d'Éthiopie, l'accord a été signé.",
        "Tariku Gebre",
        "Person",
    ),
)
NOBODY = (
    ("Elle fournira les données en 2025.", "Elle"),
    ("Selon le communiqué, le satellite est prêt.", "Selon"),
    ("Il a été reçu au sein de la conférence Ada Lovelace.", "Ada Lovelace"),
    ("Le vol VV23 a été un succès.", "VV23"),
    ("Le lidar Doppler est prêt.", "Doppler"),
    ("Ils se sont réunis au siège du CNES.", "siège du CNES"),
    ("Le Conseil des ministres italien s'est réuni.", "Conseil des ministres italien"),
)


@pytest.mark.parametrize(("text", "name", "kind"), BETRAYED)
def test_the_words_around_a_name_tell_its_class(text: str, name: str, kind: str) -> None:
    found = linked(text, "fr")
    kinds = {m.text.casefold(): found.entities[m.entity].kind for m in found.mentions}
    assert kinds.get(name.casefold()) == kind


@pytest.mark.parametrize(("text", "words"), NOBODY)
def test_what_only_looks_like_a_name_is_none(text: str, words: str) -> None:
    assert words not in {m.text for m in linked(text, "fr").mentions}
