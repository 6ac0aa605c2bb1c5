"""The only package that knows every part: it reads articles and adds them to a record."""

from kawat.engine.adding import Added, Progress
from kawat.engine.reader import Reader, finish, is_left_out, reader
from kawat.engine.reading import explain, read, readings
from kawat.engine.record import Record

__all__ = [
    "Added",
    "Progress",
    "Reader",
    "Record",
    "explain",
    "finish",
    "is_left_out",
    "read",
    "reader",
    "readings",
]
