"""Move a meeting, call it off, and note that everybody knows: in the round's own file."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from samarbejde_cli.actions.file_changes import file_change, with_item, with_value
from samarbejde_cli.actions.readable import require_readable
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.appointments import (
    MEETING,
    PRE_MEETING,
    AppointmentChange,
    Slot,
    appointment_changes,
    is_off,
    of_round,
    papers,
    planned,
    slot,
)
from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.case.notices import Notice, name_of, notices
from samarbejde_cli.case.round import Earlier
from samarbejde_cli.danish.dates import clock, long_date
from samarbejde_cli.danish.text import closest_value, did_you_mean
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.files.lock import locked
from samarbejde_cli.files.write import write_all
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.source.edit import quote

_PLACE = ("dato", "start", "slut", "lokale")


@frozen
class Wanted:
    """Changes to an appointment: None means unchanged; ``what`` names the appointment."""

    what: str = MEETING
    day: date | None = None
    start: time | None = None
    end: time | None = None
    room: str | None = None
    reason: str | None = None


@frozen
class Changed:
    """Result of a change: from which appointment to which, and who does not know of it yet.

    ``day`` is the day that is set, also while it has no hour and so is no appointment.
    """

    before: Slot | None
    after: Slot | None
    notices: tuple[Notice, ...]
    day: date | None = None


def move_meeting(workspace: Workspace, case: Case, wanted: Wanted, today: date) -> Changed:
    """Move the present round's meeting or pre-meeting to another day, hour or room.

    The appointment that somebody was invited to is kept under ``tidligere``. Raises
    ``WrongUseError`` when the case has ended or nothing would change, ``UnreadableCaseError`` when
    the files are broken, ``ConflictError`` when somebody else writes at the same time.
    """
    with locked(case.folder):
        edit = _AppointmentEdit(workspace, load_case(case.folder), wanted.what, today)
        edit.require_open()
        edit.write(edit.moved(wanted))
    return edit.result()


def with_spot(workspace: Workspace, case: Case, text: str, wanted: Wanted, today: date) -> str:
    """Return a text of the present round's file with an appointment moved, as ``move_meeting``.

    The caller holds the case's lock and writes the text.
    """
    edit = _AppointmentEdit(workspace, case, wanted.what, today)
    edit.require_open()
    edit.text = text
    return edit.moved(wanted)


def call_off(
    workspace: Workspace, case: Case, what: str, reason: str | None, today: date
) -> Changed:
    """Take the day, hour and room from the present round's meeting or pre-meeting.

    Raises what ``move_meeting`` raises.
    """
    with locked(case.folder):
        edit = _AppointmentEdit(workspace, load_case(case.folder), what, today)
        edit.require_dated()
        text = edit.with_earlier_kept(reason) if edit.is_known else edit.text
        edit.write(_without_day(text, what))
    return edit.result()


def room_named(profile: Profile, name: str | None) -> str | None:
    """Return a room as the settings write it; another place is taken as it is.

    Raises ``WrongUseError`` for what is likely a misspelt room.
    """
    if name is None:
        return None
    found = profile.room(name)
    meant = closest_value(name, [each.name for each in profile.rooms])
    if found is None and meant:
        raise WrongUseError(
            f"Lokalet {name} står ikke i samarbejde.yaml.",
            f"{did_you_mean(meant)} Ellers skriv lokalet under `lokaler` i samarbejde.yaml.",
        )
    return found.name if found else name


def told(workspace: Workspace, case: Case, day: date, today: date) -> list[tuple[str, Notice]]:
    """Record that all invitees know what was moved or called off; return what it was.

    Raises ``WrongUseError`` when there is nothing that somebody does not know, and what
    ``move_meeting`` raises.
    """
    if day > today:
        raise WrongUseError(
            f"Beskeden kan ikke være givet den {long_date(day)}: den dag er ikke kommet.",
            "Skriv dagen, da alle havde fået besked, efter --date.",
        )
    with locked(case.folder):
        present = load_case(case.folder)
        both = (PRE_MEETING, MEETING)
        edits = [_AppointmentEdit(workspace, present, what, today) for what in both]
        found = [(edit.what, each) for edit in edits for each in edit.notices]
        if not found:
            raise WrongUseError(
                f"I sagen {case.number} er der ingen, som mangler besked.",
                "Er et møde flyttet, så skriv det først med `samarbejde move-meeting`.",
            )
        text = edits[0].text
        for edit in edits:
            text = edit.with_notice_given(text, day) if edit.notices else text
        edits[0].write(text)
    return found


class _AppointmentEdit:
    """One appointment of a case that is being changed."""

    def __init__(self, workspace: Workspace, case: Case, what: str, today: date) -> None:
        require_readable(workspace, case, today)
        self.workspace, self.case, self.what, self.today = workspace, case, what, today
        self.profile = workspace.profile_of(case)[0]
        self.text = case.files[case.round_key].source.text
        self.held = of_round(case, what)
        self.changes = appointment_changes(case, self.profile, what)
        self.notices = notices(case, self.profile, what, today)

    def require_open(self) -> None:
        if self.case.step.is_end:
            raise WrongUseError(
                f"Sagen {self.case.number} er {self.case.step.value} og har ingen møder.",
                "Genåbn sagen, hvis der skal arbejdes videre i den.",
            )

    def require_dated(self) -> None:
        if self.held.date is None:
            raise WrongUseError(
                f"{name_of(self.what).capitalize()} i sagen {self.case.number} har ingen dato, så "
                "der er intet at aflyse.",
                "Mangler nogen besked, viser `samarbejde todo` det.",
            )
        if self.held.date < self.today:
            raise WrongUseError(
                f"{name_of(self.what).capitalize()} var den {long_date(self.held.date)}, så det "
                "kan ikke aflyses.",
                f"Blev det ikke holdt, så ret datoen i {self.case.round_key}.yaml.",
            )

    @property
    def hidden(self) -> AppointmentChange | None:
        """The last change, when nobody wrote it down."""
        last = self.changes[-1] if self.changes else None
        return last if last and not last.is_written else None

    @property
    def earlier(self) -> list[Earlier]:
        """What the file says of earlier appointments."""
        held = self.case.round.meeting if self.what == MEETING else self.case.round.pre_meeting
        return held.earlier

    @property
    def is_known(self) -> bool:
        """Whether somebody may know of an appointment that is not in the file."""
        has_slot = slot(self.held, self.profile) is not None or self.hidden is not None
        return has_slot and (bool(self._asked_on) or bool(papers(self.case, self.what)))

    @property
    def _asked_on(self) -> list[date]:
        """The days of invitations; of the reply where only that is written."""
        if self.what == MEETING:
            people = self.case.round.meeting.participants
            days = [each.invited or each.replied for each in people]
        else:
            days = [self.case.round.pre_meeting.invited]
        return [each for each in days if each]

    def moved(self, wanted: Wanted) -> str:
        """Return the text with the appointment at another spot; the known one is kept."""
        values = self.new_values(wanted)
        text = self.with_earlier_kept(wanted.reason) if self.is_known else self.text
        for key, value in values.items():
            text = with_value(text, (wanted.what, key), value)
        return text

    def new_values(self, wanted: Wanted) -> dict[str, str]:
        """Return what is written, by key; an end that is not given keeps the length."""
        room = room_named(self.profile, wanted.room)
        start, end = wanted.start, wanted.end
        if start and not end and self.held.start and self.held.end:
            end = _later(start, self.held.start, self.held.end)
        given = {
            "dato": wanted.day.isoformat() if wanted.day else None,
            "start": clock(start) if start else None,
            "slut": clock(end) if end else None,
            "lokale": room,
        }
        self._require_change(wanted, start, end, room)
        return {key: value for key, value in given.items() if value is not None}

    def _require_change(
        self, wanted: Wanted, start: time | None, end: time | None, room: str | None
    ) -> None:
        held, day = self.held, wanted.day or self.held.date
        pairs = ((day, held.date), (start, held.start), (end, held.end), (room, held.room))
        if day is None:
            raise WrongUseError(
                f"{name_of(self.what).capitalize()} i sagen {self.case.number} har ingen dato.",
                "Skriv den nye dag efter --date.",
            )
        if all(new in (None, old) for new, old in pairs):
            raise WrongUseError(
                "Der er ikke noget at flytte: dag, klokkeslæt og lokale er, som de var.",
                "Skriv det nye efter --date, --start, --end eller --room.",
            )
        if day < self.today:
            raise WrongUseError(
                f"Det kan ikke flyttes til den {long_date(day)}: den dag er gået.",
                "Skriv en dag, der kommer, efter --date.",
            )
        if is_off(self.case, day):
            raise WrongUseError(
                f"Sagen {self.case.number} holder pause den {long_date(day)}.",
                "Slut pausen med `samarbejde resume`, eller vælg en dag efter den.",
            )
        begins, ends = start or held.start, end or held.end
        if begins and ends and ends <= begins:
            raise WrongUseError(
                f"Det ville slutte kl. {clock(ends)} og begynde kl. {clock(begins)}.",
                "Ret --start eller --end.",
            )

    def with_earlier_kept(self, reason: str | None) -> str:
        """Return the text with the appointment that people know of under ``tidligere``."""
        text, hidden, now = self.text, self.hidden, slot(self.held, self.profile)
        if hidden:
            text = self._kept(text, hidden.before, hidden.on or self.today, reason)
        if now and (hidden is None or hidden.on):
            text = self._kept(text, now, self.today, reason)
        return text

    def with_notice_given(self, text: str, day: date) -> str:
        """Return the text with the last change as one that everybody knows of."""
        hidden = self.hidden
        if hidden is None:
            key = "fortalt" if self.changes[-1].after else "aflysning_fortalt"
            route = (*self._list, len(self.earlier) - 1, key)
            return with_value(text, route, day.isoformat())
        is_off = hidden.after is None
        text = self._kept(text, hidden.before, hidden.on or day, None, notified=day, is_off=is_off)
        return _without_day(text, self.what) if is_off else text

    def _kept(
        self,
        text: str,
        before: Slot,
        on: date,
        reason: str | None,
        notified: date | None = None,
        *,
        is_off: bool = False,
    ) -> str:
        lines = {
            "dato": before.begins.date().isoformat(),
            "start": clock(before.begins.time()),
            "slut": clock(before.ends.time()),
            "lokale": quote(before.room) if before.room else None,
            "ændret": on.isoformat(),
            "fordi": quote(reason) if reason else None,
            "aflysning_fortalt" if is_off else "fortalt": notified.isoformat()
            if notified
            else None,
            "indkaldt_samme_dag": "ja" if on in self._asked_on and not notified else None,
        }
        return with_item(text, self._list, _lines(lines))

    @property
    def _list(self) -> tuple[str, str]:
        return (self.what, "tidligere")

    def write(self, text: str) -> None:
        """Write the round's file."""
        write_all([file_change(self.case, self.case.round_key, text)])

    def result(self) -> Changed:
        """Return the result, from the file as it is now."""
        now = load_case(self.case.folder)
        before = planned(self.case, self.profile, self.what)
        hidden = self.hidden
        before = hidden.before if hidden and hidden.on is None else before
        return Changed(
            before,
            planned(now, self.profile, self.what),
            tuple(notices(now, self.profile, self.what, self.today)),
            of_round(now, self.what).date,
        )


def _later(start: time, old_start: time, old_end: time) -> time:
    """Return the end that keeps the old length; the last minute of the day at the latest."""
    length = datetime.combine(date.min, old_end) - datetime.combine(date.min, old_start)
    end = datetime.combine(date.min, start) + max(length, timedelta())
    return end.time() if end.date() == date.min else time(23, 59)


def _without_day(text: str, what: str) -> str:
    for key in _PLACE:
        text = with_value(text, (what, key), None)
    return text


def _lines(values: Mapping[str, str | None]) -> list[str]:
    return [f"{key}: {value}" for key, value in values.items() if value is not None]
