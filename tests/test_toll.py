"""A toll gives what each counter leaves: low, best and high; what differs in kind stays apart."""

from __future__ import annotations

from typing import Any

import pytest

from conftest import Add
from kawat.digest import to_text, toll_rows
from kawat.errors import UsageError
from kawat.reading import Entity, Figure, Reading
from kawat.record.database import Database
from kawat.toll import Toll, toll
from record_articles import COUNTRIES, Said, reading_of, span_of


def counting(
    text: str, *figures: dict[str, Any], outlet: str, published: str, events: tuple[Said, ...] = ()
) -> Reading:
    """Return a reading with these figures; ``words`` and names must stand in the text."""
    made = reading_of(text, events, uri=outlet, outlet=outlet, published=published)
    entities = list(made.entities)

    def entity(name: str | None) -> str | None:
        if name is None:
            return None
        known = next((e.id for e in entities if e.name == name), None)
        if known is None:
            known = f"e{len(entities) + 1}"
            spans = (span_of(text, name),) if name in text else ()
            country = COUNTRIES.get(name)
            entities.append(
                Entity(id=known, kind="place", name=name, country=country, mentions=spans)
            )
        return known

    kept = [
        Figure.model_validate(
            {
                "id": f"f{n}",
                "span": span_of(text, figure.pop("words")),
                "place": entity(figure.pop("place", None)),
                "counted_by": entity(figure.pop("by", None)),
                "measure": figure.pop("measure", "killed"),
                **figure,
            }
        )
        for n, figure in enumerate(map(dict, figures), 1)
    ]
    return made.model_copy(update={"figures": tuple(kept), "entities": tuple(entities)})


WAR = [
    counting(
        "Sekitar 400 ribu orang tewas di Suriah sejak 2011, kata SOHR.",
        {"words": "Sekitar 400 ribu orang", "value": 400_000, "qualifier": "about",
         "since": "2011", "place": "Suriah", "by": "SOHR"},
        outlet="Kabar", published="2016-09-05",
    ),
    counting(
        "Menurut SOHR, 450 ribu orang tewas di Suriah. PBB: sedikitnya 300 ribu orang.",
        {"words": "450 ribu orang", "value": 450_000, "since": "2011", "place": "Suriah",
         "by": "SOHR"},
        {"words": "sedikitnya 300 ribu orang", "value": 300_000, "qualifier": "at_least",
         "since": "2011", "place": "Suriah", "by": "PBB"},
        outlet="Warta", published="2017-02-07",
    ),
    counting(
        "Serangan di Aleppo menewaskan belasan orang. Di Turki 5 orang tewas.",
        {"words": "belasan orang", "low": 11, "high": 19, "qualifier": "about",
         "place": "Aleppo"},
        {"words": "5 orang", "value": 5},
        outlet="Berita", published="2017-02-08",
        events=(Said("ASSAULT", "Serangan", ["Rusia"], place="Aleppo"),),
    ),
]  # fmt: skip


@pytest.fixture(autouse=True)
def _kept(add: Add) -> None:
    add(*WAR)


def bounds(found: list[Toll]) -> list[tuple[bool, float | None, float | None, float | None]]:
    return [(toll.cumulative, toll.low, toll.best, toll.high) for toll in found]


def test_low_best_and_high_are_of_the_newest_count_of_each_counter(database: Database) -> None:
    cumulative, single = toll(database, about="Suriah")
    assert bounds([cumulative]) == [(True, 300_000, 450_000, None)]
    assert [count.counted_by for count in cumulative.counts] == ["SOHR", "SOHR", "PBB"]
    assert bounds([single]) == [(False, 11, None, 19)]


def test_a_count_keeps_its_words_and_its_sentence(database: Database) -> None:
    [single] = [t for t in toll(database, about="SYR") if not t.cumulative]
    [count] = single.counts
    assert (count.words, count.said) == (
        "belasan orang", "Serangan di Aleppo menewaskan belasan orang.",
    )  # fmt: skip
    assert (count.day, count.place, count.outlet) == ("2017-02-08", "Aleppo", "Berita")


def test_only_what_was_known_on_the_day_counts(database: Database) -> None:
    assert bounds(toll(database, about="Suriah", as_of="2016-12")) == [
        (True, 400_000, 400_000, 400_000)
    ]
    assert toll(database, about="Suriah", as_of="2015") == []


def test_a_figure_without_a_place_is_about_what_its_sentence_names(database: Database) -> None:
    assert toll(database, about="Turki") == []
    turkey = counting(
        "Turki kehilangan 7 orang.",
        {"words": "7 orang", "value": 7},
        outlet="D", published="2017-03-01",
        events=(Said("ACCUSE", "kehilangan", ["Turki"]),),
    )  # fmt: skip
    from kawat.draft import Article
    from kawat.record.add import Run

    run = Run(database, "1.0")
    run.keep(run.need(Article(turkey.text, "D")), turkey)
    assert bounds(toll(database, about="Turki")) == [(False, 7, 7, 7)]


def test_the_toll_of_an_event_stands_in_its_sentences(database: Database) -> None:
    name = f"{WAR[2].article.id[:12]}.v1"
    assert bounds(toll(database, event=name)) == [(False, 11, None, 19)]


def test_the_same_value_from_most_articles_is_best(database: Database, add: Add) -> None:
    more = [
        counting(
            f"{outlet}: 300 ribu orang tewas di Suriah sejak 2011.",
            {"words": "300 ribu orang", "value": 300_000, "since": "2011", "place": "Suriah"},
            outlet=outlet, published="2017-02-09",
        )
        for outlet in ("E", "F")
    ]  # fmt: skip
    add(*more)
    assert toll(database, about="Suriah")[0].best == 300_000


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"measure": "dead"}, "there is no measure 'dead'; take one of killed"),
        ({"as_of": "kemarin"}, "as_of: 'kemarin' is no day"),
        ({"event": "tidak.v1"}, "names no event"),
    ],
)
def test_a_wrong_question_is_refused(
    database: Database, asked: dict[str, str], message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        toll(database, **asked)  # type: ignore[arg-type]


def test_a_page_of_it_shows_bounds_words_and_counters(database: Database) -> None:
    page = to_text(toll_rows(toll(database, about="Suriah"), "en"))
    for shown in (
        "low 300,000 · best 450,000 · high open",
        "“450 ribu orang” · according to SOHR · since",
        "████████████████████",
    ):
        assert shown in page
    assert to_text(toll_rows([], "en")) == "No figures were found.\n"
