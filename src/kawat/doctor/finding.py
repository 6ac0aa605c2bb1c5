"""What a look at one part of the installation found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

State = Literal["ok", "missing", "wrong"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One part, how it is, and what to do; ``missing`` is something that is not needed."""

    part: str
    state: State
    what: str
    fix: str = ""


Check = Callable[[], Iterable[Finding]]


def looked(part: str, check: Check) -> Iterator[Finding]:
    """Yield what a check finds; whatever it breaks on is itself a finding."""
    try:
        yield from check()
    except Exception as error:  # noqa: BLE001 - the one who looks for faults must survive them all
        fix = getattr(error, "fix", "") or "install Kawat anew"
        yield Finding(part, "wrong", f"{type(error).__name__}: {error}", fix)
