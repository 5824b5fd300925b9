"""Firms that only what they do betrays, in French: "construit par X", "X fournira", "que livrera X"."""

from __future__ import annotations

from kg.mentions.capitals import LOWER, WORD

_MADE = r"(?:construite?s?|fabriquée?s?|assemblée?s?|développée?s?|réalisée?s?|conçue?s?|mise?s? au point|fournie?s?|livrée?s?|produite?s?|exploitée?s?|opérée?s?|commercialisée?s?)"
_MAKE = r"(?:a |ont |va |doit |aura )?(?:fourni(?:t|ra|e)?|livr(?:e|era|é)|développ(?:e|era|é)|construi(?:t|ra)|fabriqu(?:e|era|é)|réalis(?:e|era|é)|conçoit|conçu|concevra|exploit(?:e|era)|opèr(?:e|era)|assembl(?:e|era|é)|produi(?:t|ra)|commercialis(?:e|era))(?![\w-])"
_NO_FIRM = r"(?!(?:Elle|Il|Elles|Ils|On|Nous|Cela|Celui|Celle|Chacun|Qui|Ce|Cette|Ces|Le|La|Les|Un|Une|Tous|Toutes|Au|Aux|Du|Des|En|Dans|Pour|Par|Avec|Mais|Et|Son|Sa|Ses|Notre|Leur|Lui|Je|Mars|Lune|Europe)(?!\w)|[LDSld]['’])"
_NAME = rf"{_NO_FIRM}({WORD}(?:[ ](?:&[ ])?{WORD}){{0,3}})(?!\w)"

MAKERS = (
    *("fourni", "livr", "développ", "constru", "fabriqu", "réalis", "conçoi", "conçu"),
    *("exploit", "opèr", "opér", "assembl", "produi", "commercialis", "concevra", "mis"),
)
"""What the verbs begin with beside which such a firm stands."""
SHAPES = (
    rf"\b{_MADE}(?: [{LOWER}]+)? par (?:la |le |l['’])?{_NAME}",
    rf"(?:(?<=[.;:»] )|(?<=, )|(?<= et )|(?<= que )|(?<=qu['’])|(?<=\n)){_NAME} {_MAKE}",
    rf"\b(?:que |qu['’]){_MAKE} {_NAME}",
)
"""Its name is the one group of each pattern."""
