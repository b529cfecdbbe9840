"""``samarbejde history``: all that happened to a case, in sentences."""

from samarbejde_cli.actions.paper_register import read_filed
from samarbejde_cli.actions.readable import require_readable
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import today
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.opened import opened_case
from samarbejde_cli.cli.problems import undone
from samarbejde_cli.report import history as report


def history(
    case: options.CaseArgument,
    form: options.WrittenFormat = "text",
    workspace: options.Workspace = None,
) -> int:
    """Vis, hvad der er sket med en sag: hvem, hvornår og hvorfor.

    Hver linje i historik.yaml bliver til en sætning, den ældste først. Derefter kommer de papirer,
    der er lavet til sagen.
    """
    found, loaded = opened_case(workspace, case)
    with undone("Historikken kan ikke vises"):
        require_readable(found, loaded, today(), "historik")
    filed = read_filed(loaded.folder)[1]
    meetings = unless_broken(lambda: loaded.record.other_meetings, [])
    if form == "json":
        console.out_json(report.as_json(loaded.number, loaded.history, filed, meetings))
    else:
        console.out_lines(report.as_lines(loaded.number, loaded.history, filed, meetings))
    return 0


SECTION = Section.OVERVIEW
COMMANDS = {"history": history}
