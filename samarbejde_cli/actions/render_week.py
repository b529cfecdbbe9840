"""Make the page for a day of meetings in all cases."""

from collections.abc import Iterable
from datetime import date, time
from functools import partial
from pathlib import Path

from samarbejde_cli.actions.output_folder import OutputFolder, Status
from samarbejde_cli.actions.papers import properties
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.documents.lookup import compiled, find_template, read_template
from samarbejde_cli.documents.meeting_day import (
    STEM,
    TEMPLATE,
    TITLE,
    DayBooking,
    bookings,
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


def next_meeting_day(found: Iterable[DayBooking], today: date) -> date | None:
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
    known, unreadable = _bookings(workspace)
    day = day or next_meeting_day(known, today)
    found = [each for each in known if day and each.is_in_week_of(day)]
    if day is None or not found:
        return DayPage(day, None, None, unreadable)
    output_folder = OutputFolder(output or workspace.root / FOLDER)
    name = f"{STEM}-{day.isoformat()}.docx"
    status = output_folder.put(name, _page(workspace, found, day, today), overwrite=overwrite)
    output_folder.close()
    return DayPage(day, output_folder.folder / name, status, unreadable)


def _bookings(workspace: Workspace) -> tuple[list[DayBooking], tuple[str, ...]]:
    """Return what takes place in all cases, in its order, and the cases that cannot be read."""
    found: list[DayBooking] = []
    unreadable = []
    for case in workspace.cases():
        own = partial(bookings, case, workspace.profile_of(case)[0])
        booked = unless_broken(own, None)
        found += booked or ()
        unreadable += [case.number] if booked is None else []
    in_order = sorted(found, key=lambda each: (each.day, each.start or time.max, each.case.number))
    return in_order, tuple(unreadable)


def _page(workspace: Workspace, found: list[DayBooking], day: date, today: date) -> bytes:
    profile = workspace.profile
    path = find_template(TEMPLATE, workspace.root)
    about = properties(profile, TITLE, today)
    context = meeting_day(found, profile, day, today)
    return compiled(path, read_template(path), profile.look).render(context, properties=about)
