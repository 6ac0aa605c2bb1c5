"""The day of an act is that of its own clause, or of the meeting and words that it belongs to."""

from __future__ import annotations

import pytest

from kawat.draft import Draft
from kawat.layers.events import events
from kawat.reading import Event, Published, Span, Statement
from marked import draft


def _read(marked: str, days: dict[str, str]) -> Draft:
    """Return the draft with its events read; ``days`` gives the times their values."""
    made = draft(marked)
    values = [(t, days.get(t.span.of(made.text), t.value)) for t in made.times]
    made.times = tuple(t.model_copy(update={"value": value}) for t, value in values)
    events.run(made)
    return made


def _days(made: Draft) -> dict[str, str | None]:
    """Return the value of each event's time, by its first trigger."""

    def value(event: Event) -> str | None:
        return event.time.value if event.time else None

    return {v.triggers[0].of(made.text): value(v) for v in made.events}


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        # a clause behind, with a verb of its own, keeps its time to itself
        (
            "{Rusia} mengutuk {Israel} setelah {Iran} menyerang {Turki} pada Jumat.",
            {"mengutuk": None, "menyerang": "2025-06-13"},
        ),
        (
            "{Israel} menyerang {Iran} di tengah gencatan senjata yang berlaku pada Jumat.",
            {"menyerang": None, "gencatan senjata": "2025-06-13"},
        ),
        # behind a comma the day is the whole sentence's
        (
            "{Rusia} mengutuk {Israel} setelah {Iran} menyerang {Turki}, Jumat.",
            {"mengutuk": "2025-06-13", "menyerang": "2025-06-13"},
        ),
        # ``yang`` goes with the noun of the act itself
        (
            "Serangan {Israel} ke {Iran} yang dimulai pada Jumat berlanjut.",
            {"Serangan": "2025-06-13"},
        ),
        # ahead of the act: till the report turns, or a clause of its own begins
        (
            "Pada Jumat {Israel} menyerang {Iran}, namun {Rusia} mengutuk {Israel}.",
            {"menyerang": "2025-06-13", "mengutuk": None},
        ),
        (
            "Pada Jumat {Israel} menyerang {Iran} setelah {Rusia} mengutuk {Turki}.",
            {"menyerang": "2025-06-13", "mengutuk": None},
        ),
        (
            "Pada Jumat, {Israel} yang didukung {Rusia} menyerang {Iran}.",
            {"didukung": None, "menyerang": "2025-06-13"},
        ),
    ],
)
def test_a_time_dates_the_acts_of_its_clause(marked: str, told: dict[str, str | None]) -> None:
    """Each act has the day of the clause that it stands in, and no other's."""
    assert _days(_read(marked, {"Jumat": "2025-06-13"})) == told


def test_what_is_done_at_a_meeting_is_of_its_day() -> None:
    """``Dalam pertemuan itu`` dates the act by the meeting that was dated before."""
    made = _read(
        "{Putin} bertemu {Assad} pada Jumat. Dalam pertemuan itu, {Putin} mendesak {Assad} mundur.",
        {"Jumat": "2025-06-13"},
    )
    assert _days(made)["mendesak"] == "2025-06-13"


def _demand(words: str, gap: str = "") -> str | None:
    """Return the day of a demand told after dated words of Putin's."""
    text = f'"Itu benar," kata {{Putin}} pada Jumat. {gap}{words}'
    made = draft(text)
    made.times = tuple(t.model_copy(update={"value": "2025-06-13"}) for t in made.times)
    made.statements = (
        Statement(
            id="s1",
            kind="direct",
            span=Span(1, 10),
            cue=Span(13, 17),
            speakers=("e1",),
            time=made.times[0].id,
        ),
    )
    events.run(made)
    return next(v.time.value if v.time else None for v in made.events if v.type == "REQUEST")


def test_an_act_of_speech_is_of_the_day_of_the_speakers_other_words() -> None:
    """What he demands in this report he demands when he speaks; his background is another day's."""
    assert _demand("{Putin} juga mendesak {Assad} mundur.") == "2025-06-13"
    assert _demand("{Putin} pernah mendesak {Assad} mundur.") is None
    assert _demand("{Assad} mendesak {Turki} mundur.") is None


