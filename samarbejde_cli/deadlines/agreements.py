"""What was agreed on in the plan: open goals with a last day, and when the plan is taken up."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli.case.agreements import agreements
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.rhythm import is_held
from samarbejde_cli.case.sharing import without_withdrawn
from samarbejde_cli.deadlines.deadline import Due, coordinator
from samarbejde_cli.profile.model import Profile


def agreements_to_keep(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield each goal with a last day until it is done or answered, for each who is responsible.

    Before the first meeting a plan is only a draft.
    """
    if not case.is_in_rounds or not _is_agreed(case, today):
        return
    for each in agreements(case, profile, today):
        if each.goal.deadline:
            what = f"Gør det, der er aftalt om målet »{each.goal.goal}«"
            yield Due(
                each.goal.deadline, each.person, what, case.location("plan", "mål", each.number)
            )


def situation_to_take_up(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield the day on which the plan's situation is taken up again, until that is noted.

    Where a meeting is held on that day and the coordinator follows up, the meeting is what is due.
    """
    road_map = case.plan.road_map
    if not case.is_in_rounds or not _is_agreed(case, today) or not road_map or not road_map.due:
        return
    named = [road_map.responsible] if road_map.responsible else []
    left = without_withdrawn(case, profile, named, today)
    who = case.full_name(left[0]) if left else coordinator(case, profile)
    if road_map.due in case.round.days() and who == coordinator(case, profile):
        return
    what = f"Tag situationen op igen med {case.record.youth.short_name}, som planen siger"
    yield Due(road_map.due, who, what, case.location("plan", "køreplan", "næste_gang"))


def _is_agreed(case: Case, today: date) -> bool:
    return case.record.round > 1 or is_held(case, today)
