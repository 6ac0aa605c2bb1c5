"""What is in dispute: events on which articles contradict each other, each side with its words."""

from __future__ import annotations

from kawat.brief.builder import Builder
from kawat.brief.model import BriefLine, Section

DISPUTES = 5


def disputes(builder: Builder) -> Section:
    """Return what articles known on the day contradict each other on."""
    lines: list[BriefLine] = []
    return builder.section("disputes", [("", lines)], 0, "disputes")
