"""The reader refuses a wrong order of layers, and its readings prove themselves."""

from __future__ import annotations

import pytest

from kawat.draft import Article
from kawat.engine import Reader
from kawat.errors import LayerOrderError, SpanError
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
