"""Copies of a record: made while others write to it, proved, and put into place when whole.

A copy is a record in one SQLite file, wherever the record itself is kept; see
``docs/decisions`` for why. :func:`back_up` makes one, :func:`restore` makes a record of one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import select

from kawat.errors import RecordError, RecordMismatch, RecordUnwritable
from kawat.record.database import Database, file_of, shown
from kawat.record.rows_copied import copy_rows
from kawat.record.search.index import complete_index
from kawat.record.sqlite import check_file, copy_file
from kawat.record.tables import RunRow
from kawat.record.verify import Proof, verify

Progress = Callable[[int, int | None], None]


def back_up(
    where: str,
    file: Path,
    *,
    replace: bool = False,
    prove: bool = True,
    progress: Progress | None = None,
) -> Proof | None:
    """Copy the record to a file, as it is at one moment, and prove the copy.

    Nobody who reads or writes waits for it. A file that is there stays unless ``replace`` is
    given. Without ``prove`` the copy is kept however it is, and ``None`` returned; otherwise
    :class:`RecordError` where it does not hold, and the file is as it was before.
    """
    source = file_of(where)
    if source and file.exists() and file.samefile(source):
        raise RecordError("this is the record itself", where=str(file), fix="name another file")
    _refuse_taken(file, replace)
    with _beside(file) as partial:
        if source:
            check_file(source, create=False)
            copy_file(source, partial)
            shutil.copymode(source, partial)
        else:
            with (
                Database(where, create=False) as served,
                Database(partial, create=True) as target,
            ):
                copy_rows(served, target)
        with _renamed(partial, shown(where)):
            proof = _proved(partial, shown(where), prove, progress)
        _put(partial, file)
    return proof


def restore(
    file: Path, where: str, *, prove: bool = True, progress: Progress | None = None
) -> Proof | None:
    """Make a record of a copy, where none is yet, and prove it; the copy stays as it is."""
    check_file(file, create=False)
    target = file_of(where)
    if target:
        _refuse_taken(target, replace=False)
        with _beside(target) as partial:
            copy_file(file, partial)
            with _renamed(partial, str(file)):
                proof = _proved(partial, str(file), prove, progress)
            _put(partial, target)
        return proof
    with TemporaryDirectory() as folder:
        scratch = Path(folder) / "copy.kawat"  # which may be brought up to date, unlike the copy
        copy_file(file, scratch)
        with _renamed(scratch, str(file)), Database(scratch, create=False) as source:
            _restore_rows(source, where)
    with Database(where, create=False) as database:
        complete_index(database)
    return _proved(where, shown(where), prove, progress)


def _restore_rows(source: Database, where: str) -> None:
    with Database(where, create=True) as target:
        with target.reading() as connection:
            is_taken = connection.execute(select(RunRow.number).limit(1)).first()
        if is_taken:
            fix = "make an empty database, and name that"
            raise RecordUnwritable("there is a record here already", where=shown(where), fix=fix)
        copy_rows(source, target)


def _refuse_taken(file: Path, replace: bool) -> None:
    """Refuse a file that is there, or that some process has open."""
    if file.is_dir() or not file.exists():
        check_file(file, create=True)
    elif not replace:
        raise RecordUnwritable(
            "there is a file here already", where=str(file), fix="name one that is not there yet"
        )
    for end in ("-wal", "-journal"):
        beside = file.with_name(file.name + end)
        if beside.exists():
            what = f"a process has this file open, or was killed with it ({beside.name} is there)"
            raise RecordUnwritable(what, where=str(file), fix="name another file")


@contextmanager
def _beside(file: Path) -> Iterator[Path]:
    """Give a file of its own beside the file, and take away what is left of it."""
    try:
        with TemporaryDirectory(prefix=f".{file.name}.", dir=file.parent) as folder:
            yield Path(folder) / file.name
    except PermissionError as error:
        fix = "give yourself the right to write in its folder"
        raise RecordUnwritable("the copy may not be written", where=str(file), fix=fix) from error


@contextmanager
def _renamed(scratch: Path, where: str) -> Iterator[None]:
    """Tell errors of the scratch file as those of the record that it was copied from."""
    try:
        yield
    except RecordMismatch as error:
        if error.where != str(scratch):
            raise
        raise RecordMismatch(error.what, where=where, fix=error.fix) from error


def _proved(copy: Path | str, of: str, prove: bool, progress: Progress | None) -> Proof | None:
    with Database(copy, create=False) as database:
        complete_index(database)
        proof = verify(database, progress) if prove else None
    if proof and not proof.holds:
        first = proof.faults[0]
        what = f"the copy does not hold: {len(proof.faults)} faults; {first.article}: {first.what}"
        fix = f"look with: kawat verify {of}; --unproved copies it as it is"
        raise RecordError(what, where=of, fix=fix)
    return proof


def _put(partial: Path, file: Path) -> None:
    """Put a finished copy into place, so that it is there whole after a power cut as well."""
    with partial.open("rb+") as written:
        os.fsync(written.fileno())
    partial.replace(file)
    if hasattr(os, "O_DIRECTORY"):
        folder = os.open(file.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
