"""How long the views of a record of a million events take, in processor seconds.

Run: ``PYTHONPATH=src python benchmarks/million.py RECORD [EVENTS]``. Where there is no record yet
it is made first, with rows as readings give them, inserted in bulk: about three events an
article, names and countries drawn as unevenly as in news (Zipf), one event in four told by two
articles. What names a party of a conflict is about it; agreements are told, and what is planned is
due by a day. The same seed gives the same record.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from kawat.engine import Record
from kawat.lexicon.conflicts import conflicts
from kawat.reading import ArticleHead, Reading
from kawat.record.actors.settling import complete
from kawat.record.asked import Asked
from kawat.record.database import Database
from kawat.record.listing import complete_list
from kawat.record.names import name_key
from kawat.record.search.index import complete_index
from kawat.record.tables import (
    AddressRow,
    ArticleRow,
    ConflictRow,
    EntityRow,
    FigureRow,
    HorizonRow,
    PartyRow,
    ReadingRow,
    Row,
    RunRow,
    StageRow,
    StatementRow,
    TellingRow,
    UnlistedRow,
    UnsearchedRow,
    VoiceRow,
)

SEED = 20170207
EVENTS_AN_ARTICLE = 3
ARTICLES_AT_ONCE = 1_000
FIRST_DAY = date(2016, 1, 1)
DAYS = 3_650
STATES = [
    ("Amerika Serikat", "USA"), ("Indonesia", "IDN"), ("Israel", "ISR"), ("Rusia", "RUS"),
    ("Iran", "IRN"), ("Palestina", "PSE"), ("Suriah", "SYR"), ("Ukraina", "UKR"),
    ("China", "CHN"), ("Turki", "TUR"), ("Korea Utara", "PRK"), ("Arab Saudi", "SAU"),
    ("Malaysia", "MYS"), ("Myanmar", "MMR"), ("Jepang", "JPN"), ("Prancis", "FRA"),
]  # fmt: skip
GIVEN = ["Ahmad", "Budi", "Sergei", "Maria", "Hassan", "Ali", "Sari", "Ivan", "Lina", "Omar"]
TYPES = ["CONSULT"] * 4 + ["ASSAULT"] * 4 + ["ACCUSE", "AGREE", "REQUEST", "SUPPORT", "COERCE"]
STATUSES = ["happened"] * 7 + ["planned", "possible", "negated"]
WORDS = [
    "pemerintah", "tentara", "serangan", "gencatan", "senjata", "perdamaian", "sanksi", "bantuan",
    "pengungsi", "wilayah", "perundingan", "menteri", "presiden", "kota", "korban", "roket",
    "drone", "pasukan", "perbatasan", "blokade", "kesepakatan", "delegasi", "utusan", "kunjungan",
]  # fmt: skip
MATTERS = ["gencatan-senjata", "pertukaran-tahanan", "perjanjian-damai"]
STAGES = ["proposed", "expected", "announced", "in_force", "violated"]
SYLLABLES = ["ba", "ri", "no", "ka", "to", "mi", "la", "su", "de", "go", "ra", "vi", "pe", "lo"]


class Generator:
    """Makes the rows of articles one after the other."""

    def __init__(self) -> None:
        self._random = random.Random(SEED)
        names = {f"{g} {self._surname()}" for g in GIVEN for _ in range(3_000)}
        self._people = [(name, self._zipf(STATES)[1]) for name in sorted(names)]
        self._random.shuffle(self._people)
        self._of_country: dict[str, list[str]] = {}
        for key, conflict in conflicts().items():
            for member in conflict.members:
                if member.code and member.role == "party":
                    self._of_country.setdefault(member.code, []).append(key)

    def articles(self) -> Iterator[dict[type[Row], list[dict[str, Any]]]]:
        """Yield the rows of every article, without end."""
        number = 0
        while True:
            number += 1
            yield self._article(number)

    def _surname(self) -> str:
        return "".join(self._random.choices(SYLLABLES, k=4)).capitalize()

    def _zipf(self, among: list[Any]) -> Any:
        return among[min(int(self._random.paretovariate(0.9)) - 1, len(among) - 1)]

    def _article(self, number: int) -> dict[type[Row], list[dict[str, Any]]]:
        day = FIRST_DAY + timedelta(self._random.randrange(DAYS))
        text = f"{number} " + " ".join(self._random.choices(WORDS, k=120)) + "."
        id, uri = sha256(text.encode()).hexdigest(), f"{number}.txt"
        states = {self._zipf(STATES) for _ in range(4)}
        people = {self._zipf(self._people) for _ in range(3)}
        entities = [
            {"id": f"e{n}", "kind": "country", "name": name, "country": country, "sector": None}
            for n, (name, country) in enumerate(sorted(states), 1)
        ] + [
            {"id": f"e{n}", "kind": "person", "name": name, "country": country, "sector": "GOV"}
            for n, (name, country) in enumerate(sorted(people), len(states) + 1)
        ]
        rows: dict[type[Row], list[dict[str, Any]]] = {
            EntityRow: [
                {**e, "key": name_key(e["name"] or ""), "role": None, "named": None}
                for e in entities
            ]
        }
        self._events(rows, entities, day, number)
        self._statements(rows, entities, day, text)
        self._conflicts(rows, {code for _, code in states}, day)
        self._agreements(rows, day)
        for some in rows.values():
            for row in some:
                row["article"] = number
        head = {"uri": uri, "outlet": f"Kabar {number % 12}", "title": None}
        reading = Reading(article=ArticleHead(id=id, uri=uri), text=text).to_json()
        rows[ArticleRow] = [
            {"number": number, "id": id, **head, "published": day.isoformat(), "text": text,
             "basis": "metadata", "first_day": day, "last_day": day, "run": 1}
        ]  # fmt: skip
        rows[AddressRow] = [{"article": number, **head, "published": day.isoformat(), "run": 1}]
        digest = sha256(reading.encode()).hexdigest()
        rows[ReadingRow] = [
            {"article": number, "version": "0", "json": reading, "digest": digest, "run": 1}
        ]
        return rows

    def _events(self, rows: Any, entities: Any, day: date, number: int) -> None:
        rows[TellingRow], rows[PartyRow] = [], []
        for n in range(1, EVENTS_AN_ARTICLE + 1):
            first = day - timedelta(self._random.randrange(4))
            told = n == 1 and number % 4 == 0
            rows[TellingRow].append(
                {"id": f"v{n}", "type": self._random.choice(TYPES), "mode": None,
                 "status": self._random.choice(STATUSES), "value": first.isoformat(),
                 "dated": True, "first_day": first, "last_day": first, "duration": None,
                 "start": 8, "end": 14, "sentence_start": 0, "sentence_end": 120,
                 "event_article": number - 1 if told else number, "event": f"v{n}"}
            )  # fmt: skip
            for role in ("actor", "recipient"):
                e = self._random.choice(entities)
                rows[PartyRow].append(
                    {"telling": f"v{n}", "role": role, "position": 0, "entity": e["id"],
                     "name": e["name"], "key": name_key(e["name"]), "country": e["country"],
                     "kind": e["kind"], "known": day}
                )  # fmt: skip

    def _statements(self, rows: Any, entities: Any, day: date, text: str) -> None:
        rows[StatementRow], rows[VoiceRow], rows[FigureRow] = [], [], []
        for n in range(1, 4):
            start = self._random.randrange(len(text) // 2)
            rows[StatementRow].append(
                {"id": f"s{n}", "kind": "indirect", "start": start, "end": start + 90,
                 "value": None, "dated": False, "first_day": day, "last_day": day}
            )  # fmt: skip
            e = entities[-1]
            rows[VoiceRow].append(
                {"statement": f"s{n}", "role": "speaker", "position": 0, "entity": e["id"],
                 "name": e["name"], "key": name_key(e["name"]), "country": e["country"],
                 "known": day}
            )  # fmt: skip

    def _conflicts(self, rows: Any, countries: set[str], day: date) -> None:
        """Make the article and all of its parts be about two conflicts of its countries at most."""
        about = {key for country in countries for key in self._of_country.get(country, ())}
        parts = [("article", "", "", day)]
        parts += [("event", t["id"], t["type"], t["first_day"]) for t in rows[TellingRow]]
        parts += [("statement", s["id"], s["kind"], day) for s in rows[StatementRow]]
        rows[ConflictRow] = [
            {"part": part, "id": id, "conflict": conflict, "what": what, "points": 5.0,
             "day": of, "known": day}
            for conflict in sorted(about)[:2]
            for part, id, what, of in parts
        ]  # fmt: skip

    def _agreements(self, rows: Any, day: date) -> None:
        """Make half of what is agreed and asked for a stage, and all that is ahead be due."""
        words = {"start": 8, "end": 14, "known": day}
        rows[StageRow] = [
            {"telling": told["id"], "matter": self._random.choice(MATTERS),
             "stage": self._random.choice(STAGES), "matter_start": 8, "matter_end": 14, **words}
            for told in rows[TellingRow]
            if told["type"] in ("AGREE", "REQUEST") and self._random.random() < 0.5
        ]  # fmt: skip
        rows[HorizonRow] = [
            {"telling": told["id"], "due": told["first_day"] + timedelta(90), "rule": "default",
             **words}
            for told in rows[TellingRow]
            if told["status"] in ("planned", "possible")
        ]  # fmt: skip


def make(database: Database, events: int) -> None:
    """Fill the record with bulk inserts, then settle its actors and list its events."""
    found = Generator().articles()
    with database.writing() as connection:
        connection.execute(insert(RunRow), {"number": 1, "version": "0", "started": "2026"})
    for _ in range(0, events // EVENTS_AN_ARTICLE, ARTICLES_AT_ONCE):
        with database.writing() as connection:
            together: dict[Any, list[dict[str, Any]]] = {}
            for rows in islice(found, ARTICLES_AT_ONCE):
                for table, some in rows.items():
                    together.setdefault(table, []).extend(some)
            for table in (ArticleRow, *(t for t in together if t is not ArticleRow)):
                if together[table]:
                    connection.execute(insert(table.__table__), together[table])
            changed = {(t["event_article"], t["event"]) for t in together[TellingRow]}
            noted = [{"article": article, "event": event} for article, event in sorted(changed)]
            connection.execute(insert(UnlistedRow.__table__).prefix_with("OR IGNORE"), noted)
            words = [{"article": row["number"]} for row in together[ArticleRow]]
            connection.execute(insert(UnsearchedRow.__table__), words)
    steps = {
        "settling actors": complete,
        "listing events": complete_list,
        "indexing words": complete_index,
    }
    for name, step in steps.items():
        started = time.process_time()
        step(database)
        print(f"{name}: {time.process_time() - started:.0f} s")


def measure(record: Record) -> None:
    """Print how long each view takes, the shorter of two runs."""
    middle = record.timeline_page(Asked(since="2021"), limit=1).items[0]
    asked: dict[str, Callable[[], object]] = {
        "timeline": lambda: record.timeline_page(Asked()),
        "timeline, from its middle on": lambda: record.timeline_page(Asked(), after=middle.id),
        "timeline, about Suriah": lambda: record.timeline_page(Asked(about="Suriah")),
        "timeline, about Amerika Serikat": lambda: record.timeline_page(Asked(about="AS")),
        "timeline, one month": lambda: record.timeline_page(Asked(None, "2021-06", "2021-06")),
        "timeline, one type": lambda: record.timeline_page(Asked(type="SUPPORT")),
        "event": lambda: record.event(middle.id),
        "disputes": lambda: record.disputes_page(),
        "who, a state": lambda: record.who_page("Suriah"),
        "who, the state named most": lambda: record.who_page("Amerika Serikat"),
        "who, a given name of thousands": lambda: record.who_page("Sergei"),
        "said": lambda: record.said_page(),
        "said, by a person": lambda: record.said_page("Sergei"),
        "said, with words": lambda: record.said_page(about='"gencatan senjata" roket'),
        "said, with a rare beginning": lambda: record.said_page(about="12*"),
        "toll": lambda: record.toll(about="Suriah"),
    }
    for name, ask in asked.items():
        seconds = []
        for _ in range(2):
            started = time.process_time()
            ask()
            seconds.append(time.process_time() - started)
        print(f"{min(seconds):7.3f} s  {name}", flush=True)


def main() -> None:
    """Make the record if need be, and measure."""
    file = Path(sys.argv[1])
    events = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    if not file.exists():
        started = time.process_time()
        with Database(file, create=True) as database:
            make(database, events)
        print(f"made in {time.process_time() - started:.0f} s", flush=True)
    measure(Record(file))


if __name__ == "__main__":
    main()
