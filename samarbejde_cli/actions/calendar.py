"""The meetings of a case as calendar files for colleagues, beside the agenda.

The last one sent is recorded in ``breve.yaml``, so that a file made elsewhere goes on from
there: the same meeting keeps its name, one that moved gets a higher number, one that is called
off is cancelled.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from samarbejde_cli import __version__
from samarbejde_cli.actions.bookings import Booking, bookings, has_colleagues
from samarbejde_cli.actions.invite import Invite, as_calendar, uid_of
from samarbejde_cli.actions.output_folder import OutputFolder, Status
from samarbejde_cli.actions.paper_register import appended, read_filed
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.appointments import (
    CALENDAR,
    MEETING,
    OTHER_CALENDAR,
    is_called_off,
    is_off,
)
from samarbejde_cli.case.case import DOCUMENTS, Case
from samarbejde_cli.case.paper_register import PaperRecord
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.documents.context import address_of, shared
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.files.lock import locked
from samarbejde_cli.files.write import Change, digest_of
from samarbejde_cli.profile.model import Profile

PAPERS = (CALENDAR, OTHER_CALENDAR)
"""What calendar files are called in ``breve.yaml``."""
_TAKEN_BACK = "-tidligere-indkalder"


class NoMeetingError(SamarbejdeError):
    """There is no meeting to put in a calendar, and none to take out of it."""


class Sent(NamedTuple):
    """A calendar file that was written: its path, outcome and content."""

    path: Path
    status: Status
    invite: Invite


class Edition(NamedTuple):
    """A calendar file to be written: its name, what it says, its bytes, and what it is of."""

    name: str
    invite: Invite
    data: bytes
    booking: Booking


def calendar(workspace: Workspace, case: Case, day: date, output: Path | None = None) -> list[Sent]:
    """Write the calendar files of the case's meetings, and file each that is a new edition.

    After a hand-over there are two: the one who invited before cancels, the new one invites.
    Raises ``NoMeetingError`` when the meeting has no day, or the case has no colleagues to ask;
    ``SamarbejdeError`` when ``breve.yaml`` cannot be read, ``WriteError``.
    """
    folder = output or case.folder / DOCUMENTS
    prefix = f"{case.number}-" if output else ""
    with locked(case.folder):
        found, change = editions(workspace, case, day, prefix)
        output_folder = OutputFolder(folder)
        done = [(each, output_folder.put(each.name, each.data, overwrite=True)) for each in found]
        output_folder.close(*([change] if change else []))
    return [Sent(folder / each.name, status, each.invite) for each, status in done]


def editions(
    workspace: Workspace, case: Case, day: date, prefix: str = ""
) -> tuple[list[Edition], Change | None]:
    """Return the calendar files that are right now, and the change that files what is new of them.

    ``prefix`` begins their names. Whoever calls holds the case's lock. Raises what ``calendar``
    raises.
    """
    profile, _ = workspace.profile_of(case)
    found, change = editions_of(case, profile, bookings(case, profile, day), day, prefix)
    if not found:
        raise _no_meeting(case, profile, day)
    return found, change


def editions_of(
    case: Case, profile: Profile, booked: Iterable[Booking], day: date, prefix: str = ""
) -> tuple[list[Edition], Change | None]:
    """Return the calendar files of some appointments, and the change that files what is new."""
    source, filed = read_filed(case.folder)
    found = [
        Edition(_name(booking, invite, prefix), invite, as_calendar(invite), booking)
        for booking in booked
        for invite in _next(case, profile, booking, day, _last(booking, filed))
    ]
    known = {each.sha256 for each in filed if each.paper in PAPERS}
    new = [each for each in found if digest_of(each.data) not in known]
    return found, appended(source, [_entry(case, each) for each in new])


def _name(booking: Booking, invite: Invite, prefix: str) -> str:
    """Return the name of a file; that of an entry that is taken back is another."""
    old = _TAKEN_BACK if invite.is_replaced else ""
    return f"{prefix}{booking.stem}{old}.ics"


def again(municipality: str, case: Case, entry: PaperRecord) -> bytes:
    """Return the bytes of a filed calendar file."""
    return as_calendar(_as_sent(municipality, case, entry))


def _as_sent(municipality: str, case: Case, entry: PaperRecord) -> Invite:
    """Return a filed edition under the number that the case had then."""
    invite = _filed_invite(municipality, case, entry)
    found = (replace(invite, case=number) for number in (case.number, *case.former_numbers))
    same = (each for each in found if digest_of(as_calendar(each)) == entry.sha256)
    return next(same, invite)


def _next(
    case: Case, profile: Profile, booking: Booking, day: date, last: PaperRecord | None
) -> Iterator[Invite]:
    """Yield the editions that are right now: the last one again when nothing changed."""
    before = _as_sent(profile.municipality, case, last) if last else None
    now = _planned(case, profile, booking, day)
    if now is None or (before is None and _is_past(booking, now, day)):
        if before is None:
            return
        now = replace(before, cancelled=True)
    if before is None:
        yield now
    elif now.organizer == before.organizer:
        yield _following(now, before, day)
    else:
        # a calendar takes changes only from the one who invited
        if not before.cancelled and before.begins.date() >= day:
            off = replace(before, cancelled=True, edition=before.edition + 1, made=day)
            yield replace(off, is_replaced=True)
        series = before.series + 1
        uid = uid_of(profile.municipality, case.identity, booking.key, series)
        yield replace(now, uid=uid, series=series)


def _is_past(booking: Booking, now: Invite, day: date) -> bool:
    """Whether it is a meeting outside the rounds that nobody needs in a calendar any more."""
    return booking.paper == OTHER_CALENDAR and now.begins.date() < day


def _following(now: Invite, before: Invite, day: date) -> Invite:
    """Return the edition after one by the same organizer, or that one when nothing changed."""
    same = replace(
        now, uid=before.uid, series=before.series, edition=before.edition, made=before.made
    )
    is_same = digest_of(as_calendar(same)) == digest_of(as_calendar(before))
    return same if is_same else replace(same, edition=before.edition + 1, made=day)


def _planned(case: Case, profile: Profile, booking: Booking, day: date) -> Invite | None:
    """Return a meeting as the case's files have it; None when it is not going to be held."""
    if booking.slot is None:
        return None
    return Invite(
        case=case.number,
        uid=uid_of(profile.municipality, case.identity, booking.key),
        begins=booking.slot.begins,
        ends=booking.slot.ends,
        place=place_of(booking.room, profile),
        edition=0,
        made=day,
        organizer=organizer_of(case, profile, day),
        about=booking.about,
    )


