"""On which days a case rested: what was set for such a day did not take place."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.history import Event
from samarbejde_cli.case.round import Meeting
from samarbejde_cli.case.steps import Step


def rested_on(case: Case, day: date) -> bool:
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
    if meeting.date is None or case.step is Step.FOLLOW_UP or is_noted(meeting):
        return False
    return rested_on(case, meeting.date)


def is_noted(meeting: Meeting) -> bool:
    """Whether the round says of somebody that they were at the meeting."""
    told = (meeting.youth_attended, *(each.attended for each in meeting.participants))
    return any(told)
