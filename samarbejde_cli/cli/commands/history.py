"""``samarbejde history``: all that happened to a case, in sentences."""

from datetime import date
from typing import Annotated

from typer import Option

from samarbejde_cli.actions.changes import changes
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import Case
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import today
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.days import day_option
from samarbejde_cli.cli.opened import opened_case
from samarbejde_cli.report import changes as changes_report
from samarbejde_cli.report import history as report

Changes = Annotated[
    bool, Option("--changes", help="Fortæl hver ændring af sagens filer, som git kender dem.")
]
AsOf = Annotated[
    date | None, day_option("--as-of", "Kun ændringer til og med den dag (med --changes).")
]


def history(
    case: options.CaseArgument,
    show_changes: Changes = False,
    as_of: AsOf = None,
    form: options.WrittenFormat = "text",
    workspace: options.Workspace = None,
) -> int:
    """Vis, hvad der er sket med en sag: hvem, hvornår og hvorfor.

    Hver linje i historik.yaml bliver til en sætning, den ældste først. Derefter kommer de papirer,
    der er lavet til sagen. Med --changes bliver hver ændring af en værdi i stedet fortalt, som git
    kender dem: hvem, hvornår, og hvad der stod før.
    """
    found, loaded = opened_case(workspace, case)
    if show_changes or as_of:
        _show_changes(found, loaded, as_of, form)
    else:
        _show_events(found, loaded, form)
    return 0


def _show_changes(workspace: Workspace, case: Case, as_of: date | None, form: str) -> None:
    found = changes(workspace.root, case, as_of)
    if form == "json":
        console.out_json(changes_report.as_json(case.number, found))
    else:
        console.out("\n".join(changes_report.as_lines(case.number, found)))


def _show_events(workspace: Workspace, case: Case, form: str) -> None:
    from samarbejde_cli.actions.paper_register import read_filed  # noqa: PLC0415 — slow, and not for --changes
    from samarbejde_cli.actions.readable import require_readable  # noqa: PLC0415 — same
    from samarbejde_cli.cli.problems import undone  # noqa: PLC0415 — same

    with undone("Historikken kan ikke vises"):
        require_readable(workspace, case, today(), "historik")
    filed = read_filed(case.folder)[1]
    meetings = unless_broken(lambda: case.record.other_meetings, [])
    if form == "json":
        console.out_json(report.as_json(case.number, case.history, filed, meetings))
    else:
        console.out_lines(report.as_lines(case.number, case.history, filed, meetings))


SECTION = Section.OVERVIEW
COMMANDS = {"history": history}
