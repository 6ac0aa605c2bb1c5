"""Commands that copy a record, and make one of a copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kawat.cli.options import Record
from kawat.cli.output import named, progress_bar

if TYPE_CHECKING:
    from kawat.record.verify import Proof

Unproved = Annotated[
    bool, typer.Option("--unproved", help="Do not prove the copy; for one that is known as bad.")
]


def backup(
    record: Record,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the copy is to be.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace the file if it is there.")
    ] = False,
    unproved: Unproved = False,
) -> None:
    """Copy a record to a file, also while others write to it, and prove the copy."""
    from kawat.engine import Record as Kept

    with progress_bar("articles") as progress:
        proof = Kept(record).backup(file, replace=replace, prove=not unproved, progress=progress)
    typer.echo(f"{named(record)}: copied to {file}{_told(proof)}")


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A copy made by kawat backup.")],
    record: Record,
    unproved: Unproved = False,
) -> None:
    """Make a record of a copy, where none is yet: a file, or an empty database."""
    from kawat.engine import Record as Kept

    with progress_bar("articles") as progress:
        proof = Kept(record).restore(file, prove=not unproved, progress=progress)
    typer.echo(f"{named(record)}: restored from {file}{_told(proof)}")


def _told(proof: Proof | None) -> str:
    if proof is None:
        return ", not proved"
    return f": {proof.articles} articles, {proof.spans} spans, every span holds"
