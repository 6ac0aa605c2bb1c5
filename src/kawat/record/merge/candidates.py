"""The tellings that may be of the same event as one: few enough to look at each."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import ColumnElement, Connection, and_, exists, or_, select

from kawat.record.merge.features import NEAR
from kawat.record.tables import PartyRow, TellingRow
from kawat.record.telling import Place, Telling

LONGEST = timedelta(31)
"""An event dated no nearer than this is told too vaguely to be known again by its date."""


def candidates(connection: Connection, number: int, telling: Telling) -> list[Place]:
    """Return the tellings of other articles that may be of the same event.

    They are of its type, near its days, and have a party in common by name or country, or
    the place by name. If one telling is a candidate for another, the other is one for it,
    whichever came first.
    """
    days = telling.days
    if days is None or days.last - days.first > LONGEST:
        return []
    near = timedelta(NEAR)
    query = select(
        TellingRow.article, TellingRow.id, TellingRow.first_day, TellingRow.last_day
    ).where(
        TellingRow.type == telling.type,
        TellingRow.first_day.between(days.first - near - LONGEST, days.last + near),
        TellingRow.last_day >= days.first - near,
        TellingRow.article != number,
        exists().where(
            PartyRow.article == TellingRow.article,
            PartyRow.telling == TellingRow.id,
            _is_shared(telling),
        ),
    )
    return [
        (article, id)
        for article, id, first, last in connection.execute(query)
        if first and last and last - first <= LONGEST
    ]


def _is_shared(telling: Telling) -> ColumnElement[bool]:
    """Return the condition that a row is of a party, or the place, that the telling has too."""
    keys = {party.key for party in telling.parties}
    countries = {party.country for party in telling.parties if party.country}
    named = or_(PartyRow.key.in_(sorted(keys)), PartyRow.country.in_(sorted(countries)))
    party = and_(PartyRow.role.in_(("actor", "recipient")), named)
    if telling.place is None:
        return party
    return or_(party, and_(PartyRow.role == "place", PartyRow.key == telling.place.key))
