"""Run by Alembic: bring the record on the given connection to the wanted step."""

from __future__ import annotations

from alembic import context

from kawat.record.migrations import VERSION_TABLE
from kawat.record.tables import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    version_table=VERSION_TABLE,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
