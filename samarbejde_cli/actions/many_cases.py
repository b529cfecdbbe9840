"""The same question to many cases: asked by all cores, answered in the order of the cases."""

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from samarbejde_cli.lazy import patterns_when_used

if TYPE_CHECKING:
    from samarbejde_cli.case.folder_state import FolderState

Answer = TypeVar("Answer")

FEW = 96
"""Up to this number of cases one process is done before several have begun."""
LOT = 8
"""Cases that a worker gets at once, mostly."""
_FOR_LITTLE = 4
"""Processes for work that is soon done, whatever number of cores there is."""
_LARGE = 200_000
"""Bytes; an ordinary case has ten thousand."""


def cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def forks() -> bool:
    """Whether another process is there at once; elsewhere it takes as long as a short command."""
    return sys.platform == "linux"


def worth_remembering(folders: Sequence[Path]) -> bool:
    """Whether there are so many cases that a memory of them is worth its file."""
    return len(folders) > FEW


def is_large(state: "FolderState | None") -> bool:
    """Whether a case has so much in its files that others should not wait for it."""
    return state is not None and state.size > _LARGE


def large_last(folders: Sequence[Path]) -> Sequence[Path]:
    """Return the folders with the large cases after the others."""
    if len(folders) == 1:
        return folders
    from samarbejde_cli.case.folder_state import state_of  # noqa: PLC0415 — only for several

    large = [each for each in folders if is_large(state_of(each))]
    return [*(each for each in folders if each not in large), *large] if large else folders


def ask_each(
    question: Callable[[Any, Path], Answer],
    job: Any,
    folders: Iterable[Path],
    few: int = FEW,
    lot: int = LOT,
) -> Iterator[Answer]:
    """Yield ``question(job, folder)`` for each folder, in their order.

    The question is a function of a module and the job a value, for both go to other processes. An
    error is raised where it would be without them: at the case that has it. Up to ``few`` cases
    are asked in this process; the others get ``lot`` at once.
    """
    ahead = iter(folders)
    first = list(islice(ahead, few + 1))
    if len(first) <= few or cores() == 1:
        yield from (question(job, folder) for folder in chain(first, ahead))
        return
    yield from _by_workers(question, job, chain(first, ahead), lot)


def _by_workers(
    question: Callable[[Any, Path], Answer], job: Any, folders: Iterable[Path], lot: int
) -> Iterator[Answer]:
    with patterns_when_used():
        from samarbejde_cli.actions.executors import executor_for  # noqa: PLC0415 — only for many

    most = min(cores(), _FOR_LITTLE) if lot > LOT else None
    executor = executor_for((question, job), most, far_ahead=True)
    asked: deque[Path] = deque()
    try:
        for found in executor.each(_answered, _noted(folders, asked), _unanswered, lot):
            folder = asked.popleft()
            yield question(job, folder) if found is None else found[0]
    except BaseException:
        executor.kill()
        raise
    executor.stop()


def _noted(folders: Iterable[Path], asked: deque[Path]) -> Iterator[Path]:
    for each in folders:
        asked.append(each)
        yield each


def _answered(job: tuple[Callable[[Any, Path], Any], Any], folder: Path) -> tuple[Any] | None:
    """Return a worker's answer; None for an error, which is left to the process that asked."""
    question, value = job
    try:
        return (question(value, folder),)
    except Exception:  # noqa: BLE001 — asked again where it can be raised as it is
        return None


def _unanswered(_: Path) -> None:
    return None
