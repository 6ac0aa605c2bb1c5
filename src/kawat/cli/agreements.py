"""Commands about what was agreed and what was expected, and what became of it."""

from __future__ import annotations

from typing import Annotated

import typer

from kawat.cli.conflicts import AsOf
from kawat.cli.events import Format
from kawat.cli.options import Lang, Record
from kawat.cli.output import print_json_of, print_rows

About = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Only about this conflict, country or actor."),
]


def agreements(
    record: Record,
    about: About = None,
    as_of: AsOf = None,
    format: Format = "text",
    lang: Lang = "id",
) -> None:
    """Print agreements: proposed, announced, in force, violated, renewed, each with its words."""
    from kawat.engine import Record as Kept

    found = Kept(record).agreements(about=about, as_of=as_of)
    if format == "jsonl":
        print_json_of(found)
        return
    from kawat.digest import agreements_rows

    print_rows(agreements_rows(found, lang))


def expectations(
    record: Record,
    about: About = None,
    as_of: AsOf = None,
    state: Annotated[
        str | None, typer.Option(metavar="STATE", help="Only met, missed or open.")
    ] = None,
    format: Format = "text",
    lang: Lang = "id",
) -> None:
    """Print what was planned or possible, by when it was due, and what became of it."""
    from kawat.engine import Record as Kept

    found = Kept(record).expectations(about=about, as_of=as_of, state=state)
    if format == "jsonl":
        print_json_of(found)
        return
    from kawat.digest import expectations_rows

    print_rows(expectations_rows(found, lang))
