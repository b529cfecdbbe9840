"""Make the page for a day of meetings in all cases."""

from collections.abc import Iterable
from datetime import date, time
from pathlib import Path

from samarbejde_cli.actions.many_cases import ask_each
from samarbejde_cli.actions.output_folder import OutputFolder, Status
from samarbejde_cli.actions.papers import properties
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import load_case
from samarbejde_cli.documents.lookup import compiled, find_template, read_template
from samarbejde_cli.documents.meeting_day import (
    STEM,
    TEMPLATE,
    TITLE,
    DayBooking,
    bookings,
    is_same_week,
    meeting_day,
)
from samarbejde_cli.lazy import frozen

FOLDER = "dokumenter"


@frozen
class DayPage:
    """Result of ``render_week``: the file, None for a week without meetings; cases left out.

    ``day`` is None when nobody meets on any day to come.
    """

    day: date | None
    path: Path | None
    status: Status | None
    unreadable: tuple[str, ...]


@frozen
class Taken:
    """A day on which something takes place, and whether it is a meeting of the team."""

    day: date
    is_meeting: bool


def next_meeting_day(found: Iterable[Taken], today: date) -> date | None:
    """Return the next day with a meeting, today too; without any, the next pre-meeting's day."""
    coming = [each for each in found if each.day >= today]
    meetings = [each.day for each in coming if each.is_meeting]
    return min(meetings or [each.day for each in coming], default=None)


def render_week(
    workspace: Workspace,
    today: date,
    day: date | None = None,
    *,
    output: Path | None = None,
    overwrite: bool = False,
) -> DayPage:
    """Write the page for a day, by default the next day with meetings.

    Raises ``WriteError`` or ``ConflictError`` when it cannot be written, ``TemplateError`` when
    the municipality's own template is wrong.
    """
    folders = workspace.folders()
    taken = dict(zip(folders, ask_each(_taken, workspace, folders), strict=True))
    unreadable = tuple(folder.name for folder, days in taken.items() if days is None)
    known = [(folder, each) for folder, days in taken.items() for each in days or ()]
    day = day or next_meeting_day((each for _, each in known), today)
    wanted = [folder for folder, each in known if day and is_same_week(each.day, day)]
    found = _bookings(workspace, dict.fromkeys(wanted), day) if day else []
    broken = {each.case.number for each in found if not _can_be_told(each, today)}
    found = [each for each in found if each.case.number not in broken]
    unreadable = tuple(sorted({*unreadable, *broken}))
    if day is None or not found:
        return DayPage(day, None, None, unreadable)
    output_folder = OutputFolder(output or workspace.root / FOLDER)
    name = f"{STEM}-{day.isoformat()}.docx"
    status = output_folder.put(name, _page(workspace, found, day, today), overwrite=overwrite)
    output_folder.close()
    return DayPage(day, output_folder.folder / name, status, unreadable)


def _taken(workspace: Workspace, folder: Path) -> list[Taken] | None:
    """Return when something takes place in a case; None for one that cannot be read."""
    found = _of_case(workspace, folder)
    return None if found is None else [Taken(each.day, each.is_meeting) for each in found]


def _of_case(workspace: Workspace, folder: Path) -> list[DayBooking] | None:
    case = load_case(folder)
    return unless_broken(bookings, None, case, workspace.profile_of(case)[0])


def _bookings(workspace: Workspace, folders: Iterable[Path], day: date) -> list[DayBooking]:
    """Return what takes place in the week of a day, in its order."""
    found = [each for folder in folders for each in _of_case(workspace, folder) or ()]
    week = (each for each in found if is_same_week(each.day, day))
    return sorted(week, key=lambda each: (each.day, each.start or time.max, each.case.number))


def _can_be_told(booking: DayBooking, today: date) -> bool:
    """Whether all can be read that the page says of a booking."""
    args = ([booking], booking.profile, booking.day, today)
    return unless_broken(meeting_day, None, *args) is not None


def _page(workspace: Workspace, found: list[DayBooking], day: date, today: date) -> bytes:
    profile = workspace.profile
    path = find_template(TEMPLATE, workspace.root)
    about = properties(profile, TITLE, today)
    context = meeting_day(found, profile, day, today)
    return compiled(path, read_template(path), profile.look).render(context, properties=about)
