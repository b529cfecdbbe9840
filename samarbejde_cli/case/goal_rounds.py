"""The round in which a goal came into the plan, as far as the plan tells."""

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.plan import Goal


def round_of(case: Case, goal: Goal) -> int | None:
    """Return the round that a goal came in; None when nothing tells.

    In the first round there is no other. A goal that says nothing is new where others say theirs.
    """
    if goal.since_round is not None:
        return goal.since_round
    is_told_of_others = any(each.since_round is not None for each in case.plan.goals)
    return case.record.round if case.record.round == 1 or is_told_of_others else None
