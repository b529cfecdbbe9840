"""``samarbejde rerender``: papers as they were, from git's history."""

from datetime import date
from pathlib import Path
from typing import Annotated

from samarbejde_cli.actions.rerender import rerender as make_again
from samarbejde_cli.case.case import DOCUMENTS, MADE_AGAIN
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.days import day_option
from samarbejde_cli.cli.opened import opened_case
from samarbejde_cli.report import rerender as report

AsOf = Annotated[
    date | None,
    day_option(
        "--as-of", "Papirerne, som de var den dag, som 2026-03-03. Uden tilvalget: de nyeste."
    ),
]
Output = Annotated[
    Path | None,
    options.folder("Mappen, som papirerne lægges i. Uden tilvalget: dokumenter/genskabt i sagen."),
]


def rerender(
    case: options.CaseArgument,
    as_of: AsOf = None,
    output: Output = None,
    workspace: options.Workspace = None,
) -> int:
    """Lav en sags papirer igen, nøjagtig som de var.

    Sagens filer og skabelonerne hentes i git, som de var. Kan et papir ikke laves igen, siger
    programmet, hvad der ikke findes mere.
    """
    found, loaded = opened_case(workspace, case)
    results = make_again(found, loaded, as_of, output or loaded.folder / DOCUMENTS / MADE_AGAIN)
    lost = [each for each in results if not each.path]
    console.out_lines(report.made(results))
    for message, reason in report.lost(lost):
        console.problem(message, reason)
    if lost:
        console.out(report.summary(len(lost), len(results)))
    return int(bool(lost))


SECTION = Section.PAPERS
COMMANDS = {"rerender": rerender}
