"""Every case at a glance: its step, what comes next, what blocks it."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from samarbejde_cli import codes
from samarbejde_cli.actions.case_status import AT_THE, CaseStatus, Obstacle, groups
from samarbejde_cli.actions.many_cases import ask_each, worth_remembering
from samarbejde_cli.actions.status_note import note_of, standing_of
from samarbejde_cli.actions.validate import checked_case
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.appointments import MEETING, PRE_MEETING, is_off, of_round
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.case.meant_people import nearest_name
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.text import did_you_mean, listed
from samarbejde_cli.deadlines.table import CHANGES, RENEWALS, duties, task_of
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.findings import Diagnosis
from samarbejde_cli.lazy import frozen

if TYPE_CHECKING:
    from samarbejde_cli.case.folder_state import FolderState


@frozen
class Filter:
    """Which cases are shown; None and False exclude nothing."""

    step: Step | None = None
    coordinator: str | None = None
    profile: str | None = None
    late: bool = False

    def holds(self, standing: CaseStatus) -> bool:
        """Whether a case is shown."""
        name = (self.coordinator or "").strip().casefold()
        return (
            (self.step is None or standing.step == self.step.value)
            and name in (standing.coordinator or "").casefold()
            and self.profile in (None, standing.profile)
            and (standing.late > 0 or not self.late)
        )


def overview(
    workspace: Workspace,
    today: date,
    wanted: Filter | None = None,
    folders: Sequence[Path] | None = None,
    *,
    briefly: bool = False,
) -> list[CaseStatus]:
    """Return the standing of every case that is asked for, in the order of the numbers.

    ``folders`` are the cases to look at; without them, all. ``briefly`` says that codes are enough:
    of what blocks a case, and nothing of what is to be done first. Raises ``WrongUseError`` for a
    coordinator whom neither the settings nor a case know.
    """
    asked = _Overview(workspace, today, wanted or Filter())
    every = workspace.folders() if folders is None else folders
    if briefly and folders is None and worth_remembering(every):
        found = [each for each in _changed(asked, every) if asked.wanted.holds(each)]
    else:
        found = [each for each in ask_each(_wanted, asked, every) if each]
    if not found and asked.wanted.coordinator:
        _require_known(workspace, asked.wanted.coordinator, workspace.folders())
    return found


def _coordinator(case: Case) -> str | None:
    record = unless_broken(lambda: case.record, None)
    return record.coordinator.name if record and record.coordinator else None


def _require_known(workspace: Workspace, name: str, folders: Sequence[Path]) -> None:
    """Refuse the name of a coordinator that nobody has."""
    named = [found for each in folders if (found := _coordinator(load_case(each)))]
    staff = [each.name for each in workspace.profile.staff]
    if any(name.strip().casefold() in each.casefold() for each in (*named, *staff)):
        return
    known = sorted(set(named) or set(staff))
    meant = did_you_mean(nearest_name([*known, *staff], name))
    every = f"Koordinatorerne er {listed(known)}." if known else ""
    raise WrongUseError(
        f"Der er ingen koordinator, der hedder {name}.", " ".join(filter(None, (meant, every)))
    )


@frozen
class _Overview:
    workspace: Workspace
    today: date
    wanted: Filter


def _changed(asked: _Overview, folders: Sequence[Path]) -> Iterator[CaseStatus]:
    """Yield the standing of all cases, asking only those that changed."""
    from samarbejde_cli.actions.recall import ask_changed  # noqa: PLC0415 — only for many
    from samarbejde_cli.files.memory import memory_of  # noqa: PLC0415 — only for many

    workspace, today = asked.workspace, asked.today
    memory = memory_of(workspace.root, "status", f"{today} {workspace.loaded.source.digest}")
    entries = []
    for told in ask_changed((_noted, _remembered), asked, folders, memory):
        yield told.answer
        entries += [told.entry] if told.entry else []
    memory.keep(entries)


def _noted(asked: _Overview, case: Case) -> tuple[CaseStatus, str | None]:
    standing = _standing(asked.workspace, case, asked.today, briefly=True)
    return standing, note_of(case, standing, asked.workspace)


def _remembered(asked: _Overview, note: str, state: "FolderState") -> CaseStatus | None:
    return standing_of(note, state, asked.workspace)


def _wanted(asked: _Overview, folder: Path) -> CaseStatus | None:
    standing = _standing(asked.workspace, load_case(folder), asked.today)
    return standing if asked.wanted.holds(standing) else None


def _standing(
    workspace: Workspace, case: Case, today: date, *, briefly: bool = False
) -> CaseStatus:
    profile, _ = workspace.profile_of(case)
    found = checked_case(workspace, case, today, only_blocking=True)
    blocking = tuple(_by_code(each) if briefly else _whole(each) for _, each in found)
    record = unless_broken(lambda: case.record, None)
    if record is None:
        return CaseStatus(case.number, None, None, None, None, blocking, profile=profile.base)
    todo = duties(case, profile, today)
    awaits = unless_broken(lambda: _awaited(case, today), "")
    return CaseStatus(
        number=case.number,
        name=record.youth.name,
        step=record.step.value,
        round=record.round,
        next_date=_next_date(case, today),
        blocking=tuple(sorted(blocking, key=lambda each: _rank(each, awaits))),
        coordinator=record.coordinator.name if record.coordinator else None,
        department=record.coordinator.department if record.coordinator else None,
        profile=profile.base,
        groups=groups(record.step, record.round, profile),
        task=task_of(case, profile, *todo[0]) if todo else None,
        late=sum(due.is_late(today) for _, due in todo),
        paused_until=record.pause.until if record.pause and record.is_paused(today) else None,
        untold=any(deadline.name == CHANGES for deadline, _ in todo),
        stale=any(deadline.name == RENEWALS for deadline, _ in todo),
        awaits=awaits,
        other_meetings=sum(
            each.date is not None and each.date <= today for each in record.other_meetings
        ),
    )


def _whole(diagnosis: Diagnosis) -> Obstacle:
    return Obstacle(diagnosis.code, diagnosis.name, diagnosis)


def _by_code(diagnosis: Diagnosis) -> Obstacle:
    return _named(diagnosis.code, diagnosis.name)


@cache
def _named(code: str, name: str) -> Obstacle:
    """Return an obstacle that is known by its code alone: one for all, there may be very many."""
    return Obstacle(code, name)


def _rank(obstacle: Obstacle, awaits: str) -> tuple[bool, bool]:
    """Return what sorts obstacles: a meeting to be held before what is written down at it."""
    return obstacle.code in AT_THE[awaits], obstacle.code != codes.MEETING_NOT_HELD


def _awaited(case: Case, today: date) -> str:
    """Return the appointment of the case's step that is still to come, or nothing.

    One that is set for a day on which the case rests is off: a new day is to be agreed on.
    """
    what = case.step.value
    day = of_round(case, what).date if what in (MEETING, PRE_MEETING) else None
    return what if day and day > today and not is_off(case, day) else ""


def _next_date(case: Case, today: date) -> date | None:
    if case.step.is_end:
        return None
    return unless_broken(lambda: _nearest(case, today), None)


def _nearest(case: Case, today: date) -> date | None:
    days = [*case.round.days(), *(each.date for each in case.record.other_meetings if each.date)]
    days += [day for ahead in case.prepared_rounds.values() for day in ahead.days()]
    return min((day for day in days if day >= today and not is_off(case, day)), default=None)
