"""The tables of other projects' codes, as data; each file names its source."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def codes(name: str) -> dict[str, Any]:
    """Return the content of ``<name>.toml``; treat it as read-only."""
    path = files("kawat.export.codes").joinpath(f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
