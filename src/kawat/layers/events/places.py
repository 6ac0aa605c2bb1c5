"""The places of a clause where parties stand: subject, object, genitive, after a preposition.

Each is found by patterns of units and looks only as far as the clause goes; the parse is asked
where the patterns find no subject.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from kawat.layers.events.governors import NEAR
from kawat.layers.events.grammar import HARD, QUOTES, ends_phrase, is_mark, is_verb, words
from kawat.layers.events.groups import Group, parties
from kawat.layers.events.parse import Parse
from kawat.layers.events.phrases import FAR, Phrases
from kawat.layers.events.units import Clauses, Party
from kawat.reading import Span

_TIED = frozenset({"setelah", "usai", "seusai", "sebelum", "sambil", "ketika", "saat", "selain"})
"""words that open a clause whose subject may follow in the main clause"""


class Sentence(Phrases):
    """A sentence with the questions that a frame asks of it."""

    def __init__(
        self,
        clauses: Clauses,
        speakers: Mapping[Span, Party] | None = None,
        states: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(clauses)
        self.speakers = speakers or {}
        self.states = states or {}

    @cached_property
    def places(self) -> frozenset[str]:
        """The ids of the mentions that are places."""
        return frozenset(e for u in self.clauses.units if u.kind == "place" for e in u.party)

    @cached_property
    def people(self) -> frozenset[str]:
        """The ids of the mentions that are persons."""
        return frozenset(e for u in self.clauses.units if u.kind == "person" for e in u.party)

    def definite(self, i: int) -> bool:
        """Tell whether the noun at ``i`` points back: ``kunjungan itu``."""
        return self.clauses.form(i + 1) in words("definite")

    @cached_property
    def countries(self) -> frozenset[str]:
        """The ids of the mentions that are countries."""
        return frozenset(e for u in self.clauses.units if u.kind == "country" for e in u.party)

    @cached_property
    def parse(self) -> Parse | None:
        """The parse of the sentence, where it has tokens."""
        clauses = self.clauses
        return Parse(clauses.tokens, clauses.first, clauses) if clauses.tokens else None

    def subject(self, i: int) -> Party:
        """Return the subject of the verb at ``i``: in its clause, by relative, or by control."""
        k = i - 1
        while self.clauses.form(k) in words("auxiliaries"):
            k -= 1
        if self.clauses.form(k) == "yang":
            return self._antecedent(k)
        if self.clauses.form(k) in words("first-person"):
            return self.speaker(k)
        if self._has_own_subject(k):
            return ()
        if self.clauses.form(k) in words("coordinators") and self.clauses.form(k - 1) == ",":
            return self._main_subject(k)
        for group in self._groups_before(i):
            if self._cut(group.last, i):
                break
            if self._counts(group.last, i):
                return ()
            beside = self._reported(group) or self._controls(group, i) or self._absolute(group, i)
            if group.role == "free" or beside:
                return parties(self.clauses, group)
        return self._following(i) or self._parsed(i)

    def _counts(self, last: int, i: int) -> bool:
        """Tell whether a count is said between: `X melaporkan, sedikitnya 12 orang tewas`."""
        form = self.clauses.form
        for n in range(last + 1, min(last + 1 + NEAR, i)):
            if form(n) in words("saying"):
                k = n + 1 + (form(n + 1) in (",", "bahwa"))
                return k < i - 1 and (form(k) in words("counting") or form(k)[:1].isdigit())
        return False

    def _main_subject(self, k: int) -> Party:
        """Return the subject of the main clause, which ``, dan`` goes on with."""
        free = [g for g in self._groups_before(k) if g.role == "free" and not self._cut(g.last, k)]
        main = [g for g in free if self.clauses.form(g.governor) not in words("subordinators")]
        found = next(iter(main or free), None)
        return parties(self.clauses, found) if found else self._parsed(k + 1)

    def host(self, k: int) -> Party:
        """Return who does what the word at ``k`` brings in: `disampaikan X dalam pertemuan`."""
        form = self.clauses.form
        for group in self._groups_before(k)[:1]:
            done = group.role == "verb" and form(group.governor).startswith("di")
            if done and all(not is_mark(form(n)) for n in range(group.last + 1, k)):
                return parties(self.clauses, group)
        return self.subject(k)

    def opening(self, i: int) -> Party:
        """Return the subject of the clause that a phrase opens: `Setelah lawatan, A dan B …`."""
        if any(g.role == "free" for g in self._groups_before(i)):
            return ()
        for group in self.near(i + 1, i + FAR):
            if group.role == "free" and self.clauses.form(group.governor) == ",":
                return parties(self.clauses, group)
        return ()

    def besides(self, i: int) -> Party:
        """Return who did it as well: `selain A, B juga bertemu C`."""
        for group in self._groups_before(i):
            if group.role == "selain" and group.governor == 0:
                return parties(self.clauses, group)
        return ()

    def _has_own_subject(self, k: int) -> bool:
        """Tell whether a clause begins with a noun that is no mention: `saat bom menewaskan X`."""
        form = self.clauses.form
        for n in range(k, max(-1, k - NEAR), -1):
            word = form(n)
            if self._in_place(n):
                continue  # `beberapa negara di Timur Tengah menawarkan`
            if self.clauses.is_mention(n) or is_mark(word) or word in words("prepositions"):
                return False
            if word in words("saying") or (word in words("subordinators") and word != "yang"):
                return n < k and form(n + 1) not in words("self") and form(n + 2) != "nya"
            if word == "yang" or is_verb(word) or word in words("coordinators"):
                return False
        return False

    def _in_place(self, n: int) -> bool:
        """Tell whether unit ``n`` is part of a phrase that says where: ``di Timur Tengah``."""
        spatial = words("spatial")
        if not self.clauses.is_mention(n):
            return self.clauses.form(n) in spatial and self.clauses.is_mention(n + 1)
        return self.clauses.form(n - 1) in spatial

    def _groups_before(self, i: int) -> list[Group]:
        """Return the groups that end before unit ``i``, nearest first, within a clause."""
        return [g for g in reversed(self.near(i - FAR, i)) if g.last < i]

    def _parsed(self, i: int) -> Party:
        """Return the subject that the parse gives the verb at ``i``."""
        unit = self.parse.subject(i) if self.parse else None
        return () if unit is None else self._at_unit(unit)

    def _at_unit(self, unit: int) -> Party:
        """Return the group at a unit, or of the first mention in the noun phrase there."""
        if self.clauses.is_mention(unit):
            return self.starting(unit)
        return self.genitive(unit)

    def says_we(self, i: int) -> bool:
        """Tell whether the subject of the verb at ``i`` is ``kami`` or ``kita``."""
        k = i - 1
        while self.clauses.form(k) in words("auxiliaries"):
            k -= 1
        return self.clauses.form(k) in ("kami", "kita")

    def speaker(self, k: int) -> Party:
        """Return who says ``saya`` or ``kami`` at unit ``k``."""
        start = self.clauses.units[k].start
        return next((p for span, p in self.speakers.items() if span.start <= start < span.end), ())

    def _reported(self, group: Group) -> bool:
        """Tell whether a verb of saying stands before: `mengatakan Iran menyerang`."""
        return group.role == "verb" and self.clauses.form(group.governor) in words("saying")

    def _absolute(self, group: Group, i: int) -> bool:
        """Tell whether the group is a subject after ``dengan``: `…, dengan Rusia mendukung X`."""
        form = self.clauses.form
        between = range(group.last + 1, i)
        return (
            group.role == "dengan"
            and form(group.governor - 1) == ","
            and all(form(k) in words("auxiliaries") for k in between)
        )

    def _following(self, i: int) -> Party:
        """Return the subject of the main clause after one without: `usai bertemu B, A pulang`."""
        form = self.clauses.form
        back = [form(k) for k in range(max(0, i - 3), i)]
        if not any(w in _TIED for w in back):
            return ()
        for group in self.near(i + 1, i + FAR):
            if group.role == "free" and form(group.governor) == ",":
                return parties(self.clauses, group)
        return ()

    def _cut(self, start: int, stop: int) -> bool:
        """Tell whether a mark that no clause reaches across lies between."""
        between = [self.clauses.form(k) for k in range(start + 1, stop)]
        quotes = sum(form in QUOTES for form in between)
        return quotes % 2 == 1 or any(form in (";", ":") for form in between)

    def _controls(self, group: Group, i: int) -> bool:
        """Tell whether the group is asked to do what the verb at ``i`` says."""
        form = self.clauses.form
        if any(form(k) == "," for k in range(group.last + 1, i)):
            return False
        if group.role == "verb":
            return form(group.governor) in words("object-control")
        if group.role in ("kepada", "pada", "terhadap"):
            back = range(max(0, group.governor - 4), group.governor)
            return any(form(k) in words("object-control") for k in back)
        return False

    def _antecedent(self, k: int) -> Party:
        """Return whom a relative clause at ``yang`` (unit ``k``) hangs on."""
        form = self.clauses.form
        if (is_ := self._predicate(k)) is not None:
            return self._named_as(is_) if form(is_) == "sebagai" else self.subject(is_)
        for group in self._groups_before(k):
            gap = range(group.last + 1, k)
            near = len(gap) <= 3 and not any(is_verb(form(n)) or form(n) in HARD for n in gap)
            if not near or (group.role in ("di", "ke") and form(k - 1) == ","):
                return ()
            if len(group.members) == 1 or group.role == "antara" or form(k + 2) == "saling":
                return parties(self.clauses, group)
            return self.clauses.units[group.members[-1]].party
        return ()

    def _predicate(self, k: int) -> int | None:
        """Return the copula of a noun that says what somebody is: `menjadi pelopor yang …`."""
        for n in range(k - 1, max(-1, k - NEAR), -1):
            form = self.clauses.form(n)
            if form in words("copulas") or form == "sebagai":
                return n if n < k - 1 else None
            if self.clauses.is_mention(n) or ends_phrase(form):
                return None
        return None

    def _named_as(self, k: int) -> Party:
        """Return the mention right before ``sebagai`` at unit ``k``."""
        return self.starting(k - 1) if self.clauses.is_mention(k - 1) else ()
