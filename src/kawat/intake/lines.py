"""Lines of a stream in bounded memory."""

from __future__ import annotations

from io import BufferedReader
from typing import Self

from kawat.errors import OversizedInput
from kawat.intake.encoding import Decoder
from kawat.intake.limits import LINE_BYTES


class Lines:
    """The decoded lines of a stream, line ends kept; at most :data:`LINE_BYTES` at a time.

    An iterator that outlives its errors: a line that is too long or can't be decoded raises,
    and asking again gives the line after it. ``number`` counts from 1.
    """

    def __init__(self, stream: BufferedReader, name: str, decoder: Decoder) -> None:
        self.stream, self.name, self.decoder = stream, name, decoder
        self.number = 0

    def __iter__(self) -> Self:
        """Return itself."""
        return self

    def __next__(self) -> str:
        """Return the next line."""
        line = self.stream.readline(LINE_BYTES + 1)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) > LINE_BYTES:
            self._skip(line)
            what = f"is over the limit of {LINE_BYTES // 2**20} MiB for one line"
            raise OversizedInput(what, where=self.where, fix="give each article its own line")
        return self.decoder.decode(line, self.where)

    @property
    def where(self) -> str:
        """The input's name and the number of the line just read."""
        return f"{self.name}:{self.number}"

    def _skip(self, line: bytes) -> None:
        while line and not line.endswith(b"\n"):
            line = self.stream.readline(LINE_BYTES)
