"""Every case at a glance: where it stands, what comes next, what is in the way."""

from dataclasses import dataclass
from datetime import date

from samarbejde_cli.actions.check import check_case
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import BrokenFileError, Case
from samarbejde_cli.report.diagnosis import Diagnosis


@dataclass(frozen=True)
class Standing:
    """One line of the overview; what cannot be read is None."""

    number: str
    name: str | None
    step: str | None
    round: int | None
    next_date: date | None
    blocking: tuple[Diagnosis, ...]


def overview(workspace: Workspace, today: date) -> list[Standing]:
    """Return the standing of every case, in the order of the numbers."""
    return [_standing(workspace, case, today) for case in workspace.cases()]


def _standing(workspace: Workspace, case: Case, today: date) -> Standing:
    diagnoses = check_case(workspace, case, today)
    blocking = tuple(each for each in diagnoses if each.blocks)
    try:
        record = case.record
    except BrokenFileError:
        return Standing(case.number, None, None, None, None, blocking)
    name, step = record.youth.name, record.step.value
    return Standing(case.number, name, step, record.round, _next_date(case, today), blocking)


def _next_date(case: Case, today: date) -> date | None:
    if case.step.is_end:
        return None
    try:
        return case.round.next_date(today)
    except BrokenFileError:
        return None
