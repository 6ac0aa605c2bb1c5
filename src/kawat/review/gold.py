"""Gold from judgments: articles that a reviewer judged wholly, as files for ``kawat evaluate``.

What the reviewer judged wrong is taken out, what analysts rejected too, and what they corrected
of an event stands in its article as corrected.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kawat.errors import OutputError, UsageError
from kawat.reading import Event, Reading, TimeRef
from kawat.record.claims import JUDGED_WHOLLY, claims_of
from kawat.record.database import Database
from kawat.record.decisions import standing
from kawat.record.judgments import Judgment, article_named, judgments
from kawat.record.names import name_key
from kawat.record.telling import SHORT_ID
from kawat.review.sample import verdicts

SUFFIX = ".gold.json"
"""How a gold reading's file is called beside the text's, which ends in ``.txt``."""

Corrections = dict[str, list[tuple[str, str]]]
"""Event id → fields and values, the last word last."""


@dataclass
class Exported:
    """What was written (the names of articles), and what was not, each article with its reason."""

    written: list[str] = field(default_factory=list)
    left_out: dict[str, str] = field(default_factory=dict)


def export_gold(database: Database, out: Path, *, reviewer: str | None = None) -> Exported:
    """Write NAME.txt and NAME.gold.json of each article that the reviewer judged wholly.

    That is: every event, statement, figure and entity is right or wrong, and nothing is missing.
    Without a name it is the only reviewer of the record. :class:`UsageError` where there is none
    or several, :class:`OutputError` where nothing can be written.
    """
    with database.reading() as connection:
        everything = judgments(connection)
        reviewer = reviewer or _only_reviewer(everything)
        of_article: dict[str, list[Judgment]] = {}
        for judgment in everything:
            if judgment.author == reviewer:
                of_article.setdefault(judgment.article, []).append(judgment)
        if not of_article:
            raise UsageError(f"{reviewer!r} has judged nothing", fix="judge at /review/sample")
        stands = standing(connection)
        exported = Exported()
        for id, judged in sorted(of_article.items()):
            number, reading = article_named(connection, id)
            known = verdicts(judged, reviewer)
            rejected = {event for article, event in stands.rejected if article == number}
            corrections = {
                event: list(values)
                for (article, event), values in stands.corrections.items()
                if article == number
            }
            try:
                gold = gold_of(reading, known, rejected, corrections)
            except UsageError as error:
                exported.left_out[id[:SHORT_ID]] = error.what
            else:
                _write(out, gold)
                exported.written.append(id[:SHORT_ID])
    return exported


def gold_of(
    reading: Reading, known: dict[str, Judgment], rejected: set[str], corrections: Corrections
) -> Reading:
    """Return the reading without what is wrong, and with its events as they were corrected.

    ``known`` are the reviewer's judgments by record. :class:`UsageError` where the article is not
    judged wholly, something is missing from it, or a correction names nobody of the article.
    """
    wanted = [claim.id for claim in claims_of(reading) if claim.layer in JUDGED_WHOLLY]
    verdict = {id: known[id].verdict for id in wanted if id in known}
    open_ones = [id for id in wanted if verdict.get(id, "unsure") == "unsure"]
    if open_ones:
        raise UsageError(f"not judged, or unsure: {', '.join(open_ones)}")
    if verdict["all"] == "wrong":
        raise UsageError("something is missing from its reading")
    wrong = {id for id, said in verdict.items() if said == "wrong"} - corrections.keys()
    wrong |= rejected
    wrong |= {id for id, judgment in known.items() if judgment.verdict == "wrong" and id[0] == "w"}
    events = [_corrected(e, reading, corrections.get(e.id, [])) for e in reading.events]
    warnings = [w for n, w in enumerate(reading.warnings, 1) if f"w{n}" not in wrong]
    parts = {
        "entities": [e for e in reading.entities if e.id not in wrong],
        "statements": [_without(s, wrong) for s in reading.statements if s.id not in wrong],
        "events": [_without(e, wrong) for e in events if e.id not in wrong],
        "figures": [_without(f, wrong) for f in reading.figures if f.id not in wrong],
        "warnings": warnings,
    }
    kept = {name: tuple(records) for name, records in parts.items()}
    return Reading(**{**_fields(reading), **kept})


def _only_reviewer(judged: list[Judgment]) -> str:
    reviewers = sorted({judgment.author for judgment in judged})
    if len(reviewers) == 1:
        return reviewers[0]
    what = f"{len(reviewers)} reviewers judged: {', '.join(reviewers)}" if reviewers else ""
    raise UsageError(what or "nobody has judged anything yet", fix="name one with --by")


def _corrected(event: Event, reading: Reading, corrections: Iterable[tuple[str, str]]) -> Event:
    """Return the event with its corrections, in the ids of its reading."""
    ids = {name_key(entity.name): entity.id for entity in reading.entities}

    def id_of(name: str) -> str:
        if name_key(name) not in ids:
            raise UsageError(f"{event.id} was corrected to {name!r}, whom the article has not")
        return ids[name_key(name)]

    for field_name, value in corrections:
        new: Any = value or None
        if field_name == "day":
            refs = {time.value: time.id for time in reading.times}
            event = event.model_copy(update={"time": TimeRef(value=value, ref=refs.get(value))})
            continue
        if field_name in ("actors", "recipients"):
            new = tuple(id_of(name) for part in value.split(";") if (name := part.strip()))
        elif field_name == "place" and value:
            new = id_of(value)
        event = event.model_copy(update={field_name: new})
    return event


def _without(record: Any, wrong: set[str]) -> Any:
    """Return a record that names nobody who was judged wrong."""
    changes: dict[str, Any] = {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name not in ("id", "triggers", "span", "cue"):
            if isinstance(value, tuple) and wrong & set(value):
                changes[name] = tuple(one for one in value if one not in wrong)
            elif isinstance(value, str) and value in wrong:
                changes[name] = None
    return record.model_copy(update=changes)


def _fields(reading: Reading) -> dict[str, Any]:
    return {
        name: getattr(reading, name) for name in type(reading).model_fields if name != "schema_"
    }


def _write(out: Path, gold: Reading) -> None:
    name = gold.article.id[:SHORT_ID]
    try:
        out.mkdir(parents=True, exist_ok=True)
        (out / f"{name}{SUFFIX}").write_text(gold.to_json() + "\n", encoding="utf-8")
        with (out / f"{name}.txt").open("w", encoding="utf-8", newline="") as file:
            file.write(gold.text)
    except OSError as error:
        fix = "name a folder that you may write"
        raise OutputError(f"can't be written: {error}", where=str(out), fix=fix) from error
