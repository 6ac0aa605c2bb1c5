"""Which name each stored entity has, kept as articles come and are read again.

A new entity has no name yet (``entities.named`` is null); what an article loses is noted in
``unsettled`` before its rows go. So a process that is killed leaves nothing half done: the next
one sees what is still to be done.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, delete, insert, select, text, update

from kawat.record.actors.named import Named, Seen, held_by_any, key_of, ranked, roles_of
from kawat.record.actors.signs import signs_of
from kawat.record.tables import (
    ArticleRow,
    EntityRow,
    FormRow,
    NameRow,
    SignRow,
)
from kawat.record.tellings import chunks

BATCH = 10_000
"""Entities that are named in one transaction."""

ENTITIES: Select[Any] = select(
    ArticleRow.id.label("article_id"),
    ArticleRow.first_day,
    *(
        EntityRow.__table__.c[c]
        for c in ["article", "id", "name", "kind", "country", "role", "sector", "named"]
    ),
).join(ArticleRow, ArticleRow.number == EntityRow.article)
_NAME = (
    update(EntityRow)
    .where(EntityRow.article == bindparam("of"), EntityRow.id == bindparam("entity"))
    .values(named=bindparam("to"))
)
_LEARN = (
    update(NameRow)
    .where(NameRow.number == bindparam("of"))
    .values(roles=bindparam("roles_now"), held=bindparam("held_now"), entities=bindparam("count"))
)
_COUNT = text(
    "INSERT INTO forms (name, spelling, sector, entities)"
    " VALUES (:name, :spelling, :sector, :entities) ON CONFLICT (name, spelling, sector)"
    " DO UPDATE SET entities = forms.entities + excluded.entities"
)
_UNSETTLE = text(
    "INSERT INTO unsettled (name) SELECT DISTINCT named FROM entities"
    " WHERE article = :article AND named IS NOT NULL ON CONFLICT DO NOTHING"
)


def leave(connection: Connection, article: int) -> None:
    """Note the names that an article's entities have; to be called before these are replaced."""
    connection.execute(_UNSETTLE, {"article": article})


def unsettle(connection: Connection, keys: Iterable[str]) -> None:
    """Note the names of these keys, on which somebody decided."""
    for key in sorted(keys):
        connection.execute(
            text(
                "INSERT INTO unsettled (name) SELECT number FROM names WHERE key = :key"
                " ON CONFLICT DO NOTHING"
            ),
            {"key": key},
        )


def name_new(connection: Connection) -> set[int]:
    """Name entities that have no name yet; returns the names that are new or say more now."""
    rows = connection.execute(
        ENTITIES.where(EntityRow.named.is_(None)).order_by(EntityRow.article).limit(BATCH)
    ).all()
    groups: dict[str, list[Row[Any]]] = {}
    for row in rows:
        groups.setdefault(name_id(key_of(seen_of(row))), []).append(row)
    known = _known(connection, groups)
    new = [_new(id, groups[id]) for id in sorted(groups.keys() - known.keys())]
    if new:
        connection.execute(insert(NameRow), new)
        added = _known(connection, {values["id"] for values in new})
        _sign(connection, added.values())
        known.update(added)
    changed = {known[values["id"]].number for values in new}
    learnt = [_learnt(known[id], entities) for id, entities in groups.items()]
    if learnt:
        connection.execute(_LEARN, learnt)
    for id, now in zip(groups, learnt, strict=True):
        if (known[id].roles, known[id].held) != (now["roles_now"], now["held_now"]):
            changed.add(now["of"])
    _note(connection, {known[id].number: entities for id, entities in groups.items()})
    return changed


def recount(connection: Connection, numbers: Collection[int]) -> set[int]:
    """Make these names anew from the entities that they still have; returns those that have none.

    Those are to be deleted by the caller, who may want to know first what hung on them.
    """
    left: dict[int, list[Row[Any]]] = {number: [] for number in numbers}
    for some in chunks(numbers):
        connection.execute(delete(FormRow).where(FormRow.name.in_(some)))
        for row in connection.execute(ENTITIES.where(EntityRow.named.in_(some))):
            left[row.named].append(row)
    for number, rows in left.items():
        said = {f"{part}_now": now for part, now in _said([seen_of(r) for r in rows]).items()}
        connection.execute(_LEARN, {"of": number, **said, "count": len(rows)})
    _note(connection, left, named=True)
    return {number for number, rows in left.items() if not rows}


