"""Commands about single readings: read, explain, schema, version."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from kawat.cli.options import (
    DateColumn,
    Encoding,
    From,
    Jobs,
    Lang,
    OutletColumn,
    Paths,
    Published,
    Strict,
    TextColumn,
    TitleColumn,
    UrlColumn,
)
from kawat.cli.output import Tally, digest_printer, print_json, print_json_of, print_rows
from kawat.intake.columns import Columns
from kawat.intake.settings import Settings

ReadFormat = Literal["digest", "jsonl"]


def read(
    paths: Paths,
    format: Annotated[ReadFormat, typer.Option(help="What to print.")] = "digest",
    lang: Lang = "id",
    strict: Strict = False,
    jobs: Jobs = None,
    published: Published = None,
    encoding: Encoding = None,
    source: From = None,
    text_column: TextColumn = None,
    date_column: DateColumn = None,
    title_column: TitleColumn = None,
    outlet_column: OutletColumn = None,
    url_column: UrlColumn = None,
) -> None:
    """Read articles and print what they say: a digest, or one reading a line as JSON."""
    from kawat.engine import readings
    from kawat.intake.problems import Problem

    columns = Columns(text_column, date_column, title_column, outlet_column, url_column)
    settings = Settings(source, encoding, published, columns)
    show = print_json if format == "jsonl" else digest_printer(lang)
    tally = Tally()
    for outcome in readings(paths, settings, strict=strict, jobs=jobs):
        if isinstance(outcome, Problem):
            tally.tell(outcome)
        else:
            show(outcome)
    tally.leave()


def explain(
    article: Annotated[
        str,
        typer.Argument(metavar="ARTICLE", help="The file of one article.", show_default=False),
    ],
    format: Annotated[Literal["text", "jsonl"], typer.Option(help="What to print.")] = "text",
    lang: Lang = "id",
    published: Published = None,
    encoding: Encoding = None,
    source: From = None,
) -> None:
    """Print the words, the rule and the lexicon entry behind each event, statement and figure."""
    from kawat.engine import explain as explain_article

    found = explain_article(Path(article), Settings(source, encoding, published))
    if format == "jsonl":
        print_json_of(found)
        return
    from kawat.digest import explanation_rows

    print_rows(explanation_rows(found, lang))


def schema() -> None:
    """Print the JSON Schema of a reading."""
    from kawat.reading import json_schema

    typer.echo(json_schema(), nl=False)


def version() -> None:
    """Print the version of Kawat and of the readings that it makes."""
    from kawat import __version__
    from kawat.reading import SCHEMA

    typer.echo(f"kawat {__version__} ({SCHEMA})")
