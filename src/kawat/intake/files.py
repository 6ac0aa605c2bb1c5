"""Files, folders, ``.gz`` and standard input, opened as streams of bytes."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BufferedReader
from os import fspath
from os.path import isfile
from pathlib import Path
from typing import cast

from kawat.errors import BrokenInput, EmptyInput, InputError, MissingInput
from kawat.intake.formats import by_name
from kawat.intake.problems import Problem, note

STDIN = "-"

LONGEST_PATH = 1024
"""Characters; a longer string is no path but a text."""


def path_of(text_or_path: str | Path) -> str | None:
    """Return the path that is meant, or None for a text.

    A string is a path if it has one line and names a file, or if it ends as one and has no space.
    """
    if isinstance(text_or_path, Path):
        return str(text_or_path)
    if len(text_or_path) > LONGEST_PATH or "\n" in text_or_path or "\0" in text_or_path:
        return None
    if by_name(text_or_path) and " " not in text_or_path:
        return text_or_path
    return text_or_path if isfile(text_or_path) else None


def expand(path: str | Path) -> Iterator[str | Problem]:
    """Yield the path itself, or the articles' files in that folder, sorted and recursive.

    Hidden files, and files whose names tell no format that Kawat reads, are left out of a
    folder; one note counts them. Raises MissingInput, or EmptyInput for a folder without one.
    """
    name = fspath(path)
    if name == STDIN or not Path(name).is_dir():
        if name != STDIN and not Path(name).exists():
            raise MissingInput("nothing is there", where=name, fix="check the path")
        yield name
        return
    files = sorted(p for p in Path(name).rglob("*") if p.is_file())
    taken = [p for p in files if by_name(p.name) and not _hidden(p.relative_to(name))]
    if not taken:
        what = f"is a folder with no article in it ({len(files)} other files)"
        fix = "give a folder with .txt, .html, .jsonl, .json, .csv or .tsv files, or these as .gz"
        raise EmptyInput(what, where=name, fix=fix)
    if len(taken) < len(files):
        kept = set(taken)
        others = (p.relative_to(name) for p in files if p not in kept)
        yield note("left-out", f"files left out of the folder: {_counted(others)}", where=name)
    yield from map(str, taken)


@contextmanager
def opened(name: str) -> Iterator[BufferedReader]:
    """Open a file, a ``.gz`` or standard input as bytes, and say what fails in Kawat's words."""
    try:
        if name == STDIN:
            yield cast(BufferedReader, sys.stdin.buffer)
        elif name.lower().endswith(".gz"):
            with gzip.open(name, "rb") as packed:
                yield BufferedReader(packed)
        else:
            with Path(name).open("rb") as stream:
                yield stream
    except (gzip.BadGzipFile, zlib.error) as error:
        raise BrokenInput("is not a whole .gz", where=name, fix="pack it again") from error
    except EOFError as error:
        raise BrokenInput("the .gz breaks off", where=name, fix="fetch or pack it again") from error
    except FileNotFoundError as error:
        raise MissingInput("nothing is there", where=name, fix="check the path") from error
    except PermissionError as error:
        fix = "let yourself read it (chmod u+r)"
        raise InputError("may not be read", where=name, fix=fix) from error
    except OSError as error:
        raise InputError(f"can't be read: {error.strerror or error}", where=name) from error


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _counted(files: Iterable[Path]) -> str:
    kinds = Counter("hidden" if _hidden(p) else p.suffix or "without suffix" for p in files)
    return ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
