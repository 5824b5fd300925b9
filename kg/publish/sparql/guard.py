"""What a query may not hold: SERVICE, by which Oxigraph would fetch from anywhere.

Oxigraph calls a service while it answers and cannot be told not to, so such a query must not
reach it. To find the keyword one would have to know where strings, comments and IRIs end, and `?a<?b` or
`SERVICEex:a` are read otherwise by those who do not parse. So nothing is left out: wherever the
letters are followed by what follows them in a query, a name and an open brace, the query is refused, in a
string and in a comment too. FROM and GRAPH name graphs of the store and fetch nothing; LOAD is an update.
"""

from __future__ import annotations

import re
from typing import Final

from kg.errors import RequestRefusedError

# SPARQL 1.1, 19.8: white space and comments, which may stand between any two words.
_GAP: Final = r"(?:[ \t\r\n]++|\#[^\r\n]*+)*+"
# An IRI, a variable or a prefixed name, and more than that.
_NAME: Final = (
    r"(?:<[^>]*+>|[^ \t\r\n{}<>\#\\]++(?:\\.[^ \t\r\n{}<>\#\\]*+)*+|(?:\\.[^ \t\r\n{}<>\#\\]*+)++)"
)
_CALL: Final = re.compile(rf"SERVICE{_GAP}(?:SILENT{_GAP})?{_NAME}{_GAP}\{{", re.IGNORECASE)


def calls_service(sparql: str) -> bool:
    """Tell whether the query calls another service, or holds text that reads as if it did."""
    return _CALL.search(sparql) is not None


def check(sparql: str) -> None:
    """Raise RequestRefusedError for a query that calls a service.

    This takes longer the longer the query, up to seconds: it is for a worker to do.
    """
    if calls_service(sparql):
        raise RequestRefusedError(
            "SERVICE is not answered here: this endpoint calls no other",
            "Ask the other service by itself, or both with an engine of your own.",
            status=403,
        )
