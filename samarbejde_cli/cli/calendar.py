"""``samarbejde calendar``: the meeting as a calendar file for colleagues."""

from pathlib import Path

from samarbejde_cli.actions.calendar import calendar as write_calendar
from samarbejde_cli.actions.present import UnreadableCaseError, require_readable
from samarbejde_cli.case.case import load_case
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import today
from samarbejde_cli.cli.opened import opened, print_unreadable
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.report.findings import shown_path
from samarbejde_cli.report.invite import Invite


def calendar(
    cases: options.CaseArguments,
    output: options.Output = None,
    workspace: options.Workspace = None,
) -> int:
    """Lav en kalenderfil (.ics) af mødet til kollegerne.

    Filen fortæller kun tid, sted og sagens nummer og er markeret som privat. Flytter I mødet, så
    kør kommandoen igen: den nye fil retter aftalen i kalenderen. Er datoen slettet, eller er sagen
    afsluttet, sletter filen aftalen.
    """
    found, failed = opened(workspace), False
    for folder in dict.fromkeys(found.folder_of(word, Path.cwd()) for word in cases):
        case = load_case(folder)
        try:
            require_readable(found, case, today())
            path, _, invite = write_calendar(found, case, today(), output)
        except UnreadableCaseError as problem:
            failed = bool(print_unreadable(problem, "Kalenderfilen er ikke lavet"))
        except SamarbejdeError as problem:
            console.problem(problem.message, problem.hint)
            failed = True
        else:
            console.out(f"{_what(invite)}: {shown_path(path, Path.cwd())}")
    return int(failed)


def _what(invite: Invite) -> str:
    if invite.cancelled:
        return "aflysning"
    return f"udgave {invite.edition + 1}"
