"""Commands about actors: who somebody is, and which names are of one."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from kawat.cli.events import Author, Format, Note
from kawat.cli.options import All, Lang, Limit, Record, bound
from kawat.cli.output import named, print_json_of, print_rows

if TYPE_CHECKING:
    from kawat.record.actors.decided import ActorKind

ACTORS = 10
"""Actors of one name that are printed if nothing else is asked for."""

Name = Annotated[str, typer.Argument(metavar="NAME", help="A name that the record has.")]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="Another name that it has.")]


def who(
    record: Record,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            help="Whole words of a name, e.g. Lavrov; without it, the names in doubt.",
        ),
    ] = None,
    limit: Limit = None,
    all: All = False,
    format: Format = "text",
    lang: Lang = "id",
) -> None:
    """Print who somebody is: names and why they are one, offices, contacts, words, sources."""
    from kawat.digest import more_rows, unsure_rows, who_rows
    from kawat.engine import Record as Kept

    if name is None:
        pairs = Kept(record).unsure_actors()
        print_json_of(pairs) if format == "jsonl" else print_rows(unsure_rows(pairs, lang))
        return
    page = Kept(record).who_page(name, limit=bound(limit, all, format, ACTORS))
    if format == "jsonl":
        print_json_of(page.items)
    else:
        print_rows([*who_rows(page.items, lang), *more_rows(page.more, lang)])


def merge_actors(
    record: Record, name: Name, other: Other, by: Author = None, note: Note = ""
) -> None:
    """Decide that two names are of one actor."""
    _decide(record, "merge-actors", [name, other], by, note)


def split_actors(
    record: Record, name: Name, other: Other, by: Author = None, note: Note = ""
) -> None:
    """Decide that two names are not of one actor."""
    _decide(record, "split-actors", [name, other], by, note)


def _decide(record: str, kind: ActorKind, names: list[str], by: str | None, note: str) -> None:
    from kawat.engine import Record as Kept

    number = Kept(record).decide_actors(kind, names, author=by or getpass.getuser(), note=note)
    where = named(record)
    typer.echo(
        f"{where}: decision {number} ({kind}); take it back with: kawat undo {where} {number}"
    )
