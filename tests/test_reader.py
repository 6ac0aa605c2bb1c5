"""The reader refuses a wrong order of layers, and its readings prove themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from kawat import engine
from kawat.draft import Article, Draft, Layer
from kawat.engine import Reader
from kawat.errors import LayerOrderError, SpanError
from kawat.intake.problems import Problem
from kawat.layers import ORDER
from kawat.reading import Reading


def test_a_wrong_order_names_the_layer_to_move() -> None:
    moved = (*ORDER[1:], ORDER[0])
    with pytest.raises(LayerOrderError, match="needs 'furniture'; put 'furniture' before it"):
        Reader(moved)


def test_a_reading_survives_its_json_and_refuses_another_text() -> None:
    reading = Reader().read(Article("Rusia dan Turki sepakat.", "a.txt"))
    assert Reading.from_json(reading.to_json(), reading.text) == reading
    with pytest.raises(SpanError, match="sha256"):
        Reading.from_json(reading.to_json(), "Teks lain.")


def test_an_article_that_breaks_a_layer_is_one_problem_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The problem names the layer, the article and the cause."""

    def run(draft: Draft) -> None:
        if "meledak" in draft.text:
            raise IndexError("list index out of range")

    fragile = Layer("fragile", frozenset(), frozenset(), run)
    monkeypatch.setattr("kawat.engine.reading.reader", lambda: Reader((fragile, *ORDER)))
    for name, text in (("a.txt", "Gudang meledak."), ("b.txt", "Putin bertemu Erdogan di Sochi.")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    broken, whole = engine.readings([tmp_path])
    assert isinstance(broken, Problem)
    assert "'fragile' failed: IndexError" in broken.what
    assert broken.where.endswith("a.txt")
    assert isinstance(whole, Reading)
