"""What is installed, missing or wrong, and what to do about it.

Only the standard library is needed to begin with: ``python -m kawat.doctor`` also runs where a
library that Kawat needs is broken or missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from kawat.doctor import installed, parts
from kawat.doctor.finding import Finding, looked

__all__ = ["Finding", "findings"]


def findings(record: str | None = None) -> Iterator[Finding]:
    """Yield what is found of each part, and of the place of a record; never raises."""
    yield from looked("Python", installed.python)
    yield from looked("libraries", installed.libraries)
    yield from looked("model", parts.model)
    yield from looked("lexicon", parts.lexicon)
    yield from looked("reading", parts.reading)
    yield from looked("SQLite", parts.sqlite)
    yield from looked("clock", parts.clock)
    yield from looked("Java", installed.java)
    if record is not None:
        from kawat.doctor.place import place

        yield from looked("record", lambda: place(record))
