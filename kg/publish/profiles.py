"""Profiles: how much a document says (W3C, "Content Negotiation by Profile", 2019 and later).

`facts` gives what is stated, `evidence` the claims and the words that say so as well. A client
names one by token or IRI in `_profile`, or by IRI in Accept-Profile; the argument beats the header.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

from kg.vocab import DEFAULT_BASE

ARGUMENT: Final = "_profile"
LIST: Final = "alt"
_PROFILE: Final = "http://www.w3.org/ns/dx/prof/Profile"


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile: its token in addresses, its IRI, what it gives."""

    token: str
    iri: str
    title: str


FACTS: Final = Profile("facts", f"{DEFAULT_BASE}profile/facts", "What is stated.")
EVIDENCE: Final = Profile(
    "evidence",
    f"{DEFAULT_BASE}profile/evidence",
    "What is stated, with the claims of releases and the words that make them.",
)
LISTED: Final = Profile(
    LIST,
    "http://www.w3.org/ns/dx/connegp/altr",
    "In which profiles and media types the document can be had.",
)


def choose(
    offered: tuple[Profile, ...], argument: str | None, header: str | None
) -> Profile | None:
    """Return the profile that a client gets; None where its argument names none that there is.

    A header that names none of them is as no header: the first one is given.
    """
    if argument is not None:
        by_name = {name: profile for profile in offered for name in (profile.token, profile.iri)}
        return by_name.get(argument.strip().strip("<>"))
    wanted = parse_accept_header(header, Accept)
    return max(offered, key=lambda profile: _weight(wanted, profile))


def links(offered: tuple[Profile, ...], chosen: Profile) -> list[str]:
    """Return Link headers: the profile given, and which token stands for which IRI."""
    tokens = [
        f'<{_PROFILE}>; rel="type"; token="{profile.token}"; anchor=<{profile.iri}>'
        for profile in offered
    ]
    return [f'<{chosen.iri}>; rel="profile"', *tokens]


def _weight(wanted: Accept, profile: Profile) -> float:
    return float(max(wanted.quality(f"<{profile.iri}>"), wanted.quality(profile.iri)))
