"""The command that looks whether all is there."""

from __future__ import annotations

from typing import Annotated

import typer

from kawat.cli.events import Format
from kawat.cli.output import print_json_of

COLOURS = {"ok": "green", "missing": "yellow", "wrong": "red"}


def doctor(
    record: Annotated[
        str | None,
        typer.Argument(metavar="[RECORD]", help="Also look at this record and its place."),
    ] = None,
    format: Format = "text",
) -> None:
    """Tell what is installed, missing or wrong, and what to do; ends with 1 if something is wrong.

    Where a library is so broken that no command starts: python -m kawat.doctor
    """
    from kawat.doctor import findings

    found = list(findings(record))
    if format == "jsonl":
        print_json_of(found)
    else:
        for one in found:
            state = typer.style(f"{one.state:8}", fg=COLOURS[one.state])
            typer.echo(f"{state}{one.part}: {one.what}")
            if one.fix:
                typer.echo(f"        → {one.fix}")
    if any(one.state == "wrong" for one in found):
        raise typer.Exit(1)
