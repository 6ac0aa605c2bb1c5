"""The timeline comes in pages: all of it, once, in one order; and the list behind it is proved."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from command_line import kawat
from conftest import Add
from kawat.errors import UsageError
from kawat.record.analyst import decide_on, take_back
from kawat.record.asked import Asked
from kawat.record.database import Database
from kawat.record.verify import verify
from kawat.timeline import timeline, timeline_page
from record_articles import Said, reading_of


@pytest.fixture(autouse=True)
def _kept(add: Add) -> None:
    add(
        *(
            reading_of(
                f"Rusia menyerang Suriah untuk kali ke-{n}. Turki mengecam Rusia.",
                [
                    Said("ASSAULT", "menyerang", ["Rusia"], ["Suriah"], when=when),
                    Said("ACCUSE", "mengecam", ["Turki"], ["Rusia"]),
                ],
                uri=f"{n}.txt",
                published=published,
            )
            for n, (when, published) in enumerate(
                [
                    ("2016-01-05", "2016-01-06"),
                    ("2016-03", "2016-05-06"),
                    (None, "2017-01-06"),
                    (None, None),
                ]
            )
        )
    )


@pytest.mark.parametrize("asked", [Asked(), Asked(about="Suriah"), Asked(about="Rusia")])
@pytest.mark.parametrize("limit", [1, 2, 3])
def test_pages_hold_everything_once_in_one_order(
    database: Database, asked: Asked, limit: int
) -> None:
    whole = timeline_page(database, asked, limit=None)
    assert (whole.more, whole.after) == (0, None)
    lines, after = [], None
    while True:
        page = timeline_page(database, asked, limit=limit, after=after)
        lines += page.items
        assert len(lines) + page.more == len(whole.items) > 0
        if page.after is None:
            break
        after = page.after
    assert tuple(lines) == whole.items


def test_the_list_follows_decisions(database: Database) -> None:
    first = timeline(database, about="Suriah")[0]
    number = decide_on(database, "correct", [first.id], author="S", field="day", value="2020-01-01")
    decide_on(database, "correct", [first.id], author="S", field="actors", value="Turki")
    assert timeline(database, about="Turki", since="2020")[0].id == first.id
    take_back(database, number, author="S")
    assert timeline(database, since="2020") == []
    rejected = decide_on(database, "reject", [first.id], author="S")
    assert first.id not in {line.id for line in timeline(database)}
    with pytest.raises(UsageError, match="not on the timeline"):
        timeline_page(database, Asked(), after=first.id)
    take_back(database, rejected, author="S")
    assert first.id in {line.id for line in timeline(database)}
    assert verify(database).holds


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE events SET status = 'planned'",
        "UPDATE events SET first_day = '2001-01-01'",
        "DELETE FROM events",
        "DELETE FROM subjects WHERE subject = 'SYR'",
        "UPDATE subjects SET type = 'AGREE' WHERE subject = 'SYR'",
    ],
)
def test_verify_finds_what_was_changed(database: Database, change: str) -> None:
    assert verify(database).holds
    with database.writing() as connection:
        assert connection.execute(text(change)).rowcount > 0
    assert not verify(database).holds


def test_the_command_says_how_many_more_there_are(where: str) -> None:
    shown = kawat("timeline", where, "--limit", "2", "--lang", "en").stdout.splitlines()
    more = len(timeline(Database(where, create=False))) - 2
    assert shown[-1].startswith(f"{more} more; --all shows them")
    assert "more; --all" not in kawat("timeline", where, "--all", "--lang", "en").stdout
