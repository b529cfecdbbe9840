"""A case as its files are now, or what keeps it from being read."""

from collections.abc import Iterable
from datetime import date

from samarbejde_cli.actions.check import check_case
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import Case
from samarbejde_cli.report.diagnosis import Diagnosis


class UnreadableCaseError(Exception):
    """What is to be done to a case is not known as its files are broken; carries the diagnoses."""

    def __init__(self, number: str, diagnoses: Iterable[Diagnosis]) -> None:
        super().__init__(number)
        self.number = number
        self.diagnoses = tuple(diagnoses)


def require_readable(workspace: Workspace, case: Case, today: date) -> None:
    """Raise ``UnreadableCaseError`` when one of the case's files cannot be read."""
    if not case.is_whole:
        raise UnreadableCaseError(case.number, check_case(workspace, case, today))
