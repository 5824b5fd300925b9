"""Words after which French names a person: who spoke, in inversion, or who leads a body."""

from __future__ import annotations

SAID = (
    r"\b(?:a|ont|s'est|s'était) (?:\w+ )?(?:déclaré|félicitée?|expliqué|souligné|ajouté|conclu|commenté|indiqué|précisé|affirmé|réjouie?|estimé|rappelé|confié|résumé|assuré)"
    r"|\b(?:déclare|souligne|ajoute|conclut|commente|explique|précise|estime|résume|se félicite|se réjouit|rappelle)"
    r"|\b(?:Selon|D'après|selon|d'après|Aux yeux de|aux côtés de)"
    r"|\bqu(?:e |')(?:dirige|préside|a fondée?|pilote|conduit|emmène|mène)"
    r"|\b(?:dirigée?s?|présidée?s?|fondée?s?|représentée?s?|emmenée?s?|encadrée?s?) (?:\w+ )?par"
)
"""Words after which French names a person: who spoke, in inversion, or who leads."""
