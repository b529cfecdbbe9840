"""Run one edit of a case and show it; shared by the commands that write values."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from samarbejde_cli.actions.edit import CaseEdit, Edited, RefusedEditError, UnjudgedEditError
from samarbejde_cli.actions.edit import edit as edit_case
from samarbejde_cli.cli import console
from samarbejde_cli.cli.clock import today
from samarbejde_cli.cli.opened import opened_case, print_full
from samarbejde_cli.lazy import frozen
from samarbejde_cli.report import edit as report

Work = Callable[[CaseEdit], None]


@frozen
class EditOptions:
    """The options that all editing commands have: a dry run, the form of what is printed."""

    dry_run: bool = False
    form: Literal["text", "json"] = "text"
    workspace: Path | None = None


def run_edit(case: str, work: Work, chosen: EditOptions) -> int:
    """Edit the case of a number or a folder, print what was done, and return the exit code."""
    edited = planned_edit(case, work, chosen, dry_run=chosen.dry_run)
    if chosen.form == "json":
        console.out_json(report.as_json(edited, dry_run=chosen.dry_run))
    else:
        console.out_lines(report.as_lines(edited, dry_run=chosen.dry_run))
    return 0


def planned_edit(case: str, work: Work, chosen: EditOptions, *, dry_run: bool = True) -> Edited:
    """Return what an edit does; in a dry run nothing is written."""
    found, loaded = opened_case(chosen.workspace, case)
    with shown_refusal():
        return edit_case(found, loaded, work, today(), dry_run=dry_run)


@contextmanager
def shown_refusal() -> Iterator[None]:
    """Print what would be wrong with a file when an edit is refused for it; the error goes on."""
    try:
        yield
    except (RefusedEditError, UnjudgedEditError) as error:
        print_full(error.diagnoses)
        raise
