"""What could not be read, or was read with a doubt: kept, never dropped in silence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, Self

from kawat.errors import KawatError


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that went wrong with an input: what, where, and what to do.

    ``level`` is ``error`` where something could not be read, ``note`` where it was read but a
    person should know how (an encoding that was detected, a date that does not parse).
    ``code`` is the error's class in kebab case (``broken-input``), or the kind of note.
    """

    level: Literal["error", "note"]
    code: str
    where: str
    what: str
    fix: str = ""

    @classmethod
    def of(cls, error: KawatError) -> Self:
        """Make a problem of an error, with all its parts."""
        name = type(error).__name__
        code = re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()
        return cls("error", code, error.where, error.what, error.fix)

    def line(self) -> str:
        """All of it in one line: ``where: what; fix``."""
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}; {self.fix}" if self.fix else head


def note(code: str, what: str, *, where: str, fix: str = "") -> Problem:
    """Return a problem of level ``note``."""
    return Problem("note", code, where, what, fix)
