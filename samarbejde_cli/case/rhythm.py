"""How far a case is in its rhythm: whether a meeting is held, and what the next is counted from."""

from datetime import date

from samarbejde_cli.case.appointments import fell_in_pause
from samarbejde_cli.case.case import ROUNDS, Case
from samarbejde_cli.case.history import Event
from samarbejde_cli.case.steps import Step


def is_held(case: Case, today: date) -> bool:
    """Whether this round's meeting lies behind: its day is over, or the case has moved on.

    One that was set for a day on which the case rested was not held.
    """
    day = case.round.meeting.date
    if case.step is Step.FOLLOW_UP:
        return True
    is_over = case.step is Step.MEETING and day is not None and day < today
    return is_over and not fell_in_pause(case)


def counted_from(case: Case) -> date | None:
    """Return the day from which the rhythm runs: the last meeting, or when the rounds began."""
    before = case.record.round - 1
    held = case.round_no(before).meeting.date if f"{ROUNDS}/{before}" in case.files else None
    began = [
        move.at.date()
        for move in case.history
        if move.event is Event.REOPENED or move.origin is Step.INTAKE
    ]
    return max([*began, *([held] if held else [])], default=None)
