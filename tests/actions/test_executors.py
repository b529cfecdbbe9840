"""Work in several processes: results in order, and a worker that dies costs only what killed it."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from samarbejde_cli.actions.executors import ProcessExecutor, SerialExecutor, executor_for
from samarbejde_cli.errors import WriteError

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kills processes")


def double(job, item):
    return job + 2 * item


def dies(job, item):
    if item == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return double(job, item)


def dies_often(job, item):
    if item in (13, 14, 41):
        os.kill(os.getpid(), signal.SIGKILL)
    return double(job, item)


def dies_once(job, item):
    """Die at 13 until the file that the job names is there."""
    if item == 13 and not job.exists():
        job.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def fails(_job, item):
    if item == 13:
        raise WriteError("Der er ikke plads.", "Gør plads.")
    return item


def waits(_job, item):
    time.sleep(0.05)
    return item


def lost(item):
    return -item


@pytest.fixture(params=[1, 2, 5])
def executor(request):
    found = executor_for(1000, request.param)
    yield found
    found.stop()


def test_results_come_back_in_order(executor):
    assert list(executor.each(double, range(100), lost)) == [1000 + 2 * n for n in range(100)]


def test_nothing_to_do_is_done(executor):
    assert list(executor.each(double, [], lost)) == []


def test_one_worker_is_this_process_itself():
    assert isinstance(executor_for(None, 1), SerialExecutor)


def test_an_item_that_kills_its_worker_is_given_up_and_the_others_are_done():
    executor = ProcessExecutor(0, 2)
    expected = [lost(13) if n == 13 else 2 * n for n in range(60)]
    assert list(executor.each(dies, range(60), lost)) == expected
    executor.stop()


def test_only_the_items_that_kill_their_workers_are_given_up():
    executor = ProcessExecutor(0, 2)
    expected = [lost(n) if n in (13, 14, 41) else 2 * n for n in range(60)]
    assert list(executor.each(dies_often, range(60), lost, lot=4)) == expected
    executor.stop()


def test_a_worker_that_dies_once_costs_nothing(tmp_path):
    executor = ProcessExecutor(tmp_path / "died", 2)
    assert list(executor.each(dies_once, range(60), lost)) == list(range(60))
    executor.stop()


def test_workers_killed_from_outside_are_replaced():
    executor = ProcessExecutor(None, 2)
    results = executor.each(waits, range(60), lost)
    found = [next(results)]
    for pid in list(executor._pool._processes):
        os.kill(pid, signal.SIGKILL)
    assert [*found, *results] == list(range(60))
    executor.stop()


def test_an_error_of_the_disk_ends_the_work(executor):
    with pytest.raises(WriteError, match="ikke plads") as problem:
        list(executor.each(fails, range(60), lost))
    assert problem.value.hint == "Gør plads."


def runs(pid):
    """Whether the system still runs a process; one that nobody has buried yet is dead."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_killed_workers_are_gone():
    executor = ProcessExecutor(None, 2)
    results = executor.each(waits, range(60), lost)
    next(results)
    pids = list(executor._pool._processes)
    executor.kill()
    until = time.monotonic() + 5
    while any(map(runs, pids)) and time.monotonic() < until:
        time.sleep(0.01)
    assert not any(map(runs, pids))
