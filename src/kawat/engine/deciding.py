"""The part of a record that analysts use: their decisions on events and actors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kawat.engine.opening import Opening

if TYPE_CHECKING:
    from kawat.record.actors.decided import ActorKind
    from kawat.record.decisions import Decision, Kind
    from kawat.who import UnsurePair


class Deciding(Opening):
    """What :class:`~kawat.engine.record.Record` lets analysts decide."""

    def decide(
        self,
        kind: Kind,
        events: Sequence[str],
        *,
        author: str,
        note: str = "",
        field: str | None = None,
        value: str | None = None,
    ) -> int:
        """Merge, split, reject or correct events; see :func:`kawat.record.analyst.decide_on`."""
        from kawat.record.analyst import decide_on

        with self._open() as database:
            return decide_on(
                database, kind, events, author=author, note=note, field=field, value=value
            )

    def unsure_actors(self) -> list[UnsurePair]:
        """Return every two names that may be of one actor; see :func:`kawat.who.unsure_actors`."""
        from kawat.who import unsure_actors

        with self._open() as database:
            return unsure_actors(database)

    def decide_actors(
        self, kind: ActorKind, names: Sequence[str], *, author: str, note: str = ""
    ) -> int:
        """Decide that two names are of one actor, or are not; :meth:`undo` takes it back."""
        from kawat.record.actors.decided import decide_actors

        with self._open() as database, database.writing() as connection:
            return decide_actors(connection, kind, names, author=author, note=note)

    def undo(self, decision: int, *, author: str) -> None:
        """Take a decision back; it stays on record."""
        from kawat.record.analyst import take_back

        with self._open() as database:
            take_back(database, decision, author=author)

    def decisions(self) -> list[Decision]:
        """Return every decision on this record, in the order in which they were made."""
        from kawat.record.analyst import all_decisions

        with self._open() as database:
            return all_decisions(database)
