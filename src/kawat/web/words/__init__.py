"""The desk's own words, in Indonesian and English."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def desk_words(language: str) -> dict[str, str]:
    """Return the words of a language by their codes; the same codes in every language."""
    text = files("kawat.web.words").joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return {str(code): str(words) for code, words in tomllib.loads(text).items()}
