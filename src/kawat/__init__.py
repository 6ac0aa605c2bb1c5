"""Kawat reads Indonesian news of diplomacy and conflict and keeps the record of it.

::

    import kawat

    reading = kawat.read("berita.txt")         # or the text itself
    for event in reading.events:
        print(event.type, event.status, [t.of(reading.text) for t in event.triggers])

    record = kawat.Record("syria.kawat")
    record.add(["berita/"])
    for line in record.timeline(about="Suriah", since="2016"):
        print(line.day, line.type, [actor.name for actor in line.actors])
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kawat.draft import Article as Article
    from kawat.engine import Record as Record
    from kawat.engine import read as read
    from kawat.engine import readings as readings
    from kawat.errors import KawatError as KawatError
    from kawat.intake import Problem as Problem
    from kawat.intake import Settings as Settings
    from kawat.reading import Reading as Reading
    from kawat.reading import Span as Span

__version__ = "0.1.0"

_HOMES = {
    "Article": "kawat.draft",
    "KawatError": "kawat.errors",
    "Problem": "kawat.intake",
    "Reading": "kawat.reading",
    "Record": "kawat.engine",
    "Settings": "kawat.intake",
    "Span": "kawat.reading",
    "read": "kawat.engine",
    "readings": "kawat.engine",
}
"""Where each public name lives; a module is loaded when its name is first asked for."""

__all__ = [
    "Article",
    "KawatError",
    "Problem",
    "Reading",
    "Record",
    "Settings",
    "Span",
    "__version__",
    "read",
    "readings",
]


def __getattr__(name: str) -> object:
    """Load a public name from its home."""
    if name not in _HOMES:
        raise AttributeError(f"module 'kawat' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """List the public names."""
    return __all__
