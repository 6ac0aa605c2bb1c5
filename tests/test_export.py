"""Each export keeps its format's schema, holds the very words, and is the same on every run."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import jsonschema
import networkx
import pyarrow.parquet
import pytest
from followthemoney import model

from command_line import kawat
from kawat import Record
from kawat.errors import OutputError, UsageError
from kawat.export import acled, gdelt, polecat
from kawat.export.formats import FormatName
from kawat.export.tables import TABLES

EXAMPLES = Path(__file__).parent.parent / "examples"
FOLDERS = ("csv", "parquet")
NAMES: tuple[str, ...] = get_args(FormatName)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    record = Record(tmp_path_factory.mktemp("export") / "contoh.kawat")
    record.add([EXAMPLES])
    return record


@pytest.fixture(scope="module")
def out(record: Record, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every export of the examples, each under its format's name."""
    folder = tmp_path_factory.mktemp("out")
    for name in NAMES:
        record.export(name, folder / name)
    return folder


def objects(file: Path) -> list[dict[str, Any]]:
    found = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert found
    return found


def rows(file: Path, columns: tuple[str, ...], *, header: bool) -> list[dict[str, str]]:
    """Return the rows of a tab-separated file; each has every column."""
    lines = [line.split("\t") for line in file.read_text(encoding="utf-8").split("\n")[:-1]]
    if header:
        assert tuple(lines.pop(0)) == columns
    assert lines
    return [dict(zip(columns, cells, strict=True)) for cells in lines]


def test_plover_keeps_its_schema_and_every_event(record: Record, out: Path) -> None:
    schema = json.loads(files("kawat.export.codes").joinpath("plover.schema.json").read_text())
    events = objects(out / "plover")
    validator = jsonschema.Draft202012Validator(schema)
    assert [error.message for event in events for error in validator.iter_errors(event)] == []
    assert len({event["id"] for event in events}) == len(events) == len(record.timeline())


def test_polecat_has_its_forty_columns(out: Path) -> None:
    found = rows(out / "polecat", polecat.COLUMNS, header=True)
    assert len(polecat.COLUMNS) == 40
    assert all(cell for row in found for cell in row.values()), "what is missing is None"
    quads = {"VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"}
    assert {row["Quad Code"] for row in found} <= quads
    assert all(-10 <= float(row["Intensity"]) <= 10 for row in found)
    assert len({row["Event ID"] for row in found}) == len(found)
    assert any("; " in row["Actor Name"] for row in found)
    town = next(row for row in found if row["Placename"] == "Sochi")
    assert (town["City"], town["Country"], town["GeoNames ID"]) == ("Sochi", "RUS", "491422")
    assert (float(town["Latitude"]), float(town["Longitude"])) == pytest.approx(
        (43.6, 39.73), abs=0.1
    )


def test_gdelt_has_its_columns_and_codes(out: Path) -> None:
    found = rows(out / "gdelt", gdelt.COLUMNS, header=False)
    assert len(gdelt.COLUMNS) == 61
    for row in found:
        assert re.fullmatch(r"(0[3-9]|1\d|20)\d{1,2}", row["EventCode"])
        assert row["EventCode"].startswith(row["EventBaseCode"])
        assert row["EventBaseCode"].startswith(row["EventRootCode"])
        assert row["QuadClass"] in "1234"
        assert -10 <= float(row["GoldsteinScale"]) <= 10
        assert re.fullmatch(r"\d{8}", row["SQLDATE"])
        assert int(row["NumSources"]) <= int(row["NumArticles"])
    assert len({int(row["GLOBALEVENTID"]) for row in found}) == len(found)


def test_acled_has_what_it_codes_and_nothing_else(out: Path) -> None:
    found = rows(out / "acled", acled.COLUMNS, header=True)
    assert {row["time_precision"] for row in found} <= {"1", "2", "3"}
    assert {row["event_type"] for row in found} <= {
        "Battles", "Explosions/Remote violence", "Violence against civilians", "Riots",
        "Protests", "Strategic developments",
    }  # fmt: skip
    assert any(int(row["fatalities"]) > 0 for row in found)
    assert all(row["notes"] for row in found)


def test_followthemoney_takes_every_entity(out: Path) -> None:
    """The library of the format itself validates them, and every reference leads somewhere."""
    entities = objects(out / "ftm")
    known = {entity["id"] for entity in entities}
    assert len(known) == len(entities)
    assert {"Person", "Article", "Event", "Mention"} <= {entity["schema"] for entity in entities}
    for entity in entities:
        proxy = model.get_proxy(entity, cleaned=False)
        assert proxy.schema.validate(entity) is None
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert value in known


