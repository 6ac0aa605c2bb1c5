"""Tables as CSV files (RFC 4180, UTF-8, a header each); truth is ``true`` or ``false``."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kawat.export.tables import Row, Type


class Writer:
    """Writes one table."""

    suffix = ".csv"

    def __init__(self, path: Path, columns: Mapping[str, Type]) -> None:
        self._file = path.open("w", encoding="utf-8", newline="")
        self._rows = csv.DictWriter(self._file, list(columns))
        self._rows.writeheader()

    def write(self, rows: Iterable[Row]) -> None:
        """Append rows."""
        for row in rows:
            self._rows.writerow({name: _cell(value) for name, value in row.items()})

    def close(self) -> None:
        """End the file."""
        self._file.close()


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value
