"""Write what is made from the code: docs/cli.md, docs/reading.schema.json, README's outputs.

Run ``make docs`` after changing a command, the shape of a reading, or what Kawat reads in the
examples; a test compares.
"""

from __future__ import annotations

import contextlib
import re
import shlex
import shutil
import tempfile
from pathlib import Path

from typer.main import get_command
from typer.testing import CliRunner

from kawat.brief.page import json_schema as brief_schema
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


RUN = re.compile(r"(<!-- run: kawat ([^\n]*) -->\n```\n)[^`]*(```\n)")


def readme() -> str:
    """Return README.md with the outputs of the commands that it marks with ``run:``.

    They run in a folder of their own in which ``berita/`` holds the examples, an empty file and
    a PDF that is named as a text.
    """
    page = (HERE.parent / "README.md").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(HERE.parent / "examples", Path(folder) / "berita")
        with contextlib.chdir(folder):
            parts = RUN.split(page)
            for n in range(1, len(parts), 4):
                parts[n + 1] = _output(parts[n + 1])
                if parts[n].startswith("<!-- run: kawat verify"):
                    Path("berita/kosong.txt").write_bytes(b"")
                    Path("berita/laporan.txt").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
            return "".join(parts)


def _output(command: str) -> str:
    environment = {"COLUMNS": "88", "NO_COLOR": "1"}
    result = CliRunner(env=environment).invoke(app, shlex.split(command), prog_name="kawat")
    return f"$ kawat {command}\n{result.output.rstrip()}\n"


PAGES = {
    HERE / "cli.md": cli_page,
    HERE / "reading.schema.json": json_schema,
    HERE / "brief.schema.json": brief_schema,
    HERE.parent / "README.md": readme,
}
"""Each page and what makes it."""

if __name__ == "__main__":
    for path, make in PAGES.items():
        path.write_text(make(), encoding="utf-8")
