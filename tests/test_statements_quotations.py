"""Quotations in every style of marks, and on input that no editor would print."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kawat.layers.statements.quotations import quotations


def found(text: str) -> list[str]:
    return [q.words.of(text) for q in quotations(text)]


@pytest.mark.parametrize(
    "text",
    [
        '"Kami siap berunding," kata Retno.',
        "“Kami siap berunding,” kata Retno.",
        "”Kami siap berunding,” kata Retno.",
        "„Kami siap berunding,“ kata Retno.",
        "''Kami siap berunding,'' kata Retno.",
        "``Kami siap berunding,'' kata Retno.",
        "«Kami siap berunding,» kata Retno.",
        "‘Kami siap berunding,’ kata Retno.",
        "'Kami siap berunding,' kata Retno.",
        '“Kami siap berunding," kata Retno.',
        '"Kami siap berunding,” kata Retno.',
        "“ Kami siap berunding, ” kata Retno.",
        '"Kami siap berunding,"kata Retno.',
        '"Kami siap berunding, "katanya.',
        'Retno berkata:"Kami siap berunding,"',
    ],
)
def test_every_style_of_marks(text: str) -> None:
    """The words between the marks, the closing comma among them, the marks and spaces not."""
    assert found(text) == ["Kami siap berunding,"]


def test_quotation_split_by_its_cue_is_two() -> None:
    text = '"Kami siap," kata Retno, "asal mereka juga siap."'
    assert found(text) == ["Kami siap,", "asal mereka juga siap."]


def test_quotation_inside_a_quotation_stays_inside() -> None:
    assert found("\"Dia bilang 'pergi dari sini' kepada kami,\" kata Ali.") == [
        "Dia bilang 'pergi dari sini' kepada kami,"
    ]
    assert found('"Dia bilang "pergi dari sini" kepada kami," kata Ali.') == [
        'Dia bilang "pergi dari sini" kepada kami,'
    ]


def test_apostrophes_are_no_marks() -> None:
    assert found("Shalat Jum'at di masjid Ta'mir, kata Ja'far, berlangsung khidmat.") == []


def test_paragraphs_that_open_again() -> None:
    """Each paragraph of a long quotation opens anew, only the last one closes: no warning."""
    text = '"Kami datang dengan damai.\n"Kami pulang dengan damai," kata Ali.'
    assert found(text) == ["Kami datang dengan damai.", "Kami pulang dengan damai,"]
    assert all(q.closed for q in quotations(text))


def test_quotation_that_runs_over_a_line_break() -> None:
    text = '"Beras, obat\n dan tenda sudah siap," katanya.'
    assert found(text) == ["Beras, obat\n dan tenda sudah siap,"]


def test_mark_that_never_closes_ends_before_its_cue() -> None:
    """The cue tells where the words end; the next quotation is read as if nothing was wrong."""
    text = '"Kami akan datang, kata Budi. "Besok kami pulang," ujarnya.'
    assert found(text) == ["Kami akan datang,", "Besok kami pulang,"]
    assert [q.closed for q in quotations(text)] == [False, True]


def test_paragraph_that_lost_its_opening_mark() -> None:
    """A cue behind the closing mark tells that the words before it are quoted."""
    text = 'Kami datang," kata Budi. "Besok pulang," ujarnya.'
    assert found(text) == ["Kami datang,", "Besok pulang,"]
    assert [q.closed for q in quotations(text)] == [False, True]


def test_closing_mark_without_a_cue_is_passed_over() -> None:
    assert found('Layar 40" itu mahal. "Kami beli," kata Budi.') == ["Kami beli,"]


@pytest.mark.parametrize("mark", ['"', "“", "”", "''", "'", "«", "‘"])
def test_page_of_nothing_but_marks(mark: str) -> None:
    """Odd or even, spaced or not: read to the end, no span outside of the text."""
    for text in (mark * 20_001, f"{mark} " * 20_001, f"{mark}a " * 20_001):
        assert all(q.whole.end <= len(text) for q in quotations(text))


def test_nesting_ten_deep() -> None:
    text = (
        "".join(f'"kata{n} ' for n in range(10))
        + "inti"
        + '" akhir' * 10
        + '\n"Lalu ini," kata Ali.'
    )
    assert found(text)[-1] == "Lalu ini,"


@example('\n\'"’ ."a’')
@given(st.text(alphabet="\"“”'«» \nab,.", max_size=200))
def test_quotations_never_lie(text: str) -> None:
    """Whatever the marks: in order, apart from each other, words within their marks."""
    quoted = quotations(text)
    ends = [0, *(q.whole.end for q in quoted)]
    for end, quotation in zip(ends, quoted, strict=False):
        assert end <= quotation.whole.start
        assert quotation.whole.holds(quotation.words)
        assert quotation.words.of(text).strip() == quotation.words.of(text)
