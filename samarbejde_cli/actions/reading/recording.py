"""Write what a form says into its case, and note in its history that the form was read."""

from datetime import date, datetime

from samarbejde_cli import __version__
from samarbejde_cli.actions.file_changes import history_change
from samarbejde_cli.actions.paper_register import appended
from samarbejde_cli.actions.readable import require_readable
from samarbejde_cli.actions.reading.earlier import answers_of
from samarbejde_cli.actions.reading.result import ReadForm, Target
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import PAPER_REGISTER, Case, load_case
from samarbejde_cli.case.history import Event, HistoryEntry, timestamp
from samarbejde_cli.documents.kind import Kind
from samarbejde_cli.files.lock import locked
from samarbejde_cli.files.write import Change, write_all
from samarbejde_cli.forms.cpr import masked
from samarbejde_cli.source.read import read


def record(
    workspace: Workspace, about: ReadForm, target: Target, by: str, at: datetime, today: date
) -> None:
    """Write all files that a form changes, with their lines in the history and the register.

    Raises ``SamarbejdeError`` when a file changed in the meantime, or another process is at work.
    """
    with locked(target.folder):
        case = load_case(target.folder)
        require_readable(workspace, case, today)
        changes = [Change(e.path, e.text, e.source.digest) for e in about.files]
        line = _record(about, target, case.record.round, today)
        register = appended(read(target.folder / f"{PAPER_REGISTER}.yaml"), [line])
        history = history_change(case, _line(case, target.kind, by, at))
        write_all([*changes, history, *([register] if register else [])])


def _record(about: ReadForm, target: Target, round_: int, day: date) -> dict[str, object]:
    return {
        "date": day,
        "paper": target.kind.stem,
        "round": round_,
        "file": masked(about.path.name),
        "sha256": about.sha256,
        "tool": __version__,
        "read": True,
        "read_from": about.file_key or None,
        "answers": answers_of(about.comparison) or None,
    }


def _line(case: Case, kind: Kind, by: str, at: datetime) -> HistoryEntry:
    return HistoryEntry.model_validate(
        {
            "tid": timestamp(at),
            "hvem": by,
            "hændelse": Event.FORM_READ.value,
            "fra": case.step.value,
            "til": case.step.value,
            "runde": str(case.record.round),
            "begrundelse": kind.title,
        }
    )
