"""What every section is made with: the record as known on the day, the words, the sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from kawat.brief.events import Known
from kawat.brief.model import BriefLine, Group, Section, SectionName
from kawat.brief.sources import Sources
from kawat.brief.wording import Wording
from kawat.record.scope import Scope
from kawat.timeline import Line


@dataclass
class Builder:
    """Makes the lines of a brief; ``where`` is the record as the user names it."""

    connection: Connection
    scope: Scope
    known: Known
    sources: Sources
    words: Wording
    where: str
    asked: str

    def event(self, line: Line, when: str | None = None) -> BriefLine:
        """Return the line of an event, with the sentence of its first telling."""
        text = self.words.event(line)
        negated = line.status == "negated"
        return BriefLine(
            text=self.words("line", "not", text=text) if negated else text,
            when=when or self.words.when(line.day, dated=line.dated),
            state="missed" if negated else None,
            quotes=(self.sources.quote(line.tellings[0]),),
            sources=self.sources.cited(line.tellings),
            independent=line.sources,
            id=line.id,
        )

    def section(
        self,
        name: SectionName,
        groups: Iterable[tuple[str, Sequence[BriefLine]]],
        rest: int = 0,
        see: str | None = None,
        note: str | None = None,
        *,
        many: bool = False,
    ) -> Section:
        """Return a section; ``see`` is the command, without ``kawat`` and the record."""
        full = tuple(Group(heading, tuple(lines)) for heading, lines in groups if lines)
        empty = None if full else self.words("empty", name)
        title, command = self.words("section", name), self._command(see)
        return Section(name, title, full, max(0, rest), many, command, note or empty)

    def _command(self, see: str | None) -> str | None:
        if see is None:
            return None
        command, *options = see.split(" ", 1)
        return " ".join(["kawat", command, _quoted(self.where), *options])

    def about(self, option: str = "--about") -> str:
        """Return the options that ask a command for the same subject and day."""
        day = f" --as-of {self.scope.day.isoformat()}" if self.scope.day else ""
        return f"{option} {_quoted(self.asked)}{day}"

    def until(self) -> str:
        """Return the options that ask the timeline for the same subject, up to the day."""
        day = f" --until {self.scope.day.isoformat()}" if self.scope.day else ""
        conflict = self.scope.conflict
        subject = f"--conflict {conflict.key}" if conflict else f"--about {_quoted(self.asked)}"
        return f"{subject}{day}"


def _quoted(words: str) -> str:
    return f'"{words}"' if " " in words else words
