"""From bytes to text, without ever guessing in silence.

The order: an encoding that was named; a byte order mark (UTF-8, -16, -32); strict UTF-8; and
only then a detection among :data:`CANDIDATES`, which is always told with its confidence.
Nothing but a byte order mark is taken away: line ends stay as they are.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field
from io import BufferedReader, RawIOBase
from typing import TYPE_CHECKING

from kawat.errors import BrokenInput, UnknownEncoding, UnknownFormat, UsageError
from kawat.intake.problems import Problem, note

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MARKS = (  # the longer mark first: UTF-32 LE begins with the mark of UTF-16 LE
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

CANDIDATES = ("cp1252", "mac_roman")
"""What Indonesian that is not UTF-8 is written in: Windows Western, and old Macintosh.

Other 8-bit encodings differ from these in letters that Indonesian does not use, so a detector
that may choose freely takes a Central European or Baltic one for any page with curly quotes.
"""

HALF_A_MARK = b"\xe2\x80"
"""How dashes and curly quotes begin in UTF-8; in no candidate do these two make sense."""

LEAST_CONFIDENCE = 0.8
"""Below this share of ordinary characters the detection is not trusted."""

NAME_IT = "name it with --encoding, or save the file as UTF-8"


def check_encoding(name: str) -> None:
    """Raise UsageError for an encoding of text that Python does not know."""
    try:
        "".encode(name)
    except LookupError as error:  # also raised for codecs that are none of text, such as hex
        fix = "give a name such as utf-8, cp1252 or utf-16"
        raise UsageError(f"no encoding is called {name!r}", fix=fix) from error


@dataclass
class Decoder:
    """Decodes one input, all of it or line by line; one input has one encoding.

    ``encoding`` is the one that was named, if any; ``detected`` the one found, once needed;
    ``notes`` gathers what is to be told of it.
    """

    encoding: str | None = None
    detected: str | None = None
    notes: list[Problem] = field(default_factory=list)

    def decode(self, data: bytes, where: str) -> str:
        """Return the text; an encoding that had to be detected is told in :attr:`notes`.

        Raises UnknownEncoding, UnknownFormat (bytes that are no text) or BrokenInput (UTF-8
        that is damaged in places).
        """
        if self.encoding:
            return _named(data, self.encoding, where)
        for mark, name in MARKS:
            if data.startswith(mark):
                return _named(data[len(mark) :], name, where)
        refuse_binary(data, where)
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as error:
            refuse_damaged_utf8(data, error, where)
        if self.detected is None:
            self.detected, confidence = detect(data, where)
            what = f"is not UTF-8; read as {self.detected} (confidence {confidence:.0%})"
            fix = "name the encoding with --encoding if that is wrong"
            self.notes.append(note("encoding", what, where=where, fix=fix))
        return _named(data, self.detected, where)

    def lined(self, stream: BufferedReader, name: str) -> BufferedReader:
        """Return the stream with line ends of one byte: UTF-16 and UTF-32 become UTF-8."""
        head = stream.peek(4)
        wide = next((code for mark, code in MARKS if head.startswith(mark)), self.encoding) or ""
        if codecs.lookup(wide or "utf-8").name[:6] not in ("utf-16", "utf-32"):
            return stream
        self.encoding = "utf-8"
        return BufferedReader(_Recoded(stream, wide, name))


class _Recoded(RawIOBase):
    """A stream in one encoding, read as UTF-8."""

    def __init__(self, stream: BufferedReader, encoding: str, name: str) -> None:
        self.stream, self.left = stream, b""
        self.encoding, self.where = encoding, name
        self.decoder = codecs.getincrementaldecoder(encoding)()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        room = memoryview(buffer).cast("B")
        while not self.left:
            data = self.stream.read(len(room))
            try:
                self.left = self.decoder.decode(data, final=not data).encode()
            except UnicodeError as error:
                self.decoder.reset()  # asked again, it goes on behind what does not fit
                what = f"is not {self.encoding} throughout"
                raise BrokenInput(what, where=self.where, fix=NAME_IT) from error
            if not data:
                break
        taken, self.left = self.left[: len(room)], self.left[len(room) :]
        room[: len(taken)] = taken
        return len(taken)


def _named(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        what = f"is not {encoding}: byte {error.start} ({data[error.start]:#04x}) does not fit"
        raise UnknownEncoding(what, where=where, fix=NAME_IT) from error


def refuse_binary(data: bytes, where: str) -> None:
    """Raise for bytes that are no 8-bit text: they hold a NUL."""
    nul = data.find(b"\0")
    if nul < 0:
        return
    sample = data[:4096]
    for offset, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        if sample[offset::2].count(0) > 0.4 * len(sample) / 2 > sample[1 - offset :: 2].count(0):
            what = f"looks like {name} without a byte order mark"
            raise UnknownEncoding(what, where=where, fix=f"if so, give --encoding {name}")
    what = f"is not text: byte {nul} is a NUL"
    raise UnknownFormat(what, where=where, fix="give the article's text, not the file it came in")


def refuse_damaged_utf8(data: bytes, error: UnicodeDecodeError, where: str) -> None:
    """Raise for bytes that are UTF-8 but for some damage; another encoding would garble them."""
    wrong = data.decode("utf-8", "replace").count("\ufffd")
    beyond_ascii = sum(1 for byte in data if byte >= 0xC0)
    ends_early = error.end == len(data) and error.reason == "unexpected end of data"
    half_a_mark = data[error.start : error.start + 2] == HALF_A_MARK
    if ends_early and error.start > 0:
        what = f"breaks off in the middle of a character, at byte {error.start}"
    elif beyond_ascii > 2 * wrong or half_a_mark:
        what = f"is UTF-8, but damaged at byte {error.start}"
    else:
        return
    fix = "mend it, or name another encoding with --encoding"
    raise BrokenInput(what, where=where, fix=fix) from error


def detect(data: bytes, where: str) -> tuple[str, float]:
    """Return the likeliest of the candidates and how ordinary the text is in it (0 to 1)."""
    from charset_normalizer import from_bytes

    found = from_bytes(
        data,
        threshold=1 - LEAST_CONFIDENCE,
        cp_isolation=list(CANDIDATES),
        enable_fallback=False,
    ).best()
    if found is None:
        raise UnknownEncoding("fits no encoding well enough", where=where, fix=NAME_IT)
    return found.encoding, 1 - found.chaos
