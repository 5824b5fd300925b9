"""The sentences of generated releases, in both languages, written for this purpose.

{a} and {b} are agencies, {p} and {q} who speaks for them, with their posts; {m} an endeavour,
{n} another, {o} a body, {city}, {day}, {later}, {vehicle}, {site}, {payload}, {coined} a name that no
authority knows. One sentence of each list is drawn.
"""

from __future__ import annotations

from typing import Final

Sentences = dict[str, tuple[str, ...]]

ENGLISH: Final[Sentences] = {
    "title": (
        "{a} and {b} take stock of their cooperation",
        "{a} and {b} agree on the next steps for {m}",
        "{p_name} receives {q_name} in {city}",
        "{m}: {a} and {b} move forward together",
        "Space cooperation: {a} welcomes {b}",
    ),
    "meeting": (
        "On {day}, {p} met {q} in {city} to review what their agencies are undertaking together in space.",
        "{p_name}, {p_post}, received {q_name}, {q_post}, in {city} on {day}.",
        "A meeting in {city} on {day} brought together {p} and {q}.",
        "In {city} on {day}, {p} and {q} held talks on the cooperation of {a} and {b}.",
    ),
    "agreement": (
        "On this occasion, {a} and {b} signed a framework agreement on {topic}.",
        "{p_name} and {q_name} signed a memorandum of understanding on {m}.",
        "An agreement on {topic} was signed by {a} and {b} on {day}.",
        "The two heads signed a letter of intent that opens the way to joint work on {topic}.",
    ),
    "endeavour": (
        "{a} and {b} are working together on {m}, which is planned for launch in {year}.",
        "{m} is a mission of {a}, in which {b} takes part.",
        "{a} leads {m} with {b}; {o} builds the platform.",
        "{b} contributes the {payload} instrument to {m}, a mission led by {a}.",
        "With {m}, {a} and {b} continue the work that they began with {n}.",
    ),
    "launch": (
        "{n} was launched by a {vehicle} rocket from {site} on {later}.",
        "On {later}, a {vehicle} lifted off from {site} with {n} on board.",
        "A {vehicle} rocket placed {n} into orbit on {later}.",
    ),
    "more": (
        "{a} and {o} are also partners in {n}.",
        "{o} operates {n} on behalf of {b}.",
        "The {coined} satellite, built by {o} for {a}, could follow in {year}.",
        "{b} plans to join {n}, where {o} already takes part.",
        "Data from {n} are shared by {a}, {b} and {o}.",
    ),
    "quote": (
        "“The work on {m} shows what we can do together,” said {p_name}.",
        "“We will go further, on {topic} above all,” {q_name} said after the meeting.",
        "For {p_name}, {topic} is where both agencies have most to gain.",
    ),
    "filler": (
        "Both sides stressed that results should serve science and society alike.",
        "Working groups will report within a year, and teams will exchange engineers.",
        "The meeting closed with a visit of the laboratories and of the control room.",
        "Budgets remain to be settled by the authorities of both countries.",
    ),
    "contacts": ("CONTACTS\n{r_name}\nPress Officer\nTel. +33 (0)1 00 00 00 {two}\n",),
}

FRENCH: Final[Sentences] = {
    "title": (
        "{a} et {b} font le point sur leur coopération",
        "{a} et {b} s’accordent sur la suite de {m}",
        "{p_name} reçoit {q_name} à {city}",
        "{m} : {a} et {b} avancent ensemble",
        "Coopération spatiale : {a} accueille {b}",
    ),
    "meeting": (
        "Le {day}, {p} a rencontré {q} à {city} pour passer en revue les travaux communs des deux agences.",
        "{p_name}, {p_post}, a reçu {q_name}, {q_post}, à {city} le {day}.",
        "Une réunion a rassemblé {p} et {q} à {city} le {day}.",
        "À {city}, le {day}, {p} et {q} se sont entretenus de la coopération entre {a} et {b}.",
    ),
    "agreement": (
        "À cette occasion, {a} et {b} ont signé un accord-cadre sur {topic}.",
        "{p_name} et {q_name} ont signé un protocole d’accord sur {m}.",
        "Un accord sur {topic} a été signé par {a} et {b} le {day}.",
        "Les deux dirigeants ont signé une lettre d’intention qui ouvre la voie à des travaux communs sur {topic}.",
    ),
    "endeavour": (
        "{a} et {b} travaillent ensemble à la mission {m}, dont le lancement est prévu en {year}.",
        "{m} est une mission de {a}, à laquelle participe {b}.",
        "{a} dirige {m} avec {b} ; {o} construit la plateforme.",
        "{b} fournit l’instrument {payload} de la mission {m}, dirigée par {a}.",
        "Avec {m}, {a} et {b} poursuivent le travail commencé avec {n}.",
    ),
    "launch": (
        "{n} a été lancé par une fusée {vehicle} depuis {site} le {later}.",
        "Le {later}, une fusée {vehicle} a décollé de {site} avec {n} à son bord.",
        "Une fusée {vehicle} a placé {n} en orbite le {later}.",
    ),
    "more": (
        "{a} et {o} sont aussi partenaires de {n}.",
        "{o} opère {n} pour le compte de {b}.",
        "Le satellite {coined}, construit par {o} pour {a}, pourrait suivre en {year}.",
        "{b} prévoit de rejoindre {n}, auquel {o} participe déjà.",
        "Les données de {n} sont partagées par {a}, {b} et {o}.",
    ),
    "quote": (
        "« Les travaux sur {m} montrent ce que nous pouvons faire ensemble », a déclaré {p_name}.",
        "« Nous irons plus loin, d’abord sur {topic} », a dit {q_name} après la réunion.",
        "Pour {p_name}, les deux agences ont le plus à gagner dans le domaine suivant : {topic}.",
    ),
    "filler": (
        "Les deux parties souhaitent que les résultats servent la science comme la société.",
        "Des groupes de travail rendront compte d’ici un an, et les équipes échangeront des ingénieurs.",
        "La réunion s’est achevée par une visite des laboratoires et de la salle de contrôle.",
        "Les budgets restent à fixer par les autorités des deux pays.",
    ),
    "contacts": ("CONTACTS\n{r_name}\nAttachée de presse\nTél. +33 (0)1 00 00 00 {two}\n",),
}

POSTS: Final = {
    "en": ("President of {}", "Director General of {}", "Administrator of {}", "Chairman of {}"),
    "fr": (
        "Président de {}",
        "Directeur général de {}",
        "Administrateur de {}",
        "Présidente de {}",
    ),
}
TOPICS: Final = {
    "en": ("climate", "Earth observation", "space exploration", "launchers", "telecommunications"),
    "fr": (
        "le climat",
        "l’observation de la Terre",
        "l’exploration spatiale",
        "les lanceurs",
        "la navigation",
    ),
}
MONTHS: Final = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}
HEADERS: Final = {"en": "PRESS RELEASE", "fr": "COMMUNIQUÉ DE PRESSE"}
PLAN: Final = (
    *("meeting", "endeavour", "quote", "|", "agreement", "more", "endeavour", "|"),
    *("launch", "more", "filler", "|", "quote", "filler", "|", "contacts"),
)
BRIEF: Final = ("meeting", "agreement", "launch")
"""What a release in brief may say: a title and one paragraph."""
NOTICE: Final = ("meeting",)
"""What a notice says: a title and a sentence."""
