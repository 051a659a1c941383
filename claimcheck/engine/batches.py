"""How much work there is, and how it is dealt out."""

from __future__ import annotations

import os
from collections.abc import Sequence

# Bytes of files that are worth a process of its own: to start one and load its model costs about as much.
WORTH_A_WORKER = 500_000
# Claims that are worth a copy of the process: to link them takes a second, to copy it a few hundredths.
WORTH_A_COPY = 1_000
# Batches for each worker: enough that none waits long for the last, few enough that little is sent around.
_BATCHES = 8


def choose_workers(sizes: Sequence[int]) -> int:
    """How many processes these files are worth, one for few and as many as there are cores for many."""
    worth = sum(sizes) // WORTH_A_WORKER
    return max(1, min(count_cores(), worth, len(sizes)))


def choose_processes(workers: int | None, claims: int) -> int:
    """How many processes are to link so many claims, where so many workers are wanted, or None to choose."""
    return max(1, min(workers or count_cores(), claims // WORTH_A_COPY))


def count_cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def make_batches(sizes: Sequence[int], workers: int) -> list[list[int]]:
    """The indexes of files in batches of about one size, the largest files first and alone: [90, 10, 10] and 2 workers
    make [0] and [1, 2].

    Late batches are small, so that all workers end at about the same time.
    """
    order = sorted(range(len(sizes)), key=lambda index: (-sizes[index], index))
    goal = sum(sizes) / (workers * _BATCHES)
    batches: list[list[int]] = []
    filled = 0
    for index in order:
        if not batches or filled + sizes[index] > goal:
            batches.append([])
            filled = 0
        batches[-1].append(index)
        filled += sizes[index]
    return batches
