"""Checks of profiles: content negotiation by profile (22 to 27)."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from kg.publish.check.model import check, demand, need
from kg.publish.check.negotiation import links
from kg.publish.check.subject import HTML, TURTLE, Subject, values
from kg.publish.terms import ALTR, DCT

_REMEDY: Final = "See https://www.w3.org/TR/dx-prof-conneg/."


def _tokens(site: Subject) -> dict[str, str]:
    """Return the profiles by token."""
    found = links(site.ask(site.document, TURTLE), "type")
    tokens = {}
    for _, rest in found:
        token, anchor = (
            re.search(r'token="?([^";]+)', rest),
            re.search(r"anchor=\"?<([^>]+)>", rest),
        )
        if token and anchor:
            tokens[token[1]] = anchor[1]
    need(tokens, "the site tells of no profiles")
    return tokens


def _given(site: Subject, **asked: str) -> list[str]:
    return [target for target, _ in links(site.ask(site.document, TURTLE, **asked), "profile")]


@check(22, "The profile of a representation is told", _REMEDY)
def profile_is_told(site: Subject) -> None:
    tokens = _tokens(site)
    given = _given(site)
    demand(set(given) & set(tokens.values()), 'no Link: <profile>; rel="profile"')


@check(23, "Accept-Profile selects", _REMEDY)
def header_selects(site: Subject) -> None:
    for iri in _tokens(site).values():
        given = _given(site, Accept_Profile=f"<{iri}>")
        demand(iri in given, f"asked for {iri}, got {', '.join(given) or 'none'}")


@check(24, "?_profile=alt lists profiles and media types", _REMEDY)
def list_is_given(site: Subject) -> None:
    need(_tokens(site), "")
    graph = site.graph(f"{site.document}?_profile=alt")
    listed = [t for t in graph if t.predicate.value == ALTR.hasRepresentation]
    demand(listed, "no altr:hasRepresentation")


@check(25, "No profile is listed that cannot be had", _REMEDY)
def listed_can_be_had(site: Subject) -> None:
    need(_tokens(site), "")
    graph = site.graph(f"{site.document}?_profile=alt")
    for triple in graph:
        if triple.predicate.value == ALTR.hasRepresentation:
            address = str(triple.object).strip("<>")
            answer = site.ask(address)
            told = values(graph, address, DCT.format)
            demand(answer.status == 200, f"{address} answers {answer.status}")
            demand(answer.media_type in told, f"{address} is {answer.media_type}, listed as {told}")


@check(26, "Tokens are mapped to IRIs in Link headers", _REMEDY)
def tokens_are_mapped(site: Subject) -> None:
    for token, iri in _tokens(site).items():
        answer = site.ask(f"{site.document}?_profile={quote(token)}", TURTLE)
        given = [target for target, _ in links(answer, "profile")]
        demand(iri in given, f"token {token} gives {', '.join(given) or 'no profile'}")


@check(27, "Arguments beat headers", _REMEDY)
def arguments_win(site: Subject) -> None:
    tokens = _tokens(site)
    need(len(tokens) > 1, "there is one profile only")
    (first, _), (_, other) = sorted(tokens.items())[:2]
    answer = site.ask(
        f"{site.document}?_profile={first}&_mediatype={TURTLE}", HTML, Accept_Profile=f"<{other}>"
    )
    demand(answer.media_type == TURTLE, f"_mediatype lost: {answer.media_type}")
    given = [target for target, _ in links(answer, "profile")]
    demand(tokens[first] in given, f"_profile lost: {given}")
