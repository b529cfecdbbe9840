"""Run the rules over a case and weigh what they find."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from samarbejde_cli.case.case import BrokenFileError, Case
from samarbejde_cli.case.history import Move
from samarbejde_cli.case.steps import ORDER, Step
from samarbejde_cli.findings import Finding
from samarbejde_cli.profile.model import Level, Profile
from samarbejde_cli.rules.catalogue import Rule, all_rules


class Weight(StrEnum):
    """How a finding counts, in the words that are printed."""

    ERROR = "fejl"
    MISSING = "mangler"
    WARNING = "advarsel"
    NOTE = "note"

    @property
    def blocks(self) -> bool:
        """Whether the case cannot leave its step with such a finding."""
        return self in (Weight.ERROR, Weight.MISSING)


@dataclass(frozen=True)
class Judged:
    """A finding with its rule and the weight that it has in this case."""

    finding: Finding
    rule: Rule
    weight: Weight
    reason: str = ""


_SEVERITIES = {"error": Weight.ERROR, "warning": Weight.WARNING, "note": Weight.NOTE}
_LEVELS = {Level.ERROR: Weight.ERROR, Level.WARNING: Weight.WARNING, Level.NOTE: Weight.NOTE}


def judge(case: Case, profile: Profile, today: date) -> list[Judged]:
    """Return everything that is wrong or missing in a case, the files' own findings first."""
    rules = all_rules()
    found = [weigh_file(finding, profile) for finding in case.findings]
    codes = {each.finding.code for each in found}
    for rule in rules.values():
        if rule.check is None or codes.intersection(rule.requires):
            continue
        news = list(_run(rule, case, profile, today))
        codes.update(each.finding.code for each in news)
        found += news
    return found


def weigh_file(finding: Finding, profile: Profile | None) -> Judged:
    """Return the weight of a finding about a file's form."""
    rule = all_rules()[finding.code]
    setting = profile.rules.get(rule.code) if profile else None
    weight = _SEVERITIES[rule.severity]
    # a broken file stays an error: nothing else about it can be known
    if setting and setting.level in _LEVELS and weight is not Weight.ERROR:
        return Judged(finding, rule, _LEVELS[setting.level], setting.reason)
    return Judged(finding, rule, weight)


def _run(rule: Rule, case: Case, profile: Profile, today: date) -> Iterator[Judged]:
    setting = profile.rules.get(rule.code)
    if setting and setting.level is Level.OFF:
        return
    try:
        standing = _standing(rule, case)
        if standing is None or rule.check is None:
            return
        for finding in rule.check(case, profile, today):
            judged = Judged(finding, rule, standing)
            if setting:
                weight = _LEVELS[setting.level]
                judged = replace(judged, weight=weight, reason=setting.reason)
            yield _waived(judged, case)
    except BrokenFileError:
        return


def _standing(rule: Rule, case: Case) -> Weight | None:
    """Return what a finding of the rule would weigh in the case's step; None when not yet due."""
    severity = _SEVERITIES[rule.severity]
    if rule.due is None:
        return severity
    if case.step.is_end:
        return None
    first, last = rule.due
    now = ORDER.index(case.step)
    if rule.scope == "case" and case.record.round > 1 and now != first:
        now = len(ORDER)  # the step was passed in an earlier round
    if now < first:
        return None
    return Weight.MISSING if now <= last and severity is Weight.ERROR else severity


def _waived(judged: Judged, case: Case) -> Judged:
    """Turn a finding that somebody accepted when forcing the case on into a note that says so."""
    move = _forced_past(judged.rule, case)
    if move is None or not judged.weight.blocks:
        return judged
    reason = f"gennemtvunget {move.at:%Y-%m-%d} af {move.by}: {move.reason}"
    return replace(judged, weight=Weight.NOTE, reason=reason)


def _forced_past(rule: Rule, case: Case) -> Move | None:
    moves = [move for move in case.history if move.forced and rule.code in move.waived]
    if rule.scope == "round":
        moves = [move for move in moves if move.round == case.record.round]
    return moves[-1] if moves else None


def gates(step: Step) -> list[Rule]:
    """Return the rules that must hold before a case leaves the step."""
    return [rule for rule in all_rules().values() if step in rule.steps]
