"""What an analyst corrects in an event: which fields, and in which form the values come."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, get_args

from kawat.errors import UsageError
from kawat.reading import EventType, Status
from kawat.record.countries import country_code
from kawat.record.days import days_of
from kawat.record.merge.best import Best
from kawat.record.names import name_key
from kawat.record.telling import Party


def corrected(best: Best, corrections: Iterable[tuple[str, str]]) -> Best:
    """Return the event as it was corrected, the last word last."""
    for field, value in corrections:
        best = _FIELDS[field](best, value)
    return best


def check_correction(field: str, value: str) -> None:
    """Raise :class:`UsageError` for a field or value that no event can have.

    A day is a TIMEX3 value; actors and recipients are names with semicolons between them; an
    empty mode, place or list of parties takes away what is there.
    """
    if field not in _FIELDS:
        fix = f"take one of {', '.join(_FIELDS)}"
        raise UsageError(f"no field {field!r} can be corrected", fix=fix)
    _FIELDS[field](_BLANK, value)


def _choice(field: str, known: tuple[str, ...]) -> Callable[[Best, str], Best]:
    def correct(best: Best, value: str) -> Best:
        if value not in known:
            fix = f"take one of {', '.join(known)}"
            raise UsageError(f"there is no {field} {value!r}", fix=fix)
        return _with(best, field, value)

    return correct


def _words(field: str) -> Callable[[Best, str], Best]:
    return lambda best, value: _with(best, field, value.strip() or None)


def _parties(field: str) -> Callable[[Best, str], Best]:
    def correct(best: Best, value: str) -> Best:
        known = {party.key: party for party in (*best.actors, *best.recipients)}
        names = filter(None, (name.strip() for name in value.split(";")))
        parties = (
            known.get(name_key(name), Party(name, country=country_code(name))) for name in names
        )
        return _with(best, field, tuple(parties))

    return correct


def _day(best: Best, value: str) -> Best:
    days = days_of(value)
    if days is None:
        fix = "give it as TIMEX3 has it: 2016-09-12, 2016-W37, 2016-09 or 2016"
        raise UsageError(f"{value!r} is no day", fix=fix)
    return replace(best, day=value, days=days, dated=True)


def _with(best: Best, field: str, value: Any) -> Best:
    return replace(best, **{field: value})


_FIELDS: dict[str, Callable[[Best, str], Best]] = {
    "type": _choice("type", get_args(EventType)),
    "status": _choice("status", get_args(Status)),
    "mode": _words("mode"),
    "day": _day,
    "place": _words("place"),
    "actors": _parties("actors"),
    "recipients": _parties("recipients"),
}

_BLANK = Best("", None, "", None, False, None, (), (), None, ())