def test_graphml_is_a_network_of_actors(out: Path) -> None:
    graph = networkx.read_graphml(out / "graphml")
    assert graph.is_directed()
    assert graph.number_of_edges() > 5
    assert all(data["events"] >= 1 for *_, data in graph.edges(data=True))
    assert {data["kind"] for _, data in graph.nodes(data=True)} >= {"person", "country"}


def test_citron_quotes_hold_the_very_words(out: Path) -> None:
    documents = objects(out / "citron")
    spans = [span for doc in documents for span in _spans(doc["quotes"], doc["text"])]
    assert len(spans) > 20
    assert all(text[span["start"] : span["end"]] == span["text"] for span, text in spans)
    for quote in (quote for doc in documents for quote in doc["quotes"]):
        assert set(quote) == {"id", "cue", "sources", "contents", "coreferences"}
        assert quote["contents"]


def _spans(value: Any, text: str) -> Iterator[tuple[dict[str, Any], str]]:
    if isinstance(value, list):
        for item in value:
            yield from _spans(item, text)
    elif isinstance(value, dict):
        if set(value) == {"start", "end", "text"}:
            yield value, text
        else:
            yield from _spans(list(value.values()), text)


@pytest.mark.parametrize("name", TABLES)
def test_tables_are_the_same_in_csv_and_parquet(out: Path, name: str) -> None:
    """Column by column and row by row, with the types of the columns."""
    with (out / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        written = list(csv.DictReader(file))
    table = pyarrow.parquet.read_table(out / "parquet" / f"{name}.parquet")
    assert written
    assert table.column_names == list(written[0]) == list(TABLES[name].columns)
    assert [_plain(row) for row in table.to_pylist()] == [_plain(row) for row in written]


def _plain(row: dict[str, Any]) -> dict[str, str]:
    """Return a row's cells as words; whole numbers without a point."""
    truths = {True: "true", False: "false", None: ""}
    cells = {k: truths[v] if v is None or isinstance(v, bool) else str(v) for k, v in row.items()}
    return {k: v.removesuffix(".0") for k, v in cells.items()}


def test_tables_lead_to_one_another(out: Path) -> None:
    tables = {
        name: pyarrow.parquet.read_table(out / "parquet" / f"{name}.parquet").to_pylist()
        for name in TABLES
    }
    events = {row["event"] for row in tables["events"]}
    articles = {row["article"] for row in tables["articles"]}
    assert len(events) == len(tables["events"])
    assert {row["event"] for name in ("tellings", "parties") for row in tables[name]} <= events
    for name in ("tellings", "statements", "figures"):
        assert {row["article"] for row in tables[name]} <= articles


def test_every_export_is_the_same_whatever_the_order_of_adding(out: Path, tmp_path: Path) -> None:
    """Byte for byte, ids and all."""
    other = Record(tmp_path / "lain.kawat")
    for file in sorted(EXAMPLES.glob("*[!d]"), reverse=True):  # all but README.md
        other.add([file])
    again = tmp_path / "out"
    again.mkdir()
    for name in NAMES:
        other.export(name, again / name)
        for file in sorted((out / name).iterdir()) if name in FOLDERS else [out / name]:
            twin = again / file.relative_to(out)
            assert twin.read_bytes() == file.read_bytes(), name


def test_a_part_is_what_the_timeline_selects(record: Record, tmp_path: Path) -> None:
    asked = {"about": "Turki", "until": "2016-12"}
    record.export("plover", tmp_path / "turki.jsonl", **asked)
    events = objects(tmp_path / "turki.jsonl")
    assert len(events) == len(record.timeline(**asked)) < len(record.timeline())


def test_the_command_tells_what_a_format_has_no_place_for(record: Record, tmp_path: Path) -> None:
    done = kawat("export", str(record.where), "polecat", "-o", tmp_path / "contoh.tsv")
    assert (done.returncode, done.stdout) == (0, "")
    assert re.fullmatch(
        r"note: polecat has no place for: (\d+ (negated|possible)(, )?)+\n", done.stderr
    )
    printed = kawat("export", str(record.where), "polecat")
    assert printed.stdout == (tmp_path / "contoh.tsv").read_text(encoding="utf-8")


def test_what_cannot_be_written_is_told_and_leaves_nothing(record: Record, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no format 'sql'; take one of plover"):
        record.export("sql", tmp_path / "x")
    with pytest.raises(UsageError, match="csv is several files; name a folder with -o"):
        record.export("csv", "-")
    with pytest.raises(OutputError, match=r"can't be written: No such file.*; look at the"):
        record.export("plover", tmp_path / "tidak" / "ada.jsonl")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError, match="can't be written"):
        record.export("plover", tmp_path / "folder")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]
