"""The same question to the same cases another day: only those that changed are asked again.

The memory holds no answers, only notes: what of an answer is counts and codes. ``files/memory``
says how they are kept, ``case/folder_state`` what has to be as it was.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias, TypeVar

from samarbejde_cli.actions.many_cases import FEW, LOT, ask_each, forks, is_large
from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.case.folder_state import FolderState, entry_of, state_of
from samarbejde_cli.files.memory import Entry, Memory
from samarbejde_cli.lazy import frozen

Answer = TypeVar("Answer")
Question = Callable[[Any, Case], tuple[Answer, str | None]]
"""A function of a job and a case: its answer, and a note of it that may be kept; None: nothing."""
Recall = Callable[[Any, str, FolderState], Answer | None]
"""A function of a job, a note and its case: the answer; None when a file was changed just now."""

_MUCH = 200_000
"""Characters; a case with nothing wrong has some fifty, one with fifteen findings a thousand."""
_MOSTLY_KNOWN = 4 * LOT
"""Cases that a worker gets at once when nearly all are only looked at."""


class Told(NamedTuple):
    """What is known of a case: its answer, and what is remembered of it from now on."""

    folder: Path
    answer: Any
    entry: Entry | None


class _Known:
    """What is remembered, found by how a case looks or by what its files say."""

    def __init__(self, memory: Memory) -> None:
        self.key, self.began = memory.key, memory.began
        self._by_stamp = {each.stamp: each for each in memory.entries if each.stamp}
        self.by_content = {each.content: each for each in memory.entries}

    @property
    def tells_much(self) -> bool:
        """Whether making answers of the notes takes longer than starting other processes."""
        return sum(len(each.note) for each in self.by_content.values()) > _MUCH

    def entry(self, state: FolderState) -> Entry | None:
        """Return what is remembered of a case that is as it was."""
        if not self.by_content:
            return None
        stamp = state.stamp(self.key)
        if stamp in self._by_stamp:
            return self._by_stamp[stamp]
        if (content := state.content_now(self.key)) not in self.by_content:
            return None
        settled = self.began is not None and state.is_settled(self.began)
        return self.by_content[content]._replace(stamp=stamp if settled else "")


@frozen
class _Job:
    question: Question[Any]
    recall: Recall[Any]
    job: Any
    known: _Known
    large_too: bool


def ask_changed(
    questions: tuple[Question[Answer], Recall[Answer]],
    job: Any,
    folders: Sequence[Path],
    memory: Memory,
    shown: Iterable[Path] | None = None,
    *,
    in_order: bool = True,
) -> Iterator[Told]:
    """Yield what is known of each case, in their order, or else very large ones last.

    ``questions`` are what a case is asked, and how its answer is made of a note. ``shown`` are the
    same folders, taken as the work goes on.
    """
    asked = _Job(*questions, job, _Known(memory), large_too=in_order)
    for _, told in zip(shown or folders, _told(asked, folders), strict=True):
        yield told


def _told(asked: _Job, folders: Sequence[Path]) -> Iterator[Told]:
    large = []
    for folder, found in zip(folders, _answers(asked, folders), strict=True):
        if found is None:
            large.append(folder)
        else:
            yield Told(folder, *_unpacked(asked.known, *found))
    again = replace(asked, large_too=True)
    for folder, found in zip(large, ask_each(_asked, again, large, 1, 1), strict=True):
        yield Told(folder, *_unpacked(asked.known, *(found or (None, None))))


def _answers(asked: _Job, folders: Sequence[Path]) -> Iterator["_Answer | None"]:
    """Yield what ``_asked`` returns; this process looks what is known, where that is soon done.

    Answers that are wanted in order are values, which take as long to come back as to be made.
    """
    if not asked.known.by_content:
        return ask_each(_asked, asked, folders)
    if forks() and asked.known.tells_much and not asked.large_too:
        return ask_each(_asked, asked, folders, FEW, _MOSTLY_KNOWN)
    return _looked_at_here(asked, folders)


def _looked_at_here(asked: _Job, folders: Sequence[Path]) -> Iterator["_Answer | None"]:
    states = ((each, state_of(each)) for each in folders)
    known = {each: found for each, state in states if (found := _recalled(asked, each, state))}
    others = ask_each(_asked, asked, [each for each in folders if each not in known])
    yield from (known[each] if each in known else next(others) for each in folders)
    next(others, None)  # there are no more: the workers stop


_Answer: TypeAlias = tuple[Any, Entry | str | None]
"""The answer of a case and what is remembered of it: a digest for an entry that is as it was."""


def _unpacked(known: _Known, answer: Any, entry: Entry | str | None) -> tuple[Any, Entry | None]:
    return answer, known.by_content[entry] if isinstance(entry, str) else entry


def _recalled(asked: _Job, folder: Path, state: FolderState | None) -> _Answer | None:
    """Return what is known of a case that is as it was; None of another and of one that waits."""
    known, waits = asked.known, is_large(state) and not asked.large_too
    entry = known.entry(state) if state and not waits else None
    if entry is None or state is None:
        return None
    answer = asked.recall(asked.job, entry.note, state)
    if answer is None:
        answer, _ = asked.question(asked.job, load_case(folder))
    return answer, entry.content if entry == known.by_content[entry.content] else entry


def _asked(asked: _Job, folder: Path) -> _Answer | None:
    """Return the answer of a case and what is remembered of it; None for one that is to wait."""
    state, known = state_of(folder), asked.known
    if is_large(state) and not asked.large_too:
        return None
    if found := _recalled(asked, folder, state):
        return found
    case = load_case(folder)
    answer, note = asked.question(asked.job, case)
    if state is None or note is None or known.began is None:
        return answer, None
    return answer, entry_of(known.key, known.began, state, case, note)
