"""Stored actors are those made from all entities at once, in whatever order and batches."""

from __future__ import annotations

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from kawat.draft import Article
from kawat.reading import ArticleHead, Entity, Published, Reading, article_id
from kawat.record.actors import naming, signs
from kawat.record.actors.decided import decide_actors
from kawat.record.actors.proof import expected, stored, wrong_actors
from kawat.record.actors.settling import complete, settle
from kawat.record.add import Run
from kawat.record.analyst import take_back
from kawat.record.database import Database
from kawat.record.verify import verify

NAMES = [
    "Sergei Lavrov", "Sergey Lavrov", "S. Lavrov", "Lavrov", "Kim Jong Un", "Kim Jong Il", "Kim",
    "Oleg Barlianov", "Oleg Barlianof", "Barlianov", "Ivan Barlianov", "Presiden AS", "sumber", "…",
]  # fmt: skip
Told = tuple[str, str | None, str | None]
"""A name, its country, and the role printed with it."""

told = st.tuples(
    st.sampled_from(NAMES),
    st.sampled_from([None, "RUS", "USA"]),
    st.sampled_from([None, "Menlu Rusia", "Dubes Rusia"]),
)
articles = st.lists(st.lists(told, min_size=1, max_size=4), min_size=2, max_size=7)


def reading(n: int, entities: list[Told], day: str = "2018-01-01") -> Reading:
    body = f"Berita ke-{n}."
    return Reading(
        article=ArticleHead(
            id=article_id(body), uri=f"{n}", published=Published(value=day, basis="metadata")
        ),
        entities=tuple(
            Entity(id=f"e{i}", kind="person", name=name, country=country, role=role, mentions=())
            for i, (name, country, role) in enumerate(entities, 1)
        ),
        text=body,
    )


def keep(run: Run, made: Reading, *, reread: bool = False) -> None:
    head = made.article
    article = Article(made.text, head.uri, head.published.value if head.published else None)
    run.keep(run.need(article, reread=reread), made)


@settings(max_examples=10)
@given(articles, articles, st.randoms(), st.integers(1, 3), st.integers(1, 6))
def test_any_order_any_batches_and_re_readings_give_the_actors_made_at_once(
    told: list[list[Told]], again: list[list[Told]], random: Random, common: int, batch: int
) -> None:
    """Even where signs become too common in between, and cease to be."""
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as folder:
        patch.setattr(signs, "COMMON", common)
        patch.setattr(naming, "BATCH", batch)
        order = list(enumerate(told))
        random.shuffle(order)
        with Database(Path(folder) / "uji.kawat", create=True) as database:
            run = Run(database, "1.0")
            for n, entities in order:
                keep(run, reading(n, entities))
                if random.random() < 0.5:
                    with database.writing() as connection:
                        settle(connection)
            for n, entities in enumerate(again[: len(told)]):
                keep(run, reading(n, entities), reread=True)
            complete(database)
            with database.reading() as connection:
                assert stored(connection) == expected(connection)
                assert stored(connection).names


@pytest.fixture
def kept(database: Database) -> Database:
    run = Run(database, "1.0")
    for n, name in enumerate(["Oleg Barlianov", "Oleg Barlianof", "Ivan Barlianov"]):
        keep(run, reading(n, [(name, "RUS", "Dubes Rusia"), ("Sergei Lavrov", "RUS", None)]))
    run.end()
    return database


def test_decisions_settle_the_names_that_they_are_about(kept: Database) -> None:
    names = ["Oleg Barlianov", "Ivan Barlianov"]
    with kept.writing() as connection:
        number = decide_actors(connection, "merge-actors", names, author="Sari")
    assert len(groups(kept)) == 2
    take_back(kept, number, author="Sari")
    assert len(groups(kept)) == 3
    with kept.writing() as connection:
        decide_actors(connection, "split-actors", ["Oleg Barlianov", "Oleg Barlianof"], author="S")
    assert verify(kept).holds
    assert len(groups(kept)) == 4


def groups(database: Database) -> set[frozenset[str]]:
    """Return the names of each actor, proved."""
    complete(database)
    with database.reading() as connection:
        assert list(wrong_actors(connection)) == []
        actors = stored(connection).actors
    return {frozenset(n for n, of in actors.items() if of == actor) for actor in actors.values()}


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE names SET actor = (SELECT min(number) FROM names)",
        "UPDATE names SET entities = 9",
        "UPDATE names SET roles = '[]'",
        "UPDATE entities SET named = (SELECT min(number) FROM names)",
        "DELETE FROM likenesses",
        "DELETE FROM signs WHERE sign = (SELECT max(sign) FROM signs)",
        "UPDATE forms SET spelling = 'Siapa'",
    ],
)
def test_verify_finds_what_was_changed(kept: Database, change: str) -> None:
    assert verify(kept).holds
    with kept.writing() as connection:
        assert connection.execute(text(change)).rowcount > 0
    assert not verify(kept).holds
