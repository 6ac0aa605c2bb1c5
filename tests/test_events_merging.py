"""Tellings of one happening become one event, and no telling is lost or told twice."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kawat.layers.events import events
from kawat.layers.events.happening import days
from kawat.layers.events.kin import Kin
from kawat.reading import Entity
from marked import draft, told

NAMES = ["Rusia", "Turki", "Iran", "Israel", "Putin", "Erdogan"]
CLAUSES = [
    "{%s} bertemu {%s}",
    "{%s} menyerang {%s}",
    "{%s} diserang {%s}",
    "serangan {%s} terhadap {%s} berlanjut",
    "{%s} sepakat dengan {%s}",
    "pertemuan {%s} dan {%s} dibatalkan",
    "{%s} akan mengunjungi {%s}",
    "{%s} mendesak {%s} mundur",
]
SENTENCE = st.builds(
    lambda clause, pair, tail: (clause % tuple(pair)) + tail,
    st.sampled_from(CLAUSES),
    st.lists(st.sampled_from(NAMES), min_size=2, max_size=2, unique=True),
    st.sampled_from([".", " pada Senin.", ", kata dia.", ' "itu".', " (baru)."]),
)


@given(st.lists(SENTENCE, min_size=1, max_size=6))
def test_every_trigger_is_told_once_and_parties_are_known(sentences: list[str]) -> None:
    """No trigger stands in two events, spans hold words, parties are entities, ids are in order."""
    made = draft(" ".join(sentences))
    events.run(made)
    assert made.events
    spans = [s for v in made.events for s in v.triggers]
    assert len(spans) == len(set(spans))
    assert all(s.of(made.text).strip() == s.of(made.text) != "" for s in spans)
    known = {e.id for e in made.entities}
    for n, event in enumerate(made.events, 1):
        assert event.id == f"v{n}"
        assert {*event.actors, *event.recipients} <= known
        assert not set(event.actors) & set(event.recipients)
        assert made.notes[event.id]


@given(SENTENCE, st.integers(2, 5))
def test_telling_it_again_makes_no_second_event(sentence: str, times: int) -> None:
    """The same sentence said several times tells as many events as said once."""
    once, often = draft(sentence), draft(" ".join([sentence] * times))
    events.run(once)
    events.run(often)
    assert once.events
    assert len(often.events) == len(once.events)


def test_a_definite_noun_refers_back() -> None:
    """``pertemuan itu`` is the meeting told before, not another."""
    made = draft("{Putin} bertemu {Trump} di Wina. Pertemuan itu berlangsung lama.")
    assert told(made, "CONSULT") == ["Putin, Trump"]
    assert len(made.events[0].triggers) == 2


def test_different_recipients_keep_two_attacks_apart() -> None:
    """One who attacks two has made two attacks."""
    made = draft("{Israel} menyerang {Iran}. {Israel} menyerang {Suriah}.")
    assert told(made, "ASSAULT") == ["Israel > Iran", "Israel > Suriah"]


def test_a_planned_meeting_is_not_the_one_that_happened() -> None:
    """What is planned and what has happened are two events."""
    made = draft("{Putin} telah bertemu {Trump}. {Putin} akan bertemu {Trump} di Wina.")
    assert told(made, "CONSULT") == ["Putin, Trump", "planned: Putin, Trump"]


def test_a_month_dates_another_event_than_the_undated_news() -> None:
    """``pada Maret`` tells of an earlier attack; a day may date the one that is told without."""
    text = "{Israel} menyerang {Iran}. {Israel} menyerang {Iran} pada Jumat."
    for value, number in (("2025-03", 2), ("2025-06-13", 1)):
        made = draft(text)
        assert made.times
        made.times = tuple(t.model_copy(update={"value": value}) for t in made.times)
        events.run(made)
        assert [v.time.value for v in made.events if v.time] == [value]
        assert len(made.events) == number


def test_a_leader_stands_for_his_state_but_not_for_another_leader() -> None:
    """A person and his country are one side; two people of one country are two."""
    mentions = {"mentions": ((0, 1),)}
    people = [
        Entity(id="e1", kind="person", name="Putin", country="RUS", **mentions),
        Entity(id="e2", kind="person", name="Lavrov", country="RUS", **mentions),
        Entity(id="e3", kind="country", name="Rusia", country="RUS", **mentions),
    ]
    kin = Kin(people)
    assert kin.akin("e1", "e3")
    assert not kin.akin("e1", "e2")


def test_a_state_acts_by_its_seat_and_army_and_a_group_is_told_by_its_noun() -> None:
    """The White House does what Washington does; ``warga`` are the ``warga sipil`` told before."""
    mentions = {"mentions": ((0, 1),)}
    army = {"kind": "organization", "country": "USA"}
    kin = Kin(
        [
            Entity(id="e1", name="Gedung Putih", sector="GOV", **army, **mentions),
            Entity(id="e2", name="militer AS", sector="MIL", **army, **mentions),
            Entity(id="e3", name="Exxon", sector="BUS", **army, **mentions),
            Entity(id="e4", kind="group", name="warga sipil", **mentions),
            Entity(id="e5", kind="group", name="warga", **mentions),
            Entity(id="e6", kind="group", name="pengungsi", **mentions),
        ]
    )
    assert kin.one_side("e1", "e2")
    assert not kin.one_side("e1", "e3")
    assert kin.one_side("e4", "e5")
    assert not kin.one_side("e4", "e6")


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_day_lies_in_its_week_month_and_year(day: date) -> None:
    """Every way to write a date spans the day itself."""
    year, week, _ = day.isocalendar()
    for value in (str(day), f"{day:%Y-%m}", f"{day:%Y}", f"{year}-W{week:02}", f"{day}TMO"):
        span = days(value)
        assert span is not None
        assert span[0] <= day <= span[1]
    assert days(str(day)) == (day, day)
    assert days(str(day)) != days(str(day + timedelta(1)))
    assert days("PAST_REF") is None


def test_what_is_discussed_is_discussed_at_the_meeting_told_before() -> None:
    """``membahas`` without other parties tells no second meeting."""
    made = draft("{Putin} bertemu {Assad}. Isu yang dibahas banyak.")
    assert told(made, "CONSULT") == ["Assad, Putin"]
    assert len(made.events[0].triggers) == 2


def test_a_meeting_where_something_will_be_discussed_is_planned() -> None:
    """``akan dibahas dalam pertemuan``: one meeting, and it is to come."""
    made = draft("{Krisis} akan dibahas dalam pertemuan {Rusia} dan {Turki}.")
    events.run(made)
    assert [(v.type, v.status, len(v.triggers)) for v in made.events] == [("CONSULT", "planned", 2)]


def test_a_visit_is_not_the_meeting_that_it_is_made_for() -> None:
    """The visit and the meeting are two events, though one man is at both."""
    made = draft("{Putin} melakukan kunjungan ke {Turki}. {Putin} bertemu {Erdogan}.")
    events.run(made)
    assert [v.mode for v in made.events] == ["visit", None]


def test_a_deed_and_the_noun_that_tells_its_manner_are_one() -> None:
    """``membunuh X dalam sebuah serangan`` is one act, told by a verb and a noun."""
    made = draft("{Israel} membunuh {Odeh} dalam sebuah serangan.")
    assert told(made, "ASSAULT") == ["Israel > Odeh"]
    assert len(made.events[0].triggers) == 2


def test_a_noun_and_the_verb_that_takes_it_up_are_one() -> None:
    """``perjanjian yang disepakati`` is one agreement."""
    made = draft("{Jepang} memiliki perjanjian pertahanan yang disepakati sejak lama.")
    assert told(made, "AGREE") == ["Jepang"]
    assert len(made.events[0].triggers) == 2


def test_a_meeting_to_come_told_again_without_a_word_of_time_is_the_same() -> None:
    """What is scheduled stays so where the next sentence tells what it is for."""
    text = "{Putin} dijadwalkan bertemu {Trump}. {Putin} bertemu {Trump} guna membahas minyak."
    assert told(draft(text), "CONSULT")[0] == "planned: Putin, Trump"
    assert len(told(draft(text), "CONSULT")) == 1


def test_what_is_hoped_for_and_then_planned_is_one() -> None:
    """Both are of one thing that has not happened yet; a deed threatened is no deed done."""
    text = "{Putin} berharap bertemu {Trump}. {Putin} akan bertemu {Trump} di Wina."
    assert len(told(draft(text), "CONSULT")) == 1
    text = "{Iran} mengancam akan menyerang {Israel}. {Iran} menyerang {Israel}."
    assert told(draft(text), "ASSAULT") == ["possible: Iran > Israel", "Iran > Israel"]


def test_a_noun_that_points_back_brings_in_further_parties() -> None:
    """``pertemuan tersebut`` is the one just told, also where it names others who came."""
    made = draft("{Rusia} dan {Iran} bertemu. Pertemuan itu dihadiri {Turki}.")
    assert told(made, "CONSULT") == ["Iran, Rusia, Turki"]


def test_what_is_done_as_well_is_another_act() -> None:
    """``juga mengecam`` tells of a second condemnation."""
    made = draft("{Iran} mengecam {Israel}. {Iran} juga mengecam {Israel} atas blokade.")
    assert told(made, "ACCUSE") == ["Iran > Israel", "Iran > Israel"]


def test_a_happening_is_joined_rather_by_a_word_of_its_root() -> None:
    """Of two that a telling fits, it joins the one told in a word of the same root."""
    made = draft("{Rusia} menyerang kota. {Rusia} membunuh warga. Serangan {Rusia} itu berat.")
    events.run(made)
    assert made.events
    roots = [{s.of(made.text).lower() for s in v.triggers} for v in made.events]
    assert all("serangan" not in words or "menyerang" in words for words in roots)
