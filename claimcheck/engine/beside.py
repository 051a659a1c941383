"""Pieces of one run's work, done side by side in copies of this process: what they need need not be sent."""

from __future__ import annotations

import gc
import io
import os
import pickle
import signal
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any, BinaryIO, TypeVar

Result = TypeVar("Result")

# Bytes of the number of a job in the queue.
_TICKET = 4


def do_beside(
    jobs: Sequence[Callable[[], Result]],
    known: Sequence[object],
    processes: int,
    interrupted: Callable[[], object] | None = None,
) -> list[Result | None]:
    """What each job gives, in their order, done by this process and copies of it, `processes` in all.

    Objects that are `known`, as claims, come back as the very same objects. What a copy leaves undone, because a job
    raises or it dies, this process does itself; where processes cannot be copied it does all. No copy stays behind.
    After Ctrl-C `interrupted` is called, if there is one, and jobs that nobody has told the results of give None.
    """
    # Elsewhere than on Linux libraries of the system may not survive being copied.
    copies = min(processes, len(jobs)) - 1 if sys.platform == "linux" else 0
    done: dict[int, Result] = {}
    try:
        if copies > 0:
            _do_with_copies(jobs, known, copies, done)
        for number, job in enumerate(jobs):
            if number not in done:
                done[number] = job()
    except KeyboardInterrupt:
        if interrupted is None:
            raise
        interrupted()
    return [done.get(number) for number in range(len(jobs))]


def _do_with_copies(
    jobs: Sequence[Callable[[], Result]], known: Sequence[object], copies: int, done: dict[int, Result]
) -> None:
    """Do jobs, as many as are not done by copies; what these leave undone is missing in what is `done`."""
    tickets, writing = os.pipe()
    os.write(writing, b"".join(number.to_bytes(_TICKET) for number in range(len(jobs))))
    os.close(writing)
    crew: list[tuple[int, BinaryIO]] = []
    try:
        with suppress(OSError):
            crew.extend(_copy(jobs, known, tickets) for _ in range(copies))
        for number in _taken(tickets):
            done[number] = jobs[number]()
        for process, told in crew:
            done |= _told_by(process, told, known)
        crew.clear()
    finally:
        os.close(tickets)
        for process, told in crew:
            told.close()
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)


def _taken(tickets: int) -> Iterator[int]:
    """The numbers of jobs that nobody has taken yet, one after the other."""
    while ticket := os.read(tickets, _TICKET):
        yield int.from_bytes(ticket)


def _copy(jobs: Sequence[Callable[[], Any]], known: Sequence[object], tickets: int) -> tuple[int, BinaryIO]:
    """A copy of this process that does jobs, and the stream on which it tells their results."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        # The copy touches nothing that threads of this process may hold: it reckons, writes, and ends.
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            process = os.fork()
        except OSError:
            os.close(reading)
            os.close(writing)
            raise
    if process:
        os.close(writing)
        return process, os.fdopen(reading, "rb")
    code = 1
    try:
        # Ctrl-C is the first process's to handle; and looking for garbage would touch, and so copy, all memory.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        gc.disable()
        done = {number: jobs[number]() for number in _taken(tickets)}
        with os.fdopen(writing, "wb") as told:
            _Sender(told, known).dump(done)
        code = 0
    finally:
        os._exit(code)


def _told_by(process: int, told: BinaryIO, known: Sequence[object]) -> dict[int, Any]:
    """The results of a copy by their jobs' numbers; none of one that did not end well."""
    with told:
        content = told.read()
    _, status = os.waitpid(process, 0)
    return _Receiver(io.BytesIO(content), known).load() if status == 0 else {}


class _Sender(pickle.Pickler):
    """Sends known objects by their numbers."""

    def __init__(self, stream: BinaryIO, known: Sequence[object]) -> None:
        super().__init__(stream, pickle.HIGHEST_PROTOCOL)
        self._numbers = {id(one): number for number, one in enumerate(known)}

    def persistent_id(self, one: object) -> int | None:
        return self._numbers.get(id(one))


class _Receiver(pickle.Unpickler):
    """Puts known objects where their numbers are."""

    def __init__(self, stream: BinaryIO, known: Sequence[object]) -> None:
        super().__init__(stream)
        self._known = known

    def persistent_load(self, number: int) -> object:
        return self._known[number]
