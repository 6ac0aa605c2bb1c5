"""Write the pages that are made from the code: docs/cli.md and docs/reading.schema.json.

Run ``make docs`` after changing a command or the shape of a reading; a test compares.
"""

from __future__ import annotations

from pathlib import Path

from typer.main import get_command
from typer.testing import CliRunner

from kawat.cli import app
from kawat.reading import json_schema

HERE = Path(__file__).parent

HEAD = """\
# The command line

This page is made from the commands' own help (`make docs`).

Results go to standard output, problems to standard error. Exit codes: **0** all is well, **1**
there were problems (each is told with what, where and what to do; the rest was read), **2** wrong
use.
"""


def cli_page() -> str:
    """Return docs/cli.md: the help of every command."""
    commands = sorted(get_command(app).commands)  # type: ignore[attr-defined]
    parts = [HEAD, _help(), *(f"## kawat {name}\n\n{_help(name)}" for name in commands)]
    return "\n".join(parts)


def _help(*command: str) -> str:
    environment = {"COLUMNS": "88", "TERMINAL_WIDTH": "88", "NO_COLOR": "1"}
    result = CliRunner(env=environment).invoke(app, [*command, "--help"], prog_name="kawat")
    return f"```\n{result.stdout.strip()}\n```\n"


PAGES = {"cli.md": cli_page, "reading.schema.json": json_schema}
"""Each page and what makes it."""

if __name__ == "__main__":
    for name, make in PAGES.items():
        (HERE / name).write_text(make(), encoding="utf-8")
