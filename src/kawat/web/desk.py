"""What every page and every call of the API works with: the record, and who may do what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, Request

from kawat.engine import Record
from kawat.intake.address import MayReach, is_public
from kawat.record.database import Database
from kawat.web.adding import Adder


@dataclass(frozen=True)
class Desk:
    """One served record. ``token`` is needed to write, and to read where ``private``."""

    record: Record
    database: Database
    name: str
    adder: Adder
    write: bool = False
    token: str | None = None
    private: bool = False
    may_reach: MayReach = is_public
    """which addresses a page may be fetched from"""


def _desk(request: Request) -> Desk:
    return cast(Desk, request.app.state.desk)


Served = Annotated[Desk, Depends(_desk)]
