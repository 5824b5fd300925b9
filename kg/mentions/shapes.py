"""The shapes that names of bodies have in a language: head nouns, "the company X", "X GmbH"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.anchors import Anchors
from kg.languages import load
from kg.mentions import firms
from kg.mentions.capitals import LOWER, UPPER, WORD
from kg.mentions.kinds import KINDS

_FIRST = rf"(?:{WORD}|\d[{UPPER}]+(?=[ ][{UPPER}]))"
"""The first word of a firm's name: "3D PLUS" too."""
_LIST = rf"{WORD}(?:[ ]{WORD})*(?:(?:,[ ]{WORD}(?:[ ]{WORD})*)*,?[ ](?:and|&)[ ](?:the[ ])?{WORD}(?:[ ]{WORD})*)?"
_FR_ADJECTIVE = rf"(?!(?:propos|cré|dirig|situ|bas|fond|install|implant|lanc|confi|pilot|port|men|coordonn|associ|héberg|développ|réalis|trait|invit|charg)ée?s?\b)[{LOWER}]+(?:iques?|ale?s?|aux|aires?|elle?s?|iennes?|iens?|aise?s?|oise?s?|ives?|ifs?|ières?|ères?|eure?s?|ouge|naux|gnole?s?|ande?s?|sses?|nne?s?|ine?s?|ées?|és?|nde?s?|ables?|ibles?|tonomes?|libres?)"
_FR_OF = r"(?:[ ](?:chargé[e]?[ ])?(?:de[ ]la[ ]|de[ ]l['’]|du[ ]|des[ ]|de[ ]|d['’]|pour[ ](?:le[ ]|la[ ]|les[ ]|l['’])?(?![A-ZÀ-Þ])|à[ ]la[ ]|à[ ]l['’]|à[ ](?![A-ZÀ-Þ])|aux[ ](?=[A-ZÀ-Þ])|contre[ ](?:la[ ]|le[ ]|l['’]|les[ ])))"
_FR_SITE_OF = r"(?:[ ](?:de[ ]la[ ]|de[ ]l['’]|du[ ]|des[ ]|de[ ]|d['’]))"
HEADS = ("agency", "site", "organisation")
_COMPANIES = (
    "start-up",
    "startup",
    "company",
    "firm",
    "operator",
    "manufacturer",
    "nonprofit",
    "non-profit",
)
_SOCIETES = (
    "start-up",
    "startup",
    "jeune pousse",
    "société",
    "entreprise",
    "opérateur",
    "constructeur",
    "industriel",
    "firme",
    "PME",
    "équipementier",
    "motoriste",
    "exploitant",
    "fabricant",
    "fournisseur",
    "filiale",
    "maître d'œuvre",
    "maître d’œuvre",
    "bureau d'études",
    "bureau d’études",
    "groupe",
)
_ABROAD = (
    *("Universidad", "Universidade", "Università", "Universität", "Université", "Universitas"),
    *("Instituto", "Istituto", "Institut", "Instytut", "Agencia", "Agência", "Agenzia", "Centro"),
    *(
        "Laboratoire",
        "Observatoire",
        "Observatorio",
        "Ministère",
        "Ministerio",
        "Direction",
        "École",
    ),
    *("Consiglio", "Consejo", "Fundación", "Politecnico", "Hochschule", "Technische", "Académie"),
    *("Groupe", "Comité", "Conseil", "Fondation"),
)
"""Nouns of other languages that begin the name of a body in an English text."""
NAMED = ("université", "institut", "école", "laboratoire", "observatoire", "fondation", "collège")
"""French nouns that a proper name follows at once: "l'université Paul-Sabatier"."""
_EN_OF = r"(?:[ ](?:of|for)[ ]|(?<=Committee)[ ]on[ ]|(?<=Commission)[ ]on[ ]|(?<=Council)[ ]on[ ])"


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape of names: the class it gives, how it finds them, and the words it cannot be without.

    `capital` tells that these words begin with a capital in all its names.
    """

    kind: str
    method: str
    anchors: Anchors
    regex: re.Pattern[str]
    capital: bool = False


@cache
def shapes(code: str) -> tuple[Shape, ...]:
    """Return the shapes of a language, in the order in which they are looked for."""
    return _english() if code == "en" else _french(code)


def _title_case(words: tuple[str, ...]) -> str:
    """Return alternatives in which each word of a head begins with a capital, or all are capitals."""
    forms = {" ".join(w[:1].upper() + w[1:] for w in head.split()) for head in words}
    forms |= {head.upper() for head in words}
    return "|".join(sorted(map(re.escape, forms), key=lambda f: (-len(f), f))).replace(
        r"\ ", r"[ ]"
    )


def _english() -> tuple[Shape, ...]:
    language = load("en")
    before = rf"(?:{WORD}(?:[ ]\([{UPPER}]+\))?(?:,?[ ](?:and|&)[ ]|[ ]))"
    found = []
    for head in HEADS:
        words = language.words[f"{head}-head"]
        tail = rf"(?:{_EN_OF}(?:the[ ])?{_LIST})*"
        full = rf"(?<![\w’'&-]){before}{{0,6}}?(?:{_title_case(words)})(?![\w-]){tail}"
        found.append(Shape(KINDS[head], "head-noun", Anchors(words), re.compile(full), True))
    sites = language.words["site-head"]
    lower = "|".join(re.escape(h) for h in sorted(sites, key=len, reverse=True))
    full = rf"(?<![\w’'-])(?:{WORD}[ ]){{1,3}}(?:{lower})(?!\w)"
    found.append(Shape("Site", "head-noun", Anchors(sites), re.compile(full)))
    return (*found, _foreign(), _company(_COMPANIES), _company_ending("en"))


def _foreign() -> Shape:
    """Return the pattern of a body that an English text names in its own language."""
    small = r"(?:(?:de|del|della|delle|di|da|do|dos|das|des|du|la|le|les|los|las|el|en|em|e|et|y|für|zu|van|voor)[ ]|[dl]['’]){0,3}"
    lower = rf"(?:[ ][{LOWER}]+(?:ale?s?|ique|iques|aire|ienne|ien))?"
    full = rf"(?<![\w’'-])(?:{'|'.join(_ABROAD)}){lower}(?:[ ]{small}{WORD}){{1,7}}"
    return Shape("Organisation", "foreign", Anchors(_ABROAD), re.compile(full), True)


def _french(code: str) -> tuple[Shape, ...]:
    language = load(code)
    found = []
    for head in HEADS:
        words = language.words[f"{head}-head"]
        forms = {h[:1].upper() + h[1:] for h in words} | {
            "-".join(map(str.capitalize, h.split("-"))) for h in words
        }
        heads = "|".join(map(re.escape, sorted(forms, key=lambda f: (-len(f), f))))
        if head == "organisation":
            heads += "|ministère|université"
        word = rf"(?:[{UPPER}{LOWER}][\w-]*)"
        of = _FR_SITE_OF if head == "site" else _FR_OF
        part = rf"{of}{word}(?:[ ](?:et[ ])?{_FR_ADJECTIVE}(?!\w)|[ ](?:la[ ]|l['’]|do[ ]|da[ ]|dos[ ]|del[ ]|di[ ]|van[ ]|von[ ])?{WORD})*"
        more = rf"(?:(?:,|[ ]et)(?={_FR_SITE_OF}|[ ]à[ ]la[ ][{UPPER}]){part}|[ ]et(?:[ ]{WORD})+)*"
        titled = (
            rf"(?:[ ]{WORD}|[ ]et(?=[ ]{WORD}))+" if head == "organisation" else rf"(?:[ ]{WORD})+"
        )
        full = rf"(?<![\w-])(?:{heads})(?!\w)(?:{titled}|(?:[ ](?:et[ ])?{_FR_ADJECTIVE}(?!\w))*)(?:{part}{more})*"
        capital = head != "organisation"
        found.append(Shape(KINDS[head], "head-noun", Anchors(words), re.compile(full), capital))
    full = rf"(?<![\w-])(?i:{'|'.join(NAMED)})(?![ ][{UPPER}]{{3,}}(?!\w))(?:[ ]{WORD})+"
    found.append(Shape("Organisation", "head-noun", Anchors(NAMED), re.compile(full)))
    houses = (*NAMED, "centre", "pôle")
    full = rf"(?<![\w-])(?:{'|'.join(houses)})[ ]([{UPPER}]{{3,}}[\w-]*)(?!\w)"
    found.append(Shape("Organisation", "company", Anchors(houses), re.compile(full)))
    sites = rf"(?<![\w-])(?:{'|'.join(_FR_SITES)})(?:[ ]{_FR_ADJECTIVE}(?!\w))?(?:[ ](?:de|du|des|d['’]))?[ ]?{WORD}(?:[ -]{WORD})*"
    found.append(Shape("Site", "lower-head", Anchors(_FR_SITES), re.compile(sites)))
    house = rf"(?<![\w-])ambassade[ ](?:de[ ](?:la[ ]|l['’])?|d['’]|du[ ]|des[ ]){WORD}(?:[ -]{WORD})*(?:[ ]à[ ]{WORD})?"
    found.append(Shape("Site", "lower-head", Anchors(("ambassade",)), re.compile(house)))
    ministry = rf"(?<![\w-])[Mm]inistère[ ][{LOWER}]{{4,}}{_FR_SITE_OF}{WORD}(?:[ ]{_FR_ADJECTIVE}(?!\w)|[ ]{WORD})*(?:(?:,|[ ]et){_FR_SITE_OF}{WORD}(?:[ ]{_FR_ADJECTIVE}(?!\w)|[ ]{WORD})*)*"
    found.append(Shape("Organisation", "foreign", Anchors(("ministère",)), re.compile(ministry)))
    boss = rf"\b(?:[Pp]résidente?(?:-[Dd]irect\w+[ ][Gg]énérale?)?|[Dd]irecteur[ ][Gg]énéral|[Dd]irectrice[ ][Gg]énérale|[Cc]o-?fondat(?:eur|rice)|[Ff]ondat(?:eur|rice)|PDG)[ ](?:de[ ]|d['’])(?!{_GENERIC})({WORD}(?:[ ]{WORD}){{0,2}})(?=[,.;)\n])"
    found.append(Shape("Organisation", "company", Anchors(_BOSSES), re.compile(boss)))
    found += _acting()
    return (
        *found,
        _in_english(),
        _in_german(),
        _apposed(),
        _company(_SOCIETES),
        _company_ending(code),
    )


_FR_SITES = (
    "station",
    "base",
    "base spatiale",
    "base aérienne",
    "cosmodrome",
    "parc technologique",
    "pas de tir",
    "campus",
    "aéroport",
    "centre spatial",
    "centre technique",
    "centre de contrôle",
    "centre de lancement",
    "port spatial",
    "champ de tir",
    "station de contrôle",
    "station de réception",
)
"""French nouns in lower case that a place of its own follows: "la station Troll"."""
_FR_HOUSES = (
    "centre de recherche",
    "laboratoire",
    "institut",
    "start-up",
    "jeune pousse",
    "société",
    "entreprise",
    "PME",
    "équipementier",
    "opérateur",
    "filiale",
    "bureau d'études",
    "bureau d’études",
    "association",
    "unité mixte",
    "spin-off",
    "organisme",
    "maître d'œuvre",
    "maître d’œuvre",
    "maître d'ouvrage",
    "maître d’ouvrage",
    "constructeur",
    "fabricant",
)


_BOSSES = ("président", "directeur général", "directrice générale", "fondat", "cofondat", "pdg")
_GENERIC = r"(?:Région|République|Conseil|Commission|Sénat|Assemblée|Comité|Union|Université|Agence|Institut|Centre|Section|Cour|Chambre|Groupe|État)\b"
"""What a president is of that has no name of its own yet."""


def _acting() -> tuple[Shape, ...]:
    """Return the patterns of firms that only what they do betrays."""
    anchors = Anchors(firms.MAKERS)
    return tuple(
        Shape("Organisation", "acting", anchors, re.compile(full)) for full in firms.SHAPES
    )


_EN_HEADS = (
    *("University", "Institute", "Society", "Agency", "Laboratory", "Force", "Corporation"),
    *("Council", "Foundation", "Association", "Academy", "Authority", "Institution", "College"),
    *("Ministry", "Department", "Bureau", "Consortium", "Observatory", "Organisation"),
)


def _in_english() -> Shape:
    """Return the pattern of a body that a French text names in English."""
    heads = "|".join(_EN_HEADS)
    lead = (
        rf"(?:(?!(?:Le|La|Les|Un|Une|Au|Du|Des|En|À|A)[ ]){WORD}[ ](?:and[ ]|of[ ]|for[ ]|de[ ])?)"
    )
    tail = rf"(?:[ ](?:of|for)[ ](?:the[ ])?{WORD}(?:[ ](?:and[ ])?{WORD})*)"
    full = rf"(?<![\w’'-])(?:{lead}{{1,5}}(?:{heads})(?!\w){tail}?|(?:{heads})(?!\w){tail})"
    return Shape("Organisation", "foreign", Anchors(_EN_HEADS), re.compile(full), True)


def _in_german() -> Shape:
    """Return the pattern of a body that a French text names in German."""
    small = r"(?:(?:für|und|der|des|die|das|zu|zur)[ ]){0,3}"
    full = rf"(?<![\w’'-])Deutsche[rs]?(?:[ ]{small}{WORD})+"
    return Shape("Organisation", "foreign", Anchors(("Deutsche",)), re.compile(full), True)


def _apposed() -> Shape:
    """Return the pattern of a name that an apposition tells to be a body's: "CentroGeo, centre de"."""
    nouns = "|".join(map(re.escape, _FR_HOUSES))
    name = rf"(?<![\w/.@-])(?<![^dDlL]['’])((?:[{UPPER}][\w-]+)(?:[ ]{WORD}){{0,2}})"
    size = r"(?:jeune |petite |grande |petit |grand |premier |première )?"
    full = rf"{name}, (?:une? |l['’]|le |la )?{size}(?:{nouns})(?!\w)(?! à)"
    return Shape("Organisation", "company", Anchors(_FR_HOUSES), re.compile(full))


def _company(nouns: tuple[str, ...]) -> Shape:
    """Return the pattern of a name after "the company" or "start-up"."""
    full = rf"\b(?:{'|'.join(nouns)}),?(?: (?:de |d['’]|en )[{LOWER}-]+)?(?: {_FR_ADJECTIVE}(?!\w)){{0,2}} ({_FIRST}(?:[ ](?:&[ ])?{WORD}){{0,3}})"
    return Shape("Organisation", "company", Anchors(nouns), re.compile(full))


def _company_ending(code: str) -> Shape:
    """Return the pattern of a name before "Inc.", "GmbH" or "S.A."."""
    endings = load(code).words["company-ending"]
    forms = "|".join(re.escape(e) for e in sorted(endings, key=len, reverse=True))
    full = rf"(?<![\w’'-])((?:{WORD}[ ](?:&[ ])?){{0,3}}{WORD}),?[ ](?:{forms})(?![\w-])"
    return Shape("Organisation", "company", Anchors(endings), re.compile(full))
