"""Run the checks, one after the other."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kg.publish.check import identity, metadata, negotiation, pages, profiles, sparql
from kg.publish.check.model import CHECKS, Check, Failed, Finding, Inapplicable, Outcome
from kg.publish.check.subject import Subject

__all__ = ["MODULES", "run"]

MODULES = (identity, negotiation, profiles, pages, sparql, metadata)


def run(subject: Subject, numbers: Collection[int] | None = None) -> Iterator[Finding]:
    """Yield what each check finds, or those of these numbers; EndpointError where nobody is there."""
    subject.client.reach(subject.url)
    for number in sorted(CHECKS if numbers is None else CHECKS.keys() & set(numbers)):
        yield _found(CHECKS[number], subject)


def _found(check: Check, subject: Subject) -> Finding:
    try:
        check.ask(subject)
    except Failed as failed:
        return Finding(check, Outcome.FAILED, str(failed))
    except Inapplicable as missing:
        return Finding(check, Outcome.INAPPLICABLE, str(missing))
    return Finding(check, Outcome.PASSED)