def names_at(connection: Connection, numbers: Collection[int]) -> dict[int, Named]:
    """Return the names of these numbers."""
    found: dict[int, Named] = {}
    for some in chunks(numbers):
        spelled: dict[int, Counter[str]] = {}
        forms = select(FormRow.name, FormRow.spelling, FormRow.entities)
        for name, spelling, count in connection.execute(forms.where(FormRow.name.in_(some))):
            spelled.setdefault(name, Counter())[spelling] += count
        rows = connection.execute(select(*NameRow.__table__.c).where(NameRow.number.in_(some)))
        found.update((row.number, named_of(row, ranked(spelled[row.number]))) for row in rows)
    return found


def named_of(row: Row[Any], spellings: tuple[str, ...]) -> Named:
    """Return a stored name as it is compared."""
    key = tuple(row.id.split("|", 4))
    roles, held = frozenset(json.loads(row.roles)), frozenset(json.loads(row.held))
    return Named(key, spellings, row.entities, roles, held)


def seen_of(row: Row[Any]) -> Seen:
    """Return a stored entity as it is compared."""
    day = row.first_day.isoformat() if row.first_day else ""
    return Seen(row.article_id, row.id, row.name, row.kind, row.country, row.role, day)


def name_id(key: tuple[str, ...]) -> str:
    """Return the whole key of a name in one string."""
    return "|".join(key)


def _known(connection: Connection, ids: Collection[str]) -> dict[str, Row[Any]]:
    found: dict[str, Row[Any]] = {}
    for some in chunks(ids):
        query = select(*NameRow.__table__.c).where(NameRow.id.in_(some))
        found.update((row.id, row) for row in connection.execute(query))
    return found


def _new(id: str, entities: list[Row[Any]]) -> dict[str, Any]:
    key = key_of(seen_of(entities[0]))
    named = Named(key, (key[1],), len(entities))
    return {
        "id": id,
        "kind": named.kind,
        "key": named.plain,
        "country": named.country,
        "identity": named.identity,
        "roles": "[]",
        "held": "[]",
        "entities": 0,
        "actor": None,
    }


def _sign(connection: Connection, rows: Iterable[Row[Any]]) -> None:
    signs = [
        {"sign": sign, "name": row.number}
        for row in rows
        for sign in sorted(signs_of(named_of(row, (row.key,))))
    ]
    if signs:
        connection.execute(insert(SignRow), signs)


def _learnt(known: Row[Any], entities: list[Row[Any]]) -> dict[str, Any]:
    """Return what a name is with these entities too, for :data:`_LEARN`."""
    now = _said([seen_of(row) for row in entities])
    both = {
        f"{part}_now": _json({*json.loads(getattr(known, part)), *json.loads(now[part])})
        for part in now
    }
    return {"of": known.number, **both, "count": known.entities + len(entities)}


def _said(entities: list[Seen]) -> dict[str, str]:
    return {"roles": _json(roles_of(entities)), "held": _json(held_by_any(entities))}


def _json(words: Iterable[str]) -> str:
    return json.dumps(sorted(words), ensure_ascii=False)


def _note(
    connection: Connection, groups: dict[int, list[Row[Any]]], *, named: bool = False
) -> None:
    """Count the forms of the entities, and name these."""
    forms = list(_forms(groups))
    if forms:
        connection.execute(_COUNT, forms)
    entities = [
        {"of": row.article, "entity": row.id, "to": number}
        for number, rows in groups.items()
        for row in rows
    ]
    if entities and not named:
        connection.execute(_NAME, entities)


def _forms(groups: dict[int, list[Row[Any]]]) -> Iterator[dict[str, Any]]:
    for number, rows in groups.items():
        counts = Counter((row.name, row.sector or "") for row in rows)
        for (spelling, sector), count in sorted(counts.items()):
            yield {"name": number, "spelling": spelling, "sector": sector, "entities": count}
