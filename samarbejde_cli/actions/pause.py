"""Pause a case, and resume it."""

from datetime import date, datetime

from samarbejde_cli.actions.file_changes import file_change, history_change, with_values
from samarbejde_cli.actions.readable import require_readable
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.case.history import Event, HistoryEntry, timestamp
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.files.lock import locked
from samarbejde_cli.files.write import write_all


def pause(
    workspace: Workspace, case: Case, until: date, reason: str, by: str, at: datetime
) -> None:
    """Pause a case until a given day.

    Raises ``WrongUseError`` when it has ended, rests already, or the day is not in the future,
    ``UnreadableCaseError`` when the files are broken.
    """
    with locked(case.folder):
        present, today = load_case(case.folder), at.date()
        require_readable(workspace, present, today)
        _require_open(present)
        resting = present.record.pause
        if resting and resting.covers(today):
            raise WrongUseError(
                f"Sagen {case.number} holder allerede pause til den {long_date(resting.until)}.",
                f"Slut pausen med `samarbejde resume {case.number}`, før du laver en ny.",
            )
        if until <= today:
            raise WrongUseError(
                f"Pausen ville slutte den {long_date(until)}, og det er ikke efter i dag.",
                "Skriv en senere dag efter --until.",
            )
        values: dict[str, str | None] = {
            "fra": today.isoformat(),
            "til": until.isoformat(),
            "årsag": reason,
        }
        _write(present, values, _line(present, Event.PAUSED, by, at, until, reason))


def resume(workspace: Workspace, case: Case, by: str, at: datetime) -> None:
    """Resume a case today. Raises ``WrongUseError`` when it is not paused."""
    with locked(case.folder):
        present, today = load_case(case.folder), at.date()
        require_readable(workspace, present, today)
        resting = present.record.pause
        if resting is None or not resting.covers(today):
            raise WrongUseError(
                f"Sagen {case.number} holder ikke pause.",
                "`samarbejde status` viser, hvor den står.",
            )
        line = _line(present, Event.RESUMED, by, at)
        _write(present, {"til": today.isoformat()}, line)


def _require_open(case: Case) -> None:
    if case.step.is_end:
        raise WrongUseError(
            f"Sagen {case.number} er {case.step.value} og kan ikke holde pause.",
            "Kun åbne sager kan holde pause.",
        )


def _line(
    case: Case,
    event: Event,
    by: str,
    at: datetime,
    until: date | None = None,
    reason: str | None = None,
) -> HistoryEntry:
    return HistoryEntry.model_validate(
        {
            "tid": timestamp(at),
            "hvem": by,
            "hændelse": event.value,
            "fra": case.step.value,
            "til": case.step.value,
            "runde": str(case.record.round),
            "indtil": until,
            "begrundelse": reason,
        }
    )


def _write(case: Case, values: dict[str, str | None], move: HistoryEntry) -> None:
    text = with_values(case.files["sag"].source.text, "pause", values)
    write_all([history_change(case, move), file_change(case, "sag", text)])
