"""From files to a record and back, through the one class that a user meets."""

from __future__ import annotations

from pathlib import Path

import pytest

from kawat import Record
from kawat.errors import EmptyInput, ReadingError, RecordError, UsageError
from kawat.reading import Reading
from kawat.record.add import Outcome


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "berita"
    folder.mkdir()
    (folder / "a.txt").write_text(
        "Presiden Rusia Vladimir Putin bertemu Presiden Turki Recep Tayyip Erdogan di Sochi, "
        "Rabu (22/11/2017).",
        encoding="utf-8",
    )
    (folder / "b.txt").write_text("Turki mengecam serangan Rusia di Suriah.", encoding="utf-8")
    (folder / "kosong.txt").write_text("", encoding="utf-8")
    return folder


def test_a_folder_is_added_once_and_its_problem_is_kept(where: str, news: Path) -> None:
    record = Record(where)
    heard: list[int] = []
    added = record.add([news], progress=lambda done, total: heard.append(done))
    assert added.outcomes == {Outcome.NEW: 2}
    assert heard[-1] == 2
    assert [problem.where for problem in added.problems] == [str(news / "kosong.txt")]
    assert [kept.where for kept in record.problems()] == [str(news / "kosong.txt")]
    assert record.add([news]).outcomes == {Outcome.KNOWN: 2}
    assert len(record.problems()) == 1
    proof = record.verify()
    assert (proof.holds, proof.articles) == (True, 2)


def test_a_mended_file_is_no_problem_any_more(where: str, news: Path) -> None:
    record = Record(where)
    record.add([news])
    (news / "kosong.txt").write_text("Iran menolak berunding.", encoding="utf-8")
    assert record.add([news]).outcomes[Outcome.NEW] == 1
    assert record.problems() == []


def test_strict_raises_the_first_problem(where: str, news: Path) -> None:
    record = Record(where)
    with pytest.raises(EmptyInput):
        record.add([news], strict=True)
    assert record.verify().articles == 2


def test_reread_reads_what_is_known(where: str, news: Path) -> None:
    record = Record(where)
    record.add([news])
    assert record.add([news], reread=True).outcomes == {Outcome.REREAD: 2}
    assert record.verify().holds


class Failing:
    """A reader that makes no reading of one of the articles."""

    def read(self, article: object) -> Reading:
        raise ReadingError("a span went wrong", where="a.txt")


def test_a_reading_that_fails_is_a_problem_and_the_rest_goes_on(where: str, news: Path) -> None:
    record = Record(where, read_by=Failing())  # type: ignore[arg-type]
    added = record.add([news])
    assert [problem.what for problem in added.problems] == [
        "a span went wrong", "a span went wrong", "there is no text in it",
    ]  # fmt: skip
    with pytest.raises(ReadingError):
        record.add([news], strict=True)


def test_looking_at_a_record_that_is_not_there_says_how_to_make_it(tmp_path: Path) -> None:
    record = Record(tmp_path / "tidak.kawat")
    for look in (record.timeline, record.verify, record.problems):
        with pytest.raises(RecordError, match="there is no record here; make it with: kawat add"):
            look()  # type: ignore[operator]


def test_the_timeline_takes_its_filters(where: str, news: Path) -> None:
    record = Record(where)
    record.add([news])
    with pytest.raises(UsageError, match="since"):
        record.timeline(since="kemarin")
    assert record.timeline(until="1990") == []
