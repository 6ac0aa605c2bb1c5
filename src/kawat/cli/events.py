"""Commands about events across articles: look at one, settle what merging could not."""

from __future__ import annotations

import getpass
from typing import Annotated, Literal

import typer

from kawat.cli.options import All, Lang, Limit, Record, bound
from kawat.cli.output import named, print_json_of, print_rows

DISPUTES = 20
"""Disputed events that are printed if nothing else is asked for."""

Id = Annotated[
    str,
    typer.Argument(metavar="ID", help="An event: the name of any of its tellings."),
]
Ids = Annotated[
    list[str],
    typer.Argument(metavar="IDS", help="Two or more events, by the name of any of their tellings."),
]
Format = Annotated[Literal["text", "jsonl"], typer.Option(help="What to print.")]
Author = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", help="Who decides; your user name if not said."),
]
Note = Annotated[str, typer.Option(metavar="TEXT", help="Why.")]


def event(record: Record, id: Id, format: Format = "text", lang: Lang = "id") -> None:
    """Print an event with every telling side by side, why they are one, and where they differ."""
    from kawat.engine import Record as Kept

    view = Kept(record).event(id)
    if format == "jsonl":
        print_json_of([view])
        return
    from kawat.digest import event_rows

    print_rows(event_rows(view, lang))


def disputes(
    record: Record,
    about: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only tolls and articles on this conflict or country."),
    ] = None,
    limit: Limit = None,
    all: All = False,
    format: Format = "text",
    lang: Lang = "id",
) -> None:
    """Print what articles contradict each other, or themselves, on: events, tolls, dates."""
    from kawat.engine import Record as Kept
    from kawat.event import EventView
    from kawat.record.page import Page

    kept = Kept(record)
    most = bound(limit, all, format, DISPUTES)
    page = Page[EventView](()) if about else kept.disputes_page(limit=most)
    tolls, articles = kept.toll_disputes(about=about), kept.article_disputes(about=about)
    if format == "jsonl":
        print_json_of([*page.items, *tolls, *articles])
        return
    from kawat.digest import article_dispute_rows, event_rows, more_rows, toll_dispute_rows

    for view in page.items:
        print_rows(event_rows(view, lang))
        typer.echo()
    print_rows(more_rows(page.more, lang))
    print_rows(toll_dispute_rows(tolls, lang))
    print_rows(article_dispute_rows(articles, lang))
    if not (page.items or tolls or articles):
        typer.echo(f"{named(record)}: no disputes")


def toll(
    record: Record,
    about: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only about this country, place or party.")
    ] = None,
    event: Annotated[str | None, typer.Option(metavar="ID", help="Only of this event.")] = None,
    measure: Annotated[
        str | None,
        typer.Option(metavar="MEASURE", help="Only killed, injured, displaced, detained, …"),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DAY", help="Only what was published by this day.")
    ] = None,
    format: Format = "text",
    lang: Lang = "id",
) -> None:
    """Print how many were killed, driven out or sent: low, best and high, by whose count."""
    from kawat.engine import Record as Kept

    tolls = Kept(record).toll(about=about, event=event, measure=measure, as_of=as_of)
    if format == "jsonl":
        print_json_of(tolls)
        return
    from kawat.digest import toll_rows

    print_rows(toll_rows(tolls, lang))


def merge(record: Record, ids: Ids, by: Author = None, note: Note = "") -> None:
    """Decide that events are one."""
    _decide(record, "merge", ids, by, note)


def split(record: Record, id: Id, by: Author = None, note: Note = "") -> None:
    """Decide that a telling is not of the event that it was merged into."""
    _decide(record, "split", [id], by, note)


def reject(record: Record, id: Id, by: Author = None, note: Note = "") -> None:
    """Decide that an event is none, and show it no more."""
    _decide(record, "reject", [id], by, note)


def correct(
    record: Record,
    id: Id,
    field: Annotated[
        str, typer.Argument(help="type, mode, status, day, place, actors or recipients.")
    ],
    value: Annotated[
        str, typer.Argument(help="The right value; names with semicolons between them.")
    ],
    by: Author = None,
    note: Note = "",
) -> None:
    """Decide what the right value of a field of an event is."""
    _decide(record, "correct", [id], by, note, field, value)


def undo(
    record: Record,
    number: Annotated[int, typer.Argument(help="The decision's number.")],
    by: Author = None,
) -> None:
    """Take a decision back; it stays on record."""
    from kawat.engine import Record as Kept

    Kept(record).undo(number, author=by or getpass.getuser())
    typer.echo(f"{named(record)}: decision {number} is undone")


def decisions(record: Record, format: Format = "text", lang: Lang = "id") -> None:
    """Print every decision on a record: what, on which events, by whom and when."""
    from kawat.engine import Record as Kept

    made = Kept(record).decisions()
    if format == "jsonl":
        print_json_of(made)
        return
    from kawat.digest.event import decision_row
    from kawat.labels import labels

    print_rows([decision_row(decision, labels(lang)) for decision in made])
    if not made:
        typer.echo(f"{named(record)}: no decisions")


def _decide(
    record: str,
    kind: Literal["merge", "split", "reject", "correct"],
    ids: list[str],
    by: str | None,
    note: str,
    field: str | None = None,
    value: str | None = None,
) -> None:
    from kawat.engine import Record as Kept

    number = Kept(record).decide(
        kind, ids, author=by or getpass.getuser(), note=note, field=field, value=value
    )
    where = named(record)
    typer.echo(
        f"{where}: decision {number} ({kind}); take it back with: kawat undo {where} {number}"
    )
