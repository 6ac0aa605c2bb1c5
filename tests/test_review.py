"""Reviewing: queues of doubts, verdicts that outlive re-reading, agreement, and gold of them."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from conftest import Add
from kawat import Record
from kawat.errors import UsageError
from kawat.evaluate import evaluate_folders, load_gold
from kawat.reading import Reading, ReadingWarning, Span
from kawat.record.analyst import decide_on, take_back
from kawat.record.claims import JUDGED_WHOLLY, claims_of
from kawat.record.database import Database
from kawat.record.judgments import judge, judgments, withdraw
from kawat.record.verify import verify
from kawat.review import agreements, cohens_kappa, export_gold, queue_page, sample
from kawat.review.queues import DoubtfulWords, UnsureEvents
from record_articles import Said, reading_of

EXAMPLES = Path(__file__).parent.parent / "examples"

FIRST = reading_of(
    "Rusia menyerang Suriah.",
    [Said("ASSAULT", "menyerang", ["Rusia"], ["Suriah"], when="2016-09-04")],
    uri="a",
    published="2016-09-05",
)
LIKE = reading_of(
    "Jet tempur menyerang Suriah.",
    [Said("ASSAULT", "menyerang", [], ["Suriah"])],
    uri="b",
    published="2016-09-06",
)
THIN = reading_of("Bom meledak di Aleppo.", [Said("ASSAULT", "meledak", place="Aleppo")], uri="c")


def name(reading: Reading, id: str = "v1") -> str:
    return f"{reading.article.id[:12]}.{id}"


def changed(reading: Reading, **fields: object) -> Reading:
    return Reading(**{**{n: getattr(reading, n) for n in Reading.model_fields if n != "schema_"},
                      **fields})  # type: ignore[arg-type]  # fmt: skip


def judge_all(record: Record, reading: Reading, author: str, wrong: tuple[str, ...] = ()) -> None:
    for claim in claims_of(reading):
        if claim.layer in JUDGED_WHOLLY:
            verdict = "wrong" if claim.id in wrong else "right"
            record.judge(name(reading, claim.id), verdict, author=author)


def test_a_pair_in_doubt_leaves_its_queue_when_somebody_decides(
    database: Database, add: Add
) -> None:
    add(FIRST, LIKE)
    (pair,) = queue_page(database, "events").items
    assert isinstance(pair, UnsureEvents)
    names = [pair.one.name, pair.other.name]
    assert sorted(names) == sorted([name(FIRST), name(LIKE)])
    assert sum(reason.points for reason in pair.reasons) == pytest.approx(pair.points)
    for kind in ("split", "merge"):
        number = decide_on(database, kind, names, author="Sari")  # type: ignore[arg-type]
        assert queue_page(database, "events").items == ()
        take_back(database, number, author="Sari")
        assert len(queue_page(database, "events").items) == 1, "what is taken back comes again"
    decide_on(database, "reject", names[:1], author="Sari")
    assert queue_page(database, "events").items == ()
    assert verify(database).holds


def test_an_event_on_little_evidence_waits_until_it_is_judged(database: Database, add: Add) -> None:
    """On one telling, without a day of its own, without anybody who did it."""
    add(FIRST, THIN)
    (view,) = queue_page(database, "thin").items
    assert view.line.id == name(THIN)  # type: ignore[union-attr]
    number = judge(database, name(THIN), "right", author="Sari")
    assert queue_page(database, "thin").items == ()
    withdraw(database, number)
    assert len(queue_page(database, "thin").items) == 1


def test_a_dispute_stays_until_its_field_is_corrected(database: Database, add: Add) -> None:
    denied = reading_of(
        "Jet Rusia tidak menyerang Suriah.",
        [Said("ASSAULT", "menyerang", ["Rusia"], ["Suriah"], "2016-09-04", status="negated")],
        uri="d",
        published="2016-09-05",
    )
    add(FIRST, denied)
    (view,) = queue_page(database, "disputes").items
    assert [dispute.field for dispute in view.disputes] == ["status"]  # type: ignore[union-attr]
    decide_on(database, "correct", [name(FIRST)], author="Sari", field="status", value="happened")
    assert queue_page(database, "disputes").items == ()


def test_a_warning_is_shown_with_its_words_until_it_is_judged(database: Database, add: Add) -> None:
    doubt = ReadingWarning(code="suspect-text", span=Span(16, 22), message="a slip")
    reading = changed(FIRST, warnings=(doubt,))
    add(reading)
    (found,) = queue_page(database, "warnings").items
    assert isinstance(found, DoubtfulWords)
    assert (found.before, found.words, found.after) == ("Rusia menyerang ", "Suriah", ".")
    assert verify(database).holds
    judge(database, found.name, "wrong", author="Sari")
    assert queue_page(database, "warnings").items == ()


def test_a_queue_comes_page_by_page(database: Database, add: Add) -> None:
    many = [
        reading_of(f"Bom ke-{n} meledak di Aleppo.", [Said("ASSAULT", "meledak", place="Aleppo")])
        for n in range(5)
    ]
    add(*many)
    seen, after = [], None
    while True:
        page = queue_page(database, "thin", limit=2, after=after)
        seen += [view.line.id for view in page.items]  # type: ignore[union-attr]
        if page.after is None:
            break
        after = page.after
    assert sorted(seen) == sorted(map(name, many))


@pytest.mark.parametrize("queue", ["events", "actors", "thin", "warnings", "problems"])
def test_a_queue_refuses_a_mark_that_no_page_gave(database: Database, queue: str) -> None:
    with pytest.raises(UsageError, match="no page ends with 'x:y'"):
        queue_page(database, queue, after="x:y")
    with pytest.raises(UsageError, match="there is no queue"):
        queue_page(database, "lain")


def test_a_verdict_outlives_reading_again_while_the_same_is_said(
    database: Database, add: Add
) -> None:
    """And comes back when a newer reading says it again."""
    add(FIRST)
    judge(database, name(FIRST), "right", author="Sari")
    event = FIRST.events[0]
    renumbered = changed(FIRST, events=(event.model_copy(update={"id": "v7"}),))
    denied = changed(FIRST, events=(event.model_copy(update={"status": "negated"}),))
    for version, reading, now in (
        ("1.1", renumbered, name(FIRST, "v7")),
        ("1.2", denied, None),
        ("1.3", FIRST, name(FIRST)),
    ):
        add(reading, version=version)
        with database.reading() as connection:
            (kept,) = judgments(connection)
        assert (kept.name, kept.verdict, kept.author) == (now, "right", "Sari")


def test_who_judges_again_takes_the_former_verdict_back(database: Database, add: Add) -> None:
    add(FIRST)
    for author, verdict in (("Sari", "right"), ("Budi", "wrong"), ("Sari", "unsure")):
        judge(database, name(FIRST, "e1"), verdict, author=author)
    with database.reading() as connection:
        standing = {j.author: j.verdict for j in judgments(connection)}
    assert standing == {"Sari": "unsure", "Budi": "wrong"}


@pytest.mark.parametrize(
    ("named", "verdict", "author", "what"),
    [
        (name(FIRST), "right", " ", "needs its author"),
        (name(FIRST), "benar", "Sari", "no verdict 'benar'"),
        (name(FIRST, "v9"), "right", "Sari", "names no record"),
        ("ffff.v1", "right", "Sari", "names no article"),
        (".v1", "right", "Sari", "names no article"),
    ],
)
def test_what_cannot_be_judged_is_told(
    database: Database, add: Add, named: str, verdict: str, author: str, what: str
) -> None:
    add(FIRST)
    with pytest.raises(UsageError, match=what):
        judge(database, named, verdict, author=author)


def test_kappa_is_cohens() -> None:
    """A worked example: 50 claims, 35 agreed; by chance .6 × .5 + .4 × .5 = .5 would be.

    So kappa is (.7 - .5) / (1 - .5) = .4.
    """
    counts = {
        ("right", "right"): 20, ("right", "wrong"): 10,
        ("wrong", "right"): 5, ("wrong", "wrong"): 15,
    }  # fmt: skip
    pairs = [pair for pair, count in counts.items() for _ in range(count)]
    assert cohens_kappa(pairs) == pytest.approx(0.4)
    assert cohens_kappa([("right", "right"), ("wrong", "wrong")]) == 1
    assert cohens_kappa([("right", "wrong"), ("wrong", "right")]) == -1
    assert cohens_kappa([("right", "right")] * 3) is None, "chance alone would agree always"


def test_agreement_counts_what_both_judged(database: Database, add: Add) -> None:
    add(FIRST)
    for author, verdicts in (("Budi", ("right", "wrong")), ("Sari", ("right", "right"))):
        for id, verdict in zip(("e1", "e2"), verdicts, strict=True):
            judge(database, name(FIRST, id), verdict, author=author)
    judge(database, name(FIRST), "right", author="Sari")
    (found,) = agreements(database)
    assert (found.layer, found.one, found.other, found.both) == ("entity", "Budi", "Sari", 2)
    assert math.isclose(found.observed, 0.5)
    assert found.kappa == 0


def test_a_sample_is_drawn_by_its_seed_alone(database: Database, add: Add) -> None:
    many = [reading_of(f"Rusia menyerang Suriah {n} kali.") for n in range(9)]
    add(*many)
    draws = {
        seed: [d.reading.article.id for d in sample(database, size=5, seed=seed)] for seed in "ab"
    }
    assert draws["a"] != draws["b"]
    assert len(set(draws["a"])) == 5
    smaller = sample(database, size=3, seed="a")
    assert [d.reading.article.id for d in smaller] == draws["a"][:3]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    record = Record(tmp_path_factory.mktemp("tinjau") / "contoh.kawat")
    record.add([EXAMPLES])
    return record


def test_gold_of_what_was_judged_right_is_read_without_a_fault(
    record: Record, tmp_path: Path
) -> None:
    """The accuracy of what a reviewer accepted whole is 1 in every layer that has something."""
    for drawn in record.sample(3, seed="emas"):
        judge_all(record, drawn.reading, "Sari")
    exported = record.gold(tmp_path / "emas", reviewer="Sari")
    assert (len(exported.written), exported.left_out) == (3, {})
    scores = evaluate_folders([tmp_path / "emas"]).scores
    assert {s.layer for s in scores if s.gold} >= {"events", "entities", "statements", "times"}
    assert [(s.layer, s.value) for s in scores if s.gold and s.value != 1] == []
    assert all(drawn.whole for drawn in record.sample(3, seed="emas", reviewer="Sari"))


def test_gold_leaves_out_what_was_judged_wrong(record: Record, tmp_path: Path) -> None:
    """An entity goes from wherever it was named; the events of it stay."""
    reading = record.sample(1, seed="salah")[0].reading
    event = next(e for e in reading.events if e.actors)
    judge_all(record, reading, "Budi", wrong=(event.actors[0], reading.statements[0].id))
    record.gold(tmp_path / "emas", reviewer="Budi")
    (gold,) = load_gold([tmp_path / "emas"]).readings
    assert gold.text == reading.text
    assert len(gold.entities) == len(reading.entities) - 1
    assert len(gold.statements) == len(reading.statements) - 1
    assert event.actors[0] not in next(e for e in gold.events if e.id == event.id).actors
    scores = {s.layer: s for s in evaluate_folders([tmp_path / "emas"]).scores}
    assert scores["statements"].precision < scores["statements"].recall == 1


def test_gold_has_events_as_they_were_corrected(
    database: Database, add: Add, tmp_path: Path
) -> None:
    add(FIRST)
    decide_on(database, "correct", [name(FIRST)], author="Sari", field="status", value="possible")
    decide_on(database, "correct", [name(FIRST)], author="Sari", field="actors", value="Suriah")
    for claim in claims_of(FIRST):
        judge(database, name(FIRST, claim.id), "right", author="Sari")
    export_gold(database, tmp_path)
    (gold,) = load_gold([tmp_path]).readings
    assert (gold.events[0].status, gold.events[0].actors) == ("possible", ("e2",))


def test_gold_tells_which_articles_it_leaves_out(
    database: Database, add: Add, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match="nobody has judged"):
        export_gold(database, tmp_path)
    add(FIRST, THIN)
    judge(database, name(FIRST), "right", author="Sari")
    for claim in claims_of(THIN):
        verdict = "wrong" if claim.layer == "article" else "right"
        judge(database, name(THIN, claim.id), verdict, author="Sari")
    exported = export_gold(database, tmp_path)
    assert exported.written == []
    assert exported.left_out == {
        FIRST.article.id[:12]: "not judged, or unsure: e1, e2, all",
        THIN.article.id[:12]: "something is missing from its reading",
    }
    judge(database, name(FIRST), "right", author="Budi")
    with pytest.raises(UsageError, match="2 reviewers judged: Budi, Sari"):
        export_gold(database, tmp_path)
