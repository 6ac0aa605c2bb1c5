"""The types of the columns that hold words, the same on every database.

On PostgreSQL they are compared by code point (collation ``C``) as SQLite does it, so that order
and ``LIKE`` do not hang on the server's locale.
"""

from __future__ import annotations

import sqlalchemy as sa

TEXT = sa.String().with_variant(sa.String(collation="C"), "postgresql")

HASH = sa.String(64).with_variant(sa.String(64, collation="C"), "postgresql")
"""A sha256 in hex."""
