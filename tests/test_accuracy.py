"""No layer reads worse than it did: floors on ../shared/gold, where that is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from kawat.evaluate import Evaluation, evaluate_folders, load_floors

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT.parent / "shared" / "gold"
pytestmark = pytest.mark.skipif(
    not GOLD.is_dir(), reason="../shared/gold is not here: no floor to hold"
)


@pytest.fixture(scope="module")
def measured() -> Evaluation:
    return evaluate_folders([GOLD / "seeds", GOLD / "dev"])


def test_no_layer_falls_below_its_floor(measured: Evaluation) -> None:
    """Only `kawat evaluate --lower-floors` lowers a floor; the commit says why."""
    floors = load_floors(ROOT / "tests" / "floors.toml", measured.gold.digest)
    assert set(floors.least) == {s.layer for s in measured.scores}
    assert not floors.broken(measured.scores)


def test_every_layer_finds_something(measured: Evaluation) -> None:
    assert {s.layer: s.hits > 0 for s in measured.scores} == dict.fromkeys(
        (s.layer for s in measured.scores), True
    )
