"""Status is read from tense, modals, purpose, negation and what governs the trigger."""

from __future__ import annotations

from typing import Any

import pytest

from kawat.draft import Expression
from kawat.layers.events import events
from kawat.lexicon import table
from kawat.reading import Span, Time
from kawat.timex import Shift
from marked import draft

CASES = [
    ("{Putin} akan bertemu {Trump}.", "CONSULT", "planned"),
    ("{Putin} tidak akan bertemu {Trump}.", "CONSULT", "negated"),
    ("{Putin} belum bertemu {Trump}.", "CONSULT", "negated"),
    ("{Putin} tidak hanya bertemu {Trump}.", "CONSULT", "happened"),
    ("{Putin} dijadwalkan bertemu {Trump}.", "CONSULT", "planned"),
    ("{Putin} berharap dapat bertemu {Trump}.", "CONSULT", "possible"),
    ("Jika {Putin} bertemu {Trump}, pasar akan tenang.", "CONSULT", "possible"),
    ("Pertemuan {Putin} dan {Trump} dibatalkan.", "CONSULT", "negated"),
    ("Pertemuan {Putin} dan {Trump} akan digelar di Wina.", "CONSULT", "planned"),
    ("Rencana pertemuan {Putin} dan {Trump} terungkap.", "CONSULT", "planned"),
    ("{Iran} membantah telah menyerang {Saudi}.", "ASSAULT", "negated"),
    ("{Trump} mempertimbangkan serangan terhadap {Iran}.", "ASSAULT", "possible"),
    ("{Trump} mengecam serangan {Iran}.", "ASSAULT", "happened"),
    ("{Trump} meminta {Israel} menghentikan serangan.", "ASSAULT", "happened"),
    ("{Trump} meminta {Israel} menghentikan serangan.", "RETREAT", "possible"),
    ("{Rusia} dan {Turki} sepakat mengoordinasikan operasi.", "COOPERATE", "planned"),
    ("{Netanyahu} berjanji melenyapkan {pemimpin Hamas}.", "ASSAULT", "planned"),
    # what an act may bring about leaves it as it is
    ("Serangan {Iran} terhadap {Israel} bisa memicu krisis.", "ASSAULT", "happened"),
    ("Serangan {Iran} terhadap {Israel} bisa terjadi.", "ASSAULT", "possible"),
    ("Konflik {Iran} dan {Israel} akan berdampak luas.", "ASSAULT", "happened"),
    ("Pertemuan {Putin} dan {Trump} tidak menghasilkan apa pun.", "CONSULT", "happened"),
    ("Pertemuan {Putin} dan {Trump} tidak terjadi.", "CONSULT", "negated"),
    ("Pertemuan {Putin} dan {Trump} akan membahas minyak.", "CONSULT", "planned"),
    ("Pertemuan {Putin} dan {Trump} yang dijadwalkan hari ini dibatalkan.", "CONSULT", "negated"),
    # joined verbs share what is said of the first; what is said is said all the same
    ("{Iran} dapat membalas dengan menyerang {Israel}.", "ASSAULT", "possible"),
    ("{Trump} mendesak {Iran} menyerah dan menarik pasukan.", "RETREAT", "possible"),
    ("Kalau negosiasi gagal, {Iran} menyerang {Israel}.", "ASSAULT", "possible"),
    ("Tidak ada negara yang mendukung {Israel}.", "SUPPORT", "negated"),
    ("Saya ingin berterima kasih kepada {Prabowo}.", "SUPPORT", "happened"),
    ("{Iran} membantah terlibat dalam serangan terhadap {Saudi}.", "ASSAULT", "negated"),
    ("{Rusia} dan {Turki} sepakat untuk mengoordinasikan operasi.", "COOPERATE", "planned"),
    (
        "{Trump} memakai undang-undang itu untuk mengenakan tarif kepada {Iran}.",
        "SANCTION",
        "happened",
    ),
    ("{Trump} ingin {Israel} menerapkan embargo minyak.", "COERCE", "possible"),
    ("{Prabowo} akan berpidato dalam pertemuan {ASEAN}.", "CONSULT", "planned"),
    ("{Putin} akan meninggalkan negosiasi gencatan senjata.", "RETREAT", "possible"),
    ("{Retno} datang untuk membahas bantuan dengan {Wang Yi}.", "CONSULT", "happened"),
]


@pytest.mark.parametrize(("marked", "type_", "status"), CASES)
def test_status(marked: str, type_: str, status: str) -> None:
    """The event of this type has this status."""
    made = draft(marked)
    events.run(made)
    assert [v.status for v in made.events if v.type == type_] == [status]


def _rows() -> list[dict[str, Any]]:
    content = table("status")
    return [*content["words"], content["presupposing"], content["attitudes"]]


@pytest.mark.parametrize("row", _rows(), ids=lambda r: r["example"])
def test_an_example_of_the_lexicon_has_its_status(row: dict[str, Any]) -> None:
    """Some event of the example has the status that the line promises."""
    made = draft(row["example"])
    events.run(made)
    assert row["gives"] in {v.status for v in made.events}


@pytest.mark.parametrize(
    ("marked", "words", "meaning", "type_", "value"),
    [
        (
            "{Putin} menelepon {Trump} sehari setelah bertemu {Assad}.",
            "sehari setelah",
            Shift("D", 1, "told", of_event=True),
            "CONSULT",
            ["2025-06-20", "2025-06-19"],
        ),
        (
            "Sehari sebelum bertemu {Assad}, {Putin} menelepon {Trump}.",
            "Sehari sebelum",
            Shift("D", -1, "told", of_event=True),
            "CONSULT",
            ["2025-06-21", "2025-06-20"],
        ),
        (
            "Pada hari kedelapan perang, {Israel} menyerang {Iran}.",
            "hari kedelapan",
            Shift("D", 0, "told", nth=8),
            "ASSAULT",
            ["2025-06-13", "2025-06-20"],
        ),
        (
            "{Rusia} mengutuk {Israel} saat perang {Iran} memasuki hari kedelapan.",
            "hari kedelapan",
            Shift("D", 0, "told", nth=8),
            "ASSAULT",
            ["2025-06-13"],
        ),
    ],
)
def test_a_day_counted_from_an_act_dates_the_act_by_the_count(
    marked: str, words: str, meaning: Shift, type_: str, value: list[str]
) -> None:
    """What a day is counted from was so many days before it; the main clause has the day."""
    made = draft(marked)
    start = made.text.index(words)
    span = Span(start, start + len(words))
    made.expressions = (Expression(span, "DATE", None, None, meaning),)
    made.times = (Time(id="t1", span=span, type="DATE", value="2025-06-20"),)
    events.run(made)
    assert [v.time.value for v in made.events if v.time and v.type == type_] == value


def test_the_date_of_the_clause_dates_the_act() -> None:
    """A date after ``pada`` is the event's; the end of a span after ``hingga`` is not."""
    made = draft("{Israel} menyerang {Iran} pada Jumat. {Rusia} menyerang {Ukraina} pada 2022.")
    made.times = tuple(t.model_copy(update={"value": "2025-06-13"}) for t in made.times[:1])
    events.run(made)
    assert [v.time.value if v.time else None for v in made.events] == ["2025-06-13", None]
    until = draft("{Israel} menyerang {Iran} hingga 2022.")
    events.run(until)
    assert [v.time for v in until.events] == [None]
