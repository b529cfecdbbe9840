"""After a command that writes: saved in git too, where the settings ask for it."""

from samarbejde_cli.actions.save_itself import save_itself
from samarbejde_cli.cli import console
from samarbejde_cli.cli.clock import today
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.files.written import taken
from samarbejde_cli.report import save as report


def save_what_was_written() -> None:
    """Save what the command has written; what is in the way is told and stops nothing."""
    try:
        result = save_itself(taken(), today())
    except SamarbejdeError as error:
        console.problem(report.not_itself(error.message), error.hint)
        return
    if result and result.errors:
        console.problem(report.not_itself(report.REFUSED), report.refused_hint(result))
    elif result and result.text:
        console.err(report.itself(result))
