"""Commands about how well Kawat reads: evaluate."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kawat.errors import UsageError


def evaluate(
    folders: Annotated[
        list[Path],
        typer.Argument(
            metavar="GOLD",
            help="Folders with NAME.txt and NAME.gold.json.",
            show_default=False,
        ),
    ],
    markdown: Annotated[bool, typer.Option("--markdown", help="Print Markdown tables.")] = False,
    floors: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Least scores; one that is missed ends with 1."),
    ] = None,
    save_floors: Annotated[
        bool, typer.Option("--save-floors", help="Raise the floors to these scores.")
    ] = False,
    lower_floors: Annotated[
        bool, typer.Option("--lower-floors", help="Also lower floors that are missed.")
    ] = False,
) -> None:
    """Read gold articles and print precision and recall for each layer and event type."""
    from kawat.evaluate import evaluate_folders, table

    if (save_floors or lower_floors) and floors is None:
        raise UsageError("no file of floors is named", fix="name it with --floors")
    found = evaluate_folders(folders)
    typer.echo(f"{table(found.scores, markdown=markdown)}\n")
    typer.echo(table(found.event_types, markdown=markdown))
    if floors is None:
        return
    from kawat.evaluate import load_floors
    from kawat.evaluate import save_floors as save

    if save_floors or lower_floors:
        save(floors, found.gold.digest, found.scores, lower=lower_floors)
        return
    broken = load_floors(floors, found.gold.digest).broken(found.scores)
    for line in broken:
        typer.echo(line, err=True)
    if broken:
        raise typer.Exit(1)
