"""How inputs are read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kawat.errors import UsageError
from kawat.intake.columns import Columns
from kawat.intake.encoding import check_encoding
from kawat.intake.formats import Format


@dataclass(frozen=True, slots=True)
class Settings:
    """How inputs are read; what is None is found out from the input itself.

    ``published`` (an ISO day) stands above what the inputs say of themselves.
    """

    format: Format | None = None
    encoding: str | None = None
    published: str | None = None
    columns: Columns = field(default_factory=Columns)

    def __post_init__(self) -> None:
        """Refuse an encoding that does not exist, and a day that is none."""
        if self.encoding is not None:
            check_encoding(self.encoding)
        if self.published is not None:
            check_day(self.published)


def check_day(value: str) -> None:
    """Raise UsageError for what is no ISO day."""
    refused = UsageError(f"{value!r} is no day", fix="write it as 2017-11-22")
    try:
        day = date.fromisoformat(value)
    except ValueError as error:
        raise refused from error
    if day.isoformat() != value:
        raise refused
