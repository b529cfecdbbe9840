"""Goals that lack something."""

from collections.abc import Callable, Iterator, Sequence

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.plan import Goal
from samarbejde_cli.findings import Finding
from samarbejde_cli.rules.engine.rule import Rule


def goals_without(
    rule: Rule, case: Case, texts: Callable[[Goal], Sequence[str]]
) -> Iterator[Finding]:
    """Yield a finding for each goal of the plan whose texts are all blank."""
    for i, goal in enumerate(case.plan.goals):
        if not any(text.strip() for text in texts(goal)):
            yield rule.finding(case.location("plan", "mål", i), nummer=i + 1, mål=goal.goal)
