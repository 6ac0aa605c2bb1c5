"""The tables of a record.

An article's ``number`` is the record's own key and differs with the order of adding; its ``id``
(the sha256 of its text) does not, and is the one that views show. A *telling* is one article's
account of one event: an ``Event`` of its reading. Offsets are Unicode code points of the kept
text. Days are the first and last that a TIMEX3 value covers.

Everything but texts, addresses, decisions, judgments, problems and runs follows from the readings
(:mod:`kawat.record.rows`).
"""

from __future__ import annotations

from kawat.record.tables.actors import (
    FormRow,
    LikenessRow,
    NameRow,
    SignRow,
    UnsettledRow,
)
from kawat.record.tables.agreements import HorizonRow, StageRow
from kawat.record.tables.articles import (
    AddressRow,
    ArticleRow,
    CitationRow,
    FormerReadingRow,
    ProblemRow,
    ReadingRow,
    RunRow,
)
from kawat.record.tables.base import Packed, Row
from kawat.record.tables.conflicts import ConflictRow
from kawat.record.tables.decisions import AnchorRow, DecisionRow
from kawat.record.tables.entities import EntityRow
from kawat.record.tables.events import LinkRow, PartyRow, TellingRow
from kawat.record.tables.figures import FigureRow
from kawat.record.tables.listing import EventRow, SubjectRow, SubjectWordRow, UnlistedRow
from kawat.record.tables.review import JudgmentRow, WarningRow
from kawat.record.tables.search import PassageRow, UnsearchedRow
from kawat.record.tables.statements import StatementRow, VoiceRow

__all__ = [
    "AddressRow",
    "AnchorRow",
    "ArticleRow",
    "CitationRow",
    "ConflictRow",
    "DecisionRow",
    "EntityRow",
    "EventRow",
    "FigureRow",
    "FormRow",
    "FormerReadingRow",
    "HorizonRow",
    "JudgmentRow",
    "LikenessRow",
    "LinkRow",
    "NameRow",
    "Packed",
    "PartyRow",
    "PassageRow",
    "ProblemRow",
    "ReadingRow",
    "Row",
    "RunRow",
    "SignRow",
    "StageRow",
    "StatementRow",
    "SubjectRow",
    "SubjectWordRow",
    "TellingRow",
    "UnlistedRow",
    "UnsearchedRow",
    "UnsettledRow",
    "VoiceRow",
    "WarningRow",
]
