"""The project's JSON-LD context as a document of its own: `python -m kg.export.rdf.context`.

Our JSON-LD carries the context within, so that nobody has to fetch it. The document is for those who
write JSON-LD with our terms, and is to be published beside the ontology.
"""

from __future__ import annotations

import json
import sys

from kg.export.rdf.jsonld import CONTEXT


def document() -> str:
    """Return `ontology/context.jsonld`."""
    return json.dumps({"@context": CONTEXT}, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(document())
