"""Pieces of work for worker processes, which import them by name."""

import os
import signal
import time


def double(number: int) -> int:
    """Twice the number; a few numbers go wrong in ways of their own."""
    if number == 13:
        raise ValueError("thirteen is refused")
    if number == 66:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == 77:
        os._exit(5)
    print("a library says something on standard output")
    return 2 * number


def sleep(number: int) -> int:
    """Take long, after leaving word of the process that does."""
    with open(f"worker-{os.getpid()}", "w"):
        time.sleep(number)
    return number


def give_what_cannot_be_sent(number: int) -> object:
    """A result that no process can send."""
    return lambda: number
