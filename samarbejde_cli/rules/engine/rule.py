"""What a rule is: everything that one file of a family states."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from enum import Enum, auto
from pathlib import Path
from typing import Literal

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.case.summary import Summary
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.findings import Finding, Location, Weight
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile

Check = Callable[[Case, Profile, date], Iterator[Finding]]
WorkspaceCheck = Callable[[Sequence[Summary], Profile, date, Path], Iterator[Finding]]
Comparing = Callable[[Summary, Profile], Iterable[object]]
Related = tuple[tuple[str, Location], ...]


class Letters(Enum):
    """Whether a finding keeps the letters of its case from being made in a batch."""

    NEVER = auto()
    """No, or it is decided for each letter by itself."""
    ALWAYS = auto()
    """Yes, when the finding blocks."""
    FOR_MANY = auto()
    """Yes, whatever its weight, until somebody gives a reason; one letter may be made with it."""


@frozen(kw_only=True)
class Rule:
    """One rule.

    ``steps`` are those that it belongs to: before the first of them it is silent, in it an error
    is only something missing, after it an error; without steps it is always checked. ``scope`` is
    ``round`` when the rule looks at the present round's file. When one of the rules in ``requires``
    found something, this one is silent. With ``open_only`` it is silent in cases that have ended.
    ``{facts}`` of a finding fill ``message`` and ``hint``; a
    fact named ``hjælp`` replaces the hint.

    ``example`` is YAML laid over a complete case, written like a unified diff: lines after ``-``
    break the rule, those after ``+`` keep it, those after a space are in both. A line
    ``# plan.yaml`` says which file the lines after it belong to. ``also`` are codes that the wrong
    side breaks too; ``only_shown`` says why there is no example that can be tried.

    A rule about the form of files has no ``check``: its findings are made while they are read. One
    about several cases has ``check_workspace``, which gets the summaries of all open cases and the
    path of ``samarbejde.yaml``. It finds something only in one case, or in cases of which two have
    one of the values in common that ``compared_by`` gives.
    """

    code: str
    name: str
    severity: Weight
    message: str
    hint: str
    explanation: str
    source: str
    example: str = ""
    steps: tuple[Step, ...] = ()
    scope: Literal["case", "round"] = "case"
    open_only: bool = False
    requires: tuple[str, ...] = ()
    stops_letters: Letters = Letters.NEVER
    also: tuple[str, ...] = ()
    only_shown: str = ""
    check: Check | None = None
    check_workspace: WorkspaceCheck | None = None
    compared_by: Comparing | None = None

    @property
    def about_form(self) -> bool:
        """Whether the rule's findings are made while a file is read."""
        return self.check is None and self.check_workspace is None

    def finding(
        self, location: Location, related: Related = (), /, **facts: str | int | date
    ) -> Finding:
        """Return a finding of this rule; the facts fill its texts, a date in words."""
        texts = {
            name: long_date(value) if isinstance(value, date) else str(value)
            for name, value in facts.items()
        }
        return Finding(self.code, location, texts, related)

    @property
    def wrong(self) -> str:
        """The YAML that breaks the rule."""
        return _side(self.example, "-")

    @property
    def right(self) -> str:
        """The YAML that keeps the rule."""
        return _side(self.example, "+")


def _side(example: str, sign: str) -> str:
    lines = example.split("\n")
    return "\n".join(line[1:] for line in lines if line[:1] in ("", " ", sign))
