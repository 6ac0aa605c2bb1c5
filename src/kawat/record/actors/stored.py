"""The actors of a record, from its stored entities; worked out anew when they are asked for."""

from __future__ import annotations

from sqlalchemy import Connection, select

from kawat.record.actors.decided import decided
from kawat.record.actors.grouping import Actor, actors
from kawat.record.actors.named import Seen
from kawat.record.tables import ArticleRow, EntityRow


def stored_actors(connection: Connection) -> list[Actor]:
    """Return every actor of the record, by name."""
    query = select(
        ArticleRow.id.label("article"), EntityRow.id, EntityRow.name, EntityRow.kind,
        EntityRow.country, EntityRow.role, ArticleRow.first_day,
    ).join(ArticleRow, ArticleRow.number == EntityRow.article)  # fmt: skip
    seen = [
        Seen(
            row.article, row.id, row.name, row.kind, row.country, row.role,
            row.first_day.isoformat() if row.first_day else "",
        )
        for row in connection.execute(query)
    ]  # fmt: skip
    return actors(seen, decided(connection))
