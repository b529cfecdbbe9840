"""Wishes that a plan does not keep, counted: distance, school hours, waits and ages."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from samarbejde_cli.planning.values import Key, Plan, Problem, minutes_of
from samarbejde_cli.planning.wishes import WEEK

_LONG = 60
"""Minutes between two appointments that count as a wait; the gap between two starts is none."""


@dataclass(frozen=True)
class BrokenWishes:
    """What is not as wished.

    ``late`` and ``early`` are the weeks of each meeting more than a week from its wished day,
    ``in_school`` counts the appointments of pupils before school is out, ``waits`` are the
    minutes of each wait of an hour or more, ``ages`` the cases without a meeting at an age.
    """

    late: tuple[int, ...] = ()
    early: tuple[int, ...] = ()
    in_school: int = 0
    waits: tuple[int, ...] = ()
    ages: tuple[tuple[str, int], ...] = ()


def broken_wishes(problem: Problem, plan: Plan, keys: Collection[Key]) -> BrokenWishes:
    """Return what is not as wished of the appointments in ``keys``."""
    off = [
        (plan.spots[each.key].day - each.wished).days
        for each in problem.events
        if each.key in keys and each.key.is_meeting
    ]
    unplaced = {key.case for key in plan.unplaced if key.is_meeting}
    return BrokenWishes(
        tuple((days - 1) // WEEK for days in off if days > WEEK),
        tuple((-days - 1) // WEEK for days in off if days < -WEEK),
        _in_school(problem, plan, keys),
        tuple(_waits(problem, plan, keys)),
        tuple(each for each in plan.missed_ages if each[0] not in unplaced),
    )


def _in_school(problem: Problem, plan: Plan, keys: Collection[Key]) -> int:
    spots = [(each, plan.spots[each.key]) for each in problem.events if each.key in keys]
    return sum(
        spot.day < each.pupil_until and spot.hours.start < problem.school_ends
        for each, spot in spots
    )


def _waits(problem: Problem, plan: Plan, keys: Collection[Key]) -> Iterator[int]:
    """Yield the minutes that somebody waits beside an appointment in ``keys``."""
    events = (each for each in problem.events if each.key in plan.spots)
    taken = [
        *((each.people, plan.spots[each.key], each.key in keys) for each in events),
        *((each.people, each.spot, False) for each in problem.booked),
    ]
    ordered = sorted(
        (name, spot.day, spot.hours, is_own) for people, spot, is_own in taken for name in people
    )
    for (name, day, hours, is_own), (other, same, after, is_other) in pairwise(ordered):
        wait = minutes_of(after.start) - minutes_of(hours.end)
        if (name, day) == (other, same) and wait >= _LONG and (is_own or is_other):
            yield wait
