"""Executors: run the work in this process alone, or in one process per core.

The processes are forked or started once, with the job and its compiled templates. Work is handed
out in small lots, only so far ahead that memory stays flat, and its results come back in order.

A worker may die: killed by the system for want of memory, or by a person. Then new ones are
started and what was under way is done again, one item at a time, until the item is known that
kills its worker; that item alone is given up.
"""

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Any, Protocol, TypeAlias, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Task: TypeAlias = Callable[[Any, Item], Result]
"""A function of the shared job and an item."""

LOT = 8
"""Cases that a worker gets at once, mostly."""
_AHEAD = 3
"""Lots for each worker that are handed out before the first comes back."""
_TRIES = 2
_MOST = 61
"""Windows can wait for no more processes at once."""
_GARBAGE = 50_000
"""Garbage collection threshold: Python's default of 700 costs a tenth of the run time."""

_job: Any = None


class Crew(Protocol):
    """Runs a task on each item and returns the results in order.

    ``lost`` gives the result of an item whose worker died repeatedly.
    """

    def each(
        self,
        task: Task[Item, Result],
        items: Iterable[Item],
        lost: Callable[[Item], Result],
        lot: int = LOT,
    ) -> Iterator[Result]:
        """Yield the result of the task for every item, in the order of the items.

        ``lot`` is how many items a worker gets at once.
        """
        ...

    def stop(self) -> None:
        """Finish the work in progress and accept no more."""
        ...

    def kill(self) -> None:
        """Stop immediately."""
        ...


class Alone:
    """Runs everything in this process."""

    def __init__(self, job: Any) -> None:
        self.job = job

    def each(
        self,
        task: Task[Item, Result],
        items: Iterable[Item],
        lost: Callable[[Item], Result],
        lot: int = LOT,
    ) -> Iterator[Result]:
        """Yield the results; an item that kills its worker kills the program here."""
        del lost, lot
        return (task(self.job, item) for item in items)

    def stop(self) -> None:
        """Do nothing: no work is in progress between items."""

    def kill(self) -> None:
        """Do nothing."""


class Processes:
    """Runs the work in several processes."""

    def __init__(self, job: Any, workers: int) -> None:
        self.job = job
        self.workers = workers
        self._pool = self._new_pool()
        self._pool.submit(int)  # so that all are forked now, while there is little to share

    def each(
        self,
        task: Task[Item, Result],
        items: Iterable[Item],
        lost: Callable[[Item], Result],
        lot: int = LOT,
    ) -> Iterator[Result]:
        """Yield the results in the order of the items, even when workers die."""
        lots = _lots(items, lot)
        under_way: deque[tuple[list[Item], Future[list[Result]]]] = deque()
        while True:
            for few in islice(lots, self.workers * _AHEAD - len(under_way)):
                under_way.append((few, self._submit(task, few)))
            if not under_way:
                return
            first, future = under_way.popleft()
            try:
                results = future.result()
            except BrokenProcessPool:
                left = [first, *(each for each, _ in under_way)]
                under_way.clear()
                results = list(self._one_by_one(task, left, lost))
            yield from results

    def stop(self) -> None:
        """Finish the work in progress and accept no more."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def kill(self) -> None:
        """Stop immediately: a worker leaves at most a temporary file."""
        for process in list((self._pool._processes or {}).values()):  # noqa: SLF001 — kill_workers comes with Python 3.14
            process.kill()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _new_pool(self) -> ProcessPoolExecutor:
        how = "fork" if sys.platform == "linux" else "spawn"
        context = multiprocessing.get_context(how)
        return ProcessPoolExecutor(self.workers, context, _begin, (self.job,))

    def _submit(self, task: Task[Item, Result], lot: list[Item]) -> "Future[list[Result]]":
        try:
            return self._pool.submit(_work, task, lot)
        except BrokenProcessPool as broken:
            failed: Future[list[Result]] = Future()
            failed.set_exception(broken)
            return failed

    def _one_by_one(
        self,
        task: Task[Item, Result],
        lots: Sequence[list[Item]],
        lost: Callable[[Item], Result],
    ) -> Iterator[Result]:
        """Yield the results of lots whose workers died, each item alone with a worker."""
        self._renew()
        for item in (each for lot in lots for each in lot):
            yield self._tried(task, item, lost)

    def _tried(
        self, task: Task[Item, Result], item: Item, lost: Callable[[Item], Result]
    ) -> Result:
        for _ in range(_TRIES):
            try:
                return self._submit(task, [item]).result()[0]
            except BrokenProcessPool:
                self._renew()
        return lost(item)

    def _renew(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool = self._new_pool()


def crew_for(job: Any, workers: int | None = None) -> Crew:
    """Return an executor with the requested number of processes, by default one per core."""
    wanted = min(workers or _cores(), _MOST)
    _seldom_look_for_garbage()
    return Processes(job, wanted) if wanted > 1 else Alone(job)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _lots(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    source = iter(items)
    while lot := list(islice(source, size)):
        yield lot


def _begin(job: Any) -> None:
    """Initialise a worker: leave Ctrl-C to the parent, and exit when the parent does."""
    global _job  # noqa: PLW0603 — a worker has one job for all its life
    _job = job
    _seldom_look_for_garbage()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _seldom_look_for_garbage() -> None:
    gc.freeze()  # objects that exist at the start are never garbage
    gc.set_threshold(_GARBAGE)


def _end_with_parent() -> None:
    parent: Any = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _work(task: Task[Item, Result], lot: list[Item]) -> list[Result]:
    return [task(_job, item) for item in lot]
