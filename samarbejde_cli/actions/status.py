"""Every case at a glance: its step, what comes next, what blocks it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from samarbejde_cli import codes
from samarbejde_cli.actions.many_cases import ask_each
from samarbejde_cli.actions.validate import check_case
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.appointments import MEETING, PRE_MEETING, is_off, of_round
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.case.steps import ORDER, Step
from samarbejde_cli.deadlines.deadline import Task
from samarbejde_cli.deadlines.table import CHANGES, RENEWALS, tasks
from samarbejde_cli.findings import Diagnosis
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile


@frozen
class CaseStatus:
    """One line of the overview; what cannot be read is None.

    ``groups`` tells how far the case is: for the intake and for each round, planned ones too, how
    many of its steps are reached and how many there are. ``task`` is what is to be done first,
    ``late`` how much is late. ``untold`` is whether somebody does not know that a meeting was moved
    or called off, ``stale`` whether papers tell the old day. ``awaits`` is ``formøde`` or ``møde``
    when that is still to come;
    ``blocking`` begins with what can be done before it.
    """

    number: str
    name: str | None
    step: str | None
    round: int | None
    next_date: date | None
    blocking: tuple[Diagnosis, ...]
    coordinator: str | None = None
    department: str | None = None
    profile: str = ""
    groups: tuple[tuple[int, int], ...] = ()
    task: Task | None = None
    late: int = 0
    paused_until: date | None = None
    untold: bool = False
    stale: bool = False
    awaits: str = ""
    other_meetings: int = 0
    """How many meetings were held outside the rounds."""

    @property
    def is_open(self) -> bool:
        """Whether the case can be read and has not ended."""
        return self.step is not None and not Step(self.step).is_end


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
) -> list[CaseStatus]:
    """Return the standing of every case that is asked for, in the order of the numbers.

    ``folders`` are the cases to look at; without them, all.
    """
    asked = _Overview(workspace, today, wanted or Filter())
    found = ask_each(_wanted, asked, workspace.folders() if folders is None else folders)
    return [standing for standing in found if standing]


@frozen
class _Overview:
    workspace: Workspace
    today: date
    wanted: Filter


def _wanted(asked: _Overview, folder: Path) -> CaseStatus | None:
    standing = _standing(asked.workspace, load_case(folder), asked.today)
    return standing if asked.wanted.holds(standing) else None


def _standing(workspace: Workspace, case: Case, today: date) -> CaseStatus:
    profile, _ = workspace.profile_of(case)
    blocking = tuple(each for each in check_case(workspace, case, today) if each.blocks)
    record = unless_broken(lambda: case.record, None)
    if record is None:
        return CaseStatus(case.number, None, None, None, None, blocking, profile=profile.base)
    todo = tasks(case, profile, today)
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
        groups=_groups(record.step, record.round, profile),
        task=todo[0] if todo else None,
        late=sum(task.is_late(today) for task in todo),
        paused_until=record.pause.until if record.pause and record.is_paused(today) else None,
        untold=any(task.name == CHANGES for task in todo),
        stale=any(task.name == RENEWALS for task in todo),
        awaits=awaits,
        other_meetings=sum(
            each.date is not None and each.date <= today for each in record.other_meetings
        ),
    )


def _rank(diagnosis: Diagnosis, awaits: str) -> tuple[bool, bool]:
    """Return what sorts obstacles: a meeting to be held before what is written down at it."""
    return diagnosis.code in AT_THE[awaits], diagnosis.code != codes.MEETING_NOT_HELD


def _awaited(case: Case, today: date) -> str:
    """Return the appointment of the case's step that is still to come, or nothing.

    One that is set for a day on which the case rests is off: a new day is to be agreed on.
    """
    what = case.step.value
    day = of_round(case, what).date if what in (MEETING, PRE_MEETING) else None
    return what if day and day > today and not is_off(case, day) else ""


def _groups(step: Step, number: int, profile: Profile) -> tuple[tuple[int, int], ...]:
    """Return how many steps of the intake and of each round are reached, and of how many."""
    if step in (Step.INTAKE, Step.REJECTED):
        planned = 0 if step.is_end else profile.rhythm.meetings
        return ((1, 1), *((0, _IN_ROUND) for _ in range(planned)))
    reached = _IN_ROUND if step.is_end else ORDER.index(step)
    planned = 0 if step.is_end else max(0, profile.rhythm.meetings - number)
    behind = ((_IN_ROUND, _IN_ROUND) for _ in range(number - 1))
    ahead = ((0, _IN_ROUND) for _ in range(planned))
    return ((1, 1), *behind, (reached, _IN_ROUND), *ahead)


AT_THE = {
    "": frozenset[str](),
    Step.PRE_MEETING.value: frozenset(
        {
            codes.INFORMED_ABOUT_MODEL,
            codes.WISHES_MISSING,
            codes.PRE_MEETING_NOT_HELD,
            codes.EXPERIENCE_MISSING,
        }
    ),
    Step.MEETING.value: frozenset(
        {codes.MEETING_NOT_HELD, codes.YOUTH_ATTENDED, codes.NEXT_FOLLOW_UP_MISSING}
    ),
}
"""What can be met only at an appointment, by the appointment."""
_IN_ROUND = len(ORDER) - 1
"""The steps of a round: all but the intake."""


def _next_date(case: Case, today: date) -> date | None:
    if case.step.is_end:
        return None
    return unless_broken(lambda: _nearest(case, today), None)


def _nearest(case: Case, today: date) -> date | None:
    days = [*case.round.days(), *(each.date for each in case.record.other_meetings if each.date)]
    days += [day for ahead in case.prepared_rounds.values() for day in ahead.days()]
    return min((day for day in days if day >= today and not is_off(case, day)), default=None)