def test_farther_words_have_the_day_that_all_of_the_speakers_words_have() -> None:
    """One day for all that he says dates the rest of it too; of two days the nearer holds."""
    far = "Itu kota tua. " * 4
    assert _demand("{Putin} juga mendesak {Assad} mundur.", far) == "2025-06-13"
    text = "{Putin} bertemu {Assad} pada Senin. {Putin} bertemu {Assad} pada Jumat. %s{Putin} %s."
    told = {"Senin": "2025-06-09", "Jumat": "2025-06-13"}
    made = _read(text % ("", "mendesak {Assad} mundur"), told)
    assert _days(made)["mendesak"] == "2025-06-13"
    assert _days(_read(text % (far, "mendesak {Assad} mundur"), told))["mendesak"] is None


def test_talks_told_without_a_day_are_of_the_meeting_beside_them() -> None:
    """``membahas`` by those who met on Friday is of Friday, where it joins no other meeting."""
    text = "{Putin} bertemu {Assad} pada Jumat. {Putin} juga membahas minyak dengan {Assad}."
    assert _days(_read(text, {"Jumat": "2025-06-13"}))["membahas"] == "2025-06-13"


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        # the year of a law, and one that goes with another noun
        ("{YLKI} mendesak {Iran} merevisi UU Nomor 8 Tahun 1999.", {"mendesak": None}),
        ("{Israel} menyerang arsitek pembangunan 2018.", {"menyerang": None}),
        ("{Israel} menyerang {Iran} pada 2018.", {"menyerang": "2018"}),
        # what is asked or promised has a day of its own
        ("{Trump} bersumpah akan mengalahkan {Iran} pada 2018.", {"bersumpah": None}),
        # a day within the year that stands nearer
        ("Perang {Iran} dan {Israel} 2018 ini dimulai pada Jumat.", {"Perang": "2018-06-15"}),
        # what somebody said, then the day and occasion of his words
        (
            "{Iran} akan diserang pada Jumat, kata {Menlu Retno} dalam pertemuan dengan {DPR}.",
            {"diserang": "2018-06-15", "pertemuan": None},
        ),
    ],
)
def test_a_time_of_something_else_dates_no_act(marked: str, told: dict[str, str | None]) -> None:
    """A law's year, a year in a name, a promise's end and another's day date no act."""
    days = _days(_read(marked, {"Jumat": "2018-06-15"}))
    assert {trigger: days[trigger] for trigger in told} == told


def test_a_later_sentence_dates_what_it_takes_up() -> None:
    """``Insiden itu terjadi pada …`` dates the attack told before, with the words that say so."""
    made = _read(
        "{Israel} menyerang {Iran}. Insiden itu terjadi pada Jumat.", {"Jumat": "2025-06-13"}
    )
    (attack,) = made.events
    assert attack.time is not None
    assert (attack.time.value, attack.time.ref) == ("2025-06-13", "t1")
    other = _read(
        "{Rusia} mendesak {Iran} mundur. Insiden itu terjadi pada Jumat.", {"Jumat": "2025-06-13"}
    )
    assert all(v.time is None for v in other.events if v.type == "REQUEST")
    assert other.events


def test_what_is_said_on_the_occasion_is_of_the_meetings_day() -> None:
    """``Pada kesempatan itu`` is the meeting of the sentence before."""
    made = _read(
        "{Putin} bertemu {Assad} pada Jumat. Pada kesempatan itu {Turki} mendesak {Assad} mundur.",
        {"Jumat": "2025-06-13"},
    )
    assert _days(made)["mendesak"] == "2025-06-13"


def test_the_summit_that_dated_the_report_is_of_that_month() -> None:
    """Where the text has no day, the summit and what is done at it have the inferred month."""
    made = draft("Dalam KTT itu, {Putin} bertemu {Assad}.")
    made.published = Published(value="2016-09", basis="inferred", span=None)
    events.run(made)
    assert _days(made) == {"KTT": "2016-09", "bertemu": "2016-09"}
