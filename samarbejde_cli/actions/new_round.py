"""Prepare a round to come: its file with the days, hours and rooms that are booked (§ 3.5)."""

from collections.abc import Iterable
from datetime import date, time

from samarbejde_cli.actions.file_changes import with_value
from samarbejde_cli.actions.readable import require_readable
from samarbejde_cli.actions.reschedule import room_named
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case import skeleton
from samarbejde_cli.case.case import ROUNDS, Case, load_case
from samarbejde_cli.danish.dates import clock, long_date
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.files.lock import locked
from samarbejde_cli.files.write import Change, write_all
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile


@frozen
class Booked:
    """When and where a pre-meeting or a meeting is to be held; without a day it is left open."""

    day: date | None = None
    start: time | None = None
    room: str | None = None

    @property
    def is_without_day(self) -> bool:
        """Whether there is an hour or a room, and no day that they are for."""
        return self.day is None and bool(self.start or self.room)


@frozen
class Prepared:
    """A round that was prepared: its number, and what was booked, with the settings' rooms."""

    number: int
    pre_meeting: Booked
    meeting: Booked


def new_round(
    workspace: Workspace, case: Case, pre_meeting: Booked, meeting: Booked, today: date
) -> Prepared:
    """Write the file of the round after the last one that the case has, prepared ones too.

    Raises ``WrongUseError`` when the case has ended or the days are not in order,
    ``UnreadableCaseError`` when the files are broken, ``ConflictError`` when the file is there.
    """
    with locked(case.folder):
        present = load_case(case.folder)
        require_readable(workspace, present, today)
        _require_open(present)
        profile, _ = workspace.profile_of(present)
        number = max((present.record.round, *present.prepared_rounds)) + 1
        booked = [_with_room(profile, each) for each in (pre_meeting, meeting)]
        done = Prepared(number, *booked)
        _require_order(present, done, today)
        text = _text(present, profile, done)
        write_all([Change(present.path(f"{ROUNDS}/{number}"), text, None)])
    return done


def _require_open(case: Case) -> None:
    if case.step.is_end:
        raise WrongUseError(
            f"Sagen {case.number} er {case.step.value} og har ingen møder.",
            "Genåbn sagen, hvis der skal arbejdes videre i den.",
        )


def _with_room(profile: Profile, booked: Booked) -> Booked:
    return Booked(booked.day, booked.start, room_named(profile, booked.room))


def _require_order(case: Case, done: Prepared, today: date) -> None:
    """Refuse days that are over, or come before what the case has already."""
    before = case.round_no(done.number - 1).meeting.date
    days = [each.day for each in (done.pre_meeting, done.meeting) if each.day]
    if not days or done.pre_meeting.is_without_day or done.meeting.is_without_day:
        raise WrongUseError("Der er ingen dag.", "Skriv den efter --meeting og --pre-meeting.")
    _require_at_work(case, days)
    for day, earlier in zip(days, (max(filter(None, (before, today))), *days), strict=False):
        if day < earlier:
            raise WrongUseError(
                f"Den {long_date(day)} ligger før den {long_date(earlier)}.",
                "Formødet kommer før mødet, og begge efter runden før.",
            )


def _require_at_work(case: Case, days: Iterable[date]) -> None:
    for day in days:
        if case.record.is_paused(day):
            raise WrongUseError(
                f"Sagen {case.number} holder pause den {long_date(day)}.",
                "Slut pausen med `samarbejde resume`, eller vælg en dag efter den.",
            )


def _text(case: Case, profile: Profile, done: Prepared) -> str:
    days = done.pre_meeting.day, done.meeting.day
    text = skeleton.new_round(done.number, case.record.key, *days)
    for key, booked in (("formøde", done.pre_meeting), ("møde", done.meeting)):
        start = clock(booked.start) if booked.start else None
        for name, value in (("start", start), ("lokale", booked.room)):
            text = with_value(text, (key, name), value) if value else text
    return skeleton.with_own_words(text, profile.words)
