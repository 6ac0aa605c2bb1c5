"""Adding at the desk: requests wait in a bounded queue, and one thread reads them in turn."""

from __future__ import annotations

import queue
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from kawat.draft import Article
from kawat.engine import Record
from kawat.errors import KawatError
from kawat.intake import Problem
from kawat.web.errors import Busy
from kawat.web.limits import JOBS_SHOWN, WAITING_INPUTS

Inputs = Iterable[tuple[str, Iterable[Article | Problem]]]


@dataclass
class Job:
    """One request to add: what it is called, how far it is, and what became of it.

    ``state`` is waiting, reading, done or failed; ``articles`` counts those that are kept.
    """

    number: int
    name: str
    state: str = "waiting"
    articles: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)

    @property
    def open(self) -> bool:
        """Tell whether there is more to come."""
        return self.state in ("waiting", "reading")


class _Stopped(Exception):
    """The desk closes; what has been read is kept."""


class Adder:
    """Reads what is asked for, one request after the other, in a thread of its own."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._waiting: queue.Queue[tuple[Job, Callable[[], Inputs], Callable[[], None]]]
        self._waiting = queue.Queue(WAITING_INPUTS)
        self._jobs: deque[Job] = deque(maxlen=JOBS_SHOWN)
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._count = 0

    @property
    def jobs(self) -> list[Job]:
        """Return the latest requests, the newest first."""
        return list(reversed(self._jobs))

    def add(
        self, name: str, inputs: Callable[[], Inputs], done: Callable[[], None] = lambda: None
    ) -> Job:
        """Let the inputs be read when their turn comes, and call ``done`` after that.

        :class:`~kawat.web.errors.Busy` where too many wait; ``done`` is called then too.
        """
        with self._lock:
            job = Job(self._count + 1, name)
            try:
                self._waiting.put_nowait((job, inputs, done))
            except queue.Full as error:
                done()
                what = f"{WAITING_INPUTS} requests wait to be read already"
                raise Busy(what, fix="wait until one is done") from error
            self._count += 1
            self._jobs.append(job)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="adding", daemon=True)
                self._thread.start()
        return job

    def stop(self) -> None:
        """Read no further article; what has been read is kept, each article whole."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(timeout=30)

    def _work(self) -> None:
        while not self._stopping.is_set():
            try:
                job, inputs, done = self._waiting.get(timeout=0.5)
            except queue.Empty:
                continue
            try:
                self._read(job, inputs)
            finally:
                done()

    def _read(self, job: Job, inputs: Callable[[], Inputs]) -> None:
        job.state = "reading"
        try:
            watched = self._watched(job, inputs())
            added = self._record.add_inputs(watched, jobs=1, progress=_told(job))
        except KawatError as error:
            job.problems.append(Problem.of(error))
            job.state = "failed"
        except _Stopped:
            job.state = "failed"
        except Exception as error:  # noqa: BLE001  the thread must live on for the next request
            what = f"the desk broke on it: {error!r}"
            job.problems.append(Problem("error", "breakdown", job.name, what, "report it"))
            job.state = "failed"
        else:
            job.outcomes.update({str(outcome): n for outcome, n in added.outcomes.items()})
            job.state = "done"

    def _watched(self, job: Job, inputs: Inputs) -> Inputs:
        for name, items in inputs:
            yield name, self._items(job, items)

    def _items(self, job: Job, items: Iterable[Article | Problem]) -> Iterator[Article | Problem]:
        for item in items:
            if self._stopping.is_set():
                raise _Stopped
            if isinstance(item, Problem):
                job.problems.append(item)
            yield item


def _told(job: Job) -> Callable[[int, int | None], None]:
    def tell(articles: int, of: int | None) -> None:
        job.articles = articles

    return tell