def place_of(name: str | None, profile: Profile) -> str | None:
    """Return a room with its address; one that the settings do not know may be somebody's home."""
    room = profile.room(name)
    return f"{room.name}, {address_of(room, profile)}" if room else None


def organizer_of(case: Case, profile: Profile, day: date) -> str | None:
    """Return the mail address that invites: the coordinator's, else the municipality's."""
    coordinator = shared(case, profile, "", day)["koordinator"] or {}
    return coordinator.get("email") or profile.email


def _no_meeting(case: Case, profile: Profile, day: date) -> NoMeetingError:
    if case.round.meeting.date and not has_colleagues(case, profile, day):
        return NoMeetingError(
            f"Ingen af deltagerne i mødet i sagen {case.number} arbejder i kommunen.",
            "En kalenderfil er til kolleger; de andre får en indkaldelse.",
        )
    when = case.round.meeting.date
    if when and case.round.meeting.start is None and not is_off(case, when):
        return NoMeetingError(
            f"Mødet den {long_date(when)} i sagen {case.number} har intet klokkeslæt.",
            f"Skriv det under `møde` og `start` i {case.round_key}.yaml.",
        )
    if when:
        held = "blev ikke holdt" if when < day else "bliver ikke holdt"
        return NoMeetingError(
            f"Mødet den {long_date(when)} i sagen {case.number} {held}, og det er ikke sat i "
            "nogens kalender."
        )
    if is_called_off(case, MEETING):
        return NoMeetingError(
            f"Mødet i sagen {case.number} er aflyst, og det er ikke sat i nogens kalender.",
            "Ring eller skriv til kollegerne, hvis de er indkaldt på anden måde.",
        )
    return NoMeetingError(
        f"Mødet i sagen {case.number} har ingen dato.",
        f"Skriv den under `møde` og `dato` i {case.round_key}.yaml.",
    )


def _last(booking: Booking, filed: list[PaperRecord]) -> PaperRecord | None:
    found = [each for each in filed if _is_of(booking, each)]
    # two who work apart can have sent the same edition: the later line is the one that counts
    return max(reversed(found), key=age_of, default=None)


def _is_of(booking: Booking, entry: PaperRecord) -> bool:
    return entry.paper == booking.paper and key_of(entry) == booking.key


def key_of(entry: PaperRecord) -> str:
    """Return what tells the appointment of a filed calendar file from the case's others."""
    if entry.paper != OTHER_CALENDAR:
        return str(entry.round)
    return (
        entry.file[entry.file.find("andet-møde") :].removesuffix(".ics").removesuffix(_TAKEN_BACK)
    )


def age_of(entry: PaperRecord) -> tuple[int, int]:
    """Return what is higher in a later edition."""
    return entry.series, entry.edition or 0


def _filed_invite(municipality: str, case: Case, entry: PaperRecord) -> Invite:
    if entry.begins is None or entry.ends is None:
        raise SamarbejdeError(
            f"Kalenderfilen {entry.file} står i breve.yaml i sagen {case.number} uden begynder "
            "eller slutter.",
            "Skriv, hvornår mødet, som er sat i kalenderen, begynder og slutter.",
        )
    return Invite(
        case=case.number,
        uid=uid_of(municipality, case.identity, key_of(entry), entry.series),
        begins=entry.begins,
        ends=entry.ends,
        place=entry.place,
        edition=entry.edition or 0,
        series=entry.series,
        made=entry.date,
        organizer=entry.organizer,
        cancelled=entry.cancelled,
        about=entry.about,
    )


def _entry(case: Case, edition: Edition) -> dict[str, object]:
    invite, is_other = edition.invite, edition.booking.paper == OTHER_CALENDAR
    return {
        "date": invite.made,
        "paper": edition.booking.paper,
        "round": case.record.round if is_other else int(edition.booking.key),
        "channel": "intern",
        "file": edition.name,
        "sha256": digest_of(edition.data),
        "tool": __version__,
        "begins": invite.begins,
        "ends": invite.ends,
        "place": invite.place,
        "organizer": invite.organizer,
        "edition": invite.edition,
        "series": invite.series or None,
        "cancelled": invite.cancelled,
        "about": invite.about,
    }
