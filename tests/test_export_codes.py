"""The codes of other projects: complete for every type and mode that Kawat gives."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from kawat.export.acled import event_types
from kawat.export.codes import codes
from kawat.export.events import ExportedEvent, Participant
from kawat.export.gdelt import cameo, fips, global_id
from kawat.export.plover import coded
from kawat.export.polecat import COLUMNS
from kawat.export.rows import row
from kawat.reading import EventType
from kawat.timeline import Telling

PLOVER = Path(__file__).parent.parent.parent / "shared" / "plover" / "plover.json"
EVENT = ExportedEvent(
    id="a.v1", type="CONSULT", mode=None, status="happened", value="2017-02-07", day="2017-02-07",
    last_day="2017-02-07", dated=True, history=False, contexts=(), actors=(), recipients=(),
    place=None, located=None, topics=(),
    tellings=(Telling("a", "v1", "a.txt", None, "2017-02-08", "Mereka bertemu.", "bertemu"),),
    sources=1, killed=None, people=(), organizations=(), locations=(),
)  # fmt: skip


def event(type: str, mode: str | None = None, status: str = "happened") -> ExportedEvent:
    return replace(EVENT, type=type, mode=mode, status=status)


@pytest.mark.parametrize(
    ("type", "mode", "status", "expected"),
    [
        ("CONSULT", "visit", "planned", ("AGREE", None, ())),
        ("AID", None, "planned", ("AGREE", None, ())),
        ("RETREAT", "withdraw", "planned", ("CONCEDE", None, ())),
        ("ASSAULT", "aerial", "planned", ("ASSAULT", "aerial", ("future",))),
        ("CONSULT", None, "negated", ("CONSULT", None, ("negation",))),
        ("AGREE", None, "possible", ("AGREE", None, ("hypothetical",))),
        ("RETREAT", "ceasefire", "happened", ("RETREAT", "ceasefire", ())),
    ],
)
def test_plans_and_doubts_are_coded_by_plover_rules(
    type: str, mode: str | None, status: str, expected: tuple[object, ...]
) -> None:
    code = coded(event(type, mode, status))
    assert (code.type, code.mode, code.auxiliary) == expected


def test_every_type_and_mode_has_a_cameo_code_with_a_score() -> None:
    plover = codes("plover")
    for type in get_args(EventType):
        for mode in (None, *plover[type].get("modes", {})):
            code = cameo(event(type, mode))
            assert code in codes("cameo")["goldstein"], (type, mode)
    assert cameo(event("ASSAULT", status="planned")) is None
    assert cameo(event("CONSULT", status="planned")) == "036"
    assert all(code in codes("cameo")["goldstein"] for code in codes("cameo")["planned"].values())


def test_an_attack_on_civilians_is_told_from_a_battle() -> None:
    civilians = Participant("warga", "group", "SYR", "CVL", None, "warga")
    army = Participant("Militer Suriah", "organization", "SYR", "MIL", None, "militer")
    hit = replace(event("ASSAULT"), recipients=(civilians,))
    assert event_types(hit) == ("Violence against civilians", "Attack")
    assert event_types(replace(hit, recipients=(army,))) == ("Battles", "Armed clash")
    assert event_types(event("ASSAULT", "aerial")) == (
        "Explosions/Remote violence", "Air/drone strike",
    )  # fmt: skip
    assert event_types(event("CONSULT")) is None


def test_a_cell_never_breaks_its_row() -> None:
    assert row(["a\tb\nc", None, "", 0], missing="None") == "a b c\tNone\tNone\t0\n"


def test_an_id_is_a_number_of_its_own() -> None:
    assert global_id("a.v1") == global_id("a.v1") != global_id("a.v2")
    assert global_id("a.v1") < 2**63


@pytest.mark.skipif(not PLOVER.exists(), reason="../shared/plover is not here")
def test_the_codes_are_those_of_the_manual() -> None:
    plover = json.loads(PLOVER.read_text(encoding="utf-8"))
    assert list(COLUMNS) == plover["polecat_columns"]
    for type, entry in plover["types"].items():
        ours = codes("plover")[type]
        assert (ours["quad"], ours["score"]) == (entry["quad"], entry["score"])
        assert ours.get("modes", {}) == entry.get("mode_scores", {})


def test_countries_have_their_fips_codes() -> None:
    """Which are often not the ISO ones."""
    assert [fips(code) for code in ("SYR", "RUS", "DEU", "XYZ")] == ["SY", "RS", "GM", None]
