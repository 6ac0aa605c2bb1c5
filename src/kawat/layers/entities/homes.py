"""Whose they are: the country of people, groups, bodies and places that are named without one.

What decides differs by what it is. A place lies where the nearest place beside it lies; people
to whom something happens are of the place where it happens; a body or an official is of the state
that the sentence is about, which is not the one that somebody travels to. Where nothing fits, the
country stays unknown.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kawat.draft import Draft
from kawat.layers.entities.coreference import HOME, Cluster
from kawat.layers.entities.mentions import Mention
from kawat.layers.names.gazetteer import split_name
from kawat.layers.names.origins import origins
from kawat.lexicon import rows, table
from kawat.reading import Span

_BYSTANDERS = frozenset({"CVL", "REF", "MED", "EDU"})
_STATELESS = frozenset({"REB", "NGO", "BUS", "EDU", "JRN"})


@cache
def _words() -> dict[str, frozenset[str]]:
    return {k: frozenset(v) for k, v in table("homes")["words"].items()}


@dataclass(frozen=True, slots=True)
class _Placed:
    """A mention whose country is known."""

    start: int
    country: str
    located: bool
    """it says where something happens"""
    reached: bool
    """it says whereto somebody goes or where he is: that is not whose he is"""
    place: bool
    stateless: bool
    """an armed group, a charity or a company, which tells no state"""
    attacks: bool
    """the attack is its own (``serangan Israel``): whom it hits are others"""


def give_homes(draft: Draft, clusters: list[Cluster]) -> None:
    """Give every cluster that is open about its country the one that its surroundings tell."""
    homes = _Homes(draft, clusters)
    for cluster in clusters:
        if cluster.country is None and cluster.open:
            cluster.country = homes.of(cluster)


def _is_stateless(cluster: Cluster, country: str) -> bool:
    """Tell a body whose name tells no state: an armed group, a charity or a company."""
    if cluster.kind != "organization" or cluster.first("sector") not in _STATELESS:
        return False
    return not _says_state(cluster.name, country)


class _Homes:
    """The mentions of one article that tell a country, and what is looked up among them."""

    def __init__(self, draft: Draft, clusters: list[Cluster]) -> None:
        self.draft = draft
        self.placed = sorted(
            (
                self._placed(c, m, c.country, stateless)
                for c in clusters
                if c.country
                for stateless in [_is_stateless(c, c.country)]
                for m in c.mentions
                if not m.outlet
            ),
            key=lambda p: p.start,
        )
        self.starts = [p.start for p in self.placed]
        self.of_bearers = {
            part.casefold(): c.country
            for c in clusters
            if c.kind == "person" and c.country
            for part in split_name(c.name)[-1:]
        }
        self.common = _commonest(p for p in self.placed if not p.stateless) or _commonest(
            self.placed
        )
        self.scene = _commonest(p for p in self.placed if p.located) or self.common

    def _placed(self, cluster: Cluster, mention: Mention, country: str, stateless: bool) -> _Placed:
        text = self.draft.words
        i = bisect_left(text.starts, mention.span.start)
        before = text.lows[i - 1] if i and text.close(i) else ""
        place = cluster.kind == "place"
        located = place or (cluster.kind == "country" and before in _words()["located"])
        attacks = before in _words()["attacks"]
        reached = located or before in _words()["reached"]
        return _Placed(mention.span.start, country, located, reached, place, stateless, attacks)

    def of(self, cluster: Cluster) -> str | None:
        """Return the country of a cluster that is open about it."""
        mention = cluster.mentions[0]
        if cluster.kind == "place":
            return self._where(mention.span)
        if cluster.kind == "person":
            return self._of_person(cluster, mention)
        for part in split_name(mention.name):
            if state := self.of_bearers.get(part.casefold()):
                return state
        if cluster.first("sector") in _BYSTANDERS:
            return self._of_bystanders(mention.span)
        here = [p for p in self._sentence(mention.span) if not p.stateless]
        if not mention.name.casefold().endswith(("setempat", "lokal")):
            here = [p for p in here if not p.reached] or here
        return _before(here, mention.span) or _behind(here, mention.span) or self.common

    def _of_bystanders(self, span: Span) -> str | None:
        """Return the state where it happens, else the one that the sentence is about.

        That is not the one whose attack it is.
        """
        here = self._sentence(span)
        found = _nearest([p for p in here if p.located], span)
        here = [p for p in here if not (p.stateless or p.attacks)]
        return found or _before(here, span) or _behind(here, span) or self.common

    def _where(self, span: Span) -> str | None:
        """Return where a place lies: with what stands behind it, before it, or in the text."""
        here = [p for p in self._sentence(span) if p.located]
        at = bisect_left(self.starts, span.start)
        last = [p for p in self.placed[:at] if p.place][-1:]
        found = _behind(here, span) or _before(here, span)
        return found or (last[0].country if last else self.scene)

    def _of_person(self, cluster: Cluster, mention: Mention) -> str | None:
        """Return the state that a person may be of: not one in which nobody has such a name.

        An official whose name fits nowhere is of the state that the sentence is about all the same.
        """
        if mention.alone and any(p.country == HOME for p in self.placed):
            return HOME
        fits = origins(cluster.name) if not mention.alone else None
        if fits == frozenset({HOME}):
            return HOME
        if fits:
            found = self._state(mention.span, [p for p in self.placed if p.country in fits])
            if found or not cluster.first("office"):
                return found
        return self._state(mention.span, self.placed)

    def _state(self, span: Span, placed: list[_Placed]) -> str | None:
        """Return the state that the sentence is about, else the commonest, of those that may be."""
        sentence = self.draft.sentences[self.draft.sentence_at(span.start)]
        here = [p for p in placed if sentence.start <= p.start < sentence.end and not p.stateless]
        steady = [p for p in here if not p.reached] or here
        return _before(steady, span) or _behind(steady, span) or _commonest(placed)

    def _sentence(self, span: Span) -> list[_Placed]:
        sentence = self.draft.sentences[self.draft.sentence_at(span.start)]
        first, last = (bisect_left(self.starts, at) for at in sentence)
        return self.placed[first:last]


def _says_state(name: str, country: str) -> bool:
    """Tell whether a body's name holds its state's: ``Palang Merah Indonesia``."""
    return any(row["name"] in name for row in rows("countries") if row["code"] == country)


def _commonest(placed: Iterable[_Placed]) -> str | None:
    common = Counter(p.country for p in placed).most_common(1)
    return common[0][0] if common else None


def _before(placed: list[_Placed], span: Span) -> str | None:
    return next((p.country for p in reversed(placed) if p.start < span.start), None)


def _behind(placed: list[_Placed], span: Span) -> str | None:
    return next((p.country for p in placed if p.start > span.start), None)


def _nearest(placed: list[_Placed], span: Span) -> str | None:
    near = min(placed, key=lambda p: abs(p.start - span.start), default=None)
    return near.country if near else None
