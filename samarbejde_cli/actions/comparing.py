"""What is wrong between cases, when most of them are only remembered.

Of a case that is as it was, the memory has the buckets of the values by which it is compared with
others (``Rule.compared_by``). Several values share each bucket, so none can be read out of it; who
can read the cases themselves could only see whether a guess may fit. Only those that share one with
a changed case are read; of the others nothing new can be found.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from samarbejde_cli.actions.many_cases import ask_each
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.case.summary import Summary, summary
from samarbejde_cli.lazy import frozen
from samarbejde_cli.rules.engine.judge import Judged
from samarbejde_cli.rules.engine.workspace import compared_by, judge_all

_ALL = 0xFFFF
_SHARING = 4
"""How many values there are for each bucket."""
_AGAIN = "!"
"""What the note of a case begins with that has to be compared each time."""


@frozen
class Comparing:
    """How cases are compared; ``key`` is that of the buckets."""

    workspace: Workspace
    today: date
    key: bytes = b""

    def summary(self, case: Case) -> Summary | None:
        """Return what is compared of a case; None for one that is compared with none."""
        return summary(case, self.workspace.profile_of(case)[0], self.today)

    def judged(self, cases: Sequence[Summary]) -> list[Judged]:
        """Return what is wrong between cases."""
        settings, profile = self.workspace.loaded.source.path, self.workspace.profile
        return judge_all(cases, profile, self.today, settings) if cases else []

    def _buckets(self, case: Summary) -> set[int]:
        from samarbejde_cli.files.memory import bucket  # noqa: PLC0415 — only for many

        return {bucket(self.key, each) for each in compared_by(case, self.workspace.profile)}

    def _clashing(self, cases: Mapping[Path, Summary]) -> set[Path]:
        """Return the cases that something is wrong with beside others, or alone."""
        together: defaultdict[object, list[Path]] = defaultdict(list)
        for folder, case in cases.items():
            together[folder].append(folder)
            for value in compared_by(case, self.workspace.profile):
                together[value].append(folder)
        groups = {tuple(dict.fromkeys(folders)) for folders in together.values()}
        wrong = (group for group in groups if self.judged([cases[each] for each in group]))
        return {folder for group in wrong for folder in group}

    def compare(
        self, asked: Mapping[Path, Summary], notes: Mapping[Path, str], mask: int
    ) -> tuple[list[Judged], dict[Path, str]]:
        """Return what is wrong between the cases, and new notes of those that were read for it.

        ``asked`` are the cases that were read, ``notes`` are of the others; of their buckets only
        the bits of ``mask`` are known.
        """
        buckets = {folder: self._buckets(case) for folder, case in asked.items()}
        wanted = {each & mask for case in buckets.values() for each in case}
        near = [folder for folder, note in notes.items() if _is_near(note, wanted)]
        read = zip(near, ask_each(_summary, self, near), strict=True)
        others = {folder: case for folder, case in read if case}
        buckets |= {folder: self._buckets(case) for folder, case in others.items()}
        cases = dict(sorted({**asked, **others}.items(), key=lambda each: each[0].name))
        judged = self.judged(list(cases.values()))
        wrong = self._clashing(cases) if judged else set()
        return judged, {
            folder: _note(each, again=folder in wrong) for folder, each in buckets.items()
        }


def _summary(comparing: Comparing, folder: Path) -> Summary | None:
    return comparing.summary(load_case(folder))


def mask_of(text: str) -> int:
    """Return the mask that a memory was kept with."""
    return int(text, 16) if text else _ALL


def masked(notes: Iterable[str], mask: int) -> tuple[list[str], str]:
    """Return notes as they may be kept, and the mask: each bucket is shared by several values."""
    parts = [(note[:1] == _AGAIN, _in(note)) for note in notes]
    values = sum(len(buckets) for _, buckets in parts)
    while mask and mask >= values // _SHARING:
        mask >>= 1
    kept = [_note({each & mask for each in buckets}, again=again) for again, buckets in parts]
    return kept, f"{mask:x}"


def _note(buckets: Iterable[int], *, again: bool) -> str:
    return _AGAIN * again + ",".join(f"{each:x}" for each in sorted(buckets))


def _in(note: str) -> set[int]:
    return {int(each, 16) for each in note.removeprefix(_AGAIN).split(",") if each}


def _is_near(note: str, wanted: set[int]) -> bool:
    return note.startswith(_AGAIN) or not _in(note).isdisjoint(wanted)
