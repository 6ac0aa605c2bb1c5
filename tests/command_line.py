"""Runs a command of Kawat's in this process."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import pytest

from kawat.cli import run

TEXT = "JAKARTA - Rusia dan Turki sepakat, kata Lavrov.\n"


@dataclass(frozen=True)
class Done:
    """What a command printed, and the exit code it ended with."""

    returncode: object
    stdout: str
    stderr: str


def kawat(*args: str | Path, stdin: str = "") -> Done:
    """Run ``kawat`` with these arguments; no terminal is there."""
    given = io.TextIOWrapper(io.BufferedReader(io.BytesIO(stdin.encode())))  # type: ignore[arg-type]
    out, err = io.StringIO(), io.StringIO()
    with (
        redirect_stdout(out),
        redirect_stderr(err),
        patch("sys.stdin", given),
        pytest.raises(SystemExit) as ended,
    ):
        run([str(arg) for arg in args])
    return Done(ended.value.code, out.getvalue(), err.getvalue())
