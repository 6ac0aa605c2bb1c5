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
