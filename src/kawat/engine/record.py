"""A record as its users have it: adding to it, and every view of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kawat import __version__
from kawat.engine.adding import Added, Adding, Given, Input, Progress, given
from kawat.engine.batches import jobs_of
from kawat.engine.reader import Reader
from kawat.engine.reviewing import Reviewing
from kawat.intake import Settings, articles

# A record needs SQLAlchemy; who only reads articles does not wait for it.
if TYPE_CHECKING:
    from kawat.agreements import Agreement
    from kawat.brief import Brief
    from kawat.changes import ChangedArticle
    from kawat.conflicts import ConflictLine, ConflictView
    from kawat.disputes import ArticleDispute, TollDispute
    from kawat.event import EventView
    from kawat.expectations import Expectation
    from kawat.record.actors.decided import ActorKind
    from kawat.record.asked import Asked
    from kawat.record.database import Database
    from kawat.record.decisions import Decision, Kind
    from kawat.record.page import Page
    from kawat.record.problems import KeptProblem
    from kawat.record.verify import Proof
    from kawat.said import Quote
    from kawat.timeline import Line
    from kawat.toll import Toll
    from kawat.who import UnsurePair, WhoView


class Record(Reviewing):
    """What all readings say together, kept in one file or in a database on a server.

    ``where`` is a path, or a URL such as ``postgresql://…``. Nothing is opened before it is
    needed; :meth:`add` makes the record where there is none. Every method raises
    :class:`~kawat.errors.RecordError` where the record can't be opened, read or written.
    """

    def __init__(self, where: str | Path, *, read_by: Reader | None = None) -> None:
        self.where = where
        self._reader = read_by

    def add(
        self,
        paths: Iterable[str | Path],
        settings: Settings | None = None,
        *,
        strict: bool = False,
        reread: bool = False,
        jobs: int | None = None,
        progress: Progress | None = None,
    ) -> Added:
        """Read the articles of the paths into the record, each in one transaction.

        What is known already is not read again, unless by a newer Kawat or with ``reread``. What
        can't be read is kept as a problem; with ``strict`` the first one of level ``error`` is
        raised instead. ``jobs`` processes read, as many as there are cores if it is not said; the
        record is the same with any number.
        """
        inputs = ((str(path), articles([path], settings, strict=strict)) for path in paths)
        return self.add_inputs(inputs, strict=strict, reread=reread, jobs=jobs, progress=progress)

    def add_inputs(
        self,
        inputs: Iterable[Input],
        *,
        strict: bool = False,
        reread: bool = False,
        jobs: int | None = None,
        progress: Progress | None = None,
    ) -> Added:
        """Read the articles of inputs, each by its name, as :meth:`add` does those of paths."""
        from kawat.record.add import Run

        jobs = jobs_of(jobs)
        with self._open(create=True) as database:
            run = Run(database, __version__)
            adding = Adding(run, jobs, self._reader, strict, reread, progress)
            added = adding.all_of(given(inputs))
            run.end()
        return added

    def reread(
        self, *, all: bool = False, jobs: int | None = None, progress: Progress | None = None
    ) -> Added:
        """Read again, from the kept texts, what an older Kawat read; with ``all``, everything.

        Decisions stay. An article that can't be read any more keeps its reading, and is a
        problem. :meth:`changes` tells what became of the others.
        """
        from kawat.record.add import Run
        from kawat.record.kept import kept_articles

        jobs = jobs_of(jobs)
        with self._open() as database:
            run = Run(database, __version__)
            kept = kept_articles(database, newer_than=None if all else __version__)
            adding = Adding(run, jobs, self._reader, reread=True, progress=progress)
            added = adding.all_of(Given(article.uri, article) for article in kept)
            run.end()
        return added

    def changes(self, run: int | None = None) -> list[ChangedArticle]:
        """Return what reading again changed; see :func:`kawat.changes.changes`."""
        from kawat.changes import changes

        with self._open() as database:
            return changes(database, run)

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

    def export(
        self,
        format: str,
        out: str | Path,
        *,
        about: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Counter[str]:
        """Write the record, or a part of it, in a format; see :func:`kawat.export.formats.export`.

        Returns how much the format has no place for, by reason.
        """
        from kawat.export.formats import export
        from kawat.export.source import Selection

        with self._open() as database:
            return export(Selection(database, __version__, about, since, until), format, out)

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

    def verify(self, progress: Progress | None = None) -> Proof:
        """Prove every text, span and row again; see :func:`kawat.record.verify.verify`."""
        from kawat.record.verify import verify

        with self._open() as database:
            return verify(database, progress)

    def backup(
        self,
        file: str | Path,
        *,
        replace: bool = False,
        prove: bool = True,
        progress: Progress | None = None,
    ) -> Proof | None:
        """Copy the record to a file and prove the copy; see :func:`kawat.record.backup.back_up`."""
        from kawat.record.backup import back_up

        where = str(self.where)
        return back_up(where, Path(file), replace=replace, prove=prove, progress=progress)

    def restore(
        self, file: str | Path, *, prove: bool = True, progress: Progress | None = None
    ) -> Proof | None:
        """Make this record of a copy, where none is yet, and prove it."""
        from kawat.record.backup import restore

        return restore(Path(file), str(self.where), prove=prove, progress=progress)

    def problems(self) -> list[KeptProblem]:
        """Return what could not be read, and has not been since."""
        from kawat.record.problems import problems

        with self._open() as database:
            return problems(database)

    def _open(self, *, create: bool = False) -> Database:
        from kawat.record.database import Database

        return Database(self.where, create=create)
