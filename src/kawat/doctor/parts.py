"""Kawat's own parts: the language model, the lexicon, a reading, and this machine."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from importlib.resources import files
from pathlib import Path

from kawat.doctor.finding import Finding

SQLITE = (3, 35)
"""The first SQLite with ``RETURNING``, which SQLAlchemy uses."""

ARTICLE = (
    "JAKARTA - Presiden Rusia bertemu Presiden Turki di Sochi, Selasa (21/11/2017), kata Lavrov."
)


def model() -> Iterator[Finding]:
    """Compare the model's files with their digests."""
    folder = files("kawat").joinpath("model")
    sums = json.loads(folder.joinpath("model.json").read_text(encoding="utf-8"))["sha256"]
    for name, digest in sums.items():
        held = hashlib.sha256(folder.joinpath(name).read_bytes()).hexdigest()
        part = f"model/{name}"
        if held == digest:
            yield Finding(part, "ok", f"sha256 {held[:12]}…")
        else:
            fix = "install Kawat anew"
            yield Finding(part, "wrong", f"sha256 {held[:12]}…, not {digest[:12]}…", fix)


def lexicon() -> Iterator[Finding]:
    """Load every file of the lexicon."""
    from kawat.lexicon import LANGUAGE, rows, table, words

    load = {"toml": table, "tsv": rows, "txt": words}
    count = 0
    for path in files("kawat.lexicon").joinpath(LANGUAGE).iterdir():
        name, _, kind = path.name.rpartition(".")
        if kind in load:
            load[kind](name)
            count += 1
    state = "ok" if count else "wrong"
    yield Finding("lexicon", state, f"{count} files load", "" if count else "install Kawat anew")  # type: ignore[arg-type]


def reading() -> Iterator[Finding]:
    """Read an article of one sentence."""
    from kawat.engine import read
    from kawat.engine.batches import cores

    found = read(ARTICLE)
    yield Finding("reading", "ok", f"works: {len(found.entities)} entities in a sentence")
    yield Finding("cores", "ok", f"{cores()}, as many processes read (--jobs)")


def sqlite() -> Iterator[Finding]:
    """Look at the SQLite that Python brings."""
    version = sqlite3.sqlite_version
    fix = "install a Python that brings a newer SQLite"
    if sqlite3.sqlite_version_info[:2] < SQLITE:
        yield Finding("SQLite", "wrong", f"{version} is older than 3.35", fix)
        return
    try:
        sqlite3.connect(":memory:").execute("CREATE VIRTUAL TABLE probe USING fts5(words)")
    except sqlite3.OperationalError:
        yield Finding("SQLite", "wrong", f"{version} has no FTS5, for full-text search", fix)
    else:
        yield Finding("SQLite", "ok", f"{version}, with FTS5")


def clock() -> Iterator[Finding]:
    """Compare the clock with the time at which Kawat's own files were made."""
    made = datetime.fromtimestamp(Path(__file__).stat().st_mtime).astimezone()
    now = datetime.now().astimezone()
    told = now.isoformat(timespec="seconds")
    if now < made:
        yield Finding("clock", "wrong", f"{told} is before Kawat was installed", "set the clock")
    else:
        yield Finding("clock", "ok", told)
