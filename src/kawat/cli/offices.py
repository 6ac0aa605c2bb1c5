"""Commands about who held which office when: office."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from kawat.errors import UsageError


def office(
    words: Annotated[
        str,
        typer.Argument(
            metavar="WORDS",
            help="An office with its country or body, or a person's full name.",
            show_default=False,
        ),
    ],
    on: Annotated[
        str | None, typer.Option("--on", metavar="DAY", help="Only who held it then: 2016-09-05.")
    ] = None,
) -> None:
    """Print who held an office, or which offices a person held, from the curated table."""
    from kawat.lexicon.offices import asked

    if on is not None:
        try:
            date.fromisoformat(on)
        except ValueError as error:
            raise UsageError(f"{on!r} is no day", fix="write it as 2016-09-05") from error
    for term in asked(words, on):
        until = term.end or "…"
        line = f"{term.start} – {until}  {term.person}, {term.office} {term.of}  ({term.source})"
        typer.echo(line)
