"""What the program knows of a rule before it imports it."""

from typing import Literal, NamedTuple

from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Weight


class Entry(NamedTuple):
    """A line of the table of rules.

    ``module`` is relative to ``rules``. ``looks_at`` says what the rule checks: one case, the whole
    workspace, or nothing by itself, when its findings are made while a file is read.
    """

    module: str
    looks_at: Literal["case", "workspace", ""]
    steps: tuple[Step, ...] = ()
    scope: Literal["case", "round"] = "case"
    severity: Weight = Weight.ERROR

    @property
    def code(self) -> str:
        """The rule's code, with which its file's name begins."""
        name = self.module.rpartition(".")[2]
        return name.partition("_")[0].upper()
