"""A process that reads articles for another: they come in by its standard input, readings go out.

Both ways carry frames: eight bytes that say how long the rest is, and the rest. What comes in is
a pickled list of articles; what goes out is one frame when the process is ready, and then one for
each article, in order. The process ends when nothing more can come in.
"""

from __future__ import annotations

import os
import pickle
import signal
import struct
import sys
from traceback import format_exception
from typing import IO

from kawat.draft import Article
from kawat.errors import KawatError
from kawat.reading import Reading

_LENGTH = struct.Struct("<Q")
_READING, _ERROR = b"R", b"E"


class ReadElsewhere(Exception):
    """The cause of an error in another process, as the lines of its traceback."""


def send(stream: IO[bytes], content: bytes) -> None:
    """Write one frame."""
    stream.write(_LENGTH.pack(len(content)))
    stream.write(content)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """Return the next frame's content, ``None`` where the other process has ended."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    content = stream.read(length)
    return content if len(content) == length else None


def main() -> None:
    """Read what comes in until nothing more can."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who asks decides when it is enough
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no frame
    try:
        _serve(sys.stdin.buffer, replies)
    except BrokenPipeError:  # nobody waits for it any more
        os._exit(0)


def _serve(requests: IO[bytes], replies: IO[bytes]) -> None:
    from kawat.engine.reader import reader

    read = reader().read
    send(replies, b"")
    while (asked := receive(requests)) is not None:
        for article in pickle.loads(asked):
            try:
                answer = _READING + read(article).to_json().encode()
            except KawatError as error:
                cause = "".join(format_exception(error.__cause__)) if error.__cause__ else None
                answer = _ERROR + pickle.dumps((error, cause))
            send(replies, answer)


def outcome_of(answer: bytes, article: Article) -> Reading | KawatError:
    """Return what a frame says of the article: its reading, proved again, or the error."""
    content = answer[1:]
    if answer.startswith(_READING):
        return Reading.from_json(content, article.text)
    error, cause = pickle.loads(content)
    assert isinstance(error, KawatError)
    if cause is not None:
        error.__cause__ = ReadElsewhere(cause)
    return error
