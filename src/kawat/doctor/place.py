"""The place of a record: whether it can be reached, read and written, and what it holds.

Nothing is changed: a record of an older Kawat stays at its step.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from kawat.doctor.finding import Finding

LEAST_ROOM = 200 * 2**20
"""Bytes that should be free where a record is, or as many as it has itself."""

PATIENCE = 5.0
"""Seconds to wait for a server."""


def place(where: str) -> Iterator[Finding]:
    """Look at a record's file and folder, or its server, and then at its step."""
    from kawat.record.database import file_of, shown

    file = file_of(where)
    if file is None:
        yield from _step(where, shown(where))
        return
    folder = file.parent
    if not folder.is_dir() or file.is_dir():
        yield Finding(
            where, "wrong", "no file can be here", "name a file in a folder that is there"
        )
        return
    yield _room(file, folder)
    if not os.access(folder, os.W_OK | os.X_OK):
        fix = f"give yourself the right to write in {folder}"
        yield Finding(where, "wrong", "its folder may not be written", fix)
    if not file.exists():
        yield Finding(where, "ok", "not there yet; kawat add makes it")
    elif not os.access(file, os.R_OK):
        yield Finding(where, "wrong", "may not be read", f"chmod u+r {file}")
    else:
        if not os.access(file, os.W_OK):
            yield Finding(where, "wrong", "may be read, but not written", f"chmod u+w {file}")
        yield from _step(where, where)


def _room(file: Path, folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    needed = max(LEAST_ROOM, file.stat().st_size if file.exists() else 0)
    what = f"{free // 2**20:,} MiB free at {folder}"
    if free < needed:
        fix = f"make room: {needed // 2**20:,} MiB, for what is added and for a copy"
        return Finding("disk", "wrong", what, fix)
    return Finding("disk", "ok", what)


def _step(where: str, name: str) -> Iterator[Finding]:
    from kawat.record.database import step_of
    from kawat.record.migrations import HEAD

    step = step_of(where, patience=PATIENCE)
    if step is None:
        yield Finding(name, "ok", "can be reached; empty, and kawat add makes the record")
    elif step == HEAD:
        yield Finding(name, "ok", f"a record at step {step}, this Kawat's own")
    elif step < HEAD:
        what = f"a record at step {step}; the next command brings it to {HEAD}"
        yield Finding(name, "ok", what)
    else:
        fix = "upgrade Kawat"
        yield Finding(name, "wrong", f"a record at step {step}, of a newer Kawat", fix)
