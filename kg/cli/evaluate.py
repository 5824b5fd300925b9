"""`spacekg evaluate`: compare the mapping with annotated releases."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.layout import figures
from kg.cli.options import mapper_options, output_option
from kg.cli.streams import read_text

if TYPE_CHECKING:
    from kg.evaluation import Evaluation, Tally
    from kg.pipeline import Mapper

MEASURES = ("measure", "precision", "recall", "F1", "found", "invented", "missed")
UNREADABLE = 3


@click.command(short_help="Measure the mapping against annotated releases.")
@click.argument("gold", required=False, type=click.Path(exists=True, file_okay=False))
@click.option("--relations", is_flag=True, help="Also a line a relation and kind of event.")
@click.option("--errors", is_flag=True, help="List what was missed and what was invented.")
@click.option("--confusion", is_flag=True, help="Show which class was taken for which.")
@click.option("--json", "as_json", is_flag=True, help="Write the figures as JSON.")
@click.option(
    "--page",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE.md",
    help="Also write the figures into this page, between its marks.",
)
@mapper_options
@output_option
@click.pass_context
def command(
    ctx: click.Context,
    *,
    gold: str | None,
    relations: bool,
    errors: bool,
    confusion: bool,
    as_json: bool,
    page: Path | None,
    mapper: Mapper,
    output: str,
) -> None:
    """Measure the mapping against annotated releases, by set and by language.

    GOLD is a folder of *.gold.json files and their texts, by default the packaged ones. A text
    that cannot be mapped counts as missed in all it holds, and the exit code is then 3.

    \b
    Examples:
      spacekg evaluate
      spacekg evaluate mygold --relations --errors
    """
    from kg import resources
    from kg.evaluation import evaluate
    from kg.export.target import opened

    folder = Path(gold) if gold else resources.folder("examples") / "gold"
    result = evaluate(folder, lambda release: mapper.graph(mapper.map(release)))
    if as_json:
        text = _json(result)
    else:
        text = _text(result, relations=relations, confusion=confusion)
        text += _errors(result) if errors else ""
    with opened(output) as out:
        out.write(text.encode())
    if page is not None:
        _renew(page, result)
    for failed in result.failures:
        click.echo(f"spacekg: {failed.set}/{failed.name}: {failed.failure}", err=True)
    if result.failures:
        ctx.exit(UNREADABLE)


def _parts(result: Evaluation) -> dict[str, Tally]:
    """Return the tallies to show: each set, each language, all."""
    by_language = {f"language {code}": tally for code, tally in result.by_language().items()}
    return {**result.by_set(), **by_language, "all": result.tally()}


def _text(result: Evaluation, *, relations: bool, confusion: bool) -> str:
    sections = []
    for name, tally in _parts(result).items():
        rows = [tuple(asdict(row).values()) for row in tally.table(details=relations)]
        sections.append(f"{name}\n{figures(MEASURES, rows)}\ngrounded {tally.grounding:.3f}\n")
    if confusion:
        cells = result.tally().confused()
        sections.append(figures(("annotated", "mapped", "count"), cells) + "\n")
    return "\n".join(sections)


def _errors(result: Evaluation) -> str:
    lines = [
        f"{one.set}/{one.name}: {finding}"
        for one in result.results
        for finding in sorted(one.tally.findings)
    ]
    return "\n" + "".join(f"{line}\n" for line in lines)


def _renew(page: Path, result: Evaluation) -> None:
    """Put the figures into the page in place of the older ones."""
    from kg.evaluation.report import figures as tables
    from kg.evaluation.report import renewed
    from kg.export.target import opened

    text = renewed(read_text(str(page)), tables(result))
    with opened(page) as out:
        out.write(text.encode())


def _json(result: Evaluation) -> str:
    record = {
        name: {
            "grounded": round(tally.grounding, 4),
            "measures": [asdict(row) for row in tally.table(details=True)],
        }
        for name, tally in _parts(result).items()
    }
    return json.dumps(record, indent=2, ensure_ascii=False) + "\n"
