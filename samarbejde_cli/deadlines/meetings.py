"""Before a meeting: days to agree on, the youth and the team to ask, replies to wait for."""

from collections.abc import Iterator
from datetime import date, timedelta

from samarbejde_cli.case.appointments import MEETING, PRE_MEETING, fell_in_pause
from samarbejde_cli.case.case import PAPER_REGISTER, Case
from samarbejde_cli.case.notices import notices, stale, what_changed
from samarbejde_cli.case.rhythm import is_held
from samarbejde_cli.case.round import Participant, Reply
from samarbejde_cli.case.sharing import gets_plan, still_invited
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.dates import long_date, working_day_by
from samarbejde_cli.danish.text import counted, listed
from samarbejde_cli.deadlines.coming import coming, youth_asked_by
from samarbejde_cli.deadlines.deadline import Due, administrator, coordinator
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.rhythm import letters_by

_NAMED = 3
_ABSENT = {
    Reply.SENDS_NOTE: "Få notatet fra {person}, som ikke kan komme til mødet",
    Reply.OTHER_DAY: "Flyt mødet, eller få et notat fra {person}, som kun kan en anden dag",
    Reply.NOT_RELEVANT: "Tal med {person}, som har svaret, at mødet ikke er relevant",
}
"""What the coordinator does about an answer other than yes, until a note is added to it."""


def pre_meeting_to_agree(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield until the pre-meeting has a day: while there is time to ask youth and team."""
    plan = coming(case, profile, today)
    meeting = plan and (plan.meeting or plan.last)
    if plan and meeting and plan.pre_meeting is None and profile.rhythm.pre_meetings:
        last = letters_by(profile, meeting)
        what = f"Aftal formødet: det {_should(last, today)} senest den {long_date(last)}"
        day = youth_asked_by(profile, last)
        yield Due(day, administrator(profile), what, plan.pre_meeting_spot)


def meeting_to_agree(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield until the meeting has a day: while there is time to send the invitations."""
    plan = coming(case, profile, today)
    lost = case.round.meeting.date if fell_in_pause(case) else None
    if plan and lost and not plan.last:
        what = f"Aftal en ny dag for mødet: den {long_date(lost)} lå i en pause"
        yield Due(lost, administrator(profile), what, plan.meeting_spot)
    elif plan and plan.last and plan.meeting is None:
        what = f"Aftal mødet: det {_should(plan.last, today)} senest den {long_date(plan.last)}"
        day = letters_by(profile, plan.last)
        yield Due(day, administrator(profile), what, plan.meeting_spot)


def _should(last: date, today: date) -> str:
    return "skulle være holdt" if last < today else "skal holdes"


def youth_to_ask(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield until the youth is asked to the pre-meeting."""
    plan = coming(case, profile, today)
    if plan and plan.pre_meeting and plan.pre_meeting >= today and not plan.youth_invited:
        what = f"Indkald {case.record.youth.short_name} til formødet"
        what += f" den {long_date(plan.pre_meeting)}"
        day = youth_asked_by(profile, plan.pre_meeting)
        yield Due(day, coordinator(case, profile), what, plan.pre_meeting_spot)


def pre_meeting_to_hold(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield the day of the pre-meeting; once over, it counts as held if its round has begun."""
    plan = coming(case, profile, today)
    if plan is None or plan.pre_meeting is None or _has_talked(case, plan.pre_meeting, today):
        return
    if plan.pre_meeting >= today or is_held(case, today):
        what = f"Hold formødet med {case.record.youth.short_name}"
        yield Due(plan.pre_meeting, coordinator(case, profile), what, plan.pre_meeting_spot)


def _has_talked(case: Case, day: date, today: date) -> bool:
    """Whether the pre-meeting of a day is over already: it is filed, or the case has moved on."""
    talk = case.round.pre_meeting
    return talk.date == day <= today and (talk.journal is not None or case.step is Step.MEETING)


def meeting_to_hold(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield the day of the meeting; it is late when neither the case nor the day was moved.

    It has been held once the round records whether the youth was there.
    """
    plan, held = coming(case, profile, today), case.round.meeting
    if plan and plan.meeting == held.date and held.youth_attended is not None:
        return
    if plan and plan.meeting:
        what = f"Hold {profile.words.meeting} om {case.record.youth.short_name}"
        yield Due(plan.meeting, coordinator(case, profile), what, plan.meeting_spot)


def letters_to_send(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield until the invitations have left, while there is time to answer."""
    day = _day_ahead(case, profile, today)
    people = _asked(case, profile, today) if day else []
    waiting = [each.person for each in people if not each.invited and not each.reply]
    if day and (waiting or not people):
        what = _to_send(
            waiting, [each for each in waiting if gets_plan(case, profile, each, today)]
        )
        location = case.in_round("møde", "deltagere")
        yield Due(letters_by(profile, day), coordinator(case, profile), what, location)


def _to_send(waiting: list[str], with_plan: list[str]) -> str:
    """Return what is sent before a meeting: the form goes along to those who may have it."""
    if waiting and with_plan == waiting:
        return f"Send indkaldelse, dagsorden og mål- og aftaleskema til {_names(waiting)}"
    what = f"Send indkaldelse og dagsorden til {_names(waiting) or 'teamet'}"
    return what + (f", og mål- og aftaleskemaet til {_names(with_plan)}" if with_plan else "")


def replies_to_get(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield until everybody who was asked has answered."""
    day = _day_ahead(case, profile, today)
    people = _asked(case, profile, today) if day else []
    silent = [each.person for each in people if each.invited and each.reply is None]
    if day and silent:
        last = day - timedelta(days=profile.rhythm.reply_days)
        location = case.in_round("møde", "deltagere")
        yield Due(last, coordinator(case, profile), f"Få svar fra {_names(silent)}", location)


def absences_to_settle(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield everybody who is not coming, until a note says what they sent or said instead."""
    day = _day_ahead(case, profile, today)
    for i, each in still_invited(case, profile, today) if day else ():
        if day and each.reply in _ABSENT and not each.note and each.attended is None:
            last = working_day_by(day - timedelta(days=1), profile.days_off)
            what = _ABSENT[each.reply].format(person=each.person)
            location = case.in_round("møde", "deltagere", i)
            yield Due(last, coordinator(case, profile), what, location)


def _asked(case: Case, profile: Profile, today: date) -> list[Participant]:
    return [each for _, each in still_invited(case, profile, today)]


def changes_to_announce(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield until those who were asked know that the meeting was moved or called off."""
    for what in (PRE_MEETING, MEETING):
        for each in notices(case, profile, what, today):
            said = f"Giv besked til {listed(each.people)} om, at {what_changed(each, what)}"
            location = case.in_round(what)
            yield Due(each.since or today, coordinator(case, profile), said, location)


def papers_to_renew(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield while finished papers state another day, hour or room than the case."""
    old = [paper for _, paper in stale(case, profile, today)]
    if old:
        names = listed(list(dict.fromkeys(each.title for each in old)))
        said = f"Lav nye papirer: {names} siger en tid eller et sted, som er ændret"
        yield Due(today, coordinator(case, profile), said, case.location(PAPER_REGISTER))


def _day_ahead(case: Case, profile: Profile, today: date) -> date | None:
    """Return the day of this round's meeting when it is still to come."""
    if coming(case, profile, today) is None or is_held(case, today):
        return None
    day = case.round.meeting.date
    return day if day and day >= today else None


def _names(people: list[str]) -> str:
    if len(people) <= _NAMED:
        return listed(people)
    rest = counted(len(people) - _NAMED + 1, "anden", "andre")
    return listed([*people[: _NAMED - 1], rest])
