"""One event per real happening: tellings of the same type, parties, time and status become one.

A telling joins the latest happening that it does not contradict, rather one told in a word of the
same root. Parties contradict where both tellings name some and none is shared; a person stands for
the country too (Putin, Rusia).
"""

from __future__ import annotations

from collections.abc import Iterable

from kawat.layers.events.circumstances import DISCUSS
from kawat.layers.events.happening import Happening, days, width
from kawat.layers.events.kin import Kin
from kawat.layers.events.status_of_nouns import DEEDS
from kawat.layers.events.telling import Telling
from kawat.layers.events.units import Party
from kawat.reading import Status, TimeRef

_BACK = 300
"""happenings that a telling is compared with, at most: more than a report holds"""
_WEEK = 6
"""days from the first to the last of a week"""
_CLAUSE = 120
"""code points from a verb to the noun that tells how it was done, at most"""
_BESIDE = 40
"""code points from a noun to the verb that takes it up, at most"""
_ATTENDING = "hadir"
"""root of the verbs of being at a meeting"""
_NEAR = 2
"""sentences from a happening to the noun that points back at it, at most"""
_UNREAL: frozenset[Status] = frozenset({"planned", "possible"})


def merge(tellings: Iterable[Telling], kin: Kin) -> list[Happening]:
    """Return the happenings that the tellings are of, in text order."""
    happenings: list[Happening] = []
    for telling in tellings:
        fit = [h for h in reversed(happenings[-_BACK:]) if _same(h, telling, kin)]
        happening = max(fit, key=lambda h: telling.entry.stem in h.stems, default=None)
        if happening is None:
            happening = Happening()
            happenings.append(happening)
        happening.add(telling)
    return happenings


def _same(happening: Happening, telling: Telling, kin: Kin) -> bool:
    first = happening.tellings[0]
    if first.entry.type != telling.entry.type:
        return False
    if first.entry.type == "ASSAULT" and first.mutual != telling.mutual:
        return False
    if _is_trip(first) != _is_trip(telling) or (telling.another and not first.another):
        return False
    if _is_where_discussed(happening.tellings[-1], telling) or _is_means(happening, telling):
        return True
    if not (_status_fits(happening, telling) and _time_fits(happening, telling)):
        return False
    if happening.mode and telling.entry.mode and happening.mode != telling.entry.mode:
        return False
    old = (*happening.actors, *happening.recipients)
    if _points_back(happening, telling):
        return True
    if not telling.parties or not old:
        return telling.definite or _discusses(telling) or telling.entry.stem in happening.stems
    if telling.mutual or (first.mutual and len(telling.actors) > 1):
        return kin.within(telling.parties, old) or kin.within(old, telling.parties)
    return _role_fits(happening.actors, telling.actors, kin) and _role_fits(
        happening.recipients, telling.recipients, kin
    )


def _is_trip(telling: Telling) -> bool:
    """A visit is not the meetings that it is made for."""
    return telling.entry.frame.name in ("visit", "trip")


def _discusses(telling: Telling) -> bool:
    """What is discussed is discussed at the meeting told before: ``isu yang dibahas``."""
    return telling.entry.type == "CONSULT" and telling.entry.root in DISCUSS


def _is_where_discussed(before: Telling, telling: Telling) -> bool:
    """``akan dibahas dalam pertemuan``: the meeting is where it is discussed."""
    at = telling.setting and before.sentence == telling.sentence
    return at and _discusses(before) and not before.parties


def _is_means(happening: Happening, telling: Telling) -> bool:
    """``membunuh X dalam serangan``, ``perjanjian yang disepakati``: one act in two words."""
    before = happening.tellings[-1]
    if before.sentence != telling.sentence or before.entry.noun == telling.entry.noun:
        return False
    gap = telling.span.start - before.span.end
    if _ATTENDING in (before.entry.root, telling.entry.root) and gap < _BESIDE:
        return True
    if telling.parties or telling.cued:
        return False
    return gap < _BESIDE if before.entry.noun else telling.means and gap < _CLAUSE


def _points_back(happening: Happening, telling: Telling) -> bool:
    """``pertemuan tersebut`` is the meeting told just before, whoever is said to be there."""
    near = telling.sentence - happening.tellings[-1].sentence <= _NEAR
    noun = telling.definite and telling.entry.noun
    return noun and near and telling.entry.stem in happening.stems


def _status_fits(happening: Happening, telling: Telling) -> bool:
    if telling.status in happening.statuses:
        return True
    taken = happening.cued is None and telling.status == "happened"
    deed = telling.entry.type in DEEDS
    known = telling.definite and (not deed or "happened" in happening.statuses)
    if not telling.cued and (known or taken):
        return True
    return _is_unreal(happening, telling, deed)


def _is_unreal(happening: Happening, telling: Telling, deed: bool) -> bool:
    """What is hoped for and then planned is one; so is what is told without a word of either.

    ``dijadwalkan bertemu. Keduanya bertemu guna membahas …``
    """
    if telling.entry.stem not in happening.stems or not happening.statuses <= _UNREAL:
        return False
    return telling.status in _UNREAL or not (telling.cued or deed)


def _time_fits(happening: Happening, telling: Telling) -> bool:
    one, other = happening.time, telling.time
    if one is None and other is None:
        return True
    if one is None or other is None:
        near = one is not None and telling.sentence - happening.tellings[-1].sentence <= 1
        return near or not _is_background(telling, one or other)
    a, b = days(one.value), days(other.value)
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])


def _is_background(telling: Telling, time: TimeRef | None) -> bool:
    """Tell whether a time keeps a telling apart from an undated one of the same kind.

    A report dates its news by the day; what has only a month or a year is background. A war
    lasts, so a month or a year may well date it.
    """
    war = telling.entry.type == "ASSAULT" and telling.mutual
    vague = time is not None and width(time.value) > _WEEK
    return vague and not war and not telling.definite


def _role_fits(old: Iterable[str], new: Party, kin: Kin) -> bool:
    """The parties of one role fit if either telling names none, or they share one."""
    known = tuple(old)
    return not known or not new or any(kin.one_side(a, b) for a in known for b in new)
