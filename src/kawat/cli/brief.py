"""The command that writes a brief."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kawat.cli.conflicts import AsOf
from kawat.cli.options import Lang, Record
from kawat.errors import UsageError


def brief(
    record: Record,
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="A conflict, a country or an actor: Suriah, SYR, Lavrov."
        ),
    ],
    as_of: AsOf = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write it here: .html, .md or .json."),
    ] = None,
    lang: Lang = "id",
) -> None:
    """Write where things stand on a day: what was agreed, said, expected, and by which sources."""
    from kawat.brief.page import RENDERERS, to_markdown
    from kawat.engine import Record as Kept

    render = RENDERERS.get(output.suffix.lower()) if output else to_markdown
    if render is None:
        fix = f"name a file that ends in {', '.join(RENDERERS)}"
        raise UsageError(f"{output} is no page that a brief can be", fix=fix)
    page = render(Kept(record).brief(name, as_of=as_of, language=lang))
    if output is None:
        typer.echo(page, nl=False)
        return
    try:
        output.write_text(page, encoding="utf-8")
    except OSError as error:
        fix = "name a file in a folder that you may write to"
        raise UsageError(f"{output} can't be written: {error.strerror}", fix=fix) from error
    typer.echo(f"{output}: {name}, {as_of}" if as_of else f"{output}: {name}")
