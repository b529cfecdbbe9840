"""Run the rules over a case and weigh what they find."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from samarbejde_cli.case.broken import each_unless_broken, unless_broken
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.history import HistoryEntry
from samarbejde_cli.case.steps import ORDER, Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Level, Profile
from samarbejde_cli.profile.own_words import in_own_words, name_in_own_words
from samarbejde_cli.rules.engine.entry import Entry
from samarbejde_cli.rules.engine.registry import rule_of
from samarbejde_cli.rules.engine.rule import Check, Rule
from samarbejde_cli.rules.engine.table import RULES


class Judged(NamedTuple):
    """A finding with its rule and the weight that it has in this case."""

    finding: Finding
    rule: Rule
    weight: Weight
    reason: str = ""


def judge(
    case: Case, profile: Profile, today: date, *, only_blocking: bool = False
) -> list[Judged]:
    """Return everything that is wrong or missing in a case, the files' own findings first.

    With ``only_blocking``, only what keeps the case in its step.
    """
    found = [weigh_file(finding, profile) for finding in case.findings]
    codes = {each.finding.code for each in found}
    step, later = _standing(case)
    for rule, check, weight in _active(step, later, _levels(profile) if only_blocking else None):
        if rule.requires and not codes.isdisjoint(rule.requires):
            continue
        # a broken file's own findings replace the checks that need it
        can_tell = step is not None or not rule.open_only
        news = each_unless_broken(check, case, profile, today) if can_tell else None
        if news is None or news:
            codes.add(rule.code)  # nor can anything that depends on it be checked
        if news:
            found += _weighed(news, rule, weight, case, profile)
    return [each for each in found if each.weight.blocks] if only_blocking else found


def weigh(finding: Finding, case: Case, profile: Profile) -> Judged | None:
    """Return the weight of a finding that was made outside the rules; None when it is off."""
    rule = rule_of(finding.code)
    weighed = _weighed([finding], rule, rule.severity, case, profile)
    return next(weighed, None)


def weigh_file(finding: Finding, profile: Profile | None) -> Judged:
    """Return the weight of a finding about a file's form."""
    rule = rule_of(finding.code)
    setting = profile.rules.get(rule.code) if profile else None
    rule = in_words_of(rule, profile) if profile else rule
    weight = rule.severity
    # a broken file stays an error: nothing else about it can be known
    if setting and setting.level.weight and weight is not Weight.ERROR:
        return Judged(finding, rule, setting.level.weight, setting.reason)
    return Judged(finding, rule, weight)


def _weighed(
    news: Iterable[Finding], rule: Rule, weight: Weight, case: Case, profile: Profile
) -> Iterator[Judged]:
    """Yield findings with the weight that the municipality and the case's history give them."""
    set_to, reason = in_settings(rule, profile, weight)
    if set_to is None:
        return
    if set_to.blocks and (move := _forced_past(rule, case)):
        # accepted when the case was forced on: from then on only a note
        set_to = Weight.NOTE
        reason = f"gennemtvunget {move.at:%Y-%m-%d} af {move.by}: {move.reason}"
    worded = in_words_of(rule, profile)
    for finding in news:
        yield Judged(finding, worded, set_to, reason)


def in_settings(rule: Rule, profile: Profile, weight: Weight) -> tuple[Weight | None, str]:
    """Return the weight that the settings give a rule, None when it is off, and the reason."""
    setting = profile.rules.get(rule.code)
    return (setting.level.weight, setting.reason) if setting else (weight, "")


def in_words_of(rule: Rule, profile: Profile) -> Rule:
    """Return a rule worded with the municipality's term for the person."""
    words = profile.words
    message, hint = in_own_words(rule.message, words), in_own_words(rule.hint, words)
    name = name_in_own_words(rule.name, words)
    if (message, hint, name) == (rule.message, rule.hint, rule.name):
        return rule
    return replace(rule, message=message, hint=hint, name=name)


def _standing(case: Case) -> tuple[Step | None, bool]:
    """Return the step of a case, None when it cannot be read, and whether a round is over."""
    record = case.files["sag"].value
    return (record.step, record.round > 1) if record else (None, False)


def _levels(profile: Profile) -> frozenset[tuple[str, Level]]:
    return frozenset((code, setting.level) for code, setting in profile.rules.items())


@cache
def _active(
    step: Step | None,
    later: bool,  # noqa: FBT001 — all are keys of the cache
    set_to: frozenset[tuple[str, Level]] | None = None,
) -> list[tuple[Rule, Check, Weight]]:
    """Return the rules that are due in a step, with what a finding of each weighs there.

    With ``set_to``, the levels in the settings, only those without which it is unknown what blocks.
    """
    placed = [(entry, _place(entry, step, later=later)) for entry in RULES]
    due = [(entry, place) for entry, place in placed if place is not _Place.BEFORE]
    if set_to is not None:
        needed = _blocking([entry for entry, _ in due], dict(set_to))
        due = [(entry, place) for entry, place in due if entry.code in needed]
    rules = ((rule_of(entry.code), place) for entry, place in due)
    return [
        (rule, rule.check, _weight(rule, place))
        for rule, place in rules
        if rule.check and not (rule.open_only and step and step.is_end)
    ]


def _blocking(due: Sequence[Entry], set_to: Mapping[str, Level]) -> set[str]:
    """Return the rules that can block, and those that keep them silent, which come before them."""
    found: set[str] = set()
    for entry in reversed(due):
        level = set_to.get(entry.code)
        weight = level.weight if level else entry.severity
        if entry.code in found or (weight and weight.blocks):
            found.update((entry.code, *rule_of(entry.code).requires))
    return found


class _Place(Enum):
    """Where a case stands among the steps of a rule."""

    BEFORE = auto()
    IN = auto()
    AFTER = auto()


def _place(entry: Entry, step: Step | None, *, later: bool) -> _Place:
    """Return where a case stands; before them also when the rule looks at no case."""
    if entry.looks_at != "case":
        return _Place.BEFORE
    if not entry.steps:
        return _Place.AFTER
    if step is None or step.is_end:
        return _Place.BEFORE
    now = ORDER.index(step)
    due = [ORDER.index(each) for each in entry.steps]
    if entry.scope == "case" and later and now != min(due):
        return _Place.AFTER  # the step was passed in an earlier round
    if now < min(due):
        return _Place.BEFORE
    return _Place.IN if now <= max(due) else _Place.AFTER


def _weight(rule: Rule, place: _Place) -> Weight:
    is_missing = place is _Place.IN and rule.severity is Weight.ERROR
    return Weight.MISSING if is_missing else rule.severity


def _forced_past(rule: Rule, case: Case) -> HistoryEntry | None:
    """Return the move that overrode a rule; None also when that is unknown."""
    history = unless_broken(lambda: case.history, [])
    moves = [move for move in history if move.forced and rule.code in move.waived]
    if rule.scope == "round":
        number = unless_broken(lambda: case.record.round, None)
        moves = [move for move in moves if move.round == number]
    return moves[-1] if moves else None
