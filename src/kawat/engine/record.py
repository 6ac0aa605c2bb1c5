"""A record as its users have it: adding to it, proving it, and all that its parts offer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from kawat import __version__
from kawat.engine.adding import Added, Adding, Given, Input, Progress, given
from kawat.engine.batches import jobs_of
from kawat.engine.deciding import Deciding
from kawat.engine.reader import Reader
from kawat.engine.reviewing import Reviewing
from kawat.engine.viewing import Viewing
from kawat.intake import Settings, articles

# A record needs SQLAlchemy; who only reads articles does not wait for it.
if TYPE_CHECKING:
    from kawat.record.problems import KeptProblem
    from kawat.record.verify import Proof


class Record(Viewing, Deciding, Reviewing):
    """What all readings say together, kept in one file or in a database on a server.

    ``where`` is a path, or a URL such as ``postgresql://…``. Nothing is opened before it is
    needed; :meth:`add` makes the record where there is none. Every method raises
    :class:`~kawat.errors.RecordError` where the record can't be opened, read or written.
    """

    def __init__(self, where: str | Path, *, read_by: Reader | None = None) -> None:
        super().__init__(where)
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
