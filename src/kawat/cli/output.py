"""What commands print: readings to standard output, problems to standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

import typer

from kawat.errors import KawatError
from kawat.intake.problems import Problem
from kawat.reading import Reading


def print_json(reading: Reading) -> None:
    """Print a reading as one line of JSON."""
    typer.echo(reading.to_json())


def digest_printer(language: str) -> Callable[[Reading], None]:
    """Return what prints digests: in colour on a terminal, else as plain text; a rule between."""
    from kawat.digest import WIDTH, digest, to_terminal, to_text

    printed = 0

    def show(reading: Reading) -> None:
        nonlocal printed
        rows = digest(reading, language)
        if printed:
            typer.echo(f"\n{'─' * WIDTH}\n")
        if sys.stdout.isatty():
            to_terminal(rows)
        else:
            typer.echo(to_text(rows), nl=False)
        printed += 1

    return show


@dataclass
class Tally:
    """Tells problems as they come, and knows the exit code in the end."""

    errors: int = 0

    def tell(self, problem: Problem) -> None:
        """Print a problem to standard error."""
        if problem.level == "error":
            self.errors += 1
            word = typer.style("error", fg="red", bold=True)
        else:
            word = typer.style("note", fg="yellow")
        typer.echo(f"{word}: {laid_out(problem)}", err=True)

    def leave(self) -> None:
        """End with exit code 1 if there were errors."""
        if self.errors:
            raise typer.Exit(1)


def laid_out(problem: Problem | KawatError) -> str:
    """Return where, what, and on a line of its own what to do."""
    head = f"{problem.where}: {problem.what}" if problem.where else problem.what
    return f"{head}\n  → {problem.fix}" if problem.fix else head
