"""What every part of a record starts from: where it is, and how it is opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

# A record needs SQLAlchemy; who only reads articles does not wait for it.
if TYPE_CHECKING:
    from kawat.record.database import Database


class Opening:
    """A record by its path or address; nothing is opened before it is needed."""

    def __init__(self, where: str | Path) -> None:
        self.where = where

    def _open(self, *, create: bool = False) -> Database:
        from kawat.record.database import Database

        return Database(self.where, create=create)
