"""Why there is no result of a piece of work."""

from __future__ import annotations

import os
import signal
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no result: "ValueError: ...", or "its process was ended by signal 9"; `died` if that was it."""

    reason: str
    died: bool = False


def describe(error: Exception) -> Failure:
    """A mistake as one line, with the place in the program where it happened."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" ({os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno})" if trace else ""
    told = " ".join(str(error).split())[:200]
    return Failure(f"{type(error).__name__}: {told}{place}" if told else f"{type(error).__name__}{place}")


def tell_end(code: int) -> str:
    """How a process ended: -9 is "its process was ended by signal 9 (SIGKILL)"."""
    if code >= 0:
        return f"its process ended with exit code {code}"
    try:
        name = f" ({signal.Signals(-code).name})"
    except ValueError:
        name = ""
    return f"its process was ended by signal {-code}{name}"
