"""Words as data: one folder a language, TOML files, loaded once and checked as they load.

A file is read with :func:`table`; every list of entries has examples, and the examples are tests.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from kawat.errors import LexiconError

LANGUAGE = "id"


@cache
def table(name: str) -> dict[str, Any]:
    """Return the content of ``lexicon/id/<name>.toml``; treat it as read-only."""
    path = files("kawat.lexicon").joinpath(LANGUAGE, f"{name}.toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise LexiconError("no such lexicon file", where=str(path)) from error
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(str(error), where=str(path), fix="mend the TOML there") from error


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of ``lexicon/id/<name>.tsv``, one dict a row by its header.

    Long flat lists (countries, bodies, offices) are tab-separated text: they load in a few
    milliseconds, where TOML of that length takes a second.
    """
    path = files("kawat.lexicon").joinpath(LANGUAGE, f"{name}.tsv")
    try:
        head, *lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError as error:
        raise LexiconError("no such lexicon file", where=str(path)) from error
    columns = head.split("\t")
    found = []
    for number, line in enumerate(lines, start=2):
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise LexiconError(
                f"{len(cells)} cells where the header has {len(columns)}",
                where=f"{path}:{number}",
                fix="separate the cells by one tab each",
            )
        found.append(dict(zip(columns, cells, strict=True)))
    return tuple(found)


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of ``lexicon/id/<name>.txt``, one a line, in lower case."""
    path = files("kawat.lexicon").joinpath(LANGUAGE, f"{name}.txt")
    try:
        return frozenset(path.read_text(encoding="utf-8").split())
    except FileNotFoundError as error:
        raise LexiconError("no such lexicon file", where=str(path)) from error
