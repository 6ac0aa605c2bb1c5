"""What there is to export: the events that were asked for, and the articles that tell them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import Connection, select

from kawat.export.events import BATCH, ExportedEvent, exported, readings_of
from kawat.reading import Reading
from kawat.record.actors.grouping import Actor
from kawat.record.actors.settling import complete
from kawat.record.actors.stored import stored_actors
from kawat.record.database import Database
from kawat.record.tables import ArticleRow
from kawat.timeline import Line, timeline


@dataclass(frozen=True)
class Selection:
    """A part of a record, as ``kawat timeline`` selects it; with nothing asked, all of it.

    ``version`` is that of the Kawat that writes.
    """

    database: Database
    version: str
    about: str | None = None
    since: str | None = None
    until: str | None = None

    @cached_property
    def lines(self) -> list[Line]:
        """Return the events by day."""
        return timeline(self.database, about=self.about, since=self.since, until=self.until)

    def events(self) -> Iterator[ExportedEvent]:
        """Yield the events by day, with all that exports say of them."""
        with self.database.reading() as connection:
            yield from exported(connection, self.lines)

    def readings(self) -> Iterator[Reading]:
        """Yield the readings of the articles, by the articles' ids."""
        with self.database.reading() as connection:
            ids = self._articles(connection)
            for at in range(0, len(ids), BATCH):
                found = readings_of(connection, ids[at : at + BATCH])
                yield from (found[id] for id in sorted(found))

    def actors(self) -> list[Actor]:
        """Return the actors of the record, by name."""
        complete(self.database)
        with self.database.reading() as connection:
            return stored_actors(connection)

    def _articles(self, connection: Connection) -> list[str]:
        if self.about or self.since or self.until:
            return sorted({t.article for line in self.lines for t in line.tellings})
        return list(connection.scalars(select(ArticleRow.id).order_by(ArticleRow.id)))
