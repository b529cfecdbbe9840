"""Give a case another number: rename its folder and keep a record of the old number.

The history is written first, then the folder is renamed in one step. A command that is killed
in between is finished by the next one, with the number that the history has.
"""

from datetime import datetime
from pathlib import Path

from samarbejde_cli.actions.calendar import PAPERS
from samarbejde_cli.actions.file_changes import history_change
from samarbejde_cli.actions.readable import require_readable
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.case.history import Event, HistoryEntry
from samarbejde_cli.case.numbers import is_number, new_key, next_number
from samarbejde_cli.errors import WriteError, WrongUseError
from samarbejde_cli.files.find import CASES_FOLDER
from samarbejde_cli.files.lock import locked, uninterrupted
from samarbejde_cli.files.write import write_all
from samarbejde_cli.files.written import note
from samarbejde_cli.lazy import frozen


@frozen
class Renumbered:
    """Result of ``renumber``; ``completed`` is whether an interrupted one was finished."""

    before: str
    after: str
    completed: bool


def renumber(
    workspace: Workspace, folder: Path, number: str | None, by: str, at: datetime
) -> Renumbered:
    """Give the case in a folder another number, the next free one when none is given.

    Raises ``WrongUseError`` for a number that is taken or is none, ``UnreadableCaseError`` when
    the case's front page or history is broken, ``WriteError`` when the folder is in use.
    """
    with locked(workspace.root / CASES_FOLDER), uninterrupted():
        with locked(folder):
            case = load_case(folder)
            require_readable(workspace, case, at.date(), "sag", "historik")
            due = case.due_number
            _require_free(workspace, case, number, due)
            taken = (each.name for each in workspace.folders())
            after = due or number or next_number(taken, at.year)
            if not due:
                write_all([history_change(case, _line(case, after, by, at))])
        _rename(folder, after)  # Windows renames no folder with an open file, as the lock is
    return Renumbered(folder.name, after, due is not None)


def _require_free(workspace: Workspace, case: Case, number: str | None, due: str | None) -> None:
    if number and due and number != due:
        raise WrongUseError(
            f"Sagen {case.number} er ved at få nummeret {due}; det blev afbrudt.",
            f"Gør det færdigt først: samarbejde renumber {case.number}",
        )
    if number and not is_number(number):
        raise WrongUseError(
            f"{number} er ikke et sagsnummer.",
            "Skriv et som 2026-014, eller lad være, så vælger programmet.",
        )
    wanted = due or number
    if wanted and (workspace.root / CASES_FOLDER / wanted).exists():
        raise WrongUseError(
            f"Der er allerede en sag med nummeret {wanted}.",
            "Vælg et andet, eller lad være, så vælger programmet.",
        )


def _key(case: Case) -> str | None:
    """Return a key for a case that has none, from before there were keys.

    Where calendars hold a meeting under the old number, that stays its key: the next
    calendar file is to move that meeting and not to make another one.
    """
    if case.identity != case.number:
        return None
    return case.number if _is_in_calendars(case) else new_key()


def _is_in_calendars(case: Case) -> bool:
    return unless_broken(
        lambda: any(each.paper in PAPERS for each in case.paper_records), instead=True
    )


def _line(case: Case, after: str, by: str, at: datetime) -> HistoryEntry:
    return HistoryEntry.model_validate(
        {
            "tid": at.isoformat(timespec="minutes"),
            "hvem": by,
            "hændelse": Event.RENUMBERED.value,
            "fra": case.step.value,
            "til": case.step.value,
            "runde": str(case.record.round),
            "nummer": after,
            "tidligere_nummer": case.number,
            "nøgle": _key(case),
        }
    )


def _rename(folder: Path, after: str) -> None:
    try:
        folder.rename(folder.with_name(after))
        note(folder)
        note(folder.with_name(after))
    except OSError as problem:
        raise WriteError(
            f"Sagens mappe {folder.name} kan ikke få navnet {after}.",
            "Luk sagens filer i Word og andre programmer, og kør kommandoen igen.",
        ) from problem
