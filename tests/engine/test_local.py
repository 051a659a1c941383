"""Worker processes: every item has its result or the reason why not, and none stays behind."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from claimcheck.engine import Failure, choose_workers, make_batches, work_through
from claimcheck.engine.batches import WORTH_A_WORKER, count_cores
from tests.command_line import is_alive
from tests.engine.works import double, give_what_cannot_be_sent, sleep


def outcomes(items: Sequence[int], workers: int) -> dict[int, int | Failure]:
    done = list(work_through(double, items, [1] * len(items), workers))
    assert sorted(item for item, _ in done) == sorted(items)
    return dict(done)


@pytest.mark.parametrize("workers", [1, 2, 4])
def test_every_item_has_its_result(workers: int) -> None:
    assert outcomes(range(10), workers) == {number: 2 * number for number in range(10)}


def test_nothing_to_do_starts_nothing() -> None:
    assert list(work_through(double, [], [], 2)) == []


def test_what_raises_and_what_ends_its_process_is_told_and_the_rest_goes_on() -> None:
    found = outcomes([1, 13, 2, 66, 3, 77, 4], workers=2)
    assert {item: result for item, result in found.items() if not isinstance(result, Failure)} == {
        1: 2,
        2: 4,
        3: 6,
        4: 8,
    }
    failures = {item: result for item, result in found.items() if isinstance(result, Failure)}
    assert failures[13].reason.startswith("ValueError: thirteen is refused (works.py:")
    assert not failures[13].died
    assert failures[66] == Failure("its process was ended by signal 9 (SIGKILL)", died=True)
    assert failures[77] == Failure("its process ended with exit code 5", died=True)


def test_a_result_that_cannot_be_sent_is_a_failure() -> None:
    [(_, outcome)] = work_through(give_what_cannot_be_sent, [1], [1], 1)
    assert isinstance(outcome, Failure)
    assert "pickle" in outcome.reason


def test_no_process_stays_behind_when_the_caller_stops(folder: Path) -> None:
    # The longest comes first, so both workers have something to do when the short one is done.
    work = work_through(sleep, [600, 0], [600, 1], 2)
    assert next(work) == (0, 0)
    work.close()
    workers = [int(file.name.removeprefix("worker-")) for file in folder.glob("worker-*")]
    assert workers
    assert not any(is_alive(worker) for worker in workers)


@pytest.mark.parametrize(
    ("sizes", "workers", "batches"),
    [
        ([], 2, []),
        ([5], 2, [[0]]),
        ([90, 10, 10], 2, [[0], [1], [2]]),
        ([0, 0, 0], 2, [[0, 1, 2]]),
        ([1600, 40, 40, 40, 40], 1, [[0], [1, 2, 3, 4]]),
    ],
)
def test_batches_are_of_about_one_size_the_largest_first(
    sizes: list[int], workers: int, batches: list[list[int]]
) -> None:
    assert make_batches(sizes, workers) == batches


def test_many_files_are_dealt_out_evenly_and_each_once() -> None:
    sizes = [(7919 * number) % 1000 + 1 for number in range(500)]
    batches = make_batches(sizes, 2)
    assert sorted(index for batch in batches for index in batch) == list(range(500))
    loads = [sum(sizes[index] for index in batch) for batch in batches]
    assert max(loads) <= sum(sizes) / 16 + 1000


@pytest.mark.parametrize(
    ("sizes", "workers"),
    [([], 1), ([100], 1), ([WORTH_A_WORKER * 50], 1), ([100] * 50, 1), ([WORTH_A_WORKER] * 500, count_cores())],
)
def test_few_files_are_not_worth_a_second_process(sizes: list[int], workers: int) -> None:
    assert choose_workers(sizes) == workers
