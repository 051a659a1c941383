"""Work done in copies of this process: the same results, the same objects, and nobody left behind."""

import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from claimcheck.engine import choose_processes, do_beside
from claimcheck.engine.batches import WORTH_A_COPY, count_cores
from tests.command_line import is_alive

COPIES = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux only")


def name_process(number: int) -> tuple[int, int]:
    return number, os.getpid()


def die_in_a_copy(number: int, first: int) -> int:
    if os.getpid() != first:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def refuse(number: int) -> int:
    raise ValueError("refused")


@pytest.mark.parametrize("processes", [1, 2, 5])
def test_results_come_in_the_order_of_the_jobs(processes: int) -> None:
    done = do_beside([partial(name_process, number) for number in range(40)], [], processes)
    assert [number for number, _ in done] == list(range(40))


def test_known_objects_come_back_as_themselves_and_others_as_equals() -> None:
    known = [["mask"], ["gown"], ["glove"]]
    jobs: list[Callable[[], list[object]]] = [lambda: [known[2], ["glove"], (known[0],)]] * 30
    for told in do_beside(jobs, known, 3):
        assert told == [["glove"], ["glove"], (["mask"],)]
        assert told[0] is known[2]
        assert told[1] is not known[2]
        assert isinstance(told[2], tuple)
        assert told[2][0] is known[0]


@COPIES
def test_two_processes_are_at_work_at_once() -> None:
    first, second = os.pipe(), os.pipe()

    def meet(tell: tuple[int, int], hear: tuple[int, int]) -> int:
        os.write(tell[1], b".")
        os.read(hear[0], 1)
        return os.getpid()

    assert len(set(do_beside([partial(meet, first, second), partial(meet, second, first)], [], 2))) == 2


@COPIES
def test_what_a_copy_leaves_undone_is_done_here() -> None:
    jobs = [partial(die_in_a_copy, number, os.getpid()) for number in range(20)]
    assert do_beside(jobs, [], 4) == list(range(20))


def test_where_no_process_can_be_copied_this_one_does_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse_to_fork() -> int:
        raise BlockingIOError("too many processes")

    monkeypatch.setattr(os, "fork", refuse_to_fork)
    assert do_beside([partial(die_in_a_copy, number, os.getpid()) for number in range(5)], [], 3) == list(range(5))


def test_what_goes_wrong_is_told_and_no_copy_stays_behind(tmp_path: Path) -> None:
    first = os.getpid()

    def leave_word() -> int:
        if os.getpid() == first:
            raise ValueError("refused")
        (tmp_path / str(os.getpid())).touch()
        signal.pause()
        return 0

    with pytest.raises(ValueError, match="refused"):
        do_beside([leave_word] * 3, [], 3)
    assert not any(is_alive(int(copy.name)) for copy in tmp_path.iterdir())
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_a_job_that_raises_anywhere_raises_here() -> None:
    with pytest.raises(ValueError, match="refused"):
        do_beside([partial(refuse, number) for number in range(8)], [], 2)


@pytest.mark.parametrize("processes", [1, 2])
def test_after_ctrl_c_what_is_done_is_given_and_the_rest_is_left_out(processes: int) -> None:
    first, told, begun = os.getpid(), [], []

    def stop_at_the_second(number: int) -> int:
        if os.getpid() != first:
            signal.pause()
        begun.append(number)
        if len(begun) == 2:
            raise KeyboardInterrupt
        return number

    jobs = [partial(stop_at_the_second, number) for number in range(8)]
    done = do_beside(jobs, [], processes, lambda: told.append("interrupted"))
    assert told == ["interrupted"]
    assert done == [number if number == begun[0] else None for number in range(8)]
    begun.clear()
    with pytest.raises(KeyboardInterrupt):
        do_beside(jobs, [], processes)


def test_few_claims_are_worth_one_process_and_many_as_many_as_are_wanted() -> None:
    assert choose_processes(4, WORTH_A_COPY - 1) == 1
    assert choose_processes(4, 2 * WORTH_A_COPY) == 2
    assert choose_processes(4, 100 * WORTH_A_COPY) == 4
    assert choose_processes(None, 10_000 * WORTH_A_COPY) == count_cores()
