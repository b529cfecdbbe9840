"""Run the rules that look at all cases of a workspace together."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from samarbejde_cli.case.summary import Summary
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.judge import Judged, in_settings
from samarbejde_cli.rules.engine.registry import rule_of
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.engine.table import RULES


def judge_all(
    cases: Sequence[Summary], profile: Profile, today: date, settings: Path
) -> list[Judged]:
    """Return what is wrong between the open cases; ``settings`` is the municipality's file."""
    found: list[Judged] = []
    for rule in _about_all():
        weight, reason = in_settings(rule, profile, rule.severity)
        if rule.check_workspace is None or weight is None:
            continue
        news = rule.check_workspace(cases, profile, today, settings)
        found += [Judged(finding, rule, weight, reason) for finding in news]
    return found


def compared_by(case: Summary, profile: Profile) -> Iterator[tuple[str, object]]:
    """Yield by what a case is compared: one that shares nothing of it clashes with no other."""
    for rule in _about_all():
        if rule.compared_by is not None:
            yield from ((rule.code, value) for value in rule.compared_by(case, profile))


@cache
def _about_all() -> tuple[Rule, ...]:
    return tuple(rule_of(entry.code) for entry in RULES if entry.looks_at == "workspace")
