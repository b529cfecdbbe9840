"""The appointments of a round: which one somebody knows of, and whether it still holds.

An earlier time is kept in the round under ``tidligere``; a change that was made in the file alone
shows in ``breve.yaml``, where every letter has the appointment it was written with.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.history import Event
from samarbejde_cli.case.paper_register import PaperRecord
from samarbejde_cli.case.remembered import remembered
from samarbejde_cli.case.round import Appointment, Earlier, Meeting, Participant, PreMeeting
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.dates import later
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile

MEETING, PRE_MEETING = "møde", "formøde"
"""The two appointments of a round, as its file names them."""
CALENDAR = "kalender"
"""The calendar file for colleagues, as ``breve.yaml`` names it."""
OTHER_CALENDAR = "kalender-andet-møde"
"""The calendar file of a meeting outside the rounds, as ``breve.yaml`` names it."""
LETTERS = {MEETING: ("indkaldelse", "dagsorden"), PRE_MEETING: ("formøde",)}
"""The papers that invite to an appointment."""


@frozen
class Slot:
    """Time and place, as a letter has them."""

    begins: datetime
    ends: datetime
    room: str | None

    def is_same(self, other: "Slot | None") -> bool:
        """Whether it is the same appointment in time and place."""
        return self.same_time(other) and other is not None and _same_room(self, other)

    def same_time(self, other: "Slot | None") -> bool:
        """Whether it is at the same time, wherever."""
        return other is not None and (self.begins, self.ends) == (other.begins, other.ends)


def _same_room(one: Slot, other: Slot) -> bool:
    return (one.room or "").casefold() == (other.room or "").casefold()


@frozen
class AppointmentChange:
    """An appointment that was given up, and the one in its place; None when it was called off.

    ``on`` is the day of the change; None when only the papers show it and no new ones are made, so
    that nobody knows. ``announced`` is the day by which all knew the new one,
    ``cancellation_announced`` the day by which all knew that the old one was off. ``is_written``
    is whether the round has the change. Those invited on the day of the change were invited to
    the old one if ``invited_same_day``.
    """

    before: Slot
    after: Slot | None
    on: date | None = None
    announced: date | None = None
    cancellation_announced: date | None = None
    is_written: bool = True
    invited_same_day: bool = False

    def is_news_to(self, invited: date) -> bool:
        """Whether somebody who was invited on a day was invited to the old appointment."""
        if self.on is None or invited < self.on:
            return True
        return self.invited_same_day and invited == self.on


def slot(what: Appointment, profile: Profile) -> Slot | None:
    """Return an appointment, of the usual length where it says no end; None without an hour."""
    rhythm, is_talk = profile.rhythm, isinstance(what, PreMeeting)
    return _slot(what, profile, rhythm.pre_meeting_minutes) if is_talk else _slot(what, profile)


def _slot(what: Appointment, profile: Profile, talk_minutes: int | None = None) -> Slot | None:
    if what.date is None or what.start is None:
        return None
    end = what.end or later(what.start, talk_minutes or profile.rhythm.meeting_minutes)
    room = profile.room(what.room)
    begins, ends = (datetime.combine(what.date, at) for at in (what.start, end))
    return Slot(begins, ends, room.name if room else what.room)


def of_round(case: Case, what: str) -> Appointment:
    """Return the meeting or the pre-meeting of the present round."""
    return case.round.meeting if what == MEETING else case.round.pre_meeting


def planned(case: Case, profile: Profile, what: str) -> Slot | None:
    """Return the present round's appointment; None when it has no day or is not going to be."""
    found = slot(of_round(case, what), profile)
    return None if found is None or is_off(case, found.begins.date()) else found


def is_off(case: Case, day: date) -> bool:
    """Whether nothing takes place on a day: the case rests then, or had ended before."""
    if case.record.is_paused(day):
        return True
    ends = [move.at.date() for move in case.history if move.target.is_end]
    return case.step.is_end and bool(ends) and day > ends[-1]


def is_called_off(case: Case, what: str) -> bool:
    """Whether the present round's appointment was taken off, or nothing takes place on its day."""
    held = of_round(case, what)
    return bool(_earlier(held)) if held.date is None else is_off(case, held.date)


@remembered
def appointment_changes(case: Case, profile: Profile, what: str) -> list[AppointmentChange]:
    """Return how the present round's appointment was changed, the first change first."""
    now, day = planned(case, profile, what), of_round(case, what).date
    if now is None and day and not is_off(case, day):
        return []  # it has no hour yet, so nobody can be invited to it
    found = list(_written(of_round(case, what), profile))
    if hidden := _hidden(case, profile, what, now, found):
        found.append(hidden)
    nexts = [*(each.before for each in found[1:]), now]
    chained = (replace(each, after=after) for each, after in zip(found, nexts, strict=False))
    return [each for each in chained if not each.before.is_same(each.after)]


