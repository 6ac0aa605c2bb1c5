"""A timeline is printed by day, each happening once, with its words and who told it."""

from __future__ import annotations

from conftest import Add
from kawat.digest import timeline_rows, to_text
from kawat.record.database import Database
from kawat.timeline import timeline
from record_articles import Said, reading_of

MEETING = Said(
    "CONSULT", "bertemu", ["Vladimir Putin", "Recep Tayyip Erdoğan"],
    when="2016-09-04", mode="visit", topics=["gencatan senjata"],
)  # fmt: skip


def test_days_parties_words_and_every_outlet(database: Database, add: Add) -> None:
    add(
        reading_of(
            "Vladimir Putin bertemu Erdoğan. Turki mengecam pengepungan\n Aleppo.",
            [MEETING, Said("ACCUSE", "mengecam", ["Turki"])],
            published="2016-09-05",
            uri="https://kabar.id/1",
            outlet="Kabar",
        ),
        reading_of(
            "Putin bertemu Erdoğan, lapor kantor berita.",
            [MEETING],
            published="2016-09-06",
            uri="https://warta.id/1",
            outlet="Warta",
        ),
    )
    lines = timeline(database)
    assert to_text(timeline_rows(lines)) == (
        """\
Minggu, 4 September 2016
  Vladimir Putin, Recep Tayyip Erdoğan · kunjungan · terjadi · tentang gencatan senjata
    “Vladimir Putin bertemu Erdoğan.” — Kabar, Senin, 5 September 2016
    juga: Warta, Selasa, 6 September 2016

Senin, 5 September 2016 (hari terbit; harinya sendiri tak disebut)
  Turki · tuduhan atau kecaman · terjadi
    “Turki mengecam pengepungan Aleppo.” — Kabar, Senin, 5 September 2016
"""
    )
    assert "accusation or criticism · happened" in to_text(timeline_rows(lines, "en"))


def test_a_timeline_of_nothing_says_so(database: Database) -> None:
    assert to_text(timeline_rows(timeline(database))) == "Tidak ada peristiwa yang ditemukan.\n"
