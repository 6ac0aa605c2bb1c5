"""Tab-separated rows, as POLECAT, GDELT and ACLED come."""

from __future__ import annotations

from collections.abc import Iterable

_BREAKS = str.maketrans({"\t": " ", "\n": " ", "\r": " ", "\v": " ", "\f": " ", "\0": " "})


def row(cells: Iterable[object], *, missing: str = "") -> str:
    """Return one line; a tab or line break within a cell is a space."""
    words = (missing if cell is None or cell == "" else str(cell) for cell in cells)
    return "\t".join(word.translate(_BREAKS) for word in words) + "\n"
