"""Every rule of the program, imported first when it is used.

``python tools/make_commands.py`` writes ``table`` from the files of the families.
"""

from functools import cache
from importlib import import_module

from samarbejde_cli import rules
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.engine.table import RULES

CODES = tuple(entry.code for entry in RULES)
"""The codes of all rules, in their order."""
_MODULES = {entry.code: f"{rules.__name__}.{entry.module}" for entry in RULES}


@cache
def rule_of(code: str) -> Rule:
    """Return the rule of a code; raises ``KeyError`` when there is none."""
    found: Rule = import_module(_MODULES[code]).RULE
    return found


@cache
def all_rules() -> dict[str, Rule]:
    """Return every rule by its code, in the order of the codes."""
    return {code: rule_of(code) for code in CODES}
