"""The same question to the same cases another day: only those that changed are asked again.

The memory holds no answers, only notes: what of an answer is counts and codes. ``files/memory``
says how they are kept, ``case/folder_state`` what has to be as it was.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from samarbejde_cli.actions.many_cases import FEW, ask_each, is_large
from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.case.folder_state import FolderState, entry_of, state_of
from samarbejde_cli.files.memory import Entry, Memory
from samarbejde_cli.lazy import frozen

Answer = TypeVar("Answer")
Question = Callable[[Any, Case], tuple[Answer, str | None]]
"""A function of a job and a case: its answer, and a note of it that may be kept; None: nothing."""


class Told(NamedTuple):
    """What is known of a case: its answer, and what is remembered of it from now on.

    Of a case that is as it was there is no answer, but its state.
    """

    folder: Path
    answer: Any
    entry: Entry | None
    state: FolderState | None = None


@frozen
class _Job:
    question: Question[Any]
    job: Any
    key: bytes
    began: int | None
    large_too: bool


def ask_changed(
    question: Question[Any],
    job: Any,
    folders: Sequence[Path],
    memory: Memory,
    shown: Iterable[Path] | None = None,
    *,
    in_order: bool = True,
) -> Iterator[Told]:
    """Yield what is known of each case, in their order, or else very large ones last.

    ``shown`` are the same folders, taken as the work goes on.
    """
    known = {each.folder: each for each in _known(folders, memory)}
    asked = _Job(question, job, memory.key, memory.began, large_too=in_order)
    for _, told in zip(shown or folders, _each(asked, folders, known), strict=True):
        yield told


def _each(asked: _Job, folders: Sequence[Path], known: Mapping[Path, Told]) -> Iterator[Told]:
    large: list[Path] = []
    yield from _told(asked, folders, known, large)
    if large:
        yield from _told(replace(asked, large_too=True), large, known, [], few=1)


def _told(
    asked: _Job,
    folders: Iterable[Path],
    known: Mapping[Path, Told],
    large: list[Path],
    few: int = FEW,
) -> Iterator[Told]:
    """Yield what is known of each case; those that are to wait are put among ``large``."""
    changed = [each for each in folders if each not in known]
    answers = ask_each(_asked, asked, changed, few)
    for folder in folders:
        if told := known.get(folder):
            waits = not asked.large_too and is_large(told.state)
        else:
            answer = next(answers)
            waits, told = answer is None, Told(folder, *(answer or (None, None)))
        if waits:
            large.append(folder)
        else:
            yield told
    next(answers, None)  # there are no more: the workers stop


def _known(folders: Iterable[Path], memory: Memory) -> Iterator[Told]:
    """Yield the cases that are as they were, with what is known of them."""
    if not memory.entries:
        return
    by_stamp = {each.stamp: each for each in memory.entries if each.stamp}
    by_content = {each.content: each for each in memory.entries}
    for folder in folders:
        state = state_of(folder)
        if state is None:
            continue
        stamp = state.stamp(memory.key)
        if stamp in by_stamp:
            yield Told(folder, None, by_stamp[stamp], state)
        elif (content := state.content_now(memory.key)) in by_content:
            settled = memory.began is not None and state.is_settled(memory.began)
            entry = by_content[content]._replace(stamp=stamp if settled else "")
            yield Told(folder, None, entry, state)


def _asked(asked: _Job, folder: Path) -> tuple[Any, Entry | None] | None:
    """Return the answer of a case and what is remembered of it; None for one that is to wait."""
    state = state_of(folder)
    if is_large(state) and not asked.large_too:
        return None
    case = load_case(folder)
    answer, note = asked.question(asked.job, case)
    if state is None or note is None or asked.began is None:
        return answer, None
    return answer, entry_of(asked.key, asked.began, state, case, note)
