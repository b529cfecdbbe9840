"""Find a rule that a user names, and the source of it that the municipality goes by."""

from pathlib import Path

from samarbejde_cli.danish.text import closest, did_you_mean
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.files.find import find_workspace
from samarbejde_cli.profile.load import load_profile
from samarbejde_cli.profile.sources import cited
from samarbejde_cli.rules.engine.registry import all_rules
from samarbejde_cli.rules.engine.rule import Rule


def rule_named(text: str) -> Rule:
    """Return the rule with a code or a name. Raises ``WrongUseError`` with the nearest one."""
    rules, wanted = all_rules(), text.strip().upper()
    by_name = {rule.name.upper(): rule for rule in rules.values()}
    if rule := rules.get(wanted) or by_name.get(wanted):
        return rule
    raise WrongUseError(
        f"Der er ingen regel, der hedder {text}.",
        did_you_mean(closest(wanted, [*rules, *by_name])) or "`samarbejde explain` viser dem alle.",
    )


def source_of(rule: Rule, start: Path) -> str:
    """Return the source as the municipality around a folder has it; without one, all of it."""
    root = find_workspace(start)
    return cited(rule.source, load_profile(root).base) if root else rule.source
