"""A calendar file for each person of a plan; it says when and where, and only case numbers."""

from datetime import datetime

from samarbejde_cli.actions.invite import Invite, as_calendars, uid_of
from samarbejde_cli.actions.plan import Row, YearPlan
from samarbejde_cli.case.appointments import PRE_MEETING

FOLDER = "kalendere"


def calendar_names(year: YearPlan) -> dict[str, str]:
    """Return the name of each person's file: a number, for a file's name is no place for names."""
    return {name: f"{number:02}.ics" for number, name in enumerate(year.people, 1)}


def calendar_files(year: YearPlan, municipality: str) -> dict[str, bytes]:
    """Return each person's calendar by the name of its file.

    The entry of a meeting is the one that the case's own calendar file changes later.
    """
    files = {}
    for name, file in calendar_names(year).items():
        own = [row for row in year.rows if name in row.people]
        files[file] = as_calendars([_invite(year, row, municipality) for row in own])
    return files


def _invite(year: YearPlan, row: Row, municipality: str) -> Invite:
    begins, ends = (datetime.combine(row.spot.day, at) for at in row.spot.hours)
    identity = year.identities.get(row.case, row.case)
    return Invite(
        case=row.case,
        uid=uid_of(municipality, identity, _key(row)),
        begins=begins,
        ends=ends,
        place=row.spot.room,
        edition=0,
        made=year.today,
        title="Formøde" if row.what == PRE_MEETING else "Møde",
    )


def _key(row: Row) -> str:
    """Return what tells an appointment from the case's others in calendars."""
    if row.round is None:
        return f"andet-{row.spot.day.isoformat()}-{row.spot.hours.start.isoformat('minutes')}"
    return str(row.round) if row.is_meeting else f"{PRE_MEETING}-{row.round}"
