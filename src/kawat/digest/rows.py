"""Rows of styled pieces: plain text, or colours on a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

WIDTH = 88
"""Columns of the plain digest; a terminal's own width is used there."""

STATUS_STYLE = {"happened": "green", "planned": "blue", "possible": "magenta", "negated": "red"}


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph of a digest: its indent in columns, and its pieces as (words, style)."""

    indent: int
    pieces: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        """The words alone."""
        return "".join(words for words, _ in self.pieces)


def row(indent: int, *pieces: tuple[str, str]) -> Row:
    """Return a row of the pieces that hold words."""
    return Row(indent, tuple(piece for piece in pieces if piece[0]))


def to_text(rows: Iterable[Row], width: int = WIDTH) -> str:
    """Return the rows as plain text, each wrapped to ``width`` columns."""
    return "".join(f"{_wrapped(row, width)}\n" for row in rows)


def to_terminal(rows: Iterable[Row], console: Console | None = None) -> None:
    """Print the rows to the terminal, in colours and wrapped to its width."""
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = console or Console(highlight=False)
    for line in rows:
        console.print(Padding(Text.assemble(*line.pieces), (0, 0, 0, line.indent)))


def _wrapped(row: Row, width: int) -> str:
    margin = " " * row.indent
    return textwrap.fill(
        str(row),
        width=width,
        initial_indent=margin,
        subsequent_indent=margin + "  " * (row.indent > 0),
        break_long_words=False,
        break_on_hyphens=False,
    )


def flat(words: str, *, ends: bool = True) -> str:
    """Return the words on one line; with ``ends`` also without space around them."""
    flat = " ".join(words.split())
    if ends or not words:
        return flat
    left = " " if words[0].isspace() else ""
    right = " " if words[-1].isspace() and flat else ""
    return f"{left}{flat}{right}"
