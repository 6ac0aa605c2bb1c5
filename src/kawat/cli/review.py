"""Commands for reviewers: what is doubtful, judging it, how far they agree, and gold of it."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Annotated, Literal

import typer

from kawat.cli.events import Author, Format, Note
from kawat.cli.options import Lang, Record
from kawat.cli.output import named, print_json_of, print_rows

LINES = 20
"""Items of a queue that are printed if nothing else is asked for."""


def review(
    record: Record,
    queue: Annotated[
        Literal["events", "actors", "thin", "disputes", "warnings", "problems"],
        typer.Argument(help="What to look through."),
    ] = "events",
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="Print the first N.")] = LINES,
    after: Annotated[
        str | None, typer.Option(metavar="MARK", help="Begin after this, as the last page said.")
    ] = None,
    format: Format = "text",
    lang: Lang = "id",
) -> None:
    """Print what is doubtful in a record and nobody has decided or judged yet.

    events: tellings that may be of one event. actors: names that may be of one actor. thin:
    events on one telling alone, without a day or a named actor. disputes: events on which
    articles contradict each other. warnings: suspect words. problems: what could not be read.
    """
    from kawat.engine import Record as Kept

    page = Kept(record).review(queue, limit=limit, after=after)
    if format == "jsonl":
        print_json_of(page.items)
        return
    from kawat.digest import queue_rows

    print_rows(queue_rows(page, lang))


def judge(
    record: Record,
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="A record of a reading: 3f2a9c01b4d2.e4; .all says whether nothing is missing.",
        ),
    ],
    verdict: Annotated[
        Literal["right", "wrong", "unsure"], typer.Argument(help="What is to be said of it.")
    ],
    by: Author = None,
    note: Note = "",
) -> None:
    """Judge one event, statement, figure, entity or warning of an article, or the whole of it."""
    from kawat.engine import Record as Kept

    number = Kept(record).judge(name, verdict, author=by or getpass.getuser(), note=note)
    typer.echo(f"{named(record)}: judgment {number} ({verdict})")


def agreement(record: Record, format: Format = "text") -> None:
    """Print how far two reviewers agree on each layer: Cohen's kappa, and the share observed."""
    from kawat.engine import Record as Kept

    found = Kept(record).agreement()
    if format == "jsonl":
        print_json_of(found)
        return
    for one in found:
        kappa = "undefined" if one.kappa is None else f"{one.kappa:.3f}"
        typer.echo(
            f"{one.one} / {one.other}  {one.layer:10} n {one.both:5}  "
            f"observed {one.observed:.3f}  kappa {kappa}"
        )
    if not found:
        typer.echo(f"{named(record)}: no two reviewers judged the same")


def gold(
    record: Record,
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="DIR", help="The folder to write to.")
    ],
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="NAME", help="Whose judgments; the only reviewer's."),
    ] = None,
) -> None:
    """Write the articles that a reviewer judged wholly as gold, for kawat evaluate."""
    from kawat.engine import Record as Kept

    exported = Kept(record).gold(out, reviewer=by)
    for name, why in exported.left_out.items():
        typer.echo(f"{name}: left out: {why}", err=True)
    typer.echo(f"{out}: {len(exported.written)} articles, {len(exported.left_out)} left out")