def _written(what: Appointment, profile: Profile) -> Iterator[AppointmentChange]:
    minutes = profile.rhythm.pre_meeting_minutes if isinstance(what, PreMeeting) else None
    for each in _earlier(what):
        if before := _slot(each, profile, minutes):
            yield AppointmentChange(
                before,
                None,
                each.changed,
                each.announced,
                each.cancellation_announced,
                invited_same_day=each.invited_same_day,
            )


def _earlier(what: Appointment) -> list[Earlier]:
    return list(getattr(what, "earlier", ()))


def _hidden(
    case: Case, profile: Profile, what: str, now: Slot | None, written: Sequence[AppointmentChange]
) -> AppointmentChange | None:
    """Return the unrecorded change: papers have another appointment, or it is cancelled."""
    since = written[-1].on if written else None
    known = [each.before for each in written]
    sent = [(each.date, was) for each in papers(case, what) if (was := slot_in(each))]
    sent = [each for each in sent if since is None or each[0] >= since]
    others = [at for at, (_, was) in enumerate(sent) if not _is_one_of(was, [now, *known])]
    if others:
        last = others[-1]
        later_on = [day for day, was in sent[last + 1 :] if was.is_same(now)]
        on = later_on[0] if later_on else None
        return AppointmentChange(sent[last][1], None, on, is_written=False)
    dated = slot(of_round(case, what), profile)
    return AppointmentChange(dated, None, is_written=False) if now is None and dated else None


def _is_one_of(was: Slot, known: Sequence[Slot | None]) -> bool:
    return any(was.is_same(each) for each in known)


def papers(case: Case, what: str) -> list[PaperRecord]:
    """Return the present round's letters about an appointment, the oldest first."""
    found: list[PaperRecord] = unless_broken(lambda: case.paper_records, [])
    return [x for x in found if x.round == case.record.round and x.paper in LETTERS[what]]


def slot_in(paper: PaperRecord) -> Slot | None:
    """Return the appointment in a paper; None when it was not recorded."""
    if paper.begins is None or paper.ends is None:
        return None
    return Slot(paper.begins, paper.ends, paper.place)


def known_to(invited: date | None, changes: Sequence[AppointmentChange]) -> Slot | None:
    """Return what somebody still believes; None when they know what holds, or were never asked."""
    if invited is None:
        return None
    known: Slot | None = None
    for each in changes:
        if known is None and each.is_news_to(invited):
            known = each.before
        if each.announced or (each.cancellation_announced and each.after is None):
            known = None
    holds = changes[-1].after if changes else None
    return None if known is None or known.is_same(holds) else known


def answers(asked: Participant, changes: Sequence[AppointmentChange]) -> bool:
    """Whether a reply is about the appointment that holds now; another room changes no reply.

    Nor does a move that was taken back before anybody knew of it.
    """
    if asked.reply is None:
        return False
    moved = [each for each in changes if not each.before.same_time(each.after)]
    if not moved:
        return True
    holds = moved[-1].after
    if asked.reply_for is not None:
        return holds is not None and asked.reply_for == holds.begins.date()
    if asked.replied is None:
        return False
    since = [each for each in moved if each.on is None or asked.replied <= each.on]
    untold = not any(each.announced or each.cancellation_announced for each in since)
    return not since or (untold and since[0].before.same_time(holds))


@remembered
def asked(case: Case, profile: Profile) -> list[Participant]:
    """Return the participants of the meeting, each with the reply that counts for its day now."""
    people = case.round.meeting.participants
    if not any(each.reply or each.replied for each in people):
        return people
    changes = appointment_changes(case, profile, MEETING)
    return [
        each if each.reply is None or answers(each, changes) else _without_reply(each)
        for each in people
    ]


def _without_reply(each: Participant) -> Participant:
    return each.model_copy(update={"reply": None, "replied": None, "reply_for": None})


def was_paused_on(case: Case, day: date) -> bool:
    """Whether a case rests or rested on a day, in the present pause or one before it."""
    return case.record.is_paused(day) or any(
        start <= day < until for start, until in _earlier_pauses(case)
    )


def _earlier_pauses(case: Case) -> Iterator[tuple[date, date]]:
    start, until = date.max, date.min
    for move in case.history:
        if move.event in (Event.PAUSED, Event.RESUMED):
            yield start, min(until, move.at.date())
            start, until = date.max, date.min
        if move.event is Event.PAUSED and move.until:
            start, until = move.at.date(), move.until


def fell_in_pause(case: Case) -> bool:
    """Whether the present round's meeting was set for a day of rest, and nobody noted that it was.

    Once the case has moved on to the follow-up, it counts as held.
    """
    meeting = case.round.meeting
    if meeting.date is None or case.step is Step.FOLLOW_UP or has_attendance(meeting):
        return False
    return was_paused_on(case, meeting.date)


def has_attendance(meeting: Meeting) -> bool:
    """Whether the round says of somebody that they were at the meeting."""
    return any((meeting.youth_attended, *(each.attended for each in meeting.participants)))
