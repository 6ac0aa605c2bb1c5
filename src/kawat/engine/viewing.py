"""The part of a record that readers use: every view of what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kawat.engine.opening import Opening

if TYPE_CHECKING:
    from kawat.agreements import Agreement
    from kawat.brief import Brief
    from kawat.changes import ChangedArticle
    from kawat.conflicts import ConflictLine, ConflictView
    from kawat.disputes import ArticleDispute, TollDispute
    from kawat.event import EventView
    from kawat.expectations import Expectation
    from kawat.record.asked import Asked
    from kawat.record.page import Page
    from kawat.said import Quote
    from kawat.timeline import Line
    from kawat.toll import Toll
    from kawat.who import WhoView


class Viewing(Opening):
    """What :class:`~kawat.engine.record.Record` shows."""

    def timeline(
        self,
        *,
        about: str | None = None,
        since: str | None = None,
        until: str | None = None,
        type: str | None = None,
        status: str | None = None,
    ) -> list[Line]:
        """Return the events by day; see :func:`kawat.timeline.timeline`."""
        from kawat.timeline import timeline

        with self._open() as database:
            return timeline(
                database, about=about, since=since, until=until, type=type, status=status
            )

    def timeline_page(
        self, asked: Asked, *, limit: int | None = 100, after: str | None = None
    ) -> Page[Line]:
        """Return the events page by page; see :func:`kawat.timeline.timeline_page`."""
        from kawat.timeline import timeline_page

        with self._open() as database:
            return timeline_page(database, asked, limit=limit, after=after)

    def event(self, id: str) -> EventView:
        """Return one event with every telling of it; see :func:`kawat.event.event`."""
        from kawat.event import event

        with self._open() as database:
            return event(database, id)

    def disputes(self) -> list[EventView]:
        """Return the events whose tellings contradict each other."""
        from kawat.event import disputed

        with self._open() as database:
            return disputed(database)

    def disputes_page(self, *, limit: int | None = 20, after: str | None = None) -> Page[EventView]:
        """Return them page by page; see :func:`kawat.event.disputed_page`."""
        from kawat.event import disputed_page

        with self._open() as database:
            return disputed_page(database, limit=limit, after=after)

    def toll_disputes(
        self, *, about: str | None = None, as_of: str | None = None
    ) -> list[TollDispute]:
        """Return counts that exclude one another; see :mod:`kawat.disputes`."""
        from kawat.disputes import toll_disputes

        with self._open() as database:
            return toll_disputes(database, about=about, as_of=as_of)

    def article_disputes(
        self, *, about: str | None = None, as_of: str | None = None
    ) -> list[ArticleDispute]:
        """Return what articles say against themselves; see :mod:`kawat.disputes`."""
        from kawat.disputes import article_disputes

        with self._open() as database:
            return article_disputes(database, about=about, as_of=as_of)

    def toll(
        self,
        *,
        about: str | None = None,
        event: str | None = None,
        measure: str | None = None,
        as_of: str | None = None,
    ) -> list[Toll]:
        """Return how many were killed, driven out or sent; see :func:`kawat.toll.toll`."""
        from kawat.toll import toll

        with self._open() as database:
            return toll(database, about=about, event=event, measure=measure, as_of=as_of)

    def said(
        self,
        speaker: str | None = None,
        *,
        about: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> list[Quote]:
        """Return statements with their words and chains; see :func:`kawat.said.said`."""
        from kawat.said import said

        with self._open() as database:
            return said(database, speaker, about=about, since=since, until=until)

    def said_page(
        self,
        speaker: str | None = None,
        *,
        about: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = 100,
        after: str | None = None,
    ) -> Page[Quote]:
        """Return statements page by page; see :func:`kawat.said.said_page`."""
        from kawat.said import said_page

        with self._open() as database:
            return said_page(
                database, speaker, about=about, since=since, until=until, limit=limit, after=after
            )

    def who(self, name: str) -> list[WhoView]:
        """Return who is called so, with names, offices and contacts; see :func:`kawat.who.who`."""
        from kawat.who import who

        with self._open() as database:
            return who(database, name)

    def who_page(
        self, name: str, *, limit: int | None = 10, after: str | None = None
    ) -> Page[WhoView]:
        """Return those who are called so, page by page; see :func:`kawat.who.who_page`."""
        from kawat.who import who_page

        with self._open() as database:
            return who_page(database, name, limit=limit, after=after)

    def conflicts(self) -> list[ConflictLine]:
        """Return the conflicts that articles and events are about, and last what is of none."""
        from kawat.conflicts import all_conflicts

        with self._open() as database:
            return all_conflicts(database)

    def conflict(self, name: str, *, as_of: str | None = None) -> ConflictView:
        """Return a conflict's sides and deeds as of a day; see :mod:`kawat.conflicts`."""
        from kawat.conflicts import conflict

        with self._open() as database:
            return conflict(database, name, as_of=as_of)

    def agreements(self, *, about: str | None = None, as_of: str | None = None) -> list[Agreement]:
        """Return agreements with every stage; see :func:`kawat.agreements.agreements`."""
        from kawat.agreements import agreements

        with self._open() as database:
            return agreements(database, about=about, as_of=as_of)

    def expectations(
        self, *, about: str | None = None, as_of: str | None = None, state: str | None = None
    ) -> list[Expectation]:
        """Return what was expected and became; see :func:`kawat.expectations.expectations`."""
        from kawat.expectations import expectations

        with self._open() as database:
            return expectations(database, about=about, as_of=as_of, state=state)

    def brief(self, name: str, *, as_of: str | None = None, language: str = "id") -> Brief:
        """Return where a conflict, country or actor stands on a day; see :mod:`kawat.brief`."""
        from kawat.brief import brief

        with self._open() as database:
            return brief(database, name, as_of=as_of, language=language)

    def changes(self, run: int | None = None) -> list[ChangedArticle]:
        """Return what reading again changed; see :func:`kawat.changes.changes`."""
        from kawat.changes import changes

        with self._open() as database:
            return changes(database, run)
