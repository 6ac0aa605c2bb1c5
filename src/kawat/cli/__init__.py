"""The command line: each command is its options, one library call, and printing.

Results go to standard output, problems to standard error. Exit codes: 0 all is well, 1 there
were problems, 2 wrong use. What a command needs is loaded when it runs.
"""

from __future__ import annotations

import signal
import sys
from io import TextIOWrapper

import typer

from kawat.cli import (
    accuracy,
    actors,
    agreements,
    backups,
    brief,
    conflicts,
    doctor,
    events,
    export,
    offices,
    reading,
    record,
    rereading,
    review,
    serve,
)
from kawat.cli.output import told
from kawat.errors import KawatError

app = typer.Typer(
    name="kawat",
    help="Read Indonesian news of diplomacy and conflict, and keep the record of it.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

COMMANDS = (
    reading.read,
    reading.explain,
    record.add,
    record.timeline,
    events.event,
    events.disputes,
    events.toll,
    conflicts.conflicts,
    agreements.agreements,
    agreements.expectations,
    brief.brief,
    events.merge,
    events.split,
    events.reject,
    events.correct,
    events.undo,
    events.decisions,
    record.said,
    actors.who,
    actors.merge_actors,
    actors.split_actors,
    review.review,
    review.judge,
    review.agreement,
    review.gold,
    serve.serve,
    export.export,
    rereading.reread,
    rereading.diff,
    record.verify,
    backups.backup,
    backups.restore,
    record.problems,
    offices.office,
    reading.schema,
    accuracy.evaluate,
    doctor.doctor,
    reading.version,
)
"""In the order in which help lists them."""

for command in COMMANDS:
    app.command()(command)


def main() -> None:
    """Run the command line as a process of its own."""
    _use_utf8()
    if hasattr(signal, "SIGPIPE"):  # end quietly when the reader of a pipe has had enough
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    run()


def run(args: list[str] | None = None) -> None:
    """Run a command; an error of Kawat's is told in its three parts, never as a trace.

    Ends with SystemExit and the exit code. Without ``args`` those of the process are taken.
    """
    try:
        app(args, prog_name="kawat")
    except KawatError as error:
        typer.echo(told("error", error), err=True)
        sys.exit(error.exit_code)


def _use_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
