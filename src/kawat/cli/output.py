"""What commands print: results to standard output, problems to standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import typer

from kawat.intake.problems import Problem
from kawat.reading import Reading

if TYPE_CHECKING:
    from kawat.digest import Row


def print_json(reading: Reading) -> None:
    """Print a reading as one line of JSON."""
    typer.echo(reading.to_json())


def print_json_of(items: Iterable[Any]) -> None:
    """Print records of the library as JSON, one a line."""
    from pydantic_core import to_json

    for item in items:
        typer.echo(to_json(item).decode())


def print_rows(rows: list[Row]) -> None:
    """Print rows: in colour on a terminal, else as plain text."""
    from kawat.digest import to_terminal, to_text

    if sys.stdout.isatty():
        to_terminal(rows)
    else:
        typer.echo(to_text(rows), nl=False)


def digest_printer(language: str) -> Callable[[Reading], None]:
    """Return what prints digests, with a rule between one and the next."""
    from kawat.digest import WIDTH, digest

    printed = 0

    def show(reading: Reading) -> None:
        nonlocal printed
        if printed:
            typer.echo(f"\n{'─' * WIDTH}\n")
        print_rows(digest(reading, language))
        printed += 1

    return show


@contextmanager
def progress_bar(what: str) -> Iterator[Callable[[int, int | None], None] | None]:
    """Show how many are done, and of how many if that is known; only on a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)


@dataclass
class Tally:
    """Tells problems as they come, and knows the exit code in the end."""

    errors: int = 0

    def tell(self, problem: Problem) -> None:
        """Print a problem to standard error."""
        self.errors += problem.level == "error"
        typer.echo(told(problem.level, problem), err=True)

    def leave(self) -> None:
        """End with exit code 1 if there were errors."""
        if self.errors:
            raise typer.Exit(1)


class Told(Protocol):
    """What errors and problems have in common."""

    @property
    def what(self) -> str:
        """What went wrong."""

    @property
    def where(self) -> str:
        """In which input, row or record."""

    @property
    def fix(self) -> str:
        """What to do about it."""


def told(level: str, parts: Told) -> str:
    """Return an error or a note as it is printed: where, what, and below it what to do."""
    colour = "red" if level == "error" else "yellow"
    head = f"{parts.where}: {parts.what}" if parts.where else parts.what
    fix = f"\n  → {parts.fix}" if parts.fix else ""
    return f"{typer.style(level, fg=colour, bold=True)}: {head}{fix}"


def named(record: str) -> str:
    """Return a record's name as it may be printed: an address without its password."""
    from kawat.record.database import shown

    return shown(record)
