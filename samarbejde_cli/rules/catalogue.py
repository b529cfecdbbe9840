"""Find every rule file of this package and hold it to the protocol.

A rule file ``sam402_<slug>.py`` has these names at module level:

``code``, ``name``      ``SAM402`` and a short Danish name, written with hyphens.
``severity``            ``error``, ``warning`` or ``note``.
``steps``               The steps that the rule belongs to, as a tuple of ``Step``. Before the first
                        of them the rule is silent, in it an error is only something missing (the
                        gate out of the step), after it an error. An empty tuple: always checked.
``scope``               ``round`` when the rule looks at the present round's file, else ``case``.
``requires``            Codes of rules; when one of them found something, this rule stays silent.
``message``, ``hint``   Danish; ``{facts}`` of the finding are filled in. A fact named ``hjælp``
                        replaces the hint.
``explanation``         Danish, some sentences: why, and the limits of what is checked.
``source``              Handbook section or law.
``wrong``, ``right``    YAML that breaks and keeps the rule. A line ``# plan.yaml`` says which file
                        the lines after it belong to; they are laid over a complete case.
``check(case, profile, today)``
                        A generator of ``Finding``. Missing for families 0 and 1, whose findings
                        are made while the files are read.
``check_workspace(cases, profile, today, settings)``
                        Instead of ``check`` in a rule about several cases: gets the summaries of
                        all open cases and the path of ``samarbejde.yaml``. Such a rule runs when
                        the whole workspace is checked.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

from samarbejde_cli import rules
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.case.summary import Summary
from samarbejde_cli.findings import Finding
from samarbejde_cli.profile.model import Profile

Check = Callable[[Case, Profile, date], Iterator[Finding]]
WorkspaceCheck = Callable[[Sequence[Summary], Profile, date, Path], Iterator[Finding]]

_TEXTS = ("code", "name", "severity", "message", "hint", "explanation", "source", "wrong", "right")


@dataclass(frozen=True)
class Rule:
    """One rule as its file states it."""

    code: str
    name: str
    severity: str
    steps: tuple[Step, ...]
    scope: str
    requires: tuple[str, ...]
    message: str
    hint: str
    explanation: str
    source: str
    wrong: str
    right: str
    check: Check | None
    check_workspace: WorkspaceCheck | None

    @property
    def about_form(self) -> bool:
        """Whether the rule's findings are made while a file is read."""
        return self.check is None and self.check_workspace is None


@cache
def all_rules() -> dict[str, Rule]:
    """Return every rule by its code, in the order of the codes."""
    names = sorted(info.name for info in iter_modules(rules.__path__) if info.name[:3] == "sam")
    found = [_rule(import_module(f"{rules.__name__}.{name}")) for name in names]
    return {rule.code: rule for rule in found}


def _rule(module: ModuleType) -> Rule:
    texts = {name: getattr(module, name, None) for name in _TEXTS}
    wrong = [name for name, text in texts.items() if not isinstance(text, str)]
    if wrong:
        msg = f"{module.__name__} lacks {', '.join(wrong)}"
        raise TypeError(msg)
    return Rule(
        **texts,  # type: ignore[arg-type]  # just checked to be texts
        steps=tuple(getattr(module, "steps", ())),
        scope=getattr(module, "scope", "case"),
        requires=tuple(getattr(module, "requires", ())),
        check=getattr(module, "check", None),
        check_workspace=getattr(module, "check_workspace", None),
    )
