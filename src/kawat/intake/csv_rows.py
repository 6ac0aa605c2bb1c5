"""Rows of CSV and TSV, with the names of the columns in the first line."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import BufferedReader

from kawat.errors import BrokenInput, EmptyInput, InputError, OversizedInput
from kawat.intake.columns import Columns
from kawat.intake.encoding import Decoder
from kawat.intake.limits import LINE_BYTES
from kawat.intake.lines import Lines
from kawat.intake.rows import Row, no_text_column

DELIMITERS = ",;\t|"
"""Commas, and what spreadsheets of countries with a decimal comma write instead."""


def csv_rows(
    stream: BufferedReader, name: str, decoder: Decoder, columns: Columns
) -> Iterator[Row | InputError]:
    """Yield the rows under the header; a row that is broken yields its error.

    Raises EmptyInput without a header, and UnknownFormat if the header names no text column.
    """
    lines = Lines(stream, name, decoder)
    header, delimiter = _header(lines, name)
    if columns.among(header).text is None:
        raise no_text_column(header, name, columns)
    csv.field_size_limit(LINE_BYTES)
    cells = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        where = f"{name}:{lines.number + 1}"
        try:
            row = next(cells)
            if row:
                yield _row(row, header, where)
        except StopIteration:
            return
        except csv.Error as error:
            yield _broken(error, where)
        except InputError as error:
            yield error


def _header(lines: Lines, name: str) -> tuple[list[str], str]:
    line = next(lines, "")
    if not line.strip():
        raise EmptyInput("has no line with the columns' names", where=name)
    delimiter = max(DELIMITERS, key=line.count)
    try:
        cells = next(csv.reader([line], delimiter=delimiter))
    except csv.Error as error:
        raise _broken(error, f"{name}:1") from error
    return [cell.strip() for cell in cells], delimiter


def _row(cells: list[str], header: list[str], where: str) -> Row:
    if len(cells) != len(header):
        what = f"has {len(cells)} cells under {len(header)} columns"
        fix = "put texts that hold the delimiter or a line break in quotation marks"
        raise BrokenInput(what, where=where, fix=fix)
    return Row(dict(zip(header, cells, strict=True)), where)


def _broken(error: csv.Error, where: str) -> InputError:
    if "field limit" in str(error):
        what = f"has a cell over the limit of {LINE_BYTES // 2**20} MiB"
        fix = "look for a quotation mark that is never closed"
        return OversizedInput(what, where=where, fix=fix)
    return BrokenInput(f"is broken CSV: {error}", where=where, fix="close its quotation marks")
