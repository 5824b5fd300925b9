"""`spacekg explain`: what is known of one thing, and which words say so."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

import click

from kg.cli.layout import paragraph
from kg.cli.options import LANGUAGES, view_options

if TYPE_CHECKING:
    from kg.store.base import View
    from kg.views.records import Explanation, Happening, Post, ReleaseInfo, Sentence, Statement

QUOTES: Final = 2
TITLE: Final = 60


@click.command(short_help="Tell what is known of a thing, and which words say so.")
@click.argument("name", metavar="NAME-OR-IRI")
@view_options
@click.option(
    "--quotes", default=QUOTES, show_default=True, type=click.IntRange(min=0),
    help="How many sentences to show for each statement at most.",
)  # fmt: skip
@click.option(
    "--lang", type=click.Choice(LANGUAGES), default="en", show_default=True,
    help="Language whose sentences come first.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print all of it as JSON.")
def command(view: View, name: str, quotes: int, lang: str, as_json: bool) -> None:
    """Tell what is known of a thing, each statement with the words that say it and their release.

    A name that several things bear is an error that lists them by key; then give the key
    (agency/cnes) or the IRI.

    \b
    Examples:
      spacekg explain Bion-M2 --store demo
      spacekg explain agency/asi --quotes 1 --store demo
    """
    from kg.queries import resolve
    from kg.views.explain import explain

    found = explain(view, resolve(name, view).value)
    if as_json:
        click.echo(json.dumps(asdict(found), indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(told(found, Shown(quotes, lang))))


@dataclass(frozen=True, slots=True)
class Shown:
    """Which sentences to show: how many for each statement, and of what language the first."""

    quotes: int = QUOTES
    language: str = "en"

    def first(self, sentences: Sequence[Sentence]) -> list[Sentence]:
        """Return the sentences to show; within a language they keep their order."""
        ordered = sorted(sentences, key=lambda s: s.release.language != self.language)
        return ordered[: self.quotes]


def told(found: Explanation, shown: Shown) -> Iterator[str]:
    """Yield the lines that tell what was found, with the sentences that are to be shown."""
    yield from _head(found)
    from kg.views import wording

    yield from _section(wording.SAID, (_statement(s, shown) for s in wording.said(found)))
    yield from _section(wording.DISCUSSED, (_statement(s, shown) for s in found.discussed))
    yield from _section(wording.EVENTS, (_happening(e, shown) for e in found.events))
    yield from _section(wording.POSTS, (_post(p, shown) for p in found.posts))
    known = wording.known(found)
    yield from _section(wording.KNOWN, ([f"  {wording.clause(s)}"] for s in known))
    yield from _section(wording.NAMED, ([f"  {_release(r)}"] for r in found.mentioned))


def _head(found: Explanation) -> Iterator[str]:
    yield f"{click.style(found.thing.label, bold=True)} ({', '.join(_classes(found))})"
    yield found.thing.iri
    others = dict.fromkeys(n.text for n in found.names if n.text != found.thing.label)
    if others:
        yield paragraph(f"also called {'; '.join(others)}", hanging=2)
    for iri in found.same_as:
        yield f"same as {iri}"


def _classes(found: Explanation) -> list[str]:
    """Return the labels of the classes that do not follow from another one."""
    from kg.graph import SUPERCLASSES
    from kg.vocab import SKG

    names = {thing.iri.removeprefix(SKG.iri): thing.label for thing in found.classes}
    implied = {above for name in names for above in SUPERCLASSES.get(name, ())}
    return [label for name, label in names.items() if name not in implied]


def _section(title: str, items: Iterator[list[str]]) -> Iterator[str]:
    lines = [line for item in items for line in item]
    if lines:
        yield from ("", click.style(title, bold=True), *lines)


def _statement(statement: Statement, shown: Shown) -> list[str]:
    from kg.views.wording import bracketed, clause

    statuses = sorted({s.status for s in statement.sentences if s.status})
    return [f"  {clause(statement)}{bracketed(statuses)}", *_quoted(statement.sentences, shown)]


def _happening(event: Happening, shown: Shown) -> list[str]:
    from kg.views.wording import bracketed, day

    until = f" to {event.end}" if event.end else ""
    lines = [f"  {day(event)}{until}  {event.thing.label}{bracketed(event.statuses)}"]
    roles: dict[str, list[str]] = {}
    for role in event.roles:
        roles.setdefault(role.name, []).append(role.thing.label)
    lines += [
        paragraph(f"{name}: {', '.join(labels)}", indent=4, hanging=6)
        for name, labels in roles.items()
    ]
    return [*lines, *_quoted(event.sentences, shown)]


def _post(post: Post, shown: Shown) -> list[str]:
    from kg.views import wording

    return [f"  {wording.post(post)}", *_quoted(post.sentences, shown)]


def _quoted(sentences: Sequence[Sentence], shown: Shown) -> list[str]:
    lines = []
    for sentence in shown.first(sentences):
        words = " ".join(sentence.quote.split())
        lines.append(paragraph(f"“{words}”", indent=4, hanging=5))
        lines.append(f"    {_release(sentence.release)}")
    left = len(sentences) - shown.quotes
    return [*lines, f"    and {left} more"] if lines and left > 0 else lines


def _release(release: ReleaseInfo) -> str:
    from kg.views import wording

    return wording.release(release, textwrap.shorten(release.title, TITLE, placeholder=" …"))
