"""What was agreed on in the plan: each open goal with a last day, for each who is responsible."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.sharing import without_withdrawn
from samarbejde_cli.deadlines.coming import is_held
from samarbejde_cli.deadlines.deadline import Due, coordinator
from samarbejde_cli.profile.model import Profile


def agreements_to_keep(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield each goal with a last day until it is answered, once for each who is responsible.

    Before the first meeting a plan is only a draft. Where nobody is responsible, or the consent
    was taken back for the one who was, the coordinator is.
    """
    if not case.is_in_rounds or not _is_agreed(case, today):
        return
    for i, goal in enumerate(case.plan.goals):
        if goal.deadline and goal.reached is None:
            people = without_withdrawn(case, profile, goal.responsible, today)
            what = f"Gør det, der er aftalt om målet »{goal.goal}«"
            location = case.location("plan", "mål", i)
            for name in people or [coordinator(case, profile)]:
                yield Due(goal.deadline, case.full_name(name), what, location)


def _is_agreed(case: Case, today: date) -> bool:
    return case.record.round > 1 or is_held(case, today)
