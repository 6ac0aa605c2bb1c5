"""Commands for a newer Kawat: read a record's articles again, and see what changed."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from kawat.cli.options import Jobs, Lang, Record
from kawat.cli.output import Tally, named, print_json_of, print_rows, progress_bar


def reread(
    record: Record,
    all: Annotated[
        bool, typer.Option("--all", help="Also what this very version of Kawat has read.")
    ] = False,
    jobs: Jobs = None,
) -> None:
    """Read again, from the kept texts, what an older Kawat read; decisions stay."""
    from kawat.engine import Record as Kept

    with progress_bar("articles") as progress:
        added = Kept(record).reread(all=all, jobs=jobs, progress=progress)
    tally = Tally()
    for problem in added.problems:
        tally.tell(problem)
    where = named(record)
    typer.echo(f"{where}: {added.articles} articles read again, {tally.errors} problems")
    if added.articles:
        typer.echo(f"see what changed with: kawat diff {where}")
    tally.leave()


def diff(
    record: Record,
    run: Annotated[
        int | None, typer.Option(metavar="N", help="What this run changed, not the last one.")
    ] = None,
    lang: Lang = "id",
    format: Annotated[Literal["text", "jsonl"], typer.Option(help="What to print.")] = "text",
) -> None:
    """Show what reading again changed: what came (+), went (-) or became another (~)."""
    from kawat.digest import change_rows
    from kawat.engine import Record as Kept

    articles = Kept(record).changes(run)
    if format == "jsonl":
        print_json_of(articles)
    elif articles:
        print_rows(change_rows(articles, lang))
    else:
        typer.echo(f"{named(record)}: nothing has changed")
