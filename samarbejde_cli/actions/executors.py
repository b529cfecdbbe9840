"""Executors: run the work in this process alone, or in one process per core.

The processes are forked or started once, with the job and its compiled templates. Work is handed
out in small lots, only so far ahead that memory stays flat, and its results come back in order.

A worker may die: killed by the system for want of memory, or by a person. Then new ones are
started and the lots in progress are run again, one item at a time, until the item is found that
kills its worker; that item alone is given up.
"""

import multiprocessing
import os
import signal
import threading
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Any, TypeAlias, TypeVar

from samarbejde_cli.actions.many_cases import LOT, cores, forks
from samarbejde_cli.garbage import look_seldom

Item = TypeVar("Item")
Result = TypeVar("Result")
Task: TypeAlias = Callable[[Any, Item], Result]
"""A function of the shared job and an item."""
Tick: TypeAlias = Callable[[int], None]
"""A progress callback: it is given the number of cases or letters done."""

_AHEAD = 3
"""Lots for each worker that are handed out before the first comes back."""
_MOST = 61
"""Windows can wait for no more processes at once."""

_job: Any = None


class Executor(ABC):
    """Runs a task on each item and returns the results in order."""

    @abstractmethod
    def each(
        self,
        task: Task[Item, Result],
        items: Iterable[Item],
        lost: Callable[[Item], Result],
        lot: int = LOT,
    ) -> Iterator[Result]:
        """Yield the result of the task for every item, in the order of the items.

        ``lost`` gives the result of an item whose worker died repeatedly, ``lot`` is the number of
        items that a worker gets at once.
        """

    @abstractmethod
    def stop(self) -> None:
        """Finish the work in progress and accept no more."""

    @abstractmethod
    def kill(self) -> None:
        """Stop immediately."""


class SerialExecutor(Executor):
    """Runs everything in this process; an item that kills its worker kills the program."""

    def __init__(self, job: Any) -> None:
        self.job = job

    def each(
        self,
        task: Task[Item, Result],
        items: Iterable[Item],
        lost: Callable[[Item], Result],
        lot: int = LOT,
    ) -> Iterator[Result]:
        """Yield the results."""
        del lost, lot
        return (task(self.job, item) for item in items)

    def stop(self) -> None:
        """Do nothing: no work is in progress between items."""

    def kill(self) -> None:
        """Do nothing."""


class WorkerExecutor(Executor):
    """Runs lots of work on workers that may die; subclasses say how a lot is submitted."""

    _tries = 3
    """How often an item is tried alone; another one may have killed the worker the first time."""

    def __init__(self) -> None:
        self._under_way: deque[tuple[list[Any], Any]] = deque()

    def each(
        self,
        task: Task[Item, Result],
        items: Iterable[Item],
        lost: Callable[[Item], Result],
        lot: int = LOT,
    ) -> Iterator[Result]:
        """Yield the results, even when workers die."""
        source = iter(items)
        lots = iter(lambda: list(islice(source, lot)), [])
        while True:
            for few in islice(lots, max(0, self._capacity() - self._waiting())):
                self._under_way.append((few, self._submit(task, few)))
            if not self._under_way:
                return
            first, future = self._under_way[0]
            if self._goes_on_before(future):
                continue
            results = self._results(future)
            if results is None:
                results = [self._alone(task, item, lost) for item in first]
            self._under_way.popleft()
            yield from results

    def _alone(
        self, task: Task[Item, Result], item: Item, lost: Callable[[Item], Result]
    ) -> Result:
        """Return the result of an item that is alone with a worker, or was given up."""
        for _ in range(self._tries):
            found = self._results(self._submit(task, [item]))
            if found is not None:
                result: Result = found[0]
                return result
        return lost(item)

    def _waiting(self) -> int:
        """Return how many lots count as being in progress."""
        return len(self._under_way)

    def _goes_on_before(self, future: Any) -> bool:
        """Wait until more can be handed out though this lot is not done; False: it is awaited."""
        del future
        return False

    @abstractmethod
    def _capacity(self) -> int:
        """Return the number of lots that may be in progress at once."""

    @abstractmethod
    def _submit(self, task: Task[Item, Result], lot: list[Item]) -> Any:
        """Hand out a lot and return its future."""

    @abstractmethod
    def _results(self, future: Any) -> list[Any] | None:
        """Return the results of a lot, None when its worker died."""


class ProcessExecutor(WorkerExecutor):
    """Runs the work in several processes.

    With ``far_ahead`` they go on with other items as long as a slow one takes, however many; the
    results wait in memory meanwhile.
    """

    def __init__(self, job: Any, workers: int, *, far_ahead: bool = False) -> None:
        super().__init__()
        self.job = job
        self.workers = workers
        self.far_ahead = far_ahead
        self._ended = 0
        self._pool = self._new_pool()
        self._pool.submit(int)  # so that all are forked now, while there is little to share

    def stop(self) -> None:
        """Finish the work in progress and accept no more."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def kill(self) -> None:
        """Stop immediately: a worker leaves at most a temporary file."""
        for process in list((self._pool._processes or {}).values()):  # noqa: SLF001 — kill_workers comes with Python 3.14
            process.kill()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _new_pool(self) -> ProcessPoolExecutor:
        how = "fork" if forks() else "spawn"
        context = multiprocessing.get_context(how)
        return ProcessPoolExecutor(self.workers, context, _begin, (self.job,))

    def _capacity(self) -> int:
        return self.workers * _AHEAD

    def _waiting(self) -> int:
        if not self.far_ahead:
            return super()._waiting()
        waiting = len(self._unfinished())
        self._ended = len(self._under_way) - waiting
        return waiting

    def _unfinished(self) -> "list[Future[list[Any]]]":
        return [future for _, future in self._under_way if not future.done()]

    def _goes_on_before(self, future: "Future[list[Any]]") -> bool:
        if not self.far_ahead or future.done():
            return False
        unfinished = self._unfinished()
        if len(self._under_way) - len(unfinished) == self._ended:  # else there is room already
            wait(unfinished, return_when=FIRST_COMPLETED)
        return True

    def _submit(self, task: Task[Item, Result], lot: list[Item]) -> "Future[list[Result]]":
        try:
            return self._pool.submit(_work, task, lot)
        except BrokenProcessPool:
            self.stop()
            self._pool = self._new_pool()
            return self._pool.submit(_work, task, lot)

    def _results(self, future: "Future[list[Any]]") -> list[Any] | None:
        try:
            return future.result()
        except BrokenProcessPool:
            return None


def executor_for(job: Any, workers: int | None = None, *, far_ahead: bool = False) -> Executor:
    """Return an executor with the requested number of processes, by default one per core."""
    wanted = min(workers or cores(), _MOST)
    look_seldom()
    return ProcessExecutor(job, wanted, far_ahead=far_ahead) if wanted > 1 else SerialExecutor(job)


def _begin(job: Any) -> None:
    """Initialise a worker: leave it to the parent to be stopped, and exit when the parent does."""
    global _job  # noqa: PLW0603 — a worker has one job for all its life
    _job = job
    look_seldom()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent: Any = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _work(task: Task[Item, Result], lot: list[Item]) -> list[Result]:
    return [task(_job, item) for item in lot]
