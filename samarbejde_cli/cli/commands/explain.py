"""``samarbejde explain``: what a rule requires, why, and how to comply."""

from pathlib import Path
from typing import Annotated

from typer import Argument

from samarbejde_cli.actions.explain import rule_named, source_of
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.command import Section
from samarbejde_cli.report import explain as report
from samarbejde_cli.rules.engine.registry import all_rules

Code = Annotated[str | None, Argument(metavar="[KODE]", help="Reglens kode, fx SAM701.")]


def explain(code: Code = None, workspace: options.Workspace = None) -> None:
    """Forklar en regel, eller vis en liste over alle regler.

    I en arbejdsmappe nævnes de kilder, som hører til jeres profil; ellers nævnes alle.
    """
    if code is None:
        console.out_lines(report.listing(all_rules().values()))
        return
    rule = rule_named(code)
    console.out(report.page(rule, source_of(rule, Path.cwd() / (workspace or ""))))


SECTION = Section.OVERVIEW
COMMANDS = {"explain": explain}
