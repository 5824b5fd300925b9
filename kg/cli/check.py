"""`spacekg check`: whether a site keeps what linked data are to keep."""

from __future__ import annotations

import click

from kg.errors import NotConformingError

FORMATS = ("text", "json", "earl")


@click.command(short_help="Check a site of linked data from outside.")
@click.argument("url", metavar="URL")
@click.option(
    "-f", "--format", "form", type=click.Choice(FORMATS), default=FORMATS[0], show_default=True,
    help="Report to print.",
)  # fmt: skip
@click.option(
    "--thing",
    metavar="IRI",
    help="Thing to look at. By default one that the dataset gives as an example.",
)
@click.option(
    "--public-base", metavar="URL",
    help="Address under which the world knows the site. By default as its description says.",
)  # fmt: skip
@click.option(
    "--only", metavar="NUMBERS", help="Statements to check, as 1,4,10-21. By default all.",
)  # fmt: skip
@click.option(
    "--timeout", default=20.0, show_default=True, metavar="SECONDS",
    type=click.FloatRange(min=0, min_open=True), help="Limit for each request, to its last byte.",
)  # fmt: skip
@click.option(
    "--pause", default=0.0, show_default=True, metavar="SECONDS", type=click.FloatRange(min=0),
    help="Wait before each request, to spare a site that is not yours.",
)  # fmt: skip
def command(
    *,
    url: str,
    form: str,
    thing: str | None,
    public_base: str | None,
    only: str | None,
    timeout: float,
    pause: float,
) -> None:
    """Check a site, ours or another's: identity, negotiation, profiles, pages, SPARQL, metadata.

    The numbers are those of docs/publishing.md. Nothing is written to the site, and at most 500
    requests are made, one after the other. Exit code 1 says that a check failed.

    \b
    Examples:
      spacekg check http://127.0.0.1:8000/
      spacekg check https://example.org/space/ -f earl > report.ttl
    """
    from kg.publish.check import Outcome, run
    from kg.publish.check.client import Client
    from kg.publish.check.report import FORMATS as WRITERS
    from kg.publish.check.subject import Subject

    if not url.startswith(("http://", "https://")):
        raise click.BadParameter(f"{url!r} is no web address", param_hint="URL")
    subject = Subject(url, Client(timeout, pause), public_base, thing)
    findings = list(run(subject, _numbers(only)))
    click.echo(WRITERS[form](subject.url, findings), nl=False)
    failed = [finding.check.number for finding in findings if finding.outcome is Outcome.FAILED]
    if failed:
        told = ", ".join(map(str, failed))
        raise NotConformingError(
            f"{subject.url} fails {len(failed)} of {len(findings)} checks: {told}",
            "The report says what was seen and what to do.",
        )


def _numbers(text: str | None) -> frozenset[int] | None:
    """Read `1,4,10-21`; None is all."""
    if text is None:
        return None
    numbers: set[int] = set()
    for part in text.split(","):
        first, _, last = part.strip().partition("-")
        if not first.isdecimal() or not (last or first).isdecimal():
            raise click.BadParameter(f"{part!r} is no number; write 1,4,10-21", param_hint="--only")
        numbers |= set(range(int(first), int(last or first) + 1))
    return frozenset(numbers)
