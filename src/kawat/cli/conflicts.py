"""Commands about conflicts: what a record has on each, and who stands where."""

from __future__ import annotations

from typing import Annotated

import typer

from kawat.cli.events import Format
from kawat.cli.options import Lang, Record
from kawat.cli.output import print_json_of, print_rows

AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DAY", help="Only what was published by this day."),
]


def conflicts(
    record: Record,
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="One conflict: Suriah, Gaza, Laut China Selatan."),
    ] = None,
    as_of: AsOf = None,
    format: Format = "text",
    lang: Lang = "id",
) -> None:
    """Print the conflicts of a record, or of one who is on which side and who did what."""
    from kawat.digest import conflict_rows, conflicts_rows
    from kawat.engine import Record as Kept

    if name is None:
        lines = Kept(record).conflicts()
        print_json_of(lines) if format == "jsonl" else print_rows(conflicts_rows(lines, lang))
        return
    view = Kept(record).conflict(name, as_of=as_of)
    print_json_of([view]) if format == "jsonl" else print_rows(conflict_rows(view, lang))
