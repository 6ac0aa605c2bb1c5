"""Every error that Kawat raises.

::

    KawatError
    ├── UsageError            the call itself is wrong (exit code 2)
    ├── InputError            an input could not be read
    │   ├── MissingInput      nothing is at that path
    │   ├── EmptyInput        there is no text in it
    │   ├── UnknownEncoding   its bytes fit no encoding well enough
    │   ├── UnknownFormat     it is not what its name says, or not text at all
    │   ├── BrokenInput       it breaks off or breaks its own format
    │   ├── OversizedInput    it is over a stated limit
    │   ├── RefusedAddress    an address that may not be asked
    │   └── UnreachableAddress  nobody answers there, in time or well
    ├── ReadingError          a reading that would break its own promises
    │   ├── SpanError         a span that does not hold the words it claims
    │   ├── IdError           an id that is doubled, or leads nowhere
    │   ├── LayerFailed       a layer broke on an article; the cause is its ``__cause__``
    │   └── WorkerDied        the process that read an article died, twice
    ├── LexiconError          an entry of the lexicon that can't be used
    ├── ModelError            the language model is missing or not the one expected
    ├── LayerOrderError       a layer asks for what no earlier layer gives
    ├── JobsError             processes that read can't be started
    ├── OutputError           what was made can't be written
    └── RecordError           a record can't be opened, read or written
        ├── RecordUnwritable  no room, no right, or locked by another
        └── RecordMismatch    it is no record, or of another version of Kawat
"""

from __future__ import annotations


class KawatError(Exception):
    """An error that says what went wrong, where, and what to do about it.

    The three parts are kept apart so that the command line, the log and the API can lay them
    out in their own way.
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", fix: str = "") -> None:
        self.what, self.where, self.fix = what, where, fix
        super().__init__(self.line())

    def line(self) -> str:
        """All three parts in one line: ``where: what; fix``."""
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}; {self.fix}" if self.fix else head

    def __reduce__(self) -> tuple[object, ...]:
        """Keep all parts when the error crosses to another process."""
        return (_rebuild, (type(self), self.what, self.where, self.fix))


def _rebuild(kind: type[KawatError], what: str, where: str, fix: str) -> KawatError:
    return kind(what, where=where, fix=fix)


class UsageError(KawatError):
    """The call itself is wrong."""

    exit_code = 2


class InputError(KawatError):
    """An input could not be read."""


class MissingInput(InputError):
    """Nothing is at that path."""


class EmptyInput(InputError):
    """There is no text in the input."""


class UnknownEncoding(InputError):
    """The bytes fit no encoding well enough to trust it."""


class UnknownFormat(InputError):
    """The input is not what its name says, or not text at all."""


class BrokenInput(InputError):
    """The input breaks off, or breaks its own format."""


class OversizedInput(InputError):
    """The input is over a stated limit."""


class RefusedAddress(InputError):
    """An address that may not be asked: not of the web, or not of the public internet."""


class UnreachableAddress(InputError):
    """Nobody answers at that address, in time or well."""


class ReadingError(KawatError):
    """A reading that would break its own promises."""


class SpanError(ReadingError):
    """A span that does not hold the words it claims."""


class IdError(ReadingError):
    """An id that is doubled, or that leads nowhere."""


class LayerFailed(ReadingError):
    """A layer broke on an article; the cause is its ``__cause__``."""


class WorkerDied(ReadingError):
    """The process that read an article died, and so did the next one."""


class LexiconError(KawatError):
    """An entry of the lexicon that can't be used."""


class ModelError(KawatError):
    """The language model is missing, or not the one expected."""


class LayerOrderError(KawatError):
    """A layer asks for what no earlier layer gives."""


class JobsError(KawatError):
    """Processes that read can't be started."""


class OutputError(KawatError):
    """What was made can't be written."""


class RecordError(KawatError):
    """A record can't be opened, read or written."""


class RecordUnwritable(RecordError):
    """No room, no right, or the record is locked by another process."""


class RecordMismatch(RecordError):
    """The file is no record, or was made by another version of Kawat."""
