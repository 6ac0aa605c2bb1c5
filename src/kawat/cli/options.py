"""The options that commands share."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from kawat.intake.formats import Format

Language = Literal["id", "en"]

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATHS",
        help="Files (.txt, .html, .jsonl, .json, .csv, .tsv; each also as .gz), folders, or - "
        "for standard input.",
        show_default=False,
    ),
]
Record = Annotated[str, typer.Argument(metavar="RECORD", help="The record, e.g. syria.kawat.")]
Strict = Annotated[bool, typer.Option("--strict", help="Stop at the first problem.")]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs", metavar="N", min=1, help="Processes that read; one a core, if not said."
    ),
]
Lang = Annotated[Language, typer.Option("--lang", help="Language of the labels.")]
From = Annotated[
    Format | None,
    typer.Option("--from", help="What the inputs are, where their names do not tell."),
]
Encoding = Annotated[
    str | None, typer.Option(metavar="NAME", help="Encoding of the inputs, e.g. cp1252.")
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DAY", help="Publication day of all the articles, e.g. 2017-11-22."),
]
TextColumn = Annotated[
    str | None, typer.Option(metavar="NAME", help="Column of a table that holds the text.")
]
DateColumn = Annotated[
    str | None, typer.Option(metavar="NAME", help="Column that holds the publication day.")
]
TitleColumn = Annotated[
    str | None, typer.Option(metavar="NAME", help="Column that holds the headline.")
]
OutletColumn = Annotated[
    str | None, typer.Option(metavar="NAME", help="Column that holds the outlet's name.")
]
UrlColumn = Annotated[
    str | None, typer.Option(metavar="NAME", help="Column that holds the article's address.")
]
Limit = Annotated[
    int | None,
    typer.Option(metavar="N", min=1, help="Print the first N; of JSON Lines all, if not said."),
]
All = Annotated[bool, typer.Option("--all", help="Print everything, however long it is.")]


def bound(limit: int | None, everything: bool, format: str, default: int) -> int | None:
    """Return how many to print: ``None`` is all, which a program gets that did not ask for less."""
    return None if everything else limit or (default if format == "text" else None)
