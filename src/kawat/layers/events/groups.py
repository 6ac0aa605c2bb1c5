"""Mentions told together (``A, B, dan C``) and the place that they have in their clause."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from kawat.layers.events.grammar import HARD, ends_phrase, is_verb, words
from kawat.layers.events.units import Clauses, Party

_LONGEST_TITLE = 10
_WITH = frozenset({"bersama", "beserta"})
_NAMELY = frozenset({"seperti", "termasuk", "yakni", "yaitu", "khususnya", "terutama"})
"""they bring in members of the group before them"""

_HONORIFICS = frozenset({"u", "daw", "bapak", "ibu", "pak", "bu", "tuan"})
_SUCH_AS = frozenset({"seperti", "termasuk"})


@dataclass(frozen=True, slots=True)
class Group:
    """A run of mentions from unit ``first`` to ``last``.

    ``role`` is the preposition before it, ``verb`` after a verb, or ``free`` where a clause
    begins with it; ``governor`` is the unit index of that preposition or verb.
    """

    first: int
    last: int
    members: tuple[int, ...]
    role: str
    governor: int


def groups(clauses: Clauses) -> tuple[Group, ...]:
    """Return the groups of a sentence in text order."""
    found: list[Group] = []
    run: list[int] = []
    named = (i for i, u in enumerate(clauses.units) if u.party and not _in_title(clauses, i))
    mentions = [i for i in named if not _modifies(clauses, i)]
    for i in mentions:
        if run and not _linked(clauses, run[-1], i):
            found.extend(_close(clauses, run))
            run = []
        run.append(i)
    if run:
        found.extend(_close(clauses, run))
    return tuple(found)


def parties(clauses: Clauses, group: Group) -> Party:
    """Return the ids of all members, once each."""
    return tuple(dict.fromkeys(e for i in group.members for e in clauses.units[i].party))


def _in_title(clauses: Clauses, i: int) -> bool:
    """Tell whether a mention is part of the title of the person right after it."""
    k = i + 2 if clauses.form(i + 1) in _HONORIFICS else i + 1
    after = clauses.units[k] if k < len(clauses.units) else None
    return after is not None and after.kind == "person" and clauses.units[i].kind != "person"


def _modifies(clauses: Clauses, i: int) -> bool:
    """Tell whether a mention says whose the one right before it is: `pejabat` `pemerintahannya`."""
    unit = clauses.units[i]
    return clauses.is_mention(i - 1) and unit.kind != "person" and bool(unit.inner)


def _linked(clauses: Clauses, a: int, b: int) -> str:
    """Return ``and``, ``namely``, ``comma`` or nothing for what joins two neighbours."""
    between = [clauses.form(i) for i in range(a + 1, b)]
    if not between or len(between) > _LONGEST_TITLE:
        return ""
    if between == ["("] and set(clauses.units[a].party) == set(clauses.units[b].party):
        return "and"
    if [w for w in between if w not in ("(", ")")] in (["-"], ["–"], ["/"]):
        return "and"
    if between[0] == "," and between[1:2] and between[1] in _NAMELY:
        between = between[1:]
    joints = [w for w in between if w in words("coordinators") or w in _NAMELY or w in _WITH]
    link = "comma" if between[0] == "," else ""
    if joints:
        link = "namely" if joints[0] in _NAMELY else "and"
    first = between.index(joints[0]) if joints else 0
    before, after = between[:first], between[first + 1 :]
    if any(w != "," and ends_phrase(w) for w in before) or (before and before[0] != ","):
        return ""
    fillers = [w for w in after if w not in ("juga", ",", "(", ")")]
    return "" if any(ends_phrase(w) for w in fillers) else link


def _close(clauses: Clauses, run: list[int]) -> list[Group]:
    """Make groups of a run; commas join only in a list that ends with an ``and``.

    What a comma parts from the last of a list is outside it: ``selain A dan B, C dan D bertemu``.
    """
    links = [_linked(clauses, a, b) for a, b in pairwise(run)]
    parts: list[list[int]] = [[run[0]]]
    for n, link in enumerate(links):
        ended = n > 0 and links[n - 1] == "and" and len(parts[-1]) > 1
        listed = link in ("and", "namely") or (not ended and "and" in links[n:])
        if listed:
            parts[-1].append(run[n + 1])
        else:
            parts.append([run[n + 1]])
    made: list[Group] = []
    for part in parts:
        made.extend(_split_clause(clauses, part))
    return made


def _split_clause(clauses: Clauses, part: list[int]) -> list[Group]:
    """Part ``menyerang B dan C mengutuk``: the last mention is the next clause's subject.

    After a phrase that comes first, all are from its comma on: ``usai dari B, C dan D bertemu``.
    """
    role, governor = _role(clauses, part[0])
    named = len(part) > 1 and _linked(clauses, part[-2], part[-1]) == "namely"
    apart = len(part) > 1 and not named and _verb_follows(clauses, part[-1])
    if apart and role not in ("free", "antara", "dengan"):
        cut = 1 if clauses.form(part[0] + 1) == "," else -1
        head, tail = part[:cut], part[cut:]
        return [
            Group(head[0], head[-1], tuple(head), role, governor),
            Group(tail[0], tail[-1], tuple(tail), "free", head[-1] + 1 if cut == 1 else tail[0]),
        ]
    return [Group(part[0], part[-1], tuple(part), role, governor)]


def _verb_follows(clauses: Clauses, i: int) -> bool:
    k = i + 1
    while clauses.form(k) in words("auxiliaries"):
        k += 1
    if "saling" in (clauses.form(i + 1), clauses.form(i + 2)):
        return False  # both do it to each other
    return is_verb(clauses.form(k)) and not clauses.form(k).startswith("di")


def _role(clauses: Clauses, i: int) -> tuple[str, int]:
    """Look left of a mention, past its title, for what governs it."""
    for k in range(i - 1, max(-1, i - _LONGEST_TITLE), -1):
        form = clauses.form(k)
        if clauses.is_mention(k) and _in_title(clauses, k):
            continue
        if clauses.is_mention(k) or form in HARD:
            return "free", k
        if form in _SUCH_AS and k > 0:
            continue  # `dengan tokoh dunia seperti A dan B`
        if form in words("prepositions"):
            return form, k
        if form in words("copulas"):
            return "copula", k
        if is_verb(form) and form not in words("auxiliaries"):
            return "verb", k
        if form == "," and _title_before(clauses, k):
            continue
        if ends_phrase(form) and form not in words("coordinators"):
            return "free", k
    return "free", i


def _title_before(clauses: Clauses, comma: int) -> bool:
    """Tell whether a title without a name stands before the comma: ``Presiden Rusia, Putin``."""
    before = clauses.units[comma - 1] if comma else None
    return before is not None and before.capital and not before.party and not is_verb(before.form)
