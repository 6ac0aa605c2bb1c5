"""An event shows every telling with its words, why they are one, and where they differ."""

from __future__ import annotations

import pytest

from conftest import Add
from kawat.digest import event_rows, to_text
from kawat.errors import UsageError
from kawat.event import disputed, event
from kawat.record.analyst import decide_on
from kawat.record.database import Database
from kawat.record.disputes import Dispute, Side
from record_articles import Said, reading_of

TRUCE = "Rusia dan Turki sepakat menghentikan tembakan di Aleppo, Minggu (4/9/2016)."
FIRST = reading_of(
    TRUCE,
    [Said("AGREE", "sepakat", ["Rusia", "Turki"], place="Aleppo", when="2016-09-04")],
    uri="a",
    published="2016-09-05",
    outlet="Kabar",
)
SECOND = reading_of(
    "Senin, Rusia dan Turki sepakat menghentikan tembakan di Idlib, kata Anadolu.",
    [Said("AGREE", "sepakat", ["Rusia", "Turki"], place="Idlib", when="2016-09-05")],
    uri="b",
    published="2016-09-06",
    outlet="Warta",
    sources=["Anadolu"],
)
DENIED = reading_of(
    "Turki membantah telah sepakat dengan Rusia menghentikan tembakan di Aleppo.",
    [
        Said("AGREE", "sepakat", ["Turki", "Rusia"], place="Aleppo", when="2016-09-04",
             status="negated"),
        Said("REJECT", "membantah", ["Turki"]),
    ],
    uri="c",
    published="2016-09-07",
    outlet="Berita",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _kept(database: Database, add: Add) -> None:
    add(FIRST, SECOND, DENIED)
    decide_on(database, "merge", [FIRST_NAME, SECOND_NAME, DENIED_NAME], author="Sari")


FIRST_NAME, SECOND_NAME, DENIED_NAME = (
    f"{reading.article.id[:12]}.v1" for reading in (FIRST, SECOND, DENIED)
)


def test_any_telling_leads_to_its_event(database: Database) -> None:
    views = [event(database, name) for name in (FIRST_NAME, SECOND_NAME, DENIED_NAME)]
    assert views[0] == views[1] == views[2]
    assert views[0].line.id == FIRST_NAME
    assert [telling.outlet for telling in views[0].line.tellings] == ["Kabar", "Warta", "Berita"]


def test_each_telling_says_why_it_is_of_the_event(database: Database) -> None:
    first, second, _ = event(database, FIRST_NAME).joined
    assert first.reasons == ()
    assert {reason.name: reason.points > 0 for reason in second.reasons} == {
        "when": True,
        "who": True,
        "where": False,
        "what_became": True,
        "by_which_trigger": True,
        "in_which_words": True,
    }
    assert second.points == pytest.approx(sum(reason.points for reason in second.reasons))


def test_disputes_hold_both_sides_and_who_tells_them(database: Database) -> None:
    disputes = {dispute.field: dispute for dispute in event(database, FIRST_NAME).disputes}
    assert disputes == {
        "day": Dispute(
            "day",
            (Side("2016-09-04", (FIRST_NAME, DENIED_NAME)), Side("2016-09-05", (SECOND_NAME,))),
        ),
        "place": Dispute(
            "place", (Side("Aleppo", (FIRST_NAME, DENIED_NAME)), Side("Idlib", (SECOND_NAME,)))
        ),
        "status": Dispute(
            "status",
            (Side("happened", (FIRST_NAME, SECOND_NAME)), Side("negated", (DENIED_NAME,))),
        ),
    }
    assert [view.line.id for view in disputed(database)] == [FIRST_NAME]


def test_what_is_only_less_exact_is_no_dispute(database: Database, add: Add) -> None:
    month = reading_of(
        "Pada September Turki berencana sepakat dengan Rusia.",
        [Said("AGREE", "sepakat", ["Turki", "Rusia"], when="2016-09", status="planned")],
        uri="d",
    )
    add(month)
    name = f"{month.article.id[:12]}.v1"
    before = event(database, FIRST_NAME).disputes
    decide_on(database, "merge", [FIRST_NAME, name], author="Sari")
    after = event(database, FIRST_NAME).disputes
    assert [dispute.field for dispute in after] == [dispute.field for dispute in before]


def test_independent_sources_are_counted(database: Database, add: Add) -> None:
    copied = reading_of(
        f"{TRUCE} Simak juga berita kami yang lain.",
        [Said("AGREE", "sepakat", ["Rusia", "Turki"], place="Aleppo", when="2016-09-04")],
        uri="e",
        published="2016-09-08",
        outlet="Salinan",
    )
    add(copied)
    view = event(database, FIRST_NAME)
    assert len(view.line.tellings) == 4
    assert len(view.sources) == view.line.sources == 3
    [copies] = [source for source in view.sources if len(source.articles) > 1]
    assert set(copies.articles) == {FIRST.article.id, copied.article.id}
    assert copies.why == ("one is a copy of the other",)


def test_a_page_of_it_shows_all_that(database: Database) -> None:
    page = to_text(event_rows(event(database, FIRST_NAME), "en"))
    for shown in (
        "Told by 3 articles from 3 independent sources",
        f"{FIRST_NAME} — Kabar, Monday, 5 September 2016",
        "one event because",
        "In dispute",
        f"place: Aleppo ({FIRST_NAME}, {DENIED_NAME})",
        "1. merge",
        "by Sari",
    ):
        assert shown in " ".join(page.split()), shown
    assert "Dipertentangkan" in to_text(event_rows(event(database, FIRST_NAME)))


@pytest.mark.parametrize("name", ["", "v1", "ffffffffffff.v1", f"{'0' * 12}."])
def test_a_name_that_leads_nowhere_says_where_to_find_one(database: Database, name: str) -> None:
    with pytest.raises(UsageError, match="take an id as kawat timeline --format jsonl prints it"):
        event(database, name)
