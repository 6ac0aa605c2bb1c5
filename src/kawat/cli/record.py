"""Commands about a record: add, timeline, verify, problems."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from kawat.cli.options import (
    All,
    DateColumn,
    Encoding,
    From,
    Jobs,
    Lang,
    Limit,
    OutletColumn,
    Paths,
    Published,
    Record,
    Strict,
    TextColumn,
    TitleColumn,
    UrlColumn,
    bound,
)
from kawat.cli.output import Tally, named, print_json_of, print_rows, progress_bar, told
from kawat.intake.columns import Columns
from kawat.intake.settings import Settings

LINES = 100
"""Events or statements that are printed if nothing else is asked for."""


def add(
    record: Record,
    paths: Paths,
    reread: Annotated[
        bool, typer.Option("--reread", help="Read again also what the record knows already.")
    ] = False,
    strict: Strict = False,
    jobs: Jobs = None,
    published: Published = None,
    encoding: Encoding = None,
    source: From = None,
    text_column: TextColumn = None,
    date_column: DateColumn = None,
    title_column: TitleColumn = None,
    outlet_column: OutletColumn = None,
    url_column: UrlColumn = None,
) -> None:
    """Read articles into a record; it is made if need be, and nothing in it is doubled."""
    from kawat.engine import Record as Kept

    columns = Columns(text_column, date_column, title_column, outlet_column, url_column)
    settings = Settings(source, encoding, published, columns)
    with progress_bar("articles") as progress:
        added = Kept(record).add(
            paths, settings, strict=strict, reread=reread, jobs=jobs, progress=progress
        )
    tally = Tally()
    for problem in added.problems:
        tally.tell(problem)
    outcomes = ", ".join(f"{n} {outcome.value}" for outcome, n in sorted(added.outcomes.items()))
    count = f"{added.articles} articles ({outcomes})" if outcomes else "no articles"
    typer.echo(f"{named(record)}: {count}, {tally.errors} problems")
    tally.leave()


def timeline(
    record: Record,
    about: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only about this country, actor or place.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DAY", help="From this day, month or year on.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DAY", help="Up to this day, month or year.")
    ] = None,
    type: Annotated[
        str | None, typer.Option(metavar="TYPE", help="Only this PLOVER type, e.g. CONSULT.")
    ] = None,
    status: Annotated[
        str | None,
        typer.Option(metavar="STATUS", help="Only happened, planned, possible or negated."),
    ] = None,
    conflict: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only of this conflict, as kawat conflicts lists it."),
    ] = None,
    ids: Annotated[
        bool, typer.Option("--ids", help="Print each event's id, for kawat event.")
    ] = False,
    limit: Limit = None,
    all: All = False,
    format: Annotated[Literal["text", "jsonl"], typer.Option(help="What to print.")] = "text",
    lang: Lang = "id",
) -> None:
    """Print the events of a record by day, with the words and the outlets that tell them."""
    from kawat.engine import Record as Kept
    from kawat.record.asked import Asked

    asked = Asked(about, since, until, type, status, conflict=conflict)
    page = Kept(record).timeline_page(asked, limit=bound(limit, all, format, LINES))
    if format == "jsonl":
        print_json_of(page.items)
        return
    from kawat.digest import more_rows, timeline_rows

    print_rows([*timeline_rows(page.items, lang, ids=ids), *more_rows(page.more, lang)])


def said(
    record: Record,
    speaker: Annotated[
        str | None, typer.Argument(metavar="[SPEAKER]", help="Only this speaker: Lavrov.")
    ] = None,
    about: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help='Only with all these words; "side by side", begin*.'),
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DAY", help="From this day, month or year on.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DAY", help="Up to this day, month or year.")
    ] = None,
    limit: Limit = None,
    all: All = False,
    format: Annotated[Literal["text", "jsonl"], typer.Option(help="What to print.")] = "text",
    lang: Lang = "id",
) -> None:
    """Print who said what in a record: the day, the words, and through whom they came."""
    from kawat.engine import Record as Kept

    most = bound(limit, all, format, LINES)
    page = Kept(record).said_page(speaker, about=about, since=since, until=until, limit=most)
    if format == "jsonl":
        print_json_of(page.items)
        return
    from kawat.digest import more_rows, said_rows

    print_rows([*said_rows(page.items, lang), *more_rows(page.more, lang)])


def verify(record: Record) -> None:
    """Prove every span of a record against the kept texts; ends with 1 if one fails."""
    from kawat.engine import Record as Kept

    with progress_bar("articles") as progress:
        proof = Kept(record).verify(progress)
    for fault in proof.faults:
        typer.echo(f"{typer.style('fault', fg='red', bold=True)}: {fault.article}: {fault.what}")
    verdict = "every span holds" if proof.holds else f"{len(proof.faults)} faults"
    typer.echo(f"{named(record)}: {proof.articles} articles, {proof.spans} spans: {verdict}")
    if not proof.holds:
        raise typer.Exit(1)


def problems(
    record: Record,
    format: Annotated[Literal["text", "jsonl"], typer.Option(help="What to print.")] = "text",
) -> None:
    """Print what could not be read into a record, or was read with a doubt."""
    from kawat.engine import Record as Kept

    kept = Kept(record).problems()
    if format == "jsonl":
        print_json_of(kept)
        return
    for problem in kept:
        typer.echo(told(problem.level, problem))
    if not kept:
        typer.echo(f"{named(record)}: no problems")
