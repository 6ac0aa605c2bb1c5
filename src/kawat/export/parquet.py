"""Tables as Parquet files (pyarrow), written in row groups so that memory stays bounded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from kawat.errors import UsageError
from kawat.export.tables import Row, Type

try:
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter
except ModuleNotFoundError as error:
    raise UsageError(
        "Parquet needs pyarrow, which is not installed", fix="pip install 'kawat[exports]'"
    ) from error

GROUP = 5_000
"""Rows of a group."""

_TYPES = {
    "text": pa.string(),
    "whole": pa.int64(),
    "number": pa.float64(),
    "truth": pa.bool_(),
}


class Writer:
    """Writes one table."""

    suffix = ".parquet"

    def __init__(self, path: Path, columns: Mapping[str, Type]) -> None:
        self._schema = pa.schema([(name, _TYPES[type]) for name, type in columns.items()])
        self._file = ParquetWriter(path, self._schema, compression="zstd")
        self._rows: list[Row] = []

    def write(self, rows: Iterable[Row]) -> None:
        """Append rows."""
        self._rows.extend(rows)
        if len(self._rows) >= GROUP:
            self._flush()

    def close(self) -> None:
        """End the file."""
        self._flush()
        self._file.close()

    def _flush(self) -> None:
        if self._rows:
            self._file.write_table(pa.Table.from_pylist(self._rows, schema=self._schema))
            self._rows = []
