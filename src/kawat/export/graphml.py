"""The network of actors as GraphML: who dealt with whom, how often, and how well.

Nodes are actors; an edge goes from who acted to who was acted upon, and both ways between those
who acted together. It counts real events that happened, not reports of them.
Source: the GraphML specification, as networkx writes it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import permutations
from typing import IO

from kawat.errors import UsageError
from kawat.export.events import ExportedEvent, Participant
from kawat.export.plover import QUADS, coded
from kawat.export.source import Selection
from kawat.record.names import name_key


def write(selection: Selection, out: IO[str]) -> Counter[str]:
    """Write the network of what happened; return how many events are not in it, by status."""
    try:
        import networkx
    except ModuleNotFoundError as error:
        fix = "pip install 'kawat[exports]'"
        raise UsageError("GraphML needs networkx, which is not installed", fix=fix) from error
    left: Counter[str] = Counter()
    names = _actors(selection)
    graph = networkx.DiGraph()
    edges: dict[tuple[str, str], list[ExportedEvent]] = defaultdict(list)
    for event in selection.events():
        if event.status != "happened":
            left[event.status] += 1
            continue
        for party in (*event.actors, *event.recipients):
            graph.add_node(_node(party, names), **_described(party))
        for pair in _pairs(event, names):
            edges[pair].append(event)
    for (one, other), events in sorted(edges.items()):
        graph.add_edge(one, other, **_weights(events))
    for line in networkx.generate_graphml(graph):
        out.write(line + "\n")
    return left


def _actors(selection: Selection) -> dict[tuple[str, str | None], str]:
    """Return the actor's name for each name and country under which the record has it."""
    return {
        (name_key(seen.name), seen.country): actor.name
        for actor in selection.actors()
        for seen in actor.seen
    }


def _node(party: Participant, names: dict[tuple[str, str | None], str]) -> str:
    name = names.get((name_key(party.name), party.country), party.name)
    return f"{name} ({party.country})" if party.country else name


def _described(party: Participant) -> dict[str, str]:
    found = {
        "name": party.name,
        "kind": party.kind,
        "country": party.country,
        "sector": party.sector,
    }
    return {key: value for key, value in found.items() if value}


def _pairs(
    event: ExportedEvent, names: dict[tuple[str, str | None], str]
) -> Iterator[tuple[str, str]]:
    actors = [_node(party, names) for party in event.actors]
    recipients = [_node(party, names) for party in event.recipients]
    if recipients:
        yield from {(a, b) for a in actors for b in recipients if a != b}
    else:
        yield from set(permutations(dict.fromkeys(actors), 2))


def _weights(events: list[ExportedEvent]) -> dict[str, str | int | float]:
    codes = [coded(event) for event in events]
    days = sorted(event.day for event in events if event.day)
    quads = Counter(QUADS[code.quad].replace(" ", "_") for code in codes)
    score = round(sum(code.score for code in codes) / len(codes), 3)
    span = {"first": days[0], "last": days[-1]} if days else {}
    return {"events": len(events), "mean_score": score, **quads, **span}
