"""A worker process: reads batches from its standard input, writes a result for each item to its standard output."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from queue import SimpleQueue
from typing import Any, BinaryIO

from claimcheck.engine.failure import describe
from claimcheck.engine.local import READY


def main() -> None:
    """Work until standard input ends; then end at once, whatever is under way: nobody waits for it any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What a library prints must not get between the results.
    results = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    work = pickle.loads(pickle.load(sys.stdin.buffer))
    _send(results, pickle.dumps(READY))
    batches: SimpleQueue[list[Any]] = SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, batches), daemon=True).start()
    while True:
        for item in batches.get():
            try:
                told = pickle.dumps(work(item), protocol=pickle.HIGHEST_PROTOCOL)
            except Exception as error:
                told = pickle.dumps(describe(error))
            _send(results, told)


def _listen(stream: BinaryIO, batches: SimpleQueue[list[Any]]) -> None:
    """Take batches in; the end of the stream is the end of whoever sent them."""
    try:
        while True:
            batches.put(pickle.load(stream))
    except (EOFError, OSError, pickle.PickleError):
        os._exit(0)


def _send(results: BinaryIO, message: bytes) -> None:
    try:
        results.write(message)
        results.flush()
    except BrokenPipeError:
        os._exit(0)
