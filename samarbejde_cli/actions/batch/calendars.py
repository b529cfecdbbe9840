"""Calendar files for colleagues, next to the agendas of a mailing."""

from collections.abc import Callable
from pathlib import Path

from samarbejde_cli.actions.batch.executors import Crew
from samarbejde_cli.actions.batch.job import Job
from samarbejde_cli.actions.batch.letters import CaseAtWork
from samarbejde_cli.actions.batch.outcome import LetterState
from samarbejde_cli.actions.batch.running import Ran
from samarbejde_cli.actions.calendar import NoMeetingError, editions
from samarbejde_cli.case.case import load_case
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.files.find import CASES_FOLDER
from samarbejde_cli.files.lock import locked
from samarbejde_cli.files.os_errors import in_danish
from samarbejde_cli.files.private import make_folder
from samarbejde_cli.files.write import write_change, write_file

FOLDER = "outlook"
_AGENDA = "agenda"


def write_calendars(
    ran: Ran, crew: Crew, folder: Path, tick: Callable[[int], None] = lambda _: None
) -> tuple[int, list[str]]:
    """Write a calendar file for each case whose agenda was made and that has colleagues to ask.

    Returns how many there are, and the cases where it failed. Raises ``WriteError`` when the folder
    cannot be written to.
    """
    hashes = {case.number: case.sha256 for case in ran.plan.cases}
    numbers = [
        (letter.case, hashes[letter.case])
        for letter in ran.plan.ready
        if letter.kind == _AGENDA and _is_done(ran, letter.file)
    ]
    if not numbers:
        return 0, []
    with in_danish(folder / FOLDER):
        make_folder(folder / FOLDER)
    made, failed = 0, []
    fates = zip(numbers, crew.each(_write, numbers, _lost), strict=True)
    for done, ((number, _), fate) in enumerate(fates, 1):
        made += fate is True
        failed += [number] if fate is False else []
        tick(done)
    return made, failed


def _is_done(ran: Ran, file: str) -> bool:
    outcome = ran.outcomes.get(file)
    return outcome is not None and outcome.state is LetterState.DONE


def _write(job: Job, planned: tuple[str, str]) -> bool | None:
    """Write one; True when it is there, None when nobody needs it, False when it failed.

    A case that was changed since its agenda was approved gets none: the two would differ.
    """
    number, approved = planned
    folder = job.workspace.root / CASES_FOLDER / number
    try:
        with locked(folder):
            case = load_case(folder)
            if CaseAtWork(job, case).sha256 != approved:
                return False
            found, change = editions(job.workspace, case, job.day, f"{number}-")
            for each in found:
                write_file(job.output / FOLDER / each.name, each.data)
            if change:
                write_change(change)
    except NoMeetingError:
        return None
    except SamarbejdeError:
        return False
    return True


def _lost(planned: tuple[str, str]) -> bool | None:
    del planned
    return False
