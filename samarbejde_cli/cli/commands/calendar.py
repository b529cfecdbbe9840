"""``samarbejde calendar``: the meeting as a calendar file for colleagues."""

from pathlib import Path
from typing import Annotated

from samarbejde_cli.actions.calendar import calendar as write_calendar
from samarbejde_cli.actions.readable import require_readable
from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import today
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.opened import folders_named, opened
from samarbejde_cli.cli.problems import each_case, undone
from samarbejde_cli.report import calendar as report

Output = Annotated[
    Path | None,
    options.folder(
        "Mappen, som kalenderfilen lægges i. Uden tilvalget: mappen dokumenter i sagen."
    ),
]


def calendar(
    cases: options.CaseArguments,
    output: Output = None,
    workspace: options.Workspace = None,
) -> int:
    """Lav en kalenderfil (.ics) af mødet til kollegerne.

    Filen fortæller kun tid, sted og sagens nummer og er markeret som privat. Under `kalender` i
    samarbejde.yaml kan I lade den nævne dagsordenen som bilag, og hvem der er med, efter funktion.
    Kommende møder under `andre_møder` i sag.yaml får hver sin fil. Flytter I et møde, så
    kør kommandoen igen: den nye fil retter aftalen i kalenderen. Er datoen slettet, holder sagen
    pause, eller er den afsluttet, sletter filen aftalen. Efter en overdragelse er der to filer: den
    ene sletter den tidligere koordinators aftale, den anden er den nyes. Send dem begge.
    """
    found, day = opened(workspace), today()
    folders = folders_named(found, cases)

    def write(case: Case) -> int:
        with undone("Kalenderfilen er ikke lavet"):
            require_readable(found, case, day)
        console.out_lines(report.as_lines(write_calendar(found, case, day, output)))
        return 0

    return int(bool(each_case(map(load_case, folders), write)))


SECTION = Section.MEETINGS
COMMANDS = {"calendar": calendar}
