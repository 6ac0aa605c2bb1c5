"""Every format by its name, and writing one to a file or folder, whole or not at all."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from tempfile import mkdtemp
from typing import IO, Any, Literal, get_args

from kawat.errors import OutputError, UsageError
from kawat.export import acled, citron, ftm, gdelt, graphml, plover, polecat
from kawat.export.source import Selection
from kawat.export.tables import TABLES

FormatName = Literal[
    "plover", "polecat", "gdelt", "acled", "ftm", "graphml", "citron", "csv", "parquet"
]

_FILES: dict[str, Callable[[Selection, IO[str]], Counter[str]]] = {
    "plover": lambda selection, out: plover.write(selection.events(), out, selection.version),
    "polecat": lambda selection, out: polecat.write(selection.events(), out, selection.version),
    "gdelt": lambda selection, out: gdelt.write(selection.events(), out),
    "acled": lambda selection, out: acled.write(selection.events(), out),
    "ftm": ftm.write,
    "graphml": graphml.write,
    "citron": lambda selection, out: citron.write(selection.readings(), out),
}
_FOLDERS = {"csv": "kawat.export.csv_files", "parquet": "kawat.export.parquet"}


def export(selection: Selection, format: str, out: str | Path) -> Counter[str]:
    """Write a selection in a format; return how much the format has no place for, by reason.

    ``out`` is a file, or ``-`` for standard output; for ``csv`` and ``parquet`` a folder, which
    gets one file a table. What was there is replaced when all is written.
    :class:`UsageError` for an unknown format, :class:`OutputError` where it can't be written.
    """
    if format not in get_args(FormatName):
        raise UsageError(
            f"there is no format {format!r}", fix=f"take one of {', '.join(get_args(FormatName))}"
        )
    if format in _FOLDERS:
        if str(out) == "-":
            raise UsageError(f"{format} is several files", fix="name a folder with -o")
        with _replacing(Path(out)) as folder:
            _write_tables(selection, import_module(_FOLDERS[format]).Writer, folder)
        return Counter()
    if str(out) == "-":
        return _FILES[format](selection, sys.stdout)
    with _replacing(Path(out)) as folder:
        file = folder / "file"
        with file.open("w", encoding="utf-8", newline="") as opened:
            return _FILES[format](selection, opened)


def _write_tables(selection: Selection, writer: Any, folder: Path) -> None:
    writers = {
        name: writer(folder / f"{name}{writer.suffix}", table.columns)
        for name, table in TABLES.items()
    }
    try:
        for event in selection.events():
            for name, table in TABLES.items():
                if table.of_event:
                    writers[name].write(table.of_event(event))
        for reading in selection.readings():
            for name, table in TABLES.items():
                if table.of_reading:
                    writers[name].write(table.of_reading(reading))
    finally:
        for one in writers.values():
            one.close()


@contextmanager
def _replacing(target: Path) -> Iterator[Path]:
    """Give a new folder beside the target; what was written into it takes the target's place."""
    try:
        folder = Path(mkdtemp(prefix=f".{target.name}-", dir=target.parent))
        try:
            yield folder
            _move(folder, target)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    except OSError as error:
        fix = "look at the folder, your right to write in it, and the room on the disk"
        what = f"can't be written: {error.strerror or error}"
        raise OutputError(what, where=str(target), fix=fix) from error


def _move(folder: Path, target: Path) -> None:
    file = folder / "file"
    if file.exists():
        os.replace(file, target)
        return
    target.mkdir(exist_ok=True)
    for written in sorted(folder.iterdir()):
        os.replace(written, target / written.name)
