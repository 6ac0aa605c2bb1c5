"""Layer: PLOVER events, one per real happening (READING.md, "Events")."""

from __future__ import annotations

from kawat.draft import Draft, layer
from kawat.layers.events.contexts import contexts
from kawat.layers.events.happening import Happening
from kawat.layers.events.inheriting import inherit
from kawat.layers.events.kin import Kin
from kawat.layers.events.merging import merge
from kawat.layers.events.telling import Telling, tellings
from kawat.layers.events.triggers import may_tell
from kawat.layers.events.units import sentences
from kawat.reading import Event


@layer(
    needs="furniture sentences tokens titles entities anaphors expressions"
    " published times statements figures",
    gives="events",
)
def events(draft: Draft) -> None:
    """Find triggers, fill their frames, and merge the tellings of one happening."""
    spoken = sentences(draft, may_tell)
    states = _states(draft)
    people = {e.id for e in draft.entities if e.kind == "person"}
    told = [t for clauses in spoken for t in tellings(draft, clauses, states) if _counts(t, people)]
    kin = Kin(draft.entities)
    found = merge(told, kin)
    inherit(draft, found, kin)
    draft.events = tuple(_event(draft, n, h, states) for n, h in enumerate(found, 1))


def _states(draft: Draft) -> dict[str, str]:
    """Return the country entity of each person whose country the article names."""
    countries = {e.country: e.id for e in draft.entities if e.kind == "country" and e.country}
    home = ((e.id, countries.get(e.country or "")) for e in draft.entities if e.kind == "person")
    return {person: state for person, state in home if state}


def _counts(telling: Telling, people: set[str]) -> bool:
    """Tell whether a telling has the parties that its entry asks for.

    A weak entry tells an event only with a party, a trip with a person, a killing with a killer
    (``kebakaran menewaskan 16 orang`` is no assault), a threat with somebody threatened.
    """
    if telling.entry.agentive:
        return bool(telling.actors)
    if telling.entry.directed:
        return bool(telling.recipients)
    if not telling.entry.weak:
        return True
    if telling.entry.frame.name in ("visit", "trip"):
        return not people.isdisjoint(telling.actors)
    return bool(telling.parties)


def _actors(happening: Happening, states: dict[str, str]) -> tuple[str, ...]:
    """Return the actors; in a meeting of two people their states don't count as well."""
    actors = tuple(happening.actors)
    met = {states[p] for p in actors if p in states}
    if happening.tellings[0].entry.type != "CONSULT" or len(met) < 2:
        return actors
    return tuple(p for p in actors if p not in met)


def _event(draft: Draft, number: int, happening: Happening, states: dict[str, str]) -> Event:
    first, told = happening.first, happening.tellings
    draft.notes[f"v{number}"] = [note for t in told for note in t.notes]
    rest = [t.span for t in told if t is not first]
    said = [t.said_by for t in told]
    return Event(
        id=f"v{number}",
        type=first.entry.type,
        mode=happening.mode,
        contexts=contexts(draft, told),
        status=happening.status,
        triggers=(first.span, *rest),
        actors=_actors(happening, states),
        recipients=tuple(happening.recipients),
        time=happening.time,
        duration=next((t.duration for t in told if t.duration), None),
        place=next((t.place for t in told if t.place), None),
        topics=tuple(dict.fromkeys(x for t in told for x in t.topics)),
        said_by=said[0] if all(s == said[0] for s in said) else (),
    )
