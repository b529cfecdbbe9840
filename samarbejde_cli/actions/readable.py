"""A case as its files are now, or why it cannot be read."""

from collections.abc import Iterable
from datetime import date

from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import Case
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.findings import Diagnosis


class UnreadableCaseError(SamarbejdeError):
    """A case's files are too broken to work on; carries the diagnoses."""

    def __init__(self, number: str, diagnoses: Iterable[Diagnosis]) -> None:
        super().__init__(
            f"Intet er ændret: filerne i sagen {number} kan ikke læses.",
            f"Se hvorfor med `samarbejde validate {number}`.",
        )
        self.number = number
        self.diagnoses = tuple(diagnoses)

    def shown(self, undone: str) -> None:
        """Note that the diagnoses were shown, and in Danish what is not done because of them."""
        self.message = f"{undone}: filerne i sagen {self.number} kan ikke læses."
        self.hint = "Ret fejlene ovenfor."


def require_readable(workspace: Workspace, case: Case, today: date, *stems: str) -> None:
    """Raise ``UnreadableCaseError`` when one of the case's files cannot be read.

    ``stems`` are the files that are needed; without them all are.
    """
    broken = any(case.files[stem].value is None for stem in stems)
    if broken or not (stems or case.is_whole):
        from samarbejde_cli.actions.validate import check_case  # noqa: PLC0415 — slow, and rarely needed

        raise UnreadableCaseError(case.number, check_case(workspace, case, today))
