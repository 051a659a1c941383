"""Worker processes: each takes a batch, gives back one result after the other, and may die without harm."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from claimcheck.engine.batches import make_batches
from claimcheck.engine.failure import Failure, tell_end
from claimcheck.errors import ClaimcheckError

Item = TypeVar("Item", bound=Hashable)
Result = TypeVar("Result")

READY = "ready"
# Seconds that a worker whose pipe broke has for ending by itself, so that its own exit code is told.
PATIENCE = 2.0
# Seconds of waiting after which Python looks for signals again.
MOMENT = 0.5
# What a pipe raises that breaks, or is closed by another thread, in the midst of a message.
BROKEN = (OSError, EOFError, ValueError, pickle.PickleError)
_WORKER = "from claimcheck.engine.worker import main; main()"


def work_through(
    work: Callable[[Item], Result], items: Sequence[Item], sizes: Sequence[int], workers: int
) -> Iterator[tuple[Item, Result | Failure]]:
    """Each item with what `work` makes of it, in whatever order they are done.

    What raises, and what ends its worker, is a Failure; the other items go on. `work` is pickled once for each worker.
    When the caller stops early, by Ctrl-C or otherwise, no process stays behind.
    """
    if not items:
        return
    crew = _Crew(pickle.dumps(work), [[items[index] for index in batch] for batch in make_batches(sizes, workers)])
    try:
        crew.start(workers)
        for _ in items:
            done = crew.take()
            if isinstance(done, ClaimcheckError):
                raise done
            yield done
    finally:
        crew.dismiss()


class _Crew:
    """The workers of one run, each looked after by a thread that sends it batches and hires another when it dies."""

    def __init__(self, work: bytes, batches: list[list[Any]]) -> None:
        self.results: SimpleQueue[Any] = SimpleQueue()
        self._work = work
        self._batches = deque(batches)
        self._hired: set[subprocess.Popen[bytes]] = set()
        self._lock = threading.Lock()
        self._ended = False

    def start(self, workers: int) -> None:
        """Put as many to work as there are batches for."""
        for _ in range(min(workers, len(self._batches))):
            threading.Thread(target=self._serve, daemon=True).start()

    def take(self) -> Any:
        """The next result; Ctrl-C that comes just before the waiting begins is noticed within a moment, too."""
        while True:
            with suppress(Empty):
                return self.results.get(timeout=MOMENT)

    def dismiss(self) -> None:
        """End all processes, at once."""
        with self._lock:
            self._ended = True
            hired = list(self._hired)
        for process in hired:
            _end(process)

    def _serve(self) -> None:
        process: subprocess.Popen[bytes] | None = None
        while True:
            try:
                left = deque(self._batches.popleft())
            except IndexError:
                break
            while left:
                try:
                    process = process or self._hire()
                except BROKEN as error:
                    self.results.put(_no_worker(error))
                    return
                if process is None:
                    return
                if not self._finish(process, left):
                    self._hired.discard(process)
                    self.results.put((left.popleft(), Failure(tell_end(_end(process, PATIENCE)), died=True)))
                    process = None

    def _finish(self, process: subprocess.Popen[bytes], left: deque[Any]) -> bool:
        """Have a worker do what is left of a batch; False when it died over the first of what is left then."""
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            _send(process, list(left))
            while left:
                result = pickle.load(process.stdout)
                self.results.put((left.popleft(), result))
        except BROKEN:
            return False
        return True

    def _hire(self) -> subprocess.Popen[bytes] | None:
        """A new worker that has said it is ready, or None when the run has ended."""
        with self._lock:
            if self._ended:
                return None
            process = _start()
            self._hired.add(process)
        _send(process, self._work)
        assert process.stdout is not None
        if pickle.load(process.stdout) != READY:
            raise EOFError
        return process


def _start() -> subprocess.Popen[bytes]:
    """A process that imports what this one does; Ctrl-C on the terminal is this one's to handle, not its own."""
    path = os.pathsep.join(entry or os.getcwd() for entry in sys.path)
    # -P: a file named like a module of Python's, in the folder at hand, must not be run.
    command = [sys.executable, "-P", "-c", _WORKER]
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": path},
        process_group=0 if os.name == "posix" else None,
    )


def _send(process: subprocess.Popen[bytes], message: object) -> None:
    assert process.stdin is not None
    pickle.dump(message, process.stdin, protocol=pickle.HIGHEST_PROTOCOL)
    process.stdin.flush()


def _end(process: subprocess.Popen[bytes], patience: float = 0) -> int:
    """End a process, if it does not by itself in so many seconds, and tell its exit code."""
    with suppress(subprocess.TimeoutExpired):
        process.wait(patience)
    process.kill()
    code = process.wait()
    for stream in (process.stdin, process.stdout):
        with suppress(OSError):
            if stream:
                stream.close()
    return code


def _no_worker(error: Exception) -> ClaimcheckError:
    told = f"no worker process can be started: {error}" if str(error) else "no worker process can be started"
    return ClaimcheckError(told, hint="--workers 1 does without")
