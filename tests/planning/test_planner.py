"""A plan keeps every hard demand, is the best one, and is the same each time."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from plan_checker import broken
from plan_years import MEETING, TUESDAYS, event, rhythm, year

from samarbejde_cli.planning.conflict import (
    Allowance,
    OutOfTimeError,
    is_placeable,
    remedies,
    smallest_conflict,
)
from samarbejde_cli.planning.day_model import day_model
from samarbejde_cli.planning.moving import moving
from samarbejde_cli.planning.planner import make_plan
from samarbejde_cli.planning.shortage import shortages
from samarbejde_cli.planning.start import feasible_start
from samarbejde_cli.planning.values import (
    AWAY,
    PERSON,
    ROOMS,
    Booked,
    Cause,
    Course,
    Key,
    Place,
    Problem,
    Proof,
    Spot,
)

ROOM = (Place("Stor"),)
MANY = dict.fromkeys(TUESDAYS, 9)


def small(*events, places=ROOM, administrators=MANY, held=(), ages=()):
    """A problem of single meetings, each a case of its own."""
    courses = tuple(
        Course(each.key.case, {each.key.round: each}, {}, rhythm(), held, ages) for each in events
    )
    return Problem(courses, places, (), administrators)


def meeting(case, wished, days, people=("Karen",), **more):
    return event(case, 1, True, people, wished, days, **more)


@pytest.mark.parametrize("seed", range(12))
def test_every_plan_keeps_every_hard_demand(seed):
    problem = year(seed)
    plan = make_plan(problem, 30)
    assert not list(broken(problem, plan))
    assert plan.proof is Proof.OPTIMAL


def test_the_same_input_gives_the_same_plan_whatever_the_order_of_cases():
    problem = year(3)
    turned = replace(problem, courses=tuple(reversed(problem.courses)))
    assert make_plan(problem, 30) == make_plan(turned, 30)


def test_three_meetings_of_one_person_on_a_day_do_not_fit_into_a_fourth():
    events = [meeting(f"{n}", TUESDAYS[9], TUESDAYS[8:11]) for n in range(4)]
    plan = make_plan(small(*events, places=(Place("A"), Place("B"))), 30)
    days = sorted(spot.day for spot in plan.spots.values())
    assert days.count(TUESDAYS[9]) == len(MEETING)
    assert len(days) == 4


def test_four_months_end_on_the_last_of_february():
    held, last, later = date(2027, 10, 31), date(2028, 2, 29), date(2028, 3, 7)
    problem = small(meeting("1", later, [last, later]), held=(held,),
                    administrators={last: 1, later: 1})  # fmt: skip
    assert [spot.day for spot in make_plan(problem, 30).spots.values()] == [last]


def test_a_meeting_lies_in_the_months_around_an_age():
    first, last = TUESDAYS[20], TUESDAYS[22]
    problem = small(meeting("1", TUESDAYS[10], TUESDAYS[9:30]), ages=((210, first, last),))
    (spot,) = make_plan(problem, 30).spots.values()
    assert first <= spot.day <= last


def test_who_cannot_be_placed_is_told_with_the_smallest_conflict_and_what_helps():
    day, off = TUESDAYS[9], TUESDAYS[10]
    three = [meeting(f"{n}", day, [day]) for n in range(3)]
    last = replace(meeting("9", day, [day], ("Karen", "Ole")), barred={off: Cause(AWAY, "Ole")})
    problem = small(*three, last, places=(Place("A"), Place("B")))
    plan = make_plan(problem, 30)
    (key,) = plan.unplaced
    target = next(each for each in problem.events if each.key == key)
    conflict = smallest_conflict(problem, plan, target, Allowance(60))
    assert Cause(PERSON, "Karen") in conflict
    assert Cause(ROOMS) not in conflict
    assert Cause(ROOMS) not in list(remedies(problem, plan, target, conflict, Allowance(60)))
    for each in remedies(problem, plan, target, conflict, Allowance(60)):
        assert each in (Cause(PERSON, "Karen"), Cause(AWAY, "Ole"))


def test_a_shortage_is_named_before_anything_is_solved():
    day = TUESDAYS[9]
    problem = small(*(meeting(f"{n}", day, [day], (f"p{n}",)) for n in range(5)))
    (found,) = shortages(problem)
    assert (found.cause, found.needed, found.possible) == (Cause(ROOMS), 5, 3)


def test_one_move_moves_no_other_that_need_not_move():
    day = TUESDAYS[9]
    events = [
        replace(meeting(f"{n}", day, TUESDAYS[8:12]), own=Spot(day, MEETING[n], "Stor"))
        for n in range(3)
    ]
    other = replace(
        meeting("9", TUESDAYS[10], TUESDAYS[8:12]), own=Spot(TUESDAYS[10], MEETING[0], "Stor")
    )
    problem = moving(small(*events, other), "9", day)
    plan = make_plan(problem, 30)
    assert plan.spots[Key("9", 1, True)].day == day
    had = {each.key: each.own for each in problem.events if each.own}
    assert sum(plan.spots[key] != spot for key, spot in had.items()) == 1


def test_a_persons_meetings_on_a_day_are_in_a_row():
    day = TUESDAYS[9]
    events = [meeting("1", day, [day], ("Karen", "Ole")), meeting("2", day, [day], ("Karen",))]
    stands = Booked(Spot(day, MEETING[1], "A"), frozenset(("Ole",)))
    late = replace(events[0], days={day: (MEETING[0], MEETING[2])})
    problem = replace(small(late, events[1], places=(Place("A"), Place("B"))), booked=(stands,))
    plan = make_plan(problem, 30)
    assert plan.spots[events[1].key].hours == MEETING[1]
    assert plan.times is Proof.OPTIMAL


def test_pupils_are_spread_over_days_so_that_each_has_time_after_school():
    first, second = TUESDAYS[9:11]
    pupil = {"pupil_until": date.max}
    events = [
        meeting(f"{n}", first, [first, second], (f"p{n}",), **(pupil if n < 2 else {}))
        for n in range(4)
    ]
    plan = make_plan(replace(small(*events), school_ends=MEETING[2].start), 30)
    assert {plan.spots[Key(f"{n}", 1, True)].day for n in range(2)} == {first, second}
    assert {plan.spots[Key(f"{n}", 1, True)].hours for n in range(2)} == {MEETING[2]}


def test_a_birthday_between_talk_and_meeting_frees_the_meeting_from_school_hours():
    """The pre-meeting is after school; the meeting, as an adult, leaves that time to a pupil."""
    wished = TUESDAYS[12]
    birthday = TUESDAYS[9]
    talk = event("1", 1, False, ["Karen"], TUESDAYS[8], TUESDAYS[8:9], pupil_until=birthday)
    own = meeting("1", wished, [wished], pupil_until=birthday)
    other = meeting("2", wished, [wished], ("Ole",), pupil_until=date.max)
    courses = (Course("1", {1: own}, {1: talk}, rhythm()), Course("2", {1: other}, {}, rhythm()))
    problem = Problem(courses, ROOM, (), MANY, school_ends=MEETING[2].start)
    spots = make_plan(problem, 30).spots
    assert spots[talk.key].hours.start == spots[other.key].hours.start == MEETING[2].start
    assert spots[own.key].hours.start < MEETING[2].start


def test_one_from_outside_comes_on_few_days():
    """Their wishes are a week apart and more; each second Tuesday is as near as needed."""
    events = [
        meeting(f"{n}", TUESDAYS[9 + n], TUESDAYS[8:16], ("Psykiater", f"p{n}")) for n in range(6)
    ]
    problem = replace(small(*events), outsiders=("Psykiater",))
    plan = make_plan(problem, 30)
    assert len({spot.day for spot in plan.spots.values()}) == 2


def test_a_large_room_is_left_to_who_needs_it():
    day = TUESDAYS[9]
    events = [meeting("1", day, [day], ("a",), seats=4), meeting("2", day, [day], ("b",), seats=12)]
    events = [replace(each, days={day: MEETING[:1]}) for each in events]
    plan = make_plan(small(*events, places=(Place("Stor", 20), Place("Lille", 5))), 30)
    assert [plan.spots[each.key].room for each in events] == ["Lille", "Stor"]


def test_pre_meeting_and_meeting_are_not_nearer_than_the_letters_need():
    wished = TUESDAYS[12]
    talk = event("1", 1, False, ["Karen"], wished, TUESDAYS[5:13])
    course = Course("1", {1: meeting("1", wished, TUESDAYS[10:14])}, {1: talk}, rhythm())
    plan = make_plan(Problem((course,), ROOM, (), MANY), 30)
    days = {key.is_meeting: spot.day for key, spot in plan.spots.items()}
    assert days[True] - days[False] == timedelta(days=21)


def test_explaining_ends_when_its_time_is_over():
    day = TUESDAYS[9]
    problem = small(*(meeting(f"{n}", day, [day]) for n in range(4)), places=(Place("A"),))
    plan = make_plan(problem, 30)
    target = next(each for each in problem.events if each.key == plan.unplaced[0])
    with pytest.raises(OutOfTimeError):
        smallest_conflict(problem, plan, target, Allowance(0))
    with pytest.raises(OutOfTimeError):
        list(remedies(problem, plan, target, [], Allowance(0)))


@pytest.mark.parametrize("seed", range(6))
def test_the_start_keeps_every_row_of_the_model(seed):
    model = day_model(year(seed))
    values, linear = feasible_start(model), model.linear
    for row, span in enumerate(pairwise([*linear.starts, len(linear.columns)])):
        both = zip(linear.columns[slice(*span)], linear.values[slice(*span)], strict=True)
        held = sum(values[column] * value for column, value in both)
        assert linear.least[row] <= held <= linear.most[row]
    assert sum(values[each] for each in model.unplaced.values()) == 0


def test_at_its_time_limit_a_plan_is_whole_and_says_what_is_not_proven():
    """So many cases take the solver longer than the time; a secretary could place them."""
    cases = year(7, cases=120, people=90, rooms=6)
    plan = make_plan(cases, 0.01)
    assert plan.unplaced == ()
    assert not list(broken(cases, plan))
    assert plan.proof is Proof.GAP
    assert 0 < plan.gap <= 1


def test_advice_is_tried_on_hours_and_not_on_days_alone():
    """Each two of three meetings share somebody: two hours are too few, whatever the rooms."""
    day, hours = TUESDAYS[9], MEETING[:2]
    pairs = {"1": ("Anne", "Bo"), "2": ("Bo", "Ida"), "3": ("Anne", "Ida")}
    events = [meeting(n, day, [day], people) for n, people in pairs.items()]
    events = [replace(each, days={day: hours}, hours=hours) for each in events]
    problem = small(*events, places=(Place("A"), Place("B")))
    plan = make_plan(problem, 30)
    assert plan.proof is Proof.OPTIMAL
    (key,) = plan.unplaced
    target = next(each for each in events if each.key == key)
    conflict = smallest_conflict(problem, plan, target, Allowance(60))
    assert conflict == []
    assert not is_placeable(problem, plan, target, Allowance(60))
    advice = list(remedies(problem, plan, target, conflict, Allowance(60)))
    assert advice == [Cause(PERSON, name) for name in sorted(target.people)]
