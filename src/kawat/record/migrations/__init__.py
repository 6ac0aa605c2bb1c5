"""How the tables of a record came to be, one file a step (Alembic)."""

from __future__ import annotations

HEAD = "0009"
"""The step that this Kawat needs; equal to the newest file in ``versions/``."""

VERSION_TABLE = "kawat_version"
"""The table that holds a record's step, and by which a record is known."""
