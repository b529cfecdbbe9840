"""The same question to many cases: asked by all cores, answered in the order of the cases."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from samarbejde_cli.lazy import frozen

if TYPE_CHECKING:
    from samarbejde_cli.case.folder_state import FolderState

Answer = TypeVar("Answer")

FEW = 96
"""Up to this number of cases one process is done before several have begun."""
_LARGE = 200_000
"""Bytes; an ordinary case has ten thousand."""


@frozen
class _Answered:
    """What a worker says of a case; an error is left to the process that asked."""

    folder: Path
    failed: bool = True
    answer: Any = None


def worth_remembering(folders: Sequence[Path]) -> bool:
    """Whether there are so many cases that a memory of them is worth its file."""
    return len(folders) > FEW


def large_ones(
    folders: Sequence[Path], known: "Mapping[Path, FolderState] | None" = None
) -> list[Path]:
    """Return the cases with so much in their files that others should not wait for them.

    ``known`` are those whose state was looked at.
    """
    if len(folders) == 1:
        return []
    from samarbejde_cli.case.folder_state import state_of  # noqa: PLC0415 — only for several

    states = ((known or {}).get(each) or state_of(each) for each in folders)
    pairs = zip(folders, states, strict=True)
    return [folder for folder, state in pairs if state and state.size > _LARGE]


def put_last(folders: Sequence[Path], last: Sequence[Path]) -> Sequence[Path]:
    """Return the folders with some of them after the others."""
    return [*(each for each in folders if each not in last), *last] if last else folders


def ask_each(
    question: Callable[[Any, Path], Answer], job: Any, folders: Iterable[Path]
) -> Iterator[Answer]:
    """Yield ``question(job, folder)`` for each folder, in their order.

    The question is a function of a module and the job a value, for both go to other processes. An
    error is raised where it would be without them: at the case that has it.
    """
    ahead = iter(folders)
    first = list(islice(ahead, FEW + 1))
    if len(first) <= FEW:
        yield from (question(job, folder) for folder in first)
        return
    yield from _by_workers(question, job, chain(first, ahead))


def _by_workers(
    question: Callable[[Any, Path], Answer], job: Any, folders: Iterable[Path]
) -> Iterator[Answer]:
    from samarbejde_cli.actions.executors import executor_for  # noqa: PLC0415 — only for many

    executor = executor_for((question, job), far_ahead=True)
    try:
        for found in executor.each(_answered, folders, _Answered):
            yield question(job, found.folder) if found.failed else found.answer
    except BaseException:
        executor.kill()
        raise
    executor.stop()


def _answered(job: tuple[Callable[[Any, Path], Any], Any], folder: Path) -> _Answered:
    question, value = job
    try:
        return _Answered(folder, failed=False, answer=question(value, folder))
    except Exception:  # noqa: BLE001 — asked again where it can be raised as it is
        return _Answered(folder)
