"""Bytes become the text they were written as, or an error; never a silent guess."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.errors import BrokenInput, UnknownEncoding, UsageError
from kawat.intake import Settings
from kawat.intake.encoding import MARKS, Decoder

TEXT = "“Kami mendukung gencatan senjata – penuh,” kata Menlu José di Málaga.\r\n"


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_utf8_comes_back_as_written(text: str) -> None:
    decoder = Decoder()
    assert decoder.decode(text.encode(), "a.txt") == text.removeprefix("\ufeff")
    assert decoder.notes == []


@pytest.mark.parametrize("mark, encoding", MARKS)
def test_a_byte_order_mark_tells_the_encoding_and_is_no_text(mark: bytes, encoding: str) -> None:
    decoder = Decoder()
    assert decoder.decode(mark + TEXT.encode(encoding), "a.txt") == TEXT
    assert decoder.notes == []


def test_another_encoding_is_told_with_its_confidence_once() -> None:
    decoder = Decoder()
    assert decoder.decode(TEXT.encode("cp1252"), "a.txt") == TEXT
    assert decoder.decode("Málaga".encode("cp1252"), "a.txt") == "Málaga"
    (told,) = decoder.notes
    assert (told.level, told.code) == ("note", "encoding")
    assert "read as cp1252 (confidence 1" in told.what


def test_bytes_that_fit_nothing_are_refused_with_the_way_out() -> None:
    noise = bytes(range(0x80, 0xC0)) * 20
    with pytest.raises(UnknownEncoding, match="--encoding"):
        Decoder().decode(noise, "a.txt")


def test_utf16_without_a_mark_is_named_not_guessed() -> None:
    with pytest.raises(UnknownEncoding, match="if so, give --encoding utf-16-le"):
        Decoder().decode(TEXT.encode("utf-16-le"), "a.txt")
    assert Decoder("utf-16-le").decode(TEXT.encode("utf-16-le"), "a.txt") == TEXT


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ((TEXT + "“").encode()[:-1], "breaks off in the middle of a character, at byte"),
        ((TEXT + "kata dia").encode().replace(b"kata dia", b"kata \x93dia"), "damaged at byte"),
    ],
)
def test_damaged_utf8_is_refused_rather_than_garbled(data: bytes, words: str) -> None:
    with pytest.raises(BrokenInput, match=words):
        Decoder().decode(data, "a.txt")


def test_a_named_encoding_must_exist_and_fit() -> None:
    with pytest.raises(UsageError, match="no encoding is called 'utf-9'"):
        Settings(encoding="utf-9")
    with pytest.raises(UnknownEncoding, match="is not ascii: byte"):
        Decoder("ascii").decode(TEXT.encode(), "a.txt")


def test_a_table_in_utf16_is_read_by_its_lines(tmp_path: Path) -> None:
    """As spreadsheets save "Unicode text"."""
    from kawat.draft import Article
    from kawat.intake import articles

    path = tmp_path / "tabel.tsv"
    path.write_bytes(
        codecs.BOM_UTF16_LE + "judul\tteks\r\nA\tSuriah – damai\r\n".encode("utf-16-le")
    )
    assert [a.text for a in articles([path]) if isinstance(a, Article)] == ["Suriah – damai"]
