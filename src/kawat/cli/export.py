"""The command that writes a record in the formats of others."""

from __future__ import annotations

from typing import Annotated

import typer

from kawat.cli.options import Record

_FORMATS = "plover, polecat, gdelt, acled, ftm, graphml, citron, csv or parquet"


def export(
    record: Record,
    format: Annotated[str, typer.Argument(metavar="FORMAT", help=f"{_FORMATS}.")],
    out: Annotated[
        str,
        typer.Option(
            "--out", "-o", metavar="PATH", help="A file; a folder for csv and parquet; - prints."
        ),
    ] = "-",
    about: Annotated[
        str | None, typer.Option(metavar="NAME", help="A country, actor, place or topic.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DAY", help="First day, month or year.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DAY", help="Last day, month or year.")
    ] = None,
) -> None:
    """Write the record in another project's format, each real event once."""
    from kawat.engine import Record as Kept

    left = Kept(record).export(format, out, about=about, since=since, until=until)
    if left:
        reasons = ", ".join(f"{count} {reason}" for reason, count in sorted(left.items()))
        typer.echo(f"note: {format} has no place for: {reasons}", err=True)
