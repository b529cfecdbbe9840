"""The demonstration: where it is, what was tried in it, and what to try next."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from samarbejde_cli.actions.advance import Moved
from samarbejde_cli.actions.validate import Checked
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.danish.text import counted
from samarbejde_cli.files.paths import shown_path
from samarbejde_cli.report.findings import summary


def made(workspace: Workspace, day: date) -> str:
    """Return where the demonstration is, and on which day it plays."""
    return (
        f"Arbejdsmappe: {workspace.root}\n"
        f"I demoen er det {long_date(day)}; alle mennesker er opdigtede.\n"
    )


def tried(checked: Checked, moved: Moved | None) -> Iterator[str]:
    """Yield what a check found, and which case moved."""
    yield f"Kontrol:  {summary(checked.cases, checked.counts)}"
    if moved:
        way = f"fra {moved.origin.value} til {moved.target.value} (runde {moved.round})"
        yield f"Flyttet:  {moved.number} {way}"


def papers(paths: Sequence[Path], workspace: Workspace) -> Iterator[str]:
    """Yield the papers that were made, and what to try next."""
    yield f"Lavet:    {counted(len(paths), 'dokument', 'dokumenter')}\n"
    yield from (f"  {shown_path(path)}" for path in paths)
    yield "\nPrøv nu selv:"
    yield f"  cd {shown_path(workspace.root)}"
    yield "  samarbejde status"
    yield "  samarbejde validate"
