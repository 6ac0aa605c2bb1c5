"""Processes that read articles side by side, and outlive the death of any of them.

Each process is served by a thread, which does nothing but wait for it: it hands over a few
articles and takes their readings back as bytes. A process that dies in the midst of an article
is replaced, and the article is read once more; if that kills the new process as well, the article
has a :class:`~kawat.errors.WorkerDied` for its outcome, and the others are read.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from contextlib import suppress
from queue import SimpleQueue
from threading import Lock, Thread

from kawat.draft import Article
from kawat.engine.worker import outcome_of, receive, send
from kawat.errors import JobsError, KawatError, WorkerDied
from kawat.reading import Reading

Answer = bytes | WorkerDied

TRIES = 2
"""How often an article is read before it counts as the one that kills processes."""

_FIX = "make room in memory, or read with fewer --jobs"


class Workers:
    """So many processes, started when there is something to read."""

    def __init__(self, count: int) -> None:
        self._asked: SimpleQueue[tuple[Sequence[Article], Future[list[Answer]]] | None]
        self._asked = SimpleQueue()
        self._lock = Lock()
        self._closed = False
        self._running: set[_Process] = set()
        self._threads = [Thread(target=self._serve, daemon=True) for _ in range(count)]
        for thread in self._threads:
            thread.start()

    def read(self, articles: Sequence[Article]) -> Future[list[Answer]]:
        """Have the articles read; :func:`outcomes` tells what became of them."""
        future: Future[list[Answer]] = Future()
        self._asked.put((articles, future))
        return future

    def close(self) -> None:
        """End every process, also one that reads; what was not answered never will be."""
        with self._lock:
            self._closed = True
            for process in self._running:
                process.kill()
        for _ in self._threads:
            self._asked.put(None)
        for thread in self._threads:
            thread.join()

    def _serve(self) -> None:
        if hasattr(signal, "pthread_sigmask"):  # a dead process is an error here, not the end
            signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGPIPE])
        process: _Process | None = None
        while (asked := self._asked.get()) is not None and not self._closed:
            articles, future = asked
            answers: list[Answer] = []
            deaths = 0
            try:
                while len(answers) < len(articles):
                    process = process or self._start()
                    done = len(answers)
                    answers.extend(process.answers(articles[done:]))
                    if len(answers) == len(articles):
                        break
                    deaths = deaths + 1 if len(answers) == done else 1
                    code = self._end(process)
                    process = None
                    if deaths == TRIES:
                        answers.append(_died(articles[len(answers)], code))
                        deaths = 0
            except JobsError as error:
                future.set_exception(error)
            else:
                future.set_result(answers)
        if process:
            self._end(process)

    def _start(self) -> _Process:
        with self._lock:
            if self._closed:
                raise JobsError("reading was ended")
            process = _Process()
            self._running.add(process)
        if not process.is_ready():
            code = self._end(process)
            raise JobsError(f"a process that reads did not start ({_told(code)})", fix=_FIX)
        return process

    def _end(self, process: _Process) -> int:
        with self._lock:
            self._running.discard(process)
        return process.end()


class _Process:
    """One process, as the thread that serves it sees it."""

    def __init__(self) -> None:
        code = "from kawat.engine.worker import main; main()"
        try:
            self._process = subprocess.Popen(
                # Not multiprocessing: its processes import the caller's own script again.
                [sys.executable, "-P", "-c", code],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=_environment(),
            )
        except OSError as error:
            what = f"no more processes can be started: {error.strerror}"
            raise JobsError(what, fix=_FIX) from error
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._requests, self._replies = self._process.stdin, self._process.stdout

    def is_ready(self) -> bool:
        """Wait until it can read; False if it ends before."""
        return receive(self._replies) is not None

    def answers(self, articles: Sequence[Article]) -> Iterator[bytes]:
        """Yield one answer for each article, fewer if the process dies."""
        try:
            send(self._requests, pickle.dumps(articles))
        except OSError:
            return
        for _ in articles:
            answer = receive(self._replies)
            if answer is None:
                return
            yield answer

    def kill(self) -> None:
        """End it at once; it keeps nothing that could be lost."""
        self._process.kill()

    def end(self) -> int:
        """Have it end, and return the code that it ended with."""
        with suppress(OSError):  # what it was sent last may not have fitted into the pipe
            self._requests.close()
        try:
            return self._process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            self.kill()
            return self._process.wait()
        finally:
            self._replies.close()


def outcomes(
    answers: Sequence[Answer], articles: Sequence[Article]
) -> Iterator[Reading | KawatError]:
    """Yield what became of each article."""
    for answer, article in zip(answers, articles, strict=True):
        yield answer if isinstance(answer, WorkerDied) else outcome_of(answer, article)


def _environment() -> dict[str, str]:
    """Return an environment with this process's modules, and one thread for mathematics."""
    path = os.pathsep.join(os.path.abspath(folder) for folder in sys.path)
    return {**os.environ, "PYTHONPATH": path, "OPENBLAS_NUM_THREADS": "1"}


def _died(article: Article, code: int) -> WorkerDied:
    fix = "make room in memory, or report it with the article; the other articles are read"
    what = f"the process that read it died, and so did the next one ({_told(code)})"
    return WorkerDied(what, where=article.uri, fix=fix)


def _told(code: int) -> str:
    try:
        return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
    except ValueError:
        return f"signal {-code}"
