"""What was agreed in the plan and is still to be done: by whom, and until when (Bilag 3 and 8)."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.plan import Goal
from samarbejde_cli.case.remembered import remembered
from samarbejde_cli.case.sharing import without_withdrawn
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile


@frozen
class Agreement:
    """A goal that somebody is responsible for, with its number in the plan; a full name."""

    person: str
    number: int
    goal: Goal


def agreements(case: Case, profile: Profile, today: date) -> Iterator[Agreement]:
    """Yield each goal that is neither answered nor done, for each who is responsible.

    Where nobody is, or the consent was taken back for the one who was, the coordinator is.
    """
    for number, goal in enumerate(case.plan.goals):
        if _is_open(goal):
            people = without_withdrawn(case, profile, goal.responsible, today)
            for name in people or [_coordinator(case, profile)]:
                yield Agreement(case.full_name(name), number, goal)


def open_goals(case: Case) -> list[Goal]:
    """Return the goals that are neither answered nor done."""
    return [each for each in case.plan.goals if _is_open(each)]


def _is_open(goal: Goal) -> bool:
    return goal.reached is None and not goal.is_done


@remembered
def phone_of(case: Case, profile: Profile, name: str) -> str | None:
    """Return the phone number of somebody by full name, in the case or among the employees."""
    coordinator = case.record.coordinator
    in_case = case.contact(name) or (coordinator if case.is_coordinator(name) else None)
    employee = profile.employee(name)
    return (in_case and in_case.phone) or (employee.phone if employee else None)


def _coordinator(case: Case, profile: Profile) -> str:
    found = case.record.coordinator
    return found.name if found else profile.words.coordinator
