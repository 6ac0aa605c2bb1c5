"""What every table of a record is made of."""

from __future__ import annotations

import zlib
from typing import Any, ClassVar

from sqlalchemy import Dialect, ForeignKey, LargeBinary
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from kawat.record.migrations.columns import TEXT


class Packed(TypeDecorator[str]):
    """Text kept as deflated UTF-8: a third of the size, and any code point survives."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """Deflate on the way in."""
        return None if value is None else zlib.compress(value.encode("utf-8", "surrogatepass"))

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        """Inflate on the way out; ``zlib.error`` or ``UnicodeError`` if the bytes are broken."""
        return None if value is None else zlib.decompress(value).decode("utf-8", "surrogatepass")


class Row(DeclarativeBase):
    """A row of the record."""

    type_annotation_map: ClassVar[dict[type, Any]] = {str: TEXT}


def clustered(*more: Any) -> tuple[Any, ...]:
    """Keep an article's rows side by side, so that adding only ever appends."""
    return (*more, {"sqlite_with_rowid": False})


def article_key() -> Mapped[int]:
    """Return the column of the article that a row belongs to and goes with."""
    return mapped_column(ForeignKey("articles.number", ondelete="CASCADE"), primary_key=True)
