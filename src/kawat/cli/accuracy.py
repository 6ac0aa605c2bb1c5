"""Commands about how well Kawat reads: evaluate."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def evaluate(
    folders: Annotated[
        list[Path],
        typer.Argument(
            metavar="GOLD",
            help="Folders with NAME.txt and NAME.gold.json.",
            show_default=False,
        ),
    ],
) -> None:
    """Read gold articles and print precision and recall for each layer."""
    from kawat.evaluate import score_folders, table

    _, scores = score_folders(folders)
    typer.echo(table(scores))
